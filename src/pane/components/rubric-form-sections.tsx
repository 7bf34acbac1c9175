// The parts of the form of a rubric: one for each value of a rubric, and what it requires besides.
import { Field, Input, Select, Switch, Textarea } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Severity } from '../../model/finding';
import type { Aspect } from '../../model/table';
import { RULES } from '../../rules/index';
import type { RubricForm } from '../rubric-form';
import { usePane } from './pane-context';
import { Rows, SectionOf, useFormStyles, type FormFields } from './rubric-form-parts';

const ASPECTS: readonly Aspect[] = ['execution', 'cost', 'output', 'outcome', 'satisfaction', 'management', 'decision', 'other'];
const SEVERITIES = ['error', 'verify', 'hint', 'off'] as const;

interface Part {
  readonly fields: FormFields;
}

/** In the order in which the form shows them. */
export function RubricFormSections({ fields }: Part): ReactElement {
  return (
    <>
      <WeightsFields fields={fields} />
      <ExecutionFields fields={fields} />
      <QuantitativeFields fields={fields} />
      <QualitativeFields fields={fields} />
      <OvershootFields fields={fields} />
      <ReasonsFields fields={fields} />
      <GradesFields fields={fields} />
      <RoundingFields fields={fields} />
      <RequiredFields fields={fields} />
    </>
  );
}

function WeightsFields({ fields }: Part): ReactElement {
  const styles = useFormStyles();
  const { say } = usePane();
  const { form, set, bad } = fields;
  return (
    <SectionOf section="weights" fields={fields}>
      <Rows<RubricForm['weights'][number]>
        items={form.weights} add={say('rubricForm.addGroup')} blank={{ name: '', aspect: 'other', weight: '' }} wide onChange={(weights) => set({ weights })}
        row={(one, change, at) => (
          <>
            <Input aria-label={say('rubricForm.group', { number: at + 1 })} {...bad(`weights/value/${at}/name`)} value={one.name} onChange={(_, { value }) => change({ ...one, name: value })} />
            <Select className={styles.box} aria-label={say('rubricForm.aspect', { number: at + 1 })} value={one.aspect} onChange={(_, { value }) => change({ ...one, aspect: ASPECTS.find((aspect) => aspect === value) ?? 'other' })}>
              {ASPECTS.map((aspect) => <option key={aspect} value={aspect}>{say(`aspect.${aspect}`)}</option>)}
            </Select>
            <Input className={styles.box} inputMode="decimal" aria-label={say('rubricForm.points', { number: at + 1 })} {...bad(`weights/value/${at}/weight`)} value={one.weight} onChange={(_, { value }) => change({ ...one, weight: value })} />
          </>
        )}
      />
    </SectionOf>
  );
}

function ExecutionFields({ fields }: Part): ReactElement {
  const { say } = usePane();
  const { form, set } = fields;
  return (
    <SectionOf section="execution" fields={fields}>
      <Field label={say('rubricForm.denominator')}>
        <Select value={form.denominator} onChange={(_, { value }) => set({ denominator: value === 'originalBudget' ? 'originalBudget' : 'finalBudget' })}>
          <option value="finalBudget">{say('rubricForm.finalBudget')}</option>
          <option value="originalBudget">{say('rubricForm.originalBudget')}</option>
        </Select>
      </Field>
      <Switch label={say('rubricForm.scored')} checked={form.scored} onChange={(_, { checked }) => set({ scored: checked })} />
      <Switch label={say('rubricForm.capped')} checked={form.capped} onChange={(_, { checked }) => set({ capped: checked })} />
    </SectionOf>
  );
}

function QuantitativeFields({ fields }: Part): ReactElement {
  const { say } = usePane();
  const { form, set } = fields;
  return (
    <SectionOf section="quantitative" fields={fields}>
      <Field label={say('rubricForm.atMost')}>
        <Select value={form.atMost} onChange={(_, { value }) => set({ atMost: value === 'inverse' || value === 'linear' ? value : '' })}>
          <option value="">{say('rubricForm.atMost.open')}</option>
          <option value="inverse">{say('rubricForm.atMost.inverse')}</option>
          <option value="linear">{say('rubricForm.atMost.linear')}</option>
        </Select>
      </Field>
    </SectionOf>
  );
}

function QualitativeFields({ fields }: Part): ReactElement {
  const styles = useFormStyles();
  const { say } = usePane();
  const { form, set, bad } = fields;
  return (
    <SectionOf section="qualitative" fields={fields}>
      <Rows
        items={form.bands} add={say('rubricForm.addBand')} blank={{ label: '', low: '0' }} onChange={(bands) => set({ bands })}
        row={(one, change, at) => (
          <>
            <Input aria-label={say('rubricForm.band', { number: at + 1 })} {...bad(`qualitative/value/${at}/label`)} value={one.label} onChange={(_, { value }) => change({ ...one, label: value })} />
            <Input className={styles.box} inputMode="decimal" contentAfter="%" aria-label={say('rubricForm.bandLow', { number: at + 1 })} {...bad(`qualitative/value/${at}/low`)} value={one.low} onChange={(_, { value }) => change({ ...one, low: value })} />
          </>
        )}
      />
    </SectionOf>
  );
}

