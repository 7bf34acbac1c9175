// Two sheets of the summary workbook: 雷同, one line a shared passage (the sentence beside the first one of a pair), and 与上年比较, one line a finding.
import type { Copies, TablePlace } from './copies';
import { YEAR_WORDS, type LastYear } from './last-year';
import type { XlsxCell, XlsxSheet } from './xlsx-sheet';

/** Lines of one sheet; Excel's own limit is 1,048,576. */
const MOST_ROWS = 1_000_000;

const unitOf = (place: TablePlace | null): XlsxCell => place?.unit ?? place?.file ?? '';
const fileOf = (place: TablePlace | null): XlsxCell => (place === null ? '' : `${place.file}“${place.sheet}”`);
const restOf = (place: TablePlace | null): readonly XlsxCell[] => [place?.project ?? '', place?.file ?? '', place?.sheet ?? ''];

export function copiesSheet({ groups, duplicates }: Copies): XlsxSheet {
  const copied = groups.flatMap((group, at) => group.pairs.flatMap(({ first, second, similarity, message, passages }) => passages.map(({ what, same, first: one, second: two }, line): readonly XlsxCell[] => [
    at + 1, '雷同', similarity / 100, unitOf(first), unitOf(second), what, same ? '相同' : '相近', one.cell, one.text, two.cell, two.text, line === 0 ? message : '', ...restOf(first), ...restOf(second),
  ])));
  const twice = duplicates.flatMap(({ members, identical, message }, at) => members.slice(1).map((other): readonly XlsxCell[] => [
    groups.length + at + 1, '重复报送', identical ? 1 : null, unitOf(members[0] ?? null), unitOf(other), '整表', identical ? '相同' : '不同', '', fileOf(members[0] ?? null), '', fileOf(other), message, ...restOf(members[0] ?? null), ...restOf(other),
  ]));
  return {
    name: '雷同', words: null, drawing: null,
    // The sentence is long and said once a pair: it stays on the screen.
    printed: 11,
    columns: [
      { title: '组', width: 6, style: 'whole' }, { title: '性质', width: 11 }, { title: '相似度', width: 9, style: 'percent' }, { title: '甲单位', width: 22, style: 'wrapped' }, { title: '乙单位', width: 22, style: 'wrapped' },
      { title: '内容', width: 14 }, { title: '同否', width: 8 }, { title: '甲单元格', width: 10 }, { title: '甲内容', width: 36, style: 'wrapped' }, { title: '乙单元格', width: 10 }, { title: '乙内容', width: 36, style: 'wrapped' },
      { title: '说明', width: 48, style: 'wrapped' }, { title: '甲项目', width: 24 }, { title: '甲文件', width: 28 }, { title: '甲工作表', width: 18 },
      { title: '乙项目', width: 24 }, { title: '乙文件', width: 28 }, { title: '乙工作表', width: 18 },
    ],
    rows: [...copied, ...twice].slice(0, MOST_ROWS),
  };
}

export function lastYearSheet({ lines }: LastYear): XlsxSheet {
  return {
    name: '与上年比较', words: null, drawing: null, printed: 8,
    columns: [
      { title: '单位', width: 24, style: 'wrapped' }, { title: '项目', width: 24, style: 'wrapped' }, { title: '情况', width: 13 }, { title: '说明', width: 52, style: 'wrapped' },
      { title: '本年单元格', width: 12, style: 'wrapped' }, { title: '本年', width: 24, style: 'wrapped' }, { title: '上年单元格', width: 12, style: 'wrapped' }, { title: '上年', width: 24, style: 'wrapped' },
      { title: '本年文件', width: 28 }, { title: '本年工作表', width: 18 }, { title: '上年文件', width: 28 }, { title: '上年工作表', width: 18 },
    ],
    rows: lines.slice(0, MOST_ROWS).map(({ unit, project, kind, message, now, then, nowPlace, thenPlace }) => [
      unit ?? '', project ?? '', YEAR_WORDS[kind], message, now?.cell ?? '', now?.text ?? '', then?.cell ?? '', then?.text ?? '',
      nowPlace?.file ?? '', nowPlace?.sheet ?? '', thenPlace?.file ?? '', thenPlace?.sheet ?? '',
    ]),
  };
}
