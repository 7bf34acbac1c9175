// 合计 and 其中: parts that are said to make up a whole must do so, and no part may be larger than its whole.
import { near, sum } from '../../model/decimal';
import type { Fact } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { defineReportRule, holds, TEXT_BASIS } from '../report-rule';
import { about, bare, inUnitOf, written } from '../showing';
import { answers, deducted, scoreLists, takenApart, takenTogether } from './answers';
import { batches } from './batches';
import { closings, fewerThanSaid, LEAVES_OPEN } from './closing';
import { isEach } from './each-words';
import { bracketed, comparable, groupsOf, ITEM, type Group } from './groups';
import { aboveFull, listedScores, scoreSums, takenOff } from './scores';
import { deductions, leftOvers, namedTotals, ratesTogether } from './named-totals';
import { closedLists, itemLists, kindsApart } from './item-lists';
import { lists } from './lists';
import { parallelLists } from './parallel-lists';
import { divisions } from './own-divisions';
import { differs, judgeParts, tolerance } from './parts-of-whole';
import { yearsOfParts, yearsOfTotal } from './periods';
import { oneSlipApart } from './slip';
import { dividedByShares } from './sibling-shares';
import { netChanges } from './net-change';

type Message = 'differs' | 'exceeds' | 'larger' | 'taken';

const CLOSING_TOTAL = /^(?:以上|上述|[两三四五六七八九]项)*(?:费用|经费|资金|支出|项目)?(?:共计|合计|总计|小计|共)(?:支出|金额|资金|使用|可用|到位|投入|为)*$/;

const EXTREME = /最[高低大小多少]/;

