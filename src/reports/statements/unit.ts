// Units slipped or left out: 6.04元 where 万元 is meant, 减少23.52。 without any.
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { defineReportRule, TEXT_BASIS } from '../report-rule';
import { bare, inUnitOf, unitOf, written } from '../showing';
import { slipsUnit } from './comparison';
import { groupsOf } from './groups';
import { pairFor } from './pairs';
import { slipsScale } from './slip';

type Message = 'change' | 'level' | 'missing' | 'repeated' | 'parts';

const MONEY_BEFORE = /(?:增加|减少|支出|收入|预算|决算|经费|资金|拨款|结余|结转|费用?|金额|增长|下降)(?:了|额|数|为|是|约|共|合|计|总|达|:)*$/;

export const reportUnit = defineReportRule<Message>({
  id: 'report-unit',
  title: '报告金额单位',
  severity: 'verify',
  why: '元与万元写混或漏写，金额差一万倍。',
  basis: { ...TEXT_BASIS, clause: '金额应写明单位，前后单位一致' },
  messages: {
    change: '{received}的单位有误：{calculation}，应为{expected}。',
    level: '{received}的单位有误：与{other}比较，应为{expected}（{calculation}）。',
    missing: '“{received}”没有写单位，按前后文应为{expected}。',
    parts: '{received}的单位有误：所列各部分相加是{expected}（{calculation}）。',
    repeated: '{received}的单位可能有误：前文同一金额写的是{expected}。',
  },
  examples: [
    { shows: 'an increase in 元 where 万元 is meant', text: '本年度基本支出124.88万元，上年度基本支出118.84万元，增加6.04元。', findings: [{ quote: '6.04元', message: '6.04元的单位有误：124.88 − 118.84 = 6.04，应为6.04万元。' }] },
    { shows: 'a unit slipped beside a wrong direction', text: '本年度基本支出118.84万元，上年度基本支出124.88万元，增加6.04元。', findings: [{ quote: '6.04元', message: '6.04元的单位有误：124.88 − 118.84 = 6.04，应为6.04万元。' }] },
    { shows: 'last year in 元 where 万元 is meant', text: '公务接待费0.85万元，比上年0.96元减少0.11万元。', findings: [{ quote: '0.96元', message: '0.96元的单位有误：与0.85万元比较，应为0.96万元（0.96 − 0.85 = 0.11）。' }] },
    { shows: 'an amount without a unit', text: '本年度拨款收入124.88万元，上年度148.40万元，减少23.52。', findings: [{ quote: '23.52', message: '“23.52”没有写单位，按前后文应为23.52万元。' }] },
    { shows: 'the same amount in another unit', text: '2022年基本支出124.88万元。本单位2022年基本支出124.88元，用于人员和公用经费。', findings: [{ quote: '124.88元', message: '124.88元的单位可能有误：前文同一金额写的是124.88万元。' }] },
    { shows: 'a whole in another unit than its parts', text: '2024年项目资金全年预算数2089元：其中中央财政资金预算资金合计1777万元，占比85.06%；省级配套资金312万元，占比14.94%。', findings: [{ quote: '2089元', message: '2089元的单位有误：所列各部分相加是2089万元（1777 + 312 = 2089）。' }] },
    { shows: '元 and 万元 of the same value', text: '2022年基本支出124.88万元。本单位2022年基本支出1248800元。', findings: [] },
    { shows: 'a small amount per head', text: '科普经费28万元，人均0.65元。', findings: [] },
    { shows: 'two amounts before one unit', text: '2022年收入、支出总计4125.49万元。与上年相比，收入、支出总计各减少1267.86，2570.97万元。', findings: [] },
    { shows: 'a unit declared above the first heading', text: '金额单位：万元\n一、资金情况\n本年度拨款收入124.88，上年度148.40，减少23.52。', findings: [] },
    { shows: 'a unit declared above', text: '单位：万元\n本年度拨款收入124.88，上年度148.40，减少23.52。', findings: [] },
  ],
  *check(reading) {
    for (const facts of reading.sentences) {
      for (const fact of facts) {
        if ((fact.role === 'up' || fact.role === 'down') && fact.kind === 'amount') yield* change(reading, facts, fact);
        if (fact.kind === 'bare' && !fact.aside) yield* missing(reading, facts, fact);
      }
      for (const [whole, parts] of groupsOf(reading, facts)) if (slipsScale(whole, parts)) yield ofParts(reading, whole, parts);
    }
    yield* repeated(reading);
  },
});

