// The words by which headers are known. Columns are told by these, never by where they stand.
import { hasAny, hasOnly } from '../model/characters';
import type { Aspect, FundColumn, IndicatorColumn } from '../model/table';
import { remembered } from './memo';
import { compact, normalise, withoutBrackets } from './text';

// Most cells of a form bear no label, and most of them a text never met before. The words of each kind of label have characters in common that such
// a text seldom has: looking for these takes a tenth of reducing the text to a label and trying every pattern.

/** Characters, letters and digits alone, 月 apart: what there is nothing to take from. Most labels are such, and most names. */
const isBare = hasOnly('', [['0', '9'], ['A', 'Z'], ['a', 'z'], ['\u4e00', '\u6707'], ['\u6709', '\u9fa5']]);

function reduced(raw: string): string {
  const plain = withoutQuotient(withoutMarks(withoutBrackets(compact(normalise(raw)))));
  const numbered = /[①-⑳]/.test(plain) ? plain.replace(NUMBERED, '$1') : plain;
  return numbered.includes('月') ? numbered.replace(MONTHS, '$1-$2月') : numbered;
}

const mayBeMarked = hasAny(':：。、,;*★%');

/** Neither the punctuation that closes a label nor the stars before it. 执行率%, 权重%: the sign is a unit. */
function withoutMarks(label: string): string {
  return mayBeMarked(label) ? label.replace(/(?<![:：。、,;*★])[:：。、,;*★]+$/, '').replace(/(?<=[率重例])\/?%$/, '').replace(/^[*★]+/, '') : label;
}

/** 执行率=执行数/预算数, 得分=执行率*10: what makes it is no part of the name. */
function withoutQuotient(label: string): string {
  return label.includes('=') ? label.replace(/(?<=率|得分)=.+$/, '') : label;
}

/** 1—7月执行数, 1月至7月执行数: the months of a monitoring form, dashed in every way. */
const MONTHS = /^(\d{1,2})月?[-—–─―~至到]+(\d{1,2})月(?:份|底)?/;

/** 全年执行数③, 执行率④=③/②: columns that a form numbers. */
const NUMBERED = /([\u4e00-\u9fa5]{2})[①-⑳]?(?:=[①-⑳/÷*×%\d]+)?$/;

const knownLabel = remembered(reduced);

/** A label reduced to what is compared: no spaces, no brackets, no closing punctuation. */
export function labelText(raw: string): string {
  return isBare(raw) ? raw : knownLabel(raw);
}

