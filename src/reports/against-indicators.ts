// The text against a table's indicators and names: what both call by one name must have one value.
import { near } from '../model/decimal';
import type { TableCell } from '../model/report';
import type { Indicator } from '../model/table';
import { plainUnit } from '../reading/quantity';
import type { Fact } from './fact';
import { isSolid, resultSlack } from './fact';
import { plainText } from './plain-text';
import type { Reading } from './reading';
import type { TableSource } from './table-source';
import type { Outcome } from './report-rule';
import { holds } from './report-rule';
import { written } from './showing';
import { readSubject } from './subjects';

const SHORTEST_NAME = 4;
const LONGEST_NAME = 40;
const VERBS = /(?:为|是|达到?了?|共|约|实现|完成|有|:|：)+$/;
const PLANNED = /目标|计划|预期|指标值|年初设定/;

interface Named {
  readonly source: TableSource;
  readonly indicator: Indicator;
}

/** What people call it, without the template's number and without a target behind. */
export function indicatorName({ name }: Pick<Indicator, 'name'>): string {
  return plainText(name.raw).text.replace(/^(?:指标\d+：?|\d+[.、])/, '').replace(/[≥≤=].*$/, '');
}

/** A table in the report and one in a workbook beside it: of one thing, where they give the same. */
export const isInsideAndBeside = (a: TableSource, b: TableSource): boolean => (a.file === null) !== (b.file === null);

function alikeIn(a: Indicator, b: Indicator): boolean {
  const text = ({ actualEntry, actualQuantity }: Indicator): string => actualQuantity?.value.toString() ?? plainText(actualEntry?.raw ?? '').text;
  return text(a) === text(b);
}

/** Indicators by their plain names; a name that stands for two of them says nothing. */
function byName(sources: readonly TableSource[]): ReadonlyMap<string, Named> {
  const found = new Map<string, Named>();
  const twice = new Set<string>();
  for (const source of sources) {
    const { table } = source.review;
    if (table.kind !== 'project' && table.kind !== 'department') continue;
    for (const indicator of table.indicators) {
      const name = indicatorName(indicator);
      if (indicator.placeholder || name.length < SHORTEST_NAME) continue;
      const known = found.get(name);
      if (!known) found.set(name, { source, indicator });
      else if (!isInsideAndBeside(known.source, source) || !alikeIn(known.indicator, indicator)) twice.add(name);
    }
  }
  for (const name of twice) found.delete(name);
  return found;
}

export function* againstIndicators(reading: Reading): Iterable<Outcome<'indicator'>> {
  const indicators = byName(reading.sources);
  if (indicators.size === 0) return;
  for (const fact of reading.facts) {
    if (!isSolid(fact) || fact.aside || fact.role === 'limit' || fact.kind === 'date' || fact.kind === 'score') continue;
    const words = fact.lead.replace(VERBS, '');
    const line = reading.lineOf.get(fact.line);
    // 65岁以上老年人健康管理率: with the figure that the words begin behind.
    const before = line?.plain.text.slice(Math.max(0, fact.start - LONGEST_NAME), fact.start).replace(VERBS, '') ?? '';
    const exact = indicators.get(words);
    const [name, named] = exact ? [words, exact] : ([...indicators].find(([one]) => words.endsWith(one) || /^\d/.test(one) && before.endsWith(one) && !/\d$/.test(before.slice(0, -one.length))) ?? ['', null]);
    const path = line?.path.join() ?? '';
    // 平均住院日, 手术占比 and 费用增幅 are means, shares and changes by name.
    if (!named || fact.role !== 'level' && fact.role !== 'rate' && readSubject(name, '', fact.kind === 'rate').role !== fact.role || PLANNED.test(fact.lead) || PLANNED.test(path.replace(/目标(?:完成|实现|自评)/g, ''))) continue;
    yield* judge(reading, fact, named);
  }
  yield* behindTargets(reading, indicators);
}

