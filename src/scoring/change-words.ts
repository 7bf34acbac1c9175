// Targets told as a change, or for each of some: 较上年增长5% answered with 较上年增长4.1%, and 户均1000元 with 户均860元, are two figures under the same words.
import type { Indicator } from '../model/table';
import { readText } from '../reading/quantity';
import { compact, normalise } from '../reading/text';
import type { Direction } from './direction';

/** 提高到95% is a level, not a change. */
const CHANGE = /^(?:(?:较|比|同比|环比)(?:上一?年度?|去年|往年|年初|同期|上年同期|去年同期)?)?(?:(增长|增加|提高|提升|上升)|(下降|降低|减少|压减|压缩|缩短|节约|节省))了?(?![至到为])(.+)$/;

/** What is told for each of them, and what of them was reached: of either more is better. */
const EACH = /^((?:[户人亩村镇校班站场次月日年株]|学生|农户)均|每(?:个?[村镇乡户人亩校班站场]|学校|社区|乡镇|行政村)|覆盖|惠及|带动|受益)(?=[\d≥>不]|至少)(.+)$/;

interface Change {
  /** Which way it goes, or for what each is meant. */
  readonly words: string;
  readonly amount: string;
}

function changeIn(text: string): Change | null {
  const match = CHANGE.exec(compact(normalise(text)));
  return match ? { words: match[1] !== undefined ? 'rises' : 'falls', amount: match[3] ?? '' } : null;
}

function eachIn(text: string): Change | null {
  const [, words = '', amount = ''] = EACH.exec(compact(normalise(text))) ?? [];
  return words === '' ? null : { words, amount };
}

/** The line with the bare amounts of both, more of which is better; null unless target and actual tell a change in the same direction, or for each of the same. */
export function asAmounts(indicator: Indicator, direction: Direction): Indicator | null {
  const { targetEntry, actualEntry, target } = indicator;
  const [wantedText, gotText] = [targetEntry?.text ?? '', actualEntry?.text ?? ''];
  const change = changeIn(wantedText);
  const wanted = change ?? (direction === 'more' ? eachIn(wantedText) : null);
  const got = change ? changeIn(gotText) : eachIn(gotText);
  if (!wanted || got?.words !== wanted.words) return null;
  const [reading, actual] = [readText(wanted.amount), readText(got.amount)];
  if (reading.kind !== 'quantity' || actual.kind !== 'quantity') return null;
  const operator = reading.quantity.operator ?? target.operator ?? '>=';
  return { ...indicator, target: { ...target, reading, quantity: reading.quantity, operator }, actual, actualQuantity: actual.quantity };
}
