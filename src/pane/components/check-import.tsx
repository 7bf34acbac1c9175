// Own checks from a file: every problem of the file, or what was read and where to keep it.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ChangeEvent, type ReactElement } from 'react';
import type { IncomingChecks } from '../check-writing';
import type { CheckEntry } from '../check-places';
import { usePane } from './pane-context';
import { useChosenText } from './use-chosen-text';

const useStyles = makeStyles({
  hidden: { display: 'none' },
  box: { flexBasis: '100%', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, outline: 'none', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  wrong: { color: tokens.colorStatusDangerForeground3 },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

export function CheckImport({ entries }: { readonly entries: readonly CheckEntry[] }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const file = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const chosenText = useChosenText();
  const take = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const text = await chosenText(event);
    if (text !== null) setProblems(await controller.checks.import(text));
  };
  return (
    <>
      <Button onClick={() => file.current?.click()}>{say('checks.import')}</Button>
      <input ref={file} type="file" accept=".json,.txt,application/json,text/plain" className={styles.hidden} aria-hidden="true" tabIndex={-1} onChange={(event) => void take(event)} />
      {problems.length === 0 ? null : (
        <div className={styles.box} role="alert">
          <Text className={styles.wrong}>{say('checks.refused', { count: problems.length })}</Text>
          <ul className={styles.list}>{problems.map((one, at) => <li key={at}>{one}</li>)}</ul>
        </div>
      )}
      {state.incoming === null ? null : <Incoming incoming={state.incoming} entries={entries} />}
    </>
  );
}

function Incoming({ incoming: { title, checks, advice }, entries }: { readonly incoming: IncomingChecks; readonly entries: readonly CheckEntry[] }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [checks]);
  const count = checks.length;
  const same = checks.filter(({ id }) => entries.some(({ place, form }) => place !== 'catalog' && form.id === id)).length;
  const heading = title === null ? say('checks.incoming', { count }) : say('checks.incoming.titled', { title, count });
  const busy = state.task !== null;
  return (
    <section ref={box} className={styles.box} tabIndex={-1} aria-label={heading}>
      <Text weight="semibold">{heading}</Text>
      <ul className={styles.list}>{checks.map(({ id, label }) => <li key={id}>{id}　{label}</li>)}</ul>
      {same === 0 ? null : <Text size={200} className={styles.quiet}>{say('checks.incoming.same', { count: same })}</Text>}
      {advice.map((one) => <Text key={one} size={200} className={styles.quiet}>{one}</Text>)}
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={busy} disabled={!controller.services.port.capabilities.state} onClick={() => void controller.checks.takeIn('workbook')}>{say('rubricForm.keepInWorkbook')}</Button>
        <Button size="small" disabledFocusable={busy} disabled={!controller.services.house} onClick={() => void controller.checks.takeIn('computer')}>{say('rubricForm.keepHere')}</Button>
        <Button size="small" appearance="subtle" onClick={() => controller.checks.leave()}>{say('rubricForm.discard')}</Button>
      </div>
    </section>
  );
}
