// Which formulas may show a stale result: never missed, and rarely suspected without cause.
import { reaches } from './patch-recalc';

const context = { changed: new Map([['表 1', [{ row: 5, column: 2 }]]]), names: new Map([['区域', "'表 1'!$B$1:$B$9"], ['税率', '0.13']]), down: 0, right: 0 };

test.each(['B5+1', 'SUM($B$1:B9)', 'SUM(B:B)', 'SUM(5:6)', "'表 1'!B5", 'IF("B1"="x",b5,0)', 'INDIRECT("x")', 'SUM(区域)', 'SUM(表1[金额])', '[@金额]*2', 'SUM(首:尾!A1)'])('%s may depend on B5', (formula) => {
  expect(reaches(formula, '表 1', context)).toBe(true);
});

test.each(['B4+1', 'SUM(B6:B9)', 'A:A', '"B5"', 'B51', 'LOG10(3)', '税率*2', '[1]表!B5', '别表!B5', 'TRUE', 'ROUND(C5*1.05,2)'])('%s does not depend on B5', (formula) => {
  expect(reaches(formula, '表 1', context)).toBe(false);
});

test('a reference without a sheet means the formula\'s own', () => {
  expect(reaches('B5', '别表', context)).toBe(false);
});

test('a shared formula reaches as far as it is copied', () => {
  expect(reaches('B2', '表 1', { ...context, down: 2 })).toBe(false);
  expect(reaches('B2', '表 1', { ...context, down: 3 })).toBe(true);
});
