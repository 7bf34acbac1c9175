import { readSubject } from './subjects';

test.each<[string, Partial<ReturnType<typeof readSubject>>]>([
  ['2022年预算批复', { scope: 'total', measure: 'budget', year: { said: 2022 } }],
  ['全年实际到位资金', { scope: 'total', measure: 'received' }],
  ['实际支出', { scope: 'total', measure: 'spending', year: null }],
  ['2022年度单位一般公共预算财政拨款支出', { scope: 'total', measure: 'spending', source: '一般公共预算' }],
  ['上年度基本支出', { scope: 'basic', measure: 'spending', year: { offset: -1 } }],
  ['上年结转', { scope: 'total', measure: 'carried-in' }],
  ['2020年初结转资金', { measure: 'carried-in', year: { said: 2020 } }],
  ['本年结余', { scope: 'total', measure: 'balance', year: { offset: 0 } }],
  ['项目支出年初预算为', { scope: 'project', measure: 'original-budget' }],
  ['调整后预算', { measure: 'final-budget' }],
  ['全年预算执行数合计', { scope: 'total', measure: 'spending' }],
  ['实际全年执行预算资金合计', { measure: 'spending' }],
  ['年中追加', { measure: 'adjustment' }],
  ['公务用车购置及运行费支出', { scope: 'vehicle' }],
  ['公务用车运行维护费', { scope: 'vehicle-running' }],
  ['因公出国(境)费', { scope: 'abroad' }],
  ['会议费、培训费', { scope: 'named' }],
  ['疫情防控项目支出', { scope: 'named' }],
  ['核定编制', { scope: 'posts' }],
  ['应支付检查费用', { measure: null }],
  ['增加了', { role: 'up' }],
  ['增加到', { role: 'level' }],
  ['同比减少', { role: 'down' }],
  ['人均', { role: 'each' }],
  ['不低于', { role: 'limit' }],
])('%s', (lead, expected) => {
  expect(readSubject(lead, '', false)).toMatchObject(expected);
});

test('a rate behind 占 is a share, behind 率 a rate', () => {
  expect(readSubject('占总支出的', '', true).role).toBe('share');
  expect(readSubject('预算执行率', '', true).role).toBe('rate');
});
