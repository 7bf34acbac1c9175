// Kinds of counted things: which of them cannot overlap, and which two leave nothing out.
import { sum } from '../../model/decimal';
import type { Fact } from '../fact';

/** Two that leave nothing out. */
const OPPOSITES = [[/线上/, /线下/], [/男/, /女/], [/城[市镇区]/, /农村/], [/一般/, /专项/], [/新建/, /续建/], [/免费/, /低收费/], [/以前/, /以后/], [/境内/, /境外/], [/专职/, /兼职/], [/城区/, /城乡|农村/], [/公办/, /民办/], [/^流动/, /^非流动/]] as const;
/** Kinds of one thing: nothing is two of them at a time. */
const KINDS = [/^(?:新建|改建|改造|改扩建|扩建|续建|维修|加固|重建)$/, /^(?:普通|公办|民办)?(?:小学|初中|高中|中学|幼儿园|中职学?校?|九年一贯制(?:学校)?|十二年一贯制(?:学校)?|完全中学|完小|教学点|特殊教育学校)$/, /^(?:局?机关|下属|所属)?(?:机关|行政|事业|工勤|公务员|参公)(?:单位|人员|编制|干部|在编)*$/, /^(?:男|女)性?$/, /.{2}类$/, /^(?:城镇|城市|农村)[\u4e00-\u9fa5]{0,4}$/];

/** 一等奖 and 二等奖, 小学生 and 初中生 do not overlap; 党员 and 女职工 may. */
export function oneName(parts: readonly Fact[]): boolean {
  const names = parts.map(({ words }) => (words ?? '').replace(/^(?:年末|实有|现有|在职)+(?=.)/, ''));
  if (parts.length >= 2 && new Set(names).size === names.length && KINDS.some((kinds) => names.every((name) => kinds.test(name)))) return true;
  return parts.length >= 2 && names.every((name) => name.length >= 2 && (name.length === names[0]?.length && name.at(-1) === names[0].at(-1) || name.length >= 4 && name.slice(-2) === names[0]?.slice(-2))) && new Set(names).size === names.length;
}

const PEOPLE = /^(?:人|名|位|人次|户)$/;
/** What a person is besides something else. */
const TRAITS = /党员|团员|女|妇|青年|青少年|老年|老人|岁|脱贫|贫困|残疾|低保|少数民族|留守|寄宿|学历|职称|农民|户籍/;

/** All others: 非党员, 群众, 其他学生. */
const REST = /^(?:非|其[他它余]|群众|汉族)/;

/** 120人，其中党员90人，女性50人; 农民60人、妇女30人、青年20人，共80人: who is the one may be the other as well. */
export const mayOverlap = (parts: readonly Fact[]): boolean => parts.every(({ kind, unit }) => kind === 'count' && PEOPLE.test(unit)) && !oneName(parts) && parts.some(({ words, tail }) => TRAITS.test((words ?? '') + tail)) && !parts.some(({ words }) => REST.test(words ?? ''));

/** 线上 and 线下; 11项达到目标 and 1项未完成. */
export function areOpposites(whole: Fact, [first, second]: readonly Fact[]): boolean {
  if (!first || !second) return false;
  const done = whole.kind === 'count' && [first, second].some(({ tail }) => /^(?:未|没有|尚未)/.test(tail)) && [first, second].some(({ tail }) => /^(?:全部|已|按时|均|如期)?(?:完成|达到|达标|实现)/.test(tail));
  return done || OPPOSITES.some(([one, other]) => one.test(first.words ?? '') && other.test(second.words ?? ''));
}

/** 干警39名（检察官16名、辅助人员15名、行政人员9名）: a bracket divides what stands before it, where it comes so near. */
export const isBracketed = (whole: Fact, parts: readonly Fact[]): boolean => whole.kind === 'count' && parts.length >= 3 && parts.every(({ aside }) => aside) && sum(parts.map(({ value }) => value)).lte(whole.value.times('1.1'));
