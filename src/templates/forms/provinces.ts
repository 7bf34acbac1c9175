// Forms of provinces for projects: Hunan, Hubei, Sichuan, Yunnan, Anhui.
import type { TemplateForm } from '../form';
import { COEFFICIENT, foldedGroups, PROJECT_FIELDS, titleLines, USUAL_GOALS, USUAL_PRINTED, USUAL_TOTAL, USUAL_WIDTHS, usualFund, usualGroups, usualIndicators } from './common';

const FRAME = { kind: 'project', orientation: 'portrait', rows: 2 } as const;
const USUAL = { ...FRAME, widths: USUAL_WIDTHS, printed: USUAL_PRINTED } as const;
const NOTES = { kind: 'notes', rubric: true, texts: [] } as const;

export const HUNAN: TemplateForm = {
  ...USUAL, id: 'project-hunan', title: '湖南省项目支出绩效自评表', province: '湖南', rubric: 'hunan-project-2022', sheet: '项目支出绩效自评表（湖南省）', source: '益阳市资阳区 2022 年项目支出绩效自评表',
  blocks: [titleLines('{year}年度项目支出绩效自评表', 'M', null), PROJECT_FIELDS, usualFund('项目资金\n（万元）'), USUAL_GOALS, usualIndicators(foldedGroups(50, 40)), USUAL_TOTAL, NOTES],
};

export const ANHUI: TemplateForm = {
  ...USUAL, id: 'project-anhui', title: '安徽省项目支出绩效自评表', province: '安徽', rubric: 'anhui-2021', sheet: '项目支出绩效自评表（安徽省）', source: '池州市贵池区、宣城市 2021 至 2022 年项目支出绩效自评表',
  blocks: [titleLines('项目支出绩效自评表', 'M', '（{year}年度）'), PROJECT_FIELDS, usualFund('项目资金\n（万元）', ['其中：本年财政拨款', '上年结转资金', '其他资金']), USUAL_GOALS, usualIndicators(usualGroups({ output: 50, outcome: 30, satisfaction: 10 }), { side: '绩效\n指标' }), USUAL_TOTAL, NOTES],
};

