// Reports with faults planted in them: all of these are found, and nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reviewOf, told } from './report-text';

const PLANTED: Readonly<Record<string, readonly string[]>> = {
  'forestry.txt': ['report-count 5个', 'report-sum 958.36万元', 'report-comparison 0.8个百分点', 'report-conclusion 优'],
  'street-cleaning.txt': ['report-balance 45.28万元', 'report-sum 97.3分'],
  'city-library.txt': ['report-unit 0.96元', 'report-figure 521.66万元'],
  'basic-medicines.txt': ['report-rate 100%', 'report-rate 105%', 'report-conclusion 良好'],
  'justice-bureau.txt': ['report-overspending 16.2万元', 'report-adjustment 2022年未发生预算调整'],
  'media-centre.txt': ['report-date 2023年6月31日'],
  'flood-fund.txt': ['report-sum 800万元'],
  'united-front.txt': ['report-headcount 财政供养人员控制在编制以内', 'report-section 无。'],
};

test.each(Object.entries(PLANTED))('%s', (name, expected) => {
  const text = readFileSync(join(__dirname, 'planted', name), 'utf8').trimEnd();
  expect(reviewOf(text).findings.map(told)).toEqual(expected);
});
