// 报告核对: a Word report beside the workbook; what contradicts comes first, then the text with its figures marked, each leading to its cell.
import { Button, makeStyles, mergeClasses, Text, Textarea, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState, type ChangeEvent, type DragEvent, type ReactElement } from 'react';
import type { OpenReport } from '../open-report';
import { countStates, linesOf } from '../report-text';
import { NoticeBar, TaskLine } from './notices';
import { Page } from './page';
import { usePane } from './pane-context';
import { ReportFindings } from './report-findings';
import { ReportText } from './report-text-view';

const useStyles = makeStyles({
  drop: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: tokens.spacingVerticalM, padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalM}`, borderRadius: tokens.borderRadiusLarge, border: `1px dashed ${tokens.colorNeutralStroke1}`, textAlign: 'center' },
  over: { border: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  paste: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground3 },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  hidden: { display: 'none' },
  start: { alignSelf: 'flex-start' },
});

/** Opens a file that was chosen or dropped, and tells where more were; one that has gone since is told. */
function useTake(): (file: File, more?: number) => Promise<void> {
  const { controller } = usePane();
  return async (file, more = 0) => {
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) return controller.tellGone(file.name);
    await controller.reports.open({ name: file.name, bytes: new Uint8Array(bytes) }, more);
  };
}

/** The button that asks for a file; the field itself stays unseen. */
function useReportFile(): { readonly ask: () => void; readonly field: ReactElement } {
  const styles = useStyles();
  const open = useTake();
  const field = useRef<HTMLInputElement>(null);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = target.files ?? [];
    // The same file may be chosen again after it was put right.
    target.value = '';
    if (file) await open(file);
  };
  return {
    ask: () => field.current?.click(),
    field: <input ref={field} type="file" accept=".docx,.docm,.dotx,.txt,.doc,.wps" className={styles.hidden} aria-hidden="true" tabIndex={-1} onChange={(event) => void take(event)} />,
  };
}

export function ReportView(): ReactElement {
  const { say, state } = usePane();
  const { report } = state;
  const take = useTake();
  const drop = (event: DragEvent): void => {
    const [file, ...more] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void take(file, more.length);
  };
  return (
    <Page title={say('report.title')}>
      {/* What was pressed goes with the page of before: the focus begins anew, at the heading. */}
      <div key={report === null ? 'none' : 'one'} onDragOver={(event) => event.preventDefault()} onDrop={drop} style={{ display: 'contents' }}>
        <TaskLine />
        <NoticeBar />
        {report === null ? <Empty /> : <Opened report={report} />}
      </div>
    </Page>
  );
}

function Empty(): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const { ask, field } = useReportFile();
  const [over, setOver] = useState(false);
  const [pasted, paste] = useState('');
  const busy = state.task !== null;
  return (
    <>
      <div className={mergeClasses(styles.drop, over && styles.over)} onDragEnter={() => setOver(true)} onDragLeave={(event) => { if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false); }} onDrop={() => setOver(false)}>
        <Text>{say(over ? 'report.dropNow' : 'report.drop')}</Text>
        <Button appearance="primary" disabledFocusable={busy} onClick={ask}>{say('report.open')}</Button>
        {field}
      </div>
      <div className={styles.paste}>
        <Textarea aria-label={say('report.paste')} placeholder={say('report.paste')} rows={4} resize="vertical" value={pasted} onChange={(_, { value }) => paste(value)} />
        <Button className={styles.start} disabled={busy || pasted.trim() === ''} onClick={() => void controller.reports.open({ name: say('report.pasted'), bytes: new TextEncoder().encode(`\uFEFF${pasted}`) })}>{say('report.pasteCheck')}</Button>
      </div>
      <Text size={200} className={styles.quiet}>{say('report.privacy')}</Text>
    </>
  );
}

function Opened({ report }: { readonly report: OpenReport }): ReactElement {
  const styles = useStyles();
  const { controller, say, state, text } = usePane();
  const { ask, field } = useReportFile();
  const { document, review, tables } = report;
  const lines = useMemo(() => linesOf(document, review), [document, review]);
  const counts = useMemo(() => countStates(review), [review]);
  const ours = useMemo(() => {
    const sheets = new Set(tables.map(({ table }) => table.sheet));
    return document.tables.flatMap(({ grid }, at) => (sheets.has(grid.sheet) ? [at] : []));
  }, [document, tables]);
  const busy = state.task !== null;
  const { statements, findings } = review;
  return (
    <>
      <div className={styles.head}>
        <span className={styles.name}>{report.name}</span>
        <Text>{statements === 0 ? say('report.none') : findings.length === 0 ? say('report.clean', { statements }) : say('report.summary', { statements, count: findings.length })}</Text>
        {statements === 0 ? null : <Text size={200} className={styles.quiet}>{say('report.counts', { ...counts })}</Text>}
        {[...document.remarks, ...review.remarks].filter((remark, at, all) => all.indexOf(remark) === at).map((remark) => <Text key={remark} size={200} className={styles.quiet}>{text(remark)}</Text>)}
        <div className={styles.buttons}>
          {ours.length === 0 || !controller.services.port.capabilities.resultSheet ? null : <Button size="small" disabledFocusable={busy} onClick={() => void controller.reports.insert(ours)}>{say('report.insertAll', { count: ours.length })}</Button>}
          <Button size="small" disabledFocusable={busy} onClick={ask}>{say('report.another')}</Button>
          <Button size="small" appearance="subtle" onClick={() => controller.reports.close()}>{say('report.close')}</Button>
          {field}
        </div>
      </div>
      <ReportFindings report={report} />
      <ReportText lines={lines} report={report} />
    </>
  );
}
