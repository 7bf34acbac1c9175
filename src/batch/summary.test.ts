// What is gathered from records, and the four shapes it is written in.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { RESULT_COLUMNS } from '../exports/result-sheet';
import { fileText } from '../exports/text';
import type { FileReview } from '../model/review';
import { readPackage } from '../workbooks/package/read';
import { reviewWorkbook } from '../review/review-workbook';
import { corpusTables, toWorkbook } from '../../test/corpus/workbooks';
import { summaryCsv, summaryCsvs } from './csv';
import { summaryHtml } from './html-report';
import { letterContent, tablesByUnit } from './letter-content';
import { recordOf, type FileRecord } from './record';
import { summarise } from './summary';
import { tablesSheet } from './summary-sheets';
import { summaryXlsx } from './xlsx-report';

const reviews = corpusTables().map((table): FileReview => {
  const reading = readPackage(toWorkbook([table], { numbers: 'typed' }));
  if (!reading.ok) throw new Error(reading.reason);
  return { file: `下属/${table.id}.xlsx`, status: 'checked', reason: null, review: reviewWorkbook(reading.snapshot, {}) };
});
const unreadable: FileRecord = recordOf({ file: '=cmd.xlsx', status: 'unreadable', reason: '文件已损坏；请重新取得原文件。', review: null }, null, 'test');
const records = [...reviews.map((review) => recordOf(review, null, 'test')), unreadable];
const summary = summarise(records);

test('every table has its line, every finding that waits its rule and its problem, every unreadable file its reason', () => {
  expect(summary.tables).toHaveLength(records.flatMap(({ tables }) => tables).length);
  const findings = records.flatMap(({ tables, findings: beside }) => [...tables.flatMap((table) => table.findings), ...beside]).filter(({ waived }) => waived === null);
  expect(findings.length).toBeGreaterThan(100);
  expect(summary.rules.reduce((sum, line) => sum + line.findings + line.follows, 0)).toBe(findings.filter(({ severity, because }) => severity !== 'hint' || because === null).length);
  expect(summary.problems).toHaveLength(findings.filter(({ severity }) => severity !== 'hint').length);
  expect(summary.notReviewed).toEqual([{ file: '=cmd.xlsx', reason: '文件已损坏；请重新取得原文件。' }]);
  expect(Object.values(summary.verdicts).reduce((a, b) => a + b)).toBe(summary.tables.length);
});

test('tables, units, problems and letters count the same causes', () => {
  const total = (lines: readonly { readonly errors: number; readonly verify: number; readonly follows: number }[]): readonly number[] => [
    lines.reduce((sum, line) => sum + line.errors, 0), lines.reduce((sum, line) => sum + line.verify, 0), lines.reduce((sum, line) => sum + line.follows, 0),
  ];
  const causes = summary.problems.filter(({ after }) => after === null);
  const counted = [causes.filter(({ severity }) => severity === 'error').length, causes.filter(({ severity }) => severity === 'verify').length, summary.problems.length - causes.length];
  expect(counted.every((count) => count > 5)).toBe(true);
  expect([total(summary.tables), total(summary.units)]).toEqual([counted, counted]);
  const tables = tablesByUnit(records);
  expect(summary.units.map(({ unit }) => { const { corrections, explanations } = letterContent(unit, tables.get(unit) ?? []); return [corrections, explanations]; })).toEqual(summary.units.map(({ errors, verify }) => [errors, verify]));
});

test('what check prints comes to what the summary counts', () => {
  const printed = { 错误: 0, 核实: 0, 由此引起: 0 };
  for (const review of reviews) {
    for (const line of fileText(review, { colour: false, width: null, quiet: true }).split('\n')) {
      for (const word of ['错误', '核实', '由此引起'] as const) printed[word] += Number(new RegExp(`${word} (\\d+)`).exec(line.replace(/^.*?·/, '·'))?.[1] ?? 0);
    }
  }
  const total = (of: (line: (typeof summary.tables)[number]) => number): number => summary.tables.reduce((all, line) => all + of(line), 0);
  expect(printed).toEqual({ 错误: total(({ errors }) => errors), 核实: total(({ verify }) => verify), 由此引起: total(({ follows }) => follows) });
});

