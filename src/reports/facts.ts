// Figures with what they are about, read paragraph by paragraph: from their own clause, from the clauses before, from what 其中 makes them a part of.
import { decimal } from '../model/decimal';
import { carried, isGeneric, measureFor, NOTHING_CARRIED, scopeIn, spendingUnlessBudgeted, writtenYear, yearOf, type Carry, type ReportSubject } from './context';
import type { Fact } from './fact';
import type { FigureToken } from './figures';
import { figuresIn } from './figures';
import type { Line } from './lines';
import { endsParts, jointIn, parentAbove, parentOf, wholeNamed } from './parts';
import type { Clause } from './sentences';
import { clausesOf } from './sentences';
import type { Subject } from './subjects';
import { readSubject, yearIn } from './subjects';

/** Words before a figure that may be about it. */
const MOST_LEAD = 60;
/** 由…构成 is looked for behind the figure. */
const MOST_BEHIND = 160;
/** Of a whole report: a hundred times what a long one has. */
const MOST_FACTS = 60_000;
const AMOUNT_WORDS = /拨付|支付|到位|贴息|扶持|经费|资金|支出|收入|预算|拨款|决算|结余|结转|投入|费用?$|金额|增加|减少|补助|补贴|成本/;
const COMPARED = /[比较与同和]$/;
/** 比上年, 较2020年的: the figure is only compared with. */
const COMPARES = /^(?:相?比|较|与|同|和)(?:上年|去年|上一年|同期|20\d{2}年)/;
const ARRIVED = /^[^，。；、均]{0,16}(?:全部|全额|足额|已)(?:拨付)?到位/;
const RATE_WORDS = /率(?:为|是|达到?|:|=)*$/;
const KINDS: Readonly<Record<FigureToken['kind'], Fact['kind'] | null>> = { amount: 'amount', rate: 'rate', points: 'rate', score: 'score', count: 'count', date: 'date', year: null, bare: 'bare' };

