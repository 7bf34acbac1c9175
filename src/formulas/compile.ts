// From what a person writes (编号, 名称, 级别, 公式, 出错说明, 依据) to a check, or to what is wrong with it.
import type { Severity } from '../model/finding';
import type { TableKind } from '../model/table';
import { LONGEST_MESSAGE } from './limits';
import { allFields, linesOf } from './meaning';
import { parseFormula } from './parse';
import type { FormulaProblem } from './problem';
import type { Formula } from './syntax';
import { parseMessage } from './message';
import type { OwnCheck } from './own-check';

/** As a person writes it: in the pane's form, in JSON or in a text file. */
export interface CheckDraft {
  /** 编号: letters, digits, Chinese, - _ and points. */
  readonly id: string;
  /** 名称 */
  readonly label: string;
  readonly severity: Severity;
  /** 适用; absent or empty: the tables that have such fields. */
  readonly kinds?: readonly TableKind[];
  readonly formula: string;
  /** 出错说明 with {…} of live values; absent: made from the formula. */
  readonly message?: string;
  readonly basis?: { readonly document: string; readonly clause: string };
}

export interface CheckProblem {
  readonly part: 'id' | 'label' | 'formula' | 'message';
  readonly problem: FormulaProblem;
}

export type Compiled = { readonly ok: true; readonly check: OwnCheck; readonly advice: readonly FormulaProblem[] } | { readonly ok: false; readonly problems: readonly CheckProblem[] };

/** No colon and no space: a rule and a cell are written rule:cell. */
const CHECK_ID = /^[\p{L}\p{N}](?:[\p{L}\p{N}_.-]{0,39})$/u;

/** Reads a draft's formula and message, everything that can be told before a table is there. */
export function compileCheck(draft: CheckDraft): Compiled {
  const problems: CheckProblem[] = [];
  if (!CHECK_ID.test(draft.id)) problems.push({ part: 'id', problem: plain(draft.id === '' ? '请写编号，例如 HB-01。' : `编号“${draft.id.slice(0, 40)}”不行：用文字、字母、数字、短横、下划线和点，最多 40 个字，中间没有空格。`) });
  if (draft.label.trim() === '') problems.push({ part: 'label', problem: plain('请写名称，例如“执行数不超过预算数”。') });
  const parsed = parseFormula(draft.formula);
  if (!parsed.ok) problems.push(...parsed.problems.map((problem) => ({ part: 'formula' as const, problem })));
  const words = draft.message?.trim() ?? '';
  const message = words === '' || !parsed.ok ? null : parseMessage(words.slice(0, LONGEST_MESSAGE + 1), linesOf(parsed.formula.each, [parsed.formula.test]), parsed.formula.within !== null);
  if (message && !message.ok) problems.push(...message.problems.map((problem) => ({ part: 'message' as const, problem })));
  if (problems.length > 0 || !parsed.ok || message?.ok === false) return { ok: false, problems };
  const { formula, advice } = parsed;
  return {
    ok: true, advice,
    check: {
      id: draft.id, label: draft.label.trim(), severity: draft.severity, formula, message: message?.parts ?? null,
      kinds: draft.kinds && draft.kinds.length > 0 ? draft.kinds : kindsFor(formula),
      basis: draft.basis ?? { document: '自定义审核公式', clause: `${draft.label.trim()}：${formula.text.trim()}` },
    },
  };
}

/** Base data has fields of its own; the others stand on self-evaluations. A check for targets or monitoring says so itself. */
function kindsFor({ test }: Formula): readonly TableKind[] {
  const at = [...allFields(test)].map(({ meaning }) => (meaning?.ref.at === 'line' ? meaning.ref.of.at : meaning?.ref.at));
  if (at.some((one) => one === 'base' || one === 'control')) return ['base-data'];
  return ['project', 'department'];
}

function plain(message: string): FormulaProblem {
  return { kind: 'syntax', start: 0, end: 0, line: 1, column: 1, length: 1, message, expected: [], suggestion: null };
}
