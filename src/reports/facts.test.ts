import { documentOf } from './report-rule-tester';
import { readReport } from './reading';

const facts = (text: string): string[] => readReport(documentOf(text), []).facts.map(({ scope, measure, year, role, value, parent }) => `${scope ?? '?'} ${measure ?? '?'} ${year} ${role} ${value.toString()}${parent === null ? '' : ` in ${parent}`}`);

test('year, subject and side of the budget are carried on inside a sentence', () => {
  expect(facts('2024年度自评报告\n本年度公用经费3万元，上年度2万元，增加1万元。').slice(0, 2)).toEqual(['public spending 2024 level 30000', 'public spending 2023 level 20000']);
  expect(facts('2024年“三公”经费预算支出：公务接待费5元，公务用车运行费6元。')).toEqual(['reception budget 2024 level 5', 'vehicle-running budget 2024 level 6']);
  expect(facts('2024年公务接待费支出预算为5元，支出决算为3元。')).toEqual(['reception budget 2024 level 5', 'reception spending 2024 level 3']);
});

test('parts hang under what they are parts of, in two levels', () => {
  expect(facts('2024年支出100元，其中：基本支出60元，其中：人员经费50元，公用经费10元，项目支出40元。').map((line) => line.replace(/^.* level /, ''))).toEqual(['100', '60 in 0', '50 in 1', '10 in 1', '40 in 0']);
});

test('an explanation in brackets changes nothing behind them', () => {
  expect(facts('2024年下达专项资金124元（其中提前下达86元，第二批38元），项目总资金155元。').at(-1)).not.toContain(' in ');
});

test('what is left over, and another year, end a list of parts', () => {
  expect(facts('2024年支出100元，其中基本支出60元，项目支出40元；年末结余5元。').at(-1)).toBe('total balance 2024 level 5');
});

test('bare numbers take the unit that was declared', () => {
  expect(facts('单位：万元\n2024年收入12.5，支出3。')).toEqual(['total income 2024 level 125000', 'total spending 2024 level 30000']);
  expect(facts('2024年收入12.5，支出3。')).toEqual(['total income 2024 level 12.5']);
});

test('in a report on one project its money is all there is', () => {
  expect(facts('2024年科普专项经费绩效自评报告\n区财政安排科普经费项目资金28元，实际支出项目资金28元。')).toEqual(['total budget 2024 level 28', 'total spending 2024 level 28']);
});

test('under the heading of basic spending an unnamed amount is the basic spending', () => {
  expect(facts('2024年度部门整体自评报告\n（一）基本支出情况\n2024年实际支出66元。')).toEqual(['basic spending 2024 level 66']);
});
