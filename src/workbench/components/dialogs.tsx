// Two dialogs: what to do with unsaved changes, and which keys do what.
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, useEffect, useRef, type ReactElement } from 'react';
import { KEYS } from '../shortcuts';
import { useWorkbench } from './workbench-context';

const useStyles = makeStyles({
  surface: { maxWidth: '480px' },
  title: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, ':first-child': { marginTop: 0 } },
  keys: { display: 'grid', gridTemplateColumns: 'minmax(150px, auto) 1fr', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS, margin: 0, alignItems: 'baseline' },
  key: { display: 'flex', gap: tokens.spacingHorizontalXS, flexWrap: 'wrap', alignItems: 'baseline', color: tokens.colorNeutralForeground2 },
  cap: { fontFamily: 'inherit', fontSize: tokens.fontSizeBase200, padding: '1px 6px', borderRadius: tokens.borderRadiusSmall, border: `1px solid ${tokens.colorNeutralStroke1}`, backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1, whiteSpace: 'nowrap' },
  does: { margin: 0 },
});

/** Where the focus was before a dialog took it. */
function useReturnOfFocus(open: boolean): void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (!open) return undefined;
    before.current = document.activeElement;
    return () => {
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    };
  }, [open]);
}

export function UnsavedDialog(): ReactElement {
  const styles = useStyles();
  const { controller, speak, state } = useWorkbench();
  return (
    <Dialog modalType="alert" open={state.dialog === 'unsaved'} onOpenChange={(_, { open }) => {
      if (!open) void controller.decide('cancel');
    }}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{speak('unsaved.title', { name: state.opened?.name ?? '' })}</DialogTitle>
          <DialogContent>{speak('unsaved.text')}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void controller.decide('save')}>{speak('unsaved.save')}</Button>
            <Button onClick={() => void controller.decide('discard')}>{speak('unsaved.discard')}</Button>
            <Button onClick={() => void controller.decide('cancel')}>{speak('cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

export function KeysDialog(): ReactElement {
  const styles = useStyles();
  const { controller, speak, state } = useWorkbench();
  const open = state.dialog === 'keys';
  useReturnOfFocus(open);
  const close = (): void => controller.dispatch({ type: 'dialog', dialog: null });
  return (
    <Dialog open={open} onOpenChange={close}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{speak('keys.title')}</DialogTitle>
          <DialogContent>
            {KEYS.map(({ title, rows }) => (
              <Fragment key={title}>
                <h3 className={styles.title}>{speak(title)}</h3>
                <dl className={styles.keys}>
                  {rows.map(({ keys, does }) => (
                    <Fragment key={does}>
                      <dt className={styles.key}>{keys.map((one, at) => <Fragment key={one}>{at > 0 ? <span>{speak('keys.or')}</span> : null}<kbd className={styles.cap}>{one}</kbd></Fragment>)}</dt>
                      <dd className={styles.does}>{speak(does)}</dd>
                    </Fragment>
                  ))}
                </dl>
              </Fragment>
            ))}
          </DialogContent>
          <DialogActions><Button appearance="primary" onClick={close}>{speak('close')}</Button></DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
