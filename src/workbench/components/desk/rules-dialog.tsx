// By what the folder is judged: what is there, and one rubric for all tables where somebody wants it.
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { appliedWords } from '../../desk/applied-words';
import type { Applied } from '../../desk/desk-judges';
import { Modal } from '../modal';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  // Titles of rubrics are longer than the dialog is wide.
  field: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  choice: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

const GROUPS = ['computer', 'catalog', 'shipped'] as const;

export function RulesDialog(): ReactElement {
  const { now: { dialog, applied, rubric }, desk, speak } = useDesk('dialog', 'applied', 'rubric');
  const [chosen, setChosen] = useState<string | null>(null);
  const open = dialog === 'rules' && applied !== null;
  const close = (): void => {
    setChosen(null);
    desk.dispatch({ type: 'dialog', dialog: null });
  };
  return (
    <Modal open={open} title={speak('desk.rubric')} onCancel={close} actions={(
      <>
        <Button appearance="primary" onClick={() => {
          const wanted = chosen ?? rubric ?? '';
          setChosen(null);
          desk.rules.judgeBy(wanted === '' ? null : wanted);
        }}>{speak('desk.rubricApply')}</Button>
        <Button onClick={close}>{speak('cancel')}</Button>
      </>
    )}>
      {applied ? <RulesForm applied={applied} chosen={chosen ?? rubric ?? ''} choose={setChosen} /> : null}
    </Modal>
  );
}

function RulesForm({ applied, chosen, choose }: { readonly applied: Applied; readonly chosen: string; readonly choose: (id: string) => void }): ReactElement {
  const styles = useStyles();
  const { speak } = useDesk('dialog');
  const { choices } = applied;
  return (
    <div className={styles.form}>
      <Field className={styles.field} label={speak('desk.rubricAll')} hint={speak('desk.rubricHint')}>
        <Select className={styles.choice} value={chosen} onChange={(_, { value }) => choose(value)}>
          <option value="">{speak('desk.rubricEach')}</option>
          {GROUPS.map((group) => (choices[group].length === 0 ? null : (
            <optgroup key={group} label={speak(`desk.rubricFrom.${group}`)}>
              {choices[group].map((one) => <option key={one.id} value={one.id}>{one.version === null ? one.title : speak('desk.rubricOption', { title: one.title, version: one.version })}</option>)}
            </optgroup>
          )))}
        </Select>
      </Field>
      <p className={styles.quiet}>{speak('desk.rubricNow', { applied: appliedWords(applied, speak) })}</p>
    </div>
  );
}
