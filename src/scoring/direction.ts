// Whether more or less of an indicator is better, where no operator says so: told from its name, and left open when the name says both.
import { remembered } from '../reading/memo';
import { compact } from '../reading/text';

export type Direction = 'more' | 'less' | 'unclear';

/** Costs, losses, complaints and shares that are meant to stay small: nothing else is meant by these words. */
const LESS = /成本|费用|单价|造价|(?:三公|公用|成本|费用|预算|支出|经费|投资|概算|规模|人员|编制)[^，,]{0,6}(?:控制|变动)|变动率|调整率|结余|结转|超支|超[标编期]|投诉|信访|上访|事故|死亡|伤亡|发病率|差错|误差|偏差|退货|故障|空置|逾期|拖欠|变质|损耗|流失|辍学|失业|能耗|耗时/;
/** Words of both kinds of indicators, and of things of which less is better that one may be out to find or to mend: 公用支出 should stay small, 社保支出 should be paid out; 培训天数 should be reached, 办理天数 kept, 完成时间（月） 10 is before 11. */
const EITHER = /控制|投资|支出|经费|变动|发病|发生[数率次]|违[规纪法]|污染|排放|时长|天数|工期|期限|时限|时间|日期|月份|周期|间隔|等待|候诊|排队|住院日|公务接待|公务用车|因公出国|药品[^，,]{0,3}占比|药占比|耗占比|使用强度|浓度|噪[声音]|氨氮|需氧量|残留|PM\d|负债|债务率|利率|税负|发案|警情|舆情|再犯|复发率|感染率|病死|漏报|漏检|返贫|撂荒|破损|缺陷|中断|宕机|违约|不良|缺勤|退学|拥堵|火灾|受灾|漏损|用[水电能]量|[油电水]耗|暴发|爆发|(?<!盘活.{0,4})闲置|基尼|恩格尔|自然增长率|近视|肥胖|贫困发生|剖宫产|抗菌药|抗生素|自付|外转|县域外|(?:化肥|农药).{0,4}(?:使用|施用|用)量|差距|倍差|离职|离婚|赤字|欠[费款薪税]|积压|滞留|超[限标]|不合格|不达标|争议案件|纠错率|收入比|(?:质量|污染)[^，,]{0,2}综合指数/;
/** Words that turn such a name round: 投诉处理率, 成本下降率, 事故防范覆盖率. */
const MORE = /处理|办结|化解|整改|完成|达标|合格|及时|到位|覆盖|满意|下降|减少|降低|节约|执行率|核算|拨付|支付|发放|保障|防范|预防|防治|治理|治愈|救治|救助|补助|宣传|培训|演练|检查|排查|查处|检出|回收|响应|监测|增加|增长|提高|完好/;

/** A rate of what was done, whatever it was done to: 经费足额拨付率, 投诉处理率. */
const DONE = /(?:拨付|到位|发放|支付|兑[付现]|执行|完成|办结|处[理置]|整改|合格|达标|及时|覆盖|满意|化解|治愈|拨付到位)率$|(?:资金|预算|经费)(?:支出|使用)(?:率|进度)$/;
/** What is spent of these is not meant to be all of it: 三公经费执行率, 会议经费使用率. */
const SPARED = /(?:三公|公务(?!员)|公用|出国|出境|用车|接待|会议|差旅|办公|行政|机关|日常|运[行转]|一般性)[^，,]*(?:执行|支出|使用|支付)(?:率|进度)$/;
const UNDONE = /逾期|超[期时标]|未|不|延/;

/** 预警响应 30分钟: how soon, whatever else the name says; 值守 24小时 and 处置演练 8小时 are for how long. */
const SOON = /响应|处置|到场|到达|修复|抢修|回复|反馈|应答|送达|出警|办结|办理|审批/;
const LONG = /时长|累计|值守|值班|运行|培训|演练|训练|保障|服务/;

/** From the indicator's own name, its 二级指标 and the unit of its target. */
export function directionOf(written: string, subgroup: string, unit = ''): Direction {
  const name = compact(written);
  if (/^(?:秒|分钟|小时|个?工作日)$/.test(unit) && SOON.test(name) && !LONG.test(name)) return 'less';
  if (subgroup.includes('成本') || namesLess(name) && !namesDone(name)) return MORE.test(name) ? 'unclear' : 'less';
  return namesEither(name) && !namesDone(name) ? 'unclear' : 'more';
}

const namesLess = remembered((name: string): boolean => LESS.test(name));
const namesEither = remembered((name: string): boolean => EITHER.test(name));
const namesDone = remembered((name: string): boolean => DONE.test(name) && !UNDONE.test(name) && !(SPARED.test(name) && /经费|支出/.test(name)));
