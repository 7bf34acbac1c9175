// The box for a formula: what may be written is listed below the word at the caret; what is wrong is quoted with its place.
import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useId, useMemo, useRef, type ReactElement } from 'react';
import { sentenceOf, type FormulaProblem } from '../../formulas/problem';
import type { CheckForm } from '../check-form';
import { lineNames, type Complaint } from '../check-reading';
import { ProblemView } from './check-problem';
import { CompletionList } from './completion-list';
import { usePane } from './pane-context';
import { useOffers, writeInto } from './use-offers';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  anchor: { position: 'relative', minWidth: 0, display: 'flex', flexDirection: 'column' },
  area: { width: '100%', '& textarea': { minHeight: '84px' } },
  start: { alignSelf: 'flex-start' },
  covered: { alignSelf: 'flex-start', visibility: 'hidden' },
  quiet: { color: tokens.colorNeutralForeground3 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

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
  const lines = useMemo(() => lineNames(state.checked?.review.tables ?? []), [state.checked]);
  const { open, nothing, offer, take, close, press } = useOffers(area, lines, onChange);

  // While something is being chosen, half a word is no mistake yet.
  const [first] = open ? [] : complaints;
  const problem = first?.problem ?? null;
  const goTo = (): void => {
    const box = area.current;
    if (!box || !problem) return;
    box.focus();
    box.setSelectionRange(Math.min(problem.start, formula.length), Math.min(problem.end, formula.length));
  };
  const replace = (suggestion: string): void => {
    if (area.current && problem) writeInto(area.current, { from: problem.start, to: Math.min(problem.end, formula.length), text: suggestion, caret: suggestion.length }, onChange);
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
            onCompositionEnd={() => offer(false)} onKeyDown={press} onBlur={close} onClick={close} onScroll={close}
          />
        </Field>
        {open ? <CompletionList id={list} option={option} label={say('checkForm.offers')} items={open.items} active={open.active} left={open.left} top={open.top} onTake={take} /> : null}
        <span role="status" className={styles.unseen}>{open ? say('checkForm.offered', { count: open.items.length }) : ''}</span>
      </div>
      {/* The caret stays where it is while the button is pressed. */}
      <Button size="small" className={open ? styles.covered : styles.start} onMouseDown={(event) => event.preventDefault()} onClick={() => { area.current?.focus(); offer(true); }}>{say('checkForm.offer')}</Button>
      {nothing && !open ? <Text role="status" size={200} className={styles.quiet}>{say('checkForm.nothing')}</Text> : null}
      {problem ? <ProblemView text={formula} problem={problem} onGoTo={goTo} onReplace={replace} /> : null}
      {advice.map((one) => <Text key={one.start} size={200} className={styles.quiet}>{sentenceOf(one)}</Text>)}
    </div>
  );
}
