// Lines that the unit did not use, of which a form offers several with points of their own: 经济效益 | 30, 社会效益 | 30 and 生态效益 | 30（可选项）, one of them filled in.
import { ZERO, decimal, near, sum, type Decimal } from '../model/decimal';
import type { Entry, FundBlock, Indicator, TotalRow } from '../model/table';

const TOLERANCE = decimal('0.01');

/** 不涉及 is an answer elsewhere: points are given for it. */
const NOT_CONCERNED = /^(?:本(?:年|年度|单位|项目))?(?:不涉及|未涉及|不考核|无需考核)$/;
const isUsed = (entry: Entry | null): boolean => entry?.filled === true && !entry.notApplicable && !NOT_CONCERNED.test(entry.text);

/** Points and nothing else, in a form that asks for a result and a score, or for scores alone. */
function isUnused({ weight, score, actualEntry, targetEntry }: Indicator): boolean {
  return weight?.quantity?.value.gt(0) === true && score !== null && (actualEntry !== null || targetEntry === null) && !isUsed(score) && !isUsed(actualEntry) && !isUsed(targetEntry);
}

/**
 * The lines as their points count: those of lines with nothing but points are not to be had where all other lines make the whole without them.
 * Blank lines of a whole that needs them were forgotten, and keep theirs.
 */
export function withoutUnusedPoints(indicators: readonly Indicator[], fund: FundBlock | null, total: TotalRow | null): readonly Indicator[] {
  const unused = new Set(indicators.filter(isUnused));
  if (unused.size === 0) return indicators;
  const used = weightsOf(indicators.filter((indicator) => !unused.has(indicator)));
  const whole = (total?.place === 'row' ? total.weight?.quantity?.value : null) ?? decimal(100);
  const execution = fund?.total?.weight?.quantity?.value ?? fund?.declaredWeight ?? ZERO;
  if (![used, used.plus(execution)].some((made) => made.gt(0) && near(made, whole, TOLERANCE))) return indicators;
  return indicators.map((indicator) => (unused.has(indicator) && indicator.weight ? { ...indicator, weight: { ...indicator.weight, quantity: null, notApplicable: true } } : indicator));
}

function weightsOf(indicators: readonly Indicator[]): Decimal {
  return sum(indicators.map(({ weight }) => weight?.quantity?.value ?? ZERO));
}
