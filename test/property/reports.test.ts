// What must hold for any report, whatever its figures, the order of its sections and the width of its characters.
import fc from 'fast-check';
import type { ReportReview } from '../../src/model/report';
import { reviewOf } from '../reports/report-text';
import { reportSpec, sectionsOf, textOf } from './report-texts';

const loud = (review: ReportReview): string[] => review.findings.map(({ rule, message }) => `${rule} ${message}`);
/** What is said about which values, without places and spelling. */
const said = (review: ReportReview): string[] => review.findings.map(({ rule, severity }) => `${rule} ${severity}`).sort();

test('a report that is right in every figure is silent, and most of its figures are checked', () => {
  fc.assert(fc.property(reportSpec, (spec) => {
    const review = reviewOf(textOf(spec));
    expect(loud(review)).toEqual([]);
    const checked = review.figures.filter(({ state }) => state === 'holds').length;
    expect(checked / review.figures.length).toBeGreaterThan(0.9);
  }), { numRuns: 120 });
});

/** Another leading digit: never a rounding, never the same figure. */
const alter = (quote: string): string => quote.replace(/[1-9]/, (digit) => String((Number(digit) % 9) + 1));

test('one altered figure is found where it stands', () => {
  fc.assert(fc.property(reportSpec, fc.nat(), (spec, pick) => {
    const text = textOf(spec);
    const figures = reviewOf(text).figures.filter(({ state, kind }) => state === 'holds' && kind !== 'rate');
    const figure = figures[pick % figures.length];
    if (!figure) return;
    const { paragraph, start, end, quote } = figure.place;
    const lines = text.split('\n');
    const line = lines[paragraph] ?? '';
    const review = reviewOf(lines.with(paragraph, line.slice(0, start) + alter(quote) + line.slice(end)).join('\n'));
    expect(review.findings.length).toBeGreaterThan(0);
    expect(review.findings.some(({ places }) => places.some((place) => place.paragraph === paragraph))).toBe(true);
  }), { numRuns: 150 });
});

test('the order of sections does not matter', () => {
  fc.assert(fc.property(reportSpec, fc.nat(), fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 }), (spec, pick, order) => {
    const sections = sectionsOf({ ...spec, order: [0, 1, 2, 3, 4, 5] });
    const slipped = sections.map((section, i) => (i === pick % 2 + 1 ? section.replace(/(\d)(?=(?:\.\d+)?(?:万)?元)/, (digit) => String((Number(digit) + 4) % 10)) : section));
    const inOrder = reviewOf(textOf(spec, slipped));
    expect(inOrder.findings.length).toBeGreaterThan(0);
    expect(said(reviewOf(textOf(spec, order.map((i) => slipped[i] ?? ''))))).toEqual(said(inOrder));
  }), { numRuns: 60 });
});

test('full-width digits and signs, blanks and kinds of quotation marks do not matter', () => {
  fc.assert(fc.property(reportSpec, fc.boolean(), (spec, slip) => {
    const text = slip ? textOf(spec).replace(/其中：人员经费\d/, (words) => words.slice(0, -1) + String((Number(words.at(-1)) + 5) % 10)) : textOf(spec);
    const wide = text.replace(/[\d.%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replaceAll('，', '， ').replaceAll('万元', ' 万元').replace(/[“”]/g, '"').replaceAll('％', '﹪');
    expect(said(reviewOf(wide))).toEqual(said(reviewOf(text)));
    expect(reviewOf(wide).figures.map(({ value, state }) => `${value?.toString() ?? ''} ${state}`)).toEqual(reviewOf(text).figures.map(({ value, state }) => `${value?.toString() ?? ''} ${state}`));
  }), { numRuns: 80 });
});

test('any text is reviewed without an error, and every finding quotes words of the report', () => {
  const piece = fc.constantFrom('2022年', '上年', '基本支出', '项目支出', '三公经费', '其中：', '，', '。', '；', '、', '（', '）', '万元', '元', '%', '人', '分', '12.5', '0', '1,234', '增加', '减少', '持平', '占', '执行率', '结余', '预算', '优秀等次', '3个', '分别为', '\n', '一、', '2、', '与', '的', '10万元', '得分95分', '由', '构成', '未进行预算调整');
  fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
    const text = pieces.join('');
    const lines = text.split('\n');
    for (const { places } of reviewOf(text).findings) {
      expect(places.length).toBeGreaterThan(0);
      for (const { paragraph, start, end, quote } of places) expect(lines[paragraph]?.slice(start, end)).toBe(quote);
    }
  }), { numRuns: 400 });
});
