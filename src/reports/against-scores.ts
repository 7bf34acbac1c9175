// The text against a table's points: what an indicator, or a group of them, could reach and got.
import type { Decimal } from '../model/decimal';
import { halfUnit, near, sum } from '../model/decimal';
import type { TableCell } from '../model/report';
import type { Entry } from '../model/table';
import type { Fact } from './fact';
import { isSolid, resultSlack } from './fact';
import { indicatorName, isInsideAndBeside } from './against-indicators';
import type { Line } from './lines';
import { plainText } from './plain-text';
import type { Reading } from './reading';
import type { Outcome } from './report-rule';
import { holds } from './report-rule';
import { written } from './showing';
import { slipExplains } from './statements/slip';
import type { TableSource } from './table-source';

const GIVEN = /(?:得|得分|自评|自评分)(?:为|是|:)?$/;
const FULL = /(?:满分|分值|权重)(?:为|是|:)?$/;
const TAKEN = /扣(?:除|减|了|分)*$/;
/** Words behind which the points are those of something else. */
const OF_OTHER = /合计|小计|总|共|部分|各|分别|平均|上年|去年|同期|其中|一级|二级|指标类|[一二三四五]是|等\d|加分|评分标准|规则|复核|复评|核定|评审|专家|第三方|(?<!该项?|[本此这]项)指标[^，。；]{0,4}得/;
/** What may stand between the name of a group and its points. */
const RIGHT_BEHIND = /^(?:类|方面)?(?:分值|满分|权重|自评|实际|得分|得|\(|:|，|为|是)*$/;
const LONGEST_WAY = 120;
const SHORTEST_NAME = 4;

interface Points {
  readonly name: string;
  /** Null: the name stands for several things, or the table gives no points. */
  readonly of: { readonly source: TableSource; readonly weights: readonly Entry[]; readonly scores: readonly Entry[]; readonly group: boolean } | null;
}

/** Names of indicators and of the outermost groups with their points; of what is called alike nothing is known. */
function pointsByName(sources: readonly TableSource[]): readonly Points[] {
  const found = new Map<string, Points>();
  // The table in the report and the workbook beside it are one where they give the same.
  const keep = (name: string, of: Points['of']): void => {
    const known = found.get(name);
    found.set(name, known ? { name, of: agree(known.of, of) ? known.of : null } : { name, of });
  };
  const judged = sources.filter(({ review: { table } }) => table.kind === 'project' || table.kind === 'department');
  for (const source of judged) {
    const { table } = source.review;
    for (const indicator of table.indicators) {
      const name = indicatorName(indicator);
      const { weight, score } = indicator;
      if (name.length >= SHORTEST_NAME) keep(name, weight && score ? { source, weights: [weight], scores: [score], group: false } : null);
    }
    for (const group of table.groups) {
      const name = plainText(group.name).text;
      const own = group.indicators.flatMap((i) => table.indicators[i] ?? []);
      const weights = own.flatMap(({ weight }) => weight ?? []);
      const scores = own.flatMap(({ score }) => score ?? []);
      const complete = group.level === 1 && own.length > 0 && weights.length === own.length && scores.length === own.length;
      if (name.length >= SHORTEST_NAME && (found.get(name)?.of ?? null)?.group !== false) keep(name, complete ? { source, weights, scores, group: true } : null);
    }
  }
  return [...found.values()].sort((a, b) => b.name.length - a.name.length);
}

function agree(a: Points['of'], b: Points['of']): boolean {
  if (!a || !b || !isInsideAndBeside(a.source, b.source) || a.group !== b.group) return false;
  const [weights, scores] = [[a.weights, b.weights], [a.scores, b.scores]].map((both) => both.map((entries) => total(entries)?.toString() ?? ''));
  return weights?.[0] === weights?.[1] && scores?.[0] === scores?.[1];
}

interface Mention {
  readonly points: Points;
  readonly start: number;
  readonly end: number;
}

/** Where the names stand in a line; of names inside one another the longest. */
function mentionsIn({ plain: { text } }: Line, all: readonly Points[]): readonly Mention[] {
  const found: Mention[] = [];
  for (const points of all) {
    for (let start = text.indexOf(points.name); start >= 0; start = text.indexOf(points.name, start + 1)) {
      const end = start + points.name.length;
      if (!found.some((one) => start < one.end && end > one.start)) found.push({ points, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

export function* againstScores(reading: Reading): Iterable<Outcome<'points'>> {
  const found = [...compared(reading)];
  const right = found.filter(({ outcome: { fault } }) => !fault).length;
  const wrong = found.length - right;
  // A report that scores by its own scheme calls many things as the table does: what is told of one must be rare among what agrees.
  for (const { outcome, certain } of found) if (!outcome.fault || right >= (certain ? wrong : Math.max(3, wrong * 3))) yield outcome;
}

interface Compared {
  readonly outcome: Outcome<'points'>;
  /** The other of full marks and score beside it is as in the table. */
  readonly certain: boolean;
}

function* compared(reading: Reading): Iterable<Compared> {
  const all = pointsByName(reading.sources);
  if (all.length === 0) return;
  for (const line of reading.lines) {
    const scores = reading.index.around(line.at, 0).filter(({ kind }) => kind === 'score');
    if (scores.length === 0) continue;
    const mentions = mentionsIn(line, all);
    for (const [i, mention] of mentions.entries()) {
      const next = mentions[i + 1]?.start ?? line.plain.text.length;
      const behind = scores.filter(({ start }) => start >= mention.end && start < next && start - mention.end <= LONGEST_WAY);
      // …满意度指标得10分。扣分4.11分。 is of all that was listed.
      const own = behind.filter(({ sentence }) => sentence === behind[0]?.sentence);
      if (own.length > 0) yield* judge(reading, line, mention, own);
    }
  }
}

function* judge(reading: Reading, line: Line, { points: { name, of }, end }: Mention, own: readonly Fact[]): Iterable<Compared> {
  const { text } = line.plain;
  const [first] = own;
  const last = own.at(-1);
  if (!of || !first || !last || OF_OTHER.test(text.slice(end, last.start)) || own.some((fact) => !isSolid(fact) || fact.year !== first.year)) return;
  if (of.group && !RIGHT_BEHIND.test(text.slice(end, first.start))) return;
  const [given, full, taken] = [GIVEN, FULL, TAKEN].map((pattern) => own.filter(({ lead }) => pattern.test(lead)));
  if (!given || !full || !taken || given.length + full.length + taken.length !== own.length || [given, full, taken].some(({ length }) => length > 1)) return;
  const [weight, score] = [total(of.weights), total(of.scores)];
  if (weight === null || score === null || of.source.review.table.year !== null && first.year !== 0 && first.year !== of.source.review.table.year) return;
  const same = (fact: Fact | undefined, value: Decimal): boolean => fact === undefined || near(fact.value, value, resultSlack(fact).gt(halfUnit(2)) && fact.decimals > 0 ? resultSlack(fact) : halfUnit(2));
  const agrees = (fact: Fact | undefined, value: Decimal): boolean => fact !== undefined && same(fact, value);
  const certain = { 分值: agrees(given[0], score), 得分: agrees(full[0], weight), 扣分: agrees(full[0], weight) || agrees(given[0], score) };
  for (const [fact, value, entries, what] of [[full[0], weight, of.weights, '分值'], [given[0], score, of.scores, '得分'], [taken[0], weight.minus(score), of.scores, '扣分']] as const) {
    if (!fact) continue;
    if (same(fact, value)) yield { outcome: holds([fact], cellsOf(of.source, entries)), certain: true };
    // Other full marks are those of another scheme; 效益指标 may hold 满意度指标 in the text: without its full marks only a slip is told.
    else if (certain[what] || full.length === 0 && (!of.group || slipExplains([fact], ([stated]) => stated !== undefined && stated.eq(value)))) yield { outcome: differs(reading, fact, `${name}${what}`, value, of.source, entries), certain: certain[what] };
  }
}

const total = (entries: readonly Entry[]): Decimal | null => (entries.every(({ quantity }) => quantity !== null) ? sum(entries.flatMap(({ quantity }) => quantity?.value ?? [])) : null);

const cellsOf = ({ file, review: { table } }: TableSource, entries: readonly Entry[]): readonly TableCell[] => entries.map(({ cell }) => ({ file, sheet: table.sheet, cell }));

function differs(reading: Reading, fact: Fact, what: string, value: Decimal, source: TableSource, entries: readonly Entry[]): Outcome<'points'> {
  const cells = cellsOf(source, entries);
  const [received, expected] = [written(reading, fact), `${value.toString()}分`];
  const sheet = source.file === null ? source.review.table.sheet : `“${source.review.table.sheet}”`;
  const cell = cells.length > 1 ? `${cells[0]?.cell ?? ''}～${cells.at(-1)?.cell ?? ''}合计` : cells[0]?.cell ?? '';
  return { facts: [fact], cells, fault: { message: 'points', data: { what, received, sheet, cell, expected }, places: [fact], expected, received, calculation: null } };
}
