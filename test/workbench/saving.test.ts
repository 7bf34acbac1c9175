/** @jest-environment jsdom */
import './jsdom-gaps';
import { isSamePlace, openableOf } from '../../src/workbench/openable';
import { browserPicker } from '../../src/workbench/picking';
import { saveInBrowser } from '../../src/workbench/saving';
import type { InPlace } from '../../src/workbench/services';
import { bytesOf } from './fakes';

interface Disk {
  modified: number;
  written: Uint8Array[];
  permission: PermissionState;
  broken: boolean;
  /** The page may no longer look at it. */
  lost: boolean;
}

function handleOn(disk: Disk) {
  return {
    kind: 'file', disk,
    isSameEntry: (other: { readonly disk: Disk }) => (disk.lost ? Promise.reject(new DOMException('', 'NotAllowedError')) : Promise.resolve(other.disk === disk)),
    getFile: () => Promise.resolve({ name: '自评表.xlsx', size: 3, lastModified: disk.modified, arrayBuffer: () => Promise.resolve(new ArrayBuffer(3)) }),
    queryPermission: () => Promise.resolve('prompt'),
    requestPermission: () => Promise.resolve(disk.permission),
    createWritable: () => (disk.broken ? Promise.reject(new Error('in use')) : Promise.resolve({
      write: (bytes: Uint8Array) => Promise.resolve(void disk.written.push(bytes)),
      close: () => Promise.resolve(void disk.modified++),
    })),
  };
}

async function placeOn(disk: Disk): Promise<InPlace> {
  Object.assign(window, { showOpenFilePicker: () => Promise.resolve([handleOn(disk)]) });
  const [entry] = (await browserPicker()?.()) ?? [];
  const file = entry?.kind === 'file' ? await openableOf(entry) : null;
  await file?.read();
  if (!file?.place) throw new Error('the picked file has no place');
  return file.place;
}

const disk = (change: Partial<Disk> = {}): Disk => ({ modified: 1, written: [], permission: 'granted', broken: false, lost: false, ...change });
const downloads: string[] = [];
beforeEach(() => {
  downloads.length = 0;
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    downloads.push(this.download);
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(window, 'showOpenFilePicker');
});

test('without a place a file is downloaded under its name, and the page is left as it was', async () => {
  expect(await saveInBrowser({ name: '自评表.xlsx', bytes: bytesOf('x'), place: null })).toEqual({ ok: true, how: 'download', because: null });
  expect(downloads).toEqual(['自评表.xlsx']);
  expect(document.querySelector('a')).toBeNull();
});

test('a picked file is written in its place, a second time as well', async () => {
  const here = disk();
  const place = await placeOn(here);
  for (const text of ['one', 'two']) expect(await saveInBrowser({ name: '自评表.xlsx', bytes: bytesOf(text), place })).toEqual({ ok: true, how: 'in-place' });
  expect(here.written.map((bytes) => new TextDecoder().decode(bytes))).toEqual(['one', 'two']);
  expect(downloads).toEqual([]);
});

test('a file that another program changed meanwhile is never overwritten', async () => {
  const here = disk();
  const place = await placeOn(here);
  here.modified = 99;
  expect(await saveInBrowser({ name: '自评表.xlsx', bytes: bytesOf('x'), place })).toEqual({ ok: true, how: 'download', because: 'changed' });
  expect(here.written).toEqual([]);
  expect(downloads).toEqual(['自评表.xlsx']);
});

test('a refusal and a failure end in a download that says why', async () => {
  expect(await saveInBrowser({ name: 'a.xlsx', bytes: bytesOf('x'), place: await placeOn(disk({ permission: 'denied' })) })).toEqual({ ok: true, how: 'download', because: 'denied' });
  expect(await saveInBrowser({ name: 'a.xlsx', bytes: bytesOf('x'), place: await placeOn(disk({ broken: true })) })).toEqual({ ok: true, how: 'download', because: 'failed' });
});

test('where even the download fails it is said', async () => {
  URL.createObjectURL = () => {
    throw new Error('no blobs here');
  };
  expect(await saveInBrowser({ name: 'a.xlsx', bytes: bytesOf('x'), place: null })).toEqual({ ok: false });
});

test('cancelling the picker picks nothing, and a browser without one says so', async () => {
  expect(browserPicker()).toBeNull();
  Object.assign(window, { showOpenFilePicker: () => Promise.reject(new DOMException('', 'AbortError')) });
  expect(await browserPicker()?.()).toEqual([]);
});

test('the same file picked twice is known to be one, another of its name is not', async () => {
  const [here, there] = [disk(), disk()];
  const [one, again, other] = [await placeOn(here), await placeOn(here), await placeOn(there)];
  expect(await isSamePlace(one, again)).toBe(true);
  expect(await isSamePlace(one, other)).toBe(false);
  here.lost = true;
  expect(await isSamePlace(one, again)).toBe(false);
});
