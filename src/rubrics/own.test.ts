// A bureau's rubric: what is accepted, and in which words the rest is refused.
import type { Rubric } from '../model/rubric';
import { RUBRICS, findRubric } from './catalogue';
import { complaintsAbout, readRubric } from './own';

const national = findRubric('mof-2020') as Rubric;
const own = (change: Partial<Record<keyof Rubric, unknown>> = {}): object => ({ ...national, id: 'bureau-2026', title: '某市财政局口径', issuer: '某市财政局', ...change });
const sentences = (value: unknown): readonly string[] => complaintsAbout(value).map(({ sentence }) => sentence);

test('a copy of every shipped rubric under another id is accepted', () => {
  for (const rubric of RUBRICS) expect(sentences({ ...rubric, id: 'bureau-2026', version: '2026.1', base: rubric.id })).toEqual([]);
});

test('severities, required fields and a version belong to a rubric', () => {
  const read = readRubric(own({ severities: { 'weight-scheme': 'off', 'unit-mismatch': 'hint' }, required: ['联系电话'], version: '2026.1', base: 'mof-2020' }));
  expect(read.ok && read.rubric.severities).toEqual({ 'weight-scheme': 'off', 'unit-mismatch': 'hint' });
  expect(sentences(own({ severities: { 'unit-mismatch': 'fatal' } }))).toEqual(['“问题级别·unit-mismatch”不合要求，请改正。']);
});

test.each([
  ['the id of a shipped one', own({ id: 'mof-2020' }), '编号“mof-2020”是内置口径的，请换一个，例如 mof-2020-own。'],
  ['weights that do not reach the total', own({ weights: { ...national.weights, value: [{ aspect: 'output', name: '产出指标', weight: 60 }, { aspect: 'outcome', name: '效益指标', weight: 30 }] } }), '一级指标分值合计为90，与总分值 100 不符，请改正。'],
  ['a range turned round', own({ weights: { ...national.weights, value: [{ aspect: 'output', name: '产出指标', weight: [60, 50] }] } }), '“产出指标”的分值下限高于上限，请改正。'],
  ['an end before the beginning', own({ from: 2024, until: 2023 }), '截止年度 2023 早于起始年度 2024，请改正。'],
  ['grades out of order', own({ grades: { value: [{ name: '良', from: 80 }, { name: '优', from: 90 }], standing: 'assumed', source: '自定' } }), '等级要由高到低，每一等的起点分都低于前一等，请改正。'],
  ['bands with a gap', own({ qualitative: { value: [{ label: '达成', low: 0.8, high: 1 }, { label: '未达成', low: 0, high: 0.6 }], standing: 'assumed', source: '自定' } }), '定性分档要从 100% 到 0% 由高到低首尾相接，请改正。'],
  ['a missing value', Object.fromEntries(Object.entries(own()).filter(([key]) => key !== 'rounding')), '缺少“小数位数”，请补上。'],
  ['a quote without words', own({ rounding: { value: 2, standing: 'quoted', source: '某文' } }), '缺少“原文”，请补上。'],
  ['a share above the whole', own({ reasons: { ...national.reasons, value: { ...national.reasons.value, executionBelow: 90 } } }), '“须说明的情形·执行率的界限”请填 0 到 100% 之间的数。'],
])('%s is refused with a sentence', (_, value, sentence) => expect(sentences(value)).toEqual([sentence]));

test.each([null, 3, '口径', [], { ...own(), padding: 'x'.repeat(300_000) }, JSON.parse('{"__proto__": {"id": 1}}'), JSON.parse(`{"id": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`)])('what is no rubric is refused without an exception: %#', (value) => expect(sentences(value).length).toBeGreaterThan(0));
