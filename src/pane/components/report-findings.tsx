// The contradictions of a report: what, the words, the calculation, the basis, and the way to words and cells.
import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement } from 'react';
import { REPORT_RULES } from '../../reports/report-rules';
import type { ReportFinding, TableCell } from '../../model/report';
import type { OpenReport } from '../open-report';
import { ChevronDownIcon, ChevronRightIcon, LocateIcon } from './icons';
import { usePane } from './pane-context';
import { SeverityIcon } from './severity';
import { paragraphId } from './report-text-view';
import { WORDS_IN_COLOURS } from './words-in-colours';

const TITLES: ReadonlyMap<string, string> = new Map(REPORT_RULES.map(({ id, title }) => [id, title]));

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  row: { width: '100%', justifyContent: 'flex-start', alignItems: 'flex-start', textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`, gap: tokens.spacingHorizontalS, ...WORDS_IN_COLOURS },
  message: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', display: 'flex', flexDirection: 'column' },
  rule: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  detail: { margin: 0, padding: `0 0 ${tokens.spacingVerticalM} 26px`, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  term: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  fact: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

export function ReportFindings({ report }: { readonly report: OpenReport }): ReactElement | null {
  const styles = useStyles();
  const { say } = usePane();
  const { findings } = report.review;
  if (findings.length === 0) return null;
  return (
    <section className={styles.section} aria-label={say('report.findings')}>
      <h2 className={styles.title}>{say('report.findings')}</h2>
      <ul className={styles.list}>{named([...findings].sort((a, b) => Number(a.severity === 'hint') - Number(b.severity === 'hint'))).map(([key, finding]) => <Row key={key} finding={finding} />)}</ul>
    </section>
  );
}

/** By what they say and where: others come and go when the workbook is checked again, and what is open stays open. */
function named(findings: readonly ReportFinding[]): readonly (readonly [string, ReportFinding])[] {
  const times = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, message, places: [first] } = finding;
    const name = [rule, first?.paragraph, first?.start, message].join(' ');
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return [`${name} ${time}`, finding];
  });
}

function Row({ finding }: { readonly finding: ReportFinding }): ReactElement {
  const styles = useStyles();
  const { controller, say } = usePane();
  const [open, setOpen] = useState(false);
  const detail = useId();
  const [first] = finding.places;
  const outside = finding.cells.filter(({ file }) => file !== null);
  const named = ({ file, sheet, cell }: TableCell): string => (file === null ? say('report.inside', { sheet, cell }) : `${sheet}!${cell}`);
  return (
    <li className={styles.item}>
      <Button appearance="subtle" className={styles.row} aria-expanded={open} aria-controls={detail} onClick={() => setOpen(!open)}>
        <SeverityIcon severity={finding.severity} />
        <span className={styles.message}>
          <span>{finding.message}</span>
          <span className={styles.rule}>{TITLES.get(finding.rule) ?? finding.rule}{first ? `，${say('report.place', { number: first.paragraph + 1 })}` : ''}</span>
        </span>
        {open ? <ChevronDownIcon /> : <ChevronRightIcon />}
      </Button>
      {open ? (
        <div id={detail} className={styles.detail}>
          <dl className={styles.fact}>
            {finding.places.map((place, at) => <Fact key={at} term={say('report.words')}>{`“${place.quote}”${place.under === null ? '' : `（${place.under}）`}`}</Fact>)}
            {finding.calculation === null ? null : <Fact term={say('report.sum')}>{finding.calculation}</Fact>}
            {finding.cells.length === 0 ? null : <Fact term={say('report.cells')}>{finding.cells.map(named).join(say('names.join'))}</Fact>}
            <Fact term={say('report.basis')}>{finding.basis.document}：{finding.basis.clause} <Badge appearance={finding.basis.standing === 'assumed' ? 'tint' : 'outline'} color="informative" size="medium">{say(`standing.${finding.basis.standing}`)}</Badge></Fact>
          </dl>
          <div className={styles.buttons}>
            {first ? <Button size="small" onClick={() => showParagraph(first.paragraph)}>{say('report.goto')}</Button> : null}
            {controller.services.port.capabilities.reveal ? outside.map(({ sheet, cell }) => <Button key={`${sheet}!${cell}`} size="small" icon={<LocateIcon size={14} />} onClick={() => void controller.locate(sheet, cell)}>{say('report.reveal', { cell })}</Button>) : null}
          </div>
        </div>
      ) : <span id={detail} hidden />}
    </li>
  );
}

/** Scrolled to, and its first figure takes the focus. */
function showParagraph(paragraph: number): void {
  const element = document.getElementById(paragraphId(paragraph));
  element?.scrollIntoView({ block: 'center' });
  const target = element?.querySelector<HTMLElement>('button[data-state="contradicts"], button') ?? element;
  target?.focus({ preventScroll: true });
}

function Fact({ term, children }: { readonly term: string; readonly children: React.ReactNode }): ReactElement {
  const styles = useStyles();
  return <div><dt className={styles.term}>{term}</dt><dd className={styles.fact}><Text>{children}</Text></dd></div>;
}
