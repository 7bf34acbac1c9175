// Before anything is open: what this is for, how to begin, and that data stay here.
import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { ShieldIcon, CheckIcon } from '../../pane/components/icons';
import { FolderIcon, Mark, OpenIcon } from './icons';
import { useUnseen } from './unseen';
import { useCompact } from './use-page';
import { useWorkbench } from './workbench-context';

const useStyles = makeStyles({
  root: { flex: '1 1 0', minWidth: 0, overflowY: 'auto', display: 'flex', padding: tokens.spacingHorizontalXXL, '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM }, backgroundColor: tokens.colorNeutralBackground3 },
  inside: { margin: 'auto', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  card: { maxWidth: '600px', padding: '40px', borderRadius: tokens.borderRadiusXLarge, backgroundColor: tokens.colorNeutralBackground1, boxShadow: tokens.shadow4, border: `1px solid ${tokens.colorTransparentStroke}`, '@media (max-width: 640px)': { padding: tokens.spacingHorizontalL } },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold, '@media (max-width: 380px)': { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 } },
  lines: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'flex-start', fontSize: tokens.fontSizeBase300, lineHeight: '22px', color: tokens.colorNeutralForeground2 },
  sign: { color: tokens.colorBrandForeground1, paddingTop: '1px' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap', paddingTop: tokens.spacingVerticalS },
});

function Line({ sign, children }: { readonly sign: ReactElement; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return <li className={styles.line}><span className={styles.sign}>{sign}</span><span>{children}</span></li>;
}

/** How to begin. */
function Ways({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const styles = useStyles();
  const { controller, speak } = useWorkbench();
  return (
    <div className={styles.buttons}>
      <Button appearance="primary" size="large" onClick={onOpen}>{speak('empty.button')}</Button>
      <Button size="large" onClick={() => void controller.pickFolder()}>{speak('empty.folder')}</Button>
      {controller.services.sample ? <Button size="large" onClick={() => void controller.openSample()}>{speak('empty.sample')}</Button> : null}
    </div>
  );
}

export function EmptyState({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const styles = useStyles();
  const unseen = useUnseen();
  const { speak, state } = useWorkbench();
  // Read after what it is for; where that would push the ways to begin out of the window, they come first.
  const compact = useCompact();
  return (
    <main className={styles.root} data-area="start" tabIndex={-1}>
      {state.opening !== null ? <div className={styles.inside}><h1 className={unseen}>{speak('app.name')}</h1><Spinner size="small" label={speak('app.loading')} /></div> : (
        <div className={mergeClasses(styles.inside, styles.card)}>
          <div className={styles.head}><Mark size={48} /><h1 className={styles.title}>{speak('empty.title')}</h1></div>
          {compact ? <Ways onOpen={onOpen} /> : null}
          <ul className={styles.lines}>
            <Line sign={<CheckIcon size={20} />}>{speak('empty.does')}</Line>
            <Line sign={<OpenIcon />}>{speak('empty.open')}</Line>
            <Line sign={<FolderIcon />}>{speak('empty.many')}</Line>
            <Line sign={<ShieldIcon size={20} />}>{speak('empty.privacy')}</Line>
          </ul>
          {compact ? null : <Ways onOpen={onOpen} />}
        </div>
      )}
    </main>
  );
}
