// Cells as long as Excel allows, full of what patterns look for: a pattern that tries every beginning of a run would not come to an end in this life.
import { exampleGrid } from '../../src/rules/example';
import { reviewWorkbook } from '../../src/review/review-workbook';
import type { WorkbookSnapshot } from '../../src/model/grid';

const LONGEST = 32_767;
const RUNS = ['1', '0', '1.', '1 ', '1-', '1,', '*', '、', '，', '；', '：', '…', '—', 'X', '%', '(', '（', ' ', '目标1.', '第', '每', '≥1', '1分；', '12月', '百分比'];

/** Every fifth text of a form, so that each kind of cell gets one in some run, ending in what makes a trailing run none. */
function withLongTexts(run: string, from: number): WorkbookSnapshot {
  const text = `${run.repeat(LONGEST)}`.slice(0, LONGEST - 2) + 'x元';
  const grid = exampleGrid({ base: 'project' });
  const cells = grid.cells.map((cell, at) => (at % 5 === from ? { ...cell, value: text, text } : cell));
  return { format: 'xlsx', grids: [{ ...grid, cells }], definedNames: [], remarks: [] };
}

test.each(RUNS)('a form with cells full of %j is reviewed to its end', (run) => {
  for (const from of [0, 1, 2, 3, 4]) {
    const review = reviewWorkbook(withLongTexts(run, from), {});
    expect([...review.remarks, ...review.tables.flatMap(({ remarks }) => remarks)].filter((remark) => remark.includes('程序内部出错'))).toEqual([]);
  }
});
