// Lines without amounts of their own that say how the total is divided: 按支出性质分：398.1, 其中：基本支出：300.
import type { Decimal } from '../model/decimal';
import { decimal, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { FundBlock, FundRow, FundSplit } from '../model/table';
import { AMOUNT_COLUMNS, amountIn, columnName } from './fund-figures';
import type { RuleReport } from './rule';
import { amount } from './wording';

export function* fundSplits(fund: FundBlock, total: FundRow): Iterable<RuleReport<'split' | 'stated'>> {
  for (const split of fund.splits) {
    const wrong = [...checkSplit(fund, total, split)];
    // What its lines make is in none of the columns: then it is wrong as well, or the lines are.
    yield* wrong.length > 0 ? wrong : checkStated(split);
  }
}

/** 按支出性质分：398.1 over what it is made of; blanks are noughts where the others pass it. */
function* checkStated({ label, parts }: FundSplit): Iterable<RuleReport<'stated'>> {
  const figure = /[:：]\s*(\d[\d,]*(?:\.\d+)?)\s*(?:万?元)?$/.exec(label.text)?.[1];
  const amounts = present(parts, (part) => part.amount);
  if (figure === undefined || amounts.length < 2) return;
  const claimed = decimal(figure.replaceAll(',', ''));
  const expected = sum(amounts);
  if (near(expected, claimed, decimal('0.01')) || amounts.length < parts.length && expected.lt(claimed)) return;
  yield {
    message: 'stated',
    data: { name: label.text.replace(/[:：][\s\d.,万元]*$/, ''), received: amount(claimed), expected: amount(expected) },
    cells: [label.cell, ...new Set(parts.map((part) => part.entry.cell))],
    expected: amount(expected),
    received: amount(claimed),
  };
}

function* checkSplit(fund: FundBlock, row: FundRow, split: FundSplit): Iterable<RuleReport<'split'>> {
  const amounts = present(split.parts, (part) => part.amount);
  const totals = present(AMOUNT_COLUMNS, (column) => amountIn(fund, row[column]));
  if (split.parts.length < 2 || amounts.length < split.parts.length || totals.length === 0) return;
  const parts = sum(amounts);
  // 基本支出：1768.16万元 under amounts in 元: the words may count in another unit than the columns.
  const told = (total: Decimal): boolean => near(total, parts, decimal('0.01')) || near(total, parts.times(1e4), decimal(100)) || near(total.times(1e4), parts, decimal(100));
  if (totals.some(told)) return;
  const name = split.label.text.replace(/[:：][\s\d.,万元]*$/, '');
  yield {
    message: 'split',
    data: { name, parts: amount(parts), totals: totals.map(amount).join('、'), columns: present(AMOUNT_COLUMNS, (column) => (amountIn(fund, row[column]) ? columnName(fund, column) : null)).join('、') },
    cells: [...new Set(split.parts.map((part) => part.entry.cell))],
    expected: null,
    received: amount(parts),
  };
}
