// A typed number among sibling formulas no longer follows its inputs.
import { a1, parseA1 } from '../model/address';
import { grouped } from '../model/grouped';
import { present } from '../model/present';
import type { Entry, Table } from '../model/table';
import { practice } from './basis';
import type { Content } from './example';
import { references, shape } from './formula-references';
import { fundRows } from './fund-figures';
import { defineRule } from './rule';
import { words } from './wording';

/** Fewer siblings than this are no pattern. */
const SIBLINGS = 3;

/** =H13 takes full marks from the points: where some were lost they are typed. */
const COPY = /^\$?[A-Z]{1,3}\$?\d+$/;

/** =H13*MIN(1,G13/F13) where target and result are numbers; the scores of 明显改善 and 健全 are typed. */
const COMPUTED = Object.fromEntries<Content>(([[13, 50, 20], [14, 95, 10], [16, 80, 10], [19, 90, 10]] as const).flatMap(([row, target, score]): [string, Content][] => [
  [`F${row}`, target], [`G${row}`, target], [`I${row}`, { value: score, formula: `IF(F${row}="","",H${row}*MIN(1,G${row}/F${row}))` }],
]));

export const formulaOverwritten = defineRule({
  id: 'formula-overwritten',
  title: '公式被覆盖',
  severity: 'verify',
  why: '同列都是公式而此处是手填数，数据变动时它不会跟着变。',
  basis: { ...practice('同列同类单元格应使用相同公式'), standing: 'assumed' },
  messages: { typed: '{cell}填的是数值{received}，同列有{count}个单元格用公式（如{first}“{formula}”），请核实是否误覆盖。' },
  examples: [
    {
      shows: 'one score typed among formulas',
      form: { base: 'project', cells: Object.fromEntries([13, 14, 16, 17].map((row) => [`I${row}`, { value: [20, 10, 10, 15][[13, 14, 16, 17].indexOf(row)] ?? 0, formula: `H${row}*1` }])) },
      findings: [15, 18, 19].map((row) => ({ cells: [`I${row}`, 'I13'], message: `I${row}填的是数值${row === 18 ? 15 : 10}，同列有4个单元格用公式（如I13“=H13*1”），请核实是否误覆盖。` })),
    },
    {
      shows: 'targets in words among numbers that the formula divides',
      form: { base: 'project', cells: { ...COMPUTED, F15: 5, G15: 5 } },
      findings: [{ cells: ['I15', 'I13'], message: 'I15填的是数值10，同列有4个单元格用公式（如I13“=IF(F13="","",H13*MIN(1,G13/F13))”），请核实是否误覆盖。' }],
    },
    { shows: 'full marks taken from the points, with the others typed', form: { base: 'project', cells: { ...Object.fromEntries([13, 14, 16, 17].map((row) => [`I${row}`, { value: [20, 10, 10, 15][[13, 14, 16, 17].indexOf(row)] ?? 0, formula: `H${row}` }])), I18: 12 } }, findings: [] },
    { shows: 'two formulas are no pattern', form: { base: 'project', cells: { I13: { value: 20, formula: 'H13*1' }, I14: { value: 10, formula: 'H14*1' } } }, findings: [] },
    { shows: 'no formulas', form: { base: 'project' }, findings: [] },
  ],
  *check(table) {
    for (const column of columns(table)) {
      if (column.length === 0) continue;
      const shapes = grouped(column, ({ formula, row }) => (formula === null ? null : shape(formula, row)));
      const siblings = [...shapes.values()].sort((a, b) => b.length - a.length)[0] ?? [];
      const [first] = siblings;
      const typed = column.filter((entry) => entry.formula === null && typeof entry.value === 'number');
      // As many typed as computed: a habit, not a slip.
      if (!first || COPY.test(first.formula ?? '') || siblings.length < SIBLINGS || typed.length === 0 || typed.length >= siblings.length) continue;
      const kinds = new Map(table.entries.map(({ cell, value }) => [cell, typeof value]));
      const factors = present(references((first.formula ?? '').replace(/"[^"]*"/g, '')) ?? [], (cell) => (kinds.get(cell) === 'number' ? parseA1(cell) : null)).filter(({ row }) => row === first.row);
      for (const entry of typed) {
        // 明显改善 where the siblings divide numbers: their formula would give no score here.
        if (factors.some(({ column }) => kinds.get(a1(entry.row, column)) === 'string')) continue;
        yield {
          message: 'typed',
          data: { cell: entry.cell, received: words(entry), count: String(siblings.length), first: first.cell, formula: `=${first.formula ?? ''}` },
          cells: [entry.cell, first.cell],
          expected: null,
          received: words(entry),
        };
      }
    }
  },
});

/** Cells of one role below each other: rates of the fund lines, scores of the indicators. */
function columns(table: Table): readonly (readonly Entry[])[] {
  // A column without any formula shows no pattern: nearly all of them.
  const computed = (entries: readonly (Entry | null)[]): readonly Entry[] =>
    entries.some((entry) => entry !== null && entry.formula !== null) ? entries.filter((entry): entry is Entry => entry?.filled === true) : [];
  return [
    computed(fundRows(table).map((row) => row.executionRate)),
    computed(table.indicators.map((indicator) => indicator.score)),
    computed(table.indicators.map((indicator) => indicator.coefficient)),
  ];
}
