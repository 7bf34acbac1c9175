// Files that somebody may feed by mistake or malice, built in memory and small on disk.
import { strToU8 } from 'fflate';
import { makeParts, makeWorkbook, zipParts } from '../make-workbook';
import type { MadeWorkbook } from '../make-workbook';
import { zipDeflated } from '../zip-deflated';

const SHEET = 'xl/worksheets/sheet1.xml';
const BOOK: MadeWorkbook = { sheets: [{ name: '自评表', rows: [['项目名称', '道路养护'], ['得分', 98.5]], merges: ['A3:B3'] }] };
const GOOD = makeWorkbook(BOOK);

function bent(part: string, change: (text: string) => string): Uint8Array {
  const parts = makeParts(BOOK);
  const before = parts[part] ?? '';
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${part}`);
  return zipParts({ ...parts, [part]: after });
}

/** Sheet XML with that many bytes of blanks: compresses a thousandfold. */
function bomb(megabytes: number): Uint8Array {
  const [head = '', tail = ''] = (makeParts(BOOK)[SHEET] ?? '').split('<sheetData>');
  const body = new Uint8Array(megabytes * 1024 * 1024).fill(32);
  body.set(strToU8(`${head}<sheetData>`), 0);
  body.set(strToU8(tail), body.length - strToU8(tail).length);
  return zipDeflated({ ...Object.fromEntries(Object.entries(makeParts(BOOK)).map(([name, text]) => [name, strToU8(text)])), [SHEET]: body }, SHEET);
}

/** Rewrites the declared size of a part, in the directory and in front of the data. */
function declare(bytes: Uint8Array, part: string, size: number): Uint8Array {
  const lying = bytes.slice();
  const view = new DataView(lying.buffer);
  for (let at = lying.indexOf(0x50); at >= 0 && at + 46 < lying.length; at = lying.indexOf(0x50, at + 1)) {
    const signature = view.getUint32(at, true);
    const [name, field] = signature === 0x02014b50 ? [at + 46, at + 24] : signature === 0x04034b50 ? [at + 30, at + 22] : [0, 0];
    if (name > 0 && new TextDecoder().decode(lying.subarray(name, name + part.length)) === part) view.setUint32(field, size, true);
  }
  return lying;
}

let built: Uint8Array | null = null;

/** Built once: filling and compressing takes longer than refusing. */
export function declaredBomb(): Uint8Array {
  return (built ??= bomb(140));
}

export function lyingBomb(): Uint8Array {
  return declare(declaredBomb(), SHEET, 4_000);
}

/** Five levels of ten references each, as the classic has nine. */
export function entityBomb(): Uint8Array {
  const entities = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((name, i) => `<!ENTITY ${name} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('');
  return bent('xl/sharedStrings.xml', (text) => text.replace('?>\n', `?>\n<!DOCTYPE sst [<!ENTITY a "AAAAAAAAAA">${entities}]>`).replace('项目名称', '&j;'));
}

export function unknownEntity(): Uint8Array {
  return bent('xl/sharedStrings.xml', (text) => text.replace('项目名称', '&nbsp;'));
}

export function cutXml(): Uint8Array {
  return bent(SHEET, (text) => text.slice(0, text.length / 2));
}

export function truncated(): Uint8Array {
  return GOOD.slice(0, Math.floor((GOOD.length * 2) / 3));
}

export function flippedByte(): Uint8Array {
  const bytes = GOOD.slice();
  for (let i = 0; i + 100 < bytes.length; i++) {
    if (new TextDecoder().decode(bytes.subarray(i, i + SHEET.length)) !== SHEET) continue;
    const at = i + SHEET.length + 40;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    return bytes;
  }
  throw new Error('no sheet to damage');
}

export function html(): Uint8Array {
  return strToU8('\uFEFF<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>项目名称</td></tr></table></body></html>');
}

export function csv(): Uint8Array {
  return strToU8('项目名称,得分\n道路养护,98.5\n');
}

