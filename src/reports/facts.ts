// Figures with what they are about, read paragraph by paragraph: from their own clause, from the clauses before, from what 其中 makes them a part of.
import { carried, isGeneric, measureFor, NOTHING_CARRIED, scopeIn, spendingUnlessBudgeted, writtenYear, yearOf, type Carry, type ReportSubject } from './context';
import type { Fact } from './fact';
import type { FigureToken } from './figures';
import { figuresIn } from './figures';
import type { Line } from './lines';
import { endsParts, jointIn, parentAbove, parentOf, wholeNamed } from './parts';
import { kindOf, quantityOf } from './quantity';
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
const COMPARED = /[比较与同和]$/;
/** 比上年, 较2020年的: the figure is only compared with. */
const COMPARES = /^(?:相?比|较|与|同|和)(?:上年|去年|上一年|同期|20\d{2}年)/;
const ARRIVED = /^[^，。；、均]{0,16}(?:全部|全额|足额|已)(?:拨付)?到位/;

/** People are counted in 人 and 名, 场次 of several kinds in 场. */
const oneUnit = (unit: string): string => (unit === '名' ? '人' : unit === '场次' ? '场' : unit);
/** 上年同期为142.5万人次: last year's figure of what was just told. */
const ONLY_LOOKS_BACK = /^[(，]?(?:上年|去年|20\d{2}年)度?(?:同期)?(?:仅|只|则)?(?:为|是)?$/;
/** 近三年支出分别为… divides no amount of one year. */
const OF_YEARS = /[两三四五]年|年[至到]20/;
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

/** What a figure is about. */
type Topic = Pick<Fact, 'words' | 'scope' | 'measure' | 'source' | 'year' | 'yearSaid'>;

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
    const lead = text.slice(Math.max(this.from, token.start - MOST_LEAD), token.start).replace(/^[^\]]*\]/, '').replace(/：$/, '');
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
    const around = this.around(token, clause, next);
    const { subject } = around;
    this.keepYear(subject.year, clause, token.start);
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
    if (!inName) this.handOn(fact, subject);
  }

  /** A year in digits at the beginning of a sentence holds for the paragraph. */
  private keepYear(year: Subject['year'], clause: Clause, start: number): void {
    // 根据2021年的通知 says nothing about the year of the money.
    if (clause.opener !== '' || this.line.plain.text.slice(Math.max(clause.start, start - MOST_LEAD), start).includes('根据')) return;
    this.lineYear = writtenYear(year) ?? writtenYear(this.carry.year) ?? this.lineYear;
  }

  /** What the figure leaves to the ones behind it. `subject`: by its own words alone. */
  private handOn(fact: Fact, subject: Subject): void {
    const { kind, lead } = fact;
    if (fact.parent !== null) this.carry = { ...this.carry, open: true };
    // 项目支出3758.8万元中，环卫2415.6万元
    if (fact.tail === '中' && kind === 'amount' && subject.role === 'level') this.carry = { ...this.carry, joint: '中', jointAt: this.at, opens: false, open: false, parent: fact.index };
    if (kind === 'date') return;
    if (subject.role === 'level' && !fact.aside) {
      const year = fact.measure === 'carried-in' || COMPARES.test(lead) || this.looksBack(lead, fact) ? this.carry.year : subject.year ?? this.carry.year;
      this.carry = { ...this.carry, kind, year, scope: fact.scope, words: fact.words, measure: fact.measure, source: fact.source };
    } else if (subject.year && !COMPARES.test(lead)) this.carry = { ...this.carry, year: subject.year };
    this.from = fact.end;
  }

  /** 提高10元、20元、100元: each of them is by how much. */
  private goesOn(token: FigureToken, kind: Fact['kind'], lead: string): boolean {
    const before = this.facts.at(-1);
    return /^[、和及与]$/.test(lead) && before?.line === this.line.at && before.end === token.start - 1 && before.kind === kind && before.unit === token.unit && (before.role === 'up' || before.role === 'down' || before.role === 'each');
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
    const part = { scope: subject.scope, kind, unit, sentence };
    if (joint !== '') {
      const opens = clause.opener === '';
      const found = this.repeatsList(joint, kind, sentence) ? null : wholeNamed(facts, whole?.scope ?? null, joint) ?? parentOf(facts, { ...part, opens, ofBalance: joint === '其中' && subject.measure === 'balance' });
      const parent = opens && OF_YEARS.test(lead) && !OF_YEARS.test(facts[found ?? -1]?.lead ?? '') ? null : found;
      // 7所学校，其中城关小学820万元: no amount is there that this one could be a part of.
      this.carry = { ...this.carry, joint: parent === null ? '' : joint, jointAt: at, opens, open: false, parent };
    } else if (this.carry.joint !== '' && this.carry.parent === null && this.carry.jointAt >= at - 1) {
      const parent = parentOf(facts, { ...part, opens: this.carry.opens, ofBalance: false });
      // 下达6个县，具体为：甲县4860万元、乙县3920万元: the first of them is no whole of the others.
      this.carry = { ...this.carry, parent: this.dividedAgain(parent), ...(parent === null ? { joint: '' } : {}) };
    }
    if (this.carry.parent === null) return;
    const above = facts[this.carry.parent];
    if ((kind === above?.kind || above?.kind !== 'count') && endsParts(this.carry, subject, above, at, lead)) this.carry = { ...this.carry, joint: '', parent: null, open: false, source: subject.measure === 'spending' && above !== undefined ? above.source : this.carry.source };
  }

  /** 按来源分，中央资金…、县级资金…；按用途分，…: the second list is of the whole as well, not of the last part. */
  private dividedAgain(parent: number | null): number | null {
    return parent !== null && /^按/.test(this.carry.joint) ? this.facts[parent]?.parent ?? parent : parent;
  }

  /** 标准分别为8000元、5000元、3300元，金额分别为12万元、145万元、817.08万元: one list behind another, no parts of its last figure. */
  private repeatsList(joint: string, kind: Fact['kind'], sentence: number): boolean {
    const last = this.facts.at(-1);
    return joint.startsWith('分别') && last?.kind === kind && last.sentence === sentence && last.parent === null && /^[、和及与]$/.test(last.lead);
  }

  private factOf(token: FigureToken, kind: Fact['kind'], { lead, tail, subject }: Around, clause: Clause, sentence: number, aside: boolean): Fact {
    const { base, facts, line } = this;
    const parent = this.partOf(subject, kind, token.unit, sentence);
    // Written out rather than spread: every figure of a report becomes one of these, in one shape.
    const { value, unit, scale, decimals } = quantityOf(token, kind, lead, line.declaredScale);
    const { words, scope, measure, source, year, yearSaid } = this.topicOf(subject, parent === null ? undefined : facts[parent], token.start);
    return {
      index: facts.length, line: line.at, start: token.start, end: token.end, kind, token, value, unit, scale, decimals,
      sentence, segment: base.segment + clause.segment, clause: base.clause + this.at, clauseStart: clause.start, clauseEnd: clause.end,
      lead, tail, words, scope, measure, source, year, yearSaid,
      role: this.goesOn(token, kind, lead) ? facts.at(-1)?.role ?? subject.role : subject.role, parent, joint: parent === null ? '' : this.carry.joint, aside,
    };
  }

  /** Index of the figure that one of these words is a part of; null where none is open for it. */
  private partOf({ role, scope }: Subject, kind: Fact['kind'], unit: string, sentence: number): number | null {
    const { parent } = this.carry;
    const whole = parent === null ? undefined : this.facts[parent];
    if (parent === null || role !== 'level' || kind !== whole?.kind || kind === 'count' && oneUnit(unit) !== oneUnit(whole.unit)) return null;
    return parentAbove(this.facts, scope, parent, sentence);
  }

  /** What the figure is about: by its own words, and where they leave it open, by those before them and by its whole. */
  private topicOf(subject: Subject, whole: Fact | undefined, start: number): Topic {
    const { carry, line, of } = this;
    const generic = isGeneric(subject.words);
    const inherits = this.inherits(subject, generic);
    const stated = measureFor(subject, inherits ? carry.measure : null, whole?.measure ?? carry.group);
    const scope = scopeIn(line, inherits ? (carry.scope ?? subject.scope) : subject.scope, subject.words, stated, of, !inherits);
    const year = subject.year ?? carry.year ?? this.lineYear;
    return {
      words: inherits && (subject.words === null || generic) ? carry.words ?? subject.words : subject.words,
      scope, measure: stated ?? spendingUnlessBudgeted(scope, line.plain.text, start),
      source: subject.source !== '' ? subject.source : inherits || generic ? carry.source : whole?.source ?? '',
      year: whole && !subject.year ? whole.year : yearOf(year, of.year), yearSaid: year !== null,
    };
  }

  /** Words without a name of their own speak of what was named before. */
  private inherits({ scope, words, measure }: Subject, generic: boolean): boolean {
    const { carry } = this;
    if (scope === null || words === null) return true;
    // 年末结余 behind the parts of a whole is left over of the whole, and 调整后预算 behind those of 追加200万元 is the whole's.
    const before = this.facts.at(-1);
    const ofWhole = (before?.parent ?? null) !== null && (measure === 'balance' || measure === 'carried-in' || measure === 'final-budget' && before?.measure === 'adjustment');
    return generic && !ofWhole && carry.scope !== null && carry.scope !== 'total' && carry.kind !== 'count';
  }
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