/** What the columns of amounts are called; several lines of one column are its families of names. */
export const FUND: readonly (readonly [RegExp, FundColumn])[] = [
  [/^(?:当年|本年度?)?(?:年初|期初|初始|原)(?:批复|部门)?(?:预算|安排|下达|批复|计划)(?:批复)?(?:数|金额|资金|安排数?|额|总额|总金额)?$|^(?:当年|本年度?)?年初(?:批复|部门|核定|财政|资金)?预算|^年初(?:数|金额)$/, 'originalBudget'],
  [/^(?:全年|调整后?|年度|本年度?|当年度?|年末|年终|实际|最终|项目|部门|执行|转移支付|年中调整后|全年(?:调整后?|实际|总|资金)|调整后全年)?(?:的)?(?:财政)?预算(?:安排)?(?:调整后?)?(?:数|金额|资金|额|总额|总数|总金额|安排情况|资金数)$/, 'finalBudget'],
  [/^(?:调整|变动)后(?:的)?(?:预算|金额$)|^(?:全年|调整)预算(?:[^执支]|$)|^(?:全年|年度|本年度?|当年度?)?预算安排$|^预算安排情况$|^(?:本年|当年)度?安排$|^预算合计(?:数|额|金额)?$|^批复(?:预算|金额)数?$|^(?:批复|下达|安排)预算(?:数|额|金额)?$|^批复数$|^核定(?:的)?预算(?:数|额|金额)?$/, 'finalBudget'],
  [/^预算(?:批复|下达)(?:数|额|金额)?$|^预算指标(?:数|额|金额)$|^可执行(?:数|额|金额|资金|指标)$|^资金(?:安排|下达|到位)(?:数|额|金额)?$|^(?:实际|全年|本年)?到位(?:数|资金|金额|额)$|^实际到位$/, 'finalBudget'],
  [/^(?:全年|年度|本年|当年)?支出预算(?:数|额|金额)?$|^计划(?:安排|投资|下达)(?:数|额|金额|资金)?$|^计划资金(?:数|额)?$|^(?:指标|年度)金额$|^指标下达(?:数|额|金额)?$|^安排(?:数|额|金额|资金)$|^年度预算$/, 'finalBudget'],
  [/^(?:全年|本年|实际)?下达(?:数|金额|资金)$|^全年(?:可执行|批复)(?:数|额|金额)$|^全年财政预算$/, 'finalBudget'],
  [/^(?:全年|预算|实际|年度|本年度?|当年度?|年末|年终|资金|财政资金|转移支付|累计|全年(?:预算|资金)|项目)?(?:实际|已)?(?:执行|支出|使用|支付|列支|拨付)(?:数|金额|额|资金|资金数)$|^项目(?:实际)?(?:执行|支出)数$|^(?:实际|全年)?执行总额$|^实际支出总额$/, 'actualSpending'],
  [/^实际发生(?:数|额|金额)$|^实支(?:数|额|金额)$|^(?:全年|实际|本年|当年|年度|累计)(?:实际)?(?:执行|支出|使用|支付)$|^(?:全年)?资金支出$|^项目实际支出$|^(?:全年|年度|本年度?|当年度?|年[终末]|实际|支出)?决算(?:数|额|金额)?$|^决算支出(?:数|额|金额)?$/, 'actualSpending'],
  [/^(?:全年|本年度?|当年|年度)?支出决算(?:数|额|金额)?$|^(?:实际)?(?:兑付|发放)(?:数|金额|额|资金)?$|^(?:\d+[-~至]\d+月|上半年|半年度?|截至.{1,8})(?:预算|资金|累计)?(?:实际)?(?:执行|支出)(?:数|金额|额)$/, 'actualSpending'],
  [/^截[至止].{1,8}(?:执行|支出)(?:数|金额|额)?$/, 'actualSpending'],
  [/^(?:全年|预算|资金|年度|实际|本年度?|当年|调整后|项目|支出)?(?:预算)?(?:执行|支出|支付|完成)(?:进度|率)$|^(?:预算|资金|支出)?(?:执行|支出|支付|使用)比[例率]$|^(?:预算|资金)?使用率$|^(?:资金)?(?:兑付|拨付)率$|^(?:部门|项目支出)(?:预算)?执行率$|^(?:预算)?(?:执行|支出)百分比$/, 'executionRate'],
  [/^(?:预算|财政|项目|专项)资金(?:预算)?(?:执行|支出)(?:率|进度)$|^(?:\d+[-~至]\d+月|上半年|半年度?|截至.{1,8})(?:预算|资金|累计)?(?:实际)?(?:执行|支出)(?:率|进度)$/, 'executionRate'],
  [/^(?:执行率|指标|预算执行率?|标准|参考)?(?:分值(?:权重)?|权重(?:分值?)?|满分|标准分)$|^(?:权重|满分|基准分|额定分|配分)值?$|^(?:应得|赋)分值?$|^标准分数$|^分值[/、或]权重$|^权重[/、或]分值$/, 'weight'],
  [/^(?:执行率?|(?:预算|资金)执行率?|实际|单位|部门|项目)?(?:自评|自我)?(?:得分|评分|打分)$|^(?:单位|部门|项目)?自评分数?$|^(?:实得分|得分)值?$|^自评(?:价|实际)得分$|^自查得分$/, 'score'],
  [/^(?:偏差|差异|(?:预算)?(?:未完成|未达标|未(?:执行|支出|使用|支付)完?毕?|结转结余|结余结转|结转|结余|资金结余)(?:预算)?(?:执行)?|(?:预算)?执行(?:偏差)?)?(?:原因|原因分析|原因说明)(?:及.*)?$|^(?:情况)?说明$|^备注$/, 'reason'],
  [/^(?:预算)?执行率.{2,10}(?:原因|说明)$|^存在的?问题(?:及.*)?$|^(?:年中)?预算(?:调整|调剂|追加|调增|调减).{0,8}(?:原因|说明)$/, 'reason'],
];

