// One process that measures: `turns` prints milliseconds a file of several tasks over all files, pass after pass: the first is that of a fresh process, the last that of compiled code, since V8
// compiles anew for the first thousand files or two. `memory` prints what one task takes; `once` takes all files once and says nothing: its whole process is timed.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const [how, names, folder, bundle] = process.argv.slice(2);
const PASSES = 3;

/** Inflates every part. */
function unzip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  let at = view.getUint32(end + 16, true);
  const parts = new Map();
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const raw = bytes.subarray(start, start + size);
    parts.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), (view.getUint16(at + 10, true) === 8 ? inflateRawSync(raw) : raw).toString('utf8'));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text) => (text.includes('&') ? text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex, digits, name) => (name ? NAMED[name] ?? entity : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(digits)))) : text);
const texts = (xml) => {
  let text = '';
  for (const match of xml.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)) text += plain(match[1]);
  return text;
};
const columnOf = (letters) => {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + letters.charCodeAt(i) - 64;
  return column;
};

/**
 * The floor: inflating, and one regular-expression pass over the strings and each sheet, valid for any workbook with the usual prefixes, whoever wrote it: attributes in any order,
 * runs of rich text, inline strings, entities, formulas; every value is kept with its address, as a reader must. It checks nothing, and knows no style, merge or note.
 */
function floor(bytes) {
  const parts = unzip(bytes);
  const strings = [];
  for (const match of (parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si\b[^>]*?(?:\/>|>(.*?)<\/si>)/gs)) strings.push(texts((match[1] ?? '').replace(/<rPh\b.*?<\/rPh>/gs, '')));
  const cells = [];
  for (const [name, text] of parts) {
    if (!name.includes('worksheets/sheet')) continue;
    for (const match of text.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const inside = match[2];
      if (inside === undefined) continue;
      const address = /\br=["']([A-Z]+)(\d+)/.exec(match[1]);
      const type = /\bt=["'](\w+)/.exec(match[1])?.[1] ?? 'n';
      const stored = /<v\b[^>]*>([^<]*)<\/v>/.exec(inside)?.[1];
      const formula = /<f\b[^>]*>([^<]*)<\/f>/.exec(inside)?.[1];
      let value = null;
      if (type === 'inlineStr') value = texts(inside);
      else if (stored !== undefined) value = type === 's' ? strings[Number(stored)] : type === 'n' ? Number(stored) : plain(stored);
      if (address && value !== null) cells.push({ row: Number(address[2]), column: columnOf(address[1]), value, formula: formula === undefined ? null : plain(formula) });
    }
  }
  return cells.length;
}

/** The leanest pass: the same over these generated files only, in the one layout that they have; nothing is kept, values are but touched. No reader of other people's files can be this. */
function leanest(bytes) {
  const parts = unzip(bytes);
  const strings = [];
  for (const match of (parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)) strings.push(plain(match[1]));
  let values = 0;
  for (const [name, text] of parts) {
    if (!name.includes('worksheets/sheet')) continue;
    for (const match of text.matchAll(/<c\s([^>]*?)(?:\/>|>(?:<f[^>]*>([^<]*)<\/f>)?(?:<v>([^<]*)<\/v>)?<\/c>)/g)) {
      if (match[3] === undefined) continue;
      const value = match[1].includes('t="s"') ? strings[Number(match[3])] : match[1].includes('t="') ? plain(match[3]) : Number(match[3]);
      if (value !== '') values++;
    }
  }
  return values;
}

const called = { floor, leanest, ...(bundle === undefined ? {} : createRequire(import.meta.url)(bundle)) };
const files = readdirSync(folder).sort().map((name) => join(folder, name));
const heap = () => {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
};

/** Milliseconds a file by task and pass. Every file is taken by all tasks in turn, each beginning as often as the others, so that a machine that is slow for a while is slow for all of them. */
function turns(tasks) {
  return Array.from({ length: PASSES }, () => {
    const spent = Object.fromEntries(tasks.map((task) => [task, 0]));
    for (const [place, file] of files.entries()) {
      const bytes = readFileSync(file);
      for (let turn = 0; turn < tasks.length; turn++) {
        const task = tasks[(place + turn) % tasks.length];
        const start = performance.now();
        called[task](bytes);
        spent[task] += performance.now() - start;
      }
    }
    for (const task of tasks) spent[task] /= files.length;
    return spent;
  });
}

/** Memory of a process that does nothing else: at most, and of the heap after a quarter of the files and after all. */
function memory(task) {
  let quarter = 0;
  let result = 0;
  for (const [place, file] of files.entries()) {
    result += called[task](readFileSync(file));
    if (place === Math.floor(files.length / 4)) quarter = heap();
  }
  return { result, peak: process.resourceUsage().maxRSS * 1024, quarter, end: heap() };
}

if (how === 'once') for (const file of files) called[names](readFileSync(file));
else console.log(JSON.stringify(how === 'memory' ? memory(names) : turns(names.split(','))));
