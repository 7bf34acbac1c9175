// Target and actual must be measured in the same unit to be compared.
import { present } from '../model/present';
import type { Answer } from './answers';
import { answerReports } from './answer-reports';
import { FORM_BASIS } from './basis';
import { proposal, textEdit } from './correcting';
import { cellsOf } from './indicator-facts';
import type { RuleReport } from './rule';
import { defineRule } from './rule';
import { readText } from '../reading/quantity';
import type { Edit } from '../model/finding';
import type { Entry, Table } from '../model/table';

type Message = 'units' | 'shifted' | 'words' | 'date' | 'dated' | 'percent';

const MESSAGES: Readonly<Partial<Record<Answer, Message>>> = { 'other-unit': 'units', shifted: 'shifted', 'words-for-number': 'words', 'number-for-date': 'date', 'date-for-number': 'dated' };

export const unitMismatch = defineRule<Message>({
  id: 'unit-mismatch',
  title: '计量单位不一致',
  severity: 'verify',
  why: '指标值与完成值单位不同就无法比较，得分没有依据。',
  basis: { ...FORM_BASIS, clause: '实际完成值与年度指标值应采用相同计量单位' },
  messages: {
    units: '“{name}”指标值“{target}”与实际完成值“{actual}”计量单位不一致，无法比较。',
    shifted: '“{name}”指标值“{target}”与实际完成值“{actual}”数字相同、小数点位置不同，请核实单位或小数点。',
    words: '“{name}”指标值“{target}”是数值，实际完成值只写“{actual}”，应填实际数值。',
    date: '“{name}”指标值“{target}”是时间，实际完成值填“{actual}”，应填实际完成时间。',
    dated: '“{name}”指标值“{target}”是数值，实际完成值填时间“{actual}”，应填实际数值。',
    percent: '计量单位写作“{received}”，应写作“{expected}”。',
  },
  examples: [
    { shows: 'points against a percentage', form: { base: 'project', cells: { F14: '100分', G14: '100%' } }, findings: [{ cells: ['G14', 'F14'], message: '“养护验收合格率”指标值“100分”与实际完成值“100%”计量单位不一致，无法比较。' }] },
    { shows: 'a percentage for a deadline', form: { base: 'project', cells: { G15: '100%' } }, findings: [{ cells: ['G15', 'F15'], message: '“养护任务完成时间”指标值“2022年12月底前”是时间，实际完成值填“100%”，应填实际完成时间。' }] },
    { shows: 'people for a deadline', form: { base: 'project', cells: { G15: '1200人' } }, findings: [{ cells: ['G15', 'F15'], message: '“养护任务完成时间”指标值“2022年12月底前”是时间，实际完成值填“1200人”，应填实际完成时间。' }] },
    { shows: 'days and times for a deadline', form: { base: 'project', cells: { F15: '12月底前', G15: '25日', F17: '6月30日前', G17: '2次' } }, findings: [] },
    { shows: 'words for a percentage', form: { base: 'project', cells: { G14: '按规定执行' } }, findings: [{ cells: ['G14', 'F14'], message: '“养护验收合格率”指标值“≥95%”是数值，实际完成值只写“按规定执行”，应填实际数值。' }] },
    { shows: 'a percentage for an amount without a unit', form: { base: 'project', cells: { F16: '28万', G16: '100%' } }, findings: [{ cells: ['G16', 'F16'], message: '“养护总成本”指标值“28万”与实际完成值“100%”计量单位不一致，无法比较。' }] },
    { shows: '百分比 written out', form: { base: 'project', cells: { F14: '=95百分比', G14: '96%' } }, findings: [{ cells: ['F14'], message: '计量单位写作“百分比”，应写作“%”。' }] },
    { shows: 'words for none', form: { base: 'project', cells: { D14: '安全责任事故', F14: '0起', G14: '未发生事故' } }, findings: [] },
    { shows: 'a result of July', form: { base: 'project', cells: { A1: '项目支出绩效运行监控表', G14: '尚未验收' } }, findings: [] },
    { shows: 'an actual without a unit takes the target\'s', form: { base: 'project', cells: { G13: 50 } }, findings: [] },
    { shows: 'the 万 left out', form: { base: 'project', cells: { F16: '≤25元', G16: '24.6万元' } }, findings: [{ cells: ['G16', 'F16'], message: '“养护总成本”指标值“≤25元”与实际完成值“24.6万元”计量单位不一致，无法比较。' }] },
    { shows: 'the figures of the limit, the point elsewhere', form: { base: 'project', cells: { D16: '岗位补贴标准', F16: '≤1950元/人·月', G16: '19.5元/人·月' } }, findings: [{ cells: ['G16', 'F16'], message: '“岗位补贴标准”指标值“≤1950元/人·月”与实际完成值“19.5元/人·月”数字相同、小数点位置不同，请核实单位或小数点。' }] },
    { shows: 'a tenth of what was allowed', form: { base: 'project', cells: { D16: '投诉', F16: '≤20件', G16: '2件' } }, findings: [] },
    { shows: 'people for times', form: { base: 'project', cells: { F13: '≥12次', G13: '12人' } }, findings: [{ cells: ['G13', 'F13'], message: '“养护道路里程”指标值“≥12次”与实际完成值“12人”计量单位不一致，无法比较。' }] },
    { shows: 'people for households', form: { base: 'project', cells: { D13: '受益农户', F13: '≥50户', G13: '50人' } }, findings: [{ cells: ['G13', 'F13'], message: '“受益农户”指标值“≥50户”与实际完成值“50人”计量单位不一致，无法比较。' }] },
    { shows: 'for what is said once', form: { base: 'project', cells: { D16: '每公里养护成本', F16: '≤2000元/公里', G16: '1950元' } }, findings: [] },
    { shows: 'a figure written out', form: { base: 'project', cells: { D13: '开展巡查', F13: '≥2次', G13: '两次' } }, findings: [] },
    { shows: 'all of it, in words and with words behind the sign', form: { base: 'project', cells: { F14: '100%', G14: '100%合格', D18: '巡查覆盖率', F18: '≥90%', G18: '全覆盖' } }, findings: [] },
    { shows: 'all of it done', form: { base: 'project', cells: { F14: '100%', G14: '全部完成', D18: '巡查覆盖率', F18: '≥90%', G18: '均已全部到位' } }, findings: [] },
    { shows: 'the whole year, the whole day', form: { base: 'project', cells: { D13: '值守天数', F13: '365天', G13: '全年', D18: '服务时间', F18: '24小时', G18: '全天候' } }, findings: [] },
    { shows: 'in thousandths and hundredths', form: { base: 'project', cells: { D14: '养护返工率', F14: '≤5‰', G14: '0.3%', D18: '投诉率', F18: '≤0.5%', G18: '3‰' } }, findings: [] },
    { shows: 'none of what a few were allowed', form: { base: 'project', cells: { F13: '≤3件', G13: '未发生' } }, findings: [] },
    { shows: 'not done, and no points for it', form: { base: 'project', cells: { F14: '≥95%', G14: '未开展', I14: 0, J14: '汛期停工', I20: 90 } }, findings: [] },
    { shows: 'not asked for yet, and why', form: { base: 'project', cells: { F13: '≥300张', G13: '建设期，不适用', J13: '建设期不考核，按满分计' } }, findings: [] },
    { shows: 'not yet done, with fewer points and the reason', form: { base: 'project', cells: { F14: '100%', G14: '正在组织验收', I14: 8, J14: '汛后完工，次年3月验收', I20: 98 } }, findings: [] },
    { shows: 'hours in letters', form: { base: 'project', cells: { D15: '故障修复时间', F15: '≤2h', G15: '1.4小时' } }, findings: [] },
    { shows: 'minutes and seconds, and what is done by then', form: { base: 'project', cells: { D15: '接警出动时间', F15: '1分钟内', G15: '45秒', D18: '故障修复时间', F18: '24小时内修复', G18: '30分钟' } }, findings: [] },
    { shows: 'words behind hours, days and the sign', form: { base: 'project', cells: { D13: '网络巡查', F13: '24小时', G13: '24小时不间断', D14: '隐患整改率', F14: '100%', G14: '100%整改到位', D15: '施工工期', F15: '≤120日历天', G15: '115天', D18: '应急响应', F18: '1小时内启动', G18: '30分钟' } }, findings: [] },
    { shows: 'as long as anybody asks', form: { base: 'project', cells: { D18: '管护机制影响年限', F18: '≥3年', G18: '长期' } }, findings: [] },
    { shows: 'about as much', form: { base: 'project', cells: { F14: '95%左右', G14: '95.8%' } }, findings: [] },
    { shows: 'more said in brackets', form: { base: 'project', cells: { F14: '≥95%（含）', G14: '96%（全省第三）' } }, findings: [] },
    { shows: 'the same units', form: { base: 'project' }, findings: [] },
  ],
  *check(table) {
    yield* answerReports(table, MESSAGES);
    yield* percentInWords(table);
  },
});