/** 本年预算: too short a word where others tell of a budget. */
export const BUDGET_OF_YEAR = /^(?:本|当)年度?预算$/;

/** True for what any of the patterns takes: one search instead of a dozen for the texts that none takes. */
function anyOf(patterns: readonly (readonly [RegExp, unknown])[]): RegExp {
  return new RegExp(patterns.map(([pattern]) => pattern.source).join('|'));
}

const AT_FIRST = /[(（]\s*年初(?:批复|预算|安排)?数?\s*[)）]\s*$/;

/** 2023年目标值, 2023年执行数. */
const OF_YEAR = /^20\d{2}年度?(?=.{2,})/;

const FUND_ANY = anyOf(FUND);
const mayBeFund = hasAny('额算安下批资到执支使率度分权原说备题付放初发');

/** The fund column a header names; null for any other label. */
export function fundColumn(raw: string): FundColumn | null {
  return mayBeFund(raw) ? knownFundColumn(raw) : null;
}

const knownFundColumn = remembered((raw: string): FundColumn | null => fundColumnOf(raw, labelText(raw)));

function fundColumnOf(raw: string, label: string): FundColumn | null {
  if (label.length < 2 || label.length > 16) return null;
  // 预算执行（E/C×100%）, 执行情况（%）: the bracket says that a quotient is meant.
  if (/^(?:预算)?执行(?:情况)?$/.test(label) && /[(（].*[/÷%].*[)）]/.test(compact(raw))) return 'executionRate';
  const plain = label.replace(OF_YEAR, '');
  // 2023年预算 | 2023年执行 beside 累计预算: the year makes clear what the short word means.
  if (plain !== label && /^(?:预算|执行|支出)$/.test(plain)) return plain === '预算' ? 'finalBudget' : 'actualSpending';
  // 年初预算执行率 begins as a budget does.
  const rate = plain.endsWith('率');
  if (FUND_ANY.test(plain)) {
    for (const [pattern, column] of FUND) {
      if (!pattern.test(plain) || rate && (column === 'originalBudget' || column === 'finalBudget')) continue;
      // 预算数（年初）: the bracket says which budget is meant.
      return column === 'finalBudget' && raw.includes('年初') && AT_FIRST.test(raw) ? 'originalBudget' : column;
    }
  }
  return null;
}

