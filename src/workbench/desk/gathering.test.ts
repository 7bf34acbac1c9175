import { strToU8, zipSync } from 'fflate';
import { wordsIn } from '../catalogue';
import { entriesOfInput, entryOfDropped, entryOfFile, entryOfHandle } from './entries';
import { gather, type Entry, type FolderEntry } from './gathering';

const file = (name: string, text = name): File => new File([text], name);
const folder = (name: string, ...inside: readonly Entry[]): FolderEntry => ({ name, kind: 'folder', entries: () => Promise.resolve(inside) });
const paths = async (...entries: readonly Entry[]): Promise<readonly string[]> => (await gather(entries)).files.map(({ path }) => path);

test('a folder that comes alone is the root of the paths, walked as the command line walks it', async () => {
  const root = folder('2023', entryOfFile(file('b.xlsx')), entryOfFile(file('a.xls')), entryOfFile(file('~$a.xls')), entryOfFile(file('x.txt')), folder('.hidden', entryOfFile(file('c.xlsx'))), folder('下属', entryOfFile(file('d.et'))));
  expect(await paths(root)).toEqual(['a.xls', 'b.xlsx', '下属/d.et']);
  expect((await gather([root])).name).toBe('2023');
  expect(wordsIn('zh-CN', (await gather([entryOfFile(file('b.xlsx')), root, entryOfFile(file('旧.jsonl'))])).name)).toBe('b.xlsx 等 2 项');
});

test('Word reports come along where they speak of reports or lie beside workbooks, in folders and zips alike', async () => {
  const names = ['2023/自评报告.docx', '2023/说明.docx', '甲/a.xlsx', '甲/甲局.docx', '甲/填报通知.docx'];
  const inside = (top: string): readonly Entry[] => names.filter((name) => name.startsWith(top)).map((name) => entryOfFile(file(name.slice(top.length + 1))));
  const zip = new File([zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))], 'x.zip');
  const expected = ['2023/自评报告.docx', '甲/a.xlsx', '甲/甲局.docx'];
  expect(await paths(folder('x', folder('2023', ...inside('2023')), folder('甲', ...inside('甲'))))).toEqual(expected);
  expect(await paths(entryOfFile(zip))).toEqual(expected);
});

test('a summary beside the list that it was made of is none of a unit’s, in folders, in zips and loose', async () => {
  const names = ['甲/a.xlsx', '甲/汇总.xlsx', '结果/results.jsonl', '结果/汇总.xlsx'];
  const inside = (top: string): readonly Entry[] => names.filter((name) => name.startsWith(top)).map((name) => entryOfFile(file(name.slice(top.length + 1))));
  const zip = new File([zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))], 'x.zip');
  expect(await paths(folder('x', folder('甲', ...inside('甲')), folder('结果', ...inside('结果'))))).toEqual(['甲/a.xlsx', '甲/汇总.xlsx']);
  expect(await paths(entryOfFile(zip))).toEqual(['甲/a.xlsx', '甲/汇总.xlsx']);
  expect(await gather(inside('结果'))).toMatchObject({ files: [], lists: [{ name: 'results.jsonl' }], others: [['.xlsx', 1]] });
});

test('several folders keep their names, and files beside them come along', async () => {
  expect(await paths(folder('甲', entryOfFile(file('a.xlsx'))), folder('乙', entryOfFile(file('a.xlsx'))), entryOfFile(file('z.xlsx')))).toEqual(['z.xlsx', '乙/a.xlsx', '甲/a.xlsx'].sort());
});

test('a zip alone is a folder; a broken one is told, has its line among others, and costs nothing else', async () => {
  const zip = new File([zipSync({ 'x/a.xlsx': strToU8('x') })], '报送.zip');
  expect(await paths(entryOfFile(zip))).toEqual(['x/a.xlsx']);
  const both = await gather([entryOfFile(zip), entryOfFile(file('坏.zip'))]);
  expect(both.files.map(({ path, problem }) => [path, problem])).toEqual([['坏.zip', expect.stringMatching(/^这不是完整的 zip 压缩包.*。$/)], ['报送/x/a.xlsx', null]]);
  expect(both.problems).toEqual([]);
  expect(await gather([entryOfFile(file('坏.zip'))])).toMatchObject({ files: [], problems: [expect.stringMatching(/^“坏\.zip”：.*。$/)] });
});