export const reportSum = defineReportRule<Message>({
  id: 'report-sum',
  title: '报告合计与其中',
  severity: 'verify',
  why: '合计和其中对不上，读报告的人不知道该信哪个数。',
  basis: TEXT_BASIS,
  messages: {
    differs: '{whole}{received}，各部分相加是{expected}（{calculation}）。',
    exceeds: '{whole}{expected}，所列各部分相加是{received}（{calculation}），超过了总数。',
    taken: '扣分合计{received}，但得分{score}只比100分少{expected}。',
    larger: '{part}{received}，大于它所属的{whole}{expected}。',
  },
  examples: [
    { shows: 'personnel and office costs that do not make up the basic spending', text: '2022年基本支出66.44万元，其中：人员经费56.74万元，公用经费9.20万元。', findings: [{ quote: '66.44万元', message: '基本支出66.44万元，各部分相加是65.94万元（56.74 + 9.2 = 65.94）。' }] },
    { shows: 'listed items above their total', text: '全年项目支出合计22.17万元，1、疫情防控项目支出0.40万元；2、科普经费支出18.75万元；3、人才项目支出3.62万元。', findings: [{ quote: '22.17万元', message: '全年项目支出22.17万元，各部分相加是22.77万元（0.4 + 18.75 + 3.62 = 22.77）。' }] },
    { shows: 'a part larger than its whole', text: '全年拨款收入30万元，其中：公用经费拨款35万元。', findings: [{ quote: '35万元', message: '公用经费拨款35万元，大于它所属的全年拨款收入30万元。' }] },
    { shows: 'parts in two levels that hold', text: '全年支出81.15万元，其中：项目支出22.17万元，基本支出58.98万元，其中：人员经费51.98万元，公用经费7.00万元。', findings: [] },
    { shows: 'parts in the sentence after their whole', text: '2022年支出300万元，其中基本支出200万元，项目支出100万元。\n基本支出中，人员经费150万元，公用经费60万元。', findings: [{ quote: '200万元', message: '基本支出200万元，各部分相加是210万元（150 + 60 = 210）。' }] },
    { shows: 'scores beside their full marks', text: '自评得分92分。其中决策20分，得19分；过程20分，得17分；产出30分，得28分；效益30分，得25分。', findings: [{ quote: '92分', message: '自评得分92分，各部分相加是89分（19 + 17 + 28 + 25 = 89）。' }] },
    { shows: 'more of a kind than there are', text: '获科技奖励18项，其中一等奖3项、二等奖16项。', findings: [{ quote: '18项', message: '获科技奖励18项，所列各部分相加是19项（3 + 16 = 19），超过了总数。' }] },
    { shows: 'a numbered list and its total', text: '（一）生活补助386.4万元；\n（二）抚恤金1286.2万元；\n（三）慰问金42.3万元。\n以上共计支出1741.9万元。', findings: [{ quote: '1741.9万元', message: '以上共计支出1741.9万元，各部分相加是1714.9万元（386.4 + 1286.2 + 42.3 = 1714.9）。' }] },
    { shows: 'kinds named in their total', text: '年末在职25人，编外聘用人员46人，在职与聘用人员合计77人。', findings: [{ quote: '77人', message: '在职与聘用人员77人，各部分相加是71人（25 + 46 = 71）。' }] },
    { shows: 'projects counted in their total', text: '甲项目预算1200万元，支付1104万元；乙项目预算860万元，支付860万元。两个项目预算合计2600万元。', findings: [{ quote: '2600万元', message: '两个项目2600万元，各部分相加是2060万元（1200 + 860 = 2060）。' }] },
    { shows: 'what is done and what is left', text: '监测对象586户1924人，已消除风险452户1506人，未消除风险134户481人。', findings: [{ quote: '1924人', message: '监测对象1924人，各部分相加是1987人（1506 + 481 = 1987）。' }] },
    { shows: 'what was due, less what was taken off', text: '应付服务费5475万元，根据考核扣减109.5万元，实付5356.5万元。', findings: [{ quote: '5475万元', message: '应付服务费5475万元，各部分相加是5466万元（5356.5 + 109.5 = 5466）。' }] },
    { shows: 'rates that make up a rate', text: '优秀率86.4%、满意率12.1%，两项合计95.8%。', findings: [{ quote: '95.8%', message: '两项95.8%，各部分相加是98.5%（86.4 + 12.1 = 98.5）。' }] },
    { shows: 'scores in brackets behind their full marks', text: '自评总分97.5分。其中产出指标50分（得分48分）、效益指标30分（得分29分）、满意度指标10分（得分9.5分）、预算执行10分（得分10分）。', findings: [{ quote: '97.5分', message: '自评总分97.5分，各部分相加是96.5分（48 + 29 + 9.5 + 10 = 96.5）。' }] },
    { shows: 'kinds in a bracket behind one of what is added up', text: '年末在编人员25人（其中行政12人、事业13人），离休1人，退休15人，遗属3人，合计44人。', findings: [] },
    { shows: 'posts beside people', text: '现有行政编制14名、工勤编制2名，实有行政人员13名、工勤人员2名，合计15名。', findings: [] },
    { shows: 'parts behind a colon', text: '全年收入1026.80万元：财政补助收入612.40万元，保教费收入364.80万元，伙食费收入67.60万元。', findings: [{ quote: '1026.80万元', message: '全年收入1026.80万元，各部分相加是1044.8万元（612.4 + 364.8 + 67.6 = 1044.8）。' }] },
    { shows: 'what the others leave', text: '教职工86人，其中专任教师36人、保育员17人、后勤及其他人员15人。', findings: [{ quote: '86人', message: '教职工86人，各部分相加是68人（36 + 17 + 15 = 68）。' }] },
    { shows: 'money in batches', text: '资金总规模2320万元。年度内分四批下达，第一批640万元，第二批850万元，第三批560万元，第四批540万元。', findings: [{ quote: '2320万元', message: '资金总规模2320万元，各部分相加是2590万元（640 + 850 + 560 + 540 = 2590）。' }] },
    { shows: 'two of one name', text: '开展增雨作业86次，防雹作业24次，合计128次。', findings: [{ quote: '128次', message: '合计128次，各部分相加是110次（86 + 24 = 110）。' }] },
    { shows: 'a total with the name of its parts', text: '新增恢复灌溉面积3.2万亩，改善灌溉面积6.8万亩，受益面积合计11.8万亩。', findings: [{ quote: '11.8万亩', message: '受益面积11.8万亩，各部分相加是10万亩（3.2 + 6.8 = 10）。' }] },
    { shows: 'some not begun', text: '安排项目186个，已完工182个，完工率97.85%，在建3个。', findings: [] },
    { shows: 'four quarters and their year', text: '一季度支出128.5万元，二季度支出156.2万元，三季度支出171.8万元，四季度支出188.9万元，全年累计支出654.4万元。', findings: [{ quote: '654.4万元', message: '全年累计支出654.4万元，各部分相加是645.4万元（128.5 + 156.2 + 171.8 + 188.9 = 645.4）。' }] },
    { shows: 'years and their total', text: '2020年支出472.5万元，2021年支出508.2万元，2022年支出551.6万元，三年累计支出1523.3万元。', findings: [{ quote: '1523.3万元', message: '三年累计支出1523.3万元，各部分相加是1532.3万元（472.5 + 508.2 + 551.6 = 1532.3）。' }] },
    { shows: 'parts in brackets', text: '基本支出200万元（人员经费150万元，公用经费60万元）。', findings: [{ quote: '200万元', message: '基本支出200万元，各部分相加是210万元（150 + 60 = 210）。' }] },
    { shows: 'two batches behind their whole', text: '省厅分两批下达危改任务16971户，第一批任务8167户，第二批任务8904户。省财政分2批下达资金500万元，第一批300万元，第二批200万元。', findings: [{ quote: '16971户', message: '危改任务16971户，各部分相加是17071户（8167 + 8904 = 17071）。' }] },
    { shows: 'more batches than are told of', text: '省财政分三批下达资金500万元，第一批300万元，第二批100万元。', findings: [] },
    { shows: 'what some of them did', text: '全县20个乡镇实施项目，其中15个乡镇完成86个项目。本次评价涉及12个单位，其中10个单位存在问题35个。全县20个村实施改造，其中12个村新建公厕36个，改造公厕58个。全县120名教师参加，其中80名教师辅导860名学生。', findings: [] },
    { shows: 'another matter behind the parts', text: '全镇20个村，其中贫困村8个，实施项目36个。共有12个项目，其中续建5个，新建7个，受益村36个。全年召开会议12次，其中党委会8次，研究议题86次。安排资金500万元，其中道路项目300万元，带动社会投资800万元。', findings: [] },
    { shows: 'kinds that the words before name', text: '科技局主要有部门预算项目支出、专项预算支出二类支出，项目资金总预算为2455.5万元，其中部门预算项目支出87.5万元，专项预算支出2350万元。', findings: [{ quote: '2455.5万元', message: '项目2455.5万元，各部分相加是2437.5万元（87.5 + 2350 = 2437.5）。' }] },
    { shows: 'amounts in 万 without 元', text: '山区学校教师津贴1140万，其中财政拨款467万，上级补助663万。', findings: [{ quote: '1140万', message: '山区学校教师津贴1140万元，各部分相加是1130万元（467 + 663 = 1130）。' }] },
    { shows: 'a product', text: '投入资金186万元，建设隔离带32公里，每公里3.5万元，共112万元。', findings: [] },
    { shows: 'what is carried on, inside the total', text: '2022年支出总计1532.48万元，其中：基本支出468.35万元，项目支出1012.60万元，年末结转和结余51.53万元。', findings: [] },
    { shows: 'more parts than have figures', text: '2021年项目支出286.83万元。\n项目支出包括委员活动经费36.3万元，信息网络运行经费5万元，调研协商经费等。', findings: [] },
    { shows: 'only some of the parts', text: '全年支出81.15万元，其中：培训费2.17万元，印刷费3.5万元。', findings: [] },
    { shows: 'more points taken off than the score lacks', text: '自评得分为91.5分。扣分原因：资金执行偏差扣1.5分，项目验收超期扣4分，资料不全扣5分。', findings: [{ quote: '91.5分', message: '扣分合计10.5分，但得分91.5分只比100分少8.5分。' }] },
    { shows: 'all that was taken off, and for what', text: '绩效自评得分96.5分，扣3.5分，其中预算执行扣1.5分（执行率扣1分、进度扣0.5分），产出扣2分。', findings: [] },
    { shows: 'more taken off, one by one, than the score lacks', text: '绩效自评得分97.5分，扣2.5分，其中预算执行扣1.5分，产出扣3分。', findings: [{ quote: '97.5分', message: '扣分合计4.5分，但得分97.5分只比100分少2.5分。' }] },
    { shows: 'answers of those asked', text: '访谈企业150家，满意138家、基本满意9家、不满意5家。', findings: [{ quote: '150家', message: '访谈企业150家，各部分相加是152家（138 + 9 + 5 = 152）。' }] },
    { shows: 'a total and the numbered paragraphs behind it', text: '财政专项预算合计1420万元，支出1376.35万元：\n1.筛查项目预算330万元，支出312.60万元；\n2.防治项目预算865万元，支出865万元；\n3.培训项目预算225万元，支出189.75万元。', findings: [{ quote: '1376.35万元', message: '财政专项1376.35万元，各部分相加是1367.35万元（312.6 + 865 + 189.75 = 1367.35）。' }] },
    { shows: 'two lists in one', text: '改造渡口36处、渡船45艘，其中甲县渡口15处、渡船22艘，乙县渡口12处、渡船18艘，丙区渡口9处、渡船14艘。', findings: [{ quote: '45艘', message: '渡船45艘，所列各部分相加是54艘（22 + 18 + 14 = 54），超过了总数。' }] },
    { shows: 'what came and went through the year', text: '年初在所612人，全年收治486人，解除433人，年末在所656人。', findings: [{ quote: '656人', message: '年末在所656人，各部分相加是665人（612 + 486 − 433 = 665）。' }] },
    { shows: 'as many paragraphs as the total says', text: '（一）高龄津贴1560.00万元，支出1526.76万元，结余33.24万元；\n（二）服务补贴438.20万元，支出420.08万元，结余18.12万元。\n两项合计结余53.16万元。', findings: [{ quote: '53.16万元', message: '两项合计结余53.16万元，各部分相加是51.36万元（33.24 + 18.12 = 51.36）。' }] },
    { shows: 'kinds of one of the kinds', text: '教职工218人，其中专任教师192人，占88.07%，高级教师71人、一级教师83人、二级教师38人。', findings: [] },
    { shows: 'a gap and what it is between', text: '自筹资金缺口312万元（应筹864万元，实筹732万元）。', findings: [{ quote: '864万元', message: '应筹864万元，各部分相加是1044万元（732 + 312 = 1044）。' }] },
    { shows: 'kinds apart from one another', text: '保障孤儿21名，每人每月1900元；事实无人抚养儿童46名，每人每月1200元，共76名。', findings: [{ quote: '76名', message: '事实无人抚养儿童76名，各部分相加是67名（21 + 46 = 67）。' }] },
    { shows: 'posts that are not filled', text: '编制210名，其中行政编制20名；实有民警198名，缺编21名。', findings: [{ quote: '210名', message: '编制210名，各部分相加是219名（198 + 21 = 219）。' }] },
    { shows: 'what was taken off the full marks', text: '产出指标（50分）：得49.52分，扣4.08分。', findings: [{ quote: '50分', message: '产出指标50分，各部分相加是53.6分（49.52 + 4.08 = 53.6）。' }] },
    { shows: 'three of which two stand beside', text: '三公经费支出9.12万元，其中公务接待费0.76万元。会议费1.20万元，培训费5.48万元，三项合计15.80万元。', findings: [] },
    { shows: 'a list behind its total', text: '2022年下达资金17370万元。资金切块下达3个县，具体为：甲县4860万元、乙县2930万元、丙县5980万元。', findings: [{ quote: '17370万元', message: '下达17370万元，各部分相加是13770万元（4860 + 2930 + 5980 = 13770）。' }] },
    { shows: 'what came and what went', text: '新增纳入1240户，清退1865户，净退出652户。', findings: [{ quote: '1865户', message: '清退1865户，各部分相加是1892户（1240 + 652 = 1892）。' }] },
    { shows: 'answers to several questions', text: '家长问卷312份：硬件设施满意295份，师资满意289份，收费满意264份，食品安全满意301份。', findings: [] },
    { shows: 'what was reached so far', text: '全年执行1109.26万元，其中第一季度执行182.10万元，上半年累计执行486.35万元，前三季度累计执行801.40万元，第四季度执行307.86万元。', findings: [] },
    { shows: 'kinds across a list', text: '作业车辆96台：洗扫车28台、洒水车19台、压缩车31台、其他18台，其中新能源21台。', findings: [] },
    { shows: 'a part by another word', text: '五项合计3536万元。资金来源：地方债券1500万元、维护费1236万元、专项补助500万元，剩余300万元由平台公司自筹。', findings: [] },
    { shows: 'parts of a whole, closed by their total', text: '实际支出28万元，其中：活动经费12万元、培训经费10万元、设施经费8万元，合计28万元。', findings: [{ quote: '28万元', message: '实际支出28万元，所列各部分相加是30万元（12 + 10 + 8 = 30），超过了总数。' }] },
    { shows: 'parts of a whole and their total that agree', text: '实际支出30万元，其中：活动经费12万元、培训经费10万元、设施经费8万元，合计30万元。', findings: [] },
    { shows: 'parts rounded one by one', text: '基本支出10.00万元，其中：人员经费3.335万元，公用经费6.67万元。', findings: [] },
  ],
  *check(reading) {
    const seen = new Set<string>();
    for (const facts of reading.sentences) {
      for (const group of groupsOf(reading, facts)) yield* judged(reading, seen, group, group[1].some((part) => isItem(reading, part)));
      for (const group of bracketed(reading, facts)) yield* judged(reading, seen, group, false);
      yield* closingTotals(reading, facts);
      for (const { total, parts, holds: fits } of yearsOfParts(reading, facts)) yield fits ? holds([total, ...parts]) : differs(reading, total, parts);
    }
    for (const group of divisions(reading, (whole, parts) => seen.has(key([whole, parts])))) yield* judged(reading, seen, group, false);
    for (const { total, parts, holds: fits } of [...lists(reading), ...batches(reading), ...namedTotals(reading), ...reading.sentences.flatMap((facts) => [...leftOvers(reading, facts), ...ratesTogether(facts), ...deductions(facts), ...netChanges(facts), ...answers(facts), ...scoreLists(facts), ...takenTogether(facts), ...dividedByShares(reading, facts)])]) {
      const listed = reading.index.around(total.line, 0).filter(({ parent }) => parent === total.index);
      const own = total.parent === null && (!parts.some(({ parent }) => parent === total.index) || listed.length > parts.length);
      if (fits) yield holds([...parts, total]);
      else if (own) yield differs(reading, total, parts);
    }
    for (const { total, parts, holds: fits } of [...closings(reading), ...takenOff(reading), ...reading.sentences.flatMap((facts) => [...takenApart(facts), ...yearsOfTotal(reading, facts)]), ...itemLists(reading), ...closedLists(reading), ...kindsApart(reading), ...reading.sentences.flatMap((facts) => [...parallelLists(facts)])]) {
      if (fits) yield holds([...parts, total]);
      else yield differs(reading, total, parts, about(total) === '该数' ? '合计' : about(total));
    }
    for (const { score, taken, holds: fits } of deducted(reading)) {
      if (fits) yield holds([score, ...taken]);
      else yield tooMuch(reading, score, taken);
    }
    for (const [full, given] of aboveFull(reading)) {
      const [received, expected] = [written(reading, given), written(reading, full)];
      yield { facts: [given, full], cells: [], fault: { message: 'larger', data: { part: about(given), received, whole: about(full), expected }, places: [given, full], expected: null, received, calculation: null, follows: { facts: [given, full], cells: [] } } };
    }
    for (const found of [...scoreSums(reading), ...listedScores(reading)]) {
      if ('facts' in found) yield found;
      else yield differs(reading, found.total, found.items);
    }
  },
});

