// A folder as no bureau hopes for: generated workbooks with thirty hostile and twenty unreadable files among them, in sub folders of units.
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { makeParts, makeWorkbook, zipParts } from '../make-workbook';
import * as hostile from './hostile-files';

const SHEET = 'xl/worksheets/sheet1.xml';
const BOOK = { sheets: [{ name: '自评表', rows: [['项目名称', '道路养护'], ['得分', 98.5]] }] };

function withSheet(change: (xml: string) => string): Uint8Array {
  const parts = makeParts(BOOK);
  return zipParts({ ...parts, [SHEET]: change(parts[SHEET] ?? '') });
}

const rows = (of: (row: number) => string, from = 10, count = 2000): Uint8Array => withSheet((xml) => xml.replace('</sheetData>', `${Array.from({ length: count }, (_, at) => `<row r="${at + from}">${of(at + from)}</row>`).join('')}</sheetData>`));

/** One bit of a checksum in the directory and in front of the data is wrong: what inflates is not what was put in. */
function wrongChecksum(): Uint8Array {
  const bytes = makeWorkbook(BOOK).slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50 || signature === 0x04034b50) bytes[at + (signature === 0x02014b50 ? 16 : 14)] = (bytes[at + (signature === 0x02014b50 ? 16 : 14)] ?? 0) ^ 1;
  }
  return bytes;
}

/** All entries of the directory lead to the same bytes, as bombs without nesting have it. */
function overlapping(): Uint8Array {
  const bytes = makeWorkbook(BOOK).slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 42, 0, true);
  return bytes;
}

function flagged(bit: number): Uint8Array {
  const bytes = makeWorkbook(BOOK).slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | bit, true);
    if (signature === 0x04034b50) view.setUint16(at + 6, view.getUint16(at + 6, true) | bit, true);
  }
  return bytes;
}

function compoundWith(stream: string): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((letter, at) => (bytes[1024 + at * 2] = letter.charCodeAt(0)));
  return bytes;
}

const random = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (Math.imul(at + 7, 2654435761) >>> 13) & 255);

