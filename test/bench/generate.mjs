// Workbooks for measuring, written as Chinese Excel writes them: five sheets, two of which hold a self-evaluation table; every file has figures and names of its own.
import { strToU8, zipSync } from 'fflate';
import { officeParts } from './office-parts.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const COLUMNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A repeatable sequence in [0, 1): the same files in every run. */
function sequence(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

class Package {
  strings = new Map();
  sheets = [];

  string(text) {
    if (!this.strings.has(text)) this.strings.set(text, this.strings.size);
    return this.strings.get(text);
  }

  add(name, rows, merges = []) {
    const data = rows.map((row, r) => `<row r="${r + 1}" spans="1:${row.length}" ht="${r === 0 ? '27' : '15.75'}" customHeight="1" x14ac:dyDescent="0.2">${row.map((value, c) => {
      // Inside a table blank cells stand with their borders.
      if (value === null) return merges.length > 0 ? `<c r="${COLUMNS[c]}${r + 1}" s="2"/>` : '';
      const at = `${COLUMNS[c]}${r + 1}`;
      if (typeof value === 'number') return `<c r="${at}" s="1"><v>${value}</v></c>`;
      if (typeof value === 'object') return `<c r="${at}" s="1"><f>${escape(value.f)}</f><v>${value.v}</v></c>`;
      return `<c r="${at}" s="2" t="s"><v>${this.string(value)}</v></c>`;
    }).join('')}</row>`).join('');
    const merged = merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
    this.sheets.push({ name, xml: `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${DOC}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><dimension ref="A1:${COLUMNS[Math.max(...rows.map((row) => row.length)) - 1]}${rows.length}"/><sheetViews><sheetView${this.sheets.length === 0 ? ' tabSelected="1"' : ''} workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/><cols><col min="1" max="1" width="9.125" customWidth="1"/><col min="2" max="3" width="12.625" customWidth="1"/><col min="4" max="10" width="13.5" customWidth="1"/></cols><sheetData>${data}</sheetData>${merged}<phoneticPr fontId="1" type="noConversion"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait" horizontalDpi="600" verticalDpi="600"/></worksheet>` });
  }

  bytes() {
    const numbers = this.sheets.map((_, i) => i + 1);
    const override = (part, type) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
    const parts = {
      '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${numbers.map((n) => override(`/xl/worksheets/sheet${n}.xml`, 'worksheet')).join('')}${override('/xl/styles.xml', 'styles')}${override('/xl/sharedStrings.xml', 'sharedStrings')}<Override PartName="/xl/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`,
      '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOC}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${DOC}/extended-properties" Target="docProps/app.xml"/></Relationships>`,
      'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="27425"/><workbookPr defaultThemeVersion="166925"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12375"/></bookViews><sheets>${this.sheets.map((sheet, i) => `<sheet name="${sheet.name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets><calcPr calcId="191029"/></workbook>`,
      'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((n) => `<Relationship Id="rId${n}" Type="${DOC}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId${numbers.length + 1}" Type="${DOC}/styles" Target="styles.xml"/><Relationship Id="rId${numbers.length + 2}" Type="${DOC}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId${numbers.length + 3}" Type="${DOC}/theme" Target="theme/theme1.xml"/></Relationships>`,
      ...officeParts(this.sheets.map((sheet) => sheet.name)),
      'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${this.strings.size}">${[...this.strings.keys()].map((text) => `<si><t>${escape(text)}</t><phoneticPr fontId="1" type="noConversion"/></si>`).join('')}</sst>`,
    };
    this.sheets.forEach((sheet, i) => { parts[`xl/worksheets/sheet${i + 1}.xml`] = sheet.xml; });
    for (const sheet of this.sheets) sheet.xml = '';
    return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 6 });
  }
}

const PLACES = ['全市', '城区', '乡镇', '辖区', '重点企业', '中小学', '社区', '园区', '示范点', '窗口单位'];
const DOINGS = ['新建', '改造', '维护', '检测', '培训', '宣传', '采购', '发放', '巡查', '评审', '养护', '资助'];
const THINGS = ['道路', '设备', '人员', '项目', '场次', '台账', '档案', '管网', '路灯', '绿地', '补贴对象', '监测点', '信息系统'];
const UNITS = ['次', '个', '人次', '公里', '台', '户', '场', '份'];
const pick = (random, from) => from[Math.floor(random() * from.length)];
const unitOf = (i) => UNITS[i % UNITS.length];

