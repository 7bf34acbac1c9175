// The letter to a unit as a Word file laid out as an official paper. Runs in browsers as well: no file, no clock; the same input gives the same bytes.
import { Document, Footer, PageNumber, Packer, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { tablesByUnit, letterContent, type LetterContent, type LetterPoint, type LetterTable } from './letter-content';
import { font, fontTableXml, LETTER, NUMBER, PAGE, signatureIndents, STYLE, STYLES } from './letter-layout';
import { chineseNumber, paperDate } from './letter-numerals';
import { fill, type LetterTemplate, type Placeholder } from './letter-template';
import { nameText } from './letter-words';
import { zipOf } from './letter-zip';
import type { FileRecord } from './record';
import type { UnitLine } from './summary';

/** What is the same in all letters of a run. */
export interface LetterForm {
  readonly template: LetterTemplate;
  /** ISO date of the letter. */
  readonly date: string;
  /** Who signs; null: left to be filled in. */
  readonly from: string | null;
  /** ISO date until which the unit has to answer; null: within five working days. */
  readonly due: string | null;
}

const NO_SIGNER = '（审核单位盖章）';
const SOON = '收到本意见书之日起5个工作日内';
const ASSUMED = '注：依据标明“推定”的，是按绩效自评通行做法掌握的，没有见到原文。你单位执行的上级文件另有规定的，以规定为准，请随说明附上文件。';

function conclusion({ corrections, explanations, explained, notChecked, tables }: LetterContent): string {
  const parts = [
    ...(corrections > 0 ? [`须更正的问题${corrections}处`] : []),
    ...(explanations > 0 ? [`须核实或说明的问题${explanations}处`] : []),
    ...(notChecked > 0 ? [`${notChecked}张表未能核查`] : []),
  ].join('，');
  const verdict = tables.length === 0 ? '经审核，未发现需要更正或者说明的问题，我们没有意见。' : corrections > 0 ? `未通过，退回更正。共发现${parts}。` : explanations > 0 ? `待核实。共发现${parts}。` : `${parts}。`;
  return `${verdict}${explained > 0 ? `已作书面说明的${explained}处不再列出。` : ''}`;
}

function demand({ corrections, explanations }: LetterContent): string {
  if (corrections > 0) return explanations > 0 ? '对须更正的问题逐项更正，对须核实或说明的问题逐项更正或者书面说明' : '对上述问题逐项更正';
  return explanations > 0 ? '对上述问题逐项核实，更正或者书面说明' : '检查并补全表格';
}

const run = (text: string, bold = false): TextRun => new TextRun({ text, bold });

function paragraph(style: string, text: string, more: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({ style, children: text === '' ? [] : [run(text)], ...more });
}

function pointParagraphs({ number, title, count, items, rest, basis, action }: LetterPoint): Paragraph[] {
  const [first] = items;
  const answer = `${basis}办理：${action}。`;
  const head = run(`${number}.${title}${count > 1 ? `（${count}处）` : ''}。`, true);
  const body = (children: readonly TextRun[]): Paragraph => new Paragraph({ style: STYLE.body, children });
  const follows = items.map((item) => item.follows.map((text) => run(text)));
  if (count === 1 && first) return [body([head, run(first.text), ...(follows[0] ?? [])]), body([run(answer)])];
  return [
    body([head, run(answer)]),
    ...items.map(({ text }, at) => body([run(`（${at + 1}）${text}`), ...(follows[at] ?? [])])),
    ...(rest === null ? [] : [body([run(rest)])]),
  ];
}

function tableParagraphs(table: LetterTable, at: number): Paragraph[] {
  const total = (points: readonly LetterPoint[]): number => points.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    ...(table.correct.length > 0 ? [{ title: `须更正的问题（${total(table.correct)}处）`, paragraphs: (): Paragraph[] => table.correct.flatMap(pointParagraphs) }] : []),
    ...(table.explain.length > 0 ? [{ title: `须核实或说明的问题（${total(table.explain)}处）`, paragraphs: (): Paragraph[] => table.explain.flatMap(pointParagraphs) }] : []),
    ...(table.notChecked.length > 0 ? [{ title: '未能核查的内容', paragraphs: (): Paragraph[] => table.notChecked.map((text) => paragraph(STYLE.body, text)) }] : []),
  ];
  return [
    paragraph(STYLE.first, `${chineseNumber(at + 1)}、${table.heading}`),
    paragraph(STYLE.body, table.facts, { keepNext: true }),
    ...parts.flatMap(({ title, paragraphs }, part) => [paragraph(STYLE.second, `（${chineseNumber(part + 1)}）${title}`), ...paragraphs()]),
  ];
}

