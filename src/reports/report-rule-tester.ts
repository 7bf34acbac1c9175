// Runs a report rule's examples along the real road and refuses weak rules: each refusal is one sentence.
import type { ReportDocument, ReportFinding } from '../model/report';
import { exampleGrid } from '../rules/example';
import { reviewWorkbook } from '../review/review-workbook';
import type { ReportExample, ReportRule } from './report-rule';
import { reviewReport } from './review-report';
import type { TableSource } from './table-source';

/** A report of plain paragraphs, one a line. */
export function documentOf(text: string): ReportDocument {
  return { format: 'text', paragraphs: text.split('\n').map((line, index) => ({ index, part: 'body', text: line, label: '', outline: null, bold: false })), tables: [], remarks: [] };
}

function sourcesOf(example: ReportExample): readonly TableSource[] {
  if (!example.form) return [];
  const { base, cells } = example.form;
  const review = reviewWorkbook({ format: 'xlsx', grids: [exampleGrid({ base, ...(cells ? { cells } : {}) })], definedNames: [], remarks: [] });
  return review.tables.map((table) => ({ file: null, review: table }));
}

/** Every reason why the rule is not good enough; empty when it is. */
export function refusals(rule: ReportRule): readonly string[] {
  const refused: string[] = [];
  if (!/^report(-[a-z0-9]+)+$/.test(rule.id)) refused.push(`the id ${rule.id} does not begin with report-`);
  for (const [what, text] of [['title', rule.title], ['why', rule.why], ['basis', rule.basis.clause], ...Object.entries(rule.messages)] as const) {
    if (!/\p{Script=Han}/u.test(text)) refused.push(`${what} says nothing in Chinese`);
  }
  if (!rule.examples.some(({ findings }) => findings.length > 0)) refused.push('no example shows the rule firing');
  if (!rule.examples.some(({ findings }) => findings.length === 0)) refused.push('no example shows the rule staying silent');
  return [...refused, ...rule.examples.flatMap((example) => refuseExample(rule, example))];
}

function refuseExample(rule: ReportRule, example: ReportExample): readonly string[] {
  const found = reviewReport(documentOf(example.text), sourcesOf(example), [rule]).findings;
  const line = (quote: string, severity: string, message: string): string => `${severity} ${quote} ${message}`;
  const expected = example.findings.map((one) => line(one.quote, one.severity ?? rule.severity, one.message));
  const received = found.map((one) => line(one.places[0]?.quote ?? '', one.severity, one.message));
  return [
    ...expected.filter((one) => !received.includes(one)).map((one) => `${example.shows}: promised but not found: ${one}`),
    ...received.filter((one) => !expected.includes(one)).map((one) => `${example.shows}: found but not promised: ${one}`),
    ...found.flatMap((finding) => refuseFinding(finding).map((reason) => `${example.shows}: ${reason}`)),
  ];
}

function refuseFinding({ places, message, expected, received }: ReportFinding): readonly string[] {
  return [
    ...(places.length === 0 || places[0]?.quote === '' ? ['a finding points to no words'] : []),
    ...[expected, received].flatMap((side) => (side !== null && !message.includes(side) ? [`the message does not name ${side}: ${message}`] : [])),
  ];
}
