// In the place of the lists of a folder that did not come: what to do about it; the workbook behind them stays.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useWorkbench } from './workbench-context';

const useStyles = makeStyles({
  root: { flex: '1 1 0', minWidth: 0, display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalXXL },
  text: { margin: 0, maxWidth: '600px' },
});

export function MissingDesk({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  const styles = useStyles();
  const { speak } = useWorkbench();
  return (
    <main className={styles.root} aria-label={speak('desk.label')} data-area="desk" tabIndex={-1}>
      <p className={styles.text} role="alert">{speak('desk.missing')}</p>
      <Button onClick={onRetry}>{speak('stage.retry')}</Button>
    </main>
  );
}
