// Letters read back: what is in them, in which order, and that nothing a table holds can break them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { DOMParser } from '@xmldom/xmldom';
import { corpusTables, toWorkbook } from '../../test/corpus/workbooks';
import { converted, hasWriter } from '../../test/office';
import type { JsonFinding } from '../exports/json';
import { reviewWorkbook } from '../review/review-workbook';
import { readPackage } from '../workbooks/package/read';
import { letterBytes, type LetterForm } from './letter';
import { letterContent, tablesByUnit } from './letter-content';
import { CLOSER, LETTER, LINE, PAGE, signatureIndents, widthOf } from './letter-layout';
import { readTemplate, TEMPLATE_TEXT } from './letter-template';
import { recordOf, type FileRecord } from './record';
import { summarise, type UnitLine } from './summary';

const reading = readTemplate(TEMPLATE_TEXT);
if (!reading.ok) throw new Error(reading.reason);
const form: LetterForm = { template: reading.template, date: '2026-11-21', from: '某市财政局', due: null };

const records: readonly FileRecord[] = corpusTables().map((table) => {
  const read = readPackage(toWorkbook([table], { numbers: 'typed' }));
  if (!read.ok) throw new Error(read.reason);
  return recordOf({ file: `下属/${table.id}.xlsx`, status: 'checked', reason: null, review: reviewWorkbook(read.snapshot, {}) }, null, 'test');
});
const { units } = summarise(records);

/** Paragraphs of the body; throws where the XML is not well-formed. */
function paragraphsOf(bytes: Uint8Array): readonly string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const document = new DOMParser({ onError: (_level, message) => { throw new Error(String(message)); } }).parseFromString(xml, 'text/xml');
  return [...document.getElementsByTagName('w:p')].map((paragraph) => [...paragraph.getElementsByTagName('w:t')].map((text) => text.textContent ?? '').join(''));
}

/** A record with one table of this unit and these findings. */
function recordWith(unit: string | null, findings: readonly JsonFinding[], verdict: UnitLine['verdict'] = 'errors'): FileRecord {
  const base = records.find(({ tables }) => tables.length > 0);
  const table = base?.tables[0];
  if (!base || !table) throw new Error('no table');
  return { ...base, tables: [{ ...table, verdict, findings, facts: { ...table.facts, unit, department: null } }], findings: [] };
}

const fault = (more: Partial<JsonFinding>): JsonFinding => ({
  rule: 'score-total', severity: 'error', cells: ['H22'], message: '总分应为98，填的是99。', expected: '98', received: '99', because: null,
  basis: { document: '本表', clause: '总分 = 各项得分之和', standing: 'seen' }, waived: null, correction: null, ...more,
});
const textOf = async (record: FileRecord, over: Partial<LetterForm> = {}): Promise<readonly string[]> => {
  const [unit] = summarise([record]).units;
  if (!unit) throw new Error('no unit');
  return paragraphsOf(await letterBytes(unit, [record], { ...form, ...over }));
};

test('the tables of the letters are those of the summary, unit by unit, and so are the counts', () => {
  const tables = tablesByUnit(records);
  expect(units.length).toBeGreaterThan(15);
  expect([...tables.keys()].sort()).toEqual(units.map(({ unit }) => unit).sort());
  const told = units.map(({ unit }) => letterContent(unit, tables.get(unit) ?? []));
  expect(told.map(({ corrections, explanations }) => [corrections, explanations])).toEqual(units.map(({ errors, verify }) => [errors, verify]));
});

test('of what follows from one slip each has its place in the letter, however much it is', async () => {
  const follow = (at: number): JsonFinding => fault({ rule: 'score-above-weight', cells: [`K${at}`], message: `第${at}项得分超过分值。`, expected: null, received: null, because: 'score-total:H22' });
  const text = (await textOf(recordWith('甲局', [fault({}), ...Array.from({ length: 25 }, (_, at) => follow(at + 1))]))).join('\n');
  expect(text).toContain('第20项得分超过分值。由此须一并更正或说明的还有5处在K21、K22、K23、K24、K25单元格。');
});