/** What is to be told of a group; it is kept among those seen, so that the budget's own divisions are not told twice. */
function* judged(reading: Reading, seen: Set<string>, group: Group, numbered: boolean): Iterable<Outcome<Message>> {
  seen.add(key(group));
  const [whole, parts] = group;
  const last = parts.at(-1);
  // 支出28万元，其中：A 12、B 10、C 6，合计28万元: the last is no part, it says the whole again; a list that makes another total divides something else.
  const closed = last !== undefined && parts.length > 2 && isClosingTotal(last) && last.value.eq(whole.value);
  if (last !== undefined && parts.length > 3 && isClosingTotal(last) && !closed && !oneSlipApart(whole, [last]) && sum(parts.slice(0, -1).map(({ value }) => value)).eq(last.value)) return;
  const outcome = judgeParts(reading, [whole, closed ? parts.slice(0, -1) : parts], numbered);
  if (outcome) yield outcome;
}

const key = ([whole, parts]: Group): string => `${whole.index}:${parts.map(({ index }) => index).join()}`;

function isItem(reading: Reading, fact: Fact): boolean {
  return ITEM.test(fact.lead) || ITEM.test(reading.lineOf.get(fact.line)?.plain.text.slice(fact.clauseStart, fact.start) ?? '');
}

function tooMuch(reading: Reading, score: Fact, taken: readonly Fact[]): Outcome<Message> {
  const lost = sum(taken.map(({ value }) => value));
  const [received, expected] = [inUnitOf(score, lost), inUnitOf(score, score.value.negated().plus(100))];
  const calculation = `${taken.map((fact) => bare(score, fact.value)).join(' + ')} = ${bare(score, lost)}`;
  return { facts: [score, ...taken], cells: [], fault: { message: 'taken', data: { received, expected, score: written(reading, score) }, places: [score, ...taken], received, expected, calculation } };
}

