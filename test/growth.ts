// How work grows with its input: two sizes in one run, since what a machine takes by itself says little.

/** Between the two sizes. Work that grows with the input takes as many times as long, with the square of it 64 times. */
const TIMES = 8;
/** Far from both. */
const AT_MOST = 30;

/** Processor time of one run, in microseconds; never nothing. */
function spent(run: () => void): number {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return Math.max(1, user + system);
}

/** Runs the work on an eighth of its size and on all of it; fails where it grows much faster than its size. */
export function expectGrowthWithSize(size: number, run: (size: number) => void): void {
  // Once for the compiler, which would make the small run look slow.
  run(Math.ceil(size / TIMES / TIMES));
  const small = Math.max(spent(() => run(Math.ceil(size / TIMES))), LEAST);
  expect(spent(() => run(size)) / small).toBeLessThan(AT_MOST);
}

/** Below this the clock and the collector say more than the work. */
const LEAST = 20_000;
