// One measured task in a process of its own: prints milliseconds a file once the code is compiled (the runner takes the best of several rounds, since machines are busy), peak memory, and the heap after a quarter and after all files.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const [task, folder, bundle] = process.argv.slice(2);

const PLAIN = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
const plain = (text) => (text.includes('&') ? text.replace(/&\w+;/g, (entity) => PLAIN[entity] ?? entity) : text);

/** The floor, what no reader can do without: inflate every part, one regular-expression pass over each sheet and the strings, every value touched. */
function floor(bytes) {
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

const run = task === 'floor' ? floor : createRequire(import.meta.url)(bundle)[task];
const files = readdirSync(folder).sort().map((name) => join(folder, name));
const heap = () => {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
};
// Warm-up, not counted: a batch pays for compiling once, its thousands of files do not.
for (const file of files.slice(0, Math.min(300, files.length - 1))) run(readFileSync(file));
let quarter = 0;
let result = 0;
let spent = 0;
const used = () => performance.now();
for (let i = 0; i < files.length; i++) {
  const bytes = readFileSync(files[i]);
  const start = used();
  result += run(bytes);
  spent += used() - start;
  if (i === Math.floor(files.length / 4)) quarter = heap();
}
console.log(JSON.stringify({ ms: spent / files.length, result, peak: process.resourceUsage().maxRSS * 1024, quarter, end: heap() }));