/** A self-evaluation table of `lines` rows and 10 columns; about one in five has a wrong rate, so that there is something to correct. */
function table(random, lines, unit) {
  const budget = Math.round(random() * 9000 + 500) / 10;
  const spent = Math.round(budget * (0.6 + 0.4 * random()) * 10) / 10;
  const rate = random() < 0.2 ? '100%' : `${((spent / budget) * 100).toFixed(2)}%`;
  const score = Math.round((spent / budget) * 1000) / 100;
  const rows = [
    ['2022年度项目支出绩效自评表', ...Array(9).fill(null)],
    ['项目名称', null, `${unit}专项经费`, ...Array(7).fill(null)],
    ['主管部门', null, '青石县财政局', null, null, '实施单位', unit, null, null, null],
    ['项目资金\n（万元）', null, null, null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, null, '年度资金总额', null, budget, budget, spent, 10, rate, score],
    [null, null, '其中：当年财政拨款', null, budget, budget, spent, '—', '—', '—'],
    [null, null, '上年结转资金', null, 0, 0, 0, '—', '—', '—'],
    ['年度总体目标', '预期目标', null, null, null, null, '实际完成情况', null, null, null],
    [null, '完成年度各项任务并保障运转。', null, null, null, null, '各项任务已按计划完成，运转正常。', null, null, null],
    ['绩效指标', '一级指标', '二级指标', '三级指标', null, '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  ];
  const count = lines - rows.length - 1;
  const weight = Math.floor(9000 / count) / 100;
  let total = score;
  for (let i = 0; i < count; i++) {
    const target = Math.round(random() * 100) + 2;
    const points = i === count - 1 ? Math.round((90 - weight * (count - 1)) * 100) / 100 : weight;
    total += points;
    rows.push([null, i === 0 ? '产出指标' : null, i === 0 ? '数量指标' : null, `${pick(random, PLACES)}${pick(random, DOINGS)}${pick(random, THINGS)}（第${i + 1}项）`, null, `≥${target}${unitOf(i)}`, `${target}${unitOf(i)}`, points, points, null]);
  }
  rows.push(['总分', ...Array(6).fill(null), 100, Math.round(total * 100) / 100, null]);
  const last = rows.length;
  return { rows, merges: ['A1:J1', 'A4:B7', 'C4:D4', 'C5:D5', 'C6:D6', 'C7:D7', 'A8:A9', 'B8:F8', 'G8:J8', 'B9:F9', 'G9:J9', `A10:A${last - 1}`, `B11:B${last - 1}`, `C11:C${last - 1}`, `A${last}:G${last}`] };
}

/** An ordinary ledger sheet: what stands beside the tables in a unit's workbook. */
function ledger(random, lines) {
  const rows = [['日期', '凭证号', '摘要', '科目', '借方', '贷方', '余额', '经办', '备注', '核对']];
  while (rows.length < lines) {
    const amount = Math.round(random() * 1e6) / 100;
    rows.push([`2022-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-15`, `记-${rows.length}`, `${pick(random, PLACES)}${pick(random, DOINGS)}${pick(random, THINGS)}第${Math.floor(random() * 400)}批`, '商品和服务支出', amount, 0, { f: `E${rows.length + 1}-F${rows.length + 1}`, v: amount }, '张三', rows.length % 3 === 0 ? '已核' : null, amount]);
  }
  return rows;
}

/** The i-th workbook: `lines` rows by 10 columns on each of five sheets, two of them tables. */
export function workbook(i, lines = 40) {
  const random = sequence(i + 1);
  const made = new Package();
  for (let n = 0; n < 2; n++) {
    const { rows, merges } = table(random, lines, `第${i}单位${n}科`);
    made.add(`自评表${n + 1}`, rows, merges);
  }
  for (let n = 0; n < 3; n++) made.add(`明细${n + 1}`, ledger(random, lines));
  return made.bytes();
}

/** One large data sheet beside a table. */
export function large(lines = 50_000, columns = 20) {
  const random = sequence(7);
  const made = new Package();
  const { rows, merges } = table(random, 40, '大表单位');
  made.add('自评表', rows, merges);
  made.add('数据', Array.from({ length: lines }, (_, r) => Array.from({ length: columns }, (_c, c) => (c % 4 === 0 ? `文字${Math.floor(random() * 5000)}` : Math.round(random() * 1e6) / 100 + r))));
  return made.bytes();
}
