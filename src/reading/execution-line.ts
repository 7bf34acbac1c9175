// 预算执行率 | 100% | 分值 | 10 | 得分 | 10: what the execution was given, in a line of labels below the amounts.
import type { Entry, FundBlock, FundColumn, FundRow } from '../model/table';
import { fundName, MOST_POINTS } from './fund-pairs';
import { fundColumn } from './labels';
import type { Lattice } from './lattice';
import { compact } from './text';

/** What the execution was given, in a line of labels. */
interface ExecutionLine {
  readonly label: Entry;
  readonly labels: FundBlock['headers'];
  readonly rate: Entry | null;
  readonly weight: Entry;
  readonly score: Entry;
}

/** 预算执行率 | 100% | 分值 | 10 | 得分 | 10, or 资金评分 | 分值 | 20 | 得分 | 20 where the block has the amounts. Null without points and score. */
export function executionLine(lattice: Lattice, row: number, fund: FundBlock | null): ExecutionLine | null {
  const entries = lattice.starting(row);
  const labels: Partial<Record<FundColumn, Entry>> = {};
  const values: Partial<Record<FundColumn, Entry>> = {};
  entries.forEach((entry, i) => {
    const name = typeof entry.value === 'string' && !entry.quantity ? fundColumn(entry.raw) : null;
    const value = entries[i + 1];
    if (name === null || !value?.quantity || labels[name]) return;
    labels[name] = entry;
    values[name] = value;
  });
  const { executionRate: rate = null, weight, score } = values;
  if (!weight || !score) return null;
  const [side] = entries;
  const named = side && side !== labels.weight && fund?.total?.actualSpending?.quantity && /资金|预算|执行/.test(compact(side.text)) ? side : null;
  const label = labels.executionRate ?? named ?? (entries.length === 4 && mayScore(fund, weight, score) ? fund.total.label : null);
  return label && { rate, weight, score, labels, label };
}

/** 分值 | 10 | 得分 | 9.5 alone: the points of amounts that have none, if no more than an execution may have. */
function mayScore(fund: FundBlock | null, weight: Entry, score: Entry): fund is FundBlock & { readonly total: FundRow } {
  const [most, got] = [weight.quantity?.value, score.quantity?.value];
  return fund?.total?.actualSpending?.quantity !== undefined && !fund.total.weight && !fund.total.score && most?.lte(MOST_POINTS) === true && got?.lte(most) === true;
}

/** The block with what such a line says; a line alone makes one. */
export function withExecutionLine(fund: FundBlock | null, line: ExecutionLine): FundBlock {
  const { label, labels, rate, weight, score } = line;
  const total: FundRow = fund?.total ?? { label, name: fundName(label.raw), role: 'total', level: 0, division: 0, originalBudget: null, finalBudget: null, actualSpending: null, executionRate: null, weight: null, score: null, reason: null };
  return {
    ...(fund ?? { unit: null, declaredWeight: null, parts: [], splits: [] }),
    headers: { ...labels, ...fund?.headers },
    total: { ...total, executionRate: total.executionRate ?? rate, weight, score },
  };
}
