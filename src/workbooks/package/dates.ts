// ISO dates of t="d" cells as the day counts that Excel keeps.

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/;
const DAY = 86_400_000;

/** '2022-12-31' or '2022-12-31T08:30:00' → days since 1899-12-30 (or 1904-01-01); null when it is no such date. */
export function dateSerial(text: string, date1904: boolean): number | null {
  const match = ISO.exec(text.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1, 6).map((part) => Number(part ?? 0));
  const second = Number(match[6] ?? 0);
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const serial = (Date.UTC(year, month - 1, day) - epoch) / DAY + (hour * 3600 + minute * 60 + second) / 86_400;
  // Excel's 1900 counts a 29 February that never was; before it the count is one lower.
  return !date1904 && serial < 61 ? serial - 1 : serial;
}