/** The same for the columns of the list. */
export const INDICATOR: readonly (readonly [RegExp, IndicatorColumn | 'adjusted' | 'ignored'])[] = [
  [/^(?:一级|1级)(?:绩效)?指标(?:名称|类[别型]|及(?:分值|权重))?$|^一级$|^分解目标$|^(?:一级)?指标类[别型]$|^考[核评](?:内容|项目)$|^评[价分](?:内容|项目)$|^自评内容$|^指标$/, 'level1'],
  [/^(?:二级|2级)(?:绩效)?指标(?:名称|类[别型]|及(?:分值|权重))?$|^二级$/, 'level2'],
  [/^一级(?:指标)?(?:分值|权重|满分|标准分)(?:权重)?$/, 'groupWeight'],
  [/^二级(?:指标)?(?:分值|权重|满分|标准分)(?:权重)?$/, 'subgroupWeight'],
  [/^(?:三级|3级|四级)(?:绩效)?指标(?:名称?|内容|及(?:分值|权重))?$|^指标名称$|^(?:具体|绩效)指标(?:名称|内容)$|^(?:具体|末级|明细)指标$|^指标内容$|^三级$|^(?:(?:绩效)?(?:考核|考评|评价)|评分|自评)指标$/, 'name'],
  [/^(?:(?:绩效)?指标|目标|指标值)(?:性质|方向|属性)$|^(?:运算|计算|比较|逻辑|判断|指标|关系|评价)?符号$|^(?:运算|比较|判断)符$|^(?:比较|逻辑)关系$|^指标值?类型$|^性质$/, 'nature'],
  [/^调整后?(?:年度)?(?:指标|目标)值$|^年中调整(?:指标|目标)?值$/, 'adjusted'],
  [/^(?:指标)?(?:度量|计量|指标|计算|指标值|数值)?单位$/, 'unit'],
  [/^(?:得分|评分|完成)系数$/, 'coefficient'],
  [/^(?:得分|评分|计分|分值)?(?:计算方法|计算公式|评分标准|评分细则|评分办法|计分方法|计分标准|评价标准|评分规则)$|^指标(?:解释|说明|内涵)$|^评(?:分|价)(?:标准|依据).*$|^扣分标准$/, 'method'],
  [/^.*(?:偏差|偏离|未完成|未达|未实现|未得|扣分|失分|差异).*(?:原因|说明|分析|措施|情况|理由).*$|^原因(?:分析)?[及和与].*措施$|^(?:存在的?)?(?:主要)?问题(?:[及和与].*(?:原因|措施|分析))?$|^(?:评分|得分)理由$|^评分说明$/, 'reason'],
  [/^(?:原因|原因分析|原因说明|备注|情况说明|说明|(?:改进|整改)措施|完成情况(?:说明|分析)|自评说明|得分说明|[评得扣]分依据|佐证材料.*|备注说明)$/, 'reason'],
  [/^(?:完成|达成|实现)(?:率|比例|进度|程度)$|^是否.*$|^核心指标$|^序号$|^名称$|^(?:全年)?预计.*$|^数据来源$|^预警.*$/, 'ignored'],
  [/^(?:全年|年度|年终|年末|期末|最终|实际|本年度?|当年度?|指标|单项(?:指标)?|自评|上半年|半年度?|截[至止].*|\d+[-~至]\d+月|1?\d月[底末])?(?:实际|(?:指标值?|绩效|目标|绩效指标|绩效目标)(?:实际)?)?(?:完成|达到|达成|达标|实现|执行)(?:指标|目标|绩效)?(?:值|数|量|数值|情况|结果)$/, 'actual'],
  [/^实际绩效值?$|^(?:全年|年度|年[终末]|本年度?|当年|指标|绩效)?实际(?:完成)?(?:指标)?(?:值|数值?|情况|结果)$|^实际完成绩效$|^自评值$|^实际完成$|^业绩值$|^实绩$|^(?:全年|年末|年终)完成$|^自评情况$|^项目完成(?:指标)?(?:值|数|情况)$|^项目实际完成(?:指标)?(?:值|数)$/, 'actual'],
  [/^(?:年度|年[初中末终]|期初|全年|预期|计划|绩效|设定|预设|本年度?|当年度?|预算|批复|申报|项目(?:年度)?|三级|考核|原定?)?(?:设定|预期|申报|批复|绩效目标|绩效|计划|目标)?(?:指标|目标)(?:目标|标准|预期|计划)?(?:值|数值|设定值|要求)$/, 'target'],
  [/^目标数$|^(?:年度|年初|全年|本年度?|当年度?|评价)?(?:预期|计划|标准|目标)(?:(?:当年)?实现|达到)?值$|^(?:年度|全年)?计划(?:完成|实现|达到)(?:指标)?(?:值|数|量|数值)$|^应完成值$|^指标值及单位$|^年初设定值$|^计划数$|^指标目标$|^标杆值$/, 'target'],
  [/^(?:标杆|目标)值[/或](?:标杆|目标)值$|^(?:[两二三四五]年|\d年|总体|实施期|规划期|项目期)(?:绩效)?(?:指标|目标)值$/, 'target'],
  [/^(?:指标|参考|标准|单项|三级(?:指标)?|设定|自评|绩效|权重|满分|考核|评价|评分|规定|预设|设置|目标)?(?:分值|权重|满分|标准分|权重分|分值权重|权重分值|设定分)$|^(?:权重|满分|分值设定|标准分数|额定分|指标分数?|基准分|基础分|基本分|最高分|配分|权数)值?$|^分值比重$/, 'weight'],
  [/^(?:分值[/、或]权重|权重[/、或]分值)$|^权重占比$|^分值分配$|^指标总分$|^应得分值?$|^赋分值?$|^(?:分值|权重)(?:(?:产出|成本|效益|数量|质量|时效)、)+.*满意度$/, 'weight'],
  [/^(?:指标|实际|(?:预算)?单位|(?:主管)?部门|项目|年度|本年|全年|最终|本次|本项|加权|折算|绩效|分项|单项|三级(?:指标)?)?(?:自评(?:实际)?|自我(?:评价)?|自评价|自查|评价|评估|考核|实际)?(?:得分|评分|打分|计分)(?:值|数值?|情况)?$|^所得分值?$|^(?:单位|部门|项目)?自评分[数值]?$|^自评(?:得分)?$|^单项指标(?:折算|加权)?得分$|^实得分值?$/, 'score'],
];

