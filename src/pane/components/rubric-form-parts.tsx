// What the parts of the form of a rubric are made of: a section with its complaint and its quotation, rows that are added and removed, and how fields tell what is wrong.
import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useId, type ReactElement, type ReactNode } from 'react';
import { complaintsAt, type RubricForm, type Section } from '../rubric-form';
import { AddIcon, RemoveIcon } from './icons';
import { usePane } from './pane-context';

export const useFormStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 72px 32px', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  wide: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 72px 32px', gap: tokens.spacingHorizontalXS, alignItems: 'center', '& > :first-child': { gridColumn: '1 / -1' } },
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  box: { minWidth: 0, width: '100%' },
  start: { alignSelf: 'flex-start' },
  details: { '& > summary': { cursor: 'pointer', padding: `${tokens.spacingVerticalXS} 0` } },
  wrong: { color: tokens.colorPaletteRedForeground1 },
  rule: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 112px', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

/** What is wrong with a field, and the mark by which it is found. */
export interface Fault {
  readonly validationState: 'error' | 'none';
  readonly validationMessage: string;
  readonly 'data-wrong'?: true;
}

/** The form as its fields see it. */
export interface FormFields {
  readonly form: RubricForm;
  readonly set: (change: Partial<RubricForm>) => void;
  readonly wrong: (field: string) => Fault;
  /** Of a box among several in one field. */
  readonly bad: (field: string) => { readonly 'aria-invalid'?: true };
}

export function useFormFields(form: RubricForm, complaints: Parameters<typeof complaintsAt>[0]): FormFields {
  const { controller, text } = usePane();
  return {
    form,
    set: (change) => controller.desk.type({ ...form, ...change }),
    wrong: (field) => {
      const [first] = complaintsAt(complaints, field);
      return first ? { validationState: 'error', validationMessage: text(first.sentence), 'data-wrong': true } : { validationState: 'none', validationMessage: '' };
    },
    bad: (field) => (complaintsAt(complaints, field).length > 0 ? { 'aria-invalid': true } : {}),
  };
}

interface SectionProps {
  readonly section: Section;
  readonly fields: FormFields;
  readonly children: ReactNode;
}

/** The fields of one value, the complaint about it, and the words it rests on. */
export function SectionOf({ section, fields: { form, set, wrong }, children }: SectionProps): ReactElement {
  const styles = useFormStyles();
  const { say } = usePane();
  const heading = useId();
  const title = say(`rubric.${section}`);
  const fault = wrong(section);
  return (
    <section className={styles.section} aria-labelledby={heading} data-wrong={fault['data-wrong']}>
      <h2 id={heading} className={styles.title}>{title}</h2>
      {children}
      {fault.validationState === 'error' ? <Text role="status" size={200} className={styles.wrong}>{fault.validationMessage}</Text> : null}
      <Field label={say('rubricForm.quote')} hint={say('rubricForm.quote.hint')}>
        <Textarea aria-label={`${title} ${say('rubricForm.quote')}`} value={form.quotes[section]} resize="vertical" onChange={(_, { value }) => set({ quotes: { ...form.quotes, [section]: value } })} />
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

export function Rows<T>({ items, blank, add, wide = false, row, onChange }: RowsProps<T>): ReactElement {
  const styles = useFormStyles();
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
