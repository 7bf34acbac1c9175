// Lines under the bar: what happened in words, and what was not saved last time.
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { CleanIcon, InfoIcon, VerifyIcon } from '../../pane/components/icons';
import type { Message } from '../workbench-state';
import { CloseIcon, RestoreIcon } from './icons';
import { useCompact } from './use-page';
import { useWorkbench } from './workbench-context';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '36px', padding: `2px ${tokens.spacingHorizontalS} 2px ${tokens.spacingHorizontalL}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, lineHeight: '20px' },
  // What there is to do stands below the words where there is no room beside them.
  offer: { flexWrap: 'wrap', paddingTop: tokens.spacingVerticalXXS, paddingBottom: tokens.spacingVerticalXXS },
  offered: { flexBasis: '210px' },
  choices: { display: 'flex', gap: tokens.spacingHorizontalS, marginLeft: 'auto' },
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

/** Milliseconds in which what was done is read, also by who is slow. */
const READ = 15_000;

export function MessageLine(): ReactElement | null {
  const { state: { message }, text } = useWorkbench();
  return message && <Told key={text(message.words)} message={message} />;
}

function Told({ message }: { readonly message: Message }): ReactElement {
  const styles = useStyles();
  const { controller, speak, text } = useWorkbench();
  const [held, setHeld] = useState(false);
  // Good news needs no answer: where lists have little room it gives its own back. Who cannot see it has heard it.
  const goes = useCompact() && message.tone === 'done' && !held;
  useEffect(() => {
    if (!goes) return undefined;
    const timer = setTimeout(() => controller.dispatch({ type: 'message', message: null }), READ);
    return () => clearTimeout(timer);
  }, [goes, message, controller]);
  const close = speak('close');
  return (
    <div
      className={mergeClasses(styles.line, styles[message.tone])}
      onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}
    >
      <span className={{ info: styles.signInfo, done: styles.signDone, warning: styles.signWarning }[message.tone]}>{SIGNS[message.tone]}</span>
      <span className={styles.words}>{text(message.words)}</span>
      <Button size="small" appearance="subtle" className={styles.side} icon={<CloseIcon size={16} />} aria-label={close} title={close} onClick={() => controller.dispatch({ type: 'message', message: null })} />
    </div>
  );
}

/** Drafts of single files, and lists of whole folders. */
export function DraftLines(): ReactElement | null {
  const { controller, speak, state: { drafts, lists } } = useWorkbench();
  if (drafts.length === 0 && lists.length === 0) return null;
  const format = new Intl.DateTimeFormat(controller.language(), { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const time = (at: string): string => format.format(new Date(at));
  return (
    <div role="group" aria-label={speak('drafts.label')}>
      {drafts.map(({ id, name, at }) => (
        <OfferLine key={id} name={name} onRestore={() => void controller.restoreDraft(id)} onDiscard={() => void controller.discardDraft(id)}>{speak('drafts.offer', { name, time: time(at) })}</OfferLine>
      ))}
      {lists.map(({ id, name, at, files, total }) => (
        <OfferLine key={id} name={name} onRestore={() => void controller.restoreList(id)} onDiscard={() => void controller.discardList(id)}>
          {speak(files < total ? 'lists.offerPart' : 'lists.offer', { name, files, total, time: time(at) })}
        </OfferLine>
      ))}
    </div>
  );
}

function OfferLine({ name, onRestore, onDiscard, children }: { readonly name: string; readonly onRestore: () => void; readonly onDiscard: () => void; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  const { speak } = useWorkbench();
  return (
    <div className={mergeClasses(styles.line, styles.offer, styles.info)}>
      <span className={styles.signInfo}><RestoreIcon size={16} /></span>
      <span className={mergeClasses(styles.words, styles.offered)}>{children}</span>
      <span className={styles.choices}>
        <Button size="small" appearance="primary" className={styles.side} aria-label={`${speak('drafts.restore')} ${name}`} onClick={onRestore}>{speak('drafts.restore')}</Button>
        <Button size="small" className={styles.side} aria-label={`${speak('drafts.discard')} ${name}`} onClick={onDiscard}>{speak('drafts.discard')}</Button>
      </span>
    </div>
  );
}
