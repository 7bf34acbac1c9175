// The indicator list of a form: levels merged over their lines, points by formula, the total with its grade.
import type { IndicatorColumn } from '../model/table';
import { columnsOf } from './canvas';
import type { IndicatorBlockForm, IndicatorColumnForm, TotalBlock } from './form';
import { gradeFormula, scoreFormula, sumFormula } from './formulas';
import { actualRule, coefficientRule, NAME_RULE, NATURE_RULE, TARGET_RULE, UNIT_RULE, WEIGHT_RULE } from './input-rules';
import type { GroupRows, Layout } from './layout';
import { WARNING, type Look } from './looks';
import { a1, columnName } from '../model/address';

const HEAD = 20;
const HEAD_BELOW = 28;
const HEAD_ALONE = 32;
const LINE = 28;

const LOOK_OF: Readonly<Partial<Record<IndicatorColumn, Look>>> = { name: 'text', nature: 'centredText', target: 'centredText', unit: 'centredText', actual: 'centredText', weight: 'number', reason: 'text', coefficient: 'number' };

export function layIndicators(layout: Layout, block: IndicatorBlockForm): void {
  const { canvas } = layout;
  const top = canvas.row;
  layHeader(layout, block);
  const first = canvas.row;
  const groups: readonly GroupRows[] = layout.options.groups ?? block.groups.map((group) => ({ group, subgroups: group.subgroups.map((name) => ({ name, rows: layout.options.rows })) }));
  const level1 = spanOf(block, 'level1');
  const level2 = spanOf(block, 'level2');
  for (const { group, subgroups } of groups) {
    const from = canvas.row;
    for (const { name, rows } of subgroups) {
      canvas.put(canvas.row, level2, 'label', { value: name }, rows);
      for (let n = 0; n < rows; n++) layLine(layout, block, group.name, name, group.aspect);
    }
    canvas.put(from, level1, 'label', { value: group.label }, canvas.row - from);
    if (group.weight !== null) warnOfGroup(layout, block, from, group.weight);
  }
  const last = canvas.row - 1;
  const letter = (column: IndicatorColumn): string | null => block.columns.find((one) => one.column === column)?.at.split(':')[0] ?? null;
  layout.indicators = { weight: letter('weight'), score: letter('score'), first, last };
  restrict(layout, block, first, last);
  layout.side(block.side, top, last);
}

function spanOf(block: IndicatorBlockForm, column: IndicatorColumn): string {
  return block.columns.find((one) => one.column === column)?.at ?? 'A';
}

/** One row, or two where headers stand over others. */
function layHeader(layout: Layout, { columns }: IndicatorBlockForm): void {
  const { canvas, form } = layout;
  const top = canvas.row;
  const rows = columns.some(({ under }) => under !== undefined) ? 2 : 1;
  canvas.heights[top] = rows === 1 ? HEAD_ALONE : HEAD;
  if (rows === 2) canvas.heights[top + 1] = HEAD_BELOW;
  const over = new Map<string, IndicatorColumnForm[]>();
  for (const column of columns) {
    const look: Look = columnsOf(column.at).left > form.printed ? 'note' : 'label';
    if (column.under === undefined) canvas.put(top, column.at, look, { value: column.header }, rows);
    else {
      over.set(column.under, [...(over.get(column.under) ?? []), column]);
      canvas.put(top + 1, column.at, look, { value: column.header });
    }
  }
  for (const [text, under] of over) {
    const edges = under.map(({ at }) => columnsOf(at));
    canvas.put(top, `${columnName(Math.min(...edges.map(({ left }) => left)))}:${columnName(Math.max(...edges.map(({ right }) => right)))}`, 'label', { value: text });
  }
  canvas.row = top + rows;
  layout.header = { first: top, last: top + rows - 1 };
}

