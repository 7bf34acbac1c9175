// Parts against the whole that they are said to belong to: whether they hold, whether they must add up to it, and how what does not hold is told.
import type { Decimal } from '../../model/decimal';
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { digitsOf, isSolid, resultSlack, slack } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { holds } from '../report-rule';
import { about, bare, inUnitOf, written } from '../showing';
import type { Group } from './groups';
import { areOpposites, isBracketed, mayOverlap, oneName } from './kinds';
import { ofAnother, overlap, restOf } from './other-wholes';
import { isDivision } from './own-divisions';
import { exchangedPart, exchangeExplains, oneSlipApart, slipsScale } from './slip';

type Message = 'differs' | 'exceeds' | 'larger';

/** Parts added up beside their whole. */
interface Added {
  readonly whole: Fact;
  readonly parts: readonly Fact[];
  readonly total: Decimal;
  /** What the two may be apart by rounding. */
  readonly slackness: Decimal;
}

/** What is measured is not counted twice, as people may be. */
const MASS = /^(?:吨|亩|公里|千米|米|平方米|立方米|㎡|盏|头|株)$/;
const STAFFING = /^机关$|公务员|行政|参公|参照|事业|工勤|政法/;
const COMPLETE = /^按|^分[为成两二三四五六七八九十]|来源|如下|包括|包含|分别|由|具体|构成|组成/;
const FISCAL = /财政|中央|省|市|县|自筹|配套/;
const LINES_BACK = 2;
const NEAR_FACTS = 60;
/** Below, two of three digits fit by chance. */
const LEAST_DIGITS = 3;

/** What is to be told of a whole and its parts; null where nothing is. `numbered`: the parts are items of a numbered list. */
export function judgeParts(reading: Reading, [whole, parts]: Group, numbered: boolean): Outcome<Message> | null {
  const added: Added = { whole, parts, total: sum(parts.map(({ value }) => value)), slackness: tolerance(whole, parts) };
  // Its unit is another rule's business.
  if (slipsScale(whole, parts)) return null;
  const fits = near(added.total, whole.value, added.slackness);
  if (fits || !(parts.length === 2 && areOpposites(whole, parts)) && !isDivision(whole, parts) && inRuns(added)) return fits || parts.length >= 2 ? holds([whole, ...parts]) : null;
  const held = heldOtherwise(reading, added);
  if (held) return holds(held);
  if (overlap(whole, parts) || ofAnother(reading, whole, parts)) return null;
  const larger = parts.find((part) => part.value.gt(whole.value.plus(added.slackness)));
  if (larger && isOfOther(added, larger)) return null;
  if (larger) return whole.kind !== 'amount' || sameSource(whole, larger) ? isLarger(reading, larger, added) : null;
  return parts.length === 1 || isNested(parts) ? null : judgeTotal(reading, added, numbered);
}

/** Parts that do not make up their whole, none of them larger than it: told where they must, where a slip explains it, and where they are too many. */
function judgeTotal(reading: Reading, added: Added, numbered: boolean): Outcome<Message> | null {
  const { whole, parts } = added;
  if (!goesOn(reading, parts) && (isComplete(whole, parts, numbered) || namesEach(reading, whole, parts))) return differs(reading, whole, parts);
  const mistyped = whole.kind !== 'score' && oneSlipApart(whole, parts);
  const turned = isTurned(added);
  if (added.total.lt(whole.value)) return (turned || mistyped && HARDLY_CHANCE.some((isSo) => isSo(added))) && !parts.some(({ tail }) => /^等/.test(tail)) ? differs(reading, whole, parts) : null;
  return mistyped && !mayOverlap(parts) || turned || areApart(whole, parts) ? exceeds(reading, added) : null;
}

/** Half a unit of every figure; of the whole also where it is written shorter than its parts. */
export function tolerance(whole: Fact, parts: readonly Fact[]): Decimal {
  const shorter = whole.kind !== 'count' && parts.some((part) => part.decimals > whole.decimals && part.scale >= whole.scale || part.scale < whole.scale);
  return sum([shorter ? resultSlack(whole) : slack(whole), ...parts.map(slack)]);
}

/** Two ways of dividing one whole, one after the other, each complete. */
function inRuns({ whole, parts, slackness }: Added): boolean {
  let run = sum([]);
  let runs = 0;
  // What is left over of a second list is no list where the first only comes near.
  let exact = true;
  for (const part of parts) {
    run = run.plus(part.value);
    if (near(run, whole.value, slackness)) {
      exact &&= run.eq(whole.value);
      runs++;
      run = sum([]);
    }
  }
  return runs >= 1 && (run.isZero() || exact && run.lt(whole.value));
}

