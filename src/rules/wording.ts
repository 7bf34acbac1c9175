// How numbers and cells are named in messages: as the table writes them, trimmed, never empty.
import type { Decimal } from '../model/decimal';
import { show } from '../model/decimal';
import type { Entry } from '../model/table';

/** Longer texts may be lists that break their lines between items. */
const WRAPPED = 40;

/** The cell's own words as written, on one line, "空白" when there are none. */
export function words(entry: Entry | null): string {
  if (!entry?.filled) return '空白';
  // 政策⏎知晓率: a narrow column wrapped by hand, no two words.
  const raw = entry.raw.length <= WRAPPED && entry.raw.includes('\n') ? entry.raw.replace(/(?<=[\u4e00-\u9fa5])\s*\n\s*(?=[\u4e00-\u9fa5])/g, '') : entry.raw;
  return raw.replace(/\s+/g, ' ').trim();
}

/** The cell's words cut to what fits into a sentence. */
export function excerpt(entry: Entry | null, length = 24): string {
  const text = words(entry);
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** 65.116… → "65.12%". */
export function percent(value: Decimal, decimals = 2): string {
  return `${value.toFixed(decimals)}%`;
}

/** Amounts and scores: as many digits as they have, at most four. */
export function amount(value: Decimal): string {
  return show(value, 4);
}

/** Points as written, or the figure alone where they stand in the name of their group: 满意度指标（10分） → 10. */
export function pointsWords(entry: Entry | null): string {
  return entry?.quantity && /[\u4e00-\u9fa5]/.test(entry.raw.replace(/分/g, '')) ? amount(entry.quantity.value) : words(entry);
}

/** 三级指标 names without the template's stars and brackets that only lengthen a sentence. */
export function indicatorName(entry: Entry): string {
  const name = words(entry).replace(/^★+/, '').replace(/[“”"]/g, '').trim();
  return name === '' ? '（未命名指标）' : name.length > 30 ? `${name.slice(0, 30)}…` : name;
}
