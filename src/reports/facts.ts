// Figures with what they are about: read from their own clause, carried over from the clause, the parent of 其中 or the sentence before.
import type { Decimal } from '../model/decimal';
import { decimal, halfUnit, ZERO } from '../model/decimal';
import type { FigureKind } from '../model/report';
import type { FigureToken } from './figures';
import { figuresIn } from './figures';
import type { Line } from './lines';
import type { Clause } from './sentences';
import { clausesOf } from './sentences';
import type { Measure, Role, Scope, Subject } from './subjects';
import { readSubject, yearIn } from './subjects';

export interface Fact {
  /** Index among all facts of the report. */
  readonly index: number;
  /** Index of the paragraph. */
  readonly line: number;
  /** In the plain text of the line. */
  readonly start: number;
  readonly end: number;
  readonly kind: FigureKind | 'bare';
  readonly value: Decimal;
  readonly unit: string;
  readonly scale: number;
  readonly decimals: number;
  readonly token: FigureToken;
  /** Numbers of sentence, segment and clause, counted through the report. */
  readonly sentence: number;
  readonly segment: number;
  readonly clause: number;
  /** The words before it back to the previous figure or the beginning of the clause, and after it to the end of the clause or the next figure. */
  readonly lead: string;
  readonly tail: string;
  readonly words: string | null;
  readonly scope: Scope | null;
  readonly measure: Measure | null;
  readonly source: string;
  /** Where the report names no year at all: 0, the one before −1. */
  readonly year: number;
  /** True when the year stands in its own clause, sentence or a clause before. */
  readonly yearSaid: boolean;
  readonly role: Role;
  /** Index of the fact that it is a part of (其中); null otherwise. */
  readonly parent: number | null;
  /** 其中, 分别为 and the like: by what word the parts are introduced; '' without a parent. */
  readonly joint: string;
  /** The clause's place in the plain text. */
  readonly clauseStart: number;
  readonly clauseEnd: number;
  /** True inside brackets: an explanation, seldom a value of its own. */
  readonly aside: boolean;
}

/** A value to calculate with: exact, level, not an end of a range. */
export function isSolid(fact: Fact): boolean {
  return !fact.token.approximate && !fact.token.partial && fact.kind !== 'bare';
}

/** Half a unit of the last digit, in the base unit; whole numbers are meant exactly. */
export function slack(fact: Fact): Decimal {
  return fact.decimals === 0 ? ZERO : halfUnit(fact.decimals).times(fact.scale);
}

/** Half a unit of the last digit also of whole numbers: what a result may be off by. */
export function resultSlack(fact: Fact): Decimal {
  return halfUnit(fact.decimals).times(fact.scale);
}

const PARTS = /其中|(?<=支出|收入|经费|资金)中(?=，|$)|主要用于|来源(?:为|是)?|包括|包含|分别(?:为|是)?|由(?!于)|具体(?:为|是)|构成|组成/;
/** What a clause without a figure must say to matter for the next: most of a report's prose does not. */
const CARRIES = /年|同期|其中|包[括含]|分别|由|具体|构成|组成|用于|来源|支出|收入|预算|经费|资金|费|编制|在职|退休|三公|接待|用车|决算|结[余转]/;
const MOST_LEAD = 60;
/** Of a whole report: a hundred times what a long one has. */
const MOST_FACTS = 60_000;
const AMOUNT_WORDS = /经费|资金|支出|收入|预算|拨款|决算|结余|结转|投入|费用?$|金额|增加|减少|补助|补贴|成本/;
const ARRIVED = /^[^，。；、均]{0,16}(?:全部|全额|足额|已)(?:拨付)?到位/;
const GENERIC = /^(?:其?实际|财政拨款|调整后?|变更后|最终)?(?:支出|预算|决算|收入|执行|使用|完成|支付|年[初末])*(?:支出|决算|预算|结转|结余|和|数|金额|资金)*$/;
const RATE_WORDS = /率(?:为|是|达到?|:|=)*$/;
const KINDS: Readonly<Record<FigureToken['kind'], Fact['kind'] | null>> = { amount: 'amount', rate: 'rate', points: 'rate', score: 'score', count: 'count', date: 'date', year: null, bare: 'bare' };

/** What the whole report is about. */
export interface ReportSubject {
  readonly year: number | null;
  /** Plain title of a report on one project; null for a report on a whole unit. */
  readonly project: string | null;
}

