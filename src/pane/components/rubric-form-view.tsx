// The form in which a bureau writes its own rubric: every value with the words it rests on, complaints at their fields, a trial before it is kept.
import { Button, Field, Input, makeStyles, mergeClasses, Select, Switch, Text, Textarea, tokens } from '@fluentui/react-components';
import { useId, useMemo, type ReactElement, type ReactNode } from 'react';
import type { Severity } from '../../model/finding';
import type { Aspect } from '../../model/table';
import { RULES } from '../../rules/index';
import type { MessageKey } from '../catalogue';
import { complaintsAt, readForm, type RubricForm, type Section } from '../rubric-form';
import type { RubricDraft } from '../rubric-draft';
import { AddIcon, RemoveIcon } from './icons';
import { KindChoice } from './kind-choice';
import { NoticeBar } from './notices';
import { Page } from './page';
import { usePane } from './pane-context';
import { TrialView } from './trial-view';

const ASPECTS: readonly Aspect[] = ['execution', 'cost', 'output', 'outcome', 'satisfaction', 'management', 'decision', 'other'];
const SEVERITIES = ['error', 'verify', 'hint', 'off'] as const;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  /** Two beside each other where both can be read: not in a pane of 320 px. */
  sides: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))', gap: tokens.spacingHorizontalS },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: tokens.spacingHorizontalS },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 72px 32px', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  wide: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 72px 32px', gap: tokens.spacingHorizontalXS, alignItems: 'center', '& > :first-child': { gridColumn: '1 / -1' } },
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  box: { minWidth: 0, width: '100%' },
  start: { alignSelf: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground3 },
  details: { '& > summary': { cursor: 'pointer', padding: `${tokens.spacingVerticalXS} 0` } },
  wrong: { color: tokens.colorPaletteRedForeground1 },
  whole: { flexBasis: '100%', display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  words: { flexGrow: 1, minWidth: 0 },
  // Four beside each other from the pane's usual width on.
  narrow: { minWidth: 'auto' },
  side: { flexShrink: 0, minWidth: 'auto', whiteSpace: 'nowrap' },
  rule: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 112px', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

export function RubricFormView(): ReactElement | null {
  const { state } = usePane();
  return state.draft === null ? null : <FormPage draft={state.draft} />;
}

function FormPage({ draft }: { readonly draft: RubricDraft }): ReactElement {
  const styles = useStyles();
  const { controller, say, state, text: told } = usePane();
  const { form, base, trial } = draft;
  const { rubric, complaints } = useMemo(() => readForm(form, base), [form, base]);
  const set = (change: Partial<RubricForm>): void => controller.desk.type({ ...form, ...change });
  const wrong = (field: string): Fault => {
    const [first] = complaintsAt(complaints, field);
    return first ? { validationState: 'error', validationMessage: told(first.sentence), 'data-wrong': true } : { validationState: 'none', validationMessage: '' };
  };
  const bad = (field: string): { readonly 'aria-invalid'?: true } => (complaintsAt(complaints, field).length > 0 ? { 'aria-invalid': true } : {});
  const busy = state.task !== null;
  const text = (field: 'id' | 'title' | 'issuer' | 'documentNumber' | 'version' | 'from' | 'until' | 'places', label: MessageKey, hint?: MessageKey): ReactElement => (
    <Field label={say(label)} {...(hint ? { hint: say(hint) } : {})} {...wrong(field)}>
      <Input className={styles.box} value={form[field]} onChange={(_, { value }) => set({ [field]: value })} />
    </Field>
  );
  return (
    <Page
      title={say('rubricForm.title')} back="rubric"
      foot={(
        <>
          {complaints.length === 0 ? null : (
            <div className={styles.whole}>
              <Text role="status" size={200} className={mergeClasses(styles.wrong, styles.words)}>{say('rubricForm.wrong', { count: complaints.length })}</Text>
              <Button size="small" className={styles.side} onClick={({ currentTarget }) => goToFault(currentTarget)}>{say('rubricForm.goToWrong')}</Button>
            </div>
          )}
          <Button appearance="primary" className={styles.narrow} disabled={rubric === null || busy || state.checked === null} onClick={() => void controller.desk.tryOut()}>{say('rubricForm.try')}</Button>
          <Button className={styles.narrow} disabled={rubric === null || busy || !controller.services.port.capabilities.state} onClick={() => void controller.desk.keep('workbook')}>{say('rubricForm.keepInWorkbook')}</Button>
          <Button className={styles.narrow} disabled={rubric === null || busy || !controller.services.house} onClick={() => void controller.desk.keep('computer')}>{say('rubricForm.keepHere')}</Button>
          <Button appearance="subtle" className={styles.narrow} onClick={() => controller.desk.discard()}>{say('rubricForm.discard')}</Button>
        </>
      )}
    >
      <NoticeBar />
      <Text size={200} className={styles.quiet}>{say('rubricForm.about', { title: base.title })}</Text>
      {trial === null ? null : <TrialView trial={trial} />}
      {text('title', 'rubricForm.name')}
      {text('id', 'rubricForm.id', 'rubricForm.id.hint')}
      <div className={styles.sides}>{text('issuer', 'rubricForm.issuer')}{text('documentNumber', 'rubricForm.document')}</div>
      {text('version', 'rubricForm.version', 'rubricForm.version.hint')}
      <div className={styles.pair}>{text('from', 'rubricForm.from')}{text('until', 'rubricForm.until')}</div>
      {text('places', 'rubricForm.places', 'rubricForm.places.hint')}
      <KindChoice label={say('rubricForm.kinds')} {...wrong('kinds')} kinds={form.kinds} onChange={(kinds) => set({ kinds })} />
      <SectionOf section="weights" title="rubric.weights" wrong={wrong('weights')} form={form} set={set}>
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
      <SectionOf section="execution" title="rubric.execution" wrong={wrong('execution')} form={form} set={set}>
        <Field label={say('rubricForm.denominator')}>
          <Select value={form.denominator} onChange={(_, { value }) => set({ denominator: value === 'originalBudget' ? 'originalBudget' : 'finalBudget' })}>
            <option value="finalBudget">{say('rubricForm.finalBudget')}</option>
            <option value="originalBudget">{say('rubricForm.originalBudget')}</option>
          </Select>
        </Field>
        <Switch label={say('rubricForm.scored')} checked={form.scored} onChange={(_, { checked }) => set({ scored: checked })} />
        <Switch label={say('rubricForm.capped')} checked={form.capped} onChange={(_, { checked }) => set({ capped: checked })} />
      </SectionOf>
      <SectionOf section="quantitative" title="rubric.quantitative" wrong={wrong('quantitative')} form={form} set={set}>
        <Field label={say('rubricForm.atMost')}>
          <Select value={form.atMost} onChange={(_, { value }) => set({ atMost: value === 'inverse' || value === 'linear' ? value : '' })}>
            <option value="">{say('rubricForm.atMost.open')}</option>
            <option value="inverse">{say('rubricForm.atMost.inverse')}</option>
            <option value="linear">{say('rubricForm.atMost.linear')}</option>
          </Select>
        </Field>
      </SectionOf>
      <SectionOf section="qualitative" title="rubric.qualitative" wrong={wrong('qualitative')} form={form} set={set}>
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
      <SectionOf section="overshoot" title="rubric.overshoot" wrong={wrong('overshoot')} form={form} set={set}>
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
      <SectionOf section="reasons" title="rubric.reasons" wrong={wrong('reasons')} form={form} set={set}>
        <Field label={say('rubricForm.below')} hint={say('rubricForm.below.hint')}>
          <Input className={styles.box} inputMode="decimal" contentAfter="%" {...bad('reasons/value/executionBelow')} value={form.executionBelow} onChange={(_, { value }) => set({ executionBelow: value })} />
        </Field>
        <Switch label={say('rubricForm.adjustment')} checked={form.adjustment} onChange={(_, { checked }) => set({ adjustment: checked })} />
        <Switch label={say('rubricForm.unmet')} checked={form.unmet} onChange={(_, { checked }) => set({ unmet: checked })} />
      </SectionOf>
      <SectionOf section="grades" title="rubric.grades" wrong={wrong('grades')} form={form} set={set}>
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
      <SectionOf section="rounding" title="rubric.rounding" wrong={wrong('rounding')} form={form} set={set}>
        <Input className={styles.box} inputMode="numeric" aria-label={say('rubric.rounding')} {...bad('rounding')} value={form.rounding} onChange={(_, { value }) => set({ rounding: value })} />
      </SectionOf>
      <section className={styles.section}>
        <Field label={say('rubricForm.required')} hint={say('rubricForm.required.hint')} {...wrong('required')}>
          <Textarea value={form.required} resize="vertical" onChange={(_, { value }) => set({ required: value })} />
        </Field>
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
      </section>
    </Page>
  );
}

/** What is wrong with a field, and the mark by which it is found. */
interface Fault {
  readonly validationState: 'error' | 'none';
  readonly validationMessage: string;
  readonly 'data-wrong'?: true;
}

/** The form is ten screens long in a narrow pane: nobody should look for what is wrong. */
function goToFault(from: HTMLElement): void {
  const place = from.closest('main')?.querySelector('[data-wrong]');
  const field = place?.querySelector<HTMLElement>(':is(input, textarea, select)[aria-invalid="true"]') ?? place?.querySelector<HTMLElement>('input, textarea, select');
  field?.scrollIntoView?.({ block: 'center' });
  field?.focus();
}

function withSeverity(severities: RubricForm['severities'], id: string, value: string): RubricForm['severities'] {
  const { [id]: _old, ...others } = severities;
  const severity = SEVERITIES.find((one): one is Severity | 'off' => one === value);
  return severity === undefined ? others : { ...others, [id]: severity };
}

interface SectionProps {
  readonly section: Section;
  readonly title: MessageKey;
  readonly wrong: Fault;
  readonly form: RubricForm;
  readonly set: (change: Partial<RubricForm>) => void;
  readonly children: ReactNode;
}

/** The fields of one value, the complaint about it, and the words it rests on. */
function SectionOf({ section, title, wrong, form, set, children }: SectionProps): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading} data-wrong={wrong['data-wrong']}>
      <h2 id={heading} className={styles.title}>{say(title)}</h2>
      {children}
      {wrong.validationState === 'error' ? <Text role="status" size={200} className={styles.wrong}>{wrong.validationMessage}</Text> : null}
      <Field label={say('rubricForm.quote')} hint={say('rubricForm.quote.hint')}>
        <Textarea aria-label={`${say(title)} ${say('rubricForm.quote')}`} value={form.quotes[section]} resize="vertical" onChange={(_, { value }) => set({ quotes: { ...form.quotes, [section]: value } })} />
      </Field>
    </section>
  );
}

interface RowsProps<T> {
  readonly items: readonly T[];
  readonly blank: T;
  readonly add: string;
  readonly wide?: boolean;
  readonly row: (item: T, change: (item: T) => void, at: number) => ReactNode;
  readonly onChange: (items: readonly T[]) => void;
}

function Rows<T>({ items, blank, add, wide = false, row, onChange }: RowsProps<T>): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  return (
    <>
      <ul className={styles.rows}>
        {items.map((item, at) => (
          <li key={at} className={wide ? styles.wide : styles.row}>
            {row(item, (next) => onChange(items.map((one, place) => (place === at ? next : one))), at)}
            <Button appearance="subtle" icon={<RemoveIcon />} aria-label={say('rubricForm.remove', { number: at + 1 })} title={say('rubricForm.remove', { number: at + 1 })} onClick={() => onChange(items.filter((_, place) => place !== at))} />
          </li>
        ))}
      </ul>
      <Button className={styles.start} size="small" icon={<AddIcon />} onClick={() => onChange([...items, blank])}>{add}</Button>
    </>
  );
}
