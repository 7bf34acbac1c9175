// The divisions that the budget itself knows: 基本支出 is 人员经费 and 公用经费, whether or not 其中 ties them.
import type { Fact } from '../fact';
import { isSolid } from '../fact';
import type { Reading } from '../reading';
import { unitOf } from '../showing';
import type { Measure, Scope } from '../subjects';
import { grouped } from '../../model/grouped';

/** A whole and all of its parts. */
type Divided = readonly [whole: Fact, parts: readonly Fact[]];

/** Divisions that the budget itself knows: these parts and no others. */
const DIVISIONS: readonly (readonly [whole: Scope, parts: readonly Scope[]])[] = [
  ['basic', ['staff', 'public']],
  ['total', ['basic', 'project']],
  ['sangong', ['abroad', 'vehicle', 'reception']],
  ['vehicle', ['vehicle-buying', 'vehicle-running']],
  ['sangong', ['abroad', 'vehicle-running', 'reception']],
  ['sangong', ['abroad', 'vehicle-buying', 'vehicle-running', 'reception']],
  ['sangong', ['vehicle-buying', 'vehicle-running', 'reception']],
  ['sangong', ['vehicle-running', 'reception']],
  ['sangong', ['vehicle', 'reception']],
  ['total', ['staff', 'public', 'project']],
  ['total', ['wages', 'goods', 'family', 'capital']],
  ['basic', ['wages', 'goods', 'family', 'capital']],
  ['basic', ['wages', 'goods', 'family']],
  ['basic', ['wages', 'goods']],
];

/** True where the parts are one of these divisions of the whole. */
export function isDivision(whole: Fact, parts: readonly Fact[]): boolean {
  const scopes = parts.map(({ scope }) => scope);
  return DIVISIONS.some(([scope, names]) => scope === whole.scope && names.length === parts.length && names.every((one) => scopes.includes(one)));
}

const ADDED: readonly Measure[] = ['spending', 'original-budget', 'final-budget', 'budget'];

/** The field's own divisions inside one paragraph, where no 其中 ties them. */
export function* divisions(reading: Reading, isSeen: (whole: Fact, parts: readonly Fact[]) => boolean): Iterable<Divided> {
  const byLine = grouped(reading.facts, (fact) => (fact.kind !== 'amount' || fact.role !== 'level' || fact.aside || !isSolid(fact) || fact.measure === null ? null : fact.line));
  for (const facts of byLine.values()) {
    for (const [scope, names, measure] of DIVISIONS.flatMap(([one, others]) => ADDED.map((by) => [one, others, by] as const))) {
      const wholes = facts.filter((fact) => fact.scope === scope && fact.measure === measure && !/^(?:比|较|与|和|同)/.test(fact.lead));
      const whole = wholes[0];
      if (!whole || wholes.length !== 1) continue;
      const same = facts.filter((fact) => fact.year === whole.year && fact.measure === whole.measure && fact.source === whole.source);
      if (hasFiner(scope, names, same)) continue;
      const parts = names.map((name) => same.filter((fact) => fact.scope === name));
      const only = parts.flatMap((found) => (found.length === 1 ? found : []));
      if (only.length !== names.length || (!/合计|共计|总计|小计/.test(whole.lead) && only.some((part) => part.start < whole.start)) || only.some((part) => unitOf(part) === '')) continue;
      if (!isSeen(whole, only) && !only.some((part) => part.parent !== null)) yield [whole, only];
    }
  }
  yield* wholeReport([...byLine.values()].flat(), reading, isSeen);
}

/** The same through the whole report, for what a unit has one of: every part and the whole given in one value. */
function* wholeReport(facts: readonly Fact[], reading: Reading, isSeen: (whole: Fact, parts: readonly Fact[]) => boolean): Iterable<Divided> {
  for (const same of grouped(facts, (fact) => `${fact.year} ${fact.measure ?? ''} ${fact.source}`).values()) {
    for (const [scope, names] of DIVISIONS) {
      if (scope === 'total') continue;
      const [whole, ...parts] = [scope, ...names].map((name) => oneValue(same.filter((fact) => fact.scope === name)));
      const given = parts.flatMap((part) => (part ? [part] : []));
      if (!whole || given.length !== names.length || isSeen(whole, given)) continue;
      if (hasFiner(scope, names, same)) continue;
      if (given.every((part) => part.parent === null || reading.facts[part.parent]?.scope !== scope)) yield [whole, given];
    }
  }
}

/** Only the finest division that the report gives is judged. */
function hasFiner(scope: Scope, names: readonly Scope[], facts: readonly Fact[]): boolean {
  return DIVISIONS.some(([other, finer]) => other === scope && finer.length > names.length && finer.every((name) => facts.some((fact) => fact.scope === name)));
}

function oneValue(facts: readonly Fact[]): Fact | null {
  const first = facts[0];
  return first && facts.every(({ value }) => value.eq(first.value)) ? first : null;
}
