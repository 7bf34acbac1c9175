// Numbers that are text do not count in Excel's sums; they look right and add up wrong.
import { isEllipsis, normalise } from '../reading/text';
import type { Edit } from '../model/finding';
import type { Entry, Table } from '../model/table';
import { practice } from './basis';
import { numberEdit, proposal } from './correcting';
import { AMOUNT_COLUMNS, columnName, fundRows } from './fund-figures';
import { filledIndicators, given } from './indicator-facts';
import { inPoints } from './rates';
import type { RuleReport } from './rule';
import { defineRule } from './rule';
import { indicatorName, words } from './wording';

type Message = 'text' | 'percent' | 'words' | 'amount' | 'negative';

export const numberFormat = defineRule<Message>({
  id: 'number-format',
  title: '数字格式',
  severity: 'hint',
  why: '以文本存放的数字不参与公式求和，汇总时会漏算。',
  basis: practice('金额、分值、得分以数字填写'),
  messages: {
    text: '有{count}个单元格的数字以文本存放（如{first}“{received}”），求和时会被漏掉。',
    percent: '执行率填“{received}”，缺百分号，应为“{expected}”。',
    amount: '“{name}”{column}填“{received}”，不是数字，无法核对。',
    negative: '“{name}”{column}填“{received}”，是负数，请核对。',
    words: '“{name}”得分填“{received}”，不是数字，没有计入得分合计。',
  },
  examples: [
    { shows: 'an amount with full-width digits and a score as text', form: { base: 'project', cells: { E6: '８０', I13: '　20' } }, findings: [{ cells: ['E6', 'I13'], message: '有2个单元格的数字以文本存放（如E6“８０”），求和时会被漏掉。' }] },
    { shows: 'a rate in points', form: { base: 'project', cells: { I6: 100 } }, findings: [{ cells: ['I6'], message: '执行率填“100”，缺百分号，应为“100%”。' }] },
    { shows: 'a grade and a failed calculation where scores belong', form: { base: 'project', cells: { I13: '优', I14: 'NaN' } }, findings: [
      { cells: ['I13'], severity: 'verify', message: '“养护道路里程”得分填“优”，不是数字，没有计入得分合计。' },
      { cells: ['I14'], severity: 'verify', message: '“养护验收合格率”得分填“NaN”，不是数字，没有计入得分合计。' },
    ] },
    { shows: 'an amount in Chinese numerals', form: { base: 'project', cells: { F6: '捌拾万' } }, findings: [{ cells: ['F6'], severity: 'verify', message: '“年度资金总额”全年预算数填“捌拾万”，不是数字，无法核对。' }] },
    { shows: 'money spent below nothing', form: { base: 'project', cells: { G6: -80 } }, findings: [{ cells: ['G6'], severity: 'verify', message: '“年度资金总额”全年执行数填“-80”，是负数，请核对。' }] },
    { shows: 'an amount kept secret', form: { base: 'project', cells: { G6: '*', I6: '*' } }, findings: [] },
    { shows: 'a score of the execution in words', form: { base: 'project', cells: { K6: '满分' } }, findings: [{ cells: ['K6'], severity: 'verify', message: '“预算执行率”得分填“满分”，不是数字，没有计入得分合计。' }] },
    { shows: 'a form that judges by words throughout', form: { base: 'project', cells: Object.fromEntries([13, 14, 15, 16, 17, 18, 19].map((row) => [`I${row}`, '优'])) }, findings: [] },
    { shows: 'a dash where no score belongs', form: { base: 'project', cells: { I13: '/' } }, findings: [] },
    { shows: 'a header that names the percent', form: { base: 'project', cells: { I5: '执行率（%）', I6: 100 } }, findings: [] },
    { shows: 'numbers as numbers', form: { base: 'project' }, findings: [] },
    { shows: 'points written with their word', form: { base: 'project', cells: { H6: '10分' } }, findings: [] },
  ],
  *check(table) {
    const texts = numberTexts(table);
    const [first] = texts;
    if (first) {
      const edits = texts.map((entry) => asNumber(entry));
      yield {
        message: 'text',
        data: { count: String(texts.length), first: first.cell, received: words(first) },
        cells: texts.map((entry) => entry.cell),
        expected: null,
        received: words(first),
        correction: proposal(...edits),
      };
    }
    yield* rateWithoutSign(table);
    yield* amountsUnread(table);
    yield* scoresInWords(table);
  },
});

