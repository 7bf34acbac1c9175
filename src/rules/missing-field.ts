// Cells that the form requires and that are blank: heads, amounts, results, scores, reasons, whole blocks.
import { FILLING_BASIS } from './basis';
import { missingInBaseData } from './missing-base-data';
import { missingInFund } from './missing-fund';
import { missingInHead } from './missing-head';
import { missingInIndicators } from './missing-indicators';
import type { MissingMessage } from './missing-messages';
import { MISSING_MESSAGES } from './missing-messages';
import { defineRule } from './rule';

/** The form with 评分标准 in the place of targets and results. */
const MARKS = { F12: '评分标准', G12: null, ...Object.fromEntries([13, 14, 15, 16, 17, 18, 19].flatMap((row) => [[`F${row}`, '达标得满分，否则酌情扣分'], [`G${row}`, null]])) };

/** The same lines before the year begins: targets without results and points. */
const TARGETS_ONLY = {
  A1: '2022年度项目支出绩效目标申报表', G5: null, G10: null, G11: null,
  ...Object.fromEntries([6, 7, 8, 9].map((row) => [`G${row}`, null])), ...Object.fromEntries(['H5', 'I5', 'K5', 'H6', 'I6', 'K6'].map((cell) => [cell, null])),
  ...Object.fromEntries([12, 13, 14, 15, 16, 17, 18, 19, 20].flatMap((row) => ['G', 'H', 'I', 'J'].map((column) => [`${column}${row}`, null]))), A20: null,
};

/** The same form without a column for points. */
const UNWEIGHTED = Object.fromEntries([12, 13, 14, 15, 16, 17, 18, 19, 20].map((row) => [`H${row}`, null]));

