// Where a form lets people explain themselves, and whether what stands there is an explanation.
import { hasAny } from '../model/characters';
import type { Decimal } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, Indicator, Table } from '../model/table';
import { isActualGoalLabel, isExpectedGoalLabel, labelText } from '../reading/labels';
import { compact } from '../reading/text';
import { fundRows } from './fund-figures';
import { perTable } from './per-table';
import { leftoverIn } from './template-text';

/** Shorter than this is a heading or 无, no explanation. */
const FEWEST = 6;

/** 无, 暂无, 没有偏差, a dash: an answer that gives no reason. */
export function saysNoReason({ notApplicable, text }: Entry): boolean {
  return notApplicable || /^(?:暂?无|(?:没有|无)偏差)[。.]?$/.test(text);
}

/** Real words: not blank, not "无" or a dash, not 0, not the template's hint. */
export function isExplanation(entry: Entry | null): boolean {
  if (!entry?.filled || saysNoReason(entry) || /^[\d.%]*$|^(?:正常|已?完成)[。.]?$/.test(entry.text)) return false;
  const left = leftoverIn(entry.text);
  return left !== 'hint' && left !== 'placeholder';
}

/** Explanations below the body: 偏差大或目标未完成原因分析, 存在问题, 其他需要说明事项. */
const closingExplanations = perTable((table): readonly Entry[] =>
  table.closing.filter((field) => /原因|偏差|问题|说明|改进/.test(field.name)).map((field) => field.entry).filter((entry) => isExplanation(entry)));

/** Those that may be about indicators: 预算调整说明 is about the money alone. */
const indicatorExplanations = perTable((table): readonly Entry[] =>
  closingExplanations(table).filter((entry) => table.closing.some((field) => field.entry === entry && !/预算|资金|执行率/.test(field.name))));

/** The indicator's own reason, or one below the table that may cover it. */
export function indicatorExplained(table: Table, indicator: Indicator): boolean {
  return isExplanation(indicator.reason) || indicatorExplanations(table).length > 0 || notedLosses(table).length > 0 || besideTotal(table).some(({ text }) => text.length >= FEWEST && !/预算|资金|执行率/.test(text));
}

/** 说明：认证产品16个，超额完成60%，原因是…: a note that names the line, tells how far it went and why. */
export function noted(table: Table, { name }: Indicator, over: string): boolean {
  const called = compact(name.text).replace(/^(?:\d+[.、]|指标\d{1,2}[:：])/, '').replace(/\([^()]*\)$/, '');
  return table.footnotes.some(({ text }) => compact(text).split(/[。;；\n]/).some((sentence) =>
    /超/.test(sentence) && /原因|由于|因为|[，,]因|[，,]系/.test(sentence) && !/(?:须|需|应|请)[^，,]{0,6}(?:说明|填写|分析)/.test(sentence) && (called.length >= NAME_LEAST && sentence.includes(called) || sentence.includes(over))));
}

const NAME_LEAST = 4;

/** 扣分说明：1.部分采购流标；2.… in one long text below the table; what tells people how points are lost is none. */
const notedLosses = perTable(({ footnotes }: Table) => footnotes.filter(({ text }) => {
  const told = /^(?:自评)?(?:扣分|失分|减分|未得分|未完成|未达标|偏差)[^:：]{0,12}[:：]\s*(.+)$/s.exec(text)?.[1];
  return told !== undefined && told.length >= FEWEST && !/^无[。.]?$|每[^，。；,;]{0,8}扣|(?:须|需|应|请)(?:当|要|予以)?(?:进行)?(?:说明|填写|填报|注明)|简要/.test(told);
}));

/** True where the form gives no room for a reason: silence is then no omission. */
export function hasRoomForReasons(table: Table): boolean {
  return table.indicatorHeaders.reason !== undefined || table.fund?.headers.reason !== undefined || table.closing.some((field) => /原因|偏差|问题|说明/.test(field.name));
}

