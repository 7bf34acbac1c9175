// 项目支出绩效目标申报表: what is to be reached, before the year; no results and no points.
import type { TemplateForm } from '../form';
import { titleLines, usualGroups } from './common';

export const TARGETS: TemplateForm = {
  id: 'targets', title: '项目支出绩效目标申报表', kind: 'targets', province: null, rubric: 'mof-2020', sheet: '绩效目标申报表', source: '岳阳县 2022 年绩效目标申报表；财预〔2020〕10号的指标框架',
  orientation: 'portrait', widths: [58, 66, 84, 78, 66, 52, 62, 58], printed: 8, rows: 2,
  blocks: [
    titleLines('项目支出绩效目标申报表', 'H', '（{year}年度）'),
    { kind: 'lines', lines: [
      { height: 26, cells: [{ at: 'A', text: '项目名称' }, { at: 'B:C', slot: 'field' }, { at: 'D', text: '项目负责人及电话' }, { at: 'E:H', slot: 'field' }] },
      { height: 26, cells: [{ at: 'A', text: '主管部门' }, { at: 'B:C', slot: 'field' }, { at: 'D', text: '实施单位' }, { at: 'E:H', slot: 'unit-name' }] },
      { height: 24, cells: [{ at: 'A', text: '项目属性' }, { at: 'B:C', slot: 'field', words: ['新增项目', '延续项目'] }, { at: 'D', text: '项目期限' }, { at: 'E:H', slot: 'field' }] },
    ] },
    {
      kind: 'fund', side: { at: 'A', text: '资金情况\n（万元）' }, label: { at: 'B:C', text: '' }, columns: [{ column: 'originalBudget', at: 'D:H', header: '' }],
      total: '年度资金总额：', parts: ['其中：财政拨款', '其他资金'], none: [], sign: '', weight: 0,
    },
    { kind: 'lines', lines: [
      { height: 20, cells: [{ at: 'A', down: 2, text: '总体目标' }, { at: 'B:H', text: '年度目标' }] },
      { height: 84, cells: [{ at: 'B:H', slot: 'goal-expected' }] },
    ] },
    {
      kind: 'indicators', side: { at: 'A', text: '绩\n效\n指\n标' },
      columns: [
        { column: 'level1', at: 'B', header: '一级指标' }, { column: 'level2', at: 'C', header: '二级指标' }, { column: 'name', at: 'D:E', header: '三级指标' },
        { column: 'nature', at: 'F', header: '指标性质' }, { column: 'target', at: 'G', header: '指标值' }, { column: 'unit', at: 'H', header: '度量单位' },
      ],
      groups: usualGroups({ output: null, outcome: null, satisfaction: null }),
    },
    { kind: 'notes', rubric: false, texts: ['定量指标填写指标性质（≥、≤、=）、指标值和度量单位；确实难以量化的填“定性”，指标值用文字写明可以衡量的目标。'] },
  ],
};
