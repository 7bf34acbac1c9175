// The browser's own modal dialog: it keeps the focus inside, makes the page behind inert, and gives the focus back.
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box', width: 'min(480px, calc(100vw - 32px))', maxHeight: 'calc(100vh - 48px)', padding: `${tokens.spacingHorizontalXXL} ${tokens.spacingHorizontalXXL} 0`, overflowY: 'auto', scrollPaddingBottom: '80px',
    color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorTransparentStroke}`, borderRadius: tokens.borderRadiusXLarge, boxShadow: tokens.shadow64,
    // Custom properties do not reach a backdrop in older Chromium.
    '::backdrop': { backgroundColor: 'rgba(0, 0, 0, 0.4)' },
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  body: { margin: `${tokens.spacingVerticalS} 0 0` },
  // In sight however low the window: the rest scrolls behind them.
  actions: { position: 'sticky', bottom: 0, display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXXL} 0`, backgroundColor: tokens.colorNeutralBackground1 },
});

interface ModalProps {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  /** Esc, or a click outside where that decides nothing. */
  readonly onCancel: () => void;
  readonly closesOutside?: boolean;
}

export function Modal({ open, title, children, actions, onCancel, closesOutside = false }: ModalProps): ReactElement {
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return undefined;
    element.showModal();
    // The focus goes to a button at the end of what may be longer than the window: reading begins at the top.
    element.scrollTop = 0;
    return () => element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog} className={styles.root} aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      onClick={({ target }) => {
        if (closesOutside && target === dialog.current) onCancel();
      }}
    >
      {open ? (
        <>
          <h2 id={id} className={styles.title}>{title}</h2>
          <div className={styles.body}>{children}</div>
          <div className={styles.actions}>{actions}</div>
        </>
      ) : null}
    </dialog>
  );
}
