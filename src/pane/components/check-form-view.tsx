// The form in which a bureau writes its own check: formula with completion, complaints at their places, what it says of the open workbook, and where to keep it.
import { Button, Field, Input, makeStyles, mergeClasses, Select, Text, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import { CHECK_EXAMPLES } from '../../formulas/examples';
import type { Severity } from '../../model/finding';
import type { MessageKey } from '../catalogue';
import type { CheckWriting } from '../check-writing';
import { formOfValue, type CheckForm } from '../check-form';
import type { Complaint } from '../check-reading';
import { CheckFormulaField } from './check-formula-field';
import { ProblemView } from './check-problem';
import { CheckResult } from './check-result';
import { KindChoice } from './kind-choice';
import { NoticeBar } from './notices';
import { Page } from './page';
import { usePane } from './pane-context';
import { SEVERITY_KEYS } from './severity';

const SEVERITIES: readonly Severity[] = ['error', 'verify', 'hint'];
/** Reading waits until the hand rests: half a word is no mistake. */
const REST = 250;

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  box: { minWidth: 0, width: '100%' },
  example: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  start: { alignSelf: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground3 },
  wrong: { color: tokens.colorStatusDangerForeground3 },
  whole: { flexBasis: '100%' },
  // Three beside each other in a pane of 320 px.
  narrow: { minWidth: 'auto' },
  details: { '& > summary': { cursor: 'pointer', padding: `${tokens.spacingVerticalXS} 0` } },
});

export function CheckFormView(): ReactElement | null {
  const { state } = usePane();
  return state.writing === null ? null : <FormPage writing={state.writing} />;
}

function FormPage({ writing: { form, reading, tried } }: { readonly writing: CheckWriting }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const { checks, services } = controller;
  useEffect(() => {
    const timer = setTimeout(() => void checks.read(), REST);
    return () => clearTimeout(timer);
  }, [checks, form, state.checked]);
  const set = (change: Partial<CheckForm>): void => checks.type(change);
  const complaints = reading?.complaints ?? [];
  // What is empty is told by the line at the foot; in red only once keeping was tried.
  const shown = complaints.filter(({ part }) => tried || part === 'whole' || form[part].trim() !== '');
  const of = (part: Complaint['part']): readonly Complaint[] => shown.filter((one) => one.part === part);
  const wrong = (part: Complaint['part']): { readonly validationState: 'error' | 'none'; readonly validationMessage: string } => {
    const [first] = of(part);
    return first ? { validationState: 'error', validationMessage: first.sentence } : { validationState: 'none', validationMessage: '' };
  };
  const busy = state.task !== null;
  const text = (field: 'id' | 'label' | 'document' | 'clause', label: MessageKey, hint?: MessageKey): ReactElement => (
    <Field label={say(label)} {...(hint ? { hint: say(hint) } : {})} {...(field === 'id' || field === 'label' ? wrong(field) : {})}>
      <Input className={styles.box} value={form[field]} onChange={(_, { value }) => set({ [field]: value })} />
    </Field>
  );
  const wholeProblems = of('whole');
  return (
    <Page
      title={say('checkForm.title')} back="checks"
      foot={(
        <>
          {complaints.length === 0 ? null : <Text role="status" size={200} className={mergeClasses(styles.whole, shown.length > 0 ? styles.wrong : styles.quiet)}>{say('checkForm.wrong', { count: complaints.length })}</Text>}
          <Button appearance="primary" disabledFocusable={busy} disabled={!services.port.capabilities.state} onClick={() => void checks.keep('workbook')}>{say('rubricForm.keepInWorkbook')}</Button>
          <Button disabledFocusable={busy} disabled={!services.house} onClick={() => void checks.keep('computer')}>{say('rubricForm.keepHere')}</Button>
          <Button appearance="subtle" className={styles.narrow} onClick={() => checks.discard()}>{say('rubricForm.discard')}</Button>
        </>
      )}
    >
      <NoticeBar />
      <Examples onUse={(example) => set(example)} />
      <CheckFormulaField form={form} complaints={of('formula')} advice={reading?.form === form ? reading.advice : []} onChange={(formula) => set({ formula })} />
      <CheckResult form={form} reading={reading} />
      <div className={styles.pair}>
        {text('id', 'checkForm.id', 'checkForm.id.hint')}
        <Field label={say('checkForm.severity')}>
          <Select value={form.severity} onChange={(_, { value }) => set({ severity: SEVERITIES.find((one) => one === value) ?? 'error' })}>
            {SEVERITIES.map((severity) => <option key={severity} value={severity}>{say(SEVERITY_KEYS[severity])}</option>)}
          </Select>
        </Field>
      </div>
      {text('label', 'checkForm.label')}
      <Field label={say('checkForm.message')} hint={say('checkForm.message.hint')} {...wrong('message')}>
        <Textarea value={form.message} resize="vertical" onChange={(_, { value }) => set({ message: value })} />
      </Field>
      {of('message').slice(0, 1).map(({ problem }) => (problem ? <ProblemView key="message" text={form.message} problem={problem} /> : null))}
      {text('document', 'checkForm.document')}
      {text('clause', 'checkForm.clause')}
      <KindChoice label={say('checkForm.kinds')} hint={say('checkForm.kinds.hint')} kinds={form.kinds} onChange={(kinds) => set({ kinds })} />
      {wholeProblems.map(({ sentence }) => <Text key={sentence} role="alert" className={styles.wrong}>{sentence}</Text>)}
    </Page>
  );
}

/** Chosen first and used by a button: walking through the list with the arrow keys must not write over what was typed. */
function Examples({ onUse }: { readonly onUse: (form: CheckForm) => void }): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  const [id, choose] = useState('');
  const example = CHECK_EXAMPLES.find(({ draft }) => draft.id === id);
  return (
    <div className={styles.example}>
      <Field label={say('checkForm.example')}>
        <Select value={id} onChange={(_, { value }) => choose(value)}>
          <option value="">{say('checkForm.example.none')}</option>
          {CHECK_EXAMPLES.map(({ draft }) => <option key={draft.id} value={draft.id}>{draft.label}</option>)}
        </Select>
      </Field>
      {example === undefined ? null : (
        <>
          <Text size={200} className={styles.quiet}>{example.shows}</Text>
          <Button size="small" className={styles.start} onClick={() => { onUse(formOfValue(example.draft)); choose(''); }}>{say('checkForm.example.use')}</Button>
        </>
      )}
    </div>
  );
}
