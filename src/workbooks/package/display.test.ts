// Displayed text: our short cuts say what ssf says, and the Chinese formats show what Excel shows.
import fc from 'fast-check';
import { format } from 'ssf';
import { displayFor, isDateFormat } from './display';

const number = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => cents / 100), fc.double({ min: -1e15, max: 1e15, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }));

test('General is shown as ssf shows it', () => {
  const display = displayFor('General', false);
  fc.assert(fc.property(number, (value) => {
    fc.pre(!Object.is(value, -0));
    expect(display.text(value)).toBe(format('General', value));
  }), { numRuns: 2_000 });
});

test.each(['0', '0.00', '#,##0', '#,##0.00', '0%', '0.00%'])('%s is shown as ssf shows it, ties aside', (code) => {
  const display = displayFor(code, false);
  const scale = 10 ** ((/\.(0+)/.exec(code)?.[1]?.length ?? 0) + (code.endsWith('%') ? 2 : 0));
  fc.assert(fc.property(number, (value) => {
    const scaled = Math.abs(value) * scale;
    // ssf rounds the binary value and drops the sign of a rounded zero in some formats; both are looked at below.
    fc.pre(scaled < 1e14 && Math.abs(scaled % 1 - 0.5) > 1e-3 && scaled >= 0.5);
    expect(display.text(value)).toBe(format(code, value));
  }), { numRuns: 1_000 });
});

test.each([
  ['0.00', 1.005, '1.01'], ['0.00', 65.125, '65.13'], ['0.00%', 0.65125, '65.13%'], ['0.0', 2.25, '2.3'], ['0', -2.5, '-3'], ['#,##0.00', 1234567.895, '1,234,567.90'],
  ['yyyy"年"m"月"', 44896, '2022年12月'], ['[$-804]yyyy"年"m"月"d"日"', 44896, '2022年12月1日'], ['yyyy/m/d', 44896, '2022/12/1'], ['[$-804]上午/下午h"时"mm"分"', 0.75, '下午6时45分'.replace('45', '00')],
  ['[DBNum1][$-804]General', 12, '12'], ['0.00"万元"', 124.88, '124.88万元'], [';;;', 5, ''], ['General"分"', 10, '10分'],
  ['G/通用格式', 0.9825, '0.9825'], ['G/通用格式"分"', 9.5, '9.5分'], ['[DBNum1][$-804]G/通用格式"次"', 12, '12次'], ['0!.0,"万"', 45000, '4.5万'], ['0!.0,', -1234567, '-123.5'], ['0"."0000"万元"', 980, '0.0980万元'], ['0"!a"', 3, '3!a'],
])('%s shows %p as %s', (code, value, text) => {
  expect(displayFor(code, false).text(value)).toBe(text);
});

test.each([
  ['yyyy年mm月dd日', 45657, '2024年12月31日'], ['[$-804]yyyy年m月d日;@', 45657, '2024年12月31日'], ['yyyy.mm.dd', 45657, '2024.12.31'], ['0.00元', 118, '118.00元'], ['¥#,##0.00', 1234.5, '¥1,234.50'],
  ['_ ¥* #,##0.00_ ', 12.5, ' ¥12.50 '], ['0.00（万元）', 118, '118.00（万元）'], ['≥0%', 0.9, '≥90%'], ['[红色]0万;负0万', -3, '负3万'], ['General次', 5, '5次'], ['0!.0,万', 45000, '4.5万'], ['0.00 %', 0.985, '98.50 %'], ['0_（', 5, '5 '],
])('%s shows %p as %s where a program wrote its words without quotes', (code, value, text) => {
  expect(displayFor(code, false).text(value)).toBe(text);
});

test.each([
  ['0.00_ ', 1.005, '1.01 '], ['0.00_);[Red]\\(0.00\\)', -2.675, '(2.68)'], ['#,##0.00;[Red]-#,##0.00', 1234.565, '1,234.57'], ['0.0%_ ', 0.1255, '12.6% '], ['"￥"#,##0.00', 0.285, '￥0.29'],
  ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0.285, ' 0.29 '], ['[=0]"";General', 12.5, '12.5'], ['# ?/?', 0.5, ' 1/2'],
])('%s rounds %p at the tie that is shown: %s', (code, value, text) => {
  expect(displayFor(code, false).text(value)).toBe(text);
});

