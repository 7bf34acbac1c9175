// Sections that a self-evaluation report needs: problems, improvements, and none left as 无 where the figures say otherwise.
import type { Line } from '../lines';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { defineReportRule, holds } from '../report-rule';
import type { Fact } from '../fact';
import { isSolid } from '../fact';

type Message = 'lacking' | 'none';

const NEEDED: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['绩效情况', /绩效|效益|产出|完成情况|评价结论|履职/],
  ['存在的问题', /问题|不足|困难|偏差|偏离|短板|薄弱|未完成[\u4e00-\u9fa5]{0,6}原因/],
  ['改进措施', /改进|措施|建议|打算|下一步|对策|整改|努力方向|工作计划/],
];
/** A full report has at least so many numbered headings of the first level. */
const FULL = 4;
const NONE = /^(?:无|没有|暂无|不涉及|本单位无[^，。]{0,30}|我单位无[^，。]{0,30}|无[^，。]{0,20}支出(?:情况)?)[。.]?$/;
const FUNDS: readonly (readonly [RegExp, string])[] = [[/政府性?基金/, '政府性基金'], [/国有资本经营/, '国有资本经营'], [/社会保险基金|社保基金/, '社会保险基金']];

export const reportSection = defineReportRule<Message>({
  id: 'report-section',
  title: '报告章节',
  severity: 'hint',
  why: '缺少规定的章节，或写“无”却有数字，报告会被要求补充。',
  basis: { document: '绩效自评通行做法', clause: '自评报告一般应有绩效情况、存在的问题、改进措施等内容', standing: 'assumed' },
  messages: {
    lacking: '报告没有“{expected}”一节，请确认是否漏写。',
    none: '“{what}”一节写的是“{received}”，但别处有{what}{amount}。',
  },
  examples: [
    { shows: 'no word about problems', text: '2022年度部门整体支出绩效自评报告\n一、基本情况\n二、支出情况\n三、绩效情况\n四、改进措施\n五、其他', findings: [{ quote: '2022年度部门整体支出绩效自评报告', message: '报告没有“存在的问题”一节，请确认是否漏写。' }] },
    { shows: 'none, but an amount elsewhere', text: '2022年政府性基金预算支出12.5万元，用于道路改造。\n三、政府性基金预算支出情况\n无。', findings: [{ quote: '无。', message: '“政府性基金”一节写的是“无。”，但别处有政府性基金12.5万元。', severity: 'verify' }] },
    { shows: 'all sections', text: '2022年度部门整体支出绩效自评报告\n一、基本情况\n二、支出情况\n三、绩效情况\n四、存在的问题及原因\n五、下一步改进措施', findings: [] },
  ],
  *check(reading) {
    yield* lacking(reading);
    yield* none(reading);
  },
});

function* lacking(reading: Reading): Iterable<Outcome<Message>> {
  const { title } = reading;
  const first = reading.lines.filter((line) => line.number !== null && (line.number.style === '一、' || line.number.style === '第一部分') && (line.heading || line.plain.text.length <= 60));
  if (!title || !/报告/.test(title.plain.text) || !/自评|评价/.test(title.plain.text) || first.length < FULL) return;
  // Problems and measures stand in one section, under another's heading or in its text: only a report without a word about them lacks them.
  for (const [expected, pattern] of NEEDED) {
    if (reading.lines.some(({ plain }) => pattern.test(plain.text))) yield holds([]);
    else yield { facts: [], cells: [], fault: { message: 'lacking', data: { expected }, places: [{ line: title.at, start: 0, end: title.plain.text.length }], expected, received: null, calculation: null } };
  }
}

function* none(reading: Reading): Iterable<Outcome<Message>> {
  const spent = new Map<string, Fact>();
  for (const fact of reading.facts) {
    if (fact.source !== '' && fact.kind === 'amount' && fact.role === 'level' && fact.measure === 'spending' && fact.year === reading.base && isSolid(fact) && !fact.value.isZero() && !spent.has(fact.source)) spent.set(fact.source, fact);
  }
  for (const [i, line] of reading.lines.entries()) {
    const fund = line.heading ? FUNDS.find(([pattern]) => pattern.test(line.plain.text)) : undefined;
    if (!fund) continue;
    const next: Line | undefined = reading.lines[i + 1];
    if (!next || next.heading || !NONE.test(next.plain.text)) continue;
    const amount = spent.get(fund[1]);
    if (!amount) yield holds([]);
    else {
      const shown = reading.lineOf.get(amount.line)?.plain.text.slice(amount.start, amount.end) ?? '';
      yield { facts: [amount], cells: [], fault: { message: 'none', severity: 'verify', data: { what: fund[1], received: next.plain.text, amount: shown }, places: [{ line: next.at, start: 0, end: next.plain.text.length }, amount], expected: null, received: next.plain.text, calculation: null } };
    }
  }
}
