// A bureau's own rubric in the review: it judges, it weighs findings, it asks for fields, and two bureaus may contradict each other.
import type { Rubric } from '../model/rubric';
import type { TableReview } from '../model/review';
import { findRubric } from '../rubrics/catalogue';
import { exampleGrid, type Form } from '../rules/example';
import { reviewWorkbook } from './review-workbook';

const national = findRubric('mof-2020') as Rubric;
const own = (id: string, change: Partial<Rubric> = {}): Rubric => ({ ...national, id, title: `${id} 口径`, version: '2026.1', base: national.id, ...change });
function reviewed(form: Form, rubrics: readonly Rubric[], rubric: string | null = null): TableReview {
  const [table] = reviewWorkbook({ format: 'xlsx', grids: [exampleGrid(form)], definedNames: [], remarks: [] }, { rubrics, rubric }).tables;
  if (!table) throw new Error('the form was not read');
  return table;
}
/** 12 for a target of 5, and points taken off for it. */
const FAR: Form = { base: 'project', cells: { D13: '组织宣传活动', F13: '≥5次', G13: '12次', I13: 16, I20: 96 } };
const rules = ({ findings }: TableReview): readonly string[] => findings.map(({ rule }) => rule);

test('a bureau that deducts above 130 % and one that never does judge the same table differently, each by its own clause', () => {
  const deducts = own('deducts', { overshoot: { value: { above: 0.3, deduct: 'allowed' }, standing: 'quoted', source: '甲局文', quote: '超过指标值 30% 的酌情扣分' } });
  const never = own('never', { overshoot: { value: { above: null, deduct: 'none' }, standing: 'quoted', source: '乙局文', quote: '超额完成不扣分' } });
  expect(rules(reviewed(FAR, [deducts]))).toEqual(['overshoot-unexplained']);
  expect(reviewed(FAR, [deducts]).findings[0]?.basis).toEqual({ document: 'deducts 口径 财预〔2020〕10号', clause: '超过指标值 30% 的酌情扣分', standing: 'quoted' });
  const without = reviewed(FAR, [never]);
  expect(rules(without)).toContain('deduction-unexplained');
  expect(without.choice.rubric.id).toBe('never');
  expect(without.findings.find(({ rule }) => rule === 'deduction-unexplained')?.basis.clause).toBe('超额完成不扣分');
});

test('it goes before the shipped ones wherever it is meant for, and says so with its version', () => {
  const { choice } = reviewed({ base: 'project' }, [own('bureau')]);
  expect(choice.rubric.id).toBe('bureau');
  expect(choice.why).toBe('本单位的自定口径（版本 2026.1）适用于项目支出自评表，表头分值与之一致，年度为 2022，采用“bureau 口径”。');
});

test.each([
  ['another kind', own('bureau', { kinds: ['department'] })],
  ['other years', own('bureau', { from: 2030 })],
  ['another place', own('bureau', { places: ['海南'] })],
  ['points that contradict the form', own('bureau', { weights: { value: [{ aspect: 'output', name: '产出指标', weight: 100 }], standing: 'assumed', source: '自定' } })],
])('one for %s leaves the table to the shipped ones', (_, rubric) => expect(reviewed({ base: 'project' }, [rubric]).choice.rubric.id).toBe('mof-2020'));

test('by name it judges whatever it is meant for', () => {
  const { choice } = reviewed({ base: 'project' }, [own('bureau', { from: 2030 })], 'bureau');
  expect([choice.rubric.id, choice.why]).toEqual(['bureau', '按指定使用口径“bureau 口径”（版本 2026.1）。']);
});

test('a rule that is off is silent, and another severity changes the verdict', () => {
  const far: Form = { base: 'project', cells: { D13: '组织宣传活动', F13: '≥5次', G13: '12次' } };
  expect(reviewed(far, []).verdict).toBe('to-verify');
  expect(reviewed(far, [own('bureau', { severities: { 'overshoot-unexplained': 'off' } })]).verdict).toBe('clean');
  const grave = reviewed(far, [own('bureau', { severities: { 'overshoot-unexplained': 'error' } })]);
  expect([grave.verdict, grave.findings[0]?.severity]).toEqual(['errors', 'error']);
});

test('a field that the bureau asks for is missed where the form has it', () => {
  const form: Form = { base: 'project', cells: { F4: '联系电话', G4: null } };
  expect(reviewed(form, [own('bureau')]).findings).toEqual([]);
  const [missing] = reviewed(form, [own('bureau', { required: ['联系电话', '填报人'] })]).findings;
  expect(missing).toMatchObject({ rule: 'missing-field', message: '“联系电话”未填。', basis: { document: 'bureau 口径（版本 2026.1）', clause: '必填栏目：联系电话、填报人', standing: 'quoted' } });
});

test('scores have the digits that the bureau asks for', () => {
  const form = (score: number): Form => ({ base: 'project', cells: { F6: 127.1, G6: 124.88, F7: 107.1, G7: 104.88, E6: 127.1, E7: 107.1, I6: '98.25%', K6: score, I20: 90 + score } });
  const three = own('three', { rounding: { value: 3, standing: 'quoted', source: '甲局文' } });
  const told = (score: number): readonly (string | null)[] => reviewed(form(score), [three]).findings.filter(({ rule }) => rule === 'rounding').map(({ expected }) => expected);
  expect([told(9.825), told(9.82533)]).toEqual([[], ['9.825']]);
});