test('an error between the tables of a workbook weighs on the table of its sheet, once', () => {
  const base = records.find(({ tables }) => tables.length > 0);
  const table = base?.tables[0];
  if (!base || !table) throw new Error('no record');
  const cross: FileRecord['findings'][number] = {
    rule: 'cross-table', severity: 'error', cells: ['F6'], message: '两表不一致。', expected: '1', received: '2', because: null, basis: { document: '本表', clause: '', standing: 'seen' }, waived: null, correction: null, sheet: table.sheet,
  };
  const clean = { ...table, findings: [], verdict: 'clean' as const };
  const { tables, units, verdicts } = summarise([{ ...base, tables: [clean, { ...clean, range: 'A40:K60' }], findings: [cross] }]);
  expect(tables.map(({ verdict, errors }) => [verdict, errors])).toEqual([['errors', 1], ['clean', 0]]);
  expect(units.map(({ verdict, errors }) => [verdict, errors])).toEqual([['errors', 1]]);
  expect(verdicts).toMatchObject({ errors: 1, clean: 1 });
});

test('a sign that begins a code in the heads of pages is never cut in half', () => {
  const heads = ['甲', '乙&丙', `${'甲'.repeat(99)}&乙`].map((title) => /<oddHeader>(.*?)<\/oddHeader>/.exec(strFromU8(unzipSync(summaryXlsx(summary, {}, { title, at: '2024-03-15' }))['xl/worksheets/sheet1.xml'] ?? new Uint8Array()))?.[1]?.replaceAll('&amp;', '&'));
  expect(heads).toEqual(['&L甲&R2024-03-15', '&L乙&&丙&R2024-03-15', `&L${'甲'.repeat(99)}&&&R2024-03-15`]);
});

test('of two tables on one sheet each is told its own problems, and leads to them', () => {
  const base = records.find(({ tables: [one] }) => (one?.findings.filter(({ severity, because }) => severity !== 'hint' && because === null).length ?? 0) > 3);
  const table = base?.tables[0];
  const [one, two, ...more] = table?.findings.filter(({ severity, because }) => severity !== 'hint' && because === null) ?? [];
  if (!base || !table || !one || !two) throw new Error('no record');
  const of = summarise([{ ...base, findings: [], tables: [{ ...table, findings: [one, two] }, { ...table, range: 'A40:K60', findings: more }] }]);
  expect(summaryHtml(of, { title: '', at: '' }).match(/全部 \d+ 处/g)).toEqual([2, more.length].map((count) => `全部 ${count} 处`));
  const { columns, rows } = tablesSheet(of);
  const cell = columns.findIndex(({ title }) => title === '单元格');
  expect(rows.map((row) => row[cell])).toEqual([expect.objectContaining({ link: "'问题'!A2" }), expect.objectContaining({ link: "'问题'!A4" })]);
});

test('what the words of a report contradict is told under its workbook, or under its own name where it goes with none', () => {
  const base = records.find(({ tables }) => tables.length > 0);
  if (!base) throw new Error('no record');
  const words: FileRecord['findings'][number] = {
    rule: 'report-rate', title: '报告比率', severity: 'verify', cells: [], message: '执行率应为90%，写的是95%。', expected: '90%', received: '95%', because: null, basis: { document: '报告', clause: '', standing: 'seen' }, waived: null, correction: null,
    sheet: '', text: [{ paragraph: 2, start: 0, end: 3, quote: '95%', under: null }],
  };
  const reportAgainst = (...against: readonly string[]): FileRecord => ({ ...base, file: '报告.docx', tables: [], findings: [words], report: { figures: { all: 1, holds: 0, contradicts: 1, notChecked: 0 }, statements: 1, against } });
  const beside = summarise([base, reportAgainst(base.file)]);
  expect([beside.reports, beside.problems.filter(({ rule }) => rule === 'report-rate').map(({ file, table }) => [file, table])]).toEqual([[], [[base.file, 0]]]);
  for (const loose of [reportAgainst(), reportAgainst('没有在内.xlsx')]) {
    const of = summarise([base, loose]);
    expect(of.reports).toEqual([{ file: '报告.docx', verdict: 'to-verify', errors: 0, verify: 1 }]);
    expect(of.problems.at(-1)).toMatchObject({ file: '报告.docx', sheet: '报告文字', cell: '第3段', message: words.message, table: null });
    expect(summaryCsv(of)).toMatch(/待核实,.*第3段,执行率应为90%，写的是95%。,报告\.docx,报告文字/);
    expect(summaryHtml(of, { title: '', at: '' })).toMatch(/<section id="reports">.*报告\.docx.*执行率应为90%/s);
  }
  expect(summaryHtml(beside, { title: '', at: '' })).not.toContain('id="reports"');
});

