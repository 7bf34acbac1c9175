// A plan and what became of it as lines a person can follow: cell, before → after, why.
import { padEnd } from '../exports/text-width';
import { titleOf } from '../exports/words';
import { displayed } from '../review/display';
import { grouped } from '../model/grouped';
import type { PlannedEdit, WriteOutcome, WriteWord } from '../model/plan';

const WORDS: Readonly<Record<WriteWord, string>> = {
  applied: '已写入', stale: '单元格在核查之后被改过', locked: '单元格被锁定', formula: '单元格里是公式', unsupported: '不支持', unchanged: '已经如此', failed: '写入失败',
};

/** What a correction does to its cell: "I5  100% → 65.12%  预算执行率". */
export function correctionText(edit: PlannedEdit, severalSheets: boolean): string {
  const shown = edit.value === null || edit.value === '' ? '（清空）' : displayed(edit.value, edit.numberFormat ?? 'General');
  const after = edit.formula === null ? shown : `${edit.formula}（${shown}）`;
  return `${place(edit, severalSheets)} ${edit.before === null || edit.before === '' ? '（空白）' : edit.before} → ${after}  ${titleOf(edit)}`;
}

/** What a mark says: "C12  标色、加批注  指标值单位". */
export function markText(edit: PlannedEdit, severalSheets: boolean): string {
  return `${place(edit, severalSheets)} 标色、加批注  ${titleOf(edit)}`;
}

function place(edit: PlannedEdit, severalSheets: boolean): string {
  return padEnd(`${severalSheets ? `${edit.sheet}!` : ''}${edit.cell}`, 6);
}

/** What was not written, cells with one reason in one line: "没有写入 F24、G24：工作表受保护……。" */
export function refusalTexts(refused: readonly WriteOutcome[], severalSheets: boolean): readonly string[] {
  return [...grouped(refused, ({ word, reason }) => reason ?? `${WORDS[word]}。`)]
    .map(([sentence, same]) => `没有写入 ${same.map(({ sheet, cell }) => `${severalSheets ? `${sheet}!` : ''}${cell}`).join('、')}：${sentence}`);
}
