// Number formats by their built-in numbers, as Excel and WPS in Chinese define them: their users' files mean these.

const ACCOUNTING = {
  plain: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  money: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  plainCents: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  moneyCents: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
};
const YEAR_MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';
const NOON_TIME = '上午/下午h"时"mm"分"';
const NOON_SECONDS = '上午/下午h"时"mm"分"ss"秒"';

/** ECMA-376 18.8.30, column zh-cn where it differs. */
const BUILTIN: ReadonlyMap<number, string> = new Map([
  [0, 'General'], [1, '0'], [2, '0.00'], [3, '#,##0'], [4, '#,##0.00'],
  [5, '"¥"#,##0;"¥"-#,##0'], [6, '"¥"#,##0;[Red]"¥"-#,##0'], [7, '"¥"#,##0.00;"¥"-#,##0.00'], [8, '"¥"#,##0.00;[Red]"¥"-#,##0.00'],
  [9, '0%'], [10, '0.00%'], [11, '0.00E+00'], [12, '# ?/?'], [13, '# ??/??'],
  [14, 'yyyy/m/d'], [15, 'd-mmm-yy'], [16, 'd-mmm'], [17, 'mmm-yy'], [18, 'h:mm AM/PM'], [19, 'h:mm:ss AM/PM'], [20, 'h:mm'], [21, 'h:mm:ss'], [22, 'yyyy/m/d h:mm'],
  [27, YEAR_MONTH], [28, MONTH_DAY], [29, MONTH_DAY], [30, 'm-d-yy'], [31, 'yyyy"年"m"月"d"日"'], [32, 'h"时"mm"分"'], [33, 'h"时"mm"分"ss"秒"'], [34, NOON_TIME], [35, NOON_SECONDS], [36, YEAR_MONTH],
  [37, '#,##0;-#,##0'], [38, '#,##0;[Red]-#,##0'], [39, '#,##0.00;-#,##0.00'], [40, '#,##0.00;[Red]-#,##0.00'],
  [41, ACCOUNTING.plain], [42, ACCOUNTING.money], [43, ACCOUNTING.plainCents], [44, ACCOUNTING.moneyCents],
  [45, 'mm:ss'], [46, '[h]:mm:ss'], [47, 'mm:ss.0'], [48, '##0.0E+0'], [49, '@'],
  [50, YEAR_MONTH], [51, MONTH_DAY], [52, YEAR_MONTH], [53, MONTH_DAY], [54, MONTH_DAY], [55, NOON_TIME], [56, NOON_SECONDS], [57, YEAR_MONTH], [58, MONTH_DAY],
]);

/** Code of a built-in number format; General for numbers that mean nothing. */
export function builtinFormat(id: number): string {
  return BUILTIN.get(id) ?? 'General';
}
