// What the template left for the unit to replace or remove, and nobody did.
import { present } from '../model/present';
import type { Entry, Indicator, Table } from '../model/table';
import { FILLING_BASIS } from './basis';
import { proposal, textEdit } from './correcting';
import { cellsOf, given, subgroupOf } from './indicator-facts';
import { AMOUNT_COLUMNS, fundRows } from './fund-figures';
import type { RuleReport } from './rule';
import { defineRule } from './rule';
import { unfilled } from './missing-head';
import { hasTemplateBrackets, leftoverIn } from './template-text';
import { excerpt } from './wording';

/** As templates number their lines. */
const TEMPLATE_NAME = /^(?:三级)?指标\s*\d{1,2}\s*[:.、]?[….·。]*$/;

type Message = 'line' | 'name' | 'blankLine' | 'hint' | 'crosses' | 'pending' | 'brackets';

export const placeholderLeft = defineRule<Message>({
  id: 'placeholder-left',
  title: '模板内容未清理',
  severity: 'error',
  why: '模板占位行和填表提示留在表里，说明该处没有填写。',
  basis: { ...FILLING_BASIS, clause: '填报前应删除或替换模板提示和占位行' },
  messages: {
    line: '模板占位行“{received}”未删除或替换。',
    name: '指标名称“{received}”是模板里的，没有替换为实际名称。',
    blankLine: '指标区留有一行空白指标行，应填写或删除。',
    hint: '此处仍是模板的填表提示“{received}”，没有填写内容。',
    crosses: '“{received}”中的XX没有替换为实际内容。',
    pending: '“{received}”是暂时填的，没有填写实际内容。',
    brackets: '有{count}个指标名称残留模板符号（如“{received}”），请清理。',
  },
  examples: [
    { shows: 'a template line without content', form: { base: 'project', cells: { D18: '指标2', F18: null, G18: null, H18: null, I18: null, B17: '效益指标（15分）', H20: 85, I20: 85 } }, findings: [{ cells: ['D18'], message: '模板占位行“指标2”未删除或替换。' }] },
    { shows: 'dots for further lines', form: { base: 'project', cells: { C18: null, D18: '……', F18: null, G18: null, H18: null, I18: null, B17: '效益指标（15分）', H20: 85, I20: 85 } }, findings: [{ cells: ['D18'], message: '模板占位行“……”未删除或替换。' }] },
    { shows: 'a hint for an answer', form: { base: 'project', cells: { G11: '对照年度目标，说明相关任务目标的完成情况（100字以内）' } }, findings: [{ cells: ['G11'], message: '此处仍是模板的填表提示“对照年度目标，说明相关任务目标的完成情况（100…”，没有填写内容。' }] },
    { shows: 'what the form prints beside the amounts when a reason is asked for', form: { base: 'project', cells: { L5: '原因', L6: '执行率未达到90%的需说明原因（100字以内）', E6: 100, E7: 80 } }, findings: [{ cells: ['L6'], message: '此处仍是模板的填表提示“执行率未达到90%的需说明原因（100字以内）”，没有填写内容。' }] },
    { shows: 'the same where the budget stayed and was spent', form: { base: 'project', cells: { L5: '原因', L6: '执行率未达到90%的需说明原因（100字以内）' } }, findings: [] },
    { shows: 'a hint in brackets, an example of the template, and how to answer', form: { base: 'project', cells: { B11: '（请填写具体内容）', D13: '例如：养护里程', G11: '简要说明目标完成情况' } }, findings: [
      { cells: ['B11'], message: '此处仍是模板的填表提示“（请填写具体内容）”，没有填写内容。' }, { cells: ['G11'], message: '此处仍是模板的填表提示“简要说明目标完成情况”，没有填写内容。' }, { cells: ['D13'], message: '此处仍是模板的填表提示“例如：养护里程”，没有填写内容。' },
    ] },
    { shows: 'the template\'s numbered goals and names', form: { base: 'project', cells: { B11: '目标1：……\n目标2：……\n……', D13: '指标1：……' } }, findings: [{ cells: ['B11'], message: '模板占位行“目标1：…… 目标2：…… ……”未删除或替换。' }, { cells: ['D13'], severity: 'verify', message: '指标名称“指标1：……”是模板里的，没有替换为实际名称。' }] },
    { shows: 'numbered goals', form: { base: 'project', cells: { B11: '目标1：养护农村道路。\n目标2：改善沿线出行条件。', G11: '1.如期完成养护50公里。2.略有节余。', J14: '如：甲乡完成30公里，乙乡完成20公里，略有节余' } }, findings: [] },
    { shows: 'what was written for the time being', form: { base: 'project', cells: { G17: '待补充', G11: '略' } }, findings: [{ cells: ['G11'], severity: 'verify', message: '“略”是暂时填的，没有填写实际内容。' }, { cells: ['G17'], severity: 'verify', message: '“待补充”是暂时填的，没有填写实际内容。' }] },
    { shows: 'crosses for a figure', form: { base: 'project', cells: { G6: 'XX', I13: 'XX' } }, findings: [{ cells: ['G6'], message: '模板占位行“XX”未删除或替换。' }, { cells: ['I13'], message: '模板占位行“XX”未删除或替换。' }] },
    { shows: 'crosses in a name', form: { base: 'project', cells: { C3: 'XX项目' } }, findings: [{ cells: ['C3'], message: '“XX项目”中的XX没有替换为实际内容。' }] },
    { shows: 'a name covered for publication', form: { base: 'project', cells: { F4: '联系人及电话', G4: '陈XX 0515-8666XXXX' } }, findings: [] },
    { shows: 'the name of who signs, covered', form: { base: 'project', cells: { A21: '填表人（签字）：', B21: '王XX' } }, findings: [] },
    { shows: 'a number covered in its middle', form: { base: 'project', cells: { A21: '填报人：李某', B21: '联系电话：187XXXX0000' } }, findings: [] },
    { shows: 'a numbered line that is said not to apply', form: { base: 'project', cells: { D18: '指标1：', F18: '不适用', G18: '不适用', H18: '—', I18: '—', B17: '效益指标（15分）', H20: 85, I20: 85 } }, findings: [] },
    { shows: 'the template\'s brackets in names', form: { base: 'project', cells: { D13: '养护道路里程（≥**公里）', D19: '沿线群众满意度（≥**%）' } }, findings: [{ cells: ['D13', 'D19'], severity: 'verify', message: '有2个指标名称残留模板符号（如“养护道路里程（≥**公里）”），请清理。' }] },
    { shows: 'a template name with an answer beside it', form: { base: 'project', cells: { D13: '指标1：' } }, findings: [{ cells: ['D13'], severity: 'verify', message: '指标名称“指标1：”是模板里的，没有替换为实际名称。' }] },
    { shows: 'a line of a base-data table', form: { base: 'base-data', cells: { A13: '2、（一个项目一行）', B13: null, D13: null, F13: null, B11: 10, D11: 15, F11: 15 } }, findings: [{ cells: ['A13'], message: '模板占位行“2、（一个项目一行）”未删除或替换。' }] },
    { shows: 'crosses and a hint beside the labels of a base-data table, and a name that is covered', form: { base: 'base-data', cells: { D14: 'XX', B15: '（请填写具体内容）', A16: '填表人', B16: '陈XX' } }, findings: [{ cells: ['D14'], message: '模板占位行“XX”未删除或替换。' }, { cells: ['B15'], message: '此处仍是模板的填表提示“（请填写具体内容）”，没有填写内容。' }] },
    { shows: 'a line with the hint in its label and figures beside it', form: { base: 'base-data', cells: { A13: '2、运行维护专项（一个项目一行）' } }, findings: [] },
    { shows: 'a clean table', form: { base: 'project' }, findings: [] },
    { shows: 'an unused level', form: { base: 'project', cells: { D18: null, F18: null, G18: null, H18: null, I18: null, B17: '效益指标（15分）', H20: 85, I20: 85 } }, findings: [] },
  ],
  *check(table) {
    const reported = new Set<string>();
    for (const found of [...leftLines(table), ...leftTexts(table)]) {
      const [cell] = found.cells;
      if (cell === undefined || reported.has(cell)) continue;
      reported.add(cell);
      yield { ...found, causes: unfilled(table) };
    }
    for (const { placeholder, name } of table.indicators) {
      if (!placeholder && name.filled && TEMPLATE_NAME.test(name.text)) yield { message: 'name', data: { received: excerpt(name) }, cells: [name.cell], expected: null, received: excerpt(name), severity: 'verify' };
    }
    const bracketed = table.indicators.filter((indicator) => !indicator.placeholder && hasTemplateBrackets(indicator.name.text)).map((indicator) => indicator.name);
    const [first] = bracketed;
    if (first) yield { message: 'brackets', data: { count: String(bracketed.length), received: excerpt(first) }, cells: cellsOf(...bracketed), expected: null, received: excerpt(first), severity: 'verify' };
  },
});