/** Texts anywhere in the table that may explain how money was spent or moved. */
export function moneyExplained(table: Table, about: RegExp): boolean {
  if (fundRows(table).some((row) => isExplanation(row.reason))) return true;
  return [...closingExplanations(table), ...besideTotal(table), ...besideFunds(table), ...managementRemarks(table)].some((entry) => about.test(entry.text))
    || table.closing.some(({ name, entry, label }) => entry.cell !== label.cell && /原因|说明/.test(name) && about.test(name) && isExplanation(entry))
    || table.indicators.some(({ reason }) => reason?.filled === true && about.test(reason.text) && isExplanation(reason))
    || table.goals.some(({ actual }) => actual !== null && about.test(actual.text))
    || table.fields.some(({ name, entry }) => entry.text.length > FIELD_LEAST && /情况|任务|目标|内容|概况/.test(name) && about.test(entry.text))
    || [...labelledExplanations(table), ...movedAmounts(table)].some((text) => about.test(text));
}

/** 总成本 ≤80万元 | 88万元 | 应急抢修由自有资金承担: the very amount spent, with a reason of its own in whatever words. */
export function spendingExplained(table: Table, spending: Entry): boolean {
  const spent = shownAmount(spending);
  return spent !== null && spent.gt(0) && table.indicators.some(({ actualEntry, reason }) => isExplanation(reason) && actualEntry !== null && shownAmount(actualEntry)?.eq(spent) === true);
}

const shownAmount = ({ quantity }: Entry): Decimal | null => (quantity && quantity.unit !== '%' ? quantity.value.div(quantity.scale) : null);

/** Shorter texts of the head are names. */
const FIELD_LEAST = 14;

/** 年中追加25万元 behind the amounts, under no header: 得分计算方法 says how points are given. */
const besideFunds = perTable((table): readonly Entry[] => {
  const { fund, entries } = table;
  const rows = fundRows(table);
  const last = Math.max(0, ...present(rows, ({ actualSpending }) => actualSpending?.column));
  if (!fund || last === 0) return [];
  const headed = new Set(Object.values(fund.headers).map(({ row }) => row));
  const columns = new Set(entries.filter(({ row }) => headed.has(row)).map(({ column }) => column));
  return entries.filter((entry) => entry.column > last && !columns.has(entry.column) && rows.some(({ label }) => label.row === entry.row) && typeof entry.value === 'string' && entry.quantity === null && isExplanation(entry));
});

/** 追加 | 5万元（省级补助）, beside its label or under it: label and amount in one text. */
const movedAmounts = perTable((table): readonly string[] => {
  const { fund, entries } = table;
  const labels = entries.filter(({ text }) => mayAdjust(text) && ADJUSTMENT_COLUMN.test(labelText(text)) && !WORDS_WITH_AMOUNT.test(text));
  if (labels.length === 0) return [];
  const rows = new Set([...Object.values(fund?.headers ?? {}), ...fundRows(table).flatMap(({ label, actualSpending }) => [label, actualSpending ?? label])].map(({ row }) => row));
  const near = entries.filter(({ row }) => rows.has(row));
  return labels.filter(({ row }) => rows.has(row)).flatMap((label) => near
    .filter((entry) => (entry.row > label.row && entry.column === label.column || entry.row === label.row && entry.column === label.column + 1) && typeof entry.value === 'string' && WORDS_WITH_AMOUNT.test(entry.text))
    .map(({ text }) => `${label.text}${text}`));
});