test('mean, median and differences are those of the tables', () => {
  const both = summary.tables.filter(({ difference }) => difference !== null);
  const claimOf = ({ claimed, claimedSum }: (typeof summary.tables)[number]): number | null => claimed ?? (claimedSum?.of === 100 ? claimedSum.sum : null);
  const { agreement, spreads } = summary;
  expect(agreement.compared).toBe(both.length);
  expect(agreement.same + agreement.over + agreement.under).toBe(both.length);
  expect(agreement.over).toBe(both.filter(({ claimed, claimedSum, computed }) => (claimed ?? claimedSum?.sum ?? 0) > (computed ?? 0)).length);
  const claimed = summary.tables.flatMap((line) => claimOf(line) ?? []).sort((a, b) => a - b);
  expect(spreads.claimed).toMatchObject({ count: claimed.length, lowest: claimed[0], highest: claimed.at(-1) });
  expect(spreads.claimed?.mean).toBeCloseTo(claimed.reduce((a, b) => a + b) / claimed.length, 1);
  expect(summarise([unreadable]).spreads).toEqual({ claimed: null, computed: null });
});

test('a total of more points than its form shows is compared with none', () => {
  const base = records.find(({ tables }) => tables.some(({ score }) => score.claimed !== null && score.computed !== null));
  const table = base?.tables.find(({ score }) => score.claimed !== null && score.computed !== null);
  if (!base || !table) throw new Error('no record');
  const of = (claimed: number, computed: number, weights: number): unknown => summarise([{ ...base, tables: [{ ...table, score: { ...table.score, claimed, computed, weights } }] }]).tables[0]?.difference;
  expect([of(97.93, 77.93, 80), of(78, 76, 80), of(97.93, 95, 100)]).toEqual([null, 2, 2.93]);
});

test('a table without a total claims none: what its points come to is told as that in every list', () => {
  const base = records.find(({ tables }) => tables.some(({ score }) => score.claimed !== null && score.computed !== null));
  const table = base?.tables.find(({ score }) => score.claimed !== null && score.computed !== null);
  if (!base || !table) throw new Error('no record');
  const without = (claimedSum: number, weights: number): FileRecord => ({ ...base, tables: [{ ...table, score: { ...table.score, claimed: null, claimedSum, computed: 61, weights } }] });
  const of = summarise([without(63, 100), without(17.5, 22.5), { ...base, tables: [{ ...table, score: { ...table.score, claimed: 88, weights: 100 } }] }]);
  expect(of.tables.map(({ claimed, claimedSum, difference }) => [claimed, claimedSum?.sum, claimedSum?.of, difference])).toEqual([[null, 63, 100, 2], [null, 17.5, 22.5, -43.5], [88, undefined, undefined, expect.any(Number)]]);
  // Points out of 100 are a score, points out of 22.5 are none.
  expect([of.spreads.claimed?.count, of.spreads.claimed?.lowest, of.bySum, of.unscored.claimed]).toEqual([2, 63, 1, 1]);
  const { columns, rows } = tablesSheet(of);
  const at = (title: string): number => columns.findIndex((column) => column.title === title);
  expect(rows.map((row) => [row[at('自评得分')], row[at('各项合计')]])).toEqual([[null, 63], [null, 17.5], [88, null]]);
  const [head = '', ...lines] = summaryCsv(of).split('\r\n');
  const place = head.split(',').indexOf('自评得分');
  expect(lines.slice(0, 3).map((line) => line.replace(/"(?:[^"]|"")*"/g, 'q').split(',').slice(place, place + 2))).toEqual([['', '63'], ['', '17.5'], ['88', '']]);
  const html = summaryHtml(of, { title: '', at: '' });
  expect(html).toContain('<td class="n"></td><td class="n" data-key="63">63</td>');
  expect(html).toContain('<td class="n"></td><td class="n" data-key="17.5">17.5<br /><small>分值 22.5</small></td>');
  expect(html).toContain('<td class="n">88</td><td class="n"></td>');
  expect(summaryHtml(summarise([{ ...base, tables: [table] }]), { title: '', at: '' })).not.toContain('各项合计');
  expect(html).toContain('没有全表总分的 1 张按各项合计计入；没有自评得分的 1 张');
  expect(letterContent(of.tables[0]?.unit ?? '', tablesByUnit([without(63, 100)]).get(of.tables[0]?.unit ?? '') ?? []).tables[0]?.facts).toMatch(/没有全表总分，各项得分合计63分/);
});

test('units stand with the gravest first, and two tables of one unit are one line', () => {
  const order = ['errors', 'to-verify', 'not-checked', 'clean'];
  const places = summary.units.map(({ verdict }) => order.indexOf(verdict));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const first = records.find(({ tables }) => tables.length > 0 && tables.every(({ facts }) => facts.unit !== null));
  if (!first) throw new Error('no record');
  const twice = summarise([first, { ...first, file: '又一份.xlsx' }]);
  expect(twice.units.map(({ files, tables }) => [files, tables])).toEqual([[2, first.tables.length * 2]]);
});

test('each score is in one band', () => {
  const claimed = summary.tables.filter((line) => line.claimed !== null).length + summary.bySum;
  const computed = summary.tables.filter((line) => line.computed !== null).length;
  expect(summary.bands.reduce((sum, band) => sum + band.claimed, 0)).toBe(claimed);
  expect(summary.bands.reduce((sum, band) => sum + band.computed, 0)).toBe(computed);
  expect(computed).toBeGreaterThan(5);
});

test('the CSV guards what would compute, and quotes what would break it', () => {
  const lines = summaryCsv(summary).split('\r\n');
  expect(lines).toHaveLength(summary.tables.length + 3);
  expect(lines[0]?.startsWith('\ufeff单位,')).toBe(true);
  expect(summaryCsvs(summary).map(({ name }) => name)).toEqual(['单位', '各表', '问题', '规则', '分布', '未核查']);
  expect(lines.at(-2)).toContain("'=cmd.xlsx");
  expect(new Set(lines.slice(0, -1).map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(',').length)).size).toBe(1);
});