const ACTUAL = /^[，(]?(?:全年|截至年底)?(?:实际)?(?:完成|达到?|完成值|完成数)?(?:为|是|了|:)?$/;
const TARGET_OF = /(?:年度|年初|绩效)*(?:目标值?|指标值?|计划(?:数|完成)?|设定(?:目标值?)?)(?:为|是|:|[≥≤>=<])*$/;

/** 满意度目标值90%，实际完成值95%: the name stands before the target alone. */
function* behindTargets(reading: Reading, indicators: ReadonlyMap<string, Named>): Iterable<Outcome<'indicator'>> {
  for (const fact of reading.facts) {
    const target = reading.facts[fact.index - 1];
    if (!ACTUAL.test(fact.lead) || !/实际|完成|达/.test(fact.lead) || !isSolid(fact) || fact.aside || fact.kind === 'date' || fact.kind === 'score' || target?.sentence !== fact.sentence || fact.clause - target.clause > 1 || target.kind !== fact.kind || target.unit !== fact.unit || !TARGET_OF.test(target.lead)) continue;
    const words = target.lead.replace(TARGET_OF, '');
    const named = indicators.get(words) ?? [...indicators].find(([name]) => words.endsWith(name))?.[1];
    if (named) yield* judge(reading, fact, named, true);
  }
}

/** `reached`: the text says that it is what was reached. */
function* judge(reading: Reading, fact: Fact, { source, indicator }: Named, reached = false): Iterable<Outcome<'indicator'>> {
  const { table } = source.review;
  const actual = indicator.actualQuantity;
  const cell = indicator.actualEntry;
  if (!actual || !cell?.filled || (table.year !== null && fact.year !== 0 && table.year !== fact.year)) return;
  const unit = fact.kind === 'rate' ? '%' : fact.kind === 'amount' ? '元' : fact.unit;
  if (plainUnit(actual.unit) !== unit && !(actual.unit === '' && fact.kind !== 'amount')) return;
  const at: TableCell = { file: source.file, sheet: table.sheet, cell: cell.cell };
  const target = indicator.target.quantity;
  const same = (value: typeof actual.value): boolean => near(value, fact.value, resultSlack(fact)) || (fact.kind === 'rate' && actual.unit === '' && near(value.times(100), fact.value, resultSlack(fact)));
  // A text that gives the target in the same words is no contradiction.
  if (same(actual.value) || (!reached && target && same(target.value))) return void (yield holds([fact], [at]));
  const [received, expected] = [written(reading, fact), cell.text];
  yield { facts: [fact], cells: [at], fault: { message: 'indicator', data: { what: indicator.name.text.replace(/\s/g, ''), received, expected, sheet: source.file === null ? table.sheet : `“${table.sheet}”`, cell: cell.cell }, places: [fact], expected, received, calculation: null } };
}

const LABELLED = /^(?:被?评价)?(项目|单位|部门|预算部门|预算单位|实施单位|填报单位|自评单位|主管部门)(?:\((?:单位|部门|公章|盖章)\))?(?:名称)?(?:\((?:公章|盖章)\))?：(.{4,40})$/;

/** 单位名称：甲 on the cover, and another name in the table. */
export function* againstNames(reading: Reading): Iterable<Outcome<'name'>> {
  for (const line of reading.lines) {
    const match = LABELLED.exec(line.plain.text.slice(0, 80));
    const [, label = '', name = ''] = match ?? [];
    if (!match || /[。；，]/.test(name)) continue;
    const wanted = label === '项目' ? /^项目名称/ : label === '主管部门' ? /^主管部门/ : /(?:单位|部门)名称|实施单位|填报单位|预算单位|预算部门/;
    const fields = reading.sources.flatMap(({ file, review: { table } }) => table.fields.filter((field) => wanted.test(field.name) && field.entry.filled && !field.entry.notApplicable).map((field) => ({ file, table, field })));
    const first = fields[0];
    if (!first) continue;
    const cells = fields.map(({ file, table, field }): TableCell => ({ file, sheet: table.sheet, cell: field.entry.cell }));
    if (fields.some(({ field }) => alike(name, plainText(field.entry.raw).text))) {
      yield holds([], cells);
      continue;
    }
    // Several projects have several names, and an office may answer for its bureau.
    if (fields.length > 1) continue;
    const start = line.plain.text.length - name.length;
    const expected = first.field.entry.text.replace(/\s/g, '');
    const sheet = first.file === null ? first.table.sheet : `“${first.table.sheet}”`;
    yield { facts: [], cells, fault: { message: 'name', data: { label, received: name, expected, sheet, cell: first.field.entry.cell }, places: [{ line: line.at, start, end: line.plain.text.length }], expected, received: name, calculation: null } };
  }
}

/** One name holds the other, or is its short form: 零陵区科协 for 永州市零陵区科学技术协会. */
function alike(a: string, b: string): boolean {
  const plain = (name: string): string => name.replace(/[()（）\s.,，、-]/g, '').replace(/(?:本级|机关)$/, '');
  const [long, short] = [plain(a), plain(b)].sort((x, y) => y.length - x.length) as [string, string];
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at >= short.length;
}
