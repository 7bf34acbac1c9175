import { dayIn } from './typed-day';

const thisYear = (): number => 2026;

test.each([
  ['2024年5月6日', 45418, 'yyyy"年"m"月"d"日"'], ['2024年05月06日', 45418, 'yyyy"年"m"月"d"日"'], [' 2024年2月29日 ', 45351, 'yyyy"年"m"月"d"日"'], ['2024年5月', 45413, 'yyyy"年"m"月"'], ['5月6日', 46148, 'm"月"d"日"'],
  ['1900年1月1日', 1, 'yyyy"年"m"月"d"日"'], ['1900年3月1日', 61, 'yyyy"年"m"月"d"日"'],
])('%s is day %d', (text, serial, numberFormat) => {
  expect(dayIn(text, thisYear)).toEqual({ serial, numberFormat });
});

test.each(['5月', '6日', '2024年', '2024年13月', '2023年2月29日', '2024年5月6日前', '2024年1-5月', '1月至5月', '24年5月6日', '1899年5月6日', '2024年5月6号', '0月6日'])('%s stays a text', (text) => {
  expect(dayIn(text, thisYear)).toBeNull();
});
