// Writes the sample workbooks of assets/samples from fixtures of the corpus, formatted as a bureau would send them: node test/corpus/make-samples.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Words that mark a cell as a label of the form; everything else is what the unit filled in. */
const LABEL = /^(项目名称|主管部门|实施单位|项目资金|年初|全年|分值|执行率|得分|年度|其中：当年|上年结转|其他资金$|预期目标|实际完成|绩效指标|[一二三]级指标|偏差原因|产出指标|效益指标|(数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标|总分|区级预算|重点工作|履职|满意度$|财政供养|编制数|控制率|经费控制|\d{4}年.*数$|楼堂馆所|批复规模|实际规模|规模控制率|预算投资|实际投资|投资概算|厉行节约)/;

const SAMPLES = [
  { file: 'project.xlsx', sheets: [{ fixture: 'hunan-project-2022', name: '项目支出绩效自评表', widths: [5, 11, 13, 15, 12, 13, 13, 9, 9, 9, 11] }] },
  {
    file: 'department.xlsx',
    sheets: [
      { fixture: 'hunan-department-2024', name: '部门整体支出绩效自评表', widths: [5, 11, 12, 17, 13, 13, 13, 9, 10, 9, 11] },
      { fixture: 'hunan-base-data-2024', name: '基础数据表', widths: [32, 13, 13, 13, 13, 13, 13] },
    ],
  },
];

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const letters = (column) => (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

function rangeOf(ref) {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref);
  const column = (name) => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { top: Number(top), bottom: Number(bottom), left: column(left), right: column(right) };
}

/** A number where the text is a plain numeral or percentage; its format shows the digits as written. */
function contentOf(raw) {
  const text = raw.trim();
  const match = /^-?\d+(?:\.(\d+))?(%?)$/.exec(text);
  if (!match) return { text, format: '' };
  const decimals = match[1]?.length ?? 0;
  const format = `0${decimals ? `.${'0'.repeat(decimals)}` : ''}${match[2] ?? ''}`;
  const number = match[2] ? Number((parseFloat(text) / 100).toFixed(decimals + 2)) : Number(text);
  return { text, number, format: format === '0' ? '' : format };
}

/** Styles by what they look like, in order of first use. */
class Styles {
  formats = [];
  looks = [];

  index(look) {
    const key = JSON.stringify(look);
    const known = this.looks.indexOf(key);
    return 1 + (known >= 0 ? known : this.looks.push(key) - 1);
  }

  xml() {
    const xfs = this.looks.map((key) => {
      const { font, border, horizontal, indent = 0, format = '' } = JSON.parse(key);
      if (format && !this.formats.includes(format)) this.formats.push(format);
      const numFmt = format ? 164 + this.formats.indexOf(format) : 0;
      return `<xf numFmtId="${numFmt}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center"${indent ? ` indent="${indent}"` : ''} wrapText="1"/></xf>`;
    });
    const font = (size, bold) => `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;
    const side = (name) => `<${name} style="thin"><color auto="1"/></${name}>`;
    const formats = this.formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`).join('');
    return `${HEAD}<styleSheet xmlns="${MAIN}">${formats && `<numFmts count="${this.formats.length}">${formats}</numFmts>`}`
      + `<fonts count="3">${font(10.5, false)}${font(10.5, true)}${font(16, true)}</fonts>`
      + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
      + `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`
      + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
      + `<cellXfs count="${xfs.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs.join('')}</cellXfs>`
      + '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
  }
}

/** Lines that a text takes when wrapped: a full-width character is two units of column width. */
function linesOf(text, width) {
  const units = (line) => [...line].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 2.1 : 1.1), 0);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(units(line) / (width - 1))), 0);
}

function lookOf({ raw, content, row, lastRow, column, isFootnote }) {
  if (row === 1) return { font: 2, border: 0, horizontal: 'center' };
  if (isFootnote && row === lastRow) return { font: 0, border: 0, horizontal: 'left' };
  const label = LABEL.test(content.text.replace(/\s/g, ''));
  const indent = column === 1 && /^ {2,}/.test(raw) ? (/^ {10,}/.test(raw) ? 4 : 2) : 0;
  const left = content.text.length > 24 || indent > 0 || (isFootnote && column === 1 && row > 4);
  return { font: label ? 1 : 0, border: 1, horizontal: left ? 'left' : 'center', indent, format: content.format };
}

function sheetXml({ fixture, widths }, styles, strings) {
  const { rows, merges } = JSON.parse(readFileSync(new URL(`tables/${fixture}.json`, import.meta.url), 'utf8'));
  const ranges = merges.map(rangeOf);
  const isFootnote = rows.at(-1)[0].startsWith('说明');
  const rowXml = rows.map((cells, r) => {
    let height = r === 0 ? 36 : 22;
    const made = cells.map((raw, c) => {
      const content = contentOf(raw);
      const range = ranges.find(({ top, bottom, left, right }) => r + 1 >= top && r + 1 <= bottom && c + 1 >= left && c + 1 <= right) ?? { top: r + 1, bottom: r + 1, left: c + 1, right: c + 1 };
      if (content.text && range.top === range.bottom && r > 0) height = Math.max(height, 14.5 * linesOf(content.text, widths.slice(range.left - 1, range.right).reduce((a, b) => a + b, 0)) + 6);
      const style = styles.index(lookOf({ raw, content, row: r + 1, lastRow: rows.length, column: c + 1, isFootnote }));
      const head = `<c r="${letters(c + 1)}${r + 1}" s="${style}"`;
      if (content.number !== undefined) return `${head}><v>${content.number}</v></c>`;
      if (!content.text) return `${head}/>`;
      if (!strings.includes(content.text)) strings.push(content.text);
      return `${head} t="s"><v>${strings.indexOf(content.text)}</v></c>`;
    });
    return `<row r="${r + 1}" ht="${Math.min(409, height)}" customHeight="1">${made.join('')}</row>`;
  }).join('');
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${letters(widths.length)}${rows.length}"/>`
    + `<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="22"/><cols>${columns}</cols><sheetData>${rowXml}</sheetData>`
    + `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    + '<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
    + '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/></worksheet>';
}

function workbook({ sheets }) {
  const styles = new Styles();
  const strings = [];
  const parts = Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, styles, strings)]));
  const relate = (list) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const override = (part, type) => `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
      + `${override('workbook', 'sheet.main')}${sheets.map((_, i) => override(`worksheets/sheet${i + 1}`, 'worksheet')).join('')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}</Types>`,
    '_rels/.rels': relate([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets><calcPr calcId="191029"/></workbook>`,
    'xl/_rels/workbook.xml.rels': relate([...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]), ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]),
    ...parts,
    'xl/styles.xml': styles.xml(),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
  };
}

const folder = new URL('../../assets/samples/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const sample of SAMPLES) {
  const parts = Object.fromEntries(Object.entries(workbook(sample)).map(([name, xml]) => [name, strToU8(xml)]));
  // A fixed date, so that the same fixtures give the same bytes.
  writeFileSync(new URL(sample.file, folder), zipSync(parts, { mtime: new Date(2024, 0, 1), level: 9 }));
  console.log(sample.file);
}