test('files that nobody looks at are counted by their endings, in folders, in zips and beside them', async () => {
  const zip = new File([zipSync({ 'x/a.xlsx': strToU8('x'), 'x/照片.JPG': strToU8('x'), 'x/.hidden': strToU8('x'), 'x/填报通知.docx': strToU8('x') })], '报送.zip');
  const { others } = await gather([entryOfFile(zip), folder('甲', entryOfFile(file('b.png')), entryOfFile(file('c.pdf')), entryOfFile(file('内.zip'))), ...['d.pdf', 'README', 'e.xlsx', '~$e.xlsx'].map((name) => entryOfFile(file(name)))]);
  expect(others).toEqual([['.pdf', 2], ['', 1], ['.docx', 1], ['.jpg', 1], ['.png', 1], ['.zip', 1]]);
});

test('a saved list that cannot be read is told', async () => {
  const gone: Entry = { name: 'results.jsonl', kind: 'file', handle: null, file: () => Promise.reject(new DOMException('', 'NotFoundError')) };
  expect(await gather([gone])).toMatchObject({ files: [], lists: [], problems: [expect.stringMatching(/^“results\.jsonl”：找不到这个文件/)] });
});

test('saved lists are told apart from what they are lists of', async () => {
  const gathered = await gather([entryOfFile(file('results.jsonl')), folder('2023', entryOfFile(file('a.xlsx')))]);
  expect([gathered.lists.map(({ name }) => name), gathered.files.map(({ path }) => path), gathered.name]).toEqual([['results.jsonl'], ['a.xlsx'], '2023']);
});

test('a folder or file that cannot be read has its line with a sentence', async () => {
  const locked: Entry = { name: '锁', kind: 'folder', entries: () => Promise.reject(new DOMException('', 'NotAllowedError')) };
  const gone: Entry = { name: 'a.xlsx', kind: 'file', handle: null, file: () => Promise.reject(new DOMException('', 'NotFoundError')) };
  expect((await gather([folder('2023', locked, gone)])).files.map(({ path, problem }) => [path, problem])).toEqual([['a.xlsx', '找不到这个文件或文件夹，请检查路径和文件名。'], ['锁', '没有权限读写，请检查文件或文件夹的权限。']]);
  expect(await gather([locked])).toMatchObject({ files: [], problems: ['没有权限读写，请检查文件或文件夹的权限。'] });
});

test('two files of one path are both kept', async () => {
  const zip = new File([zipSync({ '/a.xlsx': strToU8('1'), 'a.xlsx': strToU8('2') })], 'x.zip');
  expect(await paths(entryOfFile(zip))).toEqual(['a.xlsx', 'a（2）.xlsx']);
});

test('a folder from an input, from handles and from a drop are the same', async () => {
  const flat = [['2023/a.xlsx', 'a.xlsx'], ['2023/下属/b.xlsx', 'b.xlsx']].map(([path = '', name = '']) => Object.defineProperty(file(name), 'webkitRelativePath', { value: path }));
  const fileHandle = (name: string) => ({ kind: 'file', name, getFile: () => Promise.resolve(file(name)) });
  const folderHandle = (name: string, ...inside: readonly unknown[]) => ({ kind: 'directory', name, values: async function* () { await Promise.resolve(); yield* inside; } });
  const dropped = (name: string) => ({ isFile: true, name, file: (done: (one: File) => void) => done(file(name)) });
  const droppedFolder = (name: string, ...inside: readonly unknown[]) => ({
    isFile: false, isDirectory: true, name,
    // As browsers do: some at a time, until there are none.
    createReader: () => { const left = [...inside]; return { readEntries: (done: (some: readonly unknown[]) => void) => done(left.splice(0, 1)) }; },
  });
  const ways: readonly (readonly Entry[])[] = [
    entriesOfInput(flat),
    [entryOfHandle(folderHandle('2023', fileHandle('a.xlsx'), folderHandle('下属', fileHandle('b.xlsx'))) as unknown as FileSystemHandle)],
    [entryOfDropped(droppedFolder('2023', dropped('a.xlsx'), droppedFolder('下属', dropped('b.xlsx'))) as unknown as FileSystemEntry)],
  ];
  for (const entries of ways) expect(await paths(...entries)).toEqual(['a.xlsx', '下属/b.xlsx']);
  expect((await gather(ways[1] ?? [])).files.every(({ handle }) => handle !== null)).toBe(true);
});
