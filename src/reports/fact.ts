// A figure with what it is about, and how exact it means to be.
import type { Decimal } from '../model/decimal';
import { halfUnit, ZERO } from '../model/decimal';
import type { FigureKind } from '../model/report';
import type { FigureToken } from './figures';
import type { Measure, Role, Scope } from './subjects';

export interface Fact {
  /** Index among all facts of the report. */
  readonly index: number;
  /** Number of the line (`Line.at`). */
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

/** 比上年1357起, 较预算2万元: another figure is held against it. */
export function isComparedWith({ lead }: Fact): boolean {
  return /^(?:比|较|与|同)/.test(lead);
}

/** Half a unit of the last digit, in the base unit; whole numbers are meant exactly. */
export function slack(fact: Fact): Decimal {
  return fact.decimals === 0 ? ZERO : halfUnit(fact.decimals).times(fact.scale);
}

/** Half a unit of the last digit also of whole numbers: what a result may be off by. */
export function resultSlack(fact: Fact): Decimal {
  return halfUnit(fact.decimals).times(fact.scale);
}

/** A value in the unit and with the decimals of a figure: 153.99 of 153.99万元. */
export function asWritten(like: Fact, value: Decimal = like.value): string {
  return value.div(like.scale).toFixed(like.decimals);
}

/** Digits as written: what is long cannot be one slip from anything by chance. */
export function digitsOf(fact: Fact): number {
  return asWritten(fact).replace(/\D/g, '').length;
}
