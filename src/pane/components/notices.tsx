// What happened and what stands in the way, in sentences: results of writing, refusals, edits since the check, what this host lacks.
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { CleanIcon, HintIcon, VerifyIcon } from './icons';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  bar: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start', padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  info: { backgroundColor: tokens.colorNeutralBackground3 },
  done: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1 },
  iconInfo: { color: tokens.colorNeutralForeground3 },
  iconDone: { color: tokens.colorStatusSuccessForeground1, '--icon-ground': tokens.colorNeutralBackground1 },
  iconWarning: { color: tokens.colorStatusWarningForeground1, '--icon-ground': tokens.colorNeutralBackground1 },
  icon: { paddingTop: '2px' },
  words: { flexGrow: 1, minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, paddingTop: tokens.spacingVerticalXS },
  side: { flexShrink: 0, minWidth: 'auto', whiteSpace: 'nowrap' },
});

const ICONS = { info: HintIcon, done: CleanIcon, warning: VerifyIcon } as const;

export function Bar({ tone, title, children, action }: { readonly tone: 'info' | 'done' | 'warning'; readonly title?: string; readonly children?: ReactNode; readonly action?: ReactNode }): ReactElement {
  const styles = useStyles();
  const Icon = ICONS[tone];
  const colour = { info: styles.iconInfo, done: styles.iconDone, warning: styles.iconWarning }[tone];
  return (
    <div className={mergeClasses(styles.bar, styles[tone])}>
      <span className={mergeClasses(styles.icon, colour)}><Icon /></span>
      <div className={styles.words}>
        {title === undefined ? null : <Text block weight="semibold">{title}</Text>}
        {children === undefined ? null : <Text block>{children}</Text>}
      </div>
      {action}
    </div>
  );
}

export function NoticeBar(): ReactElement | null {
  const styles = useStyles();
  const { controller, say, state, text } = usePane();
  const { notice } = state;
  if (!notice) return null;
  const { deleted } = notice;
  const back = deleted ? <Button size="small" className={styles.side} disabledFocusable={state.task !== null} onClick={() => void controller.desk.restore(deleted)}>{say('rule.restore')}</Button> : null;
  return (
    <Bar tone={notice.tone} action={<>{back}<Button size="small" appearance="transparent" className={styles.side} onClick={() => controller.dispatch({ type: 'notice', notice: null })}>{say('close')}</Button></>}>{text(notice.phrase)}</Bar>
  );
}

/** Why the last task did not come to its end, and what can be done: told where it was begun, and in the list, which is the home of all. */
export function RefusalBar(): ReactElement | null {
  const styles = useStyles();
  const { controller, say, state, text } = usePane();
  const { refusal } = state;
  if (!refusal || (state.view !== 'list' && state.view !== refusal.view)) return null;
  const retry = refusal.word === 'busy' || refusal.word === 'failed';
  return (
    <Bar tone="warning" title={say(`refused.${refusal.word}`)} action={retry ? <Button size="small" className={styles.side} disabledFocusable={state.task !== null} onClick={() => void controller.check()}>{say('refused.retry')}</Button> : undefined}>
      {refusal.word === 'read-only' ? say('refused.readonlyCan', { reason: text(refusal.reason) }) : text(refusal.reason)}
    </Bar>
  );
}

/** The way back to a rubric or a check that was left before it was kept. */
export function UnfinishedBar({ title, form }: { readonly title: string; readonly form: 'rubric-form' | 'check-form' }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const goOn = useRef<HTMLButtonElement>(null);
  const instead = state.instead?.form === form ? state.instead : null;
  // The button that asked for another one may be far below: the question is where the eyes and the keys are.
  useEffect(() => {
    if (instead) goOn.current?.focus();
  }, [instead]);
  const button = <Button ref={goOn} size="small" className={styles.side} onClick={() => controller.dispatch({ type: 'view', view: form })}>{say('rubric.goOn')}</Button>;
  if (instead === null) return <Bar tone="info" action={button}>{say('rubric.unfinished', { title })}</Bar>;
  const desk = instead.form === 'rubric-form' ? controller.desk : controller.checks;
  return (
    <div role="alert">
      <Bar tone="warning" title={say('rubric.unfinished', { title })}>
        {say('rubric.instead')}
        <span className={styles.buttons}>{button}<Button size="small" className={styles.side} onClick={() => desk.giveUp()}>{say('rubric.giveUp')}</Button></span>
      </Bar>
    </div>
  );
}

/** A catalogue that cannot be used as it was published: whose rules judge instead. */
export function CatalogueBar(): ReactElement | null {
  const { state, text } = usePane();
  const { remarks } = state.house.shared;
  return remarks.length === 0 ? null : <Bar tone="warning">{remarks.map(text).join(' ')}</Bar>;
}

export function DirtyBar(): ReactElement | null {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  if (!state.dirty || !state.checked) return null;
  return (
    <Bar tone="info" action={<Button size="small" className={styles.side} disabledFocusable={state.task !== null} onClick={() => void controller.check(false)}>{say('dirty.check')}</Button>}>
      {say(state.dirty.remote ? 'dirty.remote' : 'dirty.mine')}
    </Bar>
  );
}

/** A quiet line while something is being written or prepared. */
export function TaskLine(): ReactElement | null {
  const { say, state } = usePane();
  const kind = state.task?.kind;
  return kind === undefined || kind === 'checking' ? null : <Bar tone="info">{say(`task.${kind}`)}</Bar>;
}
