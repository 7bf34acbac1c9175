// 部门整体支出绩效自评表 of the national frame and of Hunan, and 部门整体支出绩效评价基础数据表.
import type { GroupForm, Line, LineCell, LinesBlock, TemplateForm } from '../form';
import { titleLines, USUAL_GOALS, USUAL_PRINTED, USUAL_TOTAL, USUAL_WIDTHS, usualFund, usualIndicators } from './common';

const FRAME = { kind: 'department', orientation: 'portrait', widths: USUAL_WIDTHS, printed: USUAL_PRINTED, rows: 3 } as const;
const FUND = usualFund('年度\n预算申请\n（万元）', []);

function split(at: string, text: string): LineCell {
  return { at, text, slot: 'remark', look: 'left', hint: '在冒号后面写金额，如“124.88”。' };
}

const fields = (label: string): LinesBlock => ({ kind: 'lines', lines: [{ height: 26, cells: [{ at: 'A:B', text: label }, { at: 'C:M', slot: 'unit-name' }] }] });

/** The two ways of dividing the year's funds, label and amount in one cell as the form has them. */
const SPLITS: readonly Line[] = [
  { height: 20, cells: [{ at: 'C:H', text: '按收入性质分：', look: 'left' }, { at: 'I:M', text: '按支出性质分：', look: 'left' }] },
  ...([['其中：一般公共预算：', '其中：基本支出：'], ['政府性基金拨款：', '项目支出：'], ['纳入专户管理的非税收入拨款：', ''], ['其他资金：', '']] as const).map(([income, spending]) => ({
    height: 20,
    cells: [split('C:H', income), ...(spending === '' ? [{ at: 'I:M', text: '' }] : [split('I:M', spending)])],
  })),
];

const OUTPUT: GroupForm = { name: '产出指标', label: '产出指标\n（50分）', aspect: 'output', weight: 50, subgroups: ['重点工作任务完成', '履职目标实现'] };
const EFFECTS = ['履职效益', '可持续影响'] as const;

export const DEPARTMENT: TemplateForm = {
  ...FRAME, id: 'department', title: '部门整体支出绩效自评表（全国通行）', province: null, rubric: 'mof-2020', sheet: '部门整体支出绩效自评表', source: '财预〔2020〕10号的框架；版式见各地部门整体支出绩效自评表',
  blocks: [
    titleLines('部门整体支出绩效自评表', 'M', '（{year}年度）'), fields('预算部门\n名称'), FUND, USUAL_GOALS,
    usualIndicators([OUTPUT, { name: '效益指标', label: '效益指标\n（30分）', aspect: 'outcome', weight: 30, subgroups: EFFECTS }, { name: '满意度指标', label: '满意度指标\n（10分）', aspect: 'satisfaction', weight: 10, subgroups: ['服务对象满意度'] }]),
    USUAL_TOTAL, { kind: 'notes', rubric: true, texts: [] },
  ],
};

export const DEPARTMENT_HUNAN: TemplateForm = {
  ...FRAME, id: 'department-hunan', title: '湖南省部门整体支出绩效自评表', province: '湖南', rubric: 'hunan-department-2024', sheet: '部门整体支出绩效自评表（湖南省）', source: '永州市零陵区 2024 年部门整体支出绩效自评表',
  blocks: [
    titleLines('{year}年度部门整体支出绩效自评表', 'M', null), fields('区级预算部门\n名称'), { ...FUND, below: SPLITS }, USUAL_GOALS,
    usualIndicators([OUTPUT, { name: '效益指标', label: '效益指标\n（40分）', aspect: 'outcome', weight: 40, subgroups: [...EFFECTS, '满意度'] }]),
    USUAL_TOTAL, { kind: 'notes', rubric: true, texts: [] },
  ],
};

export const BASE_DATA: TemplateForm = {
  id: 'base-data', title: '部门整体支出绩效评价基础数据表', kind: 'base-data', province: null, rubric: 'mof-2020', sheet: '部门整体支出基础数据表', source: '永州市零陵区 2024 年、浏阳市 2021 年部门整体支出绩效评价基础数据表',
  orientation: 'portrait', widths: [150, 58, 58, 58, 58, 58, 72], printed: 7, rows: 3,
  blocks: [
    titleLines('{year}年度部门整体支出绩效评价基础数据表', 'G', null),
    { kind: 'lines', lines: [{ height: 20, cells: [{ at: 'A', text: '填报单位：', look: 'none' }, { at: 'B:G', slot: 'unit-name', look: 'none', name: '填报单位' }] }] },
    { kind: 'quotients', label: { at: 'A', text: '财政供养人员情况（人）' }, cells: [{ at: 'B:C', header: '编制数', whole: true }, { at: 'D:E', header: '{year}年实际在职人数', whole: true }, { at: 'F:G', header: '控制率', quotient: true }] },
    {
      kind: 'base-data', label: 'A', header: '经费控制情况（万元）',
      columns: [{ at: 'B:C', header: '{last}年决算数' }, { at: 'D:E', header: '{year}年预算数' }, { at: 'F:G', header: '{year}年决算数' }],
      lines: [
        { key: 'three', label: '三公经费', parts: ['cars', 'abroad', 'guests'] },
        { key: 'cars', label: '1.公务用车购置和维护经费', parts: ['buying', 'running'] },
        { key: 'buying', label: '其中：公车购置' }, { key: 'running', label: '公车运行维护' },
        { key: 'abroad', label: '2.出国经费' }, { key: 'guests', label: '3.公务接待' },
        { key: 'projects', label: '项目支出小计', parts: ['project'] },
        { key: 'project', label: '项目', repeated: true },
        // What follows 其中 is only some of it: no sum.
        { key: 'office', label: '公用经费' }, { key: 'papers', label: '其中：办公经费' }, { key: 'water', label: '水费、电费、差旅费' }, { key: 'meetings', label: '会议费、培训费' },
        { key: 'purchases', label: '政府采购金额' },
        { key: 'adjusted', label: '部门整体支出预算调整', none: [0] },
      ],
    },
    { kind: 'quotients', label: { at: 'A', text: '楼堂馆所控制情况\n（{year}年完工项目）' }, cells: [{ at: 'B', header: '批复规模\n（㎡）' }, { at: 'C', header: '实际规模\n（㎡）' }, { at: 'D', header: '规模\n控制率', quotient: true }, { at: 'E', header: '预算投资\n（万元）' }, { at: 'F', header: '实际投资\n（万元）' }, { at: 'G', header: '投资概算\n控制率', quotient: true }] },
    { kind: 'lines', lines: [{ height: 72, cells: [{ at: 'A', text: '厉行节约保障措施' }, { at: 'B:G', slot: 'field' }] }] },
    { kind: 'notes', rubric: false, texts: ['“项目支出”填报基本支出以外的所有项目支出，一个项目一行；“公用经费”填报基本支出中的商品和服务支出。'] },
  ],
};
