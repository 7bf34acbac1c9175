// 下达6个县，具体为：甲县4860万元、乙县3920万元…: a list without a whole in its own sentence makes up a total told just before.
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, slack } from '../fact';
import type { Reading } from '../reading';
import type { NamedTotal } from './named-totals';
import { oneSlipApart } from './slip';

/** What opens a list that leaves nothing out. */
const OPENS = /(?:具体|分别)(?:为|是|用于)?[：，]?$|如下[：，]?$|其中[：，]?$|[从按][\u4e00-\u9fa5]{2,12}?(?:看|分|分类|划分|统计)[：，]?$|分[\u4e00-\u9fa5]{2,6}看[：，]?$|[从按][\u4e00-\u9fa5]{2,14}：?$|(?:情况|方向|用途|结构|明细)(?:为|是)?：?$|构成[为是]?[：，]?$|包括[：，]?$/;
const LINES_BACK = 2;
/** Two amounts leave too much to chance. */
const LEAST = 3;
/** More totals than these before it, and it cannot be told which is meant. */
const MOST_TOTALS = 3;

export function* lists(reading: Reading): Iterable<NamedTotal> {
  for (const facts of reading.sentences) for (const kind of ['amount', 'count'] as const) {
    const parts = listOf(facts, kind);
    const [first] = parts;
    if (!first || parts.length < LEAST) continue;
    const text = reading.lineOf.get(first.line)?.plain.text ?? '';
    if (!OPENS.test(text.slice(Math.max(0, first.clauseStart - 30), first.clauseStart)) && !/分别|分[两二三四五][次批期笔]/.test(first.lead)) continue;
    const before = reading.index.around(first.line, LINES_BACK).filter((fact) => fact.index < first.index && fact.kind === kind && (kind === 'amount' || fact.unit === first.unit) && fact.role === 'level' && isSolid(fact) && !fact.aside && (kind === 'count' || fact.scale === first.scale) && parts.every(({ value }) => value.lt(fact.value)));
    const fits = before.find((total) => near(sum(parts.map(({ value }) => value)), total.value, sum([total, ...parts].map(slack))));
    if (fits) yield { total: fits, parts, holds: true };
    const totals = [...new Map(before.filter((fact) => fact.parent === null && (fact.scope === 'total' || fact.sentence >= first.sentence - 1)).map((fact) => [fact.value.toString(), fact])).values()];
    const meant = fits || totals.length > MOST_TOTALS ? undefined : totals.find((total) => oneSlipApart(total, parts));
    if (meant) yield { total: meant, parts, holds: false };
  }
}

/** 甲类168项5376万元，乙类96项1920万元: amounts alone, or as many of them as counts, one by one. */
function listOf(facts: readonly Fact[], kind: 'amount' | 'count'): readonly Fact[] {
  const total = facts.findIndex(({ lead }) => TOTAL.test(lead));
  const own = total < 0 ? facts : facts.slice(0, total);
  const parts = own.filter((fact) => fact.kind === kind);
  const [first] = parts;
  // 下达6个县，具体为：甲县…
  const beside = own.filter((fact) => fact.index >= (first?.index ?? 0) - (kind === 'amount' ? 1 : 0) && (fact.index > (first?.index ?? 0) || fact.clause === first?.clause) && fact.kind === (kind === 'amount' ? 'count' : 'amount'));
  const paired = beside.length === 0 || beside.length === parts.length && beside.every((fact, i) => Math.abs(fact.index - (parts[i]?.index ?? 0)) === 1);
  if (!first || !paired || kind === 'count' && parts.some(({ unit }) => unit !== first.unit)) return [];
  return parts.every((fact) => isPart(fact, first)) && own.every((fact) => fact.kind === 'amount' || fact.kind === 'count' || fact.index < first.index || ownShare(fact)) ? parts : [];
}

const TOTAL = /合计|共计|总计|^(?:以上|上述)?共/;
const isPart = (fact: Fact, first: Fact): boolean => fact.role === 'level' && fact.parent === null && isSolid(fact) && !fact.aside && (fact.kind === 'count' || fact.scale === first.scale) && fact.year === first.year;

const ownShare = (fact: Fact): boolean => fact.kind === 'rate' && fact.role === 'share';
