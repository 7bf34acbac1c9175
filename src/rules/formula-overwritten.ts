// A typed number among sibling formulas no longer follows its inputs.
import { grouped } from '../model/grouped';
import type { Entry, Table } from '../model/table';
import { practice } from './basis';
import { shape } from './formula-references';
import { fundRows } from './fund-figures';
import { defineRule } from './rule';
import { words } from './wording';

/** Fewer siblings than this are no pattern. */
const SIBLINGS = 3;

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
      if (!first || siblings.length < SIBLINGS || typed.length >= siblings.length) continue;
      for (const entry of typed) {
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
