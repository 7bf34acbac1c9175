// Five reports with the structure and the figures of real ones, worded anew: exactly their faults are found, and what holds stays silent.
import type { Grid } from '../../src/model/grid';
import type { ReportReview } from '../../src/model/report';
import { makeGrid } from '../make-grid';
import { reviewOf, told } from './report-text';

const findings = (review: ReportReview): string[] => review.findings.filter(({ severity, because }) => severity !== 'hint' && because === null).map(told);
/** Figures that at least one statement was checked about and none contradicts. */
const holding = (review: ReportReview): string[] => review.figures.filter(({ state }) => state === 'holds').map(({ place }) => place.quote);

test('spending above the budget, in a report whose sums hold', () => {
  const review = reviewOf([
    '一、单位概况',
    '（一）职责与机构',
    '区青年宫为正科级群团单位。',
    '二、一般公共预算支出情况',
    '（一）基本支出',
    '1、2022年预算资金78.81万元。',
    '2、2022年度本单位一般公共预算财政拨款收入81.15万元。',
    '3、2022年度本单位一般公共预算财政拨款支出81.15万元，其中：项目支出22.17万元，基本支出58.98万元，其中：人员经费51.98万元，公用经费7.00万元。',
    '（2）项目支出',
    '2022年度项目支出合计22.17万元，1、消毒物资项目支出0.40万元；2、青年活动经费项目支出18.15万元；3、老年之家项目支出3万元；4、人才培养经费项目支出0.62万元。',
    '三、政府性基金预算支出情况',
    '无。',
    '四、活动情况',
    '1月19日举办第42届作品展，评出创新奖16个、绘画奖80副、指导教师奖17位；10月30日的体验活动约100人参加。把甲社区、通用机场、区医院等3个单位的材料报给市里。',
  ].join('\n'));
  expect(findings(review)).toEqual(['report-overspending 81.15万元']);
  expect(review.findings[0]?.places.map(({ quote }) => quote)).toEqual(['81.15万元', '78.81万元']);
  expect(holding(review)).toEqual(expect.arrayContaining(['22.17万元', '58.98万元', '51.98万元', '7.00万元', '0.40万元', '18.15万元', '3万元', '0.62万元', '3个']));
});

test('money received, spent and left over that do not agree, and spending above what was approved', () => {
  const review = reviewOf([
    '整体支出绩效自评报告',
    '一、单位概况',
    '2022年预算批复150.32万元，全年实际到位资金230.32万元；实际支出153.99万元，其中基本支出125.32万元，项目支出28.67万元；上年结余0元，本年结余0元。',
    '二、一般公共预算支出情况',
    '（一）基本支出',
    '2022年基本支出财政拨款125.32万元，用于工资和日常办公。',
    '（二）项目支出',
    '2022年项目支出总额28.67万元，用于举办主题日活动。',
    '三、绩效情况',
    '全年较好地把各项开支控制在预算额度内。动员志愿者300多人，发放资料1万余份，受益群众近2万人。',
    '四、存在的问题',
    '预算编制有待细化。',
    '五、改进措施',
    '加强预算执行。',
  ].join('\n'));
  expect(findings(review)).toEqual(['report-overspending 153.99万元', 'report-balance 0元']);
  const balance = review.findings.find(({ rule }) => rule === 'report-balance');
  expect(balance).toMatchObject({ calculation: '230.32 + 0 − 153.99 = 76.33', expected: '76.33万元', received: '0元' });
  const within = review.findings.find(({ because }) => because !== null);
  expect(within).toMatchObject({ rule: 'report-overspending', because: 'report-overspending:2:39' });
  expect(holding(review)).toEqual(['125.32万元', '28.67万元', '28.67万元']);
});

