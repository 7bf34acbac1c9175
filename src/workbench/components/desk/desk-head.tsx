// The head of the desk: whose folder, how far the check is, and what may be done with the whole.
import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { useId, useRef, useState, type ReactElement } from 'react';
import type { Others } from '../../../batch/workbook-names';
import { MoreIcon } from '../../../pane/components/icons';
import { inPlainOrder } from '../../../pane/plain-order';
import type { Speak } from '../../catalogue';
import { appliedWords } from '../../desk/applied-words';
import type { DeskRun, DeskTask } from '../../desk/desk-state';
import { Flyout, type FlyoutEntry } from '../flyout';
import { ChevronIcon, FilesIcon, FolderIcon, RestoreIcon, RulerIcon } from '../icons';
import { useCompact, useKeptFocus } from '../use-page';
import { useWorkbench } from '../workbench-context';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, flexShrink: 0, backgroundColor: tokens.colorNeutralBackground2 },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
  titles: { display: 'flex', flexDirection: 'column', flex: '1 1 200px', minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: 'tabular-nums' },
  compact: { flexWrap: 'nowrap', alignItems: 'flex-start' },
  unfold: { alignSelf: 'flex-start', display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, maxWidth: '100%', minHeight: '24px', margin: '0 -4px', padding: '0 4px', font: 'inherit', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, backgroundColor: 'transparent', border: 'none', borderRadius: tokens.borderRadiusMedium, textAlign: 'left', cursor: 'pointer', ':hover': { color: tokens.colorNeutralForeground1 }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  unfolded: { transform: 'rotate(180deg)' },
  more: { display: 'flex', flexDirection: 'column' },
  folded: { display: 'none' },
  inline: { minWidth: 'auto', minHeight: '24px', height: '24px', padding: `0 ${tokens.spacingHorizontalXS}`, verticalAlign: 'baseline', fontWeight: tokens.fontWeightRegular, color: tokens.colorBrandForeground1 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, flexShrink: 0, maxWidth: '100%' },
  progress: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM, rowGap: '2px' },
  bar: { flex: '1 1 160px', minWidth: '100px' },
});

function leftWords({ rate, left }: DeskRun, speak: Speak): readonly string[] {
  if (rate === null || left === null) return [];
  const time = left < 100 ? speak('desk.seconds', { left }) : speak('desk.minutes', { left: Math.ceil(left / 60) });
  return [speak('desk.rate', { rate: rate < 10 ? rate.toFixed(1) : rate.toFixed(0) }), time];
}

function runWords(run: DeskRun, speak: Speak): string {
  const { errors, 'to-verify': verify, clean, 'not-checked': none } = run.counts;
  return [
    speak('desk.running', { done: run.done, total: run.total }), ...(run.stage === 'running' ? leftWords(run, speak) : []),
    speak('desk.counts', { errors, verify, clean, none }), ...(run.kept > 0 ? [speak('desk.kept', { kept: run.kept })] : []),
  ].join('　');
}

/** More kinds than these are summed up by the whole number alone. */
const KINDS = 4;

function othersWords(others: Others, speak: Speak): string {
  const kinds = others.slice(0, KINDS).map(([ending, count]) => speak('desk.other', { ending: ending === '' ? speak('desk.otherNone') : ending, count }));
  return speak('desk.others', { count: others.reduce((sum, [, count]) => sum + count, 0), kinds: [...kinds, ...(others.length > KINDS ? ['…'] : [])].join(speak('desk.by.between')) });
}

const TASKS: Readonly<Record<DeskTask['kind'], 'desk.exporting' | 'desk.lettersRunning' | 'desk.lastYearRunning'>> = { exporting: 'desk.exporting', letters: 'desk.lettersRunning', lastYear: 'desk.lastYearRunning' };
/** Those that go on file by file. */
const STOPPABLE: ReadonlySet<DeskTask['kind']> = new Set(['letters', 'lastYear']);

export function DeskHead(): ReactElement {
  const styles = useStyles();
  const { now: { run, task } } = useDesk('run', 'task');
  const compact = useCompact();
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  return (
    <div ref={root} className={styles.root} data-area="desk">
      <div className={mergeClasses(styles.top, compact && styles.compact)}>
        <Titles compact={compact} />
        <Actions compact={compact} />
      </div>
      {run && run.stage !== 'done' ? <RunProgress run={run} /> : null}
      {task ? <TaskProgress task={task} /> : null}
    </div>
  );
}

