// Targets told as a change: 较上年增长5% answered with 较上年增长4.1% are two figures under the same words.
import type { Indicator } from '../model/table';
import { readText } from '../reading/quantity';
import { compact, normalise } from '../reading/text';

/** 提高到95% is a level, not a change. */
const CHANGE = /^(?:(?:较|比|同比|环比)(?:上一?年度?|去年|往年|年初|同期|上年同期|去年同期)?)?(?:(增长|增加|提高|提升|上升)|(下降|降低|减少|压减|压缩|缩短|节约|节省))了?(?![至到为])(.+)$/;

interface Change {
  readonly rises: boolean;
  readonly amount: string;
}

function changeIn(text: string): Change | null {
  const match = CHANGE.exec(compact(normalise(text)));
  return match ? { rises: match[1] !== undefined, amount: match[3] ?? '' } : null;
}

/** The line with the bare amounts of both changes, more of which is better; null unless target and actual tell one in the same direction. */
export function asAmounts(indicator: Indicator): Indicator | null {
  const { targetEntry, actualEntry, target } = indicator;
  const [wanted, got] = [changeIn(targetEntry?.text ?? ''), changeIn(actualEntry?.text ?? '')];
  if (!wanted || got?.rises !== wanted.rises) return null;
  const [reading, actual] = [readText(wanted.amount), readText(got.amount)];
  if (reading.kind !== 'quantity' || actual.kind !== 'quantity') return null;
  const operator = reading.quantity.operator ?? target.operator ?? '>=';
  return { ...indicator, target: { ...target, reading, quantity: reading.quantity, operator }, actual, actualQuantity: actual.quantity };
}
