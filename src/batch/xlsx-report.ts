// The summary as a workbook for Excel and WPS: sheets 单位, 各表, 规则, 雷同 and 与上年比较 where these were compared, 分布 with a chart, 未核查.
import { strToU8, zipSync } from 'fflate';
import { SEVERITY_WORDS, VERDICT_WORDS } from '../exports/words';
import type { Comparisons } from './comparisons';
import { copiesSheet, lastYearSheet } from './copies-sheets';
import { kindWord } from './csv';
import type { Summary } from './summary';
import { chartXml, drawingXml } from './xlsx-chart';
import { sheetXml, stylesXml, xml, type XlsxCell, type XlsxSheet } from './xlsx-sheet';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Of every entry: the same summary gives the same bytes. */
const TIME = new Date(2000, 0, 1);

const SPREAD = '分布';

function sheetsOf(summary: Summary, { copies, lastYear }: Comparisons): readonly XlsxSheet[] {
  const { units, tables, rules, bands, grades, notReviewed } = summary;
  const firstOf = new Map<string, number>();
  for (const [at, { unit, file }] of tables.entries()) if (!firstOf.has(unit ?? file)) firstOf.set(unit ?? file, at + 2);
  const toTable = (unit: string): XlsxCell => {
    const row = firstOf.get(unit);
    return row === undefined ? unit : { text: unit, link: `'各表'!A${row}` };
  };
  const gravest = ({ gravest: one }: { readonly gravest: Summary['units'][number]['gravest'] }): string => (one === null ? '' : `${one.cell} ${one.message}`);
  return [
    {
      name: '单位', words: 1, drawing: null,
      columns: [{ title: '单位', width: 32, style: 'wrapped' }, { title: '结论', width: 10 }, { title: '文件', width: 8, style: 'whole' }, { title: '表', width: 8, style: 'whole' }, { title: '错误', width: 8, style: 'whole' }, { title: '待核实', width: 8, style: 'whole' }, { title: '首要问题', width: 64, style: 'wrapped' }],
      rows: units.map((line) => [toTable(line.unit), VERDICT_WORDS[line.verdict], line.files, line.tables, line.errors, line.verify, gravest(line)]),
    },
    {
      name: '各表', words: 4, drawing: null,
      columns: [
        { title: '单位', width: 28, style: 'wrapped' }, { title: '项目', width: 28, style: 'wrapped' }, { title: '表', width: 18, style: 'wrapped' }, { title: '年度', width: 8 }, { title: '结论', width: 10 },
        { title: '自评得分', width: 10, style: 'score' }, { title: '复核得分', width: 10, style: 'score' }, { title: '最低可能', width: 10, style: 'score' }, { title: '最高可能', width: 10, style: 'score' },
        { title: '自评等级', width: 10 }, { title: '复核等级', width: 10 }, { title: '错误', width: 8, style: 'whole' }, { title: '待核实', width: 8, style: 'whole' }, { title: '首要问题', width: 48, style: 'wrapped' }, { title: '文件', width: 32, style: 'wrapped' }, { title: '工作表', width: 18 },
      ],
      rows: tables.map((line) => [
        line.unit ?? '', line.project ?? '', kindWord(line.kind), line.year, VERDICT_WORDS[line.verdict], line.claimed, line.computed, line.low, line.high,
        line.claimedGrade ?? '', line.grade ?? '', line.errors, line.verify, gravest(line), line.file, line.sheet,
      ]),
    },
    {
      name: '规则', words: null, drawing: null,
      columns: [{ title: '规则', width: 24, style: 'wrapped' }, { title: '程度', width: 8 }, { title: '单位', width: 8, style: 'whole' }, { title: '表', width: 8, style: 'whole' }, { title: '处', width: 8, style: 'whole' }, { title: '例一', width: 48, style: 'wrapped' }, { title: '例二', width: 48, style: 'wrapped' }, { title: '例三', width: 48, style: 'wrapped' }],
      rows: rules.map(({ title, severity, units: count, tables: where, findings, examples }) => [
        title, SEVERITY_WORDS[severity], count, where, findings, ...[0, 1, 2].map((at) => { const one = examples[at]; return one ? `${one.message}（${one.file} ${one.cell}）` : ''; }),
      ]),
    },
    ...(copies ? [copiesSheet(copies)] : []),
    ...(lastYear ? [lastYearSheet(lastYear)] : []),
    {
      name: SPREAD, words: null, drawing: 'rId1',
      columns: [{ title: '得分或等级', width: 16 }, { title: '自评', width: 10, style: 'whole' }, { title: '复核', width: 10, style: 'whole' }],
      rows: [
        ...bands.map(({ from, to, claimed, computed }, at): readonly XlsxCell[] => [at === 0 ? `${to} 以下` : at === bands.length - 1 ? `${from} 以上` : `${from}～${to}`, claimed, computed]),
        ...grades.map(({ grade, claimed, computed }): readonly XlsxCell[] => [grade, claimed, computed]),
      ],
    },
    {
      name: '未核查', words: null, drawing: null,
      columns: [{ title: '文件', width: 48, style: 'wrapped' }, { title: '原因', width: 80, style: 'wrapped' }],
      rows: notReviewed.map(({ file, reason }) => [file, reason]),
    },
  ];
}

/** The workbook's bytes; the same summary gives the same ones. */
export function summaryXlsx(summary: Summary, comparisons: Comparisons = {}): Uint8Array {
  const sheets = sheetsOf(summary, comparisons);
  const spread = sheets.findIndex(({ name }) => name === SPREAD) + 1;
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string): string => `<Relationship Id="rId${id}" Type="${DOC}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'spreadsheetml.sheet.main')}${sheets.map((_, at) => override(`/xl/worksheets/sheet${at + 1}.xml`, 'spreadsheetml.worksheet')).join('')}${override('/xl/styles.xml', 'spreadsheetml.styles')}${override('/xl/drawings/drawing1.xml', 'drawing')}${override('/xl/charts/chart1.xml', 'drawingml.chart')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets>${sheets.map(({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets><definedNames>${sheets.map(({ name, columns, rows }, at) => `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">'${name}'!$A$1:$${String.fromCharCode(64 + columns.length)}$${rows.length + 1}</definedName>`).join('')}${sheets.map(({ name }, at) => `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${name}'!$1:$1</definedName>`).join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': stylesXml(),
    [`xl/worksheets/_rels/sheet${spread}.xml.rels`]: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'drawing', '../drawings/drawing1.xml')}</Relationships>`,
    'xl/drawings/drawing1.xml': drawingXml(),
    'xl/drawings/_rels/drawing1.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'chart', '../charts/chart1.xml')}</Relationships>`,
    'xl/charts/chart1.xml': chartXml(SPREAD, summary.bands.length),
  };
  for (const [at, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, at === 0);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 6, mtime: TIME });
}
