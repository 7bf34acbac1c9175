// What a form of an own check means: complaints with their places, and what the check would say of every table that is open.
import { compileCheck, type CheckProblem } from '../formulas/compile';
import { readCheckValues } from '../formulas/check-file';
import { evaluateCheck, type CheckWord } from '../formulas/judge';
import type { OwnCheck } from '../formulas/own-check';
import { sentenceOf, type FormulaProblem } from '../formulas/problem';
import type { Finding } from '../model/finding';
import type { TableReview } from '../model/review';
import type { TableKind } from '../model/table';
import { valueOf, type CheckForm } from './check-form';

export interface Complaint {
  readonly part: CheckProblem['part'] | 'whole';
  /** A Chinese sentence, with the place where it has one. */
  readonly sentence: string;
  /** Null: it has no place in the text. */
  readonly problem: FormulaProblem | null;
}

export interface TableOutcome {
  readonly sheet: string;
  readonly kind: TableKind;
  readonly word: CheckWord;
  readonly findings: readonly Finding[];
  readonly remarks: readonly string[];
  /** Lines that were looked at. */
  readonly judged: number;
}

export interface CheckReading {
  readonly form: CheckForm;
  readonly complaints: readonly Complaint[];
  /** The formula is right but may not mean what it says. */
  readonly advice: readonly FormulaProblem[];
  /** Null as long as the formula or its message cannot be read. */
  readonly tables: readonly TableOutcome[] | null;
}

/** `taken`: numbers that other checks of the same place use. */
export function readCheckForm(form: CheckForm, tables: readonly TableReview[], taken: ReadonlySet<string> = new Set()): CheckReading {
  const value = valueOf(form);
  const compiled = compileCheck({ ...value, formula: form.formula, message: form.message });
  const used: readonly Complaint[] = taken.has(value.id) ? [{ part: 'id', sentence: `编号“${value.id}”已经用在另一条审核公式上：请换一个。`, problem: null }] : [];
  // A formula can be tried before its check has a name.
  const trial = compiled.ok ? compiled : compileCheck({ ...value, id: 'ZD', label: form.label.trim() === '' ? '审核公式' : value.label, formula: form.formula, message: form.message });
  const judged = trial.ok ? judge(trial.check, tables) : null;
  if (!compiled.ok) return { form, complaints: [...compiled.problems.map(complaint), ...used], advice: trial.ok ? trial.advice : [], tables: judged };
  // Lengths and the like are the file's business, and what is kept is a file.
  const file = readCheckValues([value]);
  const whole = file.ok ? [] : file.problems.map((sentence): Complaint => ({ part: 'whole', sentence, problem: null }));
  return { form, complaints: [...used, ...whole], advice: compiled.advice, tables: judged };
}

function judge(check: OwnCheck, tables: readonly TableReview[]): readonly TableOutcome[] {
  return tables.map(({ table, scorecard, choice }): TableOutcome => {
    const { word, findings, remarks, judged } = evaluateCheck(check, table, scorecard, choice.rubric);
    return { sheet: table.sheet, kind: table.kind, word, findings, remarks, judged };
  });
}

function complaint({ part, problem }: CheckProblem): Complaint {
  const placed = part === 'formula' || part === 'message';
  return { part, sentence: placed ? sentenceOf(problem) : problem.message, problem: placed ? problem : null };
}

const MOST_LINES = 80;

/** Names of the lines of the open tables, offered as [行名/…]. A name with signs of the language in it could not be written there. */
export function lineNames(tables: readonly TableReview[]): readonly string[] {
  const names = tables.flatMap(({ table }) => [...(table.fund?.parts ?? []).map(({ name }) => name), ...(table.baseData?.rows ?? []).map(({ name }) => name), ...table.indicators.map(({ name }) => name.text)]);
  const plain = names.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => name !== '' && name.length <= 30 && !/[[\]【】［］/／]/.test(name));
  return [...new Set(plain)].slice(0, MOST_LINES);
}