const COMMON = /专项|项目|资金|经费|补助|工程|支出|实际|完成|到位|预算|年初|安排|下达|批复|财政|使用|支付|执行|全年|累计|拨付|投入|总|额|截至|共|已|的|本级|用于/g;

/** The own name at the end of the words stands in the title: 科普经费项目 of 科普专项经费绩效自评报告. */
function namesProject(words: string, title: string): boolean {
  const core = words.replace(COMMON, ' ').trim().split(' ').at(-1) ?? '';
  const plain = title.replace(COMMON, '');
  return core === '' || (core.length >= 2 && plain.includes(core.slice(-Math.min(core.length, 4))));
}

interface Carry {
  sentence: number;
  year: Subject['year'];
  scope: Scope | null;
  words: string | null;
  measure: Measure | null;
  source: string;
  joint: string;
  parent: number | null;
  /** Clause in which the joint was met: parts follow in it or in the next one. */
  jointAt: number;
  /** True where the joint begins a sentence: its whole stands in the sentence before. */
  opens: boolean;
  /** True once a part was read: the list goes on until something else begins. */
  open: boolean;
  /** Said once for the figures that follow: “三公”经费预算支出： */
  group: Measure | null;
  /** Of the figure that scope and words were taken from. */
  kind: Fact['kind'] | null;
}

const NOTHING_CARRIED: Carry = { sentence: -1, year: null, scope: null, words: null, measure: null, source: '', joint: '', parent: null, jointAt: -1, opens: false, open: false, group: null, kind: null };

/** Facts of all lines, in order. `declared` gives the unit that bare numbers of a line inherit. Linear but for the fixed look back inside a sentence. */
/** 由 introduces parts only where 构成 or 组成 follows. */
function jointIn(words: string, behind: string): string {
  const joint = PARTS.exec(words)?.[0] ?? '';
  return joint !== '由' || /^[^。]*(?:构成|组成)/.test(behind) ? joint : '';
}

export function readFacts(lines: readonly Line[], of: ReportSubject): readonly Fact[] {
  const facts: Fact[] = [];
  let base = { sentence: 0, segment: 0, clause: 0 };
  for (const line of lines) {
    if (facts.length > MOST_FACTS) break;
    const clauses = clausesOf(line.plain.text);
    readLine(line, clauses, of, base, facts);
    const last = clauses.at(-1);
    base = { sentence: base.sentence + (last?.sentence ?? 0) + 1, segment: base.segment + (last?.segment ?? 0) + 1, clause: base.clause + clauses.length };
  }
  return facts;
}

