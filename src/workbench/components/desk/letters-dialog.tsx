// Before letters are written: to whom, by whom, of what date, in whose words.
import { Button, Checkbox, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import type { LetterChoice } from '../../../batch/letter-choice';
import { readTemplate, TEMPLATE_TEXT } from '../../../batch/letter-template';
import { localDate } from '../../../exports/local-date';
import { fileTextOf } from '../../../reading/file-text';
import type { Words } from '../../catalogue';
import { Modal } from '../modal';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  dates: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalM, '& > *': { flex: '1 1 160px' } },
  template: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { overflowWrap: 'anywhere' },
});

const CHOICES: readonly LetterChoice[] = ['findings', 'errors', 'all'];
/** Older versions of Windows' Notepad show Chinese only with the mark. */
const TEMPLATE_FILE = `\ufeff${TEMPLATE_TEXT.replaceAll('\n', '\r\n')}`;

export function LettersDialog(): ReactElement {
  const { now: { dialog }, desk, speak } = useDesk('dialog');
  const form = useRef<HTMLFormElement>(null);
  const close = (): void => desk.dispatch({ type: 'dialog', dialog: null });
  return (
    <Modal open={dialog === 'letters'} title={speak('letters.title')} onCancel={close} actions={(
      <>
        <Button appearance="primary" onClick={() => form.current?.requestSubmit()}>{speak('letters.make')}</Button>
        <Button onClick={close}>{speak('cancel')}</Button>
      </>
    )}>
      <LettersForm form={form} />
    </Modal>
  );
}

function LettersForm({ form }: { readonly form: React.RefObject<HTMLFormElement | null> }): ReactElement {
  const styles = useStyles();
  const { controller, desk, now: { letters, redact }, speak, state: { settings }, text } = useDesk('letters', 'redact');
  const { services } = controller;
  const [choice, setChoice] = useState(letters.choice);
  const [from, setFrom] = useState(settings.signedBy);
  const [date, setDate] = useState(() => localDate(services.now()));
  const [due, setDue] = useState(letters.due);
  const [template, setTemplate] = useState(letters.template);
  const [refused, setRefused] = useState<{ readonly field: 'date' | 'due' | 'template'; readonly words: Words } | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const group = useRef<HTMLDivElement>(null);
  const fault = (field: NonNullable<typeof refused>['field']): { validationMessage?: string } => (refused?.field === field ? { validationMessage: text(refused.words) } : {});

  const submit = (): void => {
    const reading = readTemplate(template?.text ?? TEMPLATE_TEXT);
    if (date === '') setRefused({ field: 'date', words: { key: 'letters.badDate' } });
    else if (due !== '' && due < date) setRefused({ field: 'due', words: { key: 'letters.badDue' } });
    else if (!reading.ok) setRefused({ field: 'template', words: reading.reason });
    else {
      const signedBy = from.trim();
      controller.signAs(signedBy);
      desk.dispatch({ type: 'letters', letters: { choice, template, due } });
      void desk.letters(choice, { template: reading.template, date, from: signedBy === '' ? null : signedBy, due: due === '' ? null : due });
    }
  };
  const useShipped = (): void => {
    setTemplate(null);
    // The button goes, the focus stays at what chooses.
    group.current?.querySelector('button')?.focus();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => {
      event.preventDefault();
      submit();
    }}>
      <Field label={speak('letters.choice')}>
        <RadioGroup value={choice} onChange={(_, { value }) => setChoice(CHOICES.find((one) => one === value) ?? 'findings')}>
          {CHOICES.map((one) => <Radio key={one} value={one} label={speak(`letters.${one}`)} />)}
        </RadioGroup>
      </Field>
      <Field label={speak('letters.from')} hint={speak('letters.fromHint')}><Input value={from} onChange={(_, { value }) => setFrom(value)} /></Field>
      <div className={styles.dates}>
        <Field label={speak('letters.date')} {...fault('date')}><Input type="date" value={date} onChange={(_, { value }) => setDate(value)} /></Field>
        <Field label={speak('letters.due')} hint={speak('letters.dueHint')} {...fault('due')}><Input type="date" value={due} onChange={(_, { value }) => setDue(value)} /></Field>
      </div>
      <Checkbox label={speak('desk.redact')} title={speak('desk.redactHint')} checked={redact} onChange={(_, { checked }) => desk.dispatch({ type: 'redact', redact: checked === true })} />
      <Field label={speak('letters.template')} {...fault('template')}>
        <div ref={group} className={styles.template} role="group" aria-label={speak('letters.template')}>
          <span className={styles.name}>{template?.name ?? speak('letters.templateOwn')}</span>
          <Button size="small" onClick={() => file.current?.click()}>{speak('letters.templateChoose')}</Button>
          {template !== null && <Button size="small" onClick={useShipped}>{speak('letters.templateShipped')}</Button>}
          <Button size="small" onClick={() => services.desk.download({ name: '审核意见书模板.txt', blob: new Blob([TEMPLATE_FILE]) })}>{speak('letters.templateSave')}</Button>
        </div>
      </Field>
      <input ref={file} type="file" hidden accept=".txt,.json" tabIndex={-1} aria-label={speak('letters.templateChoose')} data-template="" onChange={({ currentTarget }) => {
        const [chosen] = Array.from(currentTarget.files ?? []);
        currentTarget.value = '';
        if (!chosen) return;
        void chosen.arrayBuffer().then((bytes) => {
          const read = fileTextOf(new Uint8Array(bytes));
          const reading = readTemplate(read);
          setRefused(reading.ok ? null : { field: 'template', words: reading.reason });
          if (reading.ok) setTemplate({ name: chosen.name, text: read });
        }, () => setRefused({ field: 'template', words: { key: 'report.gone', params: { name: chosen.name } } }));
      }} />
    </form>
  );
}