export const missingField = defineRule<MissingMessage>({
  id: 'missing-field',
  title: '必填项空白',
  severity: 'error',
  why: '必填项空白的表会被退回补填。',
  basis: FILLING_BASIS,
  messages: MISSING_MESSAGES,
  examples: [
    { shows: 'no 实施单位', form: { base: 'project', cells: { G4: null } }, findings: [{ cells: ['G4', 'F4'], message: '“实施单位”未填。' }] },
    { shows: 'a place for the stamp beside a unit that is named', form: { base: 'project', cells: { A2: '填报单位（盖章）：' } }, findings: [] },
    { shows: 'the total without its original budget', form: { base: 'project', cells: { E6: null, E7: null, E8: null, E9: null } }, findings: [{ cells: ['E6'], message: '“年度资金总额”的年初预算数未填，同行其他金额已填。' }] },
    { shows: 'a part that was spent without a budget', form: { base: 'project', cells: { E7: null, F7: null, G6: 28, G7: 28, E8: 30, F8: 30, G8: null, I6: '35%', K6: 3.5, I20: 93.5 } }, findings: [{ cells: ['E7', 'F7', 'G7'], message: '“当年财政拨款”有执行数28，预算数未填，与总额无法勾稽。' }] },
    { shows: 'a source that was spent beside others that make up the budget', form: { base: 'project', cells: { E9: null, F9: null, E8: 20, F8: 20, G9: 6, G6: 86, I6: '107.5%' } }, findings: [{ cells: ['E9', 'F9', 'G9'], severity: 'verify', message: '“其他资金”有执行数6，没有预算数，其余各项预算已等于总额，请核对。' }] },
    { shows: 'no execution score', form: { base: 'project', cells: { K6: null, I20: 90 } }, findings: [{ cells: ['K6', 'H6'], message: '预算执行得分未填，分值10。' }] },
    { shows: 'no execution score where there was no money', form: { base: 'project', cells: { ...Object.fromEntries([6, 7, 8, 9].flatMap((row) => ['E', 'F', 'G'].map((column) => [`${column}${row}`, 0]))), I6: null, K6: null, I20: 90 } }, findings: [] },
    { shows: 'no result but a score', form: { base: 'project', cells: { G13: null } }, findings: [{ cells: ['G13'], message: '“养护道路里程”实际完成值未填。' }] },
    { shows: 'a dash for a result, and points', form: { base: 'project', cells: { G13: '—', G17: '/' } }, findings: [
      { cells: ['G13', 'I13'], severity: 'verify', message: '“养护道路里程”指标值≥50公里，实际完成值只填“—”，却得20分，未见说明。' }, { cells: ['G17', 'I17'], severity: 'verify', message: '“沿线出行条件”指标值明显改善，实际完成值只填“/”，却得15分，未见说明。' },
    ] },
    { shows: 'none of what was not to be, a dash with the reason, or without points', form: { base: 'project', cells: { F13: '0起', G13: '无', G14: '—', J14: '本年度未到验收期，按合同约定次年验收', G15: '/', I15: 0, I20: 90 } }, findings: [] },
    { shows: 'points given beside the list have no target to reach', form: { base: 'project', cells: { B19: '加分项', D19: '获省级表彰', F19: null, G19: null } }, findings: [] },
    { shows: 'a list whose headers are in other words was not left blank', form: { base: 'project', cells: { D12: '事项', B12: '大类' , C12: '小类'} }, findings: [] },
    { shows: 'no score for a result', form: { base: 'project', cells: { I13: null, I20: 80 } }, findings: [{ cells: ['I13'], message: '“养护道路里程”得分未填，分值20。' }] },
    { shows: 'the only line with points and nothing else', form: { base: 'project', cells: { F17: null, G17: null, I17: null, I20: 85 } }, findings: [{ cells: ['I17'], message: '“沿线出行条件”得分未填，分值15。' }] },
    { shows: 'one of two such lines', form: { base: 'project', cells: { F17: null, G17: null, I17: null, F18: null, G18: null, I18: null, I20: 70 } }, findings: [] },
    { shows: 'no score for a result in a form without points, where the others have one', form: { base: 'project', cells: { ...UNWEIGHTED, I17: null } }, findings: [{ cells: ['I17', 'G17'], severity: 'verify', message: '“沿线出行条件”有实际完成值，得分未填，同表其他指标都有得分。' }] },
    { shows: 'no score beside lines that have all points of their group in such a form', form: { base: 'project', cells: { ...UNWEIGHTED, I17: null, I18: 30 } }, findings: [] },
    { shows: 'several lines without one in such a form', form: { base: 'project', cells: { ...UNWEIGHTED, I16: null, I17: null } }, findings: [] },
    { shows: 'no score for points that stand in the name of the group', form: { base: 'project', cells: { ...UNWEIGHTED, I19: null } }, findings: [{ cells: ['I19'], message: '“沿线群众满意度”得分未填，分值10。' }] },
    { shows: 'a result and a score for no target', form: { base: 'project', cells: { F13: null } }, findings: [{ cells: ['F13', 'G13'], severity: 'verify', message: '“养护道路里程”有实际完成值和得分，年度指标值未填，得分没有依据。' }] },
    { shows: 'a result for no target in a form without points', form: { base: 'project', cells: { ...Object.fromEntries([5, 6].flatMap((row) => [[`H${row}`, null], [`K${row}`, null]])), ...Object.fromEntries([12, 13, 14, 15, 16, 17, 18, 19, 20].flatMap((row) => [[`H${row}`, null], [`I${row}`, null]])), A20: null, F13: null } }, findings: [{ cells: ['F13', 'G13'], severity: 'verify', message: '“养护道路里程”有实际完成值，年度指标值未填，完成情况没有依据。' }] },
    { shows: 'the execution among the indicators without its points', form: { base: 'project', cells: { H5: null, K5: null, H6: null, K6: null, C19: '预算执行率', D19: '预算执行率', B19: '预算执行（10分）', F19: '100%', G19: '100%', H19: null } }, findings: [{ cells: ['H19', 'I19'], severity: 'verify', message: '“预算执行率”得分10，分值未填。' }] },
    { shows: 'a score for no points', form: { base: 'project', cells: { H13: null } }, findings: [{ cells: ['H13', 'I13'], severity: 'verify', message: '“养护道路里程”得分20，分值未填。' }] },
    { shows: 'points of a group written on its first line', form: { base: 'project', cells: { H13: 30, H14: null } }, findings: [] },
    { shows: 'points for nothing named', form: { base: 'project', cells: { D13: null } }, findings: [{ cells: ['D13', 'I13'], severity: 'verify', message: '分值20、得分20的一行没有指标名称。' }] },
    { shows: 'words that answer no target where all others have theirs', form: { base: 'project', cells: { F17: null } }, findings: [{ cells: ['F17', 'G17'], severity: 'verify', message: '“沿线出行条件”有实际完成值和得分，年度指标值未填，得分没有依据。' }] },
    { shows: 'points that are added for what nobody sets as a target', form: { base: 'project', cells: { C18: '加分项', D18: '获省级表彰', F18: null, G18: '1次', H18: 5, I18: 3, H17: 30, I17: 30, I20: 103 } }, findings: [] },
    { shows: 'words that answer no target where others have none either', form: { base: 'project', cells: { F17: null, F18: null } }, findings: [] },
    { shows: 'a line without target where only targets are set', form: { base: 'project', cells: { ...TARGETS_ONLY, F17: null } }, findings: [{ cells: ['F17', 'D17'], severity: 'verify', message: '“沿线出行条件”指标值未填，同表其他指标已填。' }] },
    { shows: 'a level that is said to have none', form: { base: 'project', cells: { ...TARGETS_ONLY, D17: '本项目不产生直接经济效益', F17: null } }, findings: [] },
    { shows: 'a level with 不涉及 for a name', form: { base: 'project', cells: { ...TARGETS_ONLY, D17: '不涉及', F17: null } }, findings: [] },
    { shows: 'targets for every line', form: { base: 'project', cells: TARGETS_ONLY }, findings: [] },
    { shows: 'neither goals nor what was done', form: { base: 'project', cells: { B11: null, G11: null } }, findings: [{ cells: ['B11', 'G11'], severity: 'verify', message: '年度总体目标的预期目标和实际完成情况都没有填写。' }] },
    { shows: 'a form that sets targets for few of its lines', form: { base: 'project', cells: Object.fromEntries([14, 15, 16, 17, 18].map((row) => [`F${row}`, null])) }, findings: [] },
    { shows: 'unmet without a reason', form: { base: 'project', cells: { G13: '45公里', I13: 18, I20: 98 } }, findings: [{ cells: ['J13', 'G13'], severity: 'verify', message: '“养护道路里程”指标值≥50公里、实际45公里，未达标，偏差原因未填。' }] },
    { shows: 'the money of a programme, nearly all of it spent', form: { base: 'project', cells: { D14: '专项资金支出率', F14: '100%', G14: '96%', I14: 9.6, I20: 99.6 } }, findings: [] },
    { shows: 'the execution among the indicators, nearly all of it spent', form: { base: 'project', cells: { H5: null, K5: null, H6: null, K6: null, B19: '预算执行', C19: '预算执行', D19: '预算执行', F19: '100%', G19: '96%', H19: 20, I19: 19.2, I20: 99.2 } }, findings: [] },
    { shows: 'the execution among the indicators, in amounts', form: { base: 'project', cells: { H5: null, K5: null, H6: null, K6: null, B19: '预算执行', C19: '预算执行', D19: '预算执行', F19: '80万元', G19: '76.8万元', H19: 20, I19: 19.2, I20: 99.2 } }, findings: [] },
    { shows: 'reasons asked for below the table, and none', form: { base: 'project', cells: { J12: null, G13: '45公里', I13: 18, I20: 98, A21: '偏差大或目标未完成原因分析', B21: '无' } }, findings: [{ cells: ['B21', 'G13'], severity: 'verify', message: '“养护道路里程”指标值≥50公里、实际45公里，未达标，表下“偏差大或目标未完成原因分析”填的是“无”。' }] },
    { shows: 'the reason behind its label in one cell', form: { base: 'project', cells: { J12: null, G13: '45公里', I13: 18, I20: 98, A21: '未完成原因：两处路段汛期停工' } }, findings: [] },
    { shows: 'none behind the label in one cell', form: { base: 'project', cells: { J12: null, G13: '45公里', I13: 18, I20: 98, A21: '未完成原因：无' } }, findings: [{ cells: ['A21', 'G13'], severity: 'verify', message: '“养护道路里程”指标值≥50公里、实际45公里，未达标，表下“未完成原因”填的是“无”。' }] },
    { shows: 'a limit exceeded beside a blank below the table', form: { base: 'project', cells: { J12: null, G16: '100万元', I16: 8, I20: 98, A21: '偏差大或目标未完成原因分析' } }, findings: [{ cells: ['B21', 'G16'], severity: 'verify', message: '“养护总成本”指标值≤80万元、实际100万元，超出限额，表下“偏差大或目标未完成原因分析”空白。' }] },
    { shows: 'reasons asked for and given below the table', form: { base: 'project', cells: { J12: null, G13: '45公里', I13: 18, I20: 98, A21: '偏差大或目标未完成原因分析', B21: '汛期两处路段停工，顺延至次年。' } }, findings: [] },
    { shows: 'unmet, and 无 for a reason', form: { base: 'project', cells: { G13: '45公里', I13: 18, J13: '无', I20: 98 } }, findings: [{ cells: ['J13', 'G13'], severity: 'verify', message: '“养护道路里程”指标值≥50公里、实际45公里，未达标，偏差原因填的是“无”。' }] },
    { shows: 'unmet, and 没有偏差 for a reason', form: { base: 'project', cells: { G13: '45公里', I13: 18, J13: '没有偏差', I20: 98 } }, findings: [{ cells: ['J13', 'G13'], severity: 'verify', message: '“养护道路里程”指标值≥50公里、实际45公里，未达标，偏差原因填的是“没有偏差”。' }] },
    { shows: 'a month typed as a number', form: { base: 'project', cells: { F15: 2022.1, G15: 2022.9 } }, findings: [] },
    { shows: '无 for what was to be sound', form: { base: 'project', cells: { G18: '无' } }, findings: [{ cells: ['G18', 'I18'], severity: 'verify', message: '“管护机制健全性”指标值健全，实际完成值只填“无”，却得15分，未见说明。' }] },
    { shows: 'a limit exceeded without a reason', form: { base: 'project', cells: { G16: '100万元', I16: 8, I20: 98 } }, findings: [{ cells: ['J16', 'G16'], severity: 'verify', message: '“养护总成本”指标值≤80万元、实际100万元，超出限额，偏差原因未填。' }] },
    { shows: 'words answered in part without a reason', form: { base: 'project', cells: { G17: '部分达成预期指标并具有一定效果', I17: 11, I20: 96 } }, findings: [{ cells: ['J17', 'I17'], severity: 'verify', message: '“沿线出行条件”分值15得11，扣分原因未填。' }] },
    { shows: 'points lost although the target is said to be reached', form: { base: 'project', cells: { G13: '达成目标值', I13: 17, G17: '100%', I17: 12, I20: 94 } }, findings: [
      { cells: ['J13', 'I13'], severity: 'verify', message: '“养护道路里程”分值20得17，扣分原因未填。' }, { cells: ['J17', 'I17'], severity: 'verify', message: '“沿线出行条件”分值15得12，扣分原因未填。' },
    ] },
    { shows: 'points lost for what was reached by and large', form: { base: 'project', cells: { G13: '基本完成', I13: 17, G17: '85%', I17: 12, I20: 94 } }, findings: [] },
    { shows: 'words answered in part, and why', form: { base: 'project', cells: { G17: '部分达成预期指标并具有一定效果', I17: 11, J17: '两处路段尚未完工', I20: 96 } }, findings: [] },
    { shows: 'a line about the budget below the table explains no points', form: { base: 'project', cells: { G17: '部分达成预期指标并具有一定效果', I17: 11, I20: 96, A21: '预算调整说明', B21: '年中按批复调减预算20万元。' } }, findings: [{ cells: ['J17', 'I17'], severity: 'verify', message: '“沿线出行条件”分值15得11，扣分原因未填。' }] },
    { shows: 'marks by a standard in a form that asks why points were taken', form: { base: 'project', cells: { ...MARKS, J12: '扣分原因', I17: 11, I20: 96 } }, findings: [{ cells: ['J17', 'I17'], severity: 'verify', message: '“沿线出行条件”分值15得11，扣分原因未填。' }] },
    { shows: 'marks by a standard in a form with room for remarks', form: { base: 'project', cells: { ...MARKS, J12: '备注', I17: 11, I20: 96 } }, findings: [] },
    { shows: 'a line of marks without its mark', form: { base: 'project', cells: { ...MARKS, I17: null, I20: 85 } }, findings: [{ cells: ['I17'], message: '“沿线出行条件”得分未填，分值15。' }] },
    { shows: 'numbers without any unit', form: { base: 'project', cells: { D13: '获表彰情况', F13: 1, G13: 1 } }, findings: [{ cells: ['F13', 'G13'], severity: 'verify', message: '“获表彰情况”指标值“1”、完成值“1”都没有计量单位。' }] },
    { shows: 'a ratio has no unit', form: { base: 'project', cells: { D13: '城乡居民收入比', F13: 2.3, G13: 2.25 } }, findings: [] },
    { shows: 'units named above the list', form: { base: 'project', cells: { A2: '（2022年度）　单位：万元、公里', D13: '获表彰情况', F13: 1, G13: 1 } }, findings: [] },
    { shows: 'a share that names itself', form: { base: 'project', cells: { D13: '覆盖村比例', F13: 1, G13: 1 } }, findings: [] },
    { shows: 'a form filled in without any units', form: { base: 'project', cells: Object.fromEntries<string | number>([13, 14, 15, 16].flatMap((row) => [[`D${row}`, `事项${row}`], [`F${row}`, row], [`G${row}`, row]])) }, findings: [{ cells: ['F13', 'G13', 'F14', 'G14', 'F15', 'G15', 'F16', 'G16'], severity: 'verify', message: '有4项指标的指标值和完成值都没有计量单位，如“事项13”指标值“13”。' }] },
    { shows: 'a base-data line with a budget and no final amount', form: { base: 'base-data', cells: { F14: null } }, findings: [{ cells: ['F14'], message: '“政府采购金额”2022年决算数未填，同行其他年度已填。' }] },
    { shows: 'a blank subtotal above filled parts', form: { base: 'base-data', cells: { A11: '项目支出小计', B11: null, D11: null, F11: null } }, findings: [{ cells: ['B11', 'D11', 'F11'], message: '“项目支出小计”未填，所属各项已填，应填各项合计。' }] },
    { shows: 'a heading above filled lines', form: { base: 'base-data', cells: { B11: null, D11: null, F11: null } }, findings: [] },
    { shows: 'a blank beside lines that reach their subtotal', form: { base: 'base-data', cells: { B7: null, D7: 1, D8: 3 } }, findings: [] },
    { shows: 'a blank that the subtotal leaves open', form: { base: 'base-data', cells: { F13: null } }, findings: [{ cells: ['F13'], message: '“运行维护项目”2022年决算数未填，同行其他年度已填。' }] },
    { shows: 'a line that asks for one figure', form: { base: 'base-data', cells: { A14: '部门基本支出预算调整', B14: '——', D14: null } }, findings: [] },
    { shows: 'a line without last year', form: { base: 'base-data', cells: { B14: null } }, findings: [{ cells: ['B14'], severity: 'verify', message: '“政府采购金额”2021年决算数未填，同行其他年度已填。' }] },
    { shows: 'a control rate of nothing', form: { base: 'base-data', cells: { B3: null } }, findings: [{ cells: ['B3', 'F3'], severity: 'verify', message: '“控制率”填了90%，编制数未填，控制率没有依据。' }] },
    { shows: 'results that show what was wanted, whatever the digits behind', form: { base: 'project', cells: { G14: { value: 0.94996, format: '0.00%' }, D18: '巡查覆盖率', F18: '100%', G18: { value: 0.99996, format: '0.00%' } } }, findings: [] },
    { shows: 'everything filled in', form: { base: 'project' }, findings: [] },
    { shows: 'an unused line with its level only', form: { base: 'project', cells: { D18: null, F18: null, G18: null, H18: null, I18: null, B17: '效益指标（15分）', H20: 85, I20: 85 } }, findings: [] },
    { shows: 'a complete base-data table', form: { base: 'base-data' }, findings: [] },
  ],
  *check(table, context) {
    yield* missingInHead(table, context.rubric);
    yield* missingInFund(table, context);
    yield* missingInIndicators(table, context);
    yield* missingInBaseData(table);
  },
});
