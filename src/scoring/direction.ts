// Whether more or less of an indicator is better, where no operator says so: told from its name, and left open when the name says both.
import { remembered } from '../reading/memo';

export type Direction = 'more' | 'less' | 'unclear';

/** Costs, losses, complaints and shares that are meant to stay small. */
const LESS = /成本|费用|投资|支出|经费|单价|造价|控制|变动|调整率|结余|结转|超支|超[标编期]|投诉|信访|上访|事故|死亡|伤亡|发病|发生[数率次]|差错|误差|偏差|违[规纪法]|退货|故障|空置|逾期|拖欠|变质|损耗|流失|辍学|失业|污染|排放|能耗|时长|耗时|天数|工期|时限/;
/** Words that turn such a name round: 投诉处理率, 成本下降率, 事故防范覆盖率. */
const MORE = /处理|办结|化解|整改|完成|达标|合格|及时|到位|覆盖|满意|下降|减少|降低|节约|执行率|核算|拨付|支付|发放|保障|防治|治愈|检出|回收|响应|监测|增加|增长|提高|完好/;

/** From the indicator's own name and its 二级指标. */
export function directionOf(name: string, subgroup: string): Direction {
  if (!subgroup.includes('成本') && !namesLess(name)) return 'more';
  return MORE.test(name) ? 'unclear' : 'less';
}

const namesLess = remembered((name: string): boolean => LESS.test(name));
