// 年度总金额 with its amounts, and rate, points and score on the line below, 其中：财政拨款: the block's are those of that line.
import type { Entry, FundBlock, FundRow } from '../model/table';

const says = (entry: Entry | null): boolean => entry?.filled === true && !entry.notApplicable;

/** The one line with points, where the total line has its amounts and nothing else. */
function ratedPart({ total, parts }: FundBlock): FundRow | null {
  if (!total?.actualSpending?.quantity || [total.executionRate, total.weight, total.score].some(says)) return null;
  const [one, ...more] = parts.filter(({ weight, score }) => says(weight) || says(score));
  return one && more.length === 0 && one.weight?.quantity?.value.gt(0) && one.actualSpending?.quantity ? one : null;
}

/** The total bears the points and the score, as in all other forms; the rate stays with the amounts that make it. */
export function withRatedPart(fund: FundBlock): FundBlock {
  const part = ratedPart(fund);
  if (!part || !fund.total) return fund;
  const rated: FundRow = { ...part, weight: null, score: null };
  return { ...fund, total: { ...fund.total, executionRate: null, weight: part.weight, score: part.score }, parts: fund.parts.map((row) => (row === part ? rated : row)), rated };
}
