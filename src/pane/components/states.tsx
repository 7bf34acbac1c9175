// What the pane says when there is no list: first use, no table, nothing wrong; and what was understood only in part.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { formatRange } from '../../model/address';
import { CheckIcon, CleanIcon, SearchIcon, SheetIcon, ShieldIcon } from './icons';
import type { PaneState } from '../pane-state';
import { Bar } from './notices';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalL },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  small: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  icon: { color: tokens.colorBrandForeground1, paddingTop: '1px' },
  clean: { color: tokens.colorStatusSuccessForeground1, '--icon-ground': tokens.colorNeutralBackground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  starts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  details: { fontSize: tokens.fontSizeBase200 },
  summary: { cursor: 'pointer', minHeight: '24px', display: 'list-item', color: tokens.colorNeutralForeground2, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
});

function Line({ icon, children }: { readonly icon: ReactElement; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return <div className={styles.line}><span className={styles.icon}>{icon}</span><Text>{children}</Text></div>;
}

export function Welcome(): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  return (
    <section className={styles.root}>
      <h2 className={styles.title}>{say('welcome.title')}</h2>
      <Line icon={<SearchIcon size={20} />}>{say('welcome.does')}</Line>
      <Line icon={<CheckIcon size={20} />}>{say('welcome.corrects')}</Line>
      <Line icon={<ShieldIcon size={20} />}>{say('welcome.privacy')}</Line>
      <div className={styles.starts}>
        {controller.services.sample ? <Button disabledFocusable={state.task !== null} onClick={() => void controller.trySample()}>{say('sample.try')}</Button> : null}
        <Button onClick={() => controller.dispatch({ type: 'view', view: 'templates' })}>{say('welcome.templates')}</Button>
      </div>
    </section>
  );
}

/** What the catalogue's bar says already is not said twice. */
function ofWorkbook({ checked, house }: PaneState): readonly string[] {
  return (checked?.review.remarks ?? []).filter((remark) => !house.shared.remarks.includes(remark));
}

export function NoTable(): ReactElement | null {
  const styles = useStyles();
  const { controller, say, state, text } = usePane();
  const { checked } = state;
  if (!checked || checked.review.tables.length > 0) return null;
  const remarks = ofWorkbook(state);
  const sheets = checked.snapshot.grids.map((grid) => grid.sheet);
  const named = sheets.length <= 8 ? sheets : [...sheets.slice(0, 8), '…'];
  return (
    <section className={styles.root}>
      <div className={styles.line}><span className={styles.icon}><SheetIcon size={24} /></span><h2 tabIndex={-1} id="biaoli-verdict" className={styles.title}>{say('none.title')}</h2></div>
      <Text>{say('none.looked', { count: sheets.length, sheets: named.join(say('names.join')) })}</Text>
      <Text className={styles.quiet}>{say('none.sought')}</Text>
      {remarks.length === 0 ? null : (
        <>
          <h3 className={styles.small}>{say('none.closest')}</h3>
          <ul className={styles.list}>{remarks.map((remark, at) => <li key={at}>{text(remark)}</li>)}</ul>
        </>
      )}
      <Text>{say('none.advice')}</Text>
      <div className={styles.starts}><Button onClick={() => controller.dispatch({ type: 'view', view: 'templates' })}>{say('welcome.templates')}</Button></div>
    </section>
  );
}

export function NothingWrong(): ReactElement | null {
  const styles = useStyles();
  const { say, state } = usePane();
  const { checked } = state;
  if (!checked || checked.review.tables.length === 0 || checked.located.length > 0 || checked.review.tables.some(({ verdict }) => verdict === 'not-checked')) return null;
  return (
    <section className={styles.root}>
      <div className={styles.line}><span className={styles.clean}><CleanIcon size={24} /></span><h3 className={styles.small}>{say('clean.title')}</h3></div>
      <Text>{say('clean.text')}</Text>
    </section>
  );
}

/** Areas that were not read, remarks on tables and workbook, and what this host lacks. */
export function Remarks(): ReactElement | null {
  const styles = useStyles();
  const { controller, say, state, text } = usePane();
  const { checked, filter } = state;
  if (!checked || checked.review.tables.length === 0) return null;
  const tables = checked.review.tables.filter((_, at) => filter.table === null || filter.table === at);
  const partly = tables.flatMap(({ table }) => table.notUnderstood.map(({ range, reason }) => say('partly.where', { sheet: table.sheet, range: formatRange(range), reason })));
  const remarks = [...tables.flatMap((one) => one.remarks), ...ofWorkbook(state)];
  const { limits } = controller.services.port.capabilities;
  return (
    <>
      {partly.length === 0 ? null : <Bar tone="warning" title={say('partly.title', { count: partly.length })}>{partly.join(' ')}</Bar>}
      {([['remarks.title', remarks], ['limits.title', limits]] as const).map(([key, lines]) => (lines.length === 0 ? null : (
        <details key={key} className={styles.details}>
          <summary className={styles.summary}>{say('remarks.count', { title: say(key), count: lines.length })}</summary>
          <ul className={styles.list}>{lines.map((line, at) => <li key={at}>{text(line)}</li>)}</ul>
        </details>
      )))}
    </>
  );
}