/** A compound file with an EncryptedPackage stream in its directory: what Excel writes for a workbook with a password. */
export function withPassword(): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...'EncryptedPackage'].forEach((char, i) => {
    bytes[1024 + i * 2] = char.charCodeAt(0);
  });
  return bytes;
}

/** A compound file cut behind the entry that names its workbook. */
export function brokenOldWorkbook(): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...'Workbook'].forEach((char, i) => {
    bytes[1024 + i * 2] = char.charCodeAt(0);
  });
  return bytes;
}

function otherPackage(part: string, type: string): Uint8Array {
  const relationships = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="';
  return zipParts({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`,
    '_rels/.rels': `${relationships}${part}"/></Relationships>`,
    [part]: '<x/>',
  });
}

export function wordDocument(): Uint8Array {
  return otherPackage('word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml');
}

export function slides(): Uint8Array {
  return otherPackage('ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml');
}

export function binaryWorkbook(): Uint8Array {
  return otherPackage('xl/workbook.bin', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main');
}

export function openDocumentTable(): Uint8Array {
  return zipParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office:document-content/>' });
}

export function numbersTable(): Uint8Array {
  return zipParts({ 'Index/Document.iwa': '0', 'Index/Tables/DataList.iwa': '0', 'preview.jpg': '0' });
}

export function plainArchive(): Uint8Array {
  return zipParts({ 'readme.txt': 'hello' });
}

export function farCell(): Uint8Array {
  return bent(SHEET, (text) => text.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>9</v></c></row></sheetData>'));
}

export function wholeSheetMerge(): Uint8Array {
  return bent(SHEET, (text) => text.replace('A3:B3', 'A1:XFD1048576'));
}

export function withoutStyles(): Uint8Array {
  return makeWorkbook({ ...BOOK, parts: { 'xl/styles.xml': null } });
}

export function withoutStrings(): Uint8Array {
  return makeWorkbook({ ...BOOK, parts: { 'xl/sharedStrings.xml': null } });
}

export function withoutSheet(): Uint8Array {
  return makeWorkbook({ ...BOOK, parts: { [SHEET]: null } });
}

export function manySheets(): Uint8Array {
  return makeWorkbook({ sheets: Array.from({ length: 200 }, (_, i) => ({ name: `表${i + 1}`, rows: [['得分', i]] })) });
}

export function prototypeSheet(): Uint8Array {
  return makeWorkbook({ sheets: [{ name: '__proto__', rows: [['constructor', 1]] }] });
}

/** Deeper than any schema allows, and a tag with more attributes than a reader may compare in pairs. */
export function deepXml(): Uint8Array {
  return bent(SHEET, (text) => text.replace('<sheetData>', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}<sheetData>`));
}

export function manyAttributes(): Uint8Array {
  return bent(SHEET, (text) => text.replace('<sheetData>', `<sheetData ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(' ')}>`));
}

export function arraysEverywhere(): Uint8Array {
  const rows = Array.from({ length: 2_000 }, (_, i) => `<row r="${i + 10}"><c r="A${i + 10}"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row>`).join('');
  return bent(SHEET, (text) => text.replace('</sheetData>', `${rows}</sheetData>`));
}

export function columnsHiddenAgain(): Uint8Array {
  return bent(SHEET, (text) => text.replace('<sheetData>', `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(100_000)}</cols><sheetData>`).replace('</sheetData>', '<row r="9"><c r="XFD9"><v>1</v></c></row></sheetData>'));
}

export function longSharedFormula(): Uint8Array {
  const followers = Array.from({ length: 40 }, (_, i) => `<row r="${i + 10}"><c r="A${i + 10}"><f t="shared" si="0"/><v>1</v></c></row>`).join('');
  return bent(SHEET, (text) => text.replace('</sheetData>', `<row r="9"><c r="A9"><f t="shared" si="0" ref="A9:A50">"${'x'.repeat(4 * 1024 * 1024)}"&amp;B9</f><v>1</v></c></row>${followers}</sheetData>`));
}