const isClosingTotal = ({ lead }: Fact): boolean => CLOSING_TOTAL.test(lead.replace(/[、，]/g, ''));

/** A 10, B 20, 合计 30. */
function* closingTotals(reading: Reading, facts: readonly Fact[]): Iterable<Outcome<Message>> {
  const levels = facts.filter((fact) => fact.role === 'level' && !fact.aside && fact.kind === 'amount');
  const last = levels.at(-1);
  const parts = levels.slice(0, -1);
  if (!last || parts.length < 2 || !isClosingTotal(last) || !comparable(last, parts.map((part) => ({ ...part, measure: null, year: last.year })))) return;
  if (fewerThanSaid(last, parts)) return;
  // 建设32公里，每公里3.5万元，共112万元: a product.
  if (facts.some((fact) => fact.role === 'each' && fact.index === last.index - 1)) return;
  if (parts.some((part) => part.parent !== null || part.year !== parts[0]?.year)) return;
  // The last of them may be what is added up: what came before is another matter.
  const meant = parts.map((_, i) => parts.slice(i)).find((run) => run.length >= 2 && near(sum(run.map(({ value }) => value)), last.value, tolerance(last, run)));
  if (meant) yield holds([...meant, last]);
  else if (!mayAddOther(facts, parts, last)) yield differs(reading, last, parts, '合计');
}

/** 人均5万元，其中工资3.84万元，社保1.16万元，共180万元 is a product; 最高50万元，最低5万元 are no parts, and 租赁费6万元等 are not all of them; 每队2万元，共24万元；…，共43.2万元 has a total between, and 小学650元、初中850元，…共155万元 is in another unit. */
function mayAddOther(facts: readonly Fact[], parts: readonly Fact[], last: Fact): boolean {
  const from = (parts[0]?.index ?? 0) - 1;
  return facts.some((fact) => fact.index >= from && fact.index < last.index && (fact.role === 'each' || isEach(fact)))
    || parts.every(({ scale }) => scale !== last.scale) || parts.some((part) => EXTREME.test(part.lead) || LEAVES_OPEN.test(part.tail) || isClosingTotal(part));
}
