// What a target and an actual say: operator, quantity, unit, deadline or words; completed from 指标性质 and 度量单位.
import type { Operator, Quantity, Reading } from '../model/quantity';
import type { Entry, Indicator, Target } from '../model/table';
import { mayBeYears } from './part-of-year';
import { inUnit, MOST_APART, plainUnit, plausible, readText, splitOperator } from './quantity';
import { compact, normalise } from './text';

/** Reads one cell; an exact number stays exact. */
export function readEntry(entry: Entry | null): Reading {
  if (!entry || !entry.filled || entry.notApplicable) return { kind: 'blank' };
  const { quantity } = entry;
  // What was read as a quantity once need not be read again; only 2004.01 may be a month as well, and it has no unit.
  if (quantity && (typeof entry.value === 'number' || quantity.unit !== '' || quantity.decimals === 0)) return { kind: 'quantity', quantity };
  return readText(entry.raw);
}

/** 覆盖24个村, 共培训268人次: what was done, before how much of it. */
const DONE = /^(?:全年|本年|年内)?(?:共计?|累计|合计|实际|均?已)*(?:覆盖|惠及|受益|服务|接待|培训|资助|救助|慰问|开展|举办|组织|演出|发放|印发|印制|购置|采购|安装|新建|建成|建设|改造|维修|修复|养护|种植|清淤|检查|巡查|受理|审结|办结){1,2}了?(?=\d)/;

/** The actual as readEntry reads it; with words before its figure as well, where that is counted in the very unit of the target. */
export function readActual(entry: Entry | null, { quantity }: Target): Reading {
  const reading = readEntry(entry);
  if (reading.kind !== 'mixed' || !quantity?.unit) return reading;
  const text = compact(normalise(entry?.raw ?? ''));
  const figure = DONE.test(text) ? readText(text.replace(DONE, '')) : reading;
  return figure.kind === 'quantity' && figure.quantity.operator === null && plainUnit(figure.quantity.unit) === plainUnit(quantity.unit) ? figure : reading;
}

const ONE_SIZE = 2;

const NATURES: readonly (readonly [RegExp, Operator])[] = [[/^正向|^越[大高多]越好|^(?:\(含\))?(?:及|或)?以上|^极大/, '>='], [/^(?:反向|负向|逆向)|^越[小低少]越好|^(?:\(含\))?(?:及|或)?(?:以[下内]|之内)|^极小/, '<=']];

const ABOUT = /^(?:左右|上下|大?约)/;

/** What a cell of such a column asks for: ≥, 大于等于, 正向; null where it tells no more than a kind. */
export function natureOperator(nature: Entry | null): Operator | null {
  if (!nature?.filled) return null;
  const text = compact(nature.text);
  for (const [pattern, operator] of NATURES) if (pattern.test(text)) return operator;
  return splitOperator(text).operator;
}

/** Signs in words (不低于, 大于等于), natures (定性, 正向) and kinds of indicators (数量类): what a column of signs holds as a rule. */
const SIGN_OR_NATURE = /定[性量]|[正反负逆]向|文字|描述|其他|[等大小高低多少]于|不[低高少多超]|以[上下内]|超过|达到|左右|类$|指标/;

/** True for 提高 or 有效降低 in the column of signs: a target in words, written one column too far to the left. */
function isTargetWord({ text, quantity }: Entry): boolean {
  return quantity === null && /^[\u4e00-\u9fa5]{2,12}$/.test(text) && !SIGN_OR_NATURE.test(text);
}

/** The cells that say what is wanted of an indicator; null where the form has no such column. */
type WantedCells = Pick<Indicator, 'nature' | 'targetEntry' | 'unitEntry'>;

/** The target, and its cells with each word in the place where it belongs. */
export function readWanted(cells: WantedCells, actual: Entry | null): { readonly cells: WantedCells; readonly target: Target } {
  const { nature, targetEntry, unitEntry } = cells;
  if (!targetEntry?.filled) {
    // 符号 says 文字描述: then the words stand in the column of units.
    if (unitEntry?.filled && /文字|描述|定性/.test(nature?.text ?? '')) return { cells: { nature, targetEntry: unitEntry, unitEntry: null }, target: readTarget(unitEntry, nature, null) };
    // 降低 in the column of signs, with the value left blank, is the target itself.
    if (actual?.filled && nature?.filled && isTargetWord(nature)) return { cells: { nature: targetEntry, targetEntry: nature, unitEntry }, target: readTarget(nature, null, null) };
  }
  return { cells, target: readTarget(targetEntry, nature, unitEntry) };
}

/** Reads a target from its cell, its 指标性质 and its 度量单位; columns that the form lacks are null. */
export function readTarget(entry: Entry | null, nature: Entry | null, unit: Entry | null): Target {
  const reading = readEntry(entry);
  const given = reading.kind === 'quantity' ? inUnit(reading.quantity, unit?.text ?? '') : null;
  // 左右 | 100 | 公里 is 100公里左右, which 98公里 answers.
  const quantity = given && ABOUT.test(nature?.text ?? '') ? { ...given, unit: `${given.unit}左右` } : given;
  const stated = natureOperator(nature);
  const operator = (reading.kind === 'quantity' ? reading.quantity.operator : reading.kind === 'date' ? reading.operator : null) ?? stated;
  const qualitative = reading.kind === 'words' || (nature?.filled === true && /定性/.test(nature.text) && quantity === null);
  const asGiven = reading.kind === 'quantity' && reading.quantity === quantity;
  return { reading: quantity && !asGiven ? { kind: 'quantity', quantity } : reading, operator, qualitative, quantity };
}

/**
 * 19000 against 2 in a column of 万人 are people, and so is a target of 20000 that 1.9 answers. A limit of 80万元 that 300000 would pass ten thousand times over
 * was kept; that 800 should fall short of 1万元, and not pass it by far, is only believed where the bare figure is of the same size.
 */
function slips(written: Quantity, own: Quantity, { quantity, operator }: Target): boolean {
  if (!quantity || plausible(own.value, quantity.value)) return false;
  const limit = operator === '<=' || operator === '<';
  return plausible(written.value, quantity.value, limit ? MOST_APART : ONE_SIZE) || plausible(own.value, quantity.value.div(quantity.scale));
}

/** The actual in the target's unit; null when it writes no unit and either reading would be a guess. */
export function actualQuantity(actual: Reading, target: Target, unit: Entry | null): Quantity | null {
  if (actual.kind !== 'quantity') return null;
  const own = inUnit(actual.quantity, unit?.text ?? '');
  const wanted = target.quantity;
  // A share written 1 against 100% may be 100% or 1%, in a column of % as well: a cell that lost its percent format shows 1. 2.5 against 2万人次 may be 25000 or 2.5.
  if (wanted && actual.quantity.unit === '' && plainUnit(wanted.unit) === '%' && own.value.lte(1) && wanted.value.gt(1)) return null;
  if (wanted && actual.quantity.unit === '' && mayBeYears(own.value, wanted)) return null;
  if (wanted && own.scale > actual.quantity.scale && slips(actual.quantity, own, target)) return null;
  if (!wanted || own.unit !== '' || wanted.unit === '') return own;
  if (wanted.scale > 1 && own.value.lt(wanted.value.div(100))) return null;
  return { ...own, unit: wanted.unit };
}
