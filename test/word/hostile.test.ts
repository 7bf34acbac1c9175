// Every file that is no report of ours, or means harm, gets a sentence that says what to do, within bounded time; nothing throws.
import { strToU8 } from 'fflate';
import { nodeCodec } from '../../src/workbooks/package/node-codec';
import { readReport } from '../../src/workbooks/word/read-report';
import * as hostile from '../faults/hostile-files';
import { makeWorkbook, zipParts } from '../make-workbook';
import { zipDeflated } from '../zip-deflated';
import { docxParts, documentOf, makeDocx, p, read, tbl, tc, texts, tr } from './make-docx';

const GOOD = makeDocx({ body: p('支出153.99万元') });
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const withBody = (body: string): Uint8Array => makeDocx({ body });
const withMain = (text: string): Uint8Array => zipParts({ ...docxParts({ body: '' }), 'word/document.xml': text });

/** An OLE container as far as anybody looks: its mark, and the name of a stream in UTF-16. */
function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((letter, at) => { bytes[1024 + at * 2] = letter.charCodeAt(0); });
  return bytes;
}

function bomb(): Uint8Array {
  const parts = Object.fromEntries(Object.entries(docxParts({ body: '' })).map(([name, text]) => [name, strToU8(text)]));
  return zipDeflated({ ...parts, 'word/document.xml': new Uint8Array(140 * 1024 * 1024).fill(32) }, 'word/document.xml');
}

/** One byte of the text's compressed content. */
function flippedByte(): Uint8Array {
  const bytes = withBody(p('报告'.repeat(900)));
  const at = new TextDecoder('latin1').decode(bytes).indexOf('word/document.xml') + 60;
  bytes[at] = (bytes[at] ?? 0) ^ 255;
  return bytes;
}

/** Built once for both codecs: filling and compressing takes longer than refusing. */
const built = new Map<string, Uint8Array>();

const deep = (levels: number): string => `${'<w:tbl><w:tr><w:tc>'.repeat(levels)}${p('底')}${'</w:tc></w:tr></w:tbl>'.repeat(levels)}`;

const REFUSED: readonly (readonly [string, string, () => Uint8Array, string, RegExp])[] = [
  ['an empty file', 'a.docx', () => new Uint8Array(0), 'empty', /空的/],
  ['a file of zeros', 'a.docx', () => new Uint8Array(5_000), 'damaged', /损坏/],
  ['an old document', 'a.doc', () => ole('WordDocument'), 'format', /旧格式的 Word 文档（\.doc）.*另存为/],
  ['an old document of WPS', 'a.wps', () => ole('WordDocument'), 'format', /\.wps.*另存为/],
  ['an unknown document of WPS', 'a.wps', () => ole('WpsContents'), 'format', /\.wps.*另存为/],
  ['a document with a password', 'a.docx', () => ole('EncryptedPackage'), 'encrypted', /密码/],
  ['an old workbook', 'a.doc', () => ole('Workbook'), 'format', /Excel 工作簿/],
  ['a workbook', 'a.docx', () => makeWorkbook({ sheets: [{ name: 'a', rows: [['a']] }] }), 'format', /Excel 工作簿/],
  ['slides', 'a.docx', hostile.slides, 'format', /演示文稿/],
  ['a PDF', 'a.pdf', () => encode('%PDF-1.7\n'), 'format', /PDF.*\.docx/],
  ['RTF', 'a.rtf', () => encode('{\\rtf1\\ansi abc}'), 'format', /RTF.*另存为/],
  ['a web page', 'a.doc', () => encode('<html><body>报告</body></html>'), 'format', /网页.*另存为/],
  ['a web archive', 'a.doc', () => encode('MIME-Version: 1.0\n'), 'format', /MHT/],
  ['flat XML', 'a.xml', () => encode('<?xml version="1.0"?><pkg:package/>'), 'format', /XML/],
  ['a picture', 'a.docx', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'format', /图片/],
  ['an archive of another kind', 'a.rar', () => encode('Rar!\u0001'), 'format', /解压/],
  ['an OpenDocument text', 'a.odt', () => zipParts({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }), 'format', /\.odt/],
  ['an OFD', 'a.ofd', () => zipParts({ 'OFD.xml': '<a/>' }), 'format', /OFD/],
  ['random bytes', 'a.docx', () => Uint8Array.from({ length: 999 }, (_, i) => (i * 131) & 255), 'format', /无法识别/],
  ['text of no encoding', 'a.txt', () => Uint8Array.from([0xb1, 0xff, 0xff, 0x20]), 'format', /编码/],
  ['an archive without a document', 'a.docx', () => zipParts({ 'a.txt': 'a' }), 'format', /没有 Word 文档的正文/],
  ['a document part without a body', 'a.docx', () => withMain('<a/>'), 'format', /没有 Word 文档的正文/],
  ['a document part that is missing', 'a.docx', () => { const parts: Record<string, string> = docxParts({ body: '' }); delete parts['word/document.xml']; return zipParts(parts); }, 'format', /没有 Word 文档的正文/],
  ['cut XML', 'a.docx', () => withMain('<w:document><w:body><w:p>'), 'damaged', /Word 或 WPS.*\.docx/],
  ['tags that do not pair', 'a.docx', () => withBody('<w:p></w:r>'), 'damaged', /损坏/],
  ['entities', 'a.docx', () => withMain('<!DOCTYPE a [<!ENTITY b "c">]><w:document><w:body/></w:document>'), 'xml-entities', /正常的文档不会有/],
  ['entities in a part beside the text', 'a.docx', () => zipParts({ ...docxParts({ body: p('a'), styles: '' }), 'word/styles.xml': '<!DOCTYPE a><a/>' }), 'xml-entities', /实体/],
  ['an entity nobody declared', 'a.docx', () => withBody(p('&nbsp;')), 'damaged', /损坏/],
  ['a truncated file', 'a.docx', () => GOOD.subarray(0, GOOD.length - 200), 'damaged', /不完整/],
  ['a flipped byte', 'a.docx', flippedByte, 'damaged', /损坏|不完整/],
  ['a bomb', 'a.docx', bomb, 'zip-bomb', /炸弹.*\.docx/],
  ['tables nested deeper than anybody nests them', 'a.docx', () => withBody(deep(400)), 'damaged', /嵌套过深/],
  ['a million paragraphs', 'a.docx', () => withBody('<w:p/>'.repeat(1_000_000)), 'too-large', /超过 10 万个段落/],
  ['a million cells', 'a.docx', () => withBody(tbl(`<w:tr>${'<w:tc/>'.repeat(1_000_000)}</w:tr>`)), 'too-large', /超过 20 万个单元格/],
  ['six million letters', 'a.docx', () => withBody(p('a'.repeat(6_000_000))), 'too-large', /超过 500 万字/],
];

