import type { FileReview } from '../model/review';
import { exampleGrid, type Form } from '../rules/example';
import { reviewWorkbook } from '../review/review-workbook';
import { counted, EMPTY_TALLY, fileText, summaryText } from './text';
import { widthOf } from './text-width';

const PLAIN = { colour: false, width: null, quiet: false };

function checked(...forms: readonly Form[]): FileReview {
  const review = reviewWorkbook({ format: 'xlsx', grids: forms.map(exampleGrid), definedNames: [], remarks: [] });
  return { file: '表.xlsx', status: 'checked', reason: null, review };
}

const WRONG: Form = { base: 'project', cells: { F6: 100, F7: 80, I6: '100%' } };

describe('fileText', () => {
  it('says the verdict in the first line of a table and both totals in the second', () => {
    const [, verdict, score] = fileText(checked(WRONG), PLAIN).split('\n');
    expect(verdict).toMatch(/^ {2}✗ 未通过 .*自评表.* · 错误 1，核实 1（另有由此引起 3）$/);
    expect(score).toMatch(/自评 100 分 │ 复核 98 分/);
  });

  it('numbers what stands alone and hangs what follows under it', () => {
    const lines = fileText(checked(WRONG), PLAIN).split('\n');
    const at = lines.findIndex((line) => line.includes('1. 错误 I6'));
    const below = lines.slice(at + 1).filter((line) => line.includes('└'));
    expect(below.map((line) => /└ \S+ (\w+)/.exec(line)?.[1])).toEqual(['K6', 'I20', 'I6']);
    expect(below.map((line) => line.indexOf('└'))).toEqual([7, 9, 7]);
  });

  it('gives the verdict only when asked to be quiet', () => {
    expect(fileText(checked(WRONG), { ...PLAIN, quiet: true }).trimEnd().split('\n')).toHaveLength(2);
  });

  it('stays inside the terminal, in columns and not in characters', () => {
    for (const width of [60, 80, 100]) {
      // A closing sign may stand out by its own width.
      for (const line of fileText(checked(WRONG), { ...PLAIN, width }).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width + 2);
    }
  });

  it('colours only when told to, and lets no control character out of a workbook through', () => {
    const evil: Form = { base: 'project', sheet: '表\u001b[2J', cells: { D13: '道路\u001b]0;x\u0007里程', G13: '10公里' } };
    expect(fileText(checked(evil), PLAIN)).not.toMatch(/[^\P{Cc}\n]/u);
    const coloured = fileText(checked(evil), { ...PLAIN, colour: true });
    expect(coloured).toContain('\u001b[31m');
    expect(coloured.split('\u001b').slice(1).filter((piece) => !/^\[\d+m/.test(piece))).toEqual([]);
    expect(coloured.replaceAll('\u001b', '')).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('gives the reason of a file that could not be checked', () => {
    expect(fileText({ file: 'a.xlsx', status: 'unreadable', reason: '文件已损坏。', review: null }, PLAIN)).toBe('a.xlsx\n  – 未核查  文件已损坏。\n');
  });
});

describe('summaryText', () => {
  it('counts tables by verdict and files that could not be checked', () => {
    const files: FileReview[] = [checked(WRONG, { base: 'project', sheet: '另一张' }), { file: 'b.xlsx', status: 'unreadable', reason: '坏。', review: null }];
    expect(summaryText(files.reduce(counted, EMPTY_TALLY))).toBe('共 2 个文件，2 张表：未通过 1，通过 1；1 个文件未能核查。\n');
  });
});
