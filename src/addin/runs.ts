// Names for runs of writes.

/** Never given twice in one workbook: the time to the millisecond and a random tail, for two people at once. */
export function newRun(): string {
  return `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`;
}
