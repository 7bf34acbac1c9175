// Reports that are right in every figure are silent; an altered figure among those that were checked is found where it stands.
import type { ReportFigure } from '../../src/model/report';
import { denseReports, reviewOf, told, trueReports, trueSentences } from './report-text';

describe.each([...trueReports(), ...denseReports()])('%s', (_, text) => {
  test('gives no finding', () => {
    expect(reviewOf(text).findings.map((finding) => `${told(finding)}: ${finding.message}`)).toEqual([]);
  });

  test('has figures that hold', () => {
    expect(reviewOf(text).figures.filter(({ state }) => state === 'holds').length).toBeGreaterThanOrEqual(3);
  });

  test('says the same with full-width digits, full-width signs and blanks', () => {
    const wide = text.replace(/[\d.%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replace(/万元/g, ' 万元').replace(/(，)/g, '$1 ');
    const values = (figures: readonly ReportFigure[]): string[] => figures.map(({ kind, value, state }) => `${kind} ${value?.toString() ?? ''} ${state}`);
    expect(values(reviewOf(wide).figures)).toEqual(values(reviewOf(text).figures));
    expect(reviewOf(wide).findings).toEqual([]);
  });
});

test.each(trueSentences())('%s', (sentence) => {
  const text = `2023年度某某局部门整体支出绩效自评报告\n一、基本情况\n${sentence}`;
  expect(reviewOf(text).findings.filter(({ rule }) => rule !== 'report-section').map((finding) => `${told(finding)}: ${finding.message}`)).toEqual([]);
});

/** Another digit in the second place, or in the first of short figures; null where that gives no other figure. */
function altered(quote: string): string | null {
  const digits = [...quote.matchAll(/\d/g)];
  const at = digits.length > 2 ? digits[1] : digits[0];
  if (!at || (at === digits[0] && at[0] === '7')) return null;
  return quote.slice(0, at.index) + String((Number(at[0]) + 3) % 10) + quote.slice(at.index + 1);
}

test('of the figures that hold, nine in ten are found when one digit is altered, at their place', () => {
  let all = 0;
  let found = 0;
  const astray: string[] = [];
  for (const [name, text] of trueReports()) {
    const lines = text.split('\n');
    for (const { place, kind, state } of reviewOf(text).figures) {
      // A single score or grade has nothing beside it that tells.
      if (state !== 'holds' || kind === 'score' || kind === 'count') continue;
      const wrong = altered(place.quote);
      if (wrong === null) continue;
      const line = lines[place.paragraph] ?? '';
      const findings = reviewOf(lines.with(place.paragraph, line.slice(0, place.start) + wrong + line.slice(place.end)).join('\n')).findings;
      all++;
      if (findings.length === 0) continue;
      found++;
      if (!findings.some(({ places }) => places.some((one) => one.paragraph === place.paragraph && one.start <= place.start && one.end > place.start))) astray.push(`${name}: ${place.quote} in ${line.slice(0, 40)}`);
    }
  }
  expect(all).toBeGreaterThan(300);
  expect(found / all).toBeGreaterThan(0.9);
  expect(astray).toEqual([]);
});
