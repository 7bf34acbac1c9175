// The note that a corrected or marked cell carries: what stood there, what is wrong, how the right number follows, when.
import type { Finding } from '../model/finding';
import type { TableReview } from '../model/review';

export interface NoteFacts {
  readonly ruleTitle: string;
  /** Displayed text before; '' for a blank cell. */
  readonly before: string;
  /** Displayed text after; null when the cell is only marked. */
  readonly after: string | null;
  /** Live formula that is written, null without one. */
  readonly formula: string | null;
  readonly derivation: string | null;
  /** ISO date. */
  readonly date: string;
}

/** Plain Chinese lines for the note of one finding on one cell. The host signs it. */
export function noteText(finding: Finding, facts: NoteFacts): string {
  const was = facts.before === '' ? '空白' : facts.before;
  const head = facts.after === null ? `${word(finding)}：${facts.ruleTitle}` : `${facts.ruleTitle}：原填 ${was}，更正为 ${facts.after === '' ? '空白' : facts.after}`;
  return [
    head,
    finding.message,
    ...(facts.derivation === null || finding.message.includes(facts.derivation) ? [] : [`推算：${facts.derivation}`]),
    ...(facts.formula === null ? [] : [`公式：${facts.formula}`]),
    `依据：${finding.basis.document}：${finding.basis.clause}`,
    `日期：${facts.date}`,
  ].join('\n');
}

/** The scorecard's derivation for a cell, null where it has none. */
export function derivationOf(review: TableReview, cell: string): string | null {
  return review.scorecard.items.find((item) => item.cell === cell)?.derivation ?? null;
}

function word(finding: Finding): string {
  return finding.severity === 'error' ? '错误' : finding.severity === 'verify' ? '待核实' : '提示';
}
