// In the place of a part of the pane that did not come: what to do about it.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Bar } from './notices';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  // A page has no edge of its own; a part stands inside the list's.
  page: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM },
});

export function MissingPart({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const isPage = state.view !== 'list';
  return (
    <div role="alert" className={isPage ? styles.page : undefined}>
      <Bar tone="warning" title={say('late.title')} action={<Button size="small" onClick={onRetry}>{say('refused.retry')}</Button>}>{say('late.text')}</Bar>
      {isPage ? <Button size="small" onClick={() => controller.dispatch({ type: 'view', view: 'list' })}>{say('back')}</Button> : null}
    </div>
  );
}
