// A yearly evaluation speaks of its own year: a deadline or a completion in another one must be looked at.
import type { Entry, Indicator, Table } from '../model/table';
import type { Reading } from '../model/quantity';
import { losesPoints } from './answers';
import { FORM_BASIS } from './basis';
import { asksForResults, cellsOf } from './indicator-facts';
import { isExplanation } from './reasons';
import { defineRule } from './rule';
import { excerpt, indicatorName } from './wording';

export const dateOutOfYear = defineRule({
  id: 'date-out-of-year',
  title: '日期不在年度内',
  severity: 'verify',
  why: '自评针对一个年度，时限落在别的年度，多半是沿用旧表或笔误。',
  basis: { ...FORM_BASIS, clause: '年度指标值以自评年度为限' },
  messages: { outside: '“{name}”{what}“{received}”不在自评年度{expected}内。' },
  examples: [
    { shows: 'a deadline of the next year', form: { base: 'project', cells: { F15: '2023年12月31日前' } }, findings: [{ cells: ['F15'], message: '“养护任务完成时间”年度指标值“2023年12月31日前”不在自评年度2022内。' }] },
    { shows: 'completed in another year', form: { base: 'project', cells: { G15: '2021年11月' } }, findings: [{ cells: ['G15'], message: '“养护任务完成时间”实际完成值“2021年11月”不在自评年度2022内。' }] },
    { shows: 'halfway through a term of several years', form: { base: 'project', cells: { A1: '项目支出绩效运行监控表', F15: '2025年12月底前' } }, findings: [] },
    { shows: 'a report on the year, due and done at the start of the next', form: { base: 'project', cells: { F15: '2023年1月15日前', G15: '2023年1月10日' } }, findings: [] },
    { shows: 'due in the year after, as the target says', form: { base: 'project', cells: { F15: '次年3月底前', G15: '2023年2月' } }, findings: [] },
    { shows: 'late, with the reason and fewer points', form: { base: 'project', cells: { G15: '2023年1月', I15: 8, J15: '汛期停工两个月', I20: 98 } }, findings: [] },
    { shows: 'within the year', form: { base: 'project' }, findings: [] },
    { shows: 'a month without a year', form: { base: 'project', cells: { F15: '12月底前' } }, findings: [] },
  ],
  *check(table) {
    for (const indicator of table.indicators) {
      if (indicator.target.reading.kind !== 'date' && indicator.actual.kind !== 'date' || windsUp(table, indicator) || owesUp(table, indicator)) continue;
      for (const [entry, reading, what] of [[indicator.targetEntry, indicator.target.reading, '年度指标值'], [indicator.actualEntry, indicator.actual, '实际完成值']] as const) {
        if (!entry || !outside(table, entry, reading)) continue;
        yield { message: 'outside', data: { expected: String(table.year), received: excerpt(entry), name: indicatorName(indicator.name), what }, cells: cellsOf(entry), expected: null, received: excerpt(entry) };
      }
    }
  },
});

/** Done in the year after instead of in October, with the reason and fewer points: late, and told so. */
function owesUp({ year }: Table, indicator: Indicator): boolean {
  const { target, actual, reason } = indicator;
  return year !== null && target.reading.kind === 'date' && (target.reading.date.year ?? year) === year && actual.kind === 'date' && actual.date.year === year + 1
    && losesPoints(indicator) && isExplanation(reason);
}

/** 总结报告 by 15 January of the next year, handed in by then: what closes a year is done after it. */
function windsUp({ year }: Table, { target, targetEntry, actual }: Indicator): boolean {
  // 次年3月底前 says itself that it is not of this year.
  if (/次年|翌年|下一?年度?|跨年/.test(targetEntry?.text ?? '')) return true;
  if (year === null || target.reading.kind !== 'date' || actual.kind !== 'date') return false;
  const [due, done] = [target.reading.date, actual.date];
  return due.year === year + 1 && due.month !== null && due.month <= 3 && (done.year === year || done.year === due.year && done.month !== null && done.month <= due.month);
}

function outside(table: Table, entry: Entry, reading: Reading): boolean {
  if (table.year === null || !entry.filled) return false;
  // Targets may be set for the whole term of a project.
  if (!asksForResults(table) && reading.kind === 'date' && (reading.date.year ?? 0) > table.year) return false;
  return reading.kind === 'date' && reading.date.year !== null && reading.date.year !== table.year;
}
