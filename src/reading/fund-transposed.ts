// A fund block lying on its side: 年初预算数, 全年预算数 and 全年执行数 are lines, 资金总额 and its sources are columns.
import type { Entry, FundBlock, FundColumn, FundRow } from '../model/table';
import { readAmountUnit } from './head';
import { fundColumn, labelText } from './labels';
import type { Lattice } from './lattice';
import { declaredPoints } from './quantity';
import { compact } from './text';

const AMOUNTS: readonly FundColumn[] = ['originalBudget', 'finalBudget', 'actualSpending'];
const SOURCE = /总额|[合总小]计|拨款|资金|补助|债券|自筹|其他|收入|^(?:中央|省级?|自治区|市级?|[区县]级?|地方|本级|上级)(?:财政)?$/;
const WHOLE = /总额|[合总小]计|^资金总|^总资金/;

export interface TransposedFund {
  readonly fund: FundBlock;
  readonly rows: readonly number[];
}

/** The block between two rows; null where no lines of budget and spending stand below a line of sources. */
export function readTransposedFund(lattice: Lattice, top: number, bottom: number): TransposedFund | null {
  const lines = linesIn(lattice, top, bottom);
  const first = lines[0]?.label;
  if (!first || first.row <= top || !lines.some(({ column }) => column === 'actualSpending') || !lines.some(({ column }) => column === 'originalBudget' || column === 'finalBudget')) return null;
  const heads = lattice.starting(first.row - 1).filter((entry) => entry.column > lattice.areaOf(first).right);
  const known = heads.filter((entry) => fundColumn(entry.raw) === null && SOURCE.test(entry.text));
  const last = known.at(-1)?.column ?? 0;
  // 农户自缴, 村集体 among the sources: whatever it is called, an amount of each line.
  const sources = heads.filter((entry) => known.includes(entry) || fundColumn(entry.raw) === null && entry.column < last && !/结[余转]|率|单价|数量|备注|说明/.test(entry.text) && lines.every(({ label, column }) => column === 'executionRate' || lattice.at(label.row, entry.column).quantity !== null));
  const whole = sources.find((entry) => WHOLE.test(labelText(entry.raw)));
  if (!whole || sources.length < 2) return null;
  const lineOf = (name: FundColumn): number | null => lines.find(({ column }) => column === name)?.label.row ?? null;
  const amount = (source: Entry, name: FundColumn): Entry | null => {
    const row = lineOf(name);
    return row === null ? null : lattice.at(row, source.column);
  };
  /** What stands beside the sources: one figure for all lines, merged or in one of them. */
  const beside = (name: FundColumn): Entry | null => {
    const head = heads.find((entry) => fundColumn(entry.raw) === name);
    if (!head) return amount(whole, name);
    const cells = lines.map(({ label }) => lattice.at(label.row, head.column));
    return cells.find((entry) => entry.quantity !== null) ?? cells.find((entry) => !entry.filled) ?? cells.at(-1) ?? null;
  };
  const rowOf = (source: Entry, at: number): FundRow => {
    const total = source === whole;
    return {
      label: source, name: labelText(source.raw).replace(/^其中:?/, ''), role: total ? 'total' : 'part',
      level: total ? 0 : at > 0 && /^其中/.test(compact(source.text)) && source !== sources.find((one) => one !== whole) ? 2 : 1, division: 0,
      originalBudget: amount(source, 'originalBudget'), finalBudget: amount(source, 'finalBudget'), actualSpending: amount(source, 'actualSpending'),
      executionRate: total ? beside('executionRate') : amount(source, 'executionRate'),
      weight: total ? beside('weight') : null, score: total ? beside('score') : null, reason: total ? beside('reason') : null,
    };
  };
  const rows = sources.map(rowOf);
  const side = lattice.touching(first.row - 1).find((entry) => entry.column < first.column) ?? null;
  const named = [...lines.map(({ label, column }) => [column, label] as const), ...heads.flatMap((entry) => {
    const column = fundColumn(entry.raw);
    return column === null ? [] : [[column, entry] as const];
  })];
  return {
    fund: {
      unit: readAmountUnit([side?.raw ?? '', ...heads.map((entry) => entry.raw), ...lines.map(({ label }) => label.raw)]),
      headers: Object.fromEntries(named), declaredWeight: side ? declaredPoints(side.raw) : null,
      total: rows.find((row) => row.role === 'total') ?? null, parts: rows.filter((row) => row.role === 'part'), splits: [],
    },
    rows: [first.row - 1, ...lines.map(({ label }) => label.row)],
  };
}

/** Lines one below the other in one column, each the name of an amount or of the rate. */
function linesIn(lattice: Lattice, top: number, bottom: number): readonly { readonly label: Entry; readonly column: FundColumn }[] {
  let found: { label: Entry; column: FundColumn }[] = [];
  for (let row = top; row <= bottom; row++) {
    const labels = lattice.starting(row).filter((entry) => typeof entry.value === 'string');
    const [first] = found;
    const next = first && labels.find((entry) => entry.column === first.label.column);
    const column = next ? named(next) : null;
    if (next && column && !found.some((line) => line.column === column)) {
      found.push({ label: next, column });
      continue;
    }
    // 资金到位 between 预算下达 and 实际支出 is a budget too: the first of them counts.
    if (next && column === 'finalBudget' && found.some((line) => line.column === column)) continue;
    if (found.length >= 2) break;
    const opening = labels.find((entry) => AMOUNTS.some((amount) => amount === named(entry)));
    found = opening ? [{ label: opening, column: named(opening) ?? 'finalBudget' }] : [];
  }
  return found.length >= 2 ? found : [];
}

function named(entry: Entry): FundColumn | null {
  const column = fundColumn(entry.raw);
  return column !== null && (AMOUNTS.includes(column) || column === 'executionRate') ? column : null;
}
