// The form of a rubric: what was not touched is kept to the letter, what is typed wrong is told at its field.
import type { Rubric } from '../model/rubric';
import { findRubric, RUBRICS } from '../rubrics/catalogue';
import { complaintsAt, copyOf, readForm, type RubricForm } from './rubric-form';

const national = findRubric('mof-2020') as Rubric;
const typed = (change: Partial<RubricForm>) => readForm({ ...copyOf(national, []), ...change }, national);

test('a copy of every shipped rubric is right as it is, and keeps every value with what it rests on', () => {
  for (const rubric of RUBRICS) {
    const { rubric: copy, complaints } = readForm(copyOf(rubric, []), rubric);
    expect(complaints).toEqual([]);
    expect(copy).toEqual({ ...rubric, id: `${rubric.id}-own`, title: `${rubric.title}（修改）`, version: '1', base: rubric.id });
  }
});

test('ids in use are not given twice', () => expect(copyOf(national, ['mof-2020-own', 'mof-2020-own-2']).id).toBe('mof-2020-own-3'));

test('a changed value is 推定 until its words are given, and 原文 then', () => {
  const above = { above: '20％', deduct: 'allowed' as const };
  expect(typed(above).rubric?.overshoot).toEqual({ value: { above: 0.2, deduct: 'allowed' }, standing: 'assumed', source: '财政部 财预〔2020〕10号' });
  const quotes = { ...copyOf(national, []).quotes, overshoot: '超过 20% 的酌情扣分' };
  expect(typed({ ...above, quotes }).rubric?.overshoot).toMatchObject({ standing: 'quoted', quote: '超过 20% 的酌情扣分' });
});

test('full-width digits, a per cent sign and ranges are understood', () => {
  const weights = [{ name: '产出指标', aspect: 'output' as const, weight: '４０～50' }, { name: '效益指标', aspect: 'outcome' as const, weight: '50' }];
  const { rubric } = typed({ weights, executionBelow: '８５%', required: '联系电话、填报人\n填报人' });
  expect(rubric?.weights?.value.map(({ weight }) => weight)).toEqual([[40, 50], 50]);
  expect(rubric?.reasons.value.executionBelow).toBe(0.85);
  expect(rubric?.required).toEqual(['联系电话', '填报人']);
});

test.each<[string, Partial<RubricForm>, string]>([
  ['a word for a weight', { weights: [{ name: '产出指标', aspect: 'output', weight: '五十' }] }, 'weights'],
  ['a year that is none', { from: '去年' }, 'from'],
  ['an end that is none', { until: '以后' }, 'until'],
  ['a share that is none', { above: '很多' }, 'overshoot'],
  ['a rate above the whole', { executionBelow: '900' }, 'reasons'],
  ['bands in disorder', { bands: [{ label: '达成', low: '60' }, { label: '部分达成', low: '80' }, { label: '未达成', low: '0' }] }, 'qualitative'],
  ['grades in disorder', { grades: [{ name: '良', from: '80' }, { name: '优', from: '90' }] }, 'grades'],
  ['decimals that are none', { rounding: '两位' }, 'rounding'],
  ['no kind of table', { kinds: [] }, 'kinds'],
  ['an id with Chinese in it', { id: '本市' }, 'id'],
  ['a title of two characters', { title: '口径' }, 'title'],
])('%s is told at its field', (_, change, field) => {
  const { rubric, complaints } = typed(change);
  expect(rubric).toBeNull();
  expect(complaintsAt(complaints, field)).toHaveLength(1);
  expect(complaints).toHaveLength(1);
});

test.each<[string, Partial<RubricForm>, string]>([
  ['points in words', { weights: [{ name: '产出指标', aspect: 'output', weight: '五十' }] }, '“一级指标分值·第 1 项·分值”请填数字，例如 30；有幅度的写 30–40。'],
  ['a group without a name', { weights: [{ name: '', aspect: 'output', weight: '100' }] }, '“一级指标分值·第 1 项·名称”不能空着，请写上。'],
  ['a share in words', { above: '很多' }, '“超额完成·须说明的界限”请填百分数，例如 30%。'],
  ['a rate above the whole', { executionBelow: '900' }, '“须说明的情形·执行率的界限”请填 0 到 100% 之间的数。'],
  ['a grade that begins nowhere', { grades: [{ name: '良', from: '八十' }] }, '“等级·第 1 项·起点分”请填数字，例如 90。'],
])('%s: the complaint says in Chinese what is wanted', (_, change, sentence) => expect(typed(change).complaints.map((one) => one.sentence)).toEqual([sentence]));
