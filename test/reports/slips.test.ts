// Reports with slips written beside what is right, {{right|wrong}}: as they stand they are silent; of the slips, made one at a time, nine in ten are found where they stand.
import { reviewOf, slipReports, told } from './report-text';

const reports = slipReports();

test.each(reports)('$name is silent where nothing is wrong', ({ right, grids }) => {
  expect(reviewOf(right, grids).findings.map((finding) => `${told(finding)}: ${finding.message}`)).toEqual([]);
});

test('of the slips, seven in eight are found in their paragraph', () => {
  const missed: string[] = [];
  let all = 0;
  for (const { name, slips, grids } of reports) {
    for (const { text, line, what } of slips) {
      all++;
      if (!reviewOf(text, grids).findings.some(({ places }) => places.some(({ paragraph }) => paragraph === line))) missed.push(`${name}: ${what}`);
    }
  }
  expect(all).toBeGreaterThan(300);
  // Some cannot be known from the report alone: another number of offices, another height of a rate whose figures are not given.
  expect(missed.length / all).toBeLessThan(1 / 8);
});