test('every letter of the corpus is well-formed and names each finding by cell, once and in order', async () => {
  for (const unit of units) {
    const text = (await letterBytes(unit, records, form).then(paragraphsOf)).join('\n');
    const own = tablesByUnit(records).get(unit.unit) ?? [];
    for (const { table, findings } of own) {
      const open = findings.filter(({ severity, because }) => severity !== 'hint' && because === null);
      const untold = open.filter(({ cells }) => !text.includes(cells[0] ?? '—'));
      expect([table.sheet, untold]).toEqual([table.sheet, []]);
    }
    const numbers = [...text.matchAll(/^(\d+)\./gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  }
});

test('what must be corrected stands before what needs an explanation, both numbers, clause, standing and deadline are said', async () => {
  const lines = await textOf(recordWith('某局', [
    fault({ rule: 'underspend-unexplained', severity: 'verify', cells: ['I5'], message: '执行率低。', expected: '90%', received: '65.12%', basis: { document: '某办法', clause: '偏低的说明原因', standing: 'assumed' } }),
    fault({ message: '总分不对。' }),
    fault({ rule: 'grade', severity: 'verify', cells: ['J22'], message: '等级应为良。', because: 'score-total:H22' }),
  ]));
  const text = lines.join('\n');
  expect(lines).toContain('某局：');
  expect(text.indexOf('（一）须更正的问题（1处）')).toBeGreaterThan(0);
  expect(text.indexOf('（二）须核实或说明的问题（1处）')).toBeGreaterThan(text.indexOf('（一）须更正的问题（1处）'));
  expect(text).toContain('H22单元格：总分不对（应为98，填报为99）。更正后须一并说明J22单元格：');
  // The form does not say so in these words: nothing is quoted.
  expect(text).toContain('依据：本表（总分 = 各项得分之和）。');
  expect(text).toContain('依据：某办法“偏低的说明原因”（推定）。');
  expect(text).toContain('注：依据标明“推定”的');
  expect(text).toContain('请你单位于收到本意见书之日起5个工作日内对须更正的问题逐项更正');
  expect(lines.slice(-3)).toEqual(['某市财政局', '2026年11月21日', '（联系人：　　　　　　联系电话：　　　　　　　）']);
});

test('a deadline is a date of the paper, and without a signer there is a place for the stamp', async () => {
  const text = (await textOf(recordWith('某局', [fault({})]), { due: '2026-12-05', from: null })).join('\n');
  expect(text).toContain('请你单位于2026年12月5日前对上述问题逐项更正');
  expect(text).toContain('（审核单位盖章）');
});

test('a unit without findings, and one whose findings are all explained, get a letter without objection', async () => {
  expect((await textOf(recordWith('某局', [], 'clean'))).join('\n')).toContain('我们没有意见。');
  const waived = { reason: '上级追加', date: '2026-01-01', role: '填报人', stale: false };
  const explained = (await textOf(recordWith('某局', [fault({ severity: 'verify', waived })], 'clean'))).join('\n');
  expect(explained).toContain('我们没有意见。已作书面说明的1处不再列出。');
});

test('a table that was not checked is never called without objection', async () => {
  const text = (await textOf(recordWith('某局', [], 'not-checked'))).join('\n');
  expect(text).not.toContain('没有意见');
  expect(text).toContain('未能核查');
  expect(text).toContain('表中没有读到可以核查的内容');
  const base = recordWith('某局', [], 'not-checked');
  const notUnderstood = [{ range: 'A1:G6', reason: '没有找到指标表头，指标部分没有核查。' }];
  const partly = (await textOf({ ...base, tables: base.tables.map((table) => ({ ...table, notUnderstood })) })).join('\n');
  expect(partly).toContain('A1:G6：没有找到指标表头，指标部分没有核查。');
  expect(partly).not.toContain('没有读到可以核查的内容');
});

test('years are named one by one up to two, and the line behind the date stays with it', async () => {
  const base = recordWith('某局', [fault({})]);
  const [table] = base.tables;
  if (!table) throw new Error('no table');
  const over = (...years: readonly number[]): FileRecord => ({ ...base, tables: years.map((year) => ({ ...table, year })) });
  expect((await textOf(over(2024, 2023)))[0]).toBe('2023、2024年度绩效自评审核意见书');
  expect((await textOf(over(2022, 2024, 2023)))[0]).toBe('2022至2024年度绩效自评审核意见书');
  const [unit] = units;
  if (!unit) throw new Error('no unit');
  const xml = strFromU8(unzipSync(await letterBytes(unit, records, form))['word/document.xml'] ?? new Uint8Array());
  const date = xml.split('<w:p>').find((paragraph) => paragraph.includes('2026年11月21日'));
  expect(date).toContain('<w:keepNext/>');
});

test('a unit that no table names is addressed by its file', async () => {
  const [line] = (await textOf(recordWith(null, [fault({})]))).filter((text) => text.endsWith('：'));
  expect(line).toMatch(/^“.+”的报送单位：$/);
});

test('control characters, directions, half letters, markup and endless texts leave a well-formed letter', async () => {
  const odd = '甲\u0000\u0008\u001b\u202e\ud800<&>"\'\ufffe{问题}\n乙';
  const text = (await textOf(recordWith(`${odd}${'局'.repeat(5000)}`, [fault({ message: odd, received: odd, cells: [], basis: { document: odd, clause: odd.repeat(200), standing: 'quoted' } })]), { from: odd })).join('\n');
  expect(text).toContain('甲<&>"\'{问题}');
  for (const unseen of ['\u0000', '\u0008', '\u001b', '\u202e']) expect(text).not.toContain(unseen);
  expect(text.length).toBeLessThan(3000);
});

test('a sentence that is cut off says so before both numbers as well', async () => {
  const text = (await textOf(recordWith('某局', [fault({ message: `“${'指标'.repeat(300)}”填错。` })]))).join('\n');
  expect(text).toContain('指标…（应为98，填报为99）。');
});

test('ten thousand findings of one kind are one point that names cells, and causes in a circle end', async () => {
  const many = Array.from({ length: 10_000 }, (_, at) => fault({ cells: [`A${at + 1}`] }));
  const lines = await textOf(recordWith('某局', many));
  expect(lines.length).toBeLessThan(60);
  expect(lines.join('\n')).toContain('其余9980处同类问题');
  const circle = [fault({ cells: ['A1'], because: 'score-total:A2' }), fault({ cells: ['A2'], because: 'score-total:A1' })];
  expect((await textOf(recordWith('某局', circle))).join('\n')).toContain('（2处）');
});

test('the same input gives the same bytes, and the page is that of GB/T 9704', async () => {
  const [unit] = units;
  if (!unit) throw new Error('no unit');
  const bytes = await letterBytes(unit, records, form);
  expect(await letterBytes(unit, records, form)).toEqual(bytes);
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const margins = /<w:pgMar ([^>]*)>/.exec(xml)?.[1] ?? '';
  const mm = (name: string): number => Math.round((Number(new RegExp(`w:${name}="(\\d+)"`).exec(margins)?.[1]) * 25.4) / 1440);
  expect([mm('top'), mm('left'), mm('right'), mm('bottom')]).toEqual([37, 28, 210 - 28 - 156, 297 - 37 - 225]);
  expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toMatch(/w:line="560"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="560"/);
  expect(strFromU8(parts['word/fontTable.xml'] ?? new Uint8Array())).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
});

test('28 letters fill a line and 22 lines a page', () => {
  const width = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
  const height = PAGE.size.height - PAGE.margin.top - PAGE.margin.bottom;
  expect([Math.floor(width / (LETTER + CLOSER)), Math.floor(height / LINE)]).toEqual([28, 22]);
});

test('signer and date are centred upon each other, whichever is longer', () => {
  const date = '2026年11月21日';
  for (const signer of ['局', '某市财政局', '某某自治区某某市某某区财政局预算绩效管理股']) {
    const indents = signatureIndents(signer, date);
    expect(indents.signer + widthOf(signer) / 2).toBeCloseTo(indents.date + widthOf(date) / 2, 0);
    expect(Math.min(indents.signer, indents.date)).toBeGreaterThanOrEqual(0);
  }
  expect(signatureIndents('局', date).date).toBe(4 * LETTER);
});

(hasWriter ? test : test.skip)(`LibreOffice makes pages of a letter${hasWriter ? '' : ' (skipped: LibreOffice Writer is not installed)'}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'biaoli-letter-'));
  try {
    const [unit] = units;
    if (!unit) throw new Error('no unit');
    writeFileSync(join(folder, 'a.docx'), await letterBytes(unit, records, form));
    const text = readFileSync(converted(join(folder, 'a.docx'), 'txt:Text (encoded):UTF8', folder), 'utf8');
    expect(text).toContain('某市财政局');
    expect(text).toContain('须更正的问题');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