function* leftLines(table: Table): Iterable<RuleReport<Message>> {
  for (const indicator of table.indicators) {
    if (!indicator.placeholder) continue;
    if (indicator.name.filled && !marksUnused(indicator)) yield lineReport(indicator.name);
    else if (!indicator.name.filled && isLeftover(table, indicator)) yield { message: 'blankLine', data: {}, cells: cellsOf(indicator.name), expected: null, received: null };
  }
  // With figures beside it the hint is only part of the line's label.
  for (const row of table.baseData?.rows ?? []) if (row.placeholder && !row.values.some((entry) => given(entry))) yield lineReport(row.label);
}

/** 指标1： | 不适用 | 不适用: the unit says of its own accord that the level has none. */
function marksUnused({ name, targetEntry, actualEntry }: Indicator): boolean {
  return TEMPLATE_NAME.test(name.text) && [targetEntry, actualEntry].some((entry) => entry?.notApplicable === true);
}

function lineReport(entry: Entry): RuleReport<Message> {
  return { message: 'line', data: { received: excerpt(entry) }, cells: [entry.cell], expected: null, received: excerpt(entry), correction: proposal(textEdit(entry, null)) };
}

/** A blank line among the filled lines of its level; a level that the unit does not use keeps its one blank line. */
function isLeftover(table: Table, indicator: Indicator): boolean {
  const siblings = subgroupOf(table, indicator)?.indicators ?? [];
  return siblings.some((index) => table.indicators[index]?.placeholder === false);
}

