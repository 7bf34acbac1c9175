// Names for runs of writes, and dates as the user's calendar has them.

/** Never given twice in one workbook: the time to the millisecond and a random tail, for two people at once. */
export function newRun(): string {
  return `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`;
}

/** The local date, ISO. */
export function localDate(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