export const HUBEI: TemplateForm = {
  ...FRAME, rows: 1, id: 'project-hubei', title: '湖北省项目自评表', province: '湖北', rubric: 'hubei-2020', sheet: '项目自评表（湖北省）', source: '鄂州市科协 2022 年、江夏区长江禁捕项目 2020 年项目自评表',
  widths: [52, 58, 66, 88, 34, 56, 44, 74, 62, 48, 66], printed: 9,
  blocks: [
    titleLines('{year}年度项目自评表', 'I', null),
    { kind: 'lines', lines: [
      { height: 22, cells: [{ at: 'A', text: '单位名称：', look: 'none' }, { at: 'B:E', slot: 'unit-name', look: 'none', name: '单位名称' }, { at: 'F:G', text: '填报日期：', look: 'none' }, { at: 'H:I', slot: 'field', look: 'none', name: '填报日期' }] },
      { height: 26, cells: [{ at: 'A', text: '项目名称' }, { at: 'B:I', slot: 'field' }] },
      { height: 26, cells: [{ at: 'A', text: '主管部门' }, { at: 'B:D', slot: 'field' }, { at: 'E:G', text: '项目实施单位' }, { at: 'H:I', slot: 'unit-name' }] },
      { height: 24, cells: [{ at: 'A', text: '项目类别' }, { at: 'B:I', slot: 'field', words: ['1、部门预算项目', '2、省直专项', '3、省对下转移支付项目'] }] },
      { height: 24, cells: [{ at: 'A', text: '项目属性' }, { at: 'B:I', slot: 'field', words: ['1、持续性项目', '2、新增性项目'] }] },
      { height: 24, cells: [{ at: 'A', text: '项目类型' }, { at: 'B:I', slot: 'field', words: ['1、常年性项目', '2、延续性项目', '3、一次性项目'] }] },
    ] },
    {
      kind: 'fund', side: { at: 'A:B', text: '预算执行情况（万元）\n（20分）' }, label: { at: 'C', text: '' },
      columns: [{ column: 'finalBudget', at: 'D:E', header: '预算数（A）' }, { column: 'actualSpending', at: 'F:G', header: '执行数（B）' }, { column: 'executionRate', at: 'H', header: '执行率\n（B/A）' }, { column: 'score', at: 'I', header: '得分\n（20分*\n执行率）' }],
      total: '年度财政\n资金总额', parts: [], none: [], sign: '', weight: 20,
    },
    {
      kind: 'indicators', side: { at: 'A', text: '年度\n绩效\n目标\n（80分）' },
      columns: [
        { column: 'level1', at: 'B', header: '一级\n指标' }, { column: 'level2', at: 'C', header: '二级指标' }, { column: 'name', at: 'D', header: '三级指标' },
        { column: 'nature', at: 'E', header: '指标\n性质', under: '年初目标值（A）' }, { column: 'target', at: 'F', header: '指标值', under: '年初目标值（A）' }, { column: 'unit', at: 'G', header: '度量\n单位', under: '年初目标值（A）' },
        { column: 'actual', at: 'H', header: '实际完成值\n（B）' }, { column: 'score', at: 'I', header: '得分' }, { column: 'weight', at: 'J', header: '权重' }, { column: 'coefficient', at: 'K', header: COEFFICIENT },
      ],
      groups: [
        { name: '产出指标', label: '产出指标\n（40分）', aspect: 'output', weight: 40, subgroups: ['数量指标', '质量指标', '时效指标', '成本指标'] },
        { name: '效益指标/满意度指标', label: '效益指标/\n满意度指标\n（40分）', aspect: 'outcome', weight: 40, subgroups: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标', '服务对象满意度指标'] },
      ],
    },
    { kind: 'total', label: { at: 'A:H', text: '总分' }, weight: 'J', score: 'I', grade: null },
    { kind: 'lines', lines: [
      { height: 48, cells: [{ at: 'A:C', text: '偏差大或\n目标未完成\n原因分析' }, { at: 'D:I', slot: 'closing', name: '偏差大或目标未完成原因分析' }] },
      { height: 48, cells: [{ at: 'A:C', text: '改进措施及\n结果应用方案' }, { at: 'D:I', slot: 'closing', name: '改进措施及结果应用方案' }] },
    ] },
    { kind: 'notes', rubric: true, texts: ['预算数为调整后财政资金总额（包括上年结余结转），执行数为资金使用单位财政资金实际支出数。'] },
  ],
};

export const SICHUAN: TemplateForm = {
  ...FRAME, rows: 1, id: 'project-sichuan', title: '四川省部门预算项目支出绩效自评表', province: '四川', rubric: 'sichuan-2023', sheet: '部门预算项目支出绩效自评表（四川省）', source: '大英县司法局、青神县发改局 2023 年部门预算项目支出绩效自评表',
  orientation: 'landscape', widths: [54, 66, 82, 108, 58, 58, 56, 74, 52, 52, 124, 66], printed: 11,
  blocks: [
    titleLines('部门预算项目支出绩效自评表（{year}年度）', 'K', null),
    { kind: 'lines', lines: [
      { height: 26, cells: [{ at: 'A', text: '项目名称' }, { at: 'B:K', slot: 'field' }] },
      { height: 32, cells: [{ at: 'A', text: '主管部门' }, { at: 'B:E', slot: 'field' }, { at: 'F:G', text: '实施单位\n（盖章）' }, { at: 'H:K', slot: 'unit-name' }] },
      { height: 20, cells: [{ at: 'A', down: 3, text: '项目\n基本\n情况' }, { at: 'B:C', down: 2, text: '1.项目年度目标完成情况' }, { at: 'D:G', text: '项目年度目标' }, { at: 'H:K', text: '年度目标完成情况' }] },
      { height: 62, cells: [{ at: 'D:G', slot: 'goal-expected' }, { at: 'H:K', slot: 'goal-actual', hint: '对照年度目标，说明相关任务目标的完成情况（100字以内）。' }] },
      { height: 48, cells: [{ at: 'B:C', text: '2.项目实施内容及过程概述' }, { at: 'D:K', slot: 'field' }] },
    ] },
    {
      kind: 'fund', side: { at: 'A', text: '预算\n执行\n情况\n（10分）' }, label: { at: 'B:C', text: '年度预算数（万元）' },
      columns: [
        { column: 'originalBudget', at: 'D', header: '年初预算' }, { column: 'finalBudget', at: 'E:F', header: '调整后预算数' }, { column: 'actualSpending', at: 'G', header: '预算\n执行数' }, { column: 'executionRate', at: 'H', header: '预算\n执行率' },
        { column: 'weight', at: 'I', header: '权重' }, { column: 'score', at: 'J', header: '得分' }, { column: 'reason', at: 'K', header: '原因' },
      ],
      total: '总额', parts: ['其中：财政资金', '财政专户管理资金', '单位资金', '其他资金'], none: ['weight', 'score'], sign: '/', weight: 10, reasonMerged: true,
    },
    {
      kind: 'indicators', side: { at: 'A', text: '绩效\n指标\n（90分）' },
      columns: [
        { column: 'level1', at: 'B', header: '一级指标' }, { column: 'level2', at: 'C', header: '二级指标' }, { column: 'name', at: 'D', header: '三级指标' }, { column: 'nature', at: 'E', header: '指标性质' }, { column: 'target', at: 'F', header: '指标值' },
        { column: 'unit', at: 'G', header: '度量单位' }, { column: 'actual', at: 'H', header: '完成值' }, { column: 'weight', at: 'I', header: '权重' }, { column: 'score', at: 'J', header: '得分' }, { column: 'reason', at: 'K', header: '未完成原因分析' }, { column: 'coefficient', at: 'L', header: COEFFICIENT },
      ],
      groups: [
        { name: '产出指标', label: '产出指标', aspect: 'output', weight: null, subgroups: ['数量指标', '质量指标', '时效指标'] },
        { name: '效益指标', label: '效益指标', aspect: 'outcome', weight: null, subgroups: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'] },
        { name: '满意度指标', label: '满意度指标', aspect: 'satisfaction', weight: null, subgroups: ['服务对象满意度指标'] },
        { name: '成本指标', label: '成本指标', aspect: 'cost', weight: null, subgroups: ['经济成本指标'] },
      ],
    },
    { kind: 'total', label: { at: 'A:H', text: '合计' }, weight: 'I', score: 'J', grade: 'K' },
    { kind: 'lines', lines: [
      { height: 48, cells: [{ at: 'A', text: '评价结论' }, { at: 'B:K', slot: 'closing', hint: '结合自评情况，说明项目自评总分和项目实施取得的成效或成果（200字以内）。' }] },
      { height: 48, cells: [{ at: 'A', text: '存在问题' }, { at: 'B:K', slot: 'closing', hint: '结合自评情况，分析存在的问题及原因（200字以内）。' }] },
      { height: 48, cells: [{ at: 'A', text: '改进措施' }, { at: 'B:K', slot: 'closing', hint: '针对自评中发现的问题，提出下一步改进完善的意见及有关政策性建议（200字以内）。' }] },
      { height: 26, cells: [{ at: 'A:B', text: '项目负责人：', look: 'left' }, { at: 'C:E', slot: 'closing' }, { at: 'F:G', text: '财务负责人：', look: 'left' }, { at: 'H:K', slot: 'closing' }] },
    ] },
    NOTES,
  ],
};

export const YUNNAN: TemplateForm = {
  ...USUAL, id: 'project-yunnan', title: '云南省项目支出绩效自评表（公开14表）', province: '云南', rubric: 'yunnan-2022', sheet: '项目支出绩效自评表（云南省）', source: '云南省项目支出绩效自评表（决算公开 14 表，2022 年）',
  blocks: [
    titleLines('{year}年度项目支出绩效自评表', 'M', null),
    { kind: 'lines', lines: [{ height: 20, cells: [{ at: 'A', text: '部门：', look: 'none' }, { at: 'B:K', slot: 'unit-name', look: 'none', name: '部门' }, { at: 'L:M', text: '公开14表', look: 'none' }] }] },
    PROJECT_FIELDS,
    usualFund('项目资金\n（元）'),
    USUAL_GOALS,
    {
      kind: 'indicators', side: null,
      columns: [
        { column: 'level1', at: 'A:B', header: '一级\n指标', under: '绩效指标' }, { column: 'level2', at: 'C', header: '二级指标', under: '绩效指标' }, { column: 'name', at: 'D:E', header: '三级指标', under: '绩效指标' },
        { column: 'nature', at: 'F', header: '指标\n性质', under: '年度指标值' }, { column: 'target', at: 'G', header: '指标值', under: '年度指标值' }, { column: 'unit', at: 'H', header: '度量\n单位', under: '年度指标值' },
        { column: 'actual', at: 'I', header: '实际\n完成值' }, { column: 'weight', at: 'J', header: '分值' }, { column: 'score', at: 'K', header: '得分' }, { column: 'reason', at: 'L:M', header: '偏差原因分析\n及改进措施' }, { column: 'coefficient', at: 'N', header: COEFFICIENT },
      ],
      groups: usualGroups({ output: null, outcome: null, satisfaction: null }),
    },
    { kind: 'lines', lines: [{ height: 30, cells: [{ at: 'A:C', text: '其他需要说明事项' }, { at: 'D:M', slot: 'closing' }] }] },
    USUAL_TOTAL,
    NOTES,
  ],
};
