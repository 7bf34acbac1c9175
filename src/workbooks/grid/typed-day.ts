// A day as it is written in Chinese: in Excel and WPS the entry becomes a date and looks as it was typed. Univer's own reading knows no such days.

const WRITTEN = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;
const MS = 86_400_000;
/** Excel counts a 29 February 1900 that never was: before it the count is one lower. */
const AFTER_THAT_DAY = 61;

export interface TypedDay {
  /** As Excel counts days, from 1900. */
  readonly serial: number;
  readonly numberFormat: string;
}

/**
 * 2024年5月6日, 2024年5月 (its first day), 5月6日 (of this year); null for all else, 5月 and days that no calendar has among it.
 * @param thisYear asked where the entry names none
 */
export function dayIn(text: string, thisYear: () => number): TypedDay | null {
  const match = WRITTEN.exec(text.trim());
  if (!match) return null;
  const [, writtenYear, writtenMonth, writtenDay] = match;
  if (writtenYear === undefined && writtenDay === undefined) return null;
  const [year, month, day] = [writtenYear === undefined ? thisYear() : Number(writtenYear), Number(writtenMonth), Number(writtenDay ?? 1)];
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const days = (date.getTime() - Date.UTC(1899, 11, 30)) / MS;
  return { serial: days < AFTER_THAT_DAY ? days - 1 : days, numberFormat: `${writtenYear === undefined ? '' : 'yyyy"年"'}m"月"${writtenDay === undefined ? '' : 'd"日"'}` };
}
