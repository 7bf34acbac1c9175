/** @jest-environment jsdom */
import { REPORT_SCRIPT } from './html-report-page';
import { table } from './html-table';

test('figures are sorted by what they are worth, words as words, blanks last either way', () => {
  const lines = [['乙', '98.25'], ['甲', '-10'], ['丙', ''], ['丁', '98.5'], ['戊', '-5'], ['己', '100']] as const;
  document.body.innerHTML = `<input id="filter"><select id="word"></select><span id="left"></span>${table('by-table', '各表', [{ title: '单位', html: ([unit]) => unit }, { title: '得分', html: ([, score]) => score, number: true }], lines)}`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the page's own script, as it stands in the page
  (new Function(REPORT_SCRIPT) as () => void)();
  const [, score] = Array.from(document.querySelectorAll<HTMLButtonElement>('thead button'));
  const shown = (): readonly string[] => Array.from(document.querySelectorAll('tbody tr'), (row) => row.lastElementChild?.textContent ?? '');
  score?.click();
  expect(shown()).toEqual(['-10', '-5', '98.25', '98.5', '100', '']);
  score?.click();
  expect(shown()).toEqual(['100', '98.5', '98.25', '-5', '-10', '']);
});