const INDICATOR_ANY = anyOf(INDICATOR);
const mayBeIndicator = hasAny('绩考标级号符性调位系计评扣原说析措况题备佐率例度否称来警值数量果完分权由');

/** The indicator column a header names; 'ignored' for headers that are known and not needed; null for any other label. */
export function indicatorColumn(raw: string): IndicatorColumn | 'adjusted' | 'ignored' | null {
  return mayBeIndicator(raw) ? knownIndicatorColumn(raw) : null;
}

const knownIndicatorColumn = remembered((raw: string): IndicatorColumn | 'adjusted' | 'ignored' | null => indicatorColumnOf(labelText(raw)));

/** 1.一级指标 | 2.二级指标 | 3.三级指标: a form that numbers its columns. */
const OF_COLUMN = /^\d{1,2}[.、](?=\D{2})/;
/** Neither a year nor a number begins behind it: nearly every text. */
const DIGIT_NINE = 0x39;

function indicatorColumnOf(label: string): IndicatorColumn | 'adjusted' | 'ignored' | null {
  if (label.length < 2 || label.length > 24) return null;
  const plain = label.charCodeAt(0) > DIGIT_NINE ? label : label.replace(OF_YEAR, '').replace(OF_COLUMN, '');
  if (INDICATOR_ANY.test(plain)) for (const [pattern, column] of INDICATOR) if (pattern.test(plain)) return column;
  return null;
}

const ASPECTS: readonly (readonly [RegExp, Aspect])[] = [
  [/满意/, 'satisfaction'],
  [/产出|数量|质量|时效|重点工作|履职目标/, 'output'],
  [/效益|效果|影响/, 'outcome'],
  [/成本/, 'cost'],
  [/执行率|(?:预算|资金)执行(?:情况|指标)?$/, 'execution'],
  [/决策|规划|立项|投入/, 'decision'],
  [/管理|过程|执行|运行/, 'management'],
];

/** What a group of indicators is about, by its name; 满意度 wins over 效益 since 效益指标/满意度 rows are satisfaction only when named alone. */
export function aspectOf(name: string): Aspect {
  const label = labelText(name);
  if (/效益.*满意/.test(label)) return 'outcome';
  for (const [pattern, aspect] of ASPECTS) if (pattern.test(label)) return aspect;
  return 'other';
}

const mayBeTotal = hasAny('总合得计评');

