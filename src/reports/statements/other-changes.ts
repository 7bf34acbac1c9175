// 比上年18万元减少2万元，其中会议费减少1万元，下降14%: what else changed, behind the two figures and their own difference.
import type { Fact } from '../fact';
import { WORDS } from './comparing';
import type { Pair } from './pairs';

/** Words that name nothing of their own. */
const PLAIN = /[比较与同]|分别|净|实际|合计|共|累计|[总整]体|全年|本年|年度|部门|单位|[增降减升涨]幅/;

/** True where the difference of the two is told already and the words name another thing, or it is the percentage of such a change. */
export function isOfOther(facts: readonly Fact[], pair: Pair, change: Fact): boolean {
  const behind = facts.filter((fact) => fact.index > Math.max(pair.now.index, pair.before.index) && fact.index < change.index && (fact.role === 'up' || fact.role === 'down'));
  const last = behind.at(-1);
  if (!last) return false;
  if (change.kind === 'rate' && last.kind !== 'rate' && last.index === change.index - 1 && nameIn(change) === '') return isOfOther(facts, pair, last);
  // 增加60万元，一是新增5人，增加30万元: what the difference is made of.
  const gap = pair.now.value.minus(pair.before.value).abs();
  if (change.kind !== 'rate' && !/[比较与同]/.test(change.lead) && behind.some((fact) => fact.kind === change.kind && fact.value.abs().eq(gap))) return true;
  const name = nameIn(change);
  return name.length >= 2 && !PLAIN.test(name) && !(pair.now.words ?? '').includes(name);
}

const nameIn = ({ lead }: Fact): string => lead.replace(WORDS, '').replace(/^(?:其中|另外|而|[：，、])+/, '');
