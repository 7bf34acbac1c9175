import { reviewWorkbook } from '../review/review-workbook';
import { countCauses, openChains } from '../review/causes';
import { findingKey } from '../model/finding';
import { fileText } from '../exports/text';
import { fileReviewOf } from '../review/file-review';
import { sampleSnapshot } from '../../test/pane/sample';
import { exampleGrid } from '../rules/example';
import { sayIn } from './catalogue';
import { lineText, opinionOf, opinionText } from './opinion';
import { countsText, summarise } from './summary';

const review = reviewWorkbook(sampleSnapshot());
const [table] = review.tables;
if (!table) throw new Error('the sample has no table');
const counted = countCauses(table.findings);

test('the sample has causes with followers, so that the tests below can fail', () => {
  expect(counted.follows).toBeGreaterThan(0);
  expect(counted.errors).toBeLessThan(table.findings.filter(({ severity }) => severity === 'error').length + counted.follows);
});

test('a verdict line counts causes and says apart what follows from them, in the numbers of the command line', () => {
  const { errors, verify, follows } = counted;
  expect(countsText(summarise(review), sayIn('zh-CN'))).toBe(`${errors} 处错误、${verify} 处待核实，另有由此引起 ${follows} 处`);
  expect(countsText(summarise(review), sayIn('en-US'))).toBe(`${errors} errors, ${verify} to verify, and ${follows} more that ${follows === 1 ? 'follows' : 'follow'} from them`);
  const line = fileText(fileReviewOf('a.xlsx', review), { colour: false, width: null, quiet: true });
  expect(line).toContain(`错误 ${errors}，核实 ${verify}`);
  expect(line).toContain(`由此引起 ${follows}`);
});

test('an opinion numbers causes, names below each what follows from it, and adds up to the same', () => {
  const opinion = opinionOf(review, table, '示例.xlsx', '2024-03-15');
  const { errors, verify, follows } = counted;
  expect(opinion.conclusion).toBe(`审核结论：未通过。错误 ${errors} 处，请更正；待核实 ${verify} 处，请核实或书面说明。另有由此引起 ${follows} 处。`);
  expect(opinion.lines.map(({ number }) => number)).toEqual(opinion.lines.map((_, at) => at + 1));
  expect(opinion.rest).toBe(`其余 ${errors + verify - opinion.lines.length} 处没有列出，见核查结果。`);
  const chains = openChains(table.findings);
  for (const [at, line] of opinion.lines.entries()) {
    expect(line.follows).toHaveLength(chains[at]?.follows.length ?? 0);
    if (line.follows.length > 0) expect(lineText(line)).toContain(`由此引起：${line.follows.join('、')}。`);
  }
  expect(opinionText(opinion)).toContain('由此引起：');
});

test('nothing found in a table that was not read is no praise', () => {
  const opinion = opinionOf(review, { ...table, findings: [], verdict: 'not-checked' }, '', '2024-03-15');
  expect(opinion.conclusion).toBe('审核结论：未核查。表中有内容没有核查，不能认定没有问题。');
  const unread = { ...review, findings: [], tables: [{ ...table, findings: [], verdict: 'not-checked' as const }] };
  expect([countsText(summarise(unread), sayIn('zh-CN')), countsText(summarise(unread), sayIn('en-US'))]).toEqual(['有内容没有核查，不能认定没有问题', 'some of it could not be checked, so problems cannot be ruled out']);
  expect(countsText(summarise({ ...unread, tables: [{ ...table, findings: [], verdict: 'clean' }] }), sayIn('zh-CN'))).toBe('没有发现需要处理的问题');
});

test('the opinion goes to the unit that filled the table in, not to the department over it, which the form names first', () => {
  const [first] = table.table.fields.filter(({ name }) => /单位|部门/.test(name));
  expect(first?.name).toBe('主管部门');
  expect(opinionOf(review, table, '', '2024-03-15').facts).toContainEqual(['单位', '湖南省青石市临溪区科学技术协会']);
});

test('short findings fill a page by many, long ones by few: what is not on it is counted', () => {
  const [one] = openChains(table.findings);
  if (!one) throw new Error('the sample has findings');
  const of = (message: string) => {
    const findings = Array.from({ length: 40 }, (_, at) => ({ ...one.finding, cells: [`A${at + 1}`], message, because: null }));
    const { lines, rest } = opinionOf(review, { ...table, findings }, '示例.xlsx', '2024-03-15');
    return [lines.length, rest];
  };
  expect(of('填报有误。')).toEqual([25, '其余 15 处没有列出，见核查结果。']);
  expect(of('长'.repeat(100))).toEqual([8, '其余 32 处没有列出，见核查结果。']);
});

test('an error that follows from something to verify still makes the verdict', () => {
  const [cause] = openChains(table.findings.filter(({ severity }) => severity === 'verify'));
  const slip = table.findings.find(({ severity }) => severity === 'error');
  if (!cause || !slip) throw new Error('the sample has both');
  const findings = [{ ...cause.finding, because: null }, { ...slip, because: findingKey(cause.finding) }];
  const { verdict, counts } = summarise({ tables: [], findings: findings.map((finding) => ({ ...finding, sheet: 'a' })), remarks: [] });
  expect([verdict, counts.verify, counts.errors, counts.follows]).toEqual(['errors', 1, 0, 1]);
});

test('what contradicts another table stands in the opinion of its own', () => {
  const two = reviewWorkbook({ ...sampleSnapshot(), grids: [exampleGrid({ base: 'project', sheet: '自评表' }), exampleGrid({ base: 'project', sheet: '上报表', cells: { K6: 9, I20: 99 } })] });
  expect(two.findings.map(({ rule, sheet }) => [rule, sheet])).toEqual([['cross-table', '上报表']]);
  const [clean, wrong] = two.tables.map((one) => opinionText(opinionOf(two, { ...one, findings: [], verdict: 'clean' }, '', '2024-03-15')));
  expect(clean).toContain('审核结论：通过。没有发现需要处理的问题。');
  expect(wrong).toContain('审核结论：未通过。错误 1 处，请更正。');
  expect(wrong).toMatch(/1\. [A-Z]+\d+（错误）/);
});
