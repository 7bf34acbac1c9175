import { readReport } from './read-report';
import { readReportText } from './text-report';

const REPORT = '一、基本情况\r\n全年预算127.10万元。\n\n二、绩效\n';
const LINES = ['一、基本情况', '全年预算127.10万元。', '', '二、绩效'];
/** 一、基本情况 in GB18030. */
const GB = Uint8Array.from([0xd2, 0xbb, 0xa1, 0xa2, 0xbb, 0xf9, 0xb1, 0xbe, 0xc7, 0xe9, 0xbf, 0xf6]);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

const linesOf = (reading: ReturnType<typeof readReport>): readonly string[] => (reading.ok ? reading.document.paragraphs.map(({ text }) => text) : [reading.reason]);

test('pasted text is one paragraph a line', () => {
  const reading = readReportText(REPORT);
  expect(linesOf(reading)).toEqual(LINES);
  expect(reading).toMatchObject({ ok: true, document: { format: 'text', tables: [] } });
});

test.each([
  ['UTF-8', new TextEncoder().encode(REPORT)], ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${REPORT}`)], ['UTF-16 LE', utf16(`\ufeff${REPORT}`, true)], ['UTF-16 BE', utf16(`\ufeff${REPORT}`, false)],
])('a file in %s is read', (_encoding, bytes) => {
  expect(linesOf(readReport(bytes, { name: '报告.txt' }))).toEqual(LINES);
});

test('a file in GB18030 is read', () => {
  expect(linesOf(readReport(GB))).toEqual(['一、基本情况']);
});

test('nothing, and too much, get a sentence', () => {
  expect(readReportText(' \n ')).toMatchObject({ ok: false, code: 'empty' });
  expect(readReportText('字\n'.repeat(30), { paragraphs: 20, cells: 1, characters: 1000 })).toMatchObject({ ok: false, code: 'too-large' });
  expect(readReportText('字'.repeat(30), { paragraphs: 20, cells: 1, characters: 10 })).toMatchObject({ ok: false, code: 'too-large' });
});
