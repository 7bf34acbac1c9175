// What a draft of a rubric would change, table by table: nothing is kept yet.
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Finding } from '../../model/finding';
import type { Say } from '../catalogue';
import { messageIn, titleIn } from '../finding-words';
import type { TableTrial } from '../rubric-trial';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, outline: 'none', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  table: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function TrialView({ trial }: { readonly trial: readonly TableTrial[] }): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  const box = useRef<HTMLElement>(null);
  // Asked for at the foot of a long form: what came of it is read first.
  useEffect(() => box.current?.focus(), [trial]);
  return (
    <section ref={box} className={styles.box} tabIndex={-1} aria-label={say('trial.title')}>
      <h2 className={styles.title}>{say('trial.title')}</h2>
      {trial.map((one, at) => (
        <div key={at} className={styles.table}>
          <span className={styles.name}>{one.sheet}</span>
          {one.judged ? (
            <>
              <Text>{outcome(one, say)}</Text>
              {one.added.length + one.gone.length === 0 ? <Text className={styles.quiet}>{say('trial.same')}</Text> : null}
              <Findings heading={say('trial.added', { count: one.added.length })} items={one.added} />
              <Findings heading={say('trial.gone', { count: one.gone.length })} items={one.gone} />
            </>
          ) : <Text className={styles.quiet}>{say('trial.notJudged', { why: one.why })}</Text>}
        </div>
      ))}
    </section>
  );
}

function outcome({ before, after }: TableTrial, say: Say): string {
  const [from, to] = [before.score ?? '—', after.score ?? '—'];
  const verdict = say(`verdict.${after.verdict}`);
  return before.verdict === after.verdict && from === to ? say('trial.unchanged', { verdict, score: to }) : say('trial.change', { before: say(`verdict.${before.verdict}`), after: verdict, from, to });
}

function Findings({ heading, items }: { readonly heading: string; readonly items: readonly Finding[] }): ReactElement | null {
  const styles = useStyles();
  const { language, say } = usePane();
  if (items.length === 0) return null;
  return <><Text>{heading}</Text><ul className={styles.list}>{items.map((one, at) => <li key={at}>{say('trial.finding', { cell: one.cells[0] ?? '', title: titleIn(language, one), message: messageIn(language, one) })}</li>)}</ul></>;
}
