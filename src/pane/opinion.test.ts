import { reviewWorkbook } from '../review/review-workbook';
import { countCauses, openChains } from '../review/causes';
import { findingKey } from '../model/finding';
import { fileText } from '../exports/text';
import { fileReviewOf } from '../review/file-review';
import { sampleSnapshot } from '../../test/pane/sample';
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
  const opinion = opinionOf(table, '示例.xlsx', '2024-03-15');
  const { errors, verify, follows } = counted;
  expect(opinion.conclusion).toBe(`审核结论：未通过。错误 ${errors} 处，请更正；待核实 ${verify} 处，请核实或书面说明。另有由此引起 ${follows} 处。`);
  expect(opinion.lines).toHaveLength(Math.min(16, errors + verify));
  const chains = openChains(table.findings);
  for (const [at, line] of opinion.lines.entries()) {
    expect(line.follows).toHaveLength(chains[at]?.follows.length ?? 0);
    if (line.follows.length > 0) expect(lineText(line)).toContain(`由此引起：${line.follows.join('、')}。`);
  }
  expect(opinionText(opinion)).toContain('由此引起：');
});

test('an error that follows from something to verify still makes the verdict', () => {
  const [cause] = openChains(table.findings.filter(({ severity }) => severity === 'verify'));
  const slip = table.findings.find(({ severity }) => severity === 'error');
  if (!cause || !slip) throw new Error('the sample has both');
  const findings = [{ ...cause.finding, because: null }, { ...slip, because: findingKey(cause.finding) }];
  const { verdict, counts } = summarise({ tables: [], findings: findings.map((finding) => ({ ...finding, sheet: 'a' })), remarks: [] });
  expect([verdict, counts.verify, counts.errors, counts.follows]).toEqual(['errors', 1, 0, 1]);
});
