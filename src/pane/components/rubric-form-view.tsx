// The form in which a bureau writes its own rubric: every value with the words it rests on, complaints at their fields, a trial before it is kept.
import { Button, Field, Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { MessageKey } from '../catalogue';
import { readForm } from '../rubric-form';
import type { RubricDraft } from '../rubric-draft';
import { KindChoice } from './kind-choice';
import { NoticeBar } from './notices';
import { Page } from './page';
import { usePane } from './pane-context';
import { useFormFields, useFormStyles, type FormFields } from './rubric-form-parts';
import { RubricFormSections } from './rubric-form-sections';
import { TrialView } from './trial-view';

const useStyles = makeStyles({
  /** Two beside each other where both can be read: not in a pane of 320 px. */
  sides: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))', gap: tokens.spacingHorizontalS },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
  whole: { flexBasis: '100%', display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  words: { flexGrow: 1, minWidth: 0 },
  // Four beside each other from the pane's usual width on.
  narrow: { minWidth: 'auto' },
  side: { flexShrink: 0, minWidth: 'auto', whiteSpace: 'nowrap' },
});

export function RubricFormView(): ReactElement | null {
  const { state } = usePane();
  return state.draft === null ? null : <FormPage draft={state.draft} />;
}

function FormPage({ draft: { form, base, trial } }: { readonly draft: RubricDraft }): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  const { rubric, complaints } = useMemo(() => readForm(form, base), [form, base]);
  const fields = useFormFields(form, complaints);
  return (
    <Page title={say('rubricForm.title')} back="rubric" foot={<Foot complaints={complaints.length} complete={rubric !== null} />}>
      <NoticeBar />
      <Text size={200} className={styles.quiet}>{say('rubricForm.about', { title: base.title })}</Text>
      {trial === null ? null : <TrialView trial={trial} />}
      <AboutFields fields={fields} />
      <RubricFormSections fields={fields} />
    </Page>
  );
}

/** What is wrong in all, and what may be done with the rubric. */
function Foot({ complaints, complete }: { readonly complaints: number; readonly complete: boolean }): ReactElement {
  const styles = useStyles();
  const shared = useFormStyles();
  const { controller, say, state } = usePane();
  const shut = !complete || state.task !== null;
  return (
    <>
      {complaints === 0 ? null : (
        <div className={styles.whole}>
          <Text role="status" size={200} className={mergeClasses(shared.wrong, styles.words)}>{say('rubricForm.wrong', { count: complaints })}</Text>
          <Button size="small" className={styles.side} onClick={({ currentTarget }) => goToFault(currentTarget)}>{say('rubricForm.goToWrong')}</Button>
        </div>
      )}
      <Button appearance="primary" className={styles.narrow} disabled={shut || state.checked === null} onClick={() => void controller.desk.tryOut()}>{say('rubricForm.try')}</Button>
      <Button className={styles.narrow} disabled={shut || !controller.services.port.capabilities.state} onClick={() => void controller.desk.keep('workbook')}>{say('rubricForm.keepInWorkbook')}</Button>
      <Button className={styles.narrow} disabled={shut || !controller.services.house} onClick={() => void controller.desk.keep('computer')}>{say('rubricForm.keepHere')}</Button>
      <Button appearance="subtle" className={styles.narrow} onClick={() => controller.desk.discard()}>{say('rubricForm.discard')}</Button>
    </>
  );
}

interface TextFieldProps {
  readonly fields: FormFields;
  readonly field: 'id' | 'title' | 'issuer' | 'documentNumber' | 'version' | 'from' | 'until' | 'places';
  readonly label: MessageKey;
  readonly hint?: MessageKey;
}

function TextField({ fields: { form, set, wrong }, field, label, hint }: TextFieldProps): ReactElement {
  const shared = useFormStyles();
  const { say } = usePane();
  return (
    <Field label={say(label)} {...(hint ? { hint: say(hint) } : {})} {...wrong(field)}>
      <Input className={shared.box} value={form[field]} onChange={(_, { value }) => set({ [field]: value })} />
    </Field>
  );
}

/** What the rubric is called, whose it is, and what it holds for. */
function AboutFields({ fields }: { readonly fields: FormFields }): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  return (
    <>
      <TextField fields={fields} field="title" label="rubricForm.name" />
      <TextField fields={fields} field="id" label="rubricForm.id" hint="rubricForm.id.hint" />
      <div className={styles.sides}>
        <TextField fields={fields} field="issuer" label="rubricForm.issuer" />
        <TextField fields={fields} field="documentNumber" label="rubricForm.document" />
      </div>
      <TextField fields={fields} field="version" label="rubricForm.version" hint="rubricForm.version.hint" />
      <div className={styles.pair}>
        <TextField fields={fields} field="from" label="rubricForm.from" />
        <TextField fields={fields} field="until" label="rubricForm.until" />
      </div>
      <TextField fields={fields} field="places" label="rubricForm.places" hint="rubricForm.places.hint" />
      <KindChoice label={say('rubricForm.kinds')} {...fields.wrong('kinds')} kinds={fields.form.kinds} onChange={(kinds) => fields.set({ kinds })} />
    </>
  );
}

/** The form is ten screens long in a narrow pane: nobody should look for what is wrong. */
function goToFault(from: HTMLElement): void {
  const place = from.closest('main')?.querySelector('[data-wrong]');
  const field = place?.querySelector<HTMLElement>(':is(input, textarea, select)[aria-invalid="true"]') ?? place?.querySelector<HTMLElement>('input, textarea, select');
  field?.scrollIntoView?.({ block: 'center' });
  field?.focus();
}