function* change(reading: Reading, facts: readonly Fact[], fact: Fact): Iterable<Outcome<Message>> {
  const pair = pairFor(reading, facts, fact);
  if (!pair || !isSolid(fact)) return;
  const { now, before } = pair;
  const gap = now.value.minus(before.value);
  const signed = fact.role === 'up' ? gap : gap.negated();
  if (near(signed, fact.value, resultSlack(fact))) return;
  if (now.scale !== before.scale) {
    yield* level(reading, fact, now, before);
    return;
  }
  if (!slipsUnit(fact, signed, now)) return;
  // Whether it went up or down is another rule's business.
  const [more, less] = gap.lt(0) ? [before, now] : [now, before];
  const calculation = `${bare(now, more.value)} − ${bare(now, less.value)} = ${bare(now, gap.abs())}`;
  const [received, expected] = [written(reading, fact), inUnitOf(now, gap.abs())];
  yield { facts: [fact, now, before], cells: [], fault: { message: 'change', data: { received, expected, calculation }, places: [fact, now, before], expected, received, calculation } };
}

/** The two compared are in different units, and in one unit they would give the change. */
function* level(reading: Reading, fact: Fact, now: Fact, before: Fact): Iterable<Outcome<Message>> {
  const [wrong, right] = now.scale < before.scale ? [now, before] : [before, now];
  const meant = wrong.value.div(wrong.scale).times(right.scale);
  const gap = wrong === before ? right.value.minus(meant) : meant.minus(right.value);
  if (!near(fact.role === 'up' ? gap : gap.negated(), fact.value, resultSlack(fact).times(2))) return;
  const [more, less] = meant.gt(right.value) ? [meant, right.value] : [right.value, meant];
  const calculation = `${bare(right, more)} − ${bare(right, less)} = ${bare(right, gap.abs())}`;
  const [received, expected] = [written(reading, wrong), inUnitOf(right, meant)];
  yield { facts: [wrong, right, fact], cells: [], fault: { message: 'level', data: { received, expected, other: written(reading, right), calculation }, places: [wrong, right, fact], expected, received, calculation } };
}

/** 2089元，其中1777万元、312万元 */
function ofParts(reading: Reading, whole: Fact, parts: readonly Fact[]): Outcome<Message> {
  const like = parts[0] ?? whole;
  const total = sum(parts.map(({ value }) => value));
  const [received, expected] = [written(reading, whole), inUnitOf(like, total)];
  const calculation = `${parts.map((part) => bare(like, part.value)).join(' + ')} = ${bare(like, total)}`;
  return { facts: [whole, ...parts], cells: [], fault: { message: 'parts', data: { received, expected, calculation }, places: [whole, ...parts], expected, received, calculation } };
}

/** A bare number behind a word for money, in a sentence whose other amounts have a unit and hold with it. */
function* missing(reading: Reading, facts: readonly Fact[], fact: Fact): Iterable<Outcome<Message>> {
  if (!MONEY_BEFORE.test(fact.lead) || fact.token.partial || /^[\u4e00-\u9fa5%A-Za-z㎡]/.test(fact.tail)) return;
  // 各减少1267.86，2570.97万元: the unit stands behind the last of them.
  const text = reading.lineOf.get(fact.line)?.plain.text ?? '';
  if (/^[，、和及与]\d/.test(text.slice(fact.end, fact.end + 2))) return;
  const like = facts.filter((other) => other.kind === 'amount' && other.index < fact.index && isSolid(other)).at(-1) ?? facts.find((other) => other.kind === 'amount');
  if (!like || unitOf(like) === '元') return;
  const received = text.slice(fact.start, fact.end);
  const expected = `${received}${unitOf(like)}`;
  yield { facts: [fact], cells: [], fault: { message: 'missing', data: { received, expected }, places: [fact, like], expected, received, calculation: null } };
}

/** The same digits for the same thing, once in 元 and once in 万元. */
function* repeated(reading: Reading): Iterable<Outcome<Message>> {
  const first = new Map<string, Fact>();
  for (const fact of reading.facts) {
    if (fact.kind !== 'amount' || fact.role !== 'level' || !isSolid(fact) || fact.value.isZero() || fact.decimals === 0 || fact.scope === null || (fact.scope === 'named' && (fact.words?.length ?? 0) < 4)) continue;
    const key = `${fact.scope}|${fact.scope === 'named' ? fact.words ?? '' : ''}|${fact.measure ?? ''}|${fact.year}|${fact.value.div(fact.scale).toString()}`;
    const known = first.get(key);
    if (!known) first.set(key, fact);
    else if (known.scale !== fact.scale) {
      const wrong = known.scale < fact.scale ? known : fact;
      const right = wrong === known ? fact : known;
      const [received, expected] = [written(reading, wrong), written(reading, right)];
      yield { facts: [known, fact], cells: [], fault: { message: 'repeated', data: { received, expected }, places: [wrong, right], expected, received, calculation: null } };
    }
  }
}
