// Lines under the bar: what happened in words, and what was not saved last time.
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { CleanIcon, InfoIcon, VerifyIcon } from '../../pane/components/icons';
import type { Message } from '../workbench-state';
import { CloseIcon, RestoreIcon } from './icons';
import { useWorkbench } from './workbench-context';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '36px', padding: `2px ${tokens.spacingHorizontalS} 2px ${tokens.spacingHorizontalL}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, lineHeight: '20px' },
  info: { backgroundColor: tokens.colorNeutralBackground4 },
  done: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1 },
  signInfo: { color: tokens.colorNeutralForeground2 },
  signDone: { color: tokens.colorStatusSuccessForeground1, '--icon-ground': tokens.colorNeutralBackground1 },
  signWarning: { color: tokens.colorStatusWarningForeground1, '--icon-ground': tokens.colorNeutralBackground1 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', padding: '4px 0' },
  side: { flexShrink: 0, minWidth: 'auto' },
});

const SIGNS = { info: <InfoIcon />, done: <CleanIcon />, warning: <VerifyIcon /> } as const;

function Line({ tone, sign, children, actions }: { readonly tone: Message['tone']; readonly sign: ReactElement; readonly children: ReactNode; readonly actions: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.line, styles[tone])}>
      <span className={{ info: styles.signInfo, done: styles.signDone, warning: styles.signWarning }[tone]}>{sign}</span>
      <span className={styles.words}>{children}</span>
      {actions}
    </div>
  );
}

export function MessageLine(): ReactElement | null {
  const styles = useStyles();
  const { controller, speak, state: { message }, text } = useWorkbench();
  if (!message) return null;
  const close = speak('close');
  return (
    <Line tone={message.tone} sign={SIGNS[message.tone]} actions={<Button size="small" appearance="subtle" className={styles.side} icon={<CloseIcon size={16} />} aria-label={close} title={close} onClick={() => controller.dispatch({ type: 'message', message: null })} />}>
      {text(message.words)}
    </Line>
  );
}

export function DraftLines(): ReactElement | null {
  const styles = useStyles();
  const { controller, speak, state: { drafts } } = useWorkbench();
  if (drafts.length === 0) return null;
  const time = new Intl.DateTimeFormat(controller.language(), { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (
    <div role="group" aria-label={speak('drafts.label')}>
      {drafts.map(({ id, name, at }) => (
        <Line key={id} tone="info" sign={<RestoreIcon size={16} />} actions={(
          <>
            <Button size="small" appearance="primary" className={styles.side} aria-label={`${speak('drafts.restore')} ${name}`} onClick={() => void controller.restoreDraft(id)}>{speak('drafts.restore')}</Button>
            <Button size="small" className={styles.side} aria-label={`${speak('drafts.discard')} ${name}`} onClick={() => void controller.discardDraft(id)}>{speak('drafts.discard')}</Button>
          </>
        )}>
          {speak('drafts.offer', { name, time: time.format(new Date(at)) })}
        </Line>
      ))}
    </div>
  );
}