function paragraphsOf(content: LetterContent, { template, date, from, due }: LetterForm): Paragraph[] {
  const lines = content.tables.length === 0 ? template.noObjection : template.opinion;
  const values: Readonly<Record<Placeholder, string>> = {
    单位: content.unit, 项目: content.projects, 年度: content.years, 表: content.sent, 问题: '', 结论: conclusion(content), 要求: demand(content),
    期限: due === null ? SOON : `${paperDate(due)}前`, 日期: paperDate(date), 落款: from === null || nameText(from) === '' ? NO_SIGNER : nameText(from),
  };
  const indents = signatureIndents(values.落款, values.日期);
  const signed = lines.findIndex(({ text }) => text.trim() === '{落款}' || text.trim() === '{日期}');
  const before = signed < 0 ? -1 : lines.slice(0, signed).findLastIndex(({ text }) => text !== '');
  return lines.flatMap(({ text }, at): Paragraph[] => {
    const line = text.trim();
    const filled = fill(text, values).trim();
    // A signature never stands on a page without a line of the letter above it.
    const keepNext = before >= 0 && at >= before && at < signed;
    if (at === 0) return [paragraph(STYLE.title, filled)];
    if (line === '{问题}') return [...content.tables.flatMap(tableParagraphs), ...(content.assumed ? [paragraph(STYLE.body, ASSUMED)] : [])];
    // Room for the stamp, which lies over signer and date.
    if (line === '{落款}') return [paragraph(STYLE.signature, '', { keepNext: true }), paragraph(STYLE.signature, filled, { indent: { right: indents.signer }, keepNext: true })];
    // What follows the date (whom to call) never stands alone on a page.
    if (line === '{日期}') return [paragraph(STYLE.signature, filled, { indent: { right: indents.date }, keepNext: at < lines.length - 1 })];
    if (/^\{单位\}[：:]?$/.test(line)) return [paragraph(STYLE.addressee, filled)];
    return [paragraph(STYLE.body, filled, { keepNext, keepLines: keepNext })];
  });
}

/** 四号 digits between dashes, outside on both sides of a sheet, one letter from the edge. */
function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({ children: [new Paragraph({ alignment: side, indent: { [side]: LETTER }, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: font('number'), size: NUMBER })] })] });
}

/** `docx` puts the moment of writing into the file: it becomes the letter's date. */
function stable(bytes: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(bytes);
  const dated = Object.entries(parts).map(([name, part]): [string, Uint8Array] => {
    if (name === 'word/fontTable.xml') return [name, strToU8(fontTableXml())];
    if (name !== 'docProps/core.xml') return [name, part];
    return [name, strToU8(strFromU8(part).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${date}T00:00:00Z`))];
  });
  return zipOf(dated, date);
}

/**
 * The letter to a unit of the summary as .docx. Of the records those that hold tables of the unit are used; a unit without findings gets the letter of no objection.
 * Rejects for bugs only.
 */
export async function letterBytes(unit: Pick<UnitLine, 'unit'>, records: readonly FileRecord[], form: LetterForm): Promise<Uint8Array> {
  return contentBytes(letterContent(unit.unit, tablesByUnit(records).get(unit.unit) ?? []), form);
}

/** The same for content that is known already. */
export async function contentBytes(content: LetterContent, form: LetterForm): Promise<Uint8Array> {
  const file = new Document({
    title: `绩效自评审核意见书（${content.unit}）`, creator: '表里如一', lastModifiedBy: '表里如一', styles: STYLES, evenAndOddHeaderAndFooters: true,
    sections: [{ properties: { page: PAGE }, footers: { default: pageNumber('right'), even: pageNumber('left') }, children: paragraphsOf(content, form) }],
  });
  return stable(new Uint8Array(await Packer.toArrayBuffer(file)), form.date);
}
