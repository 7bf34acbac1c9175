// The forms that examples start from, each right throughout: the national self-evaluation form and Hunan's base-data form.

interface StandardForm {
  readonly cells: Readonly<Record<string, string | number>>;
  readonly merges: string;
}

function lines(rows: Readonly<Record<number, Readonly<Record<string, string | number>>>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(rows).flatMap(([row, cells]) => Object.entries(cells).map(([column, content]) => [column + row, content])));
}

/** 项目支出绩效自评表: rows 6–9 fund, 11 goals, 13–19 indicators, 20 total. */
const PROJECT: StandardForm = {
  cells: lines({
    1: { A: '项目支出绩效自评表' },
    2: { A: '（2022年度）' },
    3: { A: '项目名称', C: '农村道路养护' },
    4: { A: '主管部门', C: '县交通运输局', F: '实施单位', G: '县公路养护中心' },
    5: { A: '项目资金（万元）', E: '年初预算数', F: '全年预算数', G: '全年执行数', H: '分值', I: '执行率', K: '得分' },
    6: { C: '年度资金总额', E: 80, F: 80, G: 80, H: 10, I: '100%', K: 10 },
    7: { C: '其中：当年财政拨款', E: 60, F: 60, G: 60 },
    8: { C: '上年结转资金', E: 20, F: 20, G: 20 },
    9: { C: '其他资金', E: 0, F: 0, G: 0 },
    10: { A: '年度总体目标', B: '预期目标', G: '实际完成情况' },
    11: { B: '养护农村道路，改善沿线出行条件。', G: '全年养护农村道路50公里，沿线出行条件得到改善。' },
    12: { A: '绩效指标', B: '一级指标', C: '二级指标', D: '三级指标', F: '年度指标值', G: '实际完成值', H: '分值', I: '得分', J: '偏差原因分析及改进措施' },
    13: { B: '产出指标（50分）', C: '数量指标', D: '养护道路里程', F: '≥50公里', G: '50公里', H: 20, I: 20 },
    14: { C: '质量指标', D: '养护验收合格率', F: '≥95%', G: '96%', H: 10, I: 10 },
    15: { C: '时效指标', D: '养护任务完成时间', F: '2022年12月底前', G: '2022年11月', H: 10, I: 10 },
    16: { C: '成本指标', D: '养护总成本', F: '≤80万元', G: '80万元', H: 10, I: 10 },
    17: { B: '效益指标（30分）', C: '社会效益指标', D: '沿线出行条件', F: '明显改善', G: '明显改善', H: 15, I: 15 },
    18: { C: '可持续影响指标', D: '管护机制健全性', F: '健全', G: '健全', H: 15, I: 15 },
    19: { B: '满意度指标（10分）', C: '服务对象满意度指标', D: '沿线群众满意度', F: '≥90%', G: '93%', H: 10, I: 10 },
    20: { A: '总分', H: 100, I: 100 },
  }),
  merges: 'A1:K1 A2:K2 A3:B3 C3:K3 A4:B4 C4:E4 G4:K4 A5:B9 C5:D5 I5:J5 C6:D6 I6:J6 C7:D7 I7:J7 C8:D8 I8:J8 C9:D9 I9:J9 A10:A11 B10:F10 G10:K10 B11:F11 G11:K11 A12:A19 '
    + 'D12:E12 J12:K12 B13:B16 B17:B18 D13:E13 J13:K13 D14:E14 J14:K14 D15:E15 J15:K15 D16:E16 J16:K16 D17:E17 J17:K17 D18:E18 J18:K18 D19:E19 J19:K19 A20:G20 J20:K20',
};

/** 部门整体支出绩效评价基础数据表: row 3 the control rate, 5–14 the amounts. */
const BASE_DATA: StandardForm = {
  cells: lines({
    1: { A: '2022年度部门整体支出绩效评价基础数据表' },
    2: { A: '财政供养人员情况（人）', B: '编制数', D: '2022年实际在职人数', F: '控制率' },
    3: { B: 20, D: 18, F: '90%' },
    4: { A: '经费控制情况（万元）', B: '2021年决算数', D: '2022年预算数', F: '2022年决算数' },
    5: { A: '三公经费', B: 6, D: 7, F: 5 },
    6: { A: '1、公务用车购置和维护经费', B: 4, D: 4, F: 3 },
    7: { A: '其中：公车购置', B: 0, D: 0, F: 0 },
    8: { A: '公车运行维护', B: 4, D: 4, F: 3 },
    9: { A: '2、出国经费', B: 0, D: 0, F: 0 },
    10: { A: '3、公务接待', B: 2, D: 3, F: 2 },
    11: { A: '项目支出：', B: 30, D: 40, F: 40 },
    12: { A: '1、业务工作专项', B: 10, D: 15, F: 15 },
    13: { A: '2、运行维护项目', B: 20, D: 25, F: 25 },
    14: { A: '政府采购金额', B: 5, D: 5, F: 5 },
    15: { A: '厉行节约保障措施', B: '完善公务接待和用车管理制度，按月公示。' },
  }),
  merges: 'A1:G1 A2:A3 B2:C2 D2:E2 F2:G2 B3:C3 D3:E3 F3:G3 '
    + [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((row) => `B${row}:C${row} D${row}:E${row} F${row}:G${row}`).join(' ') + ' B15:G15',
};

export const STANDARD_FORMS = { project: PROJECT, 'base-data': BASE_DATA } as const;