/** The whole may be another figure nearby than the one 其中 seems to follow, and a last part may stand behind by another word: the figures that hold together then. */
function heldOtherwise(reading: Reading, { whole, parts, total, slackness }: Added): readonly Fact[] | null {
  // 新建14座，维修26座，其中大型3座、中型11座、小型26座: of both together.
  const beside = reading.facts[whole.index - 1];
  if (beside && beside.sentence === whole.sentence && beside.kind === whole.kind && beside.unit === whole.unit && beside.role === 'level' && isSolid(beside) && near(total, whole.value.plus(beside.value), slackness)) return [whole, ...parts];
  const meant = parts.length >= 2 ? otherWhole(reading, whole, parts, total) : null;
  if (meant) return [meant, ...parts];
  const rest = restOf(reading, whole, parts);
  return rest && near(total.plus(rest.value), whole.value, tolerance(whole, [...parts, rest])) ? [whole, ...parts, rest] : null;
}

function otherWhole(reading: Reading, whole: Fact, parts: readonly Fact[], total: Decimal): Fact | null {
  const first = parts[0];
  if (!first) return null;
  for (let i = first.index - 1; i >= Math.max(0, first.index - NEAR_FACTS); i--) {
    const fact = reading.facts[i];
    if (!fact || fact.line < first.line - LINES_BACK) return null;
    // Nor are the posts that of the people in them.
    if (fact.scope === 'posts' && whole.scope === 'employed') continue;
    // The budget of the same costs is no whole of what was spent.
    if (fact.scope === whole.scope && fact.scope !== 'named' && fact.measure !== whole.measure) continue;
    if (fact !== whole && fact.kind === whole.kind && fact.unit === whole.unit && fact.year === first.year && fact.role === 'level' && isSolid(fact) && !fact.aside && near(total, fact.value, tolerance(fact, parts))) return fact;
  }
  return null;
}

/** 专任教师192人，占88.07%，高级教师71人、一级教师83人、二级教师38人: behind the first, its own kinds may follow. */
function isNested([first, second, ...rest]: readonly Fact[]): boolean {
  // 专任教师152人，高级教师46人，一级教师62人，二级教师44人: what makes up the first to the last one is its kinds.
  if (first?.kind === 'count' && rest.length > 0 && second && sum([second, ...rest].map(({ value }) => value)).eq(first.value)) return true;
  return first !== undefined && second !== undefined && rest.length > 0 && first.kind === 'count' && second.clause !== first.clause && !second.lead.startsWith('、')
    && rest.every((part) => part.lead.startsWith('、') && part.clause === second.clause) && sum([second, ...rest].map(({ value }) => value)).lte(first.value);
}

/** 老干部经费10.5万元，调研协商经费等: more parts than have figures. */
function goesOn(reading: Reading, parts: readonly Fact[]): boolean {
  const last = parts.at(-1);
  const rest = last ? reading.lineOf.get(last.line)?.plain.text.slice(last.end, last.end + 60).split(/[。；\n]/)[0] ?? '' : '';
  return /^[，、][^，\d]{2,24}等(?![级次])[\u4e00-\u9fa5]{0,6}$|……/.test(rest);
}

/** True where the words leave nothing out, so that the parts make up the whole. */
function isComplete(whole: Fact, all: readonly Fact[], numbered: boolean): boolean {
  const parts = all.filter(({ measure }) => measure !== 'balance' && measure !== 'carried-in');
  if (parts.length < all.length && isComplete(whole, parts, numbered)) return true;
  if (isDivision(whole, parts)) return true;
  if (parts.length < 2 || parts.some((part) => /^(?:等|左右)/.test(part.tail))) return false;
  if (parts.length === 2 && areOpposites(whole, parts)) return true;
  // 其他 is what the others leave.
  if (parts.length >= 3 && /其[他它余]/.test(parts.at(-1)?.words ?? '')) return true;
  if (whole.kind === 'count') return areAllStaff(whole, parts);
  if (whole.kind === 'score') return parts.length >= 3;
  const joint = parts[0]?.joint ?? '';
  return numbered || COMPLETE.test(joint) || joint === '：' && parts.length >= 3;
}

const KINDS_SAID = /([两二三四五])(?:大)?(?:类|部分|块)/;
const NUMBERS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 };

/** 主要有部门项目支出、专项支出二类，总预算2455.5万元，其中部门项目支出…、专项支出…: the words before name each of the parts, and how many there are. */
function namesEach(reading: Reading, whole: Fact, parts: readonly Fact[]): boolean {
  const text = reading.lineOf.get(whole.line)?.plain.text.slice(0, whole.start).split(/[。\n]/).at(-1) ?? '';
  return whole.kind === 'amount' && NUMBERS[KINDS_SAID.exec(text)?.[1] ?? ''] === parts.length && parts.every(({ words }) => words !== null && words.length >= 4 && text.includes(words));
}

/** Posts by their kinds, people in service and retired, or people by their status: of all there are. */
function areAllStaff(whole: Fact, parts: readonly Fact[]): boolean {
  const words = parts.map((part) => part.words ?? '');
  if (/编制/.test(whole.words ?? '') && words.every((one) => /.编制$/.test(one))) return true;
  const scopes = parts.map(({ scope }) => scope);
  if (scopes.length === 2 && scopes.includes('employed') && scopes.includes('retired')) return true;
  return words.every((one) => STAFFING.test(one)) && words.some((one) => /事业/.test(one));
}

