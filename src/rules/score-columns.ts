// What a list of indicators tells beside weight and score and follows from them: 得分率 is their quotient, 扣分 what is between them.
import { Decimal, HUNDRED, ONE, ZERO, near, sum } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Indicator, Table } from '../model/table';
import { roundingOf } from './adding-up';
import { headUnder } from './completion-rates';
import { perTable } from './per-table';
import { rateHolds } from './rates';
import { cellsIn } from './rows';
import type { RuleReport } from './rule';
import { excerpt, percent, words } from './wording';

const RATE = /^(?:指标|自评)?得分(?:率|比例|比率)$/;
const DEDUCTED = /^(?:自评|指标)?扣分(?:值|数)?$/;
/** 扣减分数: what is taken off after the score was made of target and result. */
const TAKEN_OFF = /^(?:扣减|核减)分(?:值|数)?$/;
/** 评分（百分制）, 单项指标得分 beside 单项指标折算得分: marks out of 100, of which the weight makes the score. */
const MARKS = [['百分制', /^(?:百分制)?(?:得分|评分|打分)$/], ['单项', /^单项指标得分$/]] as const;
const ADDED = /^(?:自评|指标)?(?:加|奖励)分(?:值|数)?$/;

/** Weight, score and what stands beside them. */
interface Line {
  readonly label: Entry;
  readonly indicator: Indicator | null;
  readonly weight: Entry;
  readonly score: Entry;
  readonly beside: Entry;
  readonly fits: boolean;
}

/** Those of one line, or of several that a merged cell stands for; `slack`: what rounding may have made of them. */
interface Points {
  readonly weight: Decimal;
  readonly score: Decimal;
  readonly slack: Decimal;
}

type Follows = (beside: Entry, points: Points) => boolean;

/** A column is what its name says where most of its lines follow: of those that do not there are two at most. */
function contradicting(lines: readonly Line[]): readonly Line[] {
  const unlike = lines.filter(({ fits }) => !fits);
  return unlike.length > 2 || lines.length - unlike.length < 3 ? [] : unlike;
}

/** The lines with a figure in the column; none without such a column. */
function linesOf(table: Table, mark: string, column: RegExp, follows: Follows): readonly Line[] {
  const besides = figuresUnder(table, mark, column);
  if (besides.size === 0) return [];
  const { total, indicators } = table;
  const rows = [...indicators.map((indicator) => ({ label: indicator.name, indicator, weight: indicator.weight, score: indicator.score })), ...(total?.place === 'row' ? [{ ...total, indicator: null }] : [])];
  return present(rows, ({ label, indicator, weight, score }, index) => {
    const beside = besides.get(label.row);
    if (!beside || !weight?.quantity?.value.gt(0) || !score?.quantity || score.row !== label.row) return null;
    // 主管部门评分 behind 单位自评得分: what stands beside them may be of either.
    const others = cellsIn(table, label.row).filter((entry) => entry === score || entry.column > weight.column && entry !== beside && entry.quantity !== null);
    const fits = others.some((other) => follows(beside, pointsOf([weight], [other]))) || indicator !== null && ofSeveral(indicators, index, besides).some((points) => follows(beside, points));
    return { label, indicator, weight, score, beside, fits };
  });
}

/** The figures of a column beside weight and score, by their rows. */
function figuresUnder(table: Table, mark: string, column: RegExp): ReadonlyMap<number, Entry> {
  const { weight, score } = table.indicatorHeaders;
  const header = weight && score ? headUnder(table, Math.min(weight.row, score.row), mark, column) : null;
  return new Map(header ? table.entries.filter((entry) => entry.column === header.column && entry.quantity !== null).map((entry) => [entry.row, entry]) : []);
}