const PROJECT_TABLE: Grid = makeGrid([
  ['2022年度项目支出绩效自评表'],
  ['项目名称', null, '科普宣传活动'],
  ['主管部门', null, '青石市科普协会', null, '实施单位', '青石区科普协会'],
  ['项目资金（万元）', null, '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [null, null, '年度资金总额', 43, 43, 28, '10分', '100%', 100],
  [null, null, '其中：当年财政拨款', null, null, 28],
  ['年度总体目标', '预期目标', null, null, null, '实际完成情况'],
  [null, '组织科普日系列活动', null, null, null, '已按时完成。'],
  ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  [null, '产出指标（50分）', '数量指标', '组织科普宣传活动', '≥5次', '12次', 50, 50],
  [null, '效益指标（40分）', '社会效益指标', '对科学的兴趣', '逐步提高', '100%', 50, 50],
  ['总分', null, null, null, null, null, '100分', null],
]);

test('another budget in the table, and a grade without a score', () => {
  const review = reviewOf([
    '2022年度青石区科普协会',
    '科普专项经费绩效自评报告',
    '一、项目概况',
    '根据2022年部门预算，区财政局安排科普专项经费28万元。',
    '二、综合评价结论',
    '科普专项经费自评结论为优秀等次。',
    '三、资金情况',
    '2022年，区财政下达我协会科普经费项目预算资金28万元，实际到位项目资金28万元，到位率为100％。',
    '全年实际支出项目资金28万元，支出率为100％。',
    '四、存在的问题和改进措施',
    '科普经费只有人均0.65元。今年共有8万人次参加答题，传播量达到200多万次。',
  ].join('\n'), [PROJECT_TABLE]);
  expect(findings(review)).toEqual(['report-table 28万元', 'report-conclusion 优秀']);
  const [budget] = review.findings;
  expect(budget).toMatchObject({ expected: '43万元', received: '28万元', cells: [{ file: null, sheet: '自评表', cell: 'E5' }, { file: null, sheet: '自评表', cell: 'D5' }] });
  // The second mention and the rate hang under the first.
  const followers = review.findings.filter(({ because }) => because !== null);
  expect(followers.map(told)).toEqual(['report-table 28万元', 'report-table 100％']);
  expect(new Set(followers.map(({ because }) => because))).toEqual(new Set([`report-table:3:${budget?.places[0]?.start ?? -1}`]));
  expect(holding(review)).toContain('28万元');
});

test('a report whose figures hold', () => {
  const review = reviewOf([
    '青石县科协2021年度部门整体支出绩效评价报告',
    '一、基本情况',
    '本单位内设：办公室、学会部和科普部等三个正股级部门。',
    '二、一般公共预算支出情况',
    '（一）基本支出情况',
    '2021年实际支出66.44万元，其中：人员经费56.74万元，主要包括：（基本工资、津贴补贴、奖金等）；公用经费9.70万元，主要包括：（办公费、印刷费、差旅费等）。',
    '（二）项目支出情况',
    '县科协项目实际支出33.31万元，其中科普经费33.31万元。',
    '三、履职情况',
    '举办培训班62期，培训骨干3100人次；义诊10场次，赠送药品8000元，发放资料38600份。甲公司投入15万元建成展厅，乙农庄投入10万元。大赛分筹备、启动、实施、评比、总结五个阶段。',
    '四、存在的主要问题和下一步改进措施',
    '预算支出与实际执行出现偏差。',
  ].join('\n'));
  expect(review.findings).toEqual([]);
  expect(holding(review)).toEqual(['66.44万元', '56.74万元', '9.70万元', '33.31万元', '33.31万元']);
});

const BASE_DATA: Grid = makeGrid([
  ['2024年度部门整体支出绩效评价基础数据表'],
  ['财政供养人员情况（人）', '编制数', '2024年实际在职人数', '控制率'],
  [null, 8, 7, '87.5%'],
  ['经费控制情况（万元）', '2023年决算数', '2024年预算数', '2024年决算数'],
  ['其中：公用经费', 4.72, 4.13, 4.13],
  ['三公经费', 0.67, 0.68, 0.68],
  ['3.公务接待', 0.67, 0.68, 0.68],
  ['1.科普专项经费', 29.56, 37, null],
], [], '基础数据表');

const UNIT_TABLE: Grid = makeGrid([
  ['2024年度部门整体支出绩效自评表'],
  ['区级预算部门名称', null, '青石市云岭区科学技术协会'],
  ['年度预算申请（万元）', null, '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [null, null, '年度资金总额', 153.53, 127.1, 124.88, 10, 98.25, 9.8],
  ['年度总体目标', '预期目标', null, null, null, '实际完成情况'],
  [null, '推进科学素质纲要实施', null, null, null, '较好地完成了目标'],
  ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  [null, '产出指标(50分)', '重点工作', '受众人数', '≥2万人次', 25000, 50, 50],
  [null, '效益指标（40分）', '满意度', '服务对象满意度', '95%', '100%', 40, 40],
  ['总分', null, null, null, null, null, 100, 99.8],
], [], '整体支出自评表');

const UNIT_REPORT = [
  '2024年度云岭区科协整体支出',
  '绩效自评报告',
  '单位名称：青石市云岭区科学技术协会',
  '一、基本情况',
  '1.人员编制。核定编制数为8名。2024年底实有干部职工17人，其中在职人员7人，退休人员10人。',
  '2.机构设置。设有内设股室3个，分别为学会部、普及部、办公室，无二级机构。',
  '（二）收支情况',
  '2024年收入支出决算124.88万元，与2023年收入支出决算148.40万元相比，减少23.52万元。主要是人员减少。',
  '其中本年度一般公共预算财政拨款收入124.88万元，上年度148.40万元，减少23.52。',
  '本年度基本支出124.88万元，上年度基本支出118.84万元，增加6.04元，主要原因是2024年的项目经费合并。其中本年度人员经费为88.18万元，与上年人员经费94.32万元相比，减少6.14万元。',
  '本年度日常公用经费36.70万元，上年度公用经费24.52万元，增加12.18万元。',
  '本年度项目支出0万元，上年度项目支出29.56万元，减少29.56万元。',
  '3.“三公”经费。2024年度“三公”经费预算支出：因公出国（境）费支出0万元，公务用车购置及运行费支出0万元，公务接待费支出0.68万元。“三公”经费决算支出：因公出国（境）费支出0万元，公务用车购置及运行费支出0万元，公务接待费支出0.68万元。2023年度“三公”经费决算支出：因公出国（境）费支出0万元，公务用车购置及运行费支出0万元，公务接待费支出0.67万元。2024年“三公”经费决算支出与去年相比持平。',
  '二、一般公共预算支出情况',
  '2024年区科协基本支出为124.88万元，其中人员经费88.18万元，公用经费36.70万元。',
  '2024年区科协项目支出年初预算为37万元，其中科普专项经费预算37万元。',
  '三、绩效情况',
  '“三公”经费支出总额较上年持平。支出总额控制在预算总额以内，本年单位预算未进行预算相关事项的调整。',
  '四、存在的问题',
  '预算编制准备不足。',
  '五、改进措施',
  '做好预算编制前的准备。',
].join('\n');

test('units slipped, level figures that are not, an adjustment denied, and another amount in the base data', () => {
  const review = reviewOf(UNIT_REPORT, [BASE_DATA, UNIT_TABLE]);
  expect(findings(review)).toEqual([
    'report-unit 23.52', 'report-unit 6.04元', 'report-table 36.70万元', 'report-table 24.52万元',
    'report-comparison 2024年“三公”经费决算支出与去年相比持平', 'report-adjustment 本年单位预算未进行预算相关事项的调整',
  ]);
  expect(review.findings.filter(({ because }) => because !== null).map(told)).toEqual(['report-table 36.70万元', 'report-comparison “三公”经费支出总额较上年持平']);
  expect(holding(review)).toEqual(expect.arrayContaining(['8名', '17人', '7人', '10人', '3个', '88.18万元', '94.32万元', '6.14万元', '12.18万元', '29.56万元', '37万元']));
});

test('the tables may stand in a workbook beside the report', () => {
  const review = reviewOf(UNIT_REPORT, [BASE_DATA, UNIT_TABLE]);
  const cells = review.findings.flatMap(({ cells: all }) => all.map(({ sheet, cell }) => `${sheet}!${cell}`));
  expect(cells).toEqual(expect.arrayContaining(['基础数据表!D5', '基础数据表!B5', '整体支出自评表!D4', '整体支出自评表!E4']));
});
