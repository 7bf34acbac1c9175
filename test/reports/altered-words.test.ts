// One figure or word of a right report altered: it is found in its paragraph, and nothing is told of paragraphs that have no part in it.
import { reviewOf, trueReports } from './report-text';

const ALTERED: readonly (readonly [report: string, from: string, to: string, rule: string])[] = [
  ['agriculture-eight-projects', '预算总额1268.50万元', '预算总额1286.50万元', 'report-rate'],
  ['agriculture-eight-projects', '到位70.00万元，支出60.00万元', '到位70.00万元，支出76.00万元', 'report-overspending'],
  ['disabled-federation-totals', '上年结转61.12万元', '上年结转16.12万元', 'report-sum'],
  ['disabled-federation-totals', '年末结转和结余51.53万元', '年末结转和结余15.53万元', 'report-sum'],
  ['disabled-federation-totals', '共19枚奖牌', '共18枚奖牌', 'report-sum'],
  ['science-fund-yi', '产出30分，得28分', '产出30分，得26分', 'report-sum'],
  ['science-fund-yi', '支出率78.88%', '支出率87.88%', 'report-rate'],
  ['science-fund-yi', '一等奖2项', '一等奖3项', 'report-sum'],
  ['science-fund-yi', '等次为优', '等次为良', 'report-conclusion'],
  ['traffic-police-yuan', '公用经费1,612,202.50元', '公用经费1,621,202.50元', 'report-sum'],
  ['traffic-police-yuan', '宣传教育515,300.00元', '宣传教育551,300.00元', 'report-sum'],
  ['forest-farm-three-years', '累计预算1,560万元', '累计预算1,650万元', 'report-sum'],
  ['forest-farm-three-years', '累计支出1,532.30万元', '累计支出1,523.30万元', 'report-sum'],
  ['forest-farm-three-years', '净增12万立方米', '净增18万立方米', 'report-comparison'],
  ['court-rates-of-counts', '年末结转结余58.18万元', '年末结转结余81.58万元', 'report-balance'],
  ['court-rates-of-counts', '结案率98.13%', '结案率99.13%', 'report-rate'],
  ['court-rates-of-counts', '信息化建设100.00万元', '信息化建设110.00万元', 'report-sum'],
  ['court-rates-of-counts', '占77.7%', '占78.7%', 'report-share'],
  ['sports-lottery-shares', '体育赛事200万元', '体育赛事220万元', 'report-sum'],
  ['sports-lottery-shares', '占20.43%', '占24.03%', 'report-share'],
  ['road-table-in-words', '执行率99.00%', '执行率90.00%', 'report-rate'],
  ['road-table-in-words', '总分：99.7分', '总分：97.9分', 'report-sum'],
  ['vocational-own-rates', '支出1,086.42万元，执行率92.07%', '支出1,086.42万元，执行率97.02%', 'report-rate'],
  ['vocational-own-rates', '提高4.3个百分点', '提高3.4个百分点', 'report-comparison'],
  ['emergency-bureau', '整改率99.21%', '整改率98.21%', 'report-rate'],
  ['forestry-several-units', '二级预算单位4个', '二级预算单位5个', 'report-count'],
  ['veterans-numbered-list', '以上六项合计6,302.50万元', '以上六项合计6,320.50万元', 'report-sum'],
  ['party-school-increments', '增幅5.5%', '增幅8.5%', 'report-comparison'],
  ['party-school-increments', '为预算的70.38%', '为预算的73.08%', 'report-rate'],
  ['housing-area-transfer', '完工率81.72%', '完工率87.12%', 'report-rate'],
  ['food-safety-fund', '合计838.6万元', '合计883.6万元', 'report-sum'],
  ['food-safety-fund', '提高0.8分', '提高0.6分', 'report-comparison'],
  ['food-safety-fund', '节约资金21.7万元', '节约资金27.1万元', 'report-comparison'],
  ['free-opening-brackets', '满意度指标9分', '满意度指标8分', 'report-sum'],
];

const reports = new Map(trueReports().map(([name, text]) => [name.replace('.txt', ''), text]));

test.each(ALTERED)('%s: %s made %s', (report, from, to, rule) => {
  const text = reports.get(report) ?? '';
  expect(text).toContain(from);
  const line = text.slice(0, text.indexOf(from)).split('\n').length - 1;
  const findings = reviewOf(text.replace(from, to)).findings;
  expect(findings.map((finding) => finding.rule)).toContain(rule);
  for (const { places } of findings) expect(places.map(({ paragraph }) => paragraph)).toContain(line);
});
