// A finding opened: what, why, on what it rests and how well that is known, how the number follows, what would be written, and what one may do.
import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, type ReactElement, type ReactNode } from 'react';
import type { Finding } from '../../model/finding';
import { lockedCells } from '../../review/locked-cells';
import { cellLookup } from '../../review/plan';
import type { Say } from '../catalogue';
import { derivationIn } from '../derivations-in-english';
import { factsOf, type ChangeFacts, type FindingFacts } from '../finding-facts';
import { messageIn, titleIn, whyIn } from '../finding-words';
import { isExplained } from '../../review/causes';
import type { Located } from '../located';
import { figuresAt } from '../report-text';
import { ArrowIcon, CopyIcon, LocateIcon, NoteIcon, ReportIcon } from './icons';
import { late } from './late';
import { MissingPart } from './missing-part';
import { usePane } from './pane-context';
import { useCopy } from './use-copy';

const WaiverEditor = late(async () => (await import('./waiver-editor')).WaiverEditor, MissingPart);

/** A budget may be told a dozen times in a report. */
const MOST_FIGURES = 3;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} 26px`, overflowWrap: 'anywhere' },
  facts: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  term: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  fact: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  change: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, fontVariantNumeric: 'tabular-nums' },
  before: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  after: { fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalSNudge },
  button: { minWidth: 'auto' },
  waived: { display: 'flex', gap: tokens.spacingHorizontalS, padding: tokens.spacingHorizontalS, backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function FindingDetail({ located }: { readonly located: Located }): ReactElement {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  // What was opened at the lower edge would open out of sight.
  // In braces: browsers of late answer scrolling with a promise, which React would take for a clean-up.
  useEffect(() => { box.current?.closest('li')?.scrollIntoView?.({ block: 'nearest' }); }, []);
  const { say, state: { checked, preferences, explaining } } = usePane();
  const { finding, sheet } = located;
  const facts = useMemo(() => (checked ? factsOf(located, checked.located, cellLookup(checked.snapshot), preferences.content === 'formula') : null), [located, checked, preferences.content]);
  const locked = useMemo(() => (checked ? lockedCells(checked.snapshot, checked.review) : new Set<string>()), [checked]);
  if (!facts) return <></>;
  const stuck = facts.writes !== null && facts.changes.some((change) => locked.has(`${sheet}!${change.cell}`));
  const advice = adviceOn(finding, facts, stuck, say);
  return (
    <div ref={box} className={styles.root}>
      <FactList finding={finding} facts={facts} />
      {finding.waived ? <Waived waived={finding.waived} /> : null}
      {advice === null ? null : <Text size={200} className={styles.quiet}>{advice}</Text>}
      <Actions located={located} facts={facts} writes={stuck ? null : facts.writes} />
      {explaining?.key === located.key ? <WaiverEditor located={located} refused={explaining.refused} typed={explaining.typed} /> : null}
    </div>
  );
}

/** Why nothing can be written here, where somebody might expect it. */
function adviceOn({ severity }: Finding, { after, writes }: FindingFacts, stuck: boolean, say: Say): string | null {
  if (stuck) return say('detail.locked');
  if (after !== null) return say('detail.afterCause', { cell: after });
  return writes === null && severity === 'error' ? say('detail.manual') : null;
}

/** What, why, on what it rests, how the number follows, where, and what would be written. */
function FactList({ finding, facts }: { readonly finding: Finding; readonly facts: FindingFacts }): ReactElement {
  const styles = useStyles();
  const { language, say } = usePane();
  const why = whyIn(language, finding.rule);
  return (
    <dl className={styles.facts}>
      <Fact term={say('detail.what')}>{messageIn(language, finding)}</Fact>
      {why === null ? null : <Fact term={say('detail.why')}>{why}</Fact>}
      <Fact term={say('detail.basis')}>
        {finding.basis.document}：{finding.basis.clause}{' '}
        <Badge appearance={finding.basis.standing === 'assumed' ? 'tint' : 'outline'} color="informative" size="medium">{say(`standing.${finding.basis.standing}`)}</Badge>
      </Fact>
      {facts.derivation === null ? null : <Fact term={say('detail.derivation')}>{derivationIn(language, facts.derivation)}</Fact>}
      {finding.cells.length > 1 ? <Fact term={say('detail.cells')}>{finding.cells.join(say('names.join'))}</Fact> : null}
      {facts.changes.length === 0 ? null : <Fact term={say(finding.correction?.kind === 'review' ? 'detail.proposal' : 'detail.change')}>{facts.changes.map((change) => <Change key={change.cell} change={change} named={facts.changes.length > 1} />)}</Fact>}
    </dl>
  );
}

function Waived({ waived }: { readonly waived: NonNullable<Finding['waived']> }): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  return (
    <div className={styles.waived}>
      <NoteIcon />
      <div>
        <Text block>{waived.reason}</Text>
        <Text block size={200} className={styles.quiet}>{say('waiver.shown', { role: waived.role, date: waived.date })}</Text>
        {waived.stale ? <Text block size={200} weight="semibold">{say('waiver.stale')}</Text> : null}
      </div>
    </div>
  );
}

/** What one may do. */
function Actions({ located, facts, writes }: { readonly located: Located; readonly facts: FindingFacts; readonly writes: FindingFacts['writes'] }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const { finding, sheet, cell } = located;
  const busy = state.task !== null;
  return (
    <div className={styles.buttons}>
      {writes === null ? null : <Button size="small" className={styles.button} appearance="primary" disabledFocusable={busy} onClick={() => void controller.corrections.correct(located)}>{say(writes === 'safe' ? 'detail.correct' : 'detail.accept')}</Button>}
      {facts.explains && state.explaining?.key !== located.key ? <Button size="small" className={styles.button} disabledFocusable={busy} onClick={() => controller.dispatch({ type: 'explain', key: located.key })}>{say(finding.waived ? 'detail.rewrite' : 'detail.explain')}</Button> : null}
      {isExplained(finding) ? <Button size="small" className={styles.button} disabledFocusable={busy} onClick={() => void controller.withdraw(located)}>{say('detail.withdraw')}</Button> : null}
      {controller.services.port.capabilities.reveal && cell !== '' ? <Button size="small" className={styles.button} icon={<LocateIcon size={14} />} onClick={() => void controller.locate(sheet, cell)}>{say('detail.reveal')}</Button> : null}
      <ReportButtons sheet={sheet} cells={finding.cells} />
      <CopyButton located={located} facts={facts} />
    </div>
  );
}

/** The way back from a cell to the words that speak of it. */
function ReportButtons({ sheet, cells }: { readonly sheet: string; readonly cells: readonly string[] }): ReactElement {
  const styles = useStyles();
  const { controller, say, state: { report } } = usePane();
  const inReport = useMemo(() => (report ? figuresAt(report.review, sheet, cells).slice(0, MOST_FIGURES) : []), [report, sheet, cells]);
  return (
    <>
      {inReport.map((figure, at) => (
        <Button key={at} size="small" className={styles.button} icon={<ReportIcon size={14} />} onClick={() => { controller.reports.look(report?.review.figures.indexOf(figure) ?? null); controller.dispatch({ type: 'view', view: 'report' }); }}>
          {say('report.back', { place: say('report.place', { number: figure.place.paragraph + 1 }), text: figure.place.quote })}
        </Button>
      ))}
    </>
  );
}

function CopyButton({ located: { finding, sheet, cell }, facts }: { readonly located: Located; readonly facts: FindingFacts }): ReactElement {
  const styles = useStyles();
  const { language, say } = usePane();
  const copy = useCopy();
  const copied = [
    `${sheet}!${cell} ${titleIn(language, finding)}`, messageIn(language, finding),
    ...(facts.derivation === null ? [] : [derivationIn(language, facts.derivation)]), `${finding.basis.document}：${finding.basis.clause}`,
  ].join('\n');
  return <Button size="small" className={styles.button} icon={<CopyIcon size={14} />} onClick={() => copy(copied)}>{say('copy')}</Button>;
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return <div><dt className={styles.term}>{term}</dt><dd className={styles.fact}>{children}</dd></div>;
}

function Change({ change, named }: { readonly change: ChangeFacts; readonly named: boolean }): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  return (
    <span className={styles.change}>
      {named ? <span>{change.cell}</span> : null}
      <span className={styles.before}>{change.before === '' ? say('row.blank') : change.before}</span>
      <ArrowIcon size={14} />
      <span className={styles.after}>{change.after ?? say('detail.clear')}</span>
      {change.formula === null ? null : <Text size={200} className={styles.quiet}>{say('detail.formula', { formula: change.formula })}</Text>}
    </span>
  );
}
