// Right sentences in the plain words of real reports, each of which some rule could take for wrong; beside them what is wrong in the same words and is still found.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reviewOf, told } from './report-text';

const sentences = readFileSync(join(__dirname, 'plain-sentences.txt'), 'utf8').trimEnd().split('\n');
const findingsOf = (sentence: string): string[] => reviewOf(`2023年度某某局部门整体支出绩效自评报告\n一、基本情况\n${sentence}`).findings.filter(({ rule }) => rule !== 'report-section').map(told);

test.each(sentences)('%s', (sentence) => {
  expect(findingsOf(sentence)).toEqual([]);
});

/** Of more than one paragraph. */
const PARAGRAPHS: readonly string[] = [
  '2023年公用经费支出120万元，人均1.5万元。\n机关公用经费支出86万元，下属事业单位公用经费支出34万元。',
  '2023年基本支出820万元，其中人员经费700万元，公用经费120万元。\n二、绩效情况\n2023年公用经费支出118万元（不含工会经费2万元）。',
];

test.each(PARAGRAPHS)('%s', (text) => {
  expect(findingsOf(text)).toEqual([]);
});

const WRONG: readonly (readonly [sentence: string, told: string])[] = [
  ['甲项目执行率98.5%，乙项目执行率90%，两个项目平均执行率98.9%。', 'report-product 98.9%'],
  ['甲校合格率98.2%，乙校合格率91.6%，两校算术平均合格率94.2%，两项简单平均93.2%。', 'report-product 93.2%'],
  ['第三方复评得分89.6分，等级为“优”；单位自评得分92分，等级为“优”。', 'report-conclusion 优'],
  ['全年收到财政拨款1200万元，支出1150万元，年末结余85万元，其中上年结转30万元。', 'report-balance 85万元'],
  ['自评得分98分。扣分情况：迟报扣2分，漏报扣3分。', 'report-sum 98分'],
  ['时效指标（10分）：得9分，扣2分。', 'report-sum 10分'],
  ['全年新招录8人，退休2人，净增5人。', 'report-sum 8人'],
  ['预算1000万元，实际支出1050万元，未调剂其他项目资金。', 'report-overspending 1050万元'],
  ['年初预算1000万元，年中追加200万元，下达转移支付30万元，调整后预算1250万元。', 'report-adjustment 1250万元'],
  ['户厕改造3260户，每户补助1500元，共补助498万元。', 'report-product 498万元'],
  ['2023年支出1 200万元，其中基本支出820万元，项目支出390万元。', 'report-sum 1 200万元'],
  ['三公经费14万元，比上年15.2万元减少1.2万元，下降9.78%，其中公务接待费减少0.2万元。', 'report-comparison 9.78%'],
  ['支出1240万元，比上年1200万元增加60万元，其中基本支出增加60万元。', 'report-comparison 60万元'],
  ['办公费12万元、印刷费8万元、差旅费20万元等三项，共计58万元。', 'report-sum 58万元'],
  ['会议费支出6.21万元。\n二、绩效情况\n人大会议费支出6.12万元。', 'report-figure 6.12万元'],
  ['年初预算1000万元，6月追加50万元，9月追加30万元，调整后预算1050万元。', 'report-adjustment 1050万元'],
  ['年初预算1000万元，年中追加200万元，其中人员经费150万元、公用经费50万元，调整后预算1250万元。', 'report-adjustment 1250万元'],
  ['税收收入12.35亿元，为年度预算12亿元的102.92%，同比增收1.13亿元，增长10.7%。', 'report-comparison 10.7%'],
  ['共有职工100人，其中党员65人、非党员45人。', 'report-sum 100人'],
  ['共有职工110人，其中党员65人、群众55人。', 'report-sum 110人'],
  ['项目自评得分85分。预算执行得10分，产出指标得45分，效益指标得30分，综合评定等级为优。', 'report-conclusion 优'],
  ['购置电脑3.2万元、打印机8000元，共计4.9万元。', 'report-sum 4.9万元'],
  ['项目预算500万元，其中财政资金400万元、自筹资金100万元。全年实际支出480万元，执行率95%。', 'report-rate 95%'],
  ['自评得分：87分；评价等次：优。', 'report-conclusion 优'],
  ['年初预算数：1000万元；全年执行数：950万元；执行率：85%。', 'report-rate 85%'],
  ['三公经费支出：15万元，比上年：18万元，减少：2万元。', 'report-comparison 2万元'],
  ['三公经费变动率=[（本年14.26万元-上年18.50万元）/上年18.50万元]×100%=-29.22%。', 'report-rate -29.22%'],
  ['“三公”经费14.26万元，其中公务用车运行维护费10.80万元，公务接待费3.46万元，因公出国（境）费3万元。', 'report-sum 14.26万元'],
  ['“三公”经费14.26万元，其中公务用车运行维护费10.80万元，公务接待费3.46万元，因公出国（境）费0万元。较上年减少2.14万元，下降16.05%。', 'report-comparison 16.05%'],
  ['其他交通费用29.4万元，较上年增加1.8万元，增长7.32%。', 'report-comparison 7.32%'],
  ['计划受益农户3500户，实际受益3360户，完成率105%。', 'report-rate 105%'],
  ['东河镇320万元、西岭镇260万元、南坪乡180万元、北山乡100万元，四个乡镇合计890万元。', 'report-sum 890万元'],
  ['2021年至2023年累计投入资金2460万元，其中2021年780万元，2022年820万元，2023年890万元。', 'report-sum 2460万元'],
  ['公用经费预算98.60万元，实际支出95.32万元，公用经费控制率99.67%。', 'report-rate 99.67%'],
  ['产出指标扣1分，效益指标扣1.5分，满意度指标扣0.5分，预算执行扣0.29分，合计扣3.59分。', 'report-sum 3.59分'],
  ['年初预算2356.80万元，其中人员经费1486.20万元、公用经费212.60万元、项目经费688.00万元；年中追加324.50万元，调整后预算2681.30万元。', 'report-sum 2356.80万元'],
  ['在职人员控制率＝（在职人员数/编制数）×100%＝（82/86）×100%＝98.35%。', 'report-rate 98.35%'],
  ['政府采购执行率=实际政府采购金额251.36万元/政府采购预算268万元×100%=96.79%。', 'report-rate 96.79%'],
  ['预算执行得分=分值10分×执行率97.14%=9.17分。', 'report-rate 9.17分'],
  ['我单位共有编制86名，实有人员82人，编制使用率98.35%。', 'report-rate 98.35%'],
  ['国有资产总额2.36亿元，其中流动资产0.48亿元，非流动资产1.18亿元。', 'report-sum 2.36亿元'],
];

test.each(WRONG)('%s', (sentence, finding) => {
  expect(findingsOf(sentence)).toContain(finding);
});
