// What formulas may reach: never missed, and rarely suspected without cause.
import { isReached, reachesOf } from './patch-recalc';

const names = new Map([['区域', ["'表 1'!$B$1:$B$9"]], ['税率', ['0.13']], ['两处', ['别表!$A$1', "'表 1'!$B$5"]]]);
const reachesB5 = (formula: string, home = '表 1') => isReached(reachesOf(formula, home, names), '表 1', 5, 2);

test.each(['B5+1', 'SUM($B$1:B9)', 'SUM(B:B)', 'SUM(5:6)', "'表 1'!B5", 'IF("B1"="x",b5,0)', 'INDIRECT("x")', 'SUM(区域)', '两处+1', 'SUM(表1[金额])', '[@金额]*2', 'SUM(首:尾!A1)', "SUM('表 1'!B1:'表 1'!B9)", 'SUM(B1:INDEX(B8:B9,2))', 'SUM(B1:IF(C1,B8,B9))', 'SUM((B1):(B9))', 'SUM(B1: B9)', 'SUM(税率:B9)'])('%s may depend on B5', (formula) => {
  expect(reachesB5(formula)).toBe(true);
});

test.each(['B4+1', 'SUM(B6:B9)', 'A:A', '"B5"', 'B51', 'LOG10(3)', '税率*2', '[1]表!B5', '别表!B5', 'TRUE', 'ROUND(C5*1.05,2)', 'TEXT(B4,"h:mm")', 'SUM(A1:A9,C1:C9)'])('%s does not depend on B5', (formula) => {
  expect(reachesB5(formula)).toBe(false);
});

test('a reference without a sheet means the formula\'s own', () => {
  expect(reachesB5('B5', '别表')).toBe(false);
});