/** One digit mistyped may explain a gap by chance; hardly where one of these is so too. */
const HARDLY_CHANCE: readonly ((added: Added) => boolean)[] = [
  ({ parts }) => parts.length >= 3,
  ({ whole, parts }) => [whole, ...parts].every(({ measure }) => measure === 'balance'),
  // Money by where it comes from.
  ({ whole, parts }) => whole.kind === 'amount' && parts.every(({ source, measure, words }) => source !== '' || measure === 'carried-in' || FISCAL.test(words ?? '')),
  ({ whole, parts }) => digitsOf(whole) >= 4 && whole.kind === 'count' && oneName(parts),
  ({ whole, parts }) => digitsOf(whole) >= 6 && parts.length >= 2 && parts.every((part) => digitsOf(part) >= 5),
  ({ whole, total }) => whole.value.minus(total).abs().lt(whole.value.times('0.02')),
];

/** True where two neighbouring digits exchanged, in a part or in the whole, explain the gap. */
function isTurned({ whole, parts, total }: Added): boolean {
  if (whole.kind !== 'count') return false;
  const certain = oneName(parts) || parts.length >= 2 && (!total.lt(whole.value) || digitsOf(whole) >= LEAST_DIGITS);
  return certain && exchangedPart(whole, total.lt(whole.value) && !oneName(parts) ? parts.filter((part) => digitsOf(part) >= LEAST_DIGITS) : parts, total) || exchangedWhole(whole, parts, total);
}

/** 23646户 for 15230户 and 8416户: its digits exchanged, four of them and more. */
function exchangedWhole(whole: Fact, parts: readonly Fact[], total: Decimal): boolean {
  return digitsOf(whole) >= (parts.length >= 3 ? 2 : 4) && exchangeExplains(whole, (value) => value.eq(total));
}

/** Parts of which nothing is counted twice: together they cannot be more than their whole. */
function areApart(whole: Fact, parts: readonly Fact[]): boolean {
  return (whole.kind === 'amount' || MASS.test(whole.unit) || oneName(parts) || isBracketed(whole, parts)) && parts.every((part) => sameSource(whole, part)) && oneClass(parts);
}

const sameSource = (a: Fact, b: Fact): boolean => a.source === b.source || a.source === '' || b.source === '';

/** All of them kinds of spending, or all of them sources: what does not overlap. */
function oneClass(parts: readonly Fact[]): boolean {
  return new Set(parts.map(({ source, words }) => (source !== '' || /财政|中央|省级|市级|县级|自筹|配套|收入|^[省市县区州]$/.test(words ?? '') ? 'source' : 'use'))).size === 1 && new Set(parts.map(({ scope, words }) => `${scope ?? ''}${words ?? ''}`)).size === parts.length;
}

/** 20个村，其中贫困村8个，实施项目36个: behind a comma another matter may follow, unless what is counted goes by one name or a slip explains it. */
function isOfOther({ whole, parts }: Added, larger: Fact): boolean {
  const before = parts[parts.indexOf(larger) - 1];
  return whole.kind === 'count' && before !== undefined && before.clause !== larger.clause && !/^[、和及与]/.test(larger.lead) && !oneName(parts) && !oneSlipApart(whole, parts);
}

/** One part is more than all there is. */
function isLarger(reading: Reading, larger: Fact, { whole, parts }: Added): Outcome<Message> {
  const [received, expected] = [written(reading, larger), written(reading, whole)];
  return { facts: [whole, ...parts], cells: [], fault: { message: 'larger', data: { part: about(larger), whole: about(whole), received, expected }, places: [larger, whole], received, expected: null, calculation: null } };
}

/** All parts together are more than there is. */
function exceeds(reading: Reading, { whole, parts, total }: Added): Outcome<Message> {
  const calculation = `${parts.map((part) => bare(whole, part.value)).join(' + ')} = ${bare(whole, total)}`;
  const [received, expected] = [inUnitOf(whole, total), written(reading, whole)];
  return { facts: [whole, ...parts], cells: [], fault: { message: 'exceeds', data: { whole: about(whole), received, expected, calculation }, places: [whole, ...parts], received, expected, calculation } };
}

/** The parts make up something else than the whole. */
export function differs(reading: Reading, whole: Fact, parts: readonly Fact[], name = about(whole)): Outcome<Message> {
  const total = sum(parts.map(({ value }) => value));
  const calculation = `${parts.map((part) => bare(whole, part.value)).join(' + ').replaceAll('+ -', '− ')} = ${bare(whole, total)}`;
  const [received, expected] = [written(reading, whole), inUnitOf(whole, total)];
  return { facts: [whole, ...parts], cells: [], fault: { message: 'differs', data: { whole: name, received, expected, calculation }, places: [whole, ...parts], received, expected, calculation } };
}
