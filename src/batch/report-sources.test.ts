import { p, read } from '../../test/word/make-docx';
import { corpusTables, toSnapshot } from '../../test/corpus/workbooks';
import type { FileReview } from '../model/review';
import { fileReviewOf } from '../review/file-review';
import { reviewWorkbook } from '../review/review-workbook';
import { sourcesOf } from './report-sources';

const unitIn = ({ review }: FileReview): string => review?.tables[0]?.table.fields.find(({ name }) => /单位/.test(name))?.entry.text ?? '';
const books = corpusTables().map((table) => fileReviewOf(`${table.id}.xlsx`, reviewWorkbook(toSnapshot([table]))));
const book = books.find((one) => unitIn(one).length > 6) ?? { file: '', status: 'no-table', reason: null, review: null };
const unit = unitIn(book);

test('the corpus names its unit', () => {
  expect(unit.length).toBeGreaterThan(3);
});

test('a report that names the unit is compared with its tables', () => {
  const { sources, against, remarks } = sourcesOf(read(p(`${unit}2024年度绩效自评报告`)), [], [book], false);
  expect(against).toEqual([book.file]);
  expect(sources.map(({ file }) => file)).toEqual([book.file]);
  expect(remarks).toEqual([]);
});

test('a report of somebody else is compared with nothing, and it is said', () => {
  const { sources, remarks } = sourcesOf(read(p('乌有市子虚局绩效自评报告')), [], [book], false);
  expect(sources).toEqual([]);
  expect(remarks).toEqual(['同一文件夹的 1 个工作簿里没有与报告同一单位或项目的表，没有对照。']);
});

test('nothing is asked of workbooks that were named for the report', () => {
  expect(sourcesOf(read(p('乌有市子虚局绩效自评报告')), [], [book], true).against).toEqual([book.file]);
});