function OvershootFields({ fields }: Part): ReactElement {
  const styles = useFormStyles();
  const { say } = usePane();
  const { form, set, bad } = fields;
  return (
    <SectionOf section="overshoot" fields={fields}>
      <Field label={say('rubricForm.above')} hint={say('rubricForm.above.hint')}>
        <Input className={styles.box} inputMode="decimal" contentAfter="%" {...bad('overshoot/value/above')} value={form.above} onChange={(_, { value }) => set({ above: value })} />
      </Field>
      <Field label={say('rubricForm.deduct')}>
        <Select value={form.deduct} onChange={(_, { value }) => set({ deduct: value === 'allowed' ? 'allowed' : 'none' })}>
          <option value="none">{say('rubricForm.deduct.none')}</option>
          <option value="allowed">{say('rubricForm.deduct.allowed')}</option>
        </Select>
      </Field>
    </SectionOf>
  );
}

function ReasonsFields({ fields }: Part): ReactElement {
  const styles = useFormStyles();
  const { say } = usePane();
  const { form, set, bad } = fields;
  return (
    <SectionOf section="reasons" fields={fields}>
      <Field label={say('rubricForm.below')} hint={say('rubricForm.below.hint')}>
        <Input className={styles.box} inputMode="decimal" contentAfter="%" {...bad('reasons/value/executionBelow')} value={form.executionBelow} onChange={(_, { value }) => set({ executionBelow: value })} />
      </Field>
      <Switch label={say('rubricForm.adjustment')} checked={form.adjustment} onChange={(_, { checked }) => set({ adjustment: checked })} />
      <Switch label={say('rubricForm.unmet')} checked={form.unmet} onChange={(_, { checked }) => set({ unmet: checked })} />
    </SectionOf>
  );
}

function GradesFields({ fields }: Part): ReactElement {
  const styles = useFormStyles();
  const { say } = usePane();
  const { form, set, bad } = fields;
  return (
    <SectionOf section="grades" fields={fields}>
      <Rows
        items={form.grades} add={say('rubricForm.addGrade')} blank={{ name: '', from: '' }} onChange={(grades) => set({ grades })}
        row={(one, change, at) => (
          <>
            <Input aria-label={say('rubricForm.grade', { number: at + 1 })} {...bad(`grades/value/${at}/name`)} value={one.name} onChange={(_, { value }) => change({ ...one, name: value })} />
            <Input className={styles.box} inputMode="decimal" aria-label={say('rubricForm.gradeFrom', { number: at + 1 })} {...bad(`grades/value/${at}/from`)} value={one.from} onChange={(_, { value }) => change({ ...one, from: value })} />
          </>
        )}
      />
    </SectionOf>
  );
}

function RoundingFields({ fields }: Part): ReactElement {
  const styles = useFormStyles();
  const { say } = usePane();
  const { form, set, bad } = fields;
  return (
    <SectionOf section="rounding" fields={fields}>
      <Input className={styles.box} inputMode="numeric" aria-label={say('rubric.rounding')} {...bad('rounding')} value={form.rounding} onChange={(_, { value }) => set({ rounding: value })} />
    </SectionOf>
  );
}

function RequiredFields({ fields }: Part): ReactElement {
  const styles = useFormStyles();
  const { say } = usePane();
  const { form, set, wrong } = fields;
  return (
    <section className={styles.section}>
      <Field label={say('rubricForm.required')} hint={say('rubricForm.required.hint')} {...wrong('required')}>
        <Textarea value={form.required} resize="vertical" onChange={(_, { value }) => set({ required: value })} />
      </Field>
      <SeverityFields fields={fields} />
    </section>
  );
}

function SeverityFields({ fields: { form, set } }: Part): ReactElement {
  const styles = useFormStyles();
  const { say } = usePane();
  return (
    <details className={styles.details}>
      <summary>{say('rubricForm.severities', { count: Object.keys(form.severities).length })}</summary>
      <div className={styles.rows}>
        {RULES.map(({ id, title }) => (
          <label key={id} className={styles.rule}>
            <span>{title}</span>
            <Select className={styles.box} value={form.severities[id] ?? ''} onChange={(_, { value }) => set({ severities: withSeverity(form.severities, id, value) })}>
              <option value="">{say('rubricForm.severity.usual')}</option>
              {SEVERITIES.map((severity) => <option key={severity} value={severity}>{say(severity === 'off' ? 'rubricForm.severity.off' : `severity.${severity}`)}</option>)}
            </Select>
          </label>
        ))}
      </div>
    </details>
  );
}

function withSeverity(severities: RubricForm['severities'], id: string, value: string): RubricForm['severities'] {
  const { [id]: _old, ...others } = severities;
  const severity = SEVERITIES.find((one): one is Severity | 'off' => one === value);
  return severity === undefined ? others : { ...others, [id]: severity };
}
