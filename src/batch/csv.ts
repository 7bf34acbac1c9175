// The lines of a summary as CSV for Excel: UTF-8 with its mark, texts guarded against being taken for formulas.
import { guardText } from '../exports/guard';
import { KIND_WORDS, VERDICT_WORDS } from '../exports/words';
import type { TableKind } from '../model/table';
import type { Summary } from './summary';

/** Excel takes a file without it for the old code page of the computer. */
const MARK = '\ufeff';
const HEAD = ['单位', '项目', '表', '年度', '结论', '自评得分', '复核得分', '最低可能', '最高可能', '自评等级', '复核等级', '错误', '待核实', '首要问题', '单元格', '文件', '工作表'] as const;

type Field = string | number | null;

function field(value: Field): string {
  const text = value === null ? '' : typeof value === 'number' ? String(value) : guardText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const kindWord = (kind: string): string => KIND_WORDS[kind as TableKind] ?? kind;

/** One line a table, and one a file that was not reviewed; the order of the summary. */
export function summaryCsv({ tables, notReviewed }: Summary): string {
  const rows: readonly (readonly Field[])[] = [
    HEAD,
    ...tables.map((line): readonly Field[] => [
      line.unit, line.project, kindWord(line.kind), line.year, VERDICT_WORDS[line.verdict], line.claimed, line.computed, line.low, line.high, line.claimedGrade, line.grade,
      line.errors, line.verify, line.gravest?.message ?? null, line.gravest?.cell ?? null, line.file, line.sheet,
    ]),
    ...notReviewed.map(({ file, reason }): readonly Field[] => [null, null, null, null, VERDICT_WORDS['not-checked'], null, null, null, null, null, null, null, null, reason, null, file, null]),
  ];
  return `${MARK}${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}
