// While files hang over the page: what will happen when they are let go.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { OpenIcon } from './icons';
import { useWorkbench } from './workbench-context';

const useStyles = makeStyles({
  root: { position: 'fixed', inset: 0, zIndex: 1000, display: 'flex', alignItems: 'center', justifyContent: 'center', padding: tokens.spacingHorizontalXXL, backgroundColor: tokens.colorBackgroundOverlay, pointerEvents: 'none' },
  card: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: tokens.spacingVerticalS, textAlign: 'center', maxWidth: '460px', padding: tokens.spacingHorizontalXXXL, borderRadius: tokens.borderRadiusXLarge, border: `2px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, boxShadow: tokens.shadow28 },
  sign: { color: tokens.colorBrandForeground1 },
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground2 },
});

export function DropOverlay(): ReactElement | null {
  const styles = useStyles();
  const { speak, state } = useWorkbench();
  if (!state.dragging) return null;
  return (
    <div className={styles.root} role="status">
      <div className={styles.card}>
        <span className={styles.sign}><OpenIcon size={40} /></span>
        <span className={styles.title}>{speak('drop.title')}</span>
        <span className={styles.hint}>{speak('drop.hint')}</span>
      </div>
    </div>
  );
}
