// What a list of indicators tells beside weight and score and follows from them: 得分率 is their quotient, 扣分 what is between them.
import { HUNDRED, near, type Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Indicator, Table } from '../model/table';
import { roundingOf } from './adding-up';
import { headUnder } from './completion-rates';
import { perTable } from './per-table';
import { rateHolds } from './rates';
import type { RuleReport } from './rule';
import { excerpt, percent, words } from './wording';

const RATE = /^(?:指标|自评)?得分(?:率|比例|比率)$/;
const DEDUCTED = /^(?:自评|指标)?扣分(?:值|数)?$/;

/** Weight, score and what stands beside them. */
interface Line {
  readonly label: Entry;
  readonly indicator: Indicator | null;
  readonly weight: Entry;
  readonly score: Entry;
  readonly beside: Entry;
  readonly fits: boolean;
}

/** A column is what its name says where most of its lines follow: of those that do not there are two at most. */
function contradicting(lines: readonly Line[]): readonly Line[] {
  const unlike = lines.filter(({ fits }) => !fits);
  return unlike.length > 2 || lines.length - unlike.length < 3 ? [] : unlike;
}

/** The lines with a figure in the column; none without such a column. */
function linesOf(table: Table, mark: string, column: RegExp, fits: (line: Omit<Line, 'fits'>) => boolean): readonly Line[] {
  const { weight: first, score: second } = table.indicatorHeaders;
  const header = first && second ? headUnder(table, Math.min(first.row, second.row), mark, column) : null;
  if (!header) return [];
  const { total } = table;
  const rows = [...table.indicators.map((indicator) => ({ label: indicator.name, indicator, weight: indicator.weight, score: indicator.score })), ...(total?.place === 'row' ? [{ ...total, indicator: null }] : [])];
  const besides = new Map(table.entries.filter((entry) => entry.column === header.column && entry.quantity !== null).map((entry) => [entry.row, entry]));
  return present(rows, ({ label, indicator, weight, score }) => {
    const beside = besides.get(label.row);
    if (!beside || !weight?.quantity?.value.gt(0) || !score?.quantity || score.row !== label.row) return null;
    const line = { label, indicator, weight, score, beside };
    return { ...line, fits: fits(line) };
  });
}

const valueOf = ({ quantity }: Entry): Decimal => quantity?.value ?? HUNDRED;

const shareOf = ({ weight, score }: Omit<Line, 'fits'>): Decimal => valueOf(score).div(valueOf(weight)).times(HUNDRED);

/** 得分率 that is not 得分 ÷ 分值. */
export function* scoreRates(table: Table): Iterable<RuleReport<'scored'>> {
  for (const line of contradicting(linesOf(table, '率', RATE, (one) => rateHolds(one.beside, shareOf(one)) !== false))) {
    const { label, weight, score, beside } = line;
    const expected = percent(shareOf(line));
    yield {
      message: 'scored',
      data: { name: excerpt(label), expected, score: words(score), weight: words(weight), received: words(beside) },
      cells: [beside.cell, score.cell, weight.cell], expected, received: words(beside),
    };
  }
}

export interface Deducted {
  readonly expected: Decimal;
  readonly entry: Entry;
}

/** By the row of its indicator, the score that 扣分 leaves of the weight where another one stands. */
export const deductedScores = perTable((table: Table): ReadonlyMap<number, Deducted> => {
  const left = ({ weight, beside }: Omit<Line, 'fits'>): Decimal => valueOf(weight).minus(valueOf(beside).abs());
  const unlike = contradicting(linesOf(table, '扣', DEDUCTED, (one) => near(left(one), valueOf(one.score), roundingOf([one.weight, one.score, one.beside]))));
  return new Map(unlike.filter(({ indicator }) => indicator !== null).map((line) => [line.label.row, { expected: left(line), entry: line.beside }]));
});
