// The box for a formula: what may be written is listed below the word at the caret; what is wrong is quoted with its place.
import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { complete, type Completion, type Completions } from '../../formulas/complete';
import { sentenceOf, type FormulaProblem } from '../../formulas/problem';
import type { CheckForm } from '../check-form';
import { lineNames, type Complaint } from '../check-reading';
import { caretPlace } from './caret-place';
import { ProblemView } from './check-problem';
import { CompletionList } from './completion-list';
import { usePane } from './pane-context';

const LIST_WIDTH = 264;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  anchor: { position: 'relative', minWidth: 0, display: 'flex', flexDirection: 'column' },
  area: { width: '100%', '& textarea': { minHeight: '84px' } },
  start: { alignSelf: 'flex-start' },
  covered: { alignSelf: 'flex-start', visibility: 'hidden' },
  quiet: { color: tokens.colorNeutralForeground3 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

interface Open {
  readonly completions: Completions;
  /** Index of the option that Enter and Tab take; null: Enter is a new line, Tab goes on. */
  readonly active: number | null;
  readonly left: number;
  readonly top: number;
}

interface FormulaFieldProps {
  readonly form: CheckForm;
  readonly complaints: readonly Complaint[];
  readonly advice: readonly FormulaProblem[];
  readonly onChange: (formula: string) => void;
}

export function CheckFormulaField({ form: { formula }, complaints, advice, onChange }: FormulaFieldProps): ReactElement {
  const styles = useStyles();
  const { say, state } = usePane();
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [open, setOpen] = useState<Open | null>(null);
  const [nothing, setNothing] = useState(false);
  const lines = useMemo(() => lineNames(state.checked?.review.tables ?? []), [state.checked]);
  const close = (): void => setOpen(null);

  /** `asked`: by key or button, so that an empty answer is told too. */
  const offer = (asked: boolean): void => {
    const box = area.current;
    if (!box) return;
    const found = complete(box.value, box.selectionStart, lines);
    const typed = box.value.slice(found.from, box.selectionStart);
    const begun = found.from < found.to;
    // Behind a finished piece a list would only cover what stands below.
    if (!asked && !begun && !/[\s(（：:,，{]$/.test(box.value.slice(0, box.selectionStart))) return close();
    // What begins as typed comes before what merely holds it.
    const completions = { ...found, items: begun ? [...found.items.filter(({ label }) => label.startsWith(typed)), ...found.items.filter(({ label }) => !label.startsWith(typed))] : found.items };
    setNothing(asked && completions.items.length === 0);
    if (completions.items.length === 0) return close();
    const { left, bottom } = caretPlace(box, completions.from);
    const corner = box.getBoundingClientRect();
    const whole = box.closest('[data-formula]')?.getBoundingClientRect() ?? corner;
    const room = Math.max(0, whole.width - LIST_WIDTH);
    // Where nothing of a word is there yet, or all of it, Enter and Tab stay what they are in a text until somebody goes into the list.
    const active = (begun && completions.items[0]?.insert !== typed) || asked ? 0 : null;
    setOpen({ completions, active, left: Math.min(Math.max(0, left + corner.left - whole.left), room), top: Math.min(bottom, box.clientHeight) + corner.top - whole.top + 2 });
  };

  const write = (from: number, to: number, text: string, caret: number): void => {
    const box = area.current;
    if (!box) return;
    box.focus();
    box.setSelectionRange(from, to);
    // The command leaves the browser's own undo whole; where it is gone the text is set as it is.
    if (!document.execCommand('insertText', false, text)) {
      box.setRangeText(text, from, to, 'end');
      onChange(box.value);
    }
    box.setSelectionRange(from + caret, from + caret);
  };

  const take = ({ insert, caret }: Completion): void => {
    if (!open) return;
    const { from, to } = open.completions;
    write(from, to, insert, caret);
    close();
    // Inside the brackets of a function or behind the name of a line something else is wanted at once.
    if (caret < insert.length) offer(false);
  };

  const keys = (event: KeyboardEvent): void => {
    // Keys of an input method choose its own words.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      return offer(true);
    }
    if (!open) return;
    const { completions: { items }, active } = open;
    const done = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.key === 'Escape') {
      done();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      done();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setOpen({ ...open, active: active === null ? (step > 0 ? 0 : items.length - 1) : (active + step + items.length) % items.length });
    } else if ((event.key === 'Enter' || event.key === 'Tab') && active !== null && !event.shiftKey) {
      const item = items[active];
      if (!item) return;
      done();
      take(item);
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'Home' || event.key === 'End' || event.key === 'Tab') close();
  };

  // While something is being chosen, half a word is no mistake yet.
  const [first] = open ? [] : complaints;
  const problem = first?.problem ?? null;
  const goTo = (): void => {
    const box = area.current;
    if (!box || !problem) return;
    box.focus();
    box.setSelectionRange(Math.min(problem.start, formula.length), Math.min(problem.end, formula.length));
  };
  const option = (at: number): string => `${list}-${at}`;
  return (
    <div className={styles.root}>
      <div className={styles.anchor} data-formula>
        <Field label={say('checkForm.formula')} hint={say('checkForm.formula.hint')} validationState={first ? 'error' : 'none'} validationMessage={first?.sentence ?? ''}>
          {/* A text area may not be called a combobox; as a text box it has the same ties to its list. */}
          <Textarea
            className={styles.area} resize="vertical" value={formula} spellCheck={false}
            ref={area} aria-autocomplete="list" aria-haspopup="listbox"
            {...(open ? { 'aria-controls': list } : {})} {...(open && open.active !== null ? { 'aria-activedescendant': option(open.active) } : {})}
            onChange={(event, { value }) => {
              onChange(value);
              const native = event.nativeEvent as InputEvent;
              if (native.isComposing) return;
              if (native.inputType === 'insertLineBreak' || native.inputType?.startsWith('delete') && value.trim() === '') close();
              else offer(false);
            }}
            onCompositionEnd={() => offer(false)} onKeyDown={keys} onBlur={close} onClick={close} onScroll={close}
          />
        </Field>
        {open ? <CompletionList id={list} option={option} label={say('checkForm.offers')} items={open.completions.items} active={open.active} left={open.left} top={open.top} onTake={take} /> : null}
        <span role="status" className={styles.unseen}>{open ? say('checkForm.offered', { count: open.completions.items.length }) : ''}</span>
      </div>
      {/* The caret stays where it is while the button is pressed. */}
      <Button size="small" className={open ? styles.covered : styles.start} onMouseDown={(event) => event.preventDefault()} onClick={() => { area.current?.focus(); offer(true); }}>{say('checkForm.offer')}</Button>
      {nothing && !open ? <Text role="status" size={200} className={styles.quiet}>{say('checkForm.nothing')}</Text> : null}
      {problem ? <ProblemView text={formula} problem={problem} onGoTo={goTo} onReplace={(suggestion) => write(problem.start, Math.min(problem.end, formula.length), suggestion, suggestion.length)} /> : null}
      {advice.map((one) => <Text key={one.start} size={200} className={styles.quiet}>{sentenceOf(one)}</Text>)}
    </div>
  );
}