/** What a line makes with those below it that have no figure of their own, one after the other: 得分率 and 扣分 may be merged over the lines of a group. */
function ofSeveral(indicators: readonly Indicator[], first: number, besides: ReadonlyMap<number, Entry>): readonly Points[] {
  const found: Points[] = [];
  let points = pointsOf([], []);
  for (let index = first; index < indicators.length; index++) {
    const line = indicators[index];
    if (!line || index > first && besides.has(line.row)) break;
    const more = pointsOf(line.weight ? [line.weight] : [], line.score ? [line.score] : []);
    points = { weight: points.weight.plus(more.weight), score: points.score.plus(more.score), slack: points.slack.plus(more.slack) };
    found.push(points);
  }
  return found.slice(1);
}

const valueOf = ({ quantity }: Entry): Decimal => quantity?.value ?? ZERO;

function pointsOf(weights: readonly Entry[], scores: readonly Entry[]): Points {
  return { weight: sum(weights.map(valueOf)), score: sum(scores.map(valueOf)), slack: roundingOf([...weights, ...scores]) };
}

const share = (part: Decimal, whole: Decimal): Decimal => part.div(whole).times(HUNDRED);

/** 得分率 that is not 得分 ÷ 分值. */
export function* scoreRates(table: Table): Iterable<RuleReport<'scored'>> {
  const lines = linesOf(table, '率', RATE, (beside, { weight, score, slack }) => rateHolds(beside, share(score, weight), () => share(slack, weight)) !== false);
  for (const { label, weight, score, beside } of contradicting(lines)) {
    const expected = percent(share(valueOf(score), valueOf(weight)));
    yield {
      message: 'scored',
      data: { name: excerpt(label), expected, score: words(score), weight: words(weight), received: words(beside) },
      cells: [beside.cell, score.cell, weight.cell], expected, received: words(beside),
    };
  }
}

/** The score that a figure beside it makes. */
export interface Made {
  readonly by: 'deducted' | 'marked';
  readonly expected: Decimal;
  readonly entry: Entry;
}

/** By the row, what 扣减分数 takes off the score. */
export const takenOff = perTable((table: Table): ReadonlyMap<number, Decimal> => new Map([...figuresUnder(table, '减', TAKEN_OFF)].map(([row, entry]) => [row, valueOf(entry).abs()])));

/** The rows with a figure under 扣分: another score there wants another 扣分 as well. */
export const rowsDeducted = perTable((table: Table): ReadonlySet<number> => new Set(figuresUnder(table, '扣', DEDUCTED).keys()));

/** By the row of its indicator, the score that 扣分 leaves of the weight where another one stands; never less than nothing, and with what 加分 beside it gives back. */
export const deductedScores = perTable((table: Table): ReadonlyMap<number, Made> => {
  const added = figuresUnder(table, '分', ADDED);
  const left = (weight: Decimal, beside: Entry): Decimal => {
    const more = added.get(beside.row);
    return Decimal.max(ZERO, weight.minus(valueOf(beside).abs()).plus(more ? valueOf(more) : ZERO));
  };
  const lines = linesOf(table, '扣', DEDUCTED, (beside, { weight, score, slack }) => near(left(weight, beside), score, slack.plus(roundingOf([beside]))));
  return new Map(contradicting(lines).filter(({ indicator }) => indicator !== null).map(({ label, weight, beside }) => [label.row, { by: 'deducted', expected: left(valueOf(weight), beside), entry: beside }]));
});

/** By the row of its indicator, what its mark out of 100 makes of the weight where another score stands. */
export const markedScores = perTable((table: Table): ReadonlyMap<number, Made> => {
  if (!/折算|加权/.test(table.indicatorHeaders.score?.text ?? '')) return new Map();
  // 30 or 0.3.
  const made = (mark: Entry, weight: Decimal): Decimal => valueOf(mark).times(weight).div(weight.lte(ONE) ? ONE : HUNDRED);
  const follows: Follows = (mark, { weight, score, slack }) => near(made(mark, weight), score, slack.plus(roundingOf([mark])));
  return new Map(MARKS.flatMap(([mark, column]) => contradicting(linesOf(table, mark, column, follows))).filter(({ indicator }) => indicator !== null).map(({ label, weight, beside }) => [label.row, { by: 'marked', expected: made(beside, valueOf(weight)), entry: beside }]));
});