function readLine(line: Line, clauses: readonly Clause[], of: ReportSubject, base: { sentence: number; segment: number; clause: number }, facts: Fact[]): void {
  const { text } = line.plain;
  const tokens = figuresIn(text);
  if (tokens.length === 0) return;
  const depth = bracketDepths(text, tokens);
  let carry: Carry = NOTHING_CARRIED;
  let lineYear: Subject['year'] = null;
  let at = 0;
  let from = 0;
  let said = false;
  let aside: Carry | null = null;
  tokens.forEach((token, i) => {
    while (at + 1 < clauses.length && (clauses[at]?.end ?? 0) <= token.start) {
      const left = clauses[at];
      const entered = clauses[at + 1];
      if (!left || !entered) break;
      if (left.sentence !== carry.sentence) aside = null;
      if (left.sentence !== carry.sentence) carry = { ...NOTHING_CARRIED, sentence: left.sentence };
      // A clause without a figure may say year, subject or 其中 for the ones behind it.
      if (!said) carry = carried(carry, text.slice(left.start, Math.min(left.end, left.start + MOST_LEAD)), facts, base.sentence + left.sentence, at, left.opener === '');
      at++;
      said = false;
      from = entered.start;
    }
    const clause = clauses[at];
    if (!clause || token.start < clause.start) return;
    if (clause.sentence !== carry.sentence) carry = { ...NOTHING_CARRIED, sentence: clause.sentence };
    from = Math.max(from, clause.start);
    if (token.kind === 'year') {
      const next = yearIn(text.slice(token.start, token.end));
      carry = { ...carry, year: next };
      return;
    }
    const lead = text.slice(Math.max(from, token.start - MOST_LEAD), token.start).replace(/^[^\]]*\]/, '');
    const nextStart = tokens[i + 1]?.start ?? text.length;
    const tail = text.slice(token.end, Math.min(clause.end, nextStart, token.end + MOST_LEAD));
    const joint = jointIn(lead, text.slice(token.end, token.end + 160));
    const isRate = token.kind === 'rate' || token.kind === 'points';
    // 项目支出包括食品监管186万元: the words before 包括 name the whole, those behind it the part.
    const split = joint === '' ? -1 : lead.indexOf(joint);
    const wholeWords = split > 0 ? readSubject(lead.slice(0, split), '', false) : null;
    let subject = readSubject(split > 0 && lead.length > split + joint.length ? lead.slice(split + joint.length) : lead, tail, isRate);
    if (wholeWords?.year && !subject.year) subject = { ...subject, year: wholeWords.year };
    if (clause.opener === '' && !text.slice(Math.max(clause.start, token.start - MOST_LEAD), token.start).includes('根据')) lineYear = written(subject.year) ?? written(carry.year) ?? lineYear;
    const inside = (depth[i] ?? 0) > 0;
    // What is said in brackets is over when they close.
    if (inside) aside ??= carry;
    else if (aside !== null) {
      carry = aside;
      aside = null;
    }
    const sentence = base.sentence + clause.sentence;
    const kind = kindOf(token, lead, line.declaredScale, carry.measure !== null);
    if (kind === null) return;
    said = true;
    if (joint !== '') {
      const whole = named(facts, wholeWords?.scope ?? null, joint) ?? parentOf(facts, subject.scope, sentence, kind, clause.opener === '');
      // 7所学校，其中城关小学820万元: no amount is there that this one could be a part of.
      carry = { ...carry, joint: whole === null ? '' : joint, jointAt: at, opens: clause.opener === '', open: false, parent: whole };
    }
    if (carry.joint !== '' && carry.parent === null && carry.jointAt >= at - 1 && joint === '') carry = { ...carry, parent: parentOf(facts, subject.scope, sentence, kind, carry.opens) };
    if (carry.parent !== null && endsParts(carry, subject, facts[carry.parent], at)) carry = { ...carry, joint: '', parent: null, open: false };
    // 支出决算8万元 behind 公务接待费支出预算10万元 speaks of the same costs.
    const generic = GENERIC.test(subject.words ?? '');
    const inherits = subject.scope === null || subject.words === null || (generic && carry.scope !== null && carry.scope !== 'total' && carry.kind !== 'count');
    const parent = subject.role === 'level' && carry.parent !== null && kind === facts[carry.parent]?.kind ? parentAbove(facts, subject.scope, carry.parent, sentence) : null;
    const parentFact = parent === null ? null : facts[parent];
    const year = subject.year ?? carry.year ?? lineYear ?? null;
    if (subject.measure === null && ARRIVED.test(tail)) subject = { ...subject, measure: 'received' };
    const stated = measureFor(subject, inherits ? carry.measure : null, parentFact?.measure ?? carry.group);
    const known = inherits ? (carry.scope ?? subject.scope) : subject.scope;
    const scope = about(line, known, subject.words, stated, of, !inherits);
    const measure = stated ?? (isSpendingItem(scope) && !BUDGETED.test(sentenceBefore(text, token.start)) ? 'spending' : null);
    const source = subject.source !== '' ? subject.source : inherits || generic ? carry.source : parentFact?.source ?? '';
    const scale = kind === 'amount' && token.kind === 'bare' && token.scale === 1 ? line.declaredScale ?? 1 : token.scale;
    const fraction = kind === 'rate' && token.kind === 'bare';
    facts.push({
      index: facts.length, line: line.paragraph.index, start: token.start, end: token.end, kind, value: fraction ? token.value.times(100) : token.value.times(decimal(scale).div(token.scale)), unit: token.unit, scale, decimals: fraction ? token.decimals - 2 : token.decimals, token,
      sentence, segment: base.segment + clause.segment, clause: base.clause + at, lead, tail, words: inherits && (subject.words === null || generic) ? carry.words ?? subject.words : subject.words,
      scope, measure, source, year: parentFact && !subject.year ? parentFact.year : resolved(year, of.year), yearSaid: year !== null, role: subject.role, parent, joint: parent === null ? '' : carry.joint, clauseStart: clause.start, clauseEnd: clause.end, aside: (depth[i] ?? 0) > 0,
    });
    if (parent !== null) carry = { ...carry, open: true };
    if (kind === 'date') return;
    if (subject.role === 'level' && (depth[i] ?? 0) === 0) carry = { ...carry, kind, year: measure === 'carried-in' ? carry.year : subject.year ?? carry.year, scope, words: inherits ? carry.words ?? subject.words : subject.words, measure, source };
    else if (subject.year) carry = { ...carry, year: subject.year };
    from = token.end;
  });
}