/** 联系人 | 陈XX, 联系电话 | 010-688XXXXX: who publishes a table covers names and numbers of people. */
const OF_PEOPLE = /人|电话|手机|联系|账号/;

function* leftTexts(table: Table): Iterable<RuleReport<Message>> {
  for (const entry of answers(table).filter(({ text }) => leftoverIn(text) !== null)) {
    const left = leftoverIn(entry.text);
    if (left === 'hint') yield { message: 'hint', data: { received: excerpt(entry) }, cells: [entry.cell], expected: null, received: excerpt(entry), correction: proposal(textEdit(entry, null)) };
    else if (left === 'placeholder') yield lineReport(entry);
    else if (left === 'pending') yield { message: 'pending', data: { received: excerpt(entry) }, cells: [entry.cell], expected: null, received: excerpt(entry), severity: 'verify' };
    else if (![...table.fields, ...table.closing].some((field) => field.entry === entry && OF_PEOPLE.test(field.name))) yield { message: 'crosses', data: { received: excerpt(entry) }, cells: [entry.cell], expected: null, received: excerpt(entry) };
  }
}

/** The form prints beside the amounts when a reason is asked for; where the budget stayed and was spent, nobody was to replace it. */
function asPrinted({ fund }: Table, reason: Entry): boolean {
  const amounts = fund?.total ? present(AMOUNT_COLUMNS, (column) => fund.total?.[column]) : [];
  const [first] = amounts;
  return first?.quantity !== undefined && amounts.every((entry) => entry.quantity && first.quantity && entry.quantity.value.eq(first.quantity.value)) && leftoverIn(reason.text) === 'hint';
}

/** What stands beside the labels of a base-data table, whatever its line asks for. */
function besideLabels({ entries, range, baseData }: Table): readonly Entry[] {
  const labels = new Set(baseData?.rows.map((row) => row.label.cell));
  // 填表人 | 陈XX.
  const signed = new Set(entries.filter((entry) => /填[表报]人|经办人|负责人|联系|电话|手机/.test(entry.text)).map((entry) => entry.row));
  return entries.filter((entry) => entry.column > range.left && !labels.has(entry.cell) && !signed.has(entry.row));
}

/** Cells that the unit answers in, never labels and headers: those may speak of 200字以内 rightly. */
function answers(table: Table): readonly Entry[] {
  const filled: Entry[] = [];
  const add = (entry: Entry | null): void => {
    // A cell's own number is an answer, whatever it is.
    if (entry?.filled && typeof entry.value !== 'number') filled.push(entry);
  };
  // Stars in the place of a figure keep it secret.
  const addFigure = (entry: Entry | null): void => {
    if (entry && !entry.text.includes('*')) add(entry);
  };
  for (const field of table.fields) add(field.entry);
  for (const row of fundRows(table)) {
    if (!(row.reason && asPrinted(table, row.reason))) add(row.reason);
    for (const column of AMOUNT_COLUMNS) addFigure(row[column]);
    addFigure(row.score);
  }
  for (const goal of table.goals) {
    add(goal.expected);
    add(goal.actual);
  }
  for (const indicator of table.indicators) {
    // 指标1： has a sentence of its own.
    if (!indicator.placeholder && !TEMPLATE_NAME.test(indicator.name.text)) add(indicator.name);
    add(indicator.targetEntry);
    add(indicator.actualEntry);
    addFigure(indicator.score);
    add(indicator.reason);
  }
  for (const field of table.closing) add(field.entry);
  if (table.baseData) besideLabels(table).forEach(addFigure);
  return filled;
}