/** 总分, 合计 and the like: what closes a list of indicators. */
export function isTotalLabel(raw: string): boolean {
  return mayBeTotal(raw) && isKnownTotalLabel(raw);
}

const isKnownTotalLabel = remembered((raw: string): boolean => namesTotal(labelText(raw)));

/** 总分 and 总得分, 合计 and 得分合计, 综合得分 and 自评得分, each of the whole and by whomever. */
const BY_WHOM = '(?:预算|绩效|项目|单位|部门|整体|支出|各项|综合|合计){0,4}';
const TOTAL = new RegExp(`^(?:${BY_WHOM}(?:自评|评价)?总(?:自评)?(?:得|评)?分[数值]?(?:合计)?|(?:自评|总)?(?:合计|总计|共计)(?:得分|分值)?|(?:自评|各项(?:指标)?)?(?:得分|评分|自评分|分[值数])(?:合计|总计|共计)|${BY_WHOM}(?:自评)?(?:综合|总体|整体|累计|最[终后])(?:自评|评价)?(?:得分|评分)|${BY_WHOM}自评得分|自评分数|(?:绩效)?评价得分|分总|总成绩|总评|合计[/、]总分)(?:[及和与/、]等[级次])?$`);

function namesTotal(label: string): boolean {
  return TOTAL.test(label.replace(/[:：].*$/, '').replace(/^[一二三四五六七八九十]、/, ''));
}

/** 小计 of a group inside the list. */
export function isSubtotalLabel(raw: string): boolean {
  if (!raw.includes('计')) return false;
  const label = labelText(raw);
  return label.length <= 8 && /小计$/.test(label);
}

/** 产出指标合计, 指标得分合计, 效益指标得分: the sum of some lines, where the line has nothing of its own to be reached. */
export function isGroupTotalLabel(raw: string): boolean {
  return /[计分]/.test(raw) && isKnownGroupTotalLabel(raw);
}

const isKnownGroupTotalLabel = remembered((raw: string): boolean => {
  return /^(?:[一二三四五六七八九十]+、)?(?:(?:年度|绩效|评价|产出|效益|效果|满意度|服务对象满意度|成本|过程|管理|决策|投入|数量|质量|时效|(?:经济|社会|生态)(?:效益|成本))(?:指标)?|[一二三]?级?指标)(?:自评)?(?:(?:得分|评分|分[值数])?(?:合计|总计|共计)|总?得分|总分)$/.test(labelText(raw));
});

/** 自评得分 and the like in the head of a form. */
export const isHeadTotalLabel = remembered((raw: string): boolean => {
  return /^(?:自评(?:总)?(?:得)?分|自评总得分|自评分数?|总得分|总分|自评综合得分|项目总得分|(?:项目|单位|部门|整体|绩效)自评(?:总)?(?:得)?分)$/.test(labelText(raw));
});

