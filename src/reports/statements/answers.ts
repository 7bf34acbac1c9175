// 访谈150家，满意138家、基本满意9家、不满意3家: the answers make up those who were asked; 扣1.5分、4分、3分 are what the score lacks.
import { sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid } from '../fact';
import type { Reading } from '../reading';
import type { NamedTotal } from './named-totals';
import { oneSlipApart } from './slip';

export const ANSWER = /^[，、]?(?:其中|回答|选择|评价|表示|认为)*[“"]?(?:非常|很|十分|比较|较为?|基本|不太|不|较不)?(?:满意|认可|了解|支持)[”"]?(?:的|评价)?(?:有|为|占)*$|^[，、]?[“"]?(?:一般|说不清|不清楚|弃权)[”"]?(?:的|评价)?(?:有|为)*$/;
const NEGATIVE = /不|一般|弃权/;
const LOOK_BACK = 3;

export function* answers(facts: readonly Fact[]): Iterable<NamedTotal> {
  const counts = facts.filter(({ kind }) => kind === 'count');
  const at = counts.findIndex(({ lead }) => ANSWER.test(lead));
  const whole = counts[at - 1];
  const first = counts[at];
  if (!whole || !first || whole.unit !== first.unit || !isSolid(whole) || first.clause - whole.clause > LOOK_BACK) return;
  const parts: Fact[] = [];
  for (const fact of counts.slice(at)) {
    if (fact.unit !== first.unit || !ANSWER.test(fact.lead) || !isSolid(fact)) break;
    parts.push(fact);
  }
  if (parts.length < 2 || !NEGATIVE.test(parts.at(-1)?.lead ?? '')) return;
  const added = sum(parts.map(({ value }) => value));
  if (added.eq(whole.value)) yield { total: whole, parts, holds: true };
  // Some give no answer: only more answers than there were people, or a slip, is told.
  else if (added.gt(whole.value) || parts.length >= 3 || oneSlipApart(whole, parts)) yield { total: whole, parts, holds: false };
}

const TOTAL_SCORE = /(?:自评|综合|评价)?(?:总得?分|得分|评分|自评)(?:为|是|共)?$/;

/** 自评总分95.2分，资金管理18.6分、产出47.8分、效益19.3分、满意度9.5分 */
export function* scoreLists(facts: readonly Fact[]): Iterable<NamedTotal> {
  const scores = facts.filter(({ kind }) => kind === 'score');
  const [total, ...parts] = scores;
  if (!total || parts.length < 3 || !TOTAL_SCORE.test(total.lead) || scores.some((fact) => !isSolid(fact) || fact.aside || fact.role !== 'level' || fact.parent !== null) || parts.some((fact, i) => /满分|分值|权重|扣|[得自]/.test(fact.lead) || i > 0 && !fact.lead.startsWith('、'))) return;
  const added = sum(parts.map(({ value }) => value));
  if (added.eq(total.value)) yield { total, parts, holds: true };
  else if (added.minus(total.value).abs().lt(total.value.times('0.15'))) yield { total, parts, holds: false };
}

const TAKEN = /扣(?:除|减|了|分)?$/;
/** 共扣4.35分 is what the others make. */
const ALL_TAKEN = /(?:共计?|合计|累计|总计|一共)扣/;
/** Points of parts that are weighted are not points of the score. */
const WEIGHTED = /加权|权重|折算/;
/** 每低1个百分点扣0.5分 is what would be taken off. */
const RULE = /(?:扣分|评分|评价)(?:标准|细则|办法|规则|依据)|每[低少高多超降迟晚]|扣完为止|最多扣/;
const SCORE = /(?:自评|综合|总|最终|评价)[\u4e00-\u9fa5]{0,4}(?:得分|总分|分值|评分|分)[为是:]?$|综合自评$/;

/** 总分100分，扣3.5分，得96.5分: what could be reached. */
const FULL = /^[，、]?(?:指标|评价)?总分[为是:]?$/;

export interface Taken {
  readonly score: Fact;
  readonly taken: readonly Fact[];
  readonly holds: boolean;
}

