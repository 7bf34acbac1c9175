// The button that checks: the primary one as long as it is the next thing to do. While a check runs it shows how far it is and can be stopped, and it keeps the focus all the while.
import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  button: { width: '100%' },
  row: { display: 'flex', justifyContent: 'space-between', color: tokens.colorNeutralForeground2 },
});

/** Shorter checks show no bar: it would only flicker. */
const PATIENCE = 300;

export function CheckButton(): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const task = state.task?.kind === 'checking' && !state.task.quiet ? state.task : null;
  const late = useLater(task !== null);
  const running = task !== null;
  // After a check the next step is in the bar below: two filled buttons would leave open which.
  const next = !running && (!state.checked || state.checked.review.tables.length === 0 || state.dirty !== null);
  return (
    <div className={styles.root}>
      <Button
        className={styles.button} size="large" appearance={next ? 'primary' : 'secondary'} disabledFocusable={state.task !== null && !running}
        onClick={({ detail }) => {
          if (!running) void controller.check();
          // The second click of a double click meant the check, not its end.
          else if (detail < 2) controller.cancel();
        }}
      >
        {running ? say('cancel') : say(state.checked ? 'check.again' : 'check.run')}
      </Button>
      {running && late ? (
        <>
          <ProgressBar aria-label={say('check.starting')} {...(task.total > 0 ? { value: task.done, max: task.total } : {})} />
          <Text size={200} className={styles.row}>{task.total > 0 ? say('check.reading', { done: task.done, total: task.total }) : say('check.starting')}</Text>
        </>
      ) : null}
    </div>
  );
}

function useLater(on: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) return undefined;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [on]);
  return late;
}
