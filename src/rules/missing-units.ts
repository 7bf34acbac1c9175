// Units that indicator lines lack: 1 → 5 of what?
import type { Indicator, Table } from '../model/table';
import { cellsOf, filledIndicators } from './indicator-facts';
import type { MissingReport } from './missing-messages';
import { indicatorName, words } from './wording';

/** More lines than this are one habit of the unit, told once. */
const TOLD_ONE_BY_ONE = 3;

export function* missingUnits(table: Table): Iterable<MissingReport> {
  const found: MissingReport[] = [];
  for (const indicator of filledIndicators(table)) {
    const missing = withoutUnit(indicator);
    if (missing) found.push(missing);
  }
  const [first] = found;
  if (!first || namesUnitsAbove(table)) return;
  if (found.length > TOLD_ONE_BY_ONE) {
    yield { ...first, message: 'units', data: { ...first.data, count: String(found.length) }, cells: found.flatMap((one) => one.cells) };
  } else yield* found;
}

/** 单位：万元、公里 above the list: more than money is counted in what it names. 单位：某公司 names who fills in the form. */
function namesUnitsAbove({ entries, indicatorHeaders }: Table): boolean {
  const first = Object.values(indicatorHeaders)[0]?.row ?? 0;
  return entries.some(({ row, text }) => {
    const named = row < first && text.includes('单位') ? /(?:^|[^\u4e00-\u9fa5]|计量)单位[:：]([^\n]{2,24})$/.exec(text)?.[1] : undefined;
    const units = named?.split(/[、,，;；/\s]+/) ?? [];
    return units.length > 1 && units.every((unit) => COUNTED.test(unit)) && units.some((unit) => !unit.endsWith('元'));
  });
}

const COUNTED = /^(?:[亿万千百]?元|[亿万千]?(?:公里|千米|米|平方米|㎡|亩|公顷|人次|人|户|个|吨|座|处|件|次|台|套|辆|头|只|株))$/;

/** 1 → 5 of what? 100 is read as a share, rates and amounts of money name their unit themselves. */
function withoutUnit(indicator: Indicator): MissingReport | null {
  const { name, targetEntry, actualEntry, unitEntry, target, actual, weight } = indicator;
  if (!targetEntry || !actualEntry || unitEntry || target.reading.kind !== 'quantity' || actual.kind !== 'quantity') return null;
  // Anything written behind the number is its unit, or at least no bare number.
  if (target.reading.quantity.unit !== '' || ![targetEntry.text, actualEntry.text].every((text) => /^\d+(?:\.\d+)?$/.test(text)) || targetEntry.numberFormat.includes('%')) return null;
  const value = target.reading.quantity.value;
  // 2023.10 typed as a number: a month.
  if (/^20\d{2}\.\d{1,2}$/.test(targetEntry.text) && /时间|日期|时限|期限|年月|时效/.test(name.text)) return null;
  if (value.isZero() || value.eq(100) || value.lt(1) || (weight?.quantity?.value.eq(value) && !value.isInteger())) return null;
  if (/[率度数量额比]$|比例$|金额|资金|经费|成本|费用|[(（][^()（）]+[)）]$/.test(name.text)) return null;
  return {
    message: 'unit',
    data: { name: indicatorName(name), target: words(targetEntry), actual: words(actualEntry) },
    cells: cellsOf(targetEntry, actualEntry),
    expected: null,
    received: null,
    severity: 'verify',
  };
}
