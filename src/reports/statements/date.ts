// Dates and years that cannot be: a 31st of June, a year compared with itself, a report and a table of two years.
import type { Fact } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { defineReportRule, holds, TABLE_BASIS, TEXT_BASIS } from '../report-rule';
import { stages } from './stages';

type Message = 'day' | 'itself' | 'table' | 'order';

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const COMPARED = /(?:^|[，。；：\n])(?:本单位|我局|我单位)?(20\d{2})年(?:度)?[^，。；\d]{2,30}?\d[\d.,]*(?:万|亿)?元，(?:与|比|较|同)(20\d{2})年(?:度)?/g;

export const reportDate = defineReportRule<Message>({
  id: 'report-date',
  title: '报告日期年度',
  severity: 'verify',
  why: '日期或年度写错，多半是沿用了上年的报告。',
  basis: { ...TEXT_BASIS, clause: '日期应真实，年度应与自评年度一致' },
  messages: {
    day: '“{received}”不是存在的日期。',
    itself: '把{received}年与{received}年相比，年度应有一个写错。',
    order: '{second}在{first}之前，先后顺序不对，日期应有一个写错。',
    table: '报告是{received}年度的，{sheet}是{expected}年度的，年度不一致。',
  },
  examples: [
    { shows: 'a day that does not exist', text: '6月31日，召开科技工作者座谈会。', findings: [{ quote: '6月31日', message: '“6月31日”不是存在的日期。' }] },
    { shows: 'a leap day of no leap year', text: '2023年2月29日召开培训会，2024年2月29日和2月29日召开座谈会。', findings: [{ quote: '2023年2月29日', message: '“2023年2月29日”不是存在的日期。' }] },
    { shows: 'a year compared with itself', text: '2024年决算支出124.88万元，与2024年相比减少23.52万元。', findings: [{ quote: '与2024年', message: '把2024年与2024年相比，年度应有一个写错。' }] },
    { shows: 'a report and a table of two years', text: '2023年度农村道路养护项目绩效自评报告\n项目已完成。', form: { base: 'project' }, findings: [{ quote: '2023年度农村道路养护项目绩效自评报告', message: '报告是2023年度的，自评表是2022年度的，年度不一致。' }] },
    { shows: 'the year of the money before that of the report', text: '2020年省级农村道路养护补助资金2022年度绩效自评报告\n项目已完成。', form: { base: 'project' }, findings: [] },
    { shows: 'neither of them the table\'s', text: '2020年省级农村道路养护补助资金2023年度绩效自评报告(2022年3月)\n项目已完成。', form: { base: 'project' }, findings: [{ quote: '2020年省级农村道路养护补助资金2023年度绩效自评报告(2022年3月)', message: '报告是2023年度的，自评表是2022年度的，年度不一致。' }] },
    { shows: 'an end before the beginning', text: '活动自2022年6月16日开幕，5月31日闭幕。', findings: [{ quote: '5月31日', message: '5月31日闭幕在2022年6月16日开幕之前，先后顺序不对，日期应有一个写错。' }] },
    { shows: 'stages in their order', text: '项目于2022年3月10日签订合同，2022年4月开工，2022年11月完工，次年1月通过验收。供暖期为11月15日至3月15日。', findings: [] },
    { shows: 'dates of the year', text: '2022年度项目绩效自评报告\n2月29日和12月31日召开座谈会。', form: { base: 'project' }, findings: [] },
  ],
  *check(reading) {
    for (const fact of reading.facts) if (fact.kind === 'date') yield* day(reading, fact);
    for (const facts of reading.sentences) for (const { first, second, holds: fits } of stages(reading, facts)) yield fits ? holds([first, second]) : outOfOrder(reading, first, second);
    for (const line of reading.lines) {
      if (!line.plain.text.includes('年')) continue;
      for (const match of line.plain.text.matchAll(COMPARED)) {
        const [whole, first = '', second = ''] = match;
        if (first !== second) continue;
        const end = match.index + whole.replace(/度$/, '').length;
        const start = match.index + whole.lastIndexOf('，') + 1;
        yield { facts: [], cells: [], fault: { message: 'itself', data: { received: first }, places: [{ line: line.at, start, end }], expected: null, received: first, calculation: null } };
      }
    }
    yield* tables(reading);
  },
});

/** 2023年2月29日; without a year of its own it may be of any. */
function isMissingLeapDay({ token: { month, day: date, value } }: Fact): boolean {
  const year = value.toNumber();
  return month === 2 && date === 29 && year > 31 && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1;
}

function* day(reading: Reading, fact: Fact): Iterable<Outcome<Message>> {
  const { month, day: date } = fact.token;
  if (month === null || date === null) return;
  if (month >= 1 && month <= 12 && date >= 1 && date <= (DAYS[month - 1] ?? 31) && !isMissingLeapDay(fact)) return;
  const received = reading.lineOf.get(fact.line)?.plain.text.slice(fact.start, fact.end) ?? '';
  yield { facts: [fact], cells: [], fault: { message: 'day', data: { received }, places: [fact], expected: null, received, calculation: null } };
}

function outOfOrder(reading: Reading, first: Fact, second: Fact): Outcome<Message> {
  const text = reading.lineOf.get(second.line)?.plain.text ?? '';
  const said = ({ start, end }: Fact): string => text.slice(start, end) + (/^[\u4e00-\u9fa5]{0,12}/.exec(text.slice(end))?.[0] ?? '').replace(/^[至到].*$/, '');
  return { facts: [first, second], cells: [], fault: { message: 'order', data: { first: said(first), second: said(second) }, places: [second, first], expected: null, received: text.slice(second.start, second.end), calculation: null } };
}

/** Only a year in the title is the report's own beyond doubt. */
function* tables(reading: Reading): Iterable<Outcome<Message>> {
  const { title } = reading;
  // 2020年省级补助资金2022年度绩效自评报告 names the year of the money as well, (2023年3月) that of the paper.
  const years = title ? [...title.plain.text.matchAll(/(20\d{2})年(度)?(?!\d{1,2}月)/g)] : [];
  const said = (years.find(([, , whole]) => whole !== undefined) ?? years[0])?.[1];
  if (!title || said === undefined) return;
  for (const { file, review: { table } } of reading.sources) {
    if (table.year === null || table.kind === 'targets' || table.kind === 'base-data') continue;
    const at = { file, sheet: table.sheet, cell: table.title?.cell ?? 'A1' };
    if (years.some(([, year]) => table.year === Number(year))) yield holds([], [at]);
    else yield { facts: [], cells: [at], fault: { message: 'table', basis: TABLE_BASIS, data: { received: said, expected: String(table.year), sheet: file === null ? table.sheet : `“${table.sheet}”` }, places: [{ line: title.at, start: 0, end: title.plain.text.length }], expected: String(table.year), received: said, calculation: null } };
  }
}