/** People are counted in 人 and 名. */
const oneUnit = (unit: string): string => (unit === '名' ? '人' : unit);
/** 累计观看人次318万: the unit stands before the number. */
const UNIT_BEFORE = /(人次|人|户|亩|吨|册|辆|件|次)数?(?:约|为|达|共)*$/;
/** 上年同期为142.5万人次: last year's figure of what was just told. */
const ONLY_LOOKS_BACK = /^[(，]?(?:上年|去年|20\d{2}年)度?(?:同期)?(?:仅|只|则)?(?:为|是)?$/;
const LISTS = /^[个项类](?:方面|大?类|子?项目|部分|内容|用途)?$/;

interface Numbers {
  readonly sentence: number;
  readonly segment: number;
  readonly clause: number;
}

/** Facts of all lines, in order. Linear but for fixed looks back. */
export function readFacts(lines: readonly Line[], of: ReportSubject): readonly Fact[] {
  const facts: Fact[] = [];
  let base: Numbers = { sentence: 0, segment: 0, clause: 0 };
  for (const line of lines) {
    if (facts.length > MOST_FACTS) break;
    const clauses = clausesOf(line.plain.text);
    new LineReader(line, clauses, of, base, facts).read();
    const last = clauses.at(-1);
    base = { sentence: base.sentence + (last?.sentence ?? 0) + 1, segment: base.segment + (last?.segment ?? 0) + 1, clause: base.clause + clauses.length };
  }
  return facts;
}

/** The words around a figure. */
interface Around {
  readonly lead: string;
  readonly tail: string;
  readonly joint: string;
  /** What the words before the joint name: 项目支出包括食品监管186万元. */
  readonly whole: Subject | null;
  readonly subject: Subject;
}

class LineReader {
  private carry: Carry = NOTHING_CARRIED;
  /** What holds outside the brackets that are open. */
  private outside: Carry | null = null;
  private lineYear: Subject['year'] = null;
  /** Index of the present clause, where the words of the next figure begin, and whether the clause had a figure. */
  private at = 0;
  private from = 0;
  private said = false;

  constructor(
    private readonly line: Line, private readonly clauses: readonly Clause[], private readonly of: ReportSubject,
    private readonly base: Numbers, private readonly facts: Fact[],
  ) {}

  read(): void {
    const { text } = this.line.plain;
    const tokens = figuresIn(text);
    if (tokens.length === 0) return;
    const depths = bracketDepths(text, tokens);
    tokens.forEach((token, i) => {
      this.advance(token.start);
      const clause = this.clauses[this.at];
      if (!clause || token.start < clause.start) return;
      if (clause.sentence !== this.carry.sentence) {
        // What a bracket left open before the full stop is over with its sentence.
        this.outside = null;
        this.carry = { ...NOTHING_CARRIED, sentence: clause.sentence };
      }
      this.from = Math.max(this.from, clause.start);
      if (token.kind === 'year') {
        // 比2020年的1.5万元: that year is over with its figure.
        if (!COMPARED.test(text.slice(Math.max(clause.start, token.start - 2), token.start))) this.carry = { ...this.carry, year: yearIn(text.slice(token.start, token.end)) };
      } else this.readFigure(token, clause, tokens[i + 1]?.start ?? text.length, (depths[i] ?? 0) > 0);
    });
  }

  /** Goes on to the clause of a figure; clauses without one are carried. */
  private advance(start: number): void {
    const { text } = this.line.plain;
    while (this.at + 1 < this.clauses.length && (this.clauses[this.at]?.end ?? 0) <= start) {
      const left = this.clauses[this.at];
      const entered = this.clauses[this.at + 1];
      if (!left || !entered) return;
      if (left.sentence !== this.carry.sentence) {
        this.outside = null;
        this.carry = { ...NOTHING_CARRIED, sentence: left.sentence };
      }
      if (!this.said) this.carry = carried(this.carry, text.slice(left.start, Math.min(left.end, left.start + MOST_LEAD)), this.facts, this.at, left.opener === '');
      this.at++;
      this.said = false;
      this.from = entered.start;
    }
  }

  private around(token: FigureToken, clause: Clause, next: number): Around {
    const { text } = this.line.plain;
    const lead = text.slice(Math.max(this.from, token.start - MOST_LEAD), token.start).replace(/^[^\]]*\]/, '');
    const tail = text.slice(token.end, Math.min(clause.end, next, token.end + MOST_LEAD));
    const joint = this.listedBy(clause) ? '包括' : this.behindColon(clause) ? '：' : jointIn(lead, text.slice(token.end, token.end + MOST_BEHIND));
    const split = joint === '' || !lead.includes(joint) ? -1 : lead.indexOf(joint);
    const whole = split > 0 ? readSubject(lead.slice(0, split), '', false) : null;
    const own = readSubject(split > 0 && lead.length > split + joint.length ? lead.slice(split + joint.length) : lead, tail, token.kind === 'rate' || token.kind === 'points');
    const measure = own.measure === null && ARRIVED.test(tail) ? 'received' : own.measure;
    return { lead, tail, joint, whole, subject: { ...own, measure, year: own.year ?? whole?.year ?? null } };
  }

  /** 1860万元，用于以下5个方面： lists the parts of the amount behind the colon. */
  private listedBy(clause: Clause): boolean {
    const [amount, count] = this.facts.slice(-2);
    return clause.opener === '：' && !this.said && this.carry.joint === '' && amount?.kind === 'amount' && count?.kind === 'count' && count.sentence === this.base.sentence + clause.sentence
      && amount.sentence === count.sentence && count.clause === this.base.clause + this.at - 1 && LISTS.test(`${count.unit}${count.tail}`);
  }

  /** 全年收入1026.8万元：财政补助收入612.4万元，… */
  private behindColon(clause: Clause): boolean {
    const whole = this.facts.at(-1);
    return clause.opener === '：' && !this.said && this.carry.joint === '' && whole !== undefined && whole.tail === '' && !whole.aside && whole.clause === this.base.clause + this.at - 1 && (whole.kind === 'amount' || whole.kind === 'score' || whole.kind === 'count');
  }

  private readFigure(token: FigureToken, clause: Clause, next: number, inside: boolean): void {
    const { text } = this.line.plain;
    const around = this.around(token, clause, next);
    const { subject } = around;
    // 根据2021年的通知 says nothing about the year of the money.
    if (clause.opener === '' && !text.slice(Math.max(clause.start, token.start - MOST_LEAD), token.start).includes('根据')) {
      this.lineYear = writtenYear(subject.year) ?? writtenYear(this.carry.year) ?? this.lineYear;
    }
    this.brackets(inside);
    const kind = kindOf(token, around.lead, this.line.declaredScale, this.carry.measure !== null);
    if (kind === null) return;
    this.said = true;
    const sentence = this.base.sentence + clause.sentence;
    // 其中0-3公里边民补助2322.18万元: the range belongs to the name of what follows.
    const inName = kind === 'count' && token.partial && around.tail !== '' && /^[\u4e00-\u9fa5]/.test(around.tail);
    if (!inName) this.introduceParts(around, kind, sentence, clause, token.unit);
    const fact = this.factOf(token, kind, around, clause, sentence, inside);
    this.facts.push(fact);
    if (inName) return;
    if (fact.parent !== null) this.carry = { ...this.carry, open: true };
    // 项目支出3758.8万元中，环卫2415.6万元
    if (around.tail === '中' && kind === 'amount' && subject.role === 'level') this.carry = { ...this.carry, joint: '中', jointAt: this.at, opens: false, open: false, parent: fact.index };
    if (kind === 'date') return;
    if (subject.role === 'level' && !inside) {
      const year = fact.measure === 'carried-in' || COMPARES.test(around.lead) || this.looksBack(around.lead, fact) ? this.carry.year : subject.year ?? this.carry.year;
      this.carry = { ...this.carry, kind, year, scope: fact.scope, words: fact.words, measure: fact.measure, source: fact.source };
    } else if (subject.year && !COMPARES.test(around.lead)) this.carry = { ...this.carry, year: subject.year };
    this.from = token.end;
  }

  /** 提高10元、20元、100元: each of them is by how much. */
  private goesOn(token: FigureToken, kind: Fact['kind'], lead: string): boolean {
    const before = this.facts.at(-1);
    return /^[、和及与]$/.test(lead) && before?.line === this.line.paragraph.index && before.end === token.start - 1 && before.kind === kind && before.unit === token.unit && (before.role === 'up' || before.role === 'down' || before.role === 'each');
  }

  private looksBack(lead: string, fact: Fact): boolean {
    const before = this.facts[fact.index - 1];
    return ONLY_LOOKS_BACK.test(lead) && before?.sentence === fact.sentence && before.kind === fact.kind && before.year > fact.year;
  }

  /** What is said in brackets is over when they close. */
  private brackets(inside: boolean): void {
    if (inside) this.outside ??= this.carry;
    else if (this.outside !== null) {
      this.carry = this.outside;
      this.outside = null;
    }
  }

  private introduceParts({ joint, whole, subject, lead }: Around, kind: Fact['kind'], sentence: number, clause: Clause, unit: string): void {
    const { facts, at } = this;
    if (joint !== '') {
      const parent = wholeNamed(facts, whole?.scope ?? null, joint) ?? parentOf(facts, subject.scope, sentence, kind, clause.opener === '', joint === '其中' && subject.measure === 'balance', unit);
      // 7所学校，其中城关小学820万元: no amount is there that this one could be a part of.
      this.carry = { ...this.carry, joint: parent === null ? '' : joint, jointAt: at, opens: clause.opener === '', open: false, parent };
    } else if (this.carry.joint !== '' && this.carry.parent === null && this.carry.jointAt >= at - 1) {
      const parent = parentOf(facts, subject.scope, sentence, kind, this.carry.opens, false, unit);
      // 下达6个县，具体为：甲县4860万元、乙县3920万元: the first of them is no whole of the others.
      this.carry = { ...this.carry, parent, ...(parent === null && (kind === 'amount' || this.carry.joint === '包括') ? { joint: '' } : {}) };
    }
    if (this.carry.parent !== null && (kind === facts[this.carry.parent]?.kind || facts[this.carry.parent]?.kind !== 'count') && endsParts(this.carry, subject, facts[this.carry.parent], at, lead)) this.carry = { ...this.carry, joint: '', parent: null, open: false };
  }

  private factOf(token: FigureToken, kind: Fact['kind'], { lead, tail, subject }: Around, clause: Clause, sentence: number, aside: boolean): Fact {
    const { carry, facts, line, of } = this;
    const generic = isGeneric(subject.words);
    // 年末结余 behind the parts of a whole is left over of the whole.
    const ofPart = (subject.measure === 'balance' || subject.measure === 'carried-in') && (facts.at(-1)?.parent ?? null) !== null;
    const inherits = subject.scope === null || subject.words === null || (generic && !ofPart && carry.scope !== null && carry.scope !== 'total' && carry.kind !== 'count');
    const parent = subject.role === 'level' && carry.parent !== null && kind === facts[carry.parent]?.kind && (kind !== 'count' || oneUnit(token.unit) === oneUnit(facts[carry.parent]?.unit ?? '')) ? parentAbove(facts, subject.scope, carry.parent, sentence) : null;
    const whole = parent === null ? undefined : facts[parent];
    const year = subject.year ?? carry.year ?? this.lineYear ?? null;
    const stated = measureFor(subject, inherits ? carry.measure : null, whole?.measure ?? carry.group);
    const scope = scopeIn(line, inherits ? (carry.scope ?? subject.scope) : subject.scope, subject.words, stated, of, !inherits);
    const scale = kind === 'amount' && token.kind === 'bare' && token.scale === 1 ? line.declaredScale ?? 1 : token.scale;
    // 执行率0.65 is 65%.
    const fraction = kind === 'rate' && token.kind === 'bare';
    return {
      index: facts.length, line: line.paragraph.index, start: token.start, end: token.end, kind, token,
      value: fraction ? token.value.times(100) : token.value.times(decimal(scale).div(token.scale)),
      unit: kind === 'count' && /^[万亿]$/.test(token.unit) ? UNIT_BEFORE.exec(lead)?.[1] ?? token.unit : token.unit, scale, decimals: fraction ? token.decimals - 2 : token.decimals,
      sentence, segment: this.base.segment + clause.segment, clause: this.base.clause + this.at, clauseStart: clause.start, clauseEnd: clause.end,
      lead, tail, words: inherits && (subject.words === null || generic) ? carry.words ?? subject.words : subject.words,
      scope, measure: stated ?? spendingUnlessBudgeted(scope, line.plain.text, token.start),
      source: subject.source !== '' ? subject.source : inherits || generic ? carry.source : whole?.source ?? '',
      year: whole && !subject.year ? whole.year : yearOf(year, of.year), yearSaid: year !== null,
      role: this.goesOn(token, kind, lead) ? facts.at(-1)?.role ?? subject.role : subject.role, parent, joint: parent === null ? '' : carry.joint, aside,
    };
  }
}

/** Null for a number that is no figure: a bare whole number without a word for money before it. */
function kindOf(token: FigureToken, lead: string, declared: number | null, money: boolean): Fact['kind'] | null {
  const kind = KINDS[token.kind];
  if (kind !== 'bare') return kind;
  const named = AMOUNT_WORDS.test(lead.slice(-14));
  if (token.scale > 1) return named ? 'amount' : 'count';
  if (RATE_WORDS.test(lead) && token.decimals >= 2 && token.value.lte(2)) return 'rate';
  if (declared !== null && (named || money) && (token.decimals > 0 || token.value.isZero() || token.value.gte(1))) return 'amount';
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
