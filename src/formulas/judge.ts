// Own checks on a table: findings in the ordinary shape, and remarks about what could not be checked. Never throws for what a table holds.
import { a1 } from '../model/address';
import type { Finding } from '../model/finding';
import type { Rubric } from '../model/rubric';
import type { Scorecard } from '../model/scorecard';
import type { Table } from '../model/table';
import { Evaluator, TooManySteps } from './evaluate';
import type { Judged } from './fields';
import { MOST_FINDINGS, MOST_STEPS, MOST_STEPS_TOGETHER } from './limits';
import { groupsNamed, lineName, linesIn, type Line } from './lines';
import { linesOf } from './meaning';
import { ownRuleId, type OwnCheck } from './own-check';
import type { TruthValue } from './values';

/** holds 符合 · fails 不符合 · unreadable 无法核查 · not-applicable 不适用 · stopped 没有算完 */
export type CheckWord = 'holds' | 'fails' | 'unreadable' | 'not-applicable' | 'stopped';

export interface CheckOutcome {
  readonly word: CheckWord;
  readonly findings: readonly Finding[];
  /** Chinese sentences that begin with 无法核查. */
  readonly remarks: readonly string[];
  /** Lines that were judged, with those that could not be. */
  readonly judged: number;
  readonly unreadable: number;
  readonly steps: number;
}

const NOT_APPLICABLE: CheckOutcome = { word: 'not-applicable', findings: [], remarks: [], judged: 0, unreadable: 0, steps: 0 };

/** One own check on one table, within the steps allowed. */
export function evaluateCheck(check: OwnCheck, table: Table, scorecard: Scorecard, rubric: Rubric, allowed: number = MOST_STEPS): CheckOutcome {
  if (!check.kinds.includes(table.kind)) return NOT_APPLICABLE;
  const { formula } = check;
  const judged: Judged = { table, scorecard, rubric, items: new Map(scorecard.items.map((item) => [item.indicator, item])) };
  const groups = formula.within ? groupsNamed(table, formula.within) : null;
  if (groups?.length === 0) return unreadable(check, `这张表没有${formula.within?.level === 1 ? '一' : '二'}级指标“${formula.within?.name ?? ''}”`);
  const lines = linesOf(formula.each, [formula.test]);
  const walked = linesIn(table, lines, groups);
  if (walked.length === 0) return unreadable(check, `这张表没有${LINE_WORDS[lines]}`);
  const evaluator = new Evaluator(judged, groups, allowed);
  const { findings, reasons, stopped } = walk(check, table, evaluator, walked);
  const remarks = [...(reasons.length > 0 ? [remark(check, reasonsOf(reasons, walked.length))] : []), ...(stopped === null ? [] : [remark(check, stopped)])];
  const word: CheckWord = findings.length > 0 ? 'fails' : stopped !== null ? 'stopped' : reasons.length > 0 ? 'unreadable' : 'holds';
  return { word, findings, remarks, judged: walked.length, unreadable: reasons.length, steps: evaluator.steps };
}

interface Walk {
  readonly findings: readonly Finding[];
  /** Why lines could not be judged, one each. */
  readonly reasons: readonly string[];
  /** Why it ended before the last line; null where it did not. */
  readonly stopped: string | null;
}

/** Line by line, until there are too many findings or too many steps. */
function walk(check: OwnCheck, table: Table, evaluator: Evaluator, lines: readonly Line[]): Walk {
  const findings: Finding[] = [];
  const reasons: string[] = [];
  try {
    for (const line of lines) {
      const value = evaluator.value(check.formula.test, line);
      if (value.kind === 'unknown') reasons.push(value.reason);
      if (value.kind !== 'truth' || value.holds) continue;
      if (findings.length === MOST_FINDINGS) return { findings, reasons, stopped: `不符合的地方太多，只列出前 ${MOST_FINDINGS} 处` };
      findings.push(finding(check, table, evaluator, line, value));
    }
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
    return { findings, reasons, stopped: '计算量太大，没有算完，请把公式写简单些' };
  }
  return { findings, reasons, stopped: null };
}