/** Lines under the indicators that are not indicators: notes, signatures, free texts. */
export const isClosingLabel = remembered((raw: string): boolean => {
  return /^(?:注|附注|说明|备注|填表说明|填报说明|其他(?:需要)?说明|其它(?:需要)?说明|其[他它]需?要?说明的?(?:问题|事项)?|评价结论|自评结论|存在(?:的)?(?:主要)?问题|改进措施|下一步|(?:项目|财务|单位|部门|分管|科室)?负责人|(?:主要)?领导|填报人|填表人|制表|审核|复核|经办|联系|单位\(?盖章|日期|填报日期|填表日期|评价(?:人|组|意见)|(?:主管|财政)部门(?:审核)?意见|审核意见|改进|绩效自评|自评等[级次]|评价等[级次]|(?:自评|评价)结果$|等级|结论|主要经验|有关建议|相关建议|其他事项|佐证|偏差(?:大|或|原因|及)|(?:相关|有关|意见和?)?建议)/.test(labelText(raw).replace(/^(?:\d+[.、]|[一二三四五六七八九十]+、)/, ''));
});

const EXPECTED_GOAL = /^(?:\d+[.、]?)?(?:预期目标|(?:年度|全年|总体|年初|项目年度|本年度|当年|整体|年度总体|年度绩效|年初绩效|总体绩效|年度整体|实施期|部门年度|项目)?(?:设定|预期|绩效|总体|整体|工作|年度|调整后?)?(?:绩效|总体|年度|总)?目标|年初设定目标|预期(?:绩效|总体)?目标|全年绩效目标|目标内容|预期完成目标|计划目标|年度预期(?:绩效)?目标|(?:年度)?(?:履职)?目标内容|年度履职目标(?:内容)?)$/;
const ACTUAL_GOAL = /^(?:\d+[.、]?)?(?:(?:全年|年度|本年|总体|目标|年终|年末|项目|截至.*)?(?:总体|绩效|年度|整体)?(?:目标)?(?:全年|年度)?(?:目标)?实际完成(?:目标)?(?:情况|程度)?(?:综述|说明|概述)?|(?:全年|年度|总体|目标|年度总体|年度绩效|整体|绩效|项目年度|年度总体绩效|全年实际总体|全年实际绩效)?(?:绩效)?(?:目标)?完成情况(?:综述|说明|概述)?|实现情况|(?:项目)?(?:全年|年度|年终|年末|总体|整体|绩效|目标|实际){1,4}(?:完成|实现)情况(?:综述|说明|概述)?|具体完成情况|总体完成情况|实际完成目标|目标完成程度)$/;

export function isExpectedGoalLabel(raw: string): boolean {
  if (!raw.includes('标')) return false;
  const label = labelText(raw);
  return label.length <= 14 && namesExpectedGoal(label);
}

export function isActualGoalLabel(raw: string): boolean {
  if (!raw.includes('成') && !raw.includes('标') && !raw.includes('现')) return false;
  const label = labelText(raw);
  return label.length <= 18 && namesActualGoal(label);
}

const namesExpectedGoal = remembered((label: string): boolean => EXPECTED_GOAL.test(label));
const namesActualGoal = remembered((label: string): boolean => ACTUAL_GOAL.test(label));

const mayBeTitle = hasAny('表评');

/** Titles of the five kinds of table. */
export function isTitle(raw: string): boolean {
  // Asked of every text of a sheet without tables: two characters rule out nearly all. A title that does not say 表 ends with 绩效自评 or 自评价.
  return mayBeTitle(raw) && (raw.includes('表') || /[绩价]/.test(raw)) && isTitleText(raw);
}

const isTitleText = remembered((raw: string): boolean => {
  const text = compact(normalise(raw));
  return text.length >= 4 && text.length <= 60 && !/[。;；]/.test(text) && /(?:自评(?:价)?(?:复核)?(?:结果|得分)?(?:情况|报告)?(?:汇总|一览|统计|公示)?表|评价(?:自评|得分)?表|评价指标(?:体系|评分)?表|基础数据表|绩效(?:总体)?目标(?:申报|批复|审核|审批|自评|完成情况|设定|及指标)?表|目标申报表|(?:监控|绩效跟踪)(?:情况)?表|自评价表?|评分表|自评打分表|目标完成情况表|绩效(?:目标)?自评(?:情况)?$)(?:公开)?(?:\(.*\)?)?$|自评表/.test(text);
});

/** What a text names, asked at once and reduced once: of the texts of a ledger nearly every one is new, and four memories of it cost more than the answer. */
export function namedBy(raw: string): { readonly label: string; readonly fund: FundColumn | null; readonly indicator: IndicatorColumn | 'adjusted' | 'ignored' | null; readonly title: boolean; readonly total: boolean } {
  const label = isBare(raw) ? raw : reduced(raw);
  return {
    label, title: isTitle(raw),
    fund: mayBeFund(raw) ? fundColumnOf(raw, label) : null,
    indicator: mayBeIndicator(raw) ? indicatorColumnOf(label) : null,
    total: mayBeTotal(raw) && namesTotal(label),
  };
}
