// The published schema of own checks, applied at run time without generated code; what it refuses is said in Chinese.
import { Validator, type Schema } from '@cfworker/json-schema';
import schema from '../../assets/own-checks.schema.json';

const VALIDATOR = new Validator(schema as Schema, '7', false);
const MOST_PROBLEMS = 20;

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries({ checks: '审核公式', id: '编号', label: '名称', severity: '级别', kinds: '适用', formula: '公式', message: '出错说明', basis: '依据', document: '文件', clause: '条款', title: '名称', issuer: '制定单位', version: '版本' }));

/** Every reason why the value is no file of own checks; empty when it is one. */
export function schemaProblems(value: unknown): readonly string[] {
  const { valid, errors } = VALIDATOR.validate(value);
  if (valid) return [];
  const told = new Set<string>();
  for (const { keyword, instanceLocation, keywordLocation, error } of errors) {
    const sentence = sentenceFor(keyword, error, instanceLocation, keywordLocation);
    if (sentence !== null) told.add(`${placeOf(instanceLocation, value)}${sentence}`);
  }
  return [...told].slice(0, MOST_PROBLEMS);
}

/** 第 3 条（HB-03）的级别 */
function placeOf(location: string, value: unknown): string {
  const steps = location.split('/').slice(1);
  const index = steps[0] === 'checks' && steps[1] !== undefined ? Number(steps[1]) : null;
  const checks: unknown = typeof value === 'object' && value !== null && 'checks' in value ? value.checks : null;
  const check: unknown = index !== null && Array.isArray(checks) ? checks[index] : null;
  const id = typeof check === 'object' && check !== null && 'id' in check && typeof check.id === 'string' ? `（${check.id.slice(0, 40)}）` : '';
  const last = steps.findLast((step) => NAMES.has(step) && step !== 'checks');
  const part = last === undefined ? '' : `的“${NAMES.get(last) ?? last}”`;
  return index === null ? (steps.length === 0 ? '文件' : `“${NAMES.get(steps.at(-1) ?? '') ?? steps.at(-1) ?? ''}”`) : `第 ${index + 1} 条${id}${part}`;
}

/** Null for the keywords that only say that something inside is wrong. */
function sentenceFor(keyword: string, error: string, location: string, keywordLocation: string): string | null {
  const quoted = /"([^"]*)"/.exec(error)?.[1] ?? '';
  const nameOf = (name: string): string => (NAMES.has(name) ? `“${NAMES.get(name) ?? name}”（${name}）` : `“${name.slice(0, 40)}”`);
  switch (keyword) {
    case 'required': return `缺少${nameOf(quoted)}。`;
    case 'additionalProperties': return null;
    case 'false': return `里不认识${nameOf(location.split('/').at(-1) ?? '')}，请删去或改名。`;
    case 'type': return `的类型不对：${typeWord(error)}。`;
    case 'enum': return keywordLocation.includes('/kinds/') ? '只能写 项目支出、部门整体、基础数据、绩效目标、运行监控。' : '只能写 错误、核实、提示（或 error、verify、hint）。';
    case 'minItems': case 'minLength': return '是空的。';
    case 'maxItems': return '太多。';
    case 'maxLength': return '太长。';
    case 'uniqueItems': return '里有重复。';
    default: return null;
  }
}

function typeWord(error: string): string {
  const wanted = /Expected "?(\w+)/i.exec(error)?.[1] ?? '';
  return ({ string: '要写文字，加引号', array: '要写成列表 […]', object: '要写成 {…}' } as Readonly<Record<string, string>>)[wanted] ?? '请对照格式说明检查';
}
