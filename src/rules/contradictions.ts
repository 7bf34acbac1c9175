// What of a line says by itself that its target was not reached: a date after the deadline, a figure outside of the range, words that say the contrary.
import type { Decimal } from '../model/decimal';
import type { Indicator } from '../model/table';
import { compact } from '../reading/text';
import { directionOf } from '../scoring/direction';
import { isDeadline } from '../scoring/qualitative';
import { ALL_OF_IT } from './answers';

/** Begins by saying that the target was not reached, or was in part. */
const UNREACHED = /^(?:尚)?未(?:能)?(?:达成|完成|达到|达标|实现|开展|启动)|^没有(?:达成|完成|达到|实现|开展)|^不达标|^部分(?:达成|完成|达到|实现|达标)/;

/** 零发生, 杜绝事故发生: 未发生 is what was asked for. */
const NOT_TO_BE = /^零|杜绝|避免|防[止范]|[预严]防|遏制|[制禁]止|严禁|消除|减少|降低|控制/;

/** 健全 answered with 不健全, 明显改善 with 未改善. */
function denies(actual: string, target: string): boolean {
  const denied = /^(?:不|未能?|没有|尚未)(?=.)/.exec(actual)?.[0];
  if (denied === undefined || /^(?:不(?!断)|[未无没])/.test(target)) return false;
  const rest = actual.slice(denied.length);
  return rest === target || rest.length >= 2 && target.length <= 8 && target.endsWith(rest) && !NOT_TO_BE.test(target.slice(0, -rest.length));
}

/** 整洁有序 answered with 未改善: nothing came of it, whatever it was to be. */
const UNCHANGED = /^(?:尚?未|没有)(?:得到|见)?(?:明显|显著|有效)?(?:的)?(?:改善|提[升高]|增强|好转|改观|见效|缓解)[。.]?$/;

/** 不发生, 零发生: none was to be. */
const NONE_WANTED = /^(?:零|无|未|不|不得|杜绝)(?:发生|出现|产生)$|^(?:零|无|杜绝)(?:[重较特][大重]|越级|责任|安全|群体性|违[法规]){0,2}(?:事故|投诉|上访|信访|舆情|事件|差错|违规|伤亡)$|^杜绝$/;
/** 发生, 出现2例. */
const HAPPENED = /^(?:共|已)?(?:发生|出现|产生)了?(?:[1-9]\d*[起次例件人宗].*)?[。.]?$/;

/** 不超预算 answered with 超预算12万元, 无重大舆情 with 发生重大舆情1起, 不拖欠 with 存在拖欠. */
function admits(said: string, wanted: string): boolean {
  const denied = /^(?:不得?|未|无|杜绝)(?:存在|发生|出现|产生|有)?([\u4e00-\u9fa5]{2,8})$/.exec(wanted)?.[1];
  if (denied === undefined) return false;
  const what = said.replace(/^(?:存在|发生|出现|产生|有)了?/, '');
  if (!what.startsWith(denied) || what === said && !denied.startsWith('超')) return false;
  return /^(?:了?[1-9]\d*.{0,8}|问题|现象|情况)?[。.]?$/.test(what.slice(denied.length));
}

const SINCE = '(?:(?:较|比|同比|环比)(?:上一?年度?|去年|往年|年初|同期|上年同期|去年同期)?)?(?:有所|逐[年步渐]|稳步|持续|不断|明显|显著|进一步|实现)*';
const TO_FALL = new RegExp(`^${SINCE}(?:下降|减少|降低|压减)$|^只减不增$|^(?:零|负)增长$|^不(?:增长|增加|上升)$`);
const TO_RISE = new RegExp(`^${SINCE}(?:增长|增加|上升|提[升高])$`);
/** 较上年增长5%; 增长0% and 增长-5% are none. */
const MEASURED = '了?(?:约|近)?(?![-+]|0(?:\\.0+)?(?![\\d.]))\\d[\\d.,]*(?:%|‰|个百分点|[^\\d，,。;；]{0,4})[。.]?$';
const PLAINLY = '了?[。.]?$';
const ROSE = new RegExp(`^${SINCE}(?:增长|增加|上升|上涨|提[升高])(?:${MEASURED}|${PLAINLY})`);
const FELL = new RegExp(`^${SINCE}(?:下降|减少|降低|下滑)(?:${MEASURED}|${PLAINLY})`);