function carried(carry: Carry, words: string, facts: readonly Fact[], sentence: number, at: number, opens: boolean): Carry {
  if (!CARRIES.test(words)) return carry;
  const subject = readSubject(words, '', false);
  const joint = jointIn(words, '');
  // 主要包括：（基本工资、津贴补贴等） explains a part; the list of parts goes on behind it.
  if (carry.open && /主要|具体/.test(words)) return carry;
  return {
    ...carry,
    year: subject.year ?? carry.year,
    group: isBudget(subject.measure) ? subject.measure : subject.measure === 'spending' ? null : carry.group,
    ...(joint === '' ? {} : { joint, jointAt: at, opens, open: false, parent: named(facts, subject.scope, joint) }),
    ...(subject.scope !== null && subject.scope !== 'named' ? { scope: subject.scope, words: subject.words, measure: subject.measure ?? carry.measure, source: subject.source } : {}),
    ...(subject.scope === 'named' && subject.measure !== null ? { measure: subject.measure } : {}),
  };
}

const isBudget = (measure: Measure | null): boolean => measure !== null && measure.includes('budget');

function measureFor(subject: Subject, inherited: Measure | null, parents: Measure | null): Measure | null {
  const { measure, scope } = subject;
  if (parents !== null && (measure === null || measure === 'spending') && scope !== null && scope !== 'total') return parents;
  return measure ?? inherited;
}

/** Whose parts follow: by the field's own hierarchy where the words name it, else the figure just before. */
const ABOVE: Readonly<Partial<Record<Scope, readonly Scope[]>>> = {
  staff: ['basic', 'total'], public: ['basic', 'total'], basic: ['total'], project: ['total'],
  wages: ['basic', 'total'], goods: ['basic', 'total'], family: ['basic', 'total'], capital: ['basic', 'total'],
  abroad: ['sangong'], vehicle: ['sangong'], reception: ['sangong'], 'vehicle-buying': ['vehicle'], 'vehicle-running': ['vehicle'],
};
const LOOK_BACK = 12;

/** 比上年的10万元 and 预算90万元的75% only measure something else: no parts follow from them. */
function headsParts(fact: Fact): boolean {
  return fact.role === 'level' && !fact.aside && !/^(?:比|较|与|和|同|相比)/.test(fact.lead) && !fact.tail.startsWith('的');
}

/** 项目支出主要包括： goes on from the figure that was given for it before. */
function named(facts: readonly Fact[], scope: Scope | null, joint: string): number | null {
  if (scope === null || scope === 'named' || (scope === 'total' && joint !== '中')) return null;
  const last = facts.at(-1);
  for (let i = facts.length - 1; i >= Math.max(0, facts.length - LOOK_BACK); i--) {
    const fact = facts[i];
    if (fact && last && fact.line >= last.line - 2 && fact.scope === scope && fact.kind === 'amount' && headsParts(fact) && fact.measure === 'spending') return i;
  }
  return null;
}

/** 其中 at the beginning of a sentence goes on from the one before: from what the parts belong to, else from its last amount. */
function before(facts: readonly Fact[], above: readonly Scope[] | undefined, kind: Fact['kind']): number | null {
  const last = facts.at(-1);
  for (let i = facts.length - 1; i >= Math.max(0, facts.length - LOOK_BACK); i--) {
    const fact = facts[i];
    if (!fact || !last || fact.line < last.line - 1) break;
    if (!headsParts(fact) || fact.kind !== kind || fact.parent !== null) continue;
    if (above ? above.includes(fact.scope ?? 'named') : fact.sentence === last.sentence) return i;
  }
  return null;
}

function parentOf(facts: readonly Fact[], scope: Scope | null, sentence: number, kind: Fact['kind'] | null, opens: boolean): number | null {
  const above = scope === null ? undefined : ABOVE[scope];
  let nearest: number | null = null;
  for (let i = facts.length - 1; i >= Math.max(0, facts.length - LOOK_BACK); i--) {
    const fact = facts[i];
    if (!fact || fact.sentence < sentence) break;
    if (!headsParts(fact) || (kind !== null && fact.kind !== kind)) continue;
    nearest ??= i;
    if (above?.includes(fact.scope ?? 'named')) return i;
    // A figure that is itself a part does not head the parts of its sister, unless 其中 comes again.
    if (above === undefined) break;
  }
  return nearest ?? (opens && kind !== null ? before(facts, above, kind) : null);
}