/** 产出扣1分，效益扣1.5分，合计扣2.5分: more than the total, or a slip. */
export function* takenTogether(facts: readonly Fact[]): Iterable<NamedTotal> {
  const at = facts.findIndex(({ kind, lead }) => kind === 'score' && ALL_TAKEN.test(lead));
  const total = facts[at];
  const parts = facts.slice(0, Math.max(0, at)).filter(({ kind, lead }) => kind === 'score' && TAKEN.test(lead));
  if (!total || parts.length < 2 || [total, ...parts].some((fact) => !isSolid(fact) || fact.aside || fact.parent !== null) || RULE.test(facts.slice(0, at).map(({ lead }) => lead).join('1'))) return;
  const added = sum(parts.map(({ value }) => value));
  if (added.eq(total.value) || added.gt(total.value) || oneSlipApart(total, parts)) yield { total, parts, holds: added.eq(total.value) };
}

/** 共扣4.11分，其中预算执行扣0.11分、产出指标扣4分: its parts behind it. */
export function* takenApart(facts: readonly Fact[]): Iterable<NamedTotal> {
  for (const total of facts) {
    if (total.kind !== 'score' || !/共计?扣(?:除|减|了|分)*$/.test(total.lead) || !isSolid(total) || total.aside) continue;
    const parts = facts.filter(({ parent }) => parent === total.index);
    if (parts.length < 2 || parts.some((fact) => fact.kind !== 'score' || !TAKEN.test(fact.lead) || !isSolid(fact))) continue;
    const added = sum(parts.map(({ value }) => value));
    if (added.eq(total.value) || added.gt(total.value) || oneSlipApart(total, parts)) yield { total, parts, holds: added.eq(total.value) };
  }
}

/** 得分96.5分，扣3.5分，其中…: what the others make, without a word of its own. */
const isTotalTaken = (reading: Reading, { index, lead, clause }: Fact): boolean => /^[，、]?(?:共|被|实际)?扣(?:除|减|了|分)*[:：]?$/.test(lead) && clause - (reading.facts[index - 1]?.clause ?? 0) <= 2 && SCORE.test(reading.facts[index - 1]?.lead ?? '');

/** 扣分0.8分：执行率扣0.4分，…: what follows makes it up. */
const headsReasons = (reading: Reading, { lead, line, end }: Fact): boolean => /^[，、]?(?:共|被|实际)?扣(?:除|减|了|分)*$/.test(lead) && /^[：:]/.test(reading.lineOf.get(line)?.plain.text.slice(end) ?? '');

/** 自评得分91.5分。扣分原因：…扣1.5分，…扣4分，…扣3分: of a hundred. */
export function* deducted(reading: Reading): Iterable<Taken> {
  for (const facts of reading.sentences) {
    const all = facts.filter(({ kind, lead }) => kind === 'score' && TAKEN.test(lead) && !ALL_TAKEN.test(lead)).filter((fact) => !headsReasons(reading, fact));
    const outside = all.filter((fact) => !fact.aside && !isTotalTaken(reading, fact));
    const taken = outside.length >= 2 ? outside : all;
    const [first] = taken;
    if (!first || taken.length < 2 || taken.some((fact) => !isSolid(fact))) continue;
    const scores = reading.index.around(first.line, 1).filter((fact) => fact.index < first.index && fact.kind === 'score' && SCORE.test(fact.lead) && isSolid(fact) && fact.value.lte(100) && !(fact.value.eq(100) && FULL.test(fact.lead)));
    const score = scores.at(-1);
    const text = reading.lineOf.get(first.line)?.plain.text ?? '';
    if (WEIGHTED.test(text) || RULE.test(text.slice(score?.end ?? 0, taken.at(-1)?.end))) continue;
    if (!score || scores.some(({ value }) => !value.eq(score.value))) continue;
    const lost = sum(taken.map(({ value }) => value));
    const left = score.value.plus(lost);
    // What was taken off is seldom told to the end, but never more of it than the score lacks.
    if (left.eq(100)) yield { score, taken, holds: true };
    else if (left.gt(100)) yield { score, taken, holds: false };
  }
}