const mayAdjust = hasAny('追调增');
const ADJUSTMENT_COLUMN = /^(?:年中|预算|中期)?(?:追加|调整|调增|调减|增减)/;
/** 12万元（追加档案数字化） in a column of adjustments: the amount with its reason. */
const WORDS_WITH_AMOUNT = /\d[\d.,]*\s*(?:[万亿]?元)?\s*[(（,，:：;；\s]*[\u4e00-\u9fa5]{4}/;

const mayTellProblems = hasAny('题措');

/** 资金管理情况 | 情况说明 | 存在问题和改进措施 above the goals, a line for each way in which the money was handled: what the last column tells, or the last two (存在问题 | 改进措施). */
const managementRemarks = perTable(({ entries, indicators: [first] }: Table): readonly Entry[] => {
  const above = first ? entries.filter(({ row, text }) => row < first.row && text.length < 16) : [];
  const headers = above.filter(({ row, text }) => {
    if (!mayTellProblems(text)) return false;
    const label = labelText(text);
    return /^存在的?问题[和及与、]?(?:改进|整改)措施$/.test(label) || /^(?:存在的?问题|(?:改进|整改)措施)$/.test(label) && above.some((other) => other.row === row && labelText(other.text) === '情况说明');
  });
  return headers.flatMap((header) => {
    const below = entries.filter(({ row, column }) => column === header.column && row > header.row && first && row < first.row);
    const end = below.findIndex(({ raw }) => isActualGoalLabel(raw) || isExpectedGoalLabel(raw));
    return below.slice(0, end < 0 ? undefined : end).filter((entry) => entry.text.length >= FEWEST && isExplanation(entry));
  });
});

/** What the total row says in the column of reasons: it is about the whole. */
function besideTotal({ total, indicatorHeaders: { reason }, entries }: Table): readonly Entry[] {
  if (!total || !reason) return [];
  return entries.filter((entry) => entry.row === total.label.row && entry.column === reason.column && isExplanation(entry));
}

const mayExplain = hasAny('明因注题');

/** "预算调整说明：根据批复核减12万元", in one cell or beside its label, wherever the form has room for it; what tells people to explain is none. */
const labelledExplanations = perTable((table): readonly string[] => {
  const found: string[] = [];
  // One character of each of the words rules out nearly every cell.
  table.entries.forEach((entry, at) => {
    if (mayExplain(entry.text)) found.push(...explanationsIn(table, entry, at));
  });
  return found;
});

/** 评分说明, 指标说明: how the form is meant. 自评得分说明 is the unit's own word. */
const FORM_NOTE = /(?<!自评)(?:评分|得分|评价|计分|填表|填报|指标)[^:：]{0,4}(?:说明|备注)/;

/** How a form is to be filled in, and what its words mean. */
const INSTRUCTS = /(?<![相供反响适对])应(?!急)|需(?!求)|请(?!示)|指(?!挥)|[须填]|包括|等于|计算|如有|如无|[×÷]/;

/** 注：年中上级追加补助资金。 The sentences of a note that tell what happened; those that say how the form is meant tell nothing. */
function toldInNote(text: string): readonly string[] {
  return text.slice(1).split(/[。;；\n]/).map((one) => one.replace(/^[:：\d.、\s]+/, '')).filter((one) => one.length >= FEWEST && !INSTRUCTS.test(one));
}

function explanationsIn(table: Table, entry: Entry, at: number): readonly string[] {
  if (/^注[:：\d]/.test(entry.text)) return toldInNote(entry.text);
  if (!/说明|原因|备注|问题/.test(entry.text) || FORM_NOTE.test(entry.text)) return [];
  const inline = /(?:说明|原因|备注)[^:：]{0,6}[:：]\s*(.+)$/s.exec(entry.text)?.[1];
  const next = table.entries[at + 1];
  const beside = entry.text.length <= 20 && /(?:说明|原因|备注|问题)[:：]?$/.test(entry.text) && next?.row === entry.row && isExplanation(next) ? next.text : undefined;
  return present([inline, beside], (text) => (text !== undefined && text.length >= FEWEST && !/(?:须|需|应|请)(?:当|要|予以|单独|在)?(?:进行)?(?:说明|填写|填报|注明)|简要|[(（].{0,4}字/.test(text) ? text : null));
}