/** The total's amounts that no rate can be taken of, beside one that can. */
function* amountsUnread({ fund }: Table): Iterable<RuleReport<Message>> {
  const total = fund?.total;
  if (!fund || !total || !AMOUNT_COLUMNS.some((column) => total[column]?.quantity)) return;
  for (const column of AMOUNT_COLUMNS) {
    const entry = total[column];
    if (!given(entry)) continue;
    const negative = entry.quantity?.value.lt(0) === true;
    // Stars keep the amount secret.
    if (!negative && (entry.quantity || !isWordsOnly(entry) || /^\*+$/.test(entry.text))) continue;
    yield { message: negative ? 'negative' : 'amount', data: { name: total.name, column: columnName(fund, column), received: words(entry) }, cells: [entry.cell], expected: null, received: words(entry), severity: 'verify' };
  }
}

/** Of a form that scores in numbers, the scores that are none: they are in no sum, and nobody sees it. */
function* scoresInWords(table: Table): Iterable<RuleReport<Message>> {
  const scored = filledIndicators(table).filter(({ score }) => given(score));
  if (!scored.some(({ score }) => score?.quantity)) return;
  const total = table.fund?.total;
  const items = [...(total?.weight ? [{ name: '预算执行率', weight: total.weight, score: total.score }] : []), ...scored.filter(({ score }) => !score?.quantity).map(({ name, weight, score }) => ({ name: indicatorName(name), weight, score }))];
  for (const { name, weight, score } of items) {
    if (!given(score) || score.quantity || !weight?.quantity?.value.gt(0) || !isWordsOnly(score)) continue;
    yield { message: 'words', data: { name, received: words(score) }, cells: [score.cell], expected: null, received: words(score), severity: 'verify' };
  }
}

/** Typed words or TRUE: no failed or uncalculated formula, no dots of the template, and no number in words of its own. */
function isWordsOnly({ value, text }: Entry): boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && !/\d/.test(text) && !isEllipsis(text));
}

/** Of amounts, weights and scores, which formulas add up, those that are text; each cell once. */
function numberTexts(table: Table): readonly Entry[] {
  const found = new Map<string, Entry>();
  const look = (entry: Entry | null | undefined): void => {
    if (entry && isNumberText(entry)) found.set(entry.cell, entry);
  };
  for (const row of fundRows(table)) {
    for (const column of AMOUNT_COLUMNS) look(row[column]);
    look(row.weight);
    look(row.score);
  }
  for (const indicator of table.indicators) {
    look(indicator.weight);
    look(indicator.score);
  }
  look(table.total?.weight);
  look(table.total?.score);
  for (const row of table.baseData?.rows ?? []) row.values.forEach(look);
  return [...found.values()];
}

/** Digits only: "10分" is a form's own way of writing points. */
function isNumberText(entry: Entry): boolean {
  return typeof entry.value === 'string' && entry.filled && entry.formula === null && /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(normalise(entry.value)) && entry.quantity !== null;
}

function asNumber(entry: Entry): Edit | null {
  return entry.quantity ? numberEdit(entry, entry.quantity.value) : null;
}

function* rateWithoutSign(table: Table): Iterable<RuleReport<Message>> {
  const rate = table.fund?.total?.executionRate;
  if (!rate?.quantity || !inPoints(rate) || /[%％]/.test(table.fund?.headers.executionRate?.raw ?? '')) return;
  const expected = `${words(rate)}%`;
  yield {
    message: 'percent',
    data: { received: words(rate), expected },
    cells: [rate.cell],
    expected,
    received: words(rate),
    correction: proposal(numberEdit(rate, rate.quantity.value.div(100), { numberFormat: rate.quantity.decimals > 0 ? '0.00%' : '0%' })),
  };
}
