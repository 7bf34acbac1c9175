// The bar at the bottom: what can be corrected at once, undo when something was written, and everything else one may do with the result.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { isExplained } from '../../review/causes';
import { countCorrectable } from '../located';
import { CardIcon, CheckIcon, EraseIcon, MoreIcon, OpinionIcon, ReportIcon, SheetIcon, TemplateIcon, UndoIcon } from './icons';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  root: { flexShrink: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalSNudge, position: 'relative' },
  words: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  grow: { flexGrow: 1, minWidth: 'auto', whiteSpace: 'nowrap' },
  small: { minWidth: 'auto', flexShrink: 0, whiteSpace: 'nowrap' },
  menu: { position: 'absolute', right: tokens.spacingHorizontalM, bottom: 'calc(100% - 4px)', display: 'flex', flexDirection: 'column', padding: '4px', backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, boxShadow: tokens.shadow16, zIndex: 2 },
  entry: { justifyContent: 'flex-start', fontWeight: tokens.fontWeightRegular },
});

export function ActionBar(): ReactElement | null {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const { checked, preferences, stored, task } = state;
  const { capabilities } = controller.services.port;
  const undoable = stored.journal.length > 0;
  if (!checked || (checked.review.tables.length === 0 && !undoable)) return null;
  const safe = countCorrectable(checked.located);
  const open = checked.located.filter(({ finding }) => finding.severity !== 'hint' && !isExplained(finding)).length;
  const markable = capabilities.marks && preferences.marks !== 'none' && open > 0;
  const unread = checked.review.tables.some(({ verdict }) => verdict === 'not-checked');
  const words = safe > 0 ? say('bar.safe', { count: safe }) : say(open > 0 || unread || checked.review.tables.length === 0 ? 'bar.nothing' : 'bar.clean');
  const busy = task !== null;
  return (
    <footer className={styles.root}>
      <Text size={200} className={styles.words}>{words}</Text>
      <div className={styles.buttons}>
        {safe > 0 || markable ? <Button appearance={safe > 0 ? 'primary' : 'secondary'} className={styles.grow} disabledFocusable={busy} onClick={() => void controller.corrections.openPreview({ rule: null })}>{say(safe > 0 ? 'bar.preview' : 'bar.mark')}</Button> : null}
        {undoable ? <Button className={styles.small} icon={<UndoIcon />} disabledFocusable={busy} onClick={() => void controller.corrections.undo()}>{say('bar.undo')}</Button> : null}
        <MoreMenu />
      </div>
    </footer>
  );
}

/** A disclosure rather than a menu widget: plain buttons that Tab reaches and Esc closes. */
function MoreMenu(): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const { capabilities } = controller.services.port;
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: Event): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [open]);
  const run = (act: () => void) => (): void => {
    button.current?.focus();
    setOpen(false);
    act();
  };
  const tables = (state.checked?.review.tables.length ?? 0) > 0;
  const busy = state.task !== null;
  return (
    <div ref={root} onKeyDown={(event) => {
      if (event.key !== 'Escape' || !open) return;
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    }}>
      <Button ref={button} className={styles.small} icon={<MoreIcon />} aria-label={say('more.label')} title={say('more.label')} aria-expanded={open} onClick={() => setOpen(!open)} />
      {open ? (
        <div className={styles.menu} role="group" aria-label={say('more.label')}>
          {tables ? <Button appearance="subtle" className={styles.entry} icon={<CardIcon />} onClick={run(() => controller.dispatch({ type: 'view', view: 'scorecard' }))}>{say('more.scorecard')}</Button> : null}
          {controller.services.reports ? <Button appearance="subtle" className={styles.entry} icon={<ReportIcon />} onClick={run(() => controller.dispatch({ type: 'view', view: 'report' }))}>{say('more.report')}</Button> : null}
          {tables ? <Button appearance="subtle" className={styles.entry} icon={<OpinionIcon />} onClick={run(() => controller.dispatch({ type: 'view', view: 'opinion' }))}>{say('more.opinion')}</Button> : null}
          <Button appearance="subtle" className={styles.entry} icon={<CheckIcon />} onClick={run(() => controller.dispatch({ type: 'view', view: 'checks' }))}>{say('more.checks')}</Button>
          <Button appearance="subtle" className={styles.entry} icon={<TemplateIcon />} onClick={run(() => controller.dispatch({ type: 'view', view: 'templates' }))}>{say('more.templates')}</Button>
          {tables && capabilities.resultSheet ? <Button appearance="subtle" className={styles.entry} icon={<SheetIcon />} disabledFocusable={busy} onClick={run(() => void controller.insertResults())}>{say('more.insert')}</Button> : null}
          {capabilities.marks ? <Button appearance="subtle" className={styles.entry} icon={<EraseIcon />} disabledFocusable={busy} onClick={run(() => void controller.corrections.clearMarks())}>{say('more.clear')}</Button> : null}
        </div>
      ) : null}
    </div>
  );
}
