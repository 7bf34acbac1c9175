// The shipped thresholds satisfy their schema, and the schema refuses what could not work.
import Ajv from 'ajv';
import { COMPARISON } from './comparison';
import schema from './comparison.schema.json';

const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(schema);

test('the shipped thresholds satisfy the schema', () => {
  validate(COMPARISON);
  expect(validate.errors ?? []).toEqual([]);
});

test('a value without its standing and a share above one are refused', () => {
  const { boilerplate, copies } = COMPARISON;
  expect(validate({ ...COMPARISON, boilerplate: { value: boilerplate.value, source: boilerplate.source } })).toBe(false);
  expect(validate({ ...COMPARISON, copies: { ...copies, value: { ...copies.value, passage: 1.5 } } })).toBe(false);
});
