// Whatever hosts, readers and rubrics say in finished Chinese sentences is told in English: their sources are searched for such sentences.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { corpusTables, toSnapshot } from '../../test/corpus/workbooks';
import { reviewWorkbook } from '../review/review-workbook';
import { sayIn } from './catalogue';
import { FILE_CLAUSES } from './file-clauses';
import { HOST_CLAUSES } from './host-clauses';
import { inEnglish } from './sentences-in-english';
import { TABLE_CLAUSES } from './table-clauses';

const SRC = join(__dirname, '..');
const CHINESE = /[\u4e00-\u9fff]/;
const ALL = { ...HOST_CLAUSES, ...FILE_CLAUSES, ...TABLE_CLAUSES };

/** Rooms whose sentences reach a pane; templates' forms are content of sheets. */
const ROOMS = ['workbooks/excel', 'workbooks/package', 'workbooks/grid', 'workbooks/word', 'workbooks', 'review', 'rubrics', 'reading', 'addin', 'batch/limits.ts', 'cli/file-problems.ts'];
const CONVERSIONS = readdirSync(join(SRC, 'templates')).filter((name) => /^convert.*\.ts$/.test(name)).map((name) => `templates/${name}`);

/** Sentences whose parts are put together from others at run time: each of these is tried as it comes out. */
const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  '工作表“{0}”一直用到 {1}，{2}；如果那里没有要核查的内容，请删去多余的行列（按 Ctrl+End 可以看到最后一格）。': ['工作表“甲”一直用到 Z9，没有读；如果那里没有要核查的内容，请删去多余的行列（按 Ctrl+End 可以看到最后一格）。', '工作表“甲”一直用到 Z9，只读了 A1:C3；如果那里没有要核查的内容，请删去多余的行列（按 Ctrl+End 可以看到最后一格）。'],
  '这个版本的 Excel 插入报告里的表格或模板时，不能带上打印设置{0}：请插入后自行设置，或更新 Excel。': ['这个版本的 Excel 插入报告里的表格或模板时，不能带上打印设置：请插入后自行设置，或更新 Excel。', '这个版本的 Excel 插入报告里的表格或模板时，不能带上打印设置、下拉选项和输入限制：请插入后自行设置，或更新 Excel。'],
  '工作表“{0}”{1} 的{2}说明不再对应任何问题，可以删去。': ['工作表“甲”B2 的说明不再对应任何问题，可以删去。', '工作表“甲”B2 的“执行率”说明不再对应任何问题，可以删去。'],
  '按指定使用口径“{0}”{1}。': ['按指定使用口径“x”。', '按指定使用口径“x”（版本 2）。'],
  '{0}，采用{1}“{2}”{3}。': ['表内没有写明地区，采用全国通行口径“甲”。', '地区为湖北，表头分值与之一致，年度为 2022，采用“甲”。', '表内有“乙”，采用“甲”，但本表的分值或一级指标与之不同。', '湖北的已知口径与本表不符，采用全国通行口径“甲”，但本表的分值或一级指标与之不同。', '没有编号为“x”的口径，已自动选用：没有更合适的口径，采用全国通行口径。', '本单位的自定口径适用于项目支出自评表，表注分值与之一致，采用“甲”。', '本单位的自定口径（版本 2）适用于项目支出自评表，采用“甲”。'],
  '一级指标分值合计为{0}{1}，与总分值 {2} 不符，请改正。': ['一级指标分值合计为80～90，与总分值 100 不符，请改正。'],
  '“{0}{1}”归入目标表的“{2}”。': ['“甲·乙”归入目标表的“丙”。'],
  ...Object.fromEntries(['请填数字，例如 30；有幅度的写 30–40。', '不能空着，请写上。', '请填 0 到 100% 之间的数。', '请填数字，例如 90。', '请填百分数，例如 30%。', '不合要求，请改正。'].map((wish) => [wish, [`“分值”${wish}`]])),
};

function sources(path: string): readonly string[] {
  const whole = join(SRC, path);
  if (path.endsWith('.ts')) return [whole];
  return readdirSync(whole).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => join(whole, name));
}

/** Texts of a source that end as a sentence or its first half does, {0} for what fills them. */
function sentencesOf(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) ? node.text
      : ts.isTemplateExpression(node) ? node.head.text + node.templateSpans.map((span, at) => `{${at}}${span.literal.text}`).join('') : null;
    if (text !== null && CHINESE.test(text) && /[。；]$/.test(text)) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

const filled = (template: string): string => template.replace(/\{(\d)\}/g, (_, at: string) => `X${at}`);
const said = [...new Set([...ROOMS, ...CONVERSIONS].flatMap(sources).flatMap(sentencesOf))];

test('the sources say a good many sentences', () => {
  expect(said.length).toBeGreaterThan(200);
});

test.each(said)('%s', (template) => {
  for (const sentence of PUT_TOGETHER[template] ?? [filled(template)]) {
    const english = inEnglish(sentence);
    expect(english).not.toBe(sentence);
    // What filled it stays; nothing else is Chinese but words that the forms themselves bear.
    for (const part of sentence.match(/X\d/g) ?? []) expect(english).toContain(part);
  }
});

test('what no source says any more is not kept', () => {
  const text = [...ROOMS, ...CONVERSIONS].flatMap(sources).map((file) => readFileSync(file, 'utf8')).concat(...Object.values(PUT_TOGETHER)).join('\n');
  const pieces = (chinese: string): readonly string[] => chinese.split(/\{\d\}|[“”]/).filter((piece) => piece.length > 4);
  expect(Object.keys(ALL).filter((chinese) => !pieces(chinese).every((piece) => text.includes(piece)))).toEqual([]);
});

test('an English clause takes over what fills the Chinese one, and begins small, since it may stand within a sentence', () => {
  const numbers = (text: string): readonly string[] => [...new Set(text.match(/\{\d\}/g))].sort();
  for (const [chinese, english] of Object.entries(ALL)) {
    expect([chinese, numbers(english)]).toEqual([chinese, numbers(chinese)]);
    expect([chinese, /^[-a-z“.{]|^(?:Excel|Word)\b/.test(english) && !/[.;]$/.test(english)]).toEqual([chinese, true]);
  }
});

test('why a rubric judges the tables is told, and what is not known stays whole', () => {
  const whys = corpusTables().flatMap((table) => reviewWorkbook(toSnapshot([table])).tables.map(({ choice }) => choice.why));
  expect(whys.length).toBeGreaterThan(15);
  expect(whys.filter((why) => inEnglish(why) === why)).toEqual([]);
  expect(inEnglish('地区为湖北，年度为 2022，采用“湖北省项目支出”。')).toBe('The place is 湖北, the year is 2022: “湖北省项目支出” is used.');
  expect(inEnglish('这是 PDF 文件，不是 Excel 工作簿；请取得表格的 .xlsx 原文件再试。')).toBe('This is a PDF file, not an Excel workbook; please get the table as .xlsx and try again.');
  for (const own of ['某单位自己写的一句话。', '请检查；某单位自己写的。', '绩效自评表.xlsx', '']) expect(inEnglish(own)).toBe(own);
});

test('a sentence within a message is told in the pane’s language', () => {
  const reason = '文件是空的（0 字节），可能没有下载完或保存失败；请重新取得原文件。';
  expect(sayIn('en-US')('partly.where', { sheet: '表1', range: 'A1:B2', reason })).toBe('表1 A1:B2: The file is empty (0 bytes): it may not have been downloaded or saved to the end; please get the original again.');
  expect(sayIn('zh-CN')('partly.where', { sheet: '表1', range: 'A1:B2', reason })).toContain(reason);
});
