// Points of one source of the money that were mistyped: its score and what the other sources leave of the whole tell the right ones.
import { sum } from '../model/decimal';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import type { Table } from '../model/table';
import { unevenParts } from '../scoring/execution';
import { scoreAgrees } from '../scoring/tolerance';
import { numberEdit, proposal } from './correcting';
import { denominator, rowFigures } from './fund-figures';
import { cellsOf } from './indicator-facts';
import type { RuleReport } from './rule';
import { amount, words } from './wording';

/** 10 over 4 | 5 and 5 | 4.5, all spent of the first: its points are 5. Silent where no score tells which of them it is, or several do. */
export function* sourcePoints(table: Table, rubric: Rubric): Iterable<RuleReport<'source'>> {
  const { fund } = table;
  const total = fund?.total?.weight;
  const whole = total?.quantity?.value;
  if (!fund || !total || !whole) return;
  const parts = unevenParts(fund);
  const { column } = denominator(table, rubric);
  const found = present(parts, (part) => {
    const [figures, claimed, { weight }] = [rowFigures(fund, part, column), part.score?.quantity, part];
    const right = whole.minus(sum(present(parts, (other) => (other === part ? null : other.weight?.quantity?.value))));
    if (!figures || !claimed || !weight?.quantity || !right.gte(claimed.value)) return null;
    return scoreAgrees(claimed.value, claimed.decimals, right.times(figures.spending).div(figures.budget), rubric) ? { part, weight, right } : null;
  });
  const [slip] = found;
  if (!slip || found.length > 1 || parts.some(({ weight }) => !weight?.quantity)) return;
  const [expected, received] = [amount(slip.right), words(slip.weight)];
  yield {
    message: 'source', data: { name: slip.part.name, received, expected, whole: amount(whole) },
    cells: cellsOf(slip.weight, total, ...parts.map(({ weight }) => (weight === slip.weight ? null : weight))),
    expected, received, correction: proposal(numberEdit(slip.weight, slip.right)),
  };
}
