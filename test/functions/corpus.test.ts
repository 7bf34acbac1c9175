// Custom functions against the scorecard: every indicator of the corpus whose score the scorecard computes gets the same figure in the grid.
import type { CellValue } from '../../src/model/grid';
import type { Rubric } from '../../src/model/rubric';
import type { ScoreItem } from '../../src/model/scorecard';
import type { Entry, Indicator, Table } from '../../src/model/table';
import { readTables } from '../../src/reading/read-tables';
import { chooseRubric } from '../../src/rubrics/choose';
import { scoreTable } from '../../src/scoring/score-table';
import { gradeOf } from '../../src/scoring/totals';
import { corpusTables, toGrid, type GridOptions } from '../corpus/workbooks';
import { FakeExcel, type Given } from './fake-runtime';

const excel = new FakeExcel();

function given(value: CellValue | undefined): Given {
  return value === undefined || (typeof value === 'object' && value !== null) ? null : value;
}

/** What a cell gives to a formula; where 指标性质 or 度量单位 has a column of its own, the cells joined by & as an accountant joins them. */
function joined(sign: Entry | null, entry: Entry | null, unit: Entry | null): Given {
  const percent = entry?.numberFormat.endsWith('%') === true;
  const value = given(entry?.value);
  const before = sign && /^[≥≤＞＜><=]/.test(sign.text) ? sign.text : '';
  const after = entry && unit?.filled === true && !percent && !entry.text.endsWith(unit.text) ? unit.text : '';
  return before === '' && after === '' ? value : `${before}${percent || typeof value !== 'number' ? (entry?.text ?? '') : value}${after}`;
}

/** Some scores follow from more than the four arguments: the form's own coefficients, one score for several lines, the fund block, forms without weights. */
function followsFromTheLine(item: ScoreItem, { coefficient, weight, isExecution }: Indicator): boolean {
  return item.low !== null && item.high !== null && item.state !== 'execution' && !isExecution && coefficient?.filled !== true && Boolean(weight?.quantity) && !item.derivation.includes('合用一个得分');
}

interface Compared {
  readonly where: string;
  readonly wanted: number | string;
  readonly got: number | string;
}

function compareTable(id: string, table: Table, rubric: Rubric): readonly Compared[] {
  return scoreTable(table, rubric).items.flatMap((item): readonly Compared[] => {
    const { low, high, weight } = item;
    const where = `${id} ${item.cell} ${item.name}`;
    if (item.indicator === null) {
      const { actualSpending, finalBudget, originalBudget } = table.fund?.total ?? {};
      const budget = rubric.execution.value.denominator === 'finalBudget' ? (finalBudget ?? originalBudget) : (originalBudget ?? finalBudget);
      if (!low || !high || !low.eq(high) || !weight || !actualSpending?.filled || !budget?.filled) return [];
      const rate = excel.call('执行率', given(actualSpending.value), given(budget.value));
      return [{ where, wanted: Number(low.toFixed(10)), got: 'value' in rate ? Number(weight.times(Math.min(1, Number(rate.value))).toFixed(10)) : rate.error }];
    }
    const indicator = table.indicators[item.indicator];
    if (!low || !high || !indicator || !followsFromTheLine(item, indicator)) return [];
    const { name, nature, targetEntry, unitEntry, actualEntry } = indicator;
    const subgroup = indicator.subgroup === null ? '' : (table.groups[indicator.subgroup]?.name ?? '');
    const result = excel.call('指标得分', joined(nature, targetEntry, unitEntry), joined(null, actualEntry, unitEntry), given(indicator.weight?.value), rubric.id, subgroup.includes('成本') ? subgroup + name.text : name.text);
    const open = low.isZero() && weight !== null && high.eq(weight) && !weight.isZero();
    return [{ where, wanted: open ? '#N/A' : high.toDecimalPlaces(rubric.rounding.value).toNumber(), got: 'value' in result ? result.value : result.error }];
  });
}

describe.each([{ numbers: 'text' }, { numbers: 'typed' }] as const)('the corpus with numbers as $numbers', (options: GridOptions) => {
  const tables = corpusTables().flatMap((corpus) => readTables(toGrid(corpus, options)).tables.map((table) => ({ id: corpus.id, table, rubric: chooseRubric(table).rubric })));

  it('gives every score that follows from its line as the scorecard has it', () => {
    const compared = tables.flatMap(({ id, table, rubric }) => compareTable(id, table, rubric));
    expect(compared.filter(({ wanted, got }) => wanted !== got)).toEqual([]);
    expect(compared.filter(({ wanted }) => typeof wanted === 'number').length).toBeGreaterThan(80);
  });

  it('gives every total its grade', () => {
    const totals = tables.flatMap(({ table, rubric }) => { const { computed } = scoreTable(table, rubric); return computed && rubric.grades && computed.lte(100) ? [{ wanted: gradeOf(computed, rubric), got: excel.call('评价等级', computed.toNumber(), rubric.id) }] : []; });
    expect(totals.length).toBeGreaterThan(3);
    for (const { wanted, got } of totals) expect(got).toEqual({ value: wanted });
  });
});
