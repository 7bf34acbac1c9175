// 预期目标 and 实际完成情况: side by side under their labels, or to the right of one label.
import type { Entry, Goal } from '../model/table';
import { indicatorColumn, isActualGoalLabel, isExpectedGoalLabel } from './labels';
import type { Lattice } from './lattice';

/** Reads all goal pairs between two rows (inclusive), and tells which rows they took. Rows to skip are headers of other blocks. */
export function readGoals(lattice: Lattice, top: number, bottom: number, skip: ReadonlySet<number> = new Set()): { readonly goals: readonly Goal[]; readonly rows: ReadonlySet<number> } {
  const goals: Goal[] = [];
  const rows = new Set<number>();
  for (let row = top; row <= bottom; row++) {
    if (rows.has(row) || skip.has(row)) continue;
    const labels = lattice.starting(row).filter((entry) => isExpectedGoalLabel(entry.raw) || isActualGoalLabel(entry.raw));
    if (labels.length === 0) continue;
    const goal = underLabels(lattice, row, bottom, labels) ?? besideLabel(lattice, row, labels);
    if (!goal) continue;
    rows.add(row);
    for (const entry of [goal.expected, goal.actual]) if (entry) rows.add(entry.row);
    goals.push(goal);
    // 目标1, 目标2 … : one line each under the same labels.
    for (let next = (goal.expected ?? goal.actual)?.row ?? row; next < bottom && lattice.starting(next + 1)[0] && /^目标\d/.test(lattice.starting(next + 1)[0]?.text ?? ''); next++) {
      const below = (entry: Entry | null): Entry | null => (entry ? lattice.at(next + 1, entry.column) : null);
      goals.push({ ...goal, expected: below(goal.expected), actual: below(goal.actual) });
      rows.add(next + 1);
    }
  }
  return { goals: goals.reduce<readonly Goal[]>(paired, []), rows };
}

/** 年度目标 | … and 完成情况 | … right below it are one pair. */
function paired(before: readonly Goal[], goal: Goal): readonly Goal[] {
  const last = before.at(-1);
  return last && last.expected && !last.actual && !last.actualLabel && goal.actual && !goal.expected && !goal.expectedLabel
    ? [...before.slice(0, -1), { ...last, actual: goal.actual, actualLabel: goal.actualLabel }]
    : [...before, goal];
}

function isGoalLabel(entry: Entry): boolean {
  return isExpectedGoalLabel(entry.raw) || isActualGoalLabel(entry.raw);
}

/** A header row: a label whose right neighbour is a label or nothing, with the text below it. */
function underLabels(lattice: Lattice, row: number, bottom: number, labels: readonly Entry[]): Goal | null {
  // A side heading (1.项目年度目标完成情况) reaches down beside the pair; the label proper is the one that ends in this row.
  const actualLabels = labels.filter((entry) => isActualGoalLabel(entry.raw));
  const actualLabel = actualLabels.findLast((entry) => lattice.areaOf(entry).bottom === row) ?? actualLabels.at(-1) ?? null;
  // Of 年度总体目标 | 预期目标 the side heading is the one that reaches down beside the other.
  const expectedLabels = labels.filter((entry) => isExpectedGoalLabel(entry.raw));
  const adjusted = expectedLabels.find((entry) => /调整/.test(entry.text));
  const initial = expectedLabels.filter((entry) => entry !== adjusted);
  const heads = initial.filter((entry) => lattice.areaOf(entry).bottom === row);
  const expectedLabel = heads.at(-1) ?? adjusted ?? null;
  const header = expectedLabel ?? actualLabel;
  if (!header) return null;
  const below = nextRow(lattice, lattice.areaOf(header).bottom + 1, bottom, header);
  if (below === null) return null;
  const beneath = (label: Entry | null | undefined): Entry | null => (label ? lattice.at(below, label.column) : null);
  const expectedBelow = beneath(expectedLabel);
  const revised = beneath(adjusted);
  const rightOf = lattice.areaOf(header).right + 1;
  const right = rightOf <= lattice.range.right ? lattice.at(row, rightOf) : null;
  // A text beside the only label, with nothing of the kind below, is the value.
  if (right?.filled && !isGoalLabel(right) && (labels.length === 1 || answeredBeside(lattice, row, actualLabel, right))) return null;
  if (expectedBelow && isGoalLabel(expectedBelow)) return null;
  return {
    expected: revised?.filled ? revised : expectedBelow,
    actual: beneath(actualLabel),
    expectedLabel: revised?.filled ? (adjusted ?? null) : expectedLabel,
    actualLabel,
  };
}

/** 预期目标 | text | 实际完成 | text over further rows of the form. */
function answeredBeside(lattice: Lattice, row: number, actualLabel: Entry | null, besideExpected: Entry): boolean {
  if (!actualLabel || actualLabel.column <= besideExpected.column) return false;
  const column = lattice.areaOf(actualLabel).right + 1;
  const text = column <= lattice.range.right ? lattice.at(row, column) : null;
  return [besideExpected, text].every((entry) => entry?.filled === true && entry.quantity === null && indicatorColumn(entry.raw) === null && !isGoalLabel(entry));
}

/** The row under a label: the next one that holds anything in the label's columns, else the next row at all. A blank row between them means nothing. */
function nextRow(lattice: Lattice, from: number, bottom: number, header: Entry): number | null {
  if (from > bottom) return null;
  for (let row = from; row <= Math.min(bottom, from + 2); row++) {
    const starts = lattice.starting(row);
    if (starts.length > 0) return starts.some((entry) => entry.column >= header.column && !isOtherLabel(entry)) || starts.every((entry) => entry.column >= header.column) ? row : from;
  }
  return from;
}

function isOtherLabel(entry: Entry): boolean {
  return /^(?:一级|绩\s*效\s*指\s*标|项目名称)/.test(entry.text);
}

/** What stands behind the goal: right beside it, or past one blank cell. */
function answer(lattice: Lattice, row: number, beside: Entry | null, at: (left: Entry) => Entry | null): Entry | null {
  if (!beside || beside.filled) return beside;
  const { left, right } = lattice.area(row, beside.column);
  const behind = left === right ? at(beside) : null;
  return behind?.filled && behind.quantity === null && indicatorColumn(behind.raw) === null && !isGoalLabel(behind) ? behind : null;
}

/** 年度总体目标 | goal text | what was done. */
function besideLabel(lattice: Lattice, row: number, labels: readonly Entry[]): Goal | null {
  const label = labels[0];
  if (!label) return null;
  const at = (left: Entry): Entry | null => {
    const column = lattice.areaOf(left).right + 1;
    return column <= lattice.range.right ? lattice.at(row, column) : null;
  };
  const first = at(label);
  if (!first) return null;
  if (isActualGoalLabel(label.raw)) {
    const behind = first.filled ? null : at(first);
    return { expected: null, actual: behind?.filled ? behind : first, expectedLabel: null, actualLabel: label };
  }
  if (first.filled && isGoalLabel(first)) return null;
  const actualLabel = labels.find((entry) => isActualGoalLabel(entry.raw)) ?? null;
  if (actualLabel) return { expected: first, actual: at(actualLabel), expectedLabel: label, actualLabel };
  const second = at(first);
  const gap = lattice.areaOf(first);
  // 年度目标 | (nothing, where the label was merged once) | text.
  if (!first.filled && gap.left === gap.right && second?.filled) return { expected: second, actual: answer(lattice, row, at(second), at), expectedLabel: label, actualLabel: null };
  return { expected: first, actual: first.filled ? answer(lattice, row, second, at) : second?.filled ? second : null, expectedLabel: label, actualLabel: null };
}