test('the page escapes what a workbook holds and asks for nothing outside itself', () => {
  const [line] = summary.tables;
  if (!line) throw new Error('no table');
  const html = summaryHtml({ ...summary, tables: [{ ...line, project: '<script>alert("1")</script>' }] }, { title: '汇总 & 审核', at: '2024-03-01' });
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  expect(html).toContain('<title>汇总 &amp; 审核</title>');
  expect(html).not.toMatch(/(?:src|href)="(?!#)/);
});

test('the workbook is read back as it was meant, texts as texts', () => {
  const bytes = summaryXlsx(summary);
  expect(summaryXlsx(summary)).toEqual(bytes);
  const reading = readPackage(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  expect(reading.snapshot.grids.map(({ sheet, rowCount }) => [sheet, rowCount])).toEqual([
    ['单位', summary.units.length + 1], ['各表', summary.tables.length + 1], ['问题', summary.problems.length + 1], ['规则', summary.rules.length + 1], ['分布', summary.bands.length + summary.grades.length + 18], ['未核查', 2],
  ]);
  const cells = reading.snapshot.grids.flatMap((grid) => grid.cells);
  expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
  expect(cells.find(({ value }) => value === '=cmd.xlsx')).toBeDefined();
});

const openpyxl = spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0;
(openpyxl ? test : test.skip)('an independent reader finds frozen heads, filters, colours, links and the chart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'biaoli-summary-'));
  try {
    writeFileSync(join(folder, 'a.xlsx'), summaryXlsx(summary));
    const script = 'import sys, openpyxl; b = openpyxl.load_workbook(sys.argv[1]); print([(s.title, s.freeze_panes, s.auto_filter.ref, len(s.conditional_formatting), len(s._charts), s.print_title_rows) for s in b.worksheets], b.worksheets[0]["A2"].hyperlink.location)';
    const { stdout } = spawnSync('/usr/bin/python3', ['-c', script, join(folder, 'a.xlsx')], { encoding: 'utf8' });
    expect(stdout).toContain(`('单位', 'A2', 'A1:J${summary.units.length + 1}', 1, 0, '$1:$1')`);
    expect(stdout).toMatch(/'分布', 'A2', 'A1:D\d+', 0, 1/);
    expect(stdout).toMatch(/'各表'!A\d+/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('one word for how grave a finding is, on the page, in the lists and in the sheet put into a workbook; verdicts say what they count, files that could not be checked lead to their reasons', () => {
  const html = summaryHtml(summary, { title: '', at: '' });
  expect(html).toContain('级别');
  const sheets = summaryCsvs(summary).map(({ text }) => text);
  expect([html, ...sheets].join('')).not.toMatch(/程度<|,程度,|类别<\/button/);
  expect(RESULT_COLUMNS.map(({ title }) => title)).toContain('级别');
  expect(html).toMatch(/<strong>\d+ <small>张表<\/small><\/strong>/);
  expect(html).toMatch(/<a href="#rest">其中 \d+ 个文件未能核查<\/a>/);
});
