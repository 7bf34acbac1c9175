// 与上年持平 without figures beside it: what it is about, and the two figures it claims to be equal.
import type { Decimal } from '../../model/decimal';
import { sum } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid } from '../fact';
import type { Reading } from '../reading';
import type { Span } from '../report-rule';
import { clausesOf } from '../sentences';
import type { Scope } from '../subjects';
import { readSubject } from '../subjects';

interface Found {
  readonly value: Decimal;
  readonly facts: readonly Fact[];
}

export interface LevelSaid {
  readonly span: Span;
  /** The clause, as plain text. */
  readonly words: string;
  readonly what: string;
  readonly now: Found;
  readonly before: Found;
}

/** What a total is made of, where the report gives only its parts. */
const PARTS: Readonly<Partial<Record<Scope, readonly Scope[]>>> = { sangong: ['abroad', 'vehicle', 'reception'], basic: ['staff', 'public'], vehicle: ['vehicle-buying', 'vehicle-running'] };
const NAMES: Readonly<Partial<Record<Scope, string>>> = { total: '总额', basic: '基本支出', project: '项目支出', staff: '人员经费', public: '公用经费', sangong: '三公经费', abroad: '因公出国（境）费', vehicle: '公务用车购置及运行费', 'vehicle-buying': '公务用车购置费', 'vehicle-running': '公务用车运行维护费', reception: '公务接待费', meeting: '会议费', training: '培训费', employed: '在职人员', posts: '编制' };
const MOST_CLAUSE = 60;

export function scopeName(scope: Scope | null, words: string | null): string {
  return (scope === null ? undefined : NAMES[scope]) ?? words ?? '该数';
}

export function* levelsSaid(reading: Reading, level: RegExp, past: RegExp): Iterable<LevelSaid> {
  const known = new Map<string, Found | null>();
  const value = (scope: Scope, year: number): Found | null => {
    const key = `${scope} ${year}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const found = valueOf(reading, scope, year);
    known.set(key, found);
    return found;
  };
  for (const line of reading.lines) {
    const { text } = line.plain;
    if (!/持平|一致|相同|变化|增减/.test(text)) continue;
    let previous: { scope: Scope | null; words: string | null; sentence: number } = { scope: null, words: null, sentence: -1 };
    for (const clause of clausesOf(text)) {
      const words = text.slice(clause.start, Math.min(clause.end, clause.start + MOST_CLAUSE));
      const subject = readSubject(words.replace(/(?:与|和|同|比|较)(?:上年|去年|上一年|同期|20\d{2}年)[^]*$/, ''), '', false);
      const own = subject.scope !== null && subject.scope !== 'named' ? { scope: subject.scope, words: subject.words, sentence: clause.sentence } : null;
      const inherited = previous.sentence === clause.sentence ? previous : null;
      const about = own ?? inherited;
      if (own) previous = own;
      if (!level.test(words) || !past.test(words) || /预算.{0,6}(?:持平|一致)|不(?:一致|相同)/.test(words)) continue;
      const last = about ? undefined : reading.index.around(line.at, 0).filter((fact) => fact.start < clause.end && fact.role === 'level' && isSolid(fact)).at(-1);
      const near = about ?? (last ? { scope: last.scope, words: last.words } : null);
      if (!near || near.scope === null || near.scope === 'named') continue;
      const now = value(near.scope, reading.base);
      const before = value(near.scope, reading.base - 1);
      if (now && before) yield { span: { line: line.at, start: clause.start, end: clause.end }, words, what: scopeName(near.scope, near.words), now, before };
    }
  }
}

/** The spending of a scope in a year: said in one value only, or the sum of its parts. */
export function valueOf(reading: Reading, scope: Scope, year: number): Found | null {
  const found = reading.index.about(scope, year).filter((fact) => fact.kind === 'amount' && fact.role === 'level' && isSolid(fact) && fact.measure === 'spending');
  const first = found[0];
  if (first) return found.every(({ value }) => value.eq(first.value)) ? { value: first.value, facts: [first] } : null;
  const parts = PARTS[scope]?.map((part) => valueOf(reading, part, year)) ?? [];
  const known = parts.filter((part) => part !== null);
  return parts.length > 0 && known.length === parts.length ? { value: sum(known.map(({ value }) => value)), facts: known.flatMap(({ facts }) => facts) } : null;
}
