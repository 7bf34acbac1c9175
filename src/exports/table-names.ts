// Whose table it is: the unit, the project and the department over them, as its own fields name them.
import type { Entry, Table } from '../model/table';

/** What was filled in; null for a blank and for a stroke in its place. */
export function filledText(entry: Entry | null | undefined): string | null {
  return entry?.filled === true && !entry.notApplicable ? entry.text : null;
}

/** A name has letters: "0" or a date in the place of one names nobody, and 单位：万元 tells what the amounts are in. */
function named(table: Table, names: RegExp, day = YEAR_FIRST): string | null {
  const texts = table.fields.flatMap(({ name, entry }) => (names.test(name) ? filledText(entry)?.replace(STAMP, '').trim() ?? [] : []));
  const [text] = texts.filter((one) => !AMOUNT_UNIT.test(one));
  return text !== undefined && /\p{L}/u.test(text) && !day.test(text) ? text : null;
}

/** No unit is called by a year. */
const YEAR_FIRST = /^\d+年/;
/** A project may be, but not 2023年3月20日, nor 年 月 日 left to be filled in. */
const DAY = /^[\d\s]*年[\d\s]*度?(?:[\d\s]*月)?(?:[\d\s]*[日号])?$/;
const AMOUNT_UNIT = /^(?:人民币)?[万千百亿]*元$/;
/** Where the stamp goes: 承担单位：（盖章） that was left as it was names nobody. */
const STAMP = /[（(][^（()）]*(?:盖章|公章|签章)[^（()）]*[)）]/g;

/** The unit that filled the table in, not the department over it, which most forms name first. */
export function unitOf(table: Table): string | null {
  return named(table, /^(?:项目)?(?:实施|使用|填报|预算|申报|资金使用)?单位(?:名称)?$|^部门$|^(?:部门|单位)名称$|^部门（单位）名称$/) ?? named(table, /单位/);
}

/** 转移支付（项目）名称 and 专项（项目）名称 name what is given where a form has no 项目名称. */
export const projectOf = (table: Table): string | null => named(table, /^(?:二级)?项目名称$/, DAY) ?? named(table, /^(?:专项(?:资金)?|转移支付|项目支出|政策)名称$/, DAY);

/** 财政部 over 地方主管部门 has the money, not the units. */
export const departmentOf = (table: Table): string | null => named(table, /^(?!中央).*主管部门/);
