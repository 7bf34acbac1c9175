// 新增1240户，清退1865户，净退出625户; 成本2.86元，售价2.45元，亏损0.41元: a third figure that is what the two before it differ by.
import type { Decimal } from '../../model/decimal';
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack, slack } from '../fact';
import type { NamedTotal } from './named-totals';
import { slipExplains } from './slip';

const NET = /(?:^|[，、])(?:全年|实际)?净(?:增加?|减少?|退出|新增|流[入出]|增长|调[增减]|追加)[\u4e00-\u9fa5]{0,4}$/;
const IN = /调增|追加|新增|纳入|新进|增加|流入|转入|调入|新录|招录|新招|引进/;
const OUT = /调减|退|减少|注销|流出|转出|调出|核减|清理|离职|死亡/;
const COME = /收治|新收|新增|入所|入学|入住|新进|接收|招录|招收/;
const GONE = /解除|出所|出院|毕业|退出|离开|减少|注销|释放|死亡|离职/;
const APART = /(?:^|[，、])(?:单位|两者|二者|每吨|每方)?(?:亏损|差额|差价|价差|相差|缺口|倒挂)[为是]?$/;
const APART_OF = /成本|售价|价格|均价|单价|水价|应|需/;
const one = (unit: string): string => (unit === '名' ? '人' : unit);
/** 原值6482.35万元，累计折旧3015.77万元，净值3466.58万元 */
const NET_VALUE = /净值(?:为|是|共)*$/;

/** 编制210名，实有198名，缺编12名 */
const VACANT = /(?:^|[，、])(?:缺编|空编|空缺|缺额|超编)(?:人数|人员)?[为是]?$/;

/** 成本4057.2万元减去票款收入1286.4万元及广告收入148.8万元，缺口2622万元 */
function* writtenOut(facts: readonly Fact[]): Iterable<NamedTotal> {
  const amounts = facts.filter(({ kind, aside, role }) => kind === 'amount' && !aside && role !== 'each');
  const at = amounts.findIndex(({ lead }) => /^(?:减去|扣除|扣减)/.test(lead));
  const total = amounts[at - 1];
  const rest = amounts.findIndex(({ lead }, i) => i > at && !/^[及和与、]/.test(lead));
  const left = amounts[rest];
  if (!total || !left || rest < 0 || !/^(?:后)?(?:的|即|为|实际)*(?:缺口|差额|净额|余额|亏损|结余|余|应)/.test(left.lead) || [...amounts.slice(at - 1, rest + 1)].some((fact) => !isSolid(fact))) return;
  const parts = [...amounts.slice(at, rest), left];
  yield { total, parts, holds: near(sum(parts.map(({ value }) => value)), total.value, sum([total, ...parts].map(resultSlack))) };
}

/** 自筹缺口132万元(应筹864万元，实筹732万元) */
function* gapInBracket(facts: readonly Fact[]): Iterable<NamedTotal> {
  for (const [i, gap] of facts.entries()) {
    const [due, given] = facts.slice(i + 1, i + 3);
    if (!due || !given || !/缺口|差额|短缺/.test(gap.lead) || gap.aside || [due, given].some((fact) => !fact.aside || fact.kind !== gap.kind) || !/应|需|计划/.test(due.lead) || !/实|已/.test(given.lead) || [gap, due, given].some((fact) => !isSolid(fact))) continue;
    yield { total: due, parts: [given, gap], holds: near(given.value.plus(gap.value), due.value, sum([gap, due, given].map(slack))) };
  }
}

/** 净增1872户（新设3345户，注销1473户） */
function* netInBracket(facts: readonly Fact[]): Iterable<NamedTotal> {
  for (const [i, net] of facts.entries()) {
    const [came, went, next] = facts.slice(i + 1, i + 4);
    if (!came || !went || net.kind !== 'count' || net.aside || !/净(?:增加?|新增|增长)$/.test(net.lead) || !/新设|新增|新登记|新进|新招|调入/.test(came.lead) || !/注销|减少|退出|退休|吊销/.test(went.lead) || next?.aside === true && next.clause <= went.clause + 1) continue;
    if ([came, went].some((fact) => !fact.aside || fact.kind !== 'count' || one(fact.unit) !== one(net.unit)) || [net, came, went].some((fact) => !isSolid(fact))) continue;
    yield { total: came, parts: [went, net], holds: went.value.plus(net.value).eq(came.value) };
  }
}

const AT_FIRST = /年初|期初|上年[末底]/;
const AT_LAST = /年[末底]|期末/;

