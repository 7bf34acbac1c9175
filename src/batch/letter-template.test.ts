// What a bureau may write in a template, and what it is told when it is wrong.
import { fill, PLACEHOLDERS, readTemplate, TEMPLATE_TEXT, type Placeholder } from './letter-template';

const values = Object.fromEntries(PLACEHOLDERS.map((name) => [name, `<${name}>`])) as Record<Placeholder, string>;
const reasonOf = (text: string): string => {
  const reading = readTemplate(text);
  return reading.ok ? 'ok' : reading.reason;
};

test('the template that ships is right, and uses every placeholder it explains except the project', () => {
  const reading = readTemplate(TEMPLATE_TEXT);
  if (!reading.ok) throw new Error(reading.reason);
  const text = [...reading.template.opinion, ...reading.template.noObjection].map((line) => line.text).join('\n');
  expect(PLACEHOLDERS.filter((name) => !text.includes(`{${name}}`))).toEqual(['项目']);
  expect(text).not.toContain('#');
  expect(reading.template.opinion[0]?.text).toContain('审核意见书');
});

test('an unknown placeholder is named with its line', () => {
  const lines = TEMPLATE_TEXT.split('\n');
  const at = lines.findIndex((line) => line.startsWith('审核结论'));
  const wrong = [...lines.slice(0, at), '审核结论：{结伦}', ...lines.slice(at + 1)].join('\r\n');
  expect(reasonOf(wrong)).toMatch(new RegExp(`^模板第 ${at + 1} 行的\\{结伦\\}不认识，可用的有\\{单位\\}`));
});

test('a brace without its other half, findings inside a sentence and a letter without findings are refused', () => {
  expect(reasonOf(TEMPLATE_TEXT.replace('审核结论：{结论}', '审核结论：{结论'))).toContain('花括号没有配对');
  expect(reasonOf(TEMPLATE_TEXT.replace('\n{问题}\n', '\n问题如下：{问题}\n'))).toContain('{问题}要单独占一行');
  expect(reasonOf(TEMPLATE_TEXT.replace('\n{问题}\n', '\n'))).toContain('缺{问题}');
  expect(reasonOf('')).toContain('没有内容，请写上标题和正文，或重新取一份默认模板');
  expect(reasonOf('绩效自评审核意见书\n{问题}')).toContain('模板第 1 行之前缺[审核意见书]');
  expect(reasonOf('[意见]\n{问题}')).toContain('模板第 1 行的[意见]不认识');
  expect(reasonOf(`${TEMPLATE_TEXT}\n{问题}`)).toContain('只能用在“审核意见书”里');
});

test('full-width braces and spaces inside them are taken for what they mean', () => {
  expect(reasonOf(TEMPLATE_TEXT.replace('审核结论：{结论}', '审核结论：｛ 结论 ｝'))).toBe('ok');
});

test('JSON says the same as text, and its faults are told by letter and line', () => {
  const json = { 审核意见书: ['标题', '{单位}：', '{问题}', '{落款}', '{日期}'], 无意见函: ['标题', '{单位}：{结论}'] };
  const reading = readTemplate(JSON.stringify(json));
  if (!reading.ok) throw new Error(reading.reason);
  expect(reading.template.opinion.map(({ text }) => text)).toEqual(json.审核意见书);
  expect(reasonOf(JSON.stringify({ ...json, 无意见函: ['标题', '{单位}{结论}', '{电话}'] }))).toMatch(/^模板“无意见函”第 3 行的\{电话\}不认识/);
  expect(reasonOf('{"审核意见书": 1}')).toContain('模板的 JSON 写得不对');
  expect(reasonOf('{"审核意见书": [')).toContain('模板的 JSON 写得不对');
});

test('what is filled in is not searched for placeholders again', () => {
  expect(fill('{单位}于{日期}', { ...values, 单位: '{日期}' })).toBe('{日期}于<日期>');
});
