// Blank lines between the paragraphs and a table of contents in front are how a report looks: it says the same with and without them.
import type { ReportDocument, ReportParagraph } from '../../src/model/report';
import { reviewReport } from '../../src/reports/review-report';
import { denseReports, documentOf, slipReports, told, trueReports } from './report-text';

const TITLED = /^(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]）)[^，。；]{1,30}$/;

/** A blank line behind each paragraph. */
const spaced = (text: string): ReportDocument => documentOf(text.replaceAll('\n', '\n\n'));

/** The headings with the numbers of their pages before the report itself, as Word's field or as people type them. */
function listed(text: string, part: 'contents' | 'body', leader: string): ReportDocument {
  const headings = text.split('\n').filter((line) => TITLED.test(line));
  const contents = headings.map((line, i): Omit<ReportParagraph, 'index'> => ({ part, text: `${line}${leader}${String(i + 1)}`, label: '', outline: null, bold: false }));
  return { ...documentOf(text), paragraphs: [...contents, ...documentOf(text).paragraphs].map((paragraph, index) => ({ ...paragraph, index })) };
}

const said = (document: ReportDocument): readonly string[] => reviewReport(document, []).findings.map((finding) => `${told(finding)}: ${finding.message}`);

const texts = [...trueReports(), ...denseReports(), ...slipReports().map(({ name, slips }) => [name, slips.at(-1)?.text ?? ''] as const), ...slipReports().map(({ name, wrong }) => [`${name}, all slips`, wrong] as const)];

test.each(texts)('%s', (_, text) => {
  const plain = said(documentOf(text));
  expect(said(spaced(text))).toEqual(plain);
  expect(said(listed(text, 'contents', '\t'))).toEqual(plain);
  expect(said(listed(text, 'body', '………………'))).toEqual(plain);
  expect(said(listed(text, 'body', '\t'))).toEqual(plain);
});

test('a place is told by its paragraph in the document, blank ones counted', () => {
  const [finding] = reviewReport(documentOf('某局2023年度部门整体支出绩效自评报告\n\n一、基本情况\n\n\n全年预算100万元，支出80万元，结余30万元。'), []).findings;
  expect(finding?.places[0]).toMatchObject({ paragraph: 5, quote: '30万元', under: '一、基本情况' });
});