const LINE_WORDS = { table: '内容', indicator: '指标', fund: '资金情况', base: '基础数据', group1: '一级指标', group2: '二级指标' } as const;

function unreadable(check: OwnCheck, why: string): CheckOutcome {
  return { word: 'unreadable', findings: [], remarks: [remark(check, why)], judged: 0, unreadable: 1, steps: 1 };
}

function remark({ id, label }: OwnCheck, why: string): string {
  return `无法核查“${label}”（${id}）：${why}。`;
}

function reasonsOf(reasons: readonly string[], lines: number): string {
  const [first = ''] = reasons;
  const different = new Set(reasons).size;
  if (reasons.length === 1 || (different === 1 && reasons.length === lines)) return first;
  return `${reasons.length} 行读不出，第一处：${first}`;
}

function finding(check: OwnCheck, table: Table, evaluator: Evaluator, line: Line, failed: TruthValue): Finding {
  // The table's first cell where a formula looks at nothing that stands in a cell.
  const cells = failed.cells.length > 0 ? failed.cells : [table.title?.cell ?? a1(table.range.top, table.range.left)];
  return {
    rule: ownRuleId(check), title: check.label, severity: check.severity, cells,
    message: messageOf(check, evaluator, line, failed), expected: failed.expected, received: failed.received,
    because: null, basis: { ...check.basis, standing: 'quoted' }, waived: null, correction: null,
  };
}

function messageOf({ label, message, formula }: OwnCheck, evaluator: Evaluator, line: Line, failed: TruthValue): string {
  if (message) return message.map((part) => (part.kind === 'words' ? part.text : liveValue(evaluator, part, line))).join('');
  const name = lineName(line);
  const sides = failed.expected !== null && failed.received !== null ? `：填的是${failed.received}，应为${failed.expected}` : '';
  return `${name === null ? '' : `“${name}”`}不符合“${label}”（${formula.text.replace(/\s+/g, ' ').trim()}）${sides}。`;
}

function liveValue(evaluator: Evaluator, { node, text }: { readonly node: OwnCheck['formula']['test']; readonly text: string }, line: Line): string {
  if (node.kind === 'field') {
    const found = evaluator.found(node, line);
    if (found.kind === 'entry') return found.entry.filled ? found.entry.raw.replace(/\s+/g, ' ').trim() : '空白';
  }
  const value = evaluator.value(node, line);
  if (value.kind === 'truth') return value.holds ? '是' : '否';
  return value.kind === 'unknown' ? `（${text.trim()} 读不出）` : evaluator.shown(value);
}

export interface OwnOutcome {
  readonly findings: readonly Finding[];
  readonly remarks: readonly string[];
  /** False when a check did not run to its end: "clean" would promise too much. */
  readonly complete: boolean;
}

/** What a review asks of own checks; handed to it, so that a review without them carries nothing of the language. */
export type OwnJudge = (table: Table, scorecard: Scorecard, rubric: Rubric) => OwnOutcome;

/** All checks on a table, in their order; a check that breaks becomes a remark and the others go on. */
export function ownJudge(checks: readonly OwnCheck[]): OwnJudge {
  return (table, scorecard, rubric) => {
    const findings: Finding[] = [];
    const remarks: string[] = [];
    let complete = true;
    let left = MOST_STEPS_TOGETHER;
    for (const check of checks) {
      try {
        const outcome = evaluateCheck(check, table, scorecard, rubric, Math.min(MOST_STEPS, left));
        left -= outcome.steps;
        findings.push(...outcome.findings);
        remarks.push(...outcome.remarks);
        complete &&= outcome.word !== 'stopped';
      } catch (error) {
        complete = false;
        remarks.push(remark(check, `程序内部出错（${error instanceof Error ? error.message : String(error)}），请把文件反馈给我们`));
      }
    }
    return { findings, remarks, complete };
  };
}
