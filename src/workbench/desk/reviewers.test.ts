import type { ReviewTask, TaskDone } from './review-task';
import { runReviewers, type Reviewer } from './reviewers';

const task = (file: string): ReviewTask => ({ file, whereabouts: { kind: 'file', file: new Blob() }, known: null });
const answer = (file: string): TaskDone => ({ line: `line of ${file}`, verdict: 'clean' });

function workers(behave: (file: string, worker: number) => Promise<TaskDone>) {
  const ended: number[] = [];
  let started = 0;
  const start = (): Reviewer => {
    const worker = ++started;
    return { review: ({ file }) => behave(file, worker), end: () => void ended.push(worker) };
  };
  return { start, ended, started: () => started };
}

async function run(names: readonly string[], behave: (file: string, worker: number) => Promise<TaskDone>, { jobs = 1, timeLimit = 60_000, signal = new AbortController().signal } = {}) {
  const pool = workers(behave);
  const done: string[] = [];
  const lost: string[] = [];
  await runReviewers(names.map(task), { start: pool.start, jobs, timeLimit, signal }, { done: ({ file }, came) => void done.push(`${file}: ${came?.line ?? 'known'}`), lost: ({ file }, why) => void lost.push(`${file}: ${why}`) });
  return { done, lost, ended: pool.ended, started: pool.started() };
}

test('every file is done once, and the workers end', async () => {
  const { done, lost, ended, started } = await run(['甲', '乙', '丙'], (file) => Promise.resolve(file === '乙' ? null : answer(file)), { jobs: 2 });
  expect([[...done].sort(), lost, started, [...ended].sort()]).toEqual([['丙: line of 丙', '乙: known', '甲: line of 甲'].sort(), [], 2, [1, 2]]);
});

test('a worker that hangs is ended after the limit and replaced; the file is lost, the others are not', async () => {
  const { done, lost, ended, started } = await run(['甲', '挂', '乙'], (file) => (file === '挂' ? new Promise(() => undefined) : Promise.resolve(answer(file))), { timeLimit: 20 });
  expect([done, lost, started, ended]).toEqual([['甲: line of 甲', '乙: line of 乙'], ['挂: time'], 2, [1, 2]]);
});

test('a file on which two workers die is lost; one that dies for another reason is not', async () => {
  const seen: string[] = [];
  const { done, lost, started } = await run(['死', '偶然', '乙'], (file, worker) => {
    seen.push(`${file} ${worker}`);
    return file === '死' || (file === '偶然' && seen.filter((one) => one.startsWith('偶然')).length === 1) ? Promise.reject(new Error('out of memory')) : Promise.resolve(answer(file));
  });
  expect([done, lost]).toEqual([['偶然: line of 偶然', '乙: line of 乙'], ['死: crash']]);
  expect(started).toBe(4);
});

test('stopping ends the workers at once and leaves the rest undone', async () => {
  const stopping = new AbortController();
  const { done, lost, ended } = await run(['甲', '乙', '丙'], (file) => {
    if (file !== '乙') return Promise.resolve(answer(file));
    stopping.abort();
    return new Promise(() => undefined);
  }, { signal: stopping.signal });
  expect([done, lost, ended]).toEqual([['甲: line of 甲'], [], [1]]);
});

test('nothing to do starts no worker', async () => {
  expect((await run([], () => Promise.reject(new Error('asked')), { jobs: 4 })).started).toBe(0);
});