/** Whose folder it is, and what is known of it; where there is little room, more than one line only for who asks. */
function Titles({ compact }: { readonly compact: boolean }): ReactElement {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const more = useId();
  const { desk, now: { name, others, list, gathering, lastYear, applied, kept, run }, speak, text } = useDesk('name', 'others', 'list', 'gathering', 'lastYear', 'applied', 'kept', 'run');
  // While a run goes on it is an earlier state that is kept.
  const keeps = kept && run?.stage !== 'running';
  const shown = inPlainOrder(text(name ?? ''));
  const facts = gathering ? speak('desk.gathering') : list ? speak('desk.facts', { files: list.files.length, units: list.units.length, tables: list.tables.length }) : '';
  const folds = compact && facts !== '' && (others.length > 0 || applied !== null || lastYear !== null || keeps);
  return (
    <div className={styles.titles}>
      <h1 className={styles.title} title={shown}>{name === null ? speak('desk.label') : shown}</h1>
      {folds ? (
        <button type="button" className={styles.unfold} aria-expanded={open} aria-controls={more} title={speak(open ? 'desk.less' : 'desk.moreFacts')} onClick={() => setOpen(!open)}>
          <span>{facts}</span><span className={mergeClasses(open && styles.unfolded)}><ChevronIcon size={12} /></span>
        </button>
      ) : <span className={styles.quiet}>{facts}</span>}
      <div id={more} className={mergeClasses(styles.more, folds && !open && styles.folded)}>
        {others.length > 0 ? <span className={styles.quiet} data-others="">{othersWords(others, speak)}</span> : null}
        {applied ? <span className={styles.quiet} data-applied="">{appliedWords(applied, speak)}</span> : null}
        {lastYear ? <span className={styles.quiet}>{speak('desk.lastYearFacts', { name: text(lastYear.name), files: lastYear.files })}</span> : null}
        {keeps ? <span className={styles.quiet}>{speak('lists.kept')}<Button size="small" appearance="transparent" className={styles.inline} onClick={() => desk.keepNothing()}>{speak('lists.keepNot')}</Button></span> : null}
      </div>
    </div>
  );
}

/** What may be done with the whole. */
function Actions({ compact }: { readonly compact: boolean }): ReactElement {
  const styles = useStyles();
  const { desk, now: { run, list, attached, task }, controller, speak } = useDesk('run', 'list', 'attached', 'task');
  const running = run?.stage === 'running';
  const years: readonly FlyoutEntry[] = !list || task !== null ? [] : [
    { key: 'folder', text: speak('desk.lastYearFolder'), icon: <FolderIcon />, onChoose: () => void controller.pickLastYear('folder') },
    { key: 'file', text: speak('desk.lastYearList'), icon: <FilesIcon />, onChoose: () => void controller.pickLastYear('file') },
  ];
  return (
    <div className={styles.actions}>
      {/* One button for both ways, and none that goes away under the focus; the second click of a double click means no more than the first. */}
      {running || run?.stage === 'cancelled' ? <Button size="small" appearance={running ? 'secondary' : 'primary'} onClick={({ detail }) => (detail > 1 ? undefined : running ? desk.cancel() : desk.resume())}>{speak(running ? 'desk.stop' : 'desk.resume')}</Button> : null}
      {compact ? <Flyout label={speak('desk.more')} icon={<MoreIcon />} disabled={running || (!attached && years.length === 0)} entries={[
        ...(attached ? [
          { key: 'rerun', text: speak('desk.rerun'), hint: speak('desk.rerunTip'), icon: <RestoreIcon />, onChoose: () => desk.rerun() },
          { key: 'rubric', text: speak('desk.rubric'), hint: speak('desk.rubricTip'), icon: <RulerIcon />, onChoose: () => void desk.rules.show() },
        ] : []),
        ...years.map((entry) => ({ ...entry, hint: speak('desk.lastYear') })),
      ]} /> : (
        <>
          {attached ? <Button size="small" title={speak('desk.rerunTip')} disabledFocusable={running} onClick={() => desk.rerun()}>{speak('desk.rerun')}</Button> : null}
          {attached ? <Button size="small" title={speak('desk.rubricTip')} disabledFocusable={running} onClick={() => void desk.rules.show()}>{speak('desk.rubric')}</Button> : null}
          {list ? <Flyout small label={speak('desk.lastYear')} wide disabled={running || years.length === 0} entries={years} /> : null}
        </>
      )}
    </div>
  );
}

function RunProgress({ run }: { readonly run: DeskRun }): ReactElement {
  const styles = useStyles();
  const { speak } = useWorkbench();
  return (
    <div className={styles.progress}>
      <div className={styles.bar}><ProgressBar thickness="large" max={Math.max(1, run.total)} value={run.done} aria-label={speak('desk.progress')} /></div>
      <span className={styles.quiet}>{runWords(run, speak)}</span>
    </div>
  );
}

function TaskProgress({ task }: { readonly task: DeskTask }): ReactElement {
  const styles = useStyles();
  const { controller: { desk }, speak } = useWorkbench();
  return (
    <div className={styles.progress}>
      <div className={styles.bar}><ProgressBar thickness="large" aria-label={speak(TASKS[task.kind])} {...(task.total > 0 ? { max: task.total, value: task.done } : {})} /></div>
      <span className={styles.quiet}>{speak(TASKS[task.kind])}{task.total > 0 ? `　${speak('desk.running', { done: task.done, total: task.total })}` : ''}</span>
      {STOPPABLE.has(task.kind) ? <Button size="small" onClick={() => desk.stopTask()}>{speak('desk.stop')}</Button> : null}
    </div>
  );
}
