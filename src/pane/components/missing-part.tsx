// In the place of a part of the pane that did not come: what to do about it.
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Bar } from './notices';
import { usePane } from './pane-context';

export function MissingPart({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  const { controller, say, state } = usePane();
  return (
    <div role="alert">
      <Bar tone="warning" title={say('late.title')} action={<Button size="small" onClick={onRetry}>{say('refused.retry')}</Button>}>{say('late.text')}</Bar>
      {state.view === 'list' ? null : <Button size="small" onClick={() => controller.dispatch({ type: 'view', view: 'list' })}>{say('back')}</Button>}
    </div>
  );
}