const written = (year: Subject['year']): Subject['year'] => (year && 'said' in year ? year : null);

/** The list of parts is over: another year, another side of the budget, or words between 其中 and the figure that bear no figure. */
function endsParts(carry: Carry, subject: Subject, parent: Fact | undefined, at: number): boolean {
  if (!carry.open && at > carry.jointAt + 1) return true;
  if (subject.measure === 'balance' || subject.measure === 'carried-in' || subject.measure === 'received') return true;
  return carry.open && subject.year !== null && 'offset' in subject.year && subject.year.offset !== 0 && parent?.yearSaid === true;
}

/** After the parts of a part (人员经费 and 公用经费 of 基本支出), 项目支出 is a part of the whole again. */
function parentAbove(facts: readonly Fact[], scope: Scope | null, introduced: number, sentence: number): number {
  const above = scope === null ? undefined : ABOVE[scope];
  if (above === undefined || above.includes(facts[introduced]?.scope ?? 'named')) return introduced;
  for (let i = facts.length - 1; i >= Math.max(0, facts.length - LOOK_BACK); i--) {
    const fact = facts[i];
    if (!fact || fact.sentence < sentence) break;
    if (fact.role === 'level' && above.includes(fact.scope ?? 'named')) return i;
  }
  return introduced;
}

/** 公用经费36.70万元 without further words is what was spent. */
const isSpendingItem = (scope: Scope | null): boolean => scope !== null && !['total', 'named', 'posts', 'employed', 'retired', 'people'].includes(scope);
const BUDGETED = /预算|下达|批复|安排|计划|年初|标准|定额|指标/;

function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 160), at);
  return before.slice(before.lastIndexOf('。') + 1);
}

/** What a report on one project calls 项目资金 or by the name in its title is all there is; under 基本支出情况, 实际支出66.44万元 is the basic spending. */
function about(line: Line, scope: Scope | null, words: string | null, measure: Measure | null, of: ReportSubject, own: boolean): Scope | null {
  if (of.project !== null && words !== null && own && (scope === 'project' || (scope === 'named' && measure !== null && namesProject(words, of.project)))) return 'total';
  if ((scope !== 'total' && scope !== null) || measure !== 'spending' || of.project !== null) return scope;
  const heading = line.path.at(-1) ?? '';
  if (heading.length > 20 || /总|整体|收入|部门|单位/.test(words ?? '')) return scope;
  if (/基本支出/.test(heading) && !/项目支出/.test(heading)) return 'basic';
  return /项目支出/.test(heading) && !/基本支出|绩效/.test(heading) ? 'project' : scope;
}

function resolved(year: Subject['year'], reportYear: number | null): number {
  if (year !== null && 'said' in year) return year.said;
  // Without a year of its own a report still tells this year from the last: they are 0 and −1 then.
  return (reportYear ?? 0) + (year?.offset ?? 0);
}

function kindOf(token: FigureToken, lead: string, declared: number | null, money: boolean): Fact['kind'] | null {
  const kind = KINDS[token.kind];
  if (kind !== 'bare') return kind;
  const ofMoney = AMOUNT_WORDS.test(lead.slice(-14)) || money;
  if (token.scale > 1) return ofMoney && AMOUNT_WORDS.test(lead.slice(-14)) ? 'amount' : 'count';
  if (RATE_WORDS.test(lead) && token.decimals >= 2 && token.value.lte(2)) return 'rate';
  if (declared !== null && ofMoney && (token.decimals > 0 || token.value.isZero() || token.value.gte(1))) return 'amount';
  return token.decimals > 0 ? 'bare' : null;
}

/** How many brackets are open before each token; an opened one that is never closed ends with its sentence. */
function bracketDepths(text: string, tokens: readonly FigureToken[]): readonly number[] {
  const depths: number[] = [];
  let depth = 0;
  let i = 0;
  for (const token of tokens) {
    for (; i < token.start; i++) {
      const char = text.charAt(i);
      if (char === '(' || char === '[' || char === '《') depth++;
      else if ((char === ')' || char === ']' || char === '》') && depth > 0) depth--;
      else if (char === '。' || char === '\n') depth = 0;
    }
    depths.push(depth);
  }
  return depths;
}