/** The text with the sign, where all of it is understood: 二100百分比 was to be something else than 二100%, and only a person knows what. */
function withSign(entry: Entry): Edit | null {
  const text = entry.raw.trim().replace(/(?<!\s)\s*百分比$/, '%');
  const reading = readText(text);
  const figures = reading.kind === 'quantity' ? [reading.quantity] : reading.kind === 'range' ? [reading.low, reading.high] : [];
  return text === '%' || (figures.length > 0 && figures.every(({ unit }) => unit === '%')) ? textEdit(entry, text) : null;
}

/** One finding for the whole table: it is one habit, not many faults. 百分比 in a column of units is what the budget system offers there. */
function* percentInWords(table: Table): Iterable<RuleReport<Message>> {
  const spelled = (entry: Entry | null): entry is Entry => entry?.filled === true && entry.text.endsWith('百分比') && /\d\s*百分比$|^百分比$/.test(entry.text);
  const entries: Entry[] = [];
  for (const { targetEntry, actualEntry } of table.indicators) for (const entry of [targetEntry, actualEntry]) if (spelled(entry)) entries.push(entry);
  if (entries.length === 0) return;
  yield {
    message: 'percent',
    data: { received: '百分比', expected: '%' },
    cells: cellsOf(...entries),
    // Of a text with a figure only the end is to change.
    expected: entries.every(({ text }) => text === '百分比') ? '%' : null,
    received: '百分比',
    correction: proposal(...present(entries, (entry) => withSign(entry))),
  };
}