/** 年初612人，收治486人，解除433人，年末665人: told where a slip explains it, for others may have come and gone. */
function* stockAndFlow(facts: readonly Fact[]): Iterable<NamedTotal> {
  const last = facts.find(({ lead, kind }) => kind === 'count' && AT_LAST.test(lead) && !AT_FIRST.test(lead));
  const same = last ? facts.filter((fact) => fact.kind === 'count' && one(fact.unit) === one(last.unit)) : [];
  const first = same.find(({ lead }) => AT_FIRST.test(lead));
  const came = same.filter(({ lead }) => COME.test(lead));
  const went = same.filter(({ lead }) => GONE.test(lead));
  const [entered, left] = [came[0], went[0]];
  if (!last || !first || !entered || !left || same.length !== 4 || entered === left || new Set([last, first, entered, left]).size !== 4 || same.some((fact) => !isSolid(fact) || fact.role !== 'level')) return;
  const fits = ([a, b, c, d]: readonly Decimal[]): boolean => a !== undefined && b !== undefined && c !== undefined && d !== undefined && a.plus(b).eq(c.plus(d));
  const tied = [first, entered, left, last];
  const holds = fits(tied.map(({ value }) => value));
  if (holds || slipExplains(tied, fits)) yield { total: last, parts: [first, entered, { ...left, value: left.value.negated() }], holds };
}

/** What a third figure is called, and what the two before it must be. */
const THIRDS: readonly { readonly called: RegExp; readonly of: (first: string, second: string) => boolean }[] = [
  { called: NET_VALUE, of: (first, second) => /原值/.test(first) && /折旧|摊销/.test(second) },
  { called: /^净资产(?:总额|合计)?$/, of: (first, second) => /^资产(?:总[计额]|合计)$/.test(first) && /^负债(?:总[计额]|合计)?$/.test(second) },
  { called: NET, of: (first, second) => IN.test(first) && OUT.test(second) || OUT.test(first) && IN.test(second) },
  { called: VACANT, of: (first, second) => /编制/.test(first) && /实有|在职|在编|在岗/.test(second) },
];

export function* netChanges(facts: readonly Fact[]): Iterable<NamedTotal> {
  yield* writtenOut(facts);
  yield* stockAndFlow(facts);
  yield* gapInBracket(facts);
  yield* netInBracket(facts);
  for (const [i, net] of facts.entries()) {
    const two = twoBefore(facts, i, net);
    const found = two && !(THIRDS.some(({ called }) => called.test(net.lead)) && hasMore(facts, two, net)) ? ofTwo(two, net) : null;
    if (found) yield found;
  }
}

function twoBefore(facts: readonly Fact[], at: number, net: Fact): readonly [Fact, Fact] | null {
  const [earlier, second] = facts.slice(Math.max(0, at - 2), at);
  // 编制168名，其中事业编制80名；实有155人，空编13名: of all of them.
  const first = VACANT.test(net.lead) && earlier?.parent !== null ? facts.find(({ index }) => index === earlier?.parent) : earlier;
  if (!first || !second || net.kind !== 'amount' && net.kind !== 'count' || net.clause - first.clause > (first === earlier ? 3 : 6)) return null;
  return [first, second, net].every((fact) => fact.kind === net.kind && (fact.kind === 'amount' || one(fact.unit) === one(net.unit)) && !fact.aside && isSolid(fact)) ? [first, second] : null;
}

/** 新招录5人、调入3人，退休2人，净增6人; 行政编制20名，实有18人，事业编制16名，实有15人，缺编3名: more than two make it up. */
function hasMore(facts: readonly Fact[], [first]: readonly [Fact, Fact], net: Fact): boolean {
  const moves = (lead: string): boolean => (VACANT.test(net.lead) ? /编制/.test(lead) : IN.test(lead) || OUT.test(lead));
  return facts.some((fact) => fact.index < first.index && fact.sentence === first.sentence && fact.kind === net.kind && fact.parent === null && first.parent === null && (fact.kind === 'amount' || one(fact.unit) === one(net.unit)) && fact.role === 'level' && !fact.aside && moves(fact.lead) && first.clause - fact.clause <= 2);
}

function ofTwo([first, second]: readonly [Fact, Fact], net: Fact): NamedTotal | null {
  // What two prices are apart may be of others: told only where a slip explains it.
  const between = APART.test(net.lead) && APART_OF.test(first.lead) && APART_OF.test(second.lead);
  if (!between && !THIRDS.some(({ called, of }) => called.test(net.lead) && of(first.lead, second.lead))) return null;
  const [total, other] = first.value.gte(second.value) ? [first, second] : [second, first];
  const parts = [other, net];
  // Whole people are not rounded.
  const holds = near(sum(parts.map(({ value }) => value)), total.value, sum([total, ...parts].map(net.kind === 'count' ? slack : resultSlack)));
  const told = holds || !between || slipExplains([total, ...parts], ([whole, a, b]) => whole !== undefined && a !== undefined && b !== undefined && near(a.plus(b), whole, slack(total)), 2);
  return told ? { total, parts, holds } : null;
}