/** Thirty, each of another kind; whatever comes of them, they are answered and cost nobody else. */
export const HOSTILE: readonly (readonly [string, () => Uint8Array])[] = [
  ['压缩炸弹.xlsx', hostile.declaredBomb], ['谎报大小.xlsx', hostile.lyingBomb], ['实体膨胀.xlsx', hostile.entityBomb], ['未知实体.xlsx', hostile.unknownEntity], ['深层嵌套.xlsx', hostile.deepXml],
  ['五万属性.xlsx', hostile.manyAttributes], ['半截标签.xlsx', hostile.cutXml], ['坏字节.xlsx', hostile.flippedByte], ['最远单元格.xlsx', hostile.farCell], ['整表合并.xlsx', hostile.wholeSheetMerge],
  ['处处数组公式.xlsx', hostile.arraysEverywhere], ['两百张表.xlsx', hostile.manySheets], ['原型.xlsx', hostile.prototypeSheet], ['无样式.xlsx', hostile.withoutStyles], ['无字符串.xlsx', hostile.withoutStrings], ['缺表.xlsx', hostile.withoutSheet],
  ['校验和不对.xlsx', wrongChecksum], ['条目重叠.xlsx', overlapping],
  ['压缩包套压缩包.xlsx', () => zipSync({ 'a.xlsx': makeWorkbook(BOOK), 'b.xlsx': makeWorkbook(BOOK) })],
  ['路径逃逸.xlsx', () => zipParts({ ...makeParts(BOOK), '../../../../tmp/biaoli-escaped.txt': 'escaped', '/etc/biaoli-escaped': 'escaped' })],
  ['循环公式.xlsx', () => rows((row) => `<c r="A${row}"><f>A${row === 2009 ? 10 : row + 1}+A${row}</f><v>1</v></c>`)],
  ['公式无尽.xlsx', () => rows((row) => `<c r="A${row}"><f>${'('.repeat(4000)}1${')'.repeat(4000)}</f><v>1</v></c>`, 10, 200)],
  ['公式极长.xlsx', () => rows((row) => `<c r="A${row}"><f>${'SUM(A1:A9)+'.repeat(20_000)}1</f><v>1</v></c>`, 10, 10)],
  ['尺寸谎报.xlsx', () => withSheet((xml) => xml.replace(/<dimension[^>]*\/>/, '').replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>'))],
  ['重叠合并.xlsx', () => withSheet((xml) => xml.replace('</sheetData>', `</sheetData><mergeCells>${Array.from({ length: 5000 }, (_, at) => `<mergeCell ref="A1:XFD${at + 2}"/>`).join('')}</mergeCells>`))],
  ['行号倒退.xlsx', () => rows((row) => `<c r="A${3000 - row}"><v>1</v></c><c r="Z99999999"><v>1</v></c>`)],
  ['一格五百万字.xlsx', () => makeWorkbook({ sheets: [{ name: '自评表', rows: [['项目名称', '长'.repeat(5_000_000)], ['得分', 1]] }] })],
  ['控制字符.xlsx', () => makeWorkbook({ sheets: [{ name: '自评表', rows: [['项目名称', '=cmd|\' /C calc\'!A0\u202e甲\u200b乙'], ['得分', '+1+1']] }] })],
  ['名字里有\n换行.xlsx', () => makeWorkbook(BOOK)],
  [`${'长'.repeat(80)}.xlsx`, () => makeWorkbook(BOOK)],
];

/** Twenty that no reader of workbooks can read; a text is where a link leads. */
export const UNREADABLE: readonly (readonly [string, () => Uint8Array | string])[] = [
  ['空.xlsx', () => new Uint8Array(0)], ['全零.xlsx', () => new Uint8Array(5000)], ['网页.xlsx', hostile.html], ['文本.xlsx', hostile.csv], ['乱码.xlsx', () => random(9999)], ['乱码.xls', () => random(8192)],
  ['文档.xlsx', () => strToU8('%PDF-1.7\n%âãÏÓ\n')], ['半个文件.xlsx', hostile.truncated], ['有密码.xlsx', hostile.withPassword], ['报告.xlsx', hostile.wordDocument], ['幻灯.xlsx', hostile.slides], ['二进制.xlsx', hostile.binaryWorkbook],
  ['旧格式断了.xls', hostile.brokenOldWorkbook], ['旧版文档.xls', () => compoundWith('WordDocument')], ['压缩加密.xlsx', () => flagged(1)],
  ['图片.xlsx', () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1])], ['gzip.xlsx', () => gzipSync(makeWorkbook(BOOK))],
  // Links that lead nowhere, to themselves and to what never ends.
  ['断了的链接.xlsx', () => '没有这个文件.xlsx'], ['绕圈的链接.xlsx', () => '绕圈的链接.xlsx'], ['设备.xlsx', () => '/dev/zero'],
];

/** Paths below the folder of all files that a batch has to answer for. */
export function fillMixedFolder(folder: string, workbooks: number): readonly string[] {
  const generate = `const [folder, count] = process.argv.slice(1); const { workbook } = await import(${JSON.stringify(join(__dirname, '..', 'bench', 'generate.mjs'))}); const fs = await import('node:fs'); const path = await import('node:path');
for (let i = 0; i < Number(count); i++) { const at = path.join(folder, '单位' + String(i % 40).padStart(2, '0')); fs.mkdirSync(at, { recursive: true }); fs.writeFileSync(path.join(at, String(i).padStart(4, '0') + '.xlsx'), workbook(i)); }`;
  execFileSync(process.execPath, ['--input-type=module', '-e', generate, folder, String(workbooks)]);
  const names = Array.from({ length: workbooks }, (_, at) => `单位${String(at % 40).padStart(2, '0')}/${String(at).padStart(4, '0')}.xlsx`);
  const put = (name: string, bytes: Uint8Array | string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    if (typeof bytes === 'string') symlinkSync(bytes, join(folder, name));
    else writeFileSync(join(folder, name), bytes);
    names.push(name);
  };
  for (const [at, [name, build]] of [...HOSTILE, ...UNREADABLE].entries()) put(`单位${String((at * 7) % 40).padStart(2, '0')}/${name}`, build());
  // Neither files nor ways out: a folder called like a workbook, a folder that contains itself, lock files.
  mkdirSync(join(folder, '单位00', '文件夹.xlsx'));
  symlinkSync('..', join(folder, '单位01', '回到上面'));
  writeFileSync(join(folder, '单位02', '~$0002.xlsx'), 'lock');
  return names.sort((a, b) => (a < b ? -1 : 1));
}
