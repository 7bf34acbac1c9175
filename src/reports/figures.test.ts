import { figuresIn } from './figures';

const read = (text: string): string[] => figuresIn(text).map(({ kind, value, unit, approximate, partial }) => `${kind} ${value.toString()}${unit === '' ? '' : ` ${unit}`}${approximate ? ' ~' : ''}${partial ? ' …' : ''}`);

test.each<[string, string[]]>([
  ['150.32万元', ['amount 1503200 万元']],
  ['1,256元、2.35亿元、3百万元', ['amount 1256 元', 'amount 235000000 亿元', 'amount 3000000 百万元']],
  ['98.25%，提高1.2个百分点', ['rate 98.25 %', 'points 1.2 个百分点']],
  ['得分92.5分，历时3分钟', ['score 92.5 分', 'count 3 分钟']],
  ['培训3100人次、16个、1万余份', ['count 3100 人次', 'count 16 个', 'count 10000 份 ~']],
  ['约100人，200多万次，近2万人，85%以上', ['count 100 人 ~', 'count 2000000 次 ~', 'count 20000 人 ~', 'rate 85 % ~']],
  ['2022年，2022年9月15日，6月8日', ['year 2022', 'date 2022', 'date 6']],
  ['下降-5.2%', ['rate -5.2 %']],
  ['每年5-10人', ['bare 5 …', 'count 10 人 …']],
  ['减少23.52。', ['bare 23.52']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each(['第42届', '1、概况', '(3)机构', '1.职能', 'P1.5屏', '〔2022〕23号', '5日'])('%s holds no figure', (text) => {
  expect(figuresIn(text)).toEqual([]);
});

test('a number that no person wrote is no figure', () => {
  expect(figuresIn('1'.repeat(1000))).toEqual([]);
  expect(figuresIn('1元'.repeat(5000)).length).toBeLessThanOrEqual(800);
});
