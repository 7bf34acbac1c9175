import { NO_HOUSE_RULES } from '../review/options-for';
import { FileList } from './file-list';
import type { FileVerdict, InPlace, OpenableFile } from './services';
import { INITIAL_STATE, reduce } from './workbench-state';

const VERDICT: FileVerdict = { status: 'checked', verdict: 'clean', errors: 0, verify: 0, tables: 1, reason: null };
const file = (name: string, text = name): OpenableFile => ({ name, size: text.length, place: null, read: () => Promise.resolve(new TextEncoder().encode(text)) });

function list(judge: (name: string) => FileVerdict = () => VERDICT) {
  const judged: string[] = [];
  let state = INITIAL_STATE;
  let ids = 0;
  const files = new FileList({ newId: () => `f${++ids}`, judge: ({ name, bytes }) => {
    judged.push(`${name}: ${new TextDecoder().decode(bytes)}`);
    return Promise.resolve(judge(name));
  } }, (action) => (state = reduce(state, action)), () => Promise.resolve(NO_HOUSE_RULES));
  return { files, judged, listed: () => state.listed };
}

test('a single file is not judged: the pane does that', async () => {
  const { files, judged } = list();
  await files.add([file('甲')]);
  await files.judge();
  expect(judged).toEqual([]);
});

test('files are judged in their order; one that cannot be read does not stop the others', async () => {
  const { files, judged, listed } = list();
  await files.add([file('甲'), { ...file('乙'), read: () => Promise.reject(new Error('gone')) }, file('丙')]);
  await files.judge();
  expect(judged).toEqual(['甲: 甲', '丙: 丙']);
  expect(listed().map(({ progress, verdict }) => [progress, verdict?.status])).toEqual([['judged', 'checked'], ['judged', 'unreadable'], ['judged', 'checked']]);
});

test('a file that is too large to be opened is not read for its verdict either', async () => {
  const { files, judged, listed } = list();
  await files.add([file('甲'), { ...file('大'), size: 300 * 2 ** 20 }]);
  await files.judge();
  expect(judged).toEqual(['甲: 甲']);
  expect(listed()[1]?.verdict).toMatchObject({ status: 'unreadable', reason: expect.stringMatching(/超过 256 MB/) as string });
});

test('a file that is listed already keeps its line, and is read and judged anew', async () => {
  const { files, judged, listed } = list();
  const [first] = await files.add([file('甲'), file('乙')]);
  await files.judge();
  const again = { ...file('甲'), read: () => Promise.resolve(new TextEncoder().encode('改')) };
  expect(await files.add([again, file('甲', 'other size')])).toEqual([first, 'f3']);
  expect(listed()).toHaveLength(3);
  expect(files.fileOf(first ?? '')).toBe(again);
  await files.judge();
  expect(judged).toEqual(['甲: 甲', '乙: 乙', '甲: 改', '甲: other size']);
});

test('a file of the disk keeps its line whatever its size has become; another of the same name has its own', async () => {
  const { files } = list();
  const place = (): InPlace => ({ write: () => Promise.resolve('written') });
  const [here, there] = [place(), place()];
  const [first, second] = await files.add([{ ...file('甲'), place: here }, { ...file('甲'), place: there }]);
  expect(second).not.toBe(first);
  expect(await files.add([{ ...file('甲', 'corrected elsewhere'), place: here }])).toEqual([first]);
  expect(await files.add([{ ...file('甲', 'corrected too'), place: there }])).toEqual([second]);
});

test('what was saved is judged again, and opened again as it was saved', async () => {
  const { files, judged } = list();
  const [first = ''] = await files.add([file('甲'), file('乙')]);
  await files.judge();
  files.saved(first, new TextEncoder().encode('saved'));
  await files.judge();
  expect(judged).toEqual(['甲: 甲', '乙: 乙', '甲: saved']);
  // The bytes of one reading are handed over; the next reading has its own.
  const [once, twice] = [await files.fileOf(first)?.read(), await files.fileOf(first)?.read()];
  expect(once).toEqual(twice);
  expect(once?.buffer).not.toBe(twice?.buffer);
});