function layLine(layout: Layout, block: IndicatorBlockForm, group: string, subgroup: string, aspect: GroupRows['group']['aspect']): void {
  const { canvas, rubric, slots } = layout;
  const { row } = canvas;
  canvas.heights[row] = LINE;
  const cells: Partial<Record<IndicatorColumn, string>> = {};
  for (const { column, at } of block.columns) cells[column] = a1(row, columnsOf(at).left);
  for (const { column, at } of block.columns) {
    if (column === 'level1' || column === 'level2') continue;
    const { weight, nature, target, actual, unit, coefficient } = cells;
    const complete = weight !== undefined && nature !== undefined && target !== undefined && actual !== undefined;
    if (column === 'score' && complete) canvas.put(row, at, 'result', { formula: scoreFormula({ weight, nature, target, actual, unit: unit ?? null, coefficient: coefficient ?? null }, rubric) });
    else canvas.put(row, at, LOOK_OF[column] ?? 'text');
  }
  slots.indicators.push({ group, subgroup, aspect, cells });
  canvas.row++;
}

/** What may be typed, for each column over all lines. */
function restrict(layout: Layout, block: IndicatorBlockForm, first: number, last: number): void {
  const { canvas, rubric } = layout;
  const bands = rubric.qualitative?.value ?? null;
  const actual = `${spanOf(block, 'actual').split(':')[0] ?? ''}${first}`;
  for (const { column, at } of block.columns) {
    const rule = column === 'name' ? NAME_RULE : column === 'nature' ? NATURE_RULE : column === 'target' ? TARGET_RULE : column === 'unit' ? UNIT_RULE : column === 'weight' ? WEIGHT_RULE
      : column === 'actual' ? actualRule(bands) : column === 'coefficient' ? coefficientRule(`${at.split(':')[0] ?? ''}${first}`, actual, bands) : null;
    if (rule) for (let row = first; row <= last; row++) canvas.restrict(row, at, rule);
  }
}

/** The weights of a group light up while they do not add up to its points. */
function warnOfGroup({ canvas }: Layout, block: IndicatorBlockForm, from: number, points: number): void {
  const weight = block.columns.find(({ column }) => column === 'weight')?.at.split(':')[0];
  if (weight === undefined) return;
  const all = `$${weight}$${from}:$${weight}$${canvas.row - 1}`;
  const { left } = columnsOf(weight);
  canvas.highlights.push({ areas: [{ top: from, left, bottom: canvas.row - 1, right: left }], formula: `AND(COUNT(${all})>0,ROUND(SUM(${all}),2)<>${points})`, ...WARNING });
}

export function layTotal(layout: Layout, block: TotalBlock): void {
  const { canvas, rubric, execution, indicators, slots, form } = layout;
  const { row } = canvas;
  canvas.heights[row] = 24;
  canvas.put(row, block.label.at, 'total', { value: block.label.text });
  const area = (column: string | null): string => (indicators && column !== null ? `${column}${indicators.first}:${column}${indicators.last}` : '');
  const scores = area(indicators?.score ?? null);
  const weights = area(indicators?.weight ?? null);
  const score = canvas.put(row, block.score, 'total', { formula: sumFormula([scores], execution ? [execution.score] : []) });
  let weight: string | null = null;
  if (block.weight !== null) {
    const { left } = columnsOf(block.weight);
    // What the points must come to, as the forms have it printed; a sum would agree with any slip. It lights up while they do not.
    weight = canvas.put(row, block.weight, left > form.printed ? 'result' : 'total', { value: rubric.weightTotal.value });
    const all = [...(execution ? [execution.weight] : []), weights].join(',');
    canvas.highlights.push({ areas: [{ top: row, left, bottom: row, right: left }], formula: `AND(COUNT(${weights})>0,ROUND(SUM(${all}),2)<>${weight})`, ...WARNING });
  }
  const graded = gradeFormula(score, rubric);
  const grade = block.grade === null ? null : canvas.put(row, block.grade, 'total', graded === null ? {} : { formula: graded });
  slots.total = { weight, score, grade };
  canvas.row++;
}
