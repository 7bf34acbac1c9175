// Every shipped rubric satisfies the published schema and is consistent in itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { RUBRICS, findRubric } from './catalogue';
import schema from './schema.json';

const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(schema);
const bounds = (weight: number | readonly [number, number]): readonly [number, number] => (typeof weight === 'number' ? [weight, weight] : weight);

test('every data file is in the catalogue, under its own id', () => {
  const files = readdirSync(join(__dirname, 'data')).map((name) => name.replace(/\.json$/, ''));
  expect(RUBRICS.map((rubric) => rubric.id).sort()).toEqual(files.sort());
  expect(new Set(files).size).toBe(files.length);
});

describe.each(RUBRICS.map((rubric) => [rubric.id, rubric] as const))('%s', (id, rubric) => {
  test('satisfies the schema', () => {
    validate(rubric);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('has weights that can add up to its total', () => {
    const ranges = (rubric.weights?.value ?? [{ weight: rubric.weightTotal.value }]).map((group) => bounds(group.weight));
    const low = ranges.reduce((total, [from]) => total + from, 0);
    const high = ranges.reduce((total, [, to]) => total + to, 0);
    expect(low).toBeLessThanOrEqual(rubric.weightTotal.value);
    expect(high).toBeGreaterThanOrEqual(rubric.weightTotal.value);
    if (ranges.every(([from, to]) => from === to)) expect(low).toBe(rubric.weightTotal.value);
  });

  test('has bands and grades without gaps, best first', () => {
    const bands = rubric.qualitative?.value;
    if (bands) {
      expect(bands[0]?.high).toBe(1);
      expect(bands.at(-1)?.low).toBe(0);
      bands.slice(1).forEach((band, index) => expect(band.high).toBe(bands[index]?.low));
    }
    const grades = rubric.grades?.value.map((grade) => grade.from) ?? [0];
    expect(grades).toEqual([...grades].sort((a, b) => b - a));
    expect(grades.at(-1)).toBe(0);
  });

  test('is found by its id', () => {
    expect(findRubric(id)).toBe(rubric);
  });
});

test('an unknown id finds nothing', () => {
  expect(findRubric('no-such-rubric')).toBeNull();
});

test('the schema refuses a quoted value without its words', () => {
  const text = readFileSync(join(__dirname, 'data/hubei-2020.json'), 'utf8');
  const file = JSON.parse(text) as { execution: { quote?: string } };
  delete file.execution.quote;
  expect(validate(file)).toBe(false);
});