/** 同比下降 answered with 同比上升5%. */
const turns = (said: string, wanted: string): boolean => (TO_FALL.test(wanted) || FELL.test(wanted)) && ROSE.test(said) || (TO_RISE.test(wanted) || ROSE.test(wanted)) && FELL.test(said);

/** 增长8% answered with 下降3%, which no points follow from. */
export const turnsRound = ({ actualEntry, targetEntry }: Indicator): boolean => turns(compact(actualEntry?.text ?? ''), compact(targetEntry?.text ?? ''));

/** 重大动物疫情 0起 answered with 1起: whatever is counted, none of it was to be. What is to grow may be told from where it starts, and so may a rate, but of what is not to be. */
export function someOfNone({ name, target, actual, actualQuantity }: Indicator): boolean {
  const got = actualQuantity ?? (actual.kind === 'quantity' ? actual.quantity : null);
  if (target.quantity?.value.isZero() !== true || target.operator === '>=' || target.operator === '>' || got?.value.gt(0) !== true) return false;
  return !/增|升|提高|扩大/.test(name.text) && (!/率$/.test(name.text) || directionOf(name.text, '') === 'less');
}

/** 92 where all of it was to be (全覆盖, 应保尽保); null for any other line. */
export function shareOfAll({ targetEntry, actual, target }: Indicator): Decimal | null {
  const said = actual.kind === 'quantity' && actual.quantity.unit === '%' && target.reading.kind === 'words' ? actual.quantity.value : null;
  return said?.gte(0) && said.lt(100) && ALL_OF_IT.test(compact(targetEntry?.text ?? '')) ? said : null;
}

/** 未完成 beside a deadline: no points follow from that either. */
export const neverDone = ({ target, actual, actualEntry }: Indicator): boolean =>
  target.reading.kind === 'date' && actual.kind === 'words' && /^(?:项目|工程)?(?:尚?未|没有)(?:能)?(?:全部)?(?:完成|完工|竣工|建成|开工|启动|开展|实施|交付|验收|发放|拨付)[。.]?$/.test(compact(actualEntry?.text ?? ''));

export type Contradiction = 'late' | 'outside' | 'words';

/** What of the line says that the target was not reached; null where nothing does. */
export function contradiction(indicator: Indicator): Contradiction | null {
  const { target: { reading: { kind } } } = indicator;
  if (neverDone(indicator)) return 'words';
  if (isDeadline(indicator)) return 'late';
  if (kind === 'range') return 'outside';
  return kind === 'quantity' || kind === 'words' && saysContrary(indicator) || kind === 'mixed' && turnsRound(indicator) ? 'words' : null;
}

/** Of a target in words. */
function saysContrary(indicator: Indicator): boolean {
  const { actual, actualEntry, targetEntry } = indicator;
  if (!actualEntry || !targetEntry) return false;
  const [said, wanted] = [compact(actualEntry.text), compact(targetEntry.text)];
  if (actual.kind === 'quantity') return NONE_WANTED.test(wanted) && actual.quantity.value.gt(0) && actual.quantity.unit !== '%' || shareOfAll(indicator) !== null;
  if (actual.kind !== 'words' && actual.kind !== 'mixed' || said === wanted) return false;
  if (turns(said, wanted) || NONE_WANTED.test(wanted) && HAPPENED.test(said) || admits(said, wanted)) return true;
  return actual.kind === 'words' && (UNREACHED.test(said) || denies(said, wanted) || UNCHANGED.test(said) && !/^(?:不(?!断)|[未无没])/.test(wanted) && !NOT_TO_BE.test(wanted));
}
