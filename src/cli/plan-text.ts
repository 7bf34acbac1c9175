// A plan and what became of it as lines a person can follow: cell, before → after, why.
import { padEnd } from '../exports/text-width';
import { ruleTitle } from '../exports/words';
import { displayed } from '../review/display';
import type { PlannedEdit, WriteOutcome, WriteWord } from '../model/plan';

const WORDS: Readonly<Record<WriteWord, string>> = {
  applied: '已更正', stale: '没有更正：单元格在核查之后被改过', locked: '没有更正：单元格被锁定', formula: '没有更正：单元格里是公式', unsupported: '没有更正：不支持',
  unchanged: '已经如此，没有改动', failed: '没有更正：写入失败',
};

/** What a correction does to its cell: "I5  100% → 65.12%  预算执行率". */
export function correctionText(edit: PlannedEdit, severalSheets: boolean): string {
  const shown = edit.value === null || edit.value === '' ? '（清空）' : displayed(edit.value, edit.numberFormat ?? 'General');
  const after = edit.formula === null ? shown : `${edit.formula}（${shown}）`;
  return `${place(edit, severalSheets)} ${edit.before === null || edit.before === '' ? '（空白）' : edit.before} → ${after}  ${ruleTitle(edit.rule)}`;
}

/** What a mark says: "C12  标色、加批注  指标值单位". */
export function markText(edit: PlannedEdit, severalSheets: boolean): string {
  return `${place(edit, severalSheets)} 标色、加批注  ${ruleTitle(edit.rule)}`;
}

function place(edit: PlannedEdit, severalSheets: boolean): string {
  return padEnd(`${severalSheets ? `${edit.sheet}!` : ''}${edit.cell}`, 6);
}

export function outcomeText(outcome: WriteOutcome): string {
  return WORDS[outcome.word] + (outcome.reason === null ? '' : `（${outcome.reason.replace(/。$/, '')}）`);
}