describe.each([['zlib', nodeCodec], ['fflate', undefined]])('with %s', (_codec, codec) => {
  test.each(REFUSED)('%s is refused in words', (what, name, build, code, sentence) => {
    const bytes = built.get(what) ?? build();
    built.set(what, bytes);
    const reading = readReport(bytes, { name, ...(codec ? { codec } : {}) });
    expect(reading).toMatchObject({ ok: false, code });
    if (reading.ok) return;
    expect(reading.reason).toMatch(sentence);
    expect(reading.reason).toMatch(/请[^。]*。$/);
    expect(reading.reason).not.toMatch(/另存为[^。]*\.xlsx/);
  });
});

test('tables nested as deep as the XML allows are read without overflowing', () => {
  const levels = 160;
  const cell = (inside: string): string => `<w:tbl><w:tr><w:tc>${inside}</w:tc><w:tc/></w:tr></w:tbl>`;
  let body = p('底');
  for (let level = 0; level < levels; level++) body = cell(body);
  expect(read(body).tables).toHaveLength(levels);
});

test('frames in frames are the text inside them', () => {
  expect(texts(read(deep(160)))).toEqual(['底']);
});

test('spans and levels that no document has are held in', () => {
  const document = read(tbl(tr(tc('甲', '<w:gridSpan w:val="999999999"/>'), tc('乙')), tr(tc('丙'), tc('丁', '<w:gridSpan w:val="-3"/>'))) + p('一', '<w:outlineLvl w:val="77777"/><w:numPr><w:ilvl w:val="99999"/><w:numId w:val="1"/></w:numPr>'));
  expect(document.tables[0]?.grid.columnCount).toBe(257);
  expect(texts(document)).toEqual(['一']);
});

test('relationships that lead back to the text or nowhere end', () => {
  const loop = { id: 'h', kind: 'header', name: 'document.xml', root: 'hdr', content: '' };
  const gone = { id: 'g', kind: 'footer', name: '../../../gone.xml', root: 'ftr', content: '' };
  const parts = docxParts({ body: '', others: [loop, gone] });
  const main = docxParts({ body: `${p('正文')}<w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="g"/></w:sectPr>` })['word/document.xml'] ?? '';
  expect(texts(documentOf(zipParts({ ...parts, 'word/document.xml': main })))).toEqual(['正文']);
});

test('two thousand paragraphs are two thousand paragraphs', () => {
  const lines = Array.from({ length: 2_000 }, (_, at) => `第${at + 1}段支出${at}.5万元`);
  expect(texts(read(lines.map((line) => p(line)).join('')))).toEqual(lines);
});

test('any byte changed gives a report or a sentence', () => {
  for (let at = 0; at < GOOD.length; at += 7) {
    const bytes = GOOD.slice();
    bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
    const reading = readReport(bytes);
    expect(reading.ok || /。$/.test(reading.reason)).toBe(true);
  }
});