test.each([
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 44926, '2022年12月31日'], ['[$-x-sysdate]dddd, mmmm dd, yyyy;@', 44926, '2022年12月31日'], ['[$-F400]h:mm:ss\\ AM/PM', 0.75, '18:00:00'],
  ['aaaa;@', 44926, '星期六'], ['yyyy/m/d aaa', 44926, '2022/12/31 六'], ['[$-804]dddd', 44927, '星期日'], ['dddd', 44926, 'Saturday'], ['yyyy"aaaa"', 44926, '2022aaaa'],
])('%s shows the day %p as Chinese Excel does: %s', (code, value, text) => {
  expect(displayFor(code, false).text(value)).toBe(text);
  expect(isDateFormat(code)).toBe(true);
});

test.each([
  ['[>=10000]0!.0,"万";0', 45678, '4.6万'], ['[>=10000]0!.0,"万";0', 99, '99'], ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0"元"', 123456789, '1.23亿'],
  ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0"元"', 45678, '4.6万'], ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0"元"', 9999, '9999元'],
  ['0!.0,"万";[红色]-0!.0,"万"', -45678, '-4.6万'], ['0!.0,"万";0!.0,"万（负）";0', -45678, '4.6万（负）'], ['0!.0,"万";0!.0,"万（负）";0', 0, '0'],
])('%s shows %p by the section for it: %s', (code, value, text) => {
  expect(displayFor(code, false).text(value)).toBe(text);
});

test.each([
  ['#,##0.##', 9.8333333, '9.83'], ['#,##0.##', 1234.5, '1,234.5'], ['#,##0.##', 60, '60.'], ['#,##0.0#', 99.995, '100.0'], ['#,##0.0#', 65.115, '65.12'], ['#,##0.##"元"', -45678.9, '-45,678.9元'], ['#,##0.##%', 0.65115, '65.12%'], ['#,##0.##%', 0.5, '50%'],
  ['#,##0.##,', 45678.9, '45.68'], ['#,###.##', 0.6512, '.65'], ['#,###.##', 1234.5, '1,234.5'], ['_ * #,##0.##_ ;_ * -#,##0.##_ ;_ * "-"??_ ;_ @_ ', -9.8333333, ' -9.83 '], ['#,##0.##;[Red]-#,##0.##', -2.675, '-2.68'], ['0.0?', 98.25, '98.25'], ['0.??', 0.6512, '0.65'], ['0.??', 5, '5.  '], ['0,000.00', 12345.678, '12,345.68'],
])('%s shows of %p the digits that there are: %s', (code, value, text) => {
  expect(displayFor(code, false).text(value)).toBe(text);
});

test.each([
  ['General;-General;;@', 0, ''], ['G/通用格式;-G/通用格式;', 0, ''], ['General;-General;;@', -2.5, '-2.5'], ['General"分";-General"分";"-"', 98.5, '98.5分'], ['General"分";-General"分";"-"', -3, '-3分'], ['General"分";-General"分";"-"', 0, '-'], ['General"分";@', 98.5, '98.5分'], ['General_);(General)', -5, '(5)'],
  ['[<100]0.0;0', -1, '-1.0'], ['[<>0]0.00;""', -45678.9, '-45678.90'], ['[<1000]0;[<1000000]0.0,"K";0.0,,"M"', -5, '-5'], ['[<0]"负"0.00;0.00', -1, '负1.00'], ['[=0]"-";0.00', 0, '-'],
])('%s shows %p by its own section: %s', (code, value, text) => {
  expect(displayFor(code, false).text(value)).toBe(text);
});

test('accounting formats group and keep the dash for zero', () => {
  const display = displayFor('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', false);
  expect(display.text(215457.6).trim()).toBe('215,457.60');
  expect(display.text(0).trim()).toBe('-');
  expect(display.text('合计')).toBe('合计');
});

test('days are counted from 1904 where the workbook says so', () => {
  expect(displayFor('yyyy/m/d', true).text(44896 - 1462)).toBe('2022/12/1');
});

test('a format that nobody can read shows the number', () => {
  expect(displayFor('"open', false).text(12.5)).toMatch(/12\.5|open/);
});

test('text, truth and errors are shown as they are', () => {
  const display = displayFor('0.00', false);
  expect(display.text('12次')).toBe('12次');
  expect(display.text(true)).toBe('TRUE');
  expect(display.text({ error: '#REF!' })).toBe('#REF!');
  expect(display.text(null)).toBe('');
  expect(displayFor('@"元"', false).text('12')).toBe('12元');
});
