// Words of averages and prices: 每座, 户均, 日均, and which units stand for one another.
import type { Fact } from '../fact';

/** A count, what each of it takes, and the total. */
export interface Tie {
  /** Null: the days of the year. */
  readonly count: Fact | null;
  readonly each: Fact;
  readonly total: Fact;
  /** Months or days that are multiplied in. */
  readonly times: number;
}

/** 每公里, 每人每月, 每村: what one of the counted things is called. */
export const EACH = /(?:每)(?:一)?(?!年|月|天|日|季|周|学期|次均)((?:平方米|立方米|公里|公顷|人次|千瓦时)(?=[\u4e00-\u9fa5])|[\u4e00-\u9fa5]{1,3}?(?=\(|每|补|造|平|综|投|支|资|为|年|月|约|给|发|奖|的|收|标|拨|由|按|购|$))/;
export const AVERAGE = /(户次|案|件|人|户|亩|场|台|班|村|校|辆|车|件|次|日|期|公里|笔|吨|套|座|项)均/;
export const PRICE = /单价|平均每|平均|均价|单(?:车|台|场|次|人|户|位|套|个|座|处)/;
export const DAILY = /日均|每[天日]|平均每[天日]/;
/** 一人 is counted in 名 and 人, a village as 个 or 村. */
const SAME: readonly (readonly string[])[] = [['人', '名', '位', '生', '学生', '人次'], ['次', '人次', '场次', '批次', '场', '期'], ['个', '村', '点', '站', '班', '校', '项', '县', '市州', '市', '乡镇', '镇', '户', '社区'], ['户', '家', '农户', '牧户', '住户'], ['辆', '台', '车'], ['台', '套'], ['条', '个'], ['所', '个', '校'], ['座', '处'], ['案', '起', '件'], ['项目', '个', '项']];

export function sameUnit(a: string, b: string): boolean {
  return a === b || SAME.some((units) => units.includes(a) && units.includes(b));
}

/** The words before it make it an average or a price. */
export const isEach = ({ lead }: Fact): boolean => EACH.test(lead) || AVERAGE.test(lead) || PRICE.test(lead) || DAILY.test(lead);

/** What one of the counted things is called: 户 of 户均, 人次 of 平均每人次; undefined where the words do not say. */
export function stemOf(each: Fact): string | undefined {
  return (EACH.exec(each.lead)?.[1] ?? AVERAGE.exec(each.lead)?.[1])?.replace(/^个(?=.)/, '');
}
