// Twenty own checks as bureaus write them: shown by the documentation and the editor, each executed on a form where it holds and one where it fails.
import type { Form } from '../rules/example';
import type { CheckDraft } from './compile';

export interface CheckExample {
  /** What one learns from it. */
  readonly shows: string;
  readonly draft: CheckDraft;
  readonly holds: Form;
  readonly fails: Form;
  /** Exactly what it finds on `fails`. */
  readonly findings: readonly { readonly cells: readonly string[]; readonly message: string }[];
}

const RIGHT: Form = { base: 'project' };
const DATA: Form = { base: 'base-data' };
/** A bureau names its own document; this one is made up. */
const NOTICE = '××省财政厅绩效自评工作通知（示例）';
const with_ = (cells: Form['cells']): Form => ({ base: 'project', ...(cells ? { cells } : {}) });
const dataWith = (cells: Form['cells']): Form => ({ base: 'base-data', ...(cells ? { cells } : {}) });

export const CHECK_EXAMPLES: readonly CheckExample[] = [
  {
    shows: '两个字段相比',
    draft: { id: 'ZJ-01', label: '执行数不超过预算数', severity: 'error', formula: '[全年执行数] <= [全年预算数]', message: '全年执行数{[全年执行数]}超过全年预算数{[全年预算数]}，请核对，或补充追加预算的文号。', basis: { document: '中华人民共和国预算法', clause: '第十三条：各级政府、各部门、各单位的支出必须以经批准的预算为依据' } },
    holds: RIGHT, fails: with_({ G6: 85 }),
    findings: [{ cells: ['G6', 'F6'], message: '全年执行数85超过全年预算数80，请核对，或补充追加预算的文号。' }],
  },
  {
    shows: '总额等于各项来源之和：合计资金栏时不含总额那一行',
    draft: { id: 'ZJ-02', label: '资金总额等于各来源之和', severity: 'error', formula: '[全年预算数] = 合计(全年预算数)', message: '年度资金总额{[全年预算数]}，各来源相加{合计(全年预算数)}。' },
    holds: RIGHT, fails: with_({ F8: 15 }),
    findings: [{ cells: ['F6', 'F7', 'F8', 'F9'], message: '年度资金总额80，各来源相加75。' }],
  },
  {
    shows: '总额和每项来源各查一次',
    draft: { id: 'ZJ-03', label: '各项资金执行数不超过预算数', severity: 'verify', formula: '每项资金：[全年执行数] <= [全年预算数]', message: '{[行名]}执行{[全年执行数]}，超过预算{[全年预算数]}。' },
    holds: RIGHT, fails: with_({ G7: 65, G8: 15 }),
    findings: [{ cells: ['G7', 'F7'], message: '当年财政拨款执行65，超过预算60。' }],
  },
  {
    shows: '算术和绝对值；百分数直接写 20%',
    draft: { id: 'ZJ-04', label: '预算调整幅度不超过两成', severity: 'verify', formula: '绝对值([全年预算数] - [年初预算数]) <= [年初预算数] × 20%', message: '年初预算{[年初预算数]}，全年预算{[全年预算数]}，调整{百分数(绝对值([全年预算数] - [年初预算数]) / [年初预算数])}，请附调整批复。' },
    holds: with_({ F6: 90, G6: 90 }), fails: with_({ F6: 100, G6: 100 }),
    findings: [{ cells: ['F6', 'E6'], message: '年初预算80，全年预算100，调整25.00%，请附调整批复。' }],
  },
  {
    shows: '约等于：按显示的小数位比较，98.33% 和 59 ÷ 60 算相等',
    draft: { id: 'ZJ-05', label: '执行率等于执行数除以预算数', severity: 'error', formula: '[执行率] 约等于 [全年执行数] ÷ [全年预算数]', message: '执行率填{[执行率]}，{[全年执行数]} ÷ {[全年预算数]} = {百分数([全年执行数] / [全年预算数])}。' },
    holds: with_({ F6: 60, G6: 59, I6: '98.33%' }), fails: with_({ F6: 60, G6: 59, I6: '99%' }),
    findings: [{ cells: ['I6', 'G6', 'F6'], message: '执行率填99%，59 ÷ 60 = 98.33%。' }],
  },
  {
    shows: '若…则…，用在整张表上',
    draft: { id: 'ZJ-06', label: '执行率低于八成不得满分', severity: 'error', formula: '若 [执行率] < 80% 则 [执行率得分] < [执行率分值]', message: '执行率{[执行率]}低于80%，执行率得分{[执行率得分]}不应是满分。' },
    holds: with_({ G6: 56, I6: '70%', K6: 7 }), fails: with_({ G6: 56, I6: '70%' }),
    findings: [{ cells: ['K6', 'H6', 'I6'], message: '执行率70%低于80%，执行率得分10不应是满分。' }],
  },
  {
    shows: '四舍五入到两位；最小(…, 1) 使得分不超过分值',
    draft: { id: 'ZJ-07', label: '执行率得分按比例计算', severity: 'error', formula: '[执行率得分] = 四舍五入([执行率分值] × 最小([全年执行数] ÷ [全年预算数], 1), 2)', message: '执行率得分应为{四舍五入([执行率分值] × 最小([全年执行数] ÷ [全年预算数], 1), 2)}，填的是{[执行率得分]}。', basis: { document: NOTICE, clause: '三（二）预算执行率得分 = 分值 × 执行率，保留两位小数，不超过分值' } },
    holds: with_({ G6: 70, I6: '87.5%', K6: 8.75 }), fails: with_({ G6: 70, I6: '87.5%', K6: 9 }),
    findings: [{ cells: ['K6', 'H6', 'G6', 'F6'], message: '执行率得分应为8.75，填的是9。' }],
  },
  {
    shows: '一栏相加；分值、得分两栏连同预算执行率一起算',
    draft: { id: 'FZ-01', label: '分值合计为100', severity: 'error', formula: '合计(分值) = 100', message: '分值合计{合计(分值)}，应为100。', basis: { document: NOTICE, clause: '三（一）各项分值合计为100分' } },
    holds: RIGHT, fails: with_({ H14: 15, I14: 15 }),
    findings: [{ cells: ['H6', 'H13', 'H14', 'H15', 'H16', 'H17', 'H18', 'H19'], message: '分值合计105，应为100。' }],
  },
  {
    shows: '只看一个一级指标',
    draft: { id: 'FZ-02', label: '产出指标五十分', severity: 'verify', formula: '一级指标“产出指标”内：合计(分值) = 50', message: '产出指标分值合计{合计(分值)}，应为50。' },
    holds: RIGHT, fails: with_({ H16: 8, I16: 8 }),
    findings: [{ cells: ['H13', 'H14', 'H15', 'H16'], message: '产出指标分值合计48，应为50。' }],
  },
  {
    shows: '每个一级指标各查一次，和它自己写的分值比',
    draft: { id: 'FZ-03', label: '各组分值与所写一致', severity: 'error', formula: '每个一级指标：[一级指标分值] = 合计(分值)', message: '{[行名]}写的是{[一级指标分值]}分，各指标相加{合计(分值)}分。' },
    holds: RIGHT, fails: with_({ H18: 10, I18: 10 }),
    findings: [{ cells: ['B17', 'H17', 'H18'], message: '效益指标写的是30分，各指标相加25分。' }],
  },
  {
    shows: '一栏里最大的',
    draft: { id: 'FZ-04', label: '单项分值不超过20分', severity: 'hint', formula: '最大(分值) <= 20', message: '最大的一项有{最大(分值)}分，建议拆分。' },
    holds: RIGHT, fails: with_({ H13: 25, I13: 25 }),
    findings: [{ cells: ['H13'], message: '最大的一项有25分，建议拆分。' }],
  },
  {
    shows: '合计带条件：只加满足条件的行',
    draft: { id: 'FZ-05', label: '成本指标至少10分', severity: 'verify', formula: '合计(分值, [二级指标] 包含“成本”) >= 10', message: '成本指标只有{合计(分值, [二级指标] 包含“成本”)}分。' },
    holds: RIGHT, fails: with_({ H16: 5, I16: 5 }),
    findings: [{ cells: ['H16'], message: '成本指标只有5分。' }],
  },
  {
    shows: '一行一行地查，空白就不得分',
    draft: { id: 'DF-01', label: '没有完成值的不得分', severity: 'error', formula: '每行：若 [实际完成值] 为空 则 [得分] = 0', message: '“{[三级指标]}”没有填实际完成值，却得了{[得分]}分。' },
    holds: RIGHT, fails: with_({ G14: null }),
    findings: [{ cells: ['I14', 'G14'], message: '“养护验收合格率”没有填实际完成值，却得了10分。' }],
  },
  {
    shows: '每个指标都要满足',
    draft: { id: 'DF-02', label: '得分在零和分值之间', severity: 'error', formula: '每个指标：[得分] >= 0 且 [得分] <= [分值]' },
    holds: RIGHT, fails: with_({ I15: 12 }),
    findings: [{ cells: ['I15', 'H15'], message: '“养护任务完成时间”不符合“得分在零和分值之间”（每个指标：[得分] >= 0 且 [得分] <= [分值]）：填的是12，应为≤10。' }],
  },
  {
    shows: '扣了分要写原因，写几个字也管',
    draft: { id: 'DF-03', label: '扣分须说明原因', severity: 'verify', formula: '每个指标：若 [得分] < [分值] 则 [偏差原因] 不为空 且 字数([偏差原因]) >= 10', message: '“{[三级指标]}”扣了{[分值] - [得分]}分，偏差原因写的是{[偏差原因]}，请写清楚。', basis: { document: NOTICE, clause: '四（一）扣分的指标要逐条说明原因' } },
    holds: with_({ G14: '94%', I14: 9.5, J14: '雨季路基返工，已列入明年整改计划。' }), fails: with_({ G14: '94%', I14: 9.5, J14: '天气原因' }),
    findings: [{ cells: ['J14', 'I14', 'H14'], message: '“养护验收合格率”扣了0.5分，偏差原因写的是天气原因，请写清楚。' }],
  },
  {
    shows: '总分按显示的小数位等于各项之和',
    draft: { id: 'DF-04', label: '总分等于各项得分之和', severity: 'error', formula: '[总分] 约等于 合计(得分)', message: '总分{[总分]}，各项得分相加{合计(得分)}。' },
    holds: with_({ I14: 9.25, I20: 99.3 }), fails: with_({ I14: 9.25, I20: 99.5 }),
    findings: [{ cells: ['I20', 'K6', 'I13', 'I14', 'I15', 'I16', 'I17', 'I18', 'I19'], message: '总分99.5，各项得分相加99.25。' }],
  },
  {
    shows: '个数带条件；二级指标名称要对得上',
    draft: { id: 'ZB-01', label: '至少一个数量指标', severity: 'verify', kinds: ['project', 'department'], formula: '个数(三级指标, [二级指标] = “数量指标”) >= 1', message: '没有数量指标，产出无法衡量。' },
    holds: RIGHT, fails: with_({ C13: '质量指标', C14: null }),
    findings: [{ cells: ['A1'], message: '没有数量指标，产出无法衡量。' }],
  },
  {
    shows: '金额带单位：表上是万元还是元都一样；文字的字数',
    draft: { id: 'ZB-02', label: '大额项目的目标要写具体', severity: 'hint', formula: '若 [全年预算数] >= 50万元 则 字数([年度总体目标]) >= 15', message: '{[全年预算数]}万元的项目，总体目标只写了{字数([年度总体目标])}个字。' },
    holds: RIGHT, fails: with_({ B11: '养护道路。' }),
    findings: [{ cells: ['B11', 'F6'], message: '80万元的项目，总体目标只写了5个字。' }],
  },
  {
    shows: '表头文字；列出的词都不许有',
    draft: { id: 'BT-01', label: '项目名称不能笼统', severity: 'verify', formula: '[项目名称] 不包含 {其他、等项目、一批} 且 [主管部门] 以“县”开头', message: '项目名称“{[项目名称]}”、主管部门“{[主管部门]}”，请按批复的名称填写。' },
    holds: RIGHT, fails: with_({ C3: '农村道路养护等项目' }),
    findings: [{ cells: ['C3'], message: '项目名称“农村道路养护等项目”、主管部门“县交通运输局”，请按批复的名称填写。' }],
  },
  {
    shows: '基础数据表：按行名和栏目取数，本年、上年按表的年度',
    draft: { id: 'JC-01', label: '三公经费不超预算、不比上年多', severity: 'error', formula: '[三公经费/本年决算] <= [三公经费/本年预算] 且 [三公经费/本年决算] <= [三公经费/2021年决算数]', message: '三公经费本年决算{[三公经费/本年决算]}，本年预算{[三公经费/本年预算]}，上年决算{[三公经费/上年决算]}。', basis: { document: NOTICE, clause: '五（三）“三公”经费只减不增' } },
    holds: DATA, fails: dataWith({ F5: 6.5, F10: 3.5 }),
    findings: [{ cells: ['F5', 'B5'], message: '三公经费本年决算6.5，本年预算7，上年决算6。' }],
  },
];
