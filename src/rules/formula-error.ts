// A cell that shows an Excel error has no value: everything that rests on it is unknown.
import { isError } from '../model/grid';
import type { Entry } from '../model/table';
import { practice } from './basis';
import { references } from './formula-references';
import { defineRule } from './rule';

const MEANING: ReadonlyMap<string, string> = new Map(Object.entries<string>({
  '#REF!': '引用的单元格已被删除', '#DIV/0!': '除数为0或空白', '#VALUE!': '参与计算的单元格不是数字', '#NAME?': '函数或名称写错',
  '#N/A': '查找不到对应的值', '#NUM!': '数值超出范围', '#NULL!': '区域写法有误',
}));

/** #REF! as a text: what is left of a formula when values are pasted. */
function isPasted({ text }: Entry): boolean {
  return text.startsWith('#') && MEANING.has(text);
}

export const formulaError = defineRule({
  id: 'formula-error',
  title: '公式错误',
  severity: 'error',
  why: '显示错误值的单元格没有结果，依赖它的得分和总分都无法核对。',
  basis: { ...practice('表中不得有公式错误值'), standing: 'seen' },
  messages: { error: '单元格显示{received}（{meaning}），请修正公式或改填数值。' },
  examples: [
    { shows: 'a rate divided by a blank', form: { base: 'project', cells: { I6: { value: { error: '#DIV/0!' }, formula: 'G6/L6' } } }, findings: [{ cells: ['I6'], message: '单元格显示#DIV/0!（除数为0或空白），请修正公式或改填数值。' }] },
    { shows: 'a total that lost its cells', form: { base: 'project', cells: { I20: { value: { error: '#REF!' }, formula: 'SUM(#REF!)' } } }, findings: [{ cells: ['I20'], message: '单元格显示#REF!（引用的单元格已被删除），请修正公式或改填数值。' }] },
    { shows: 'an error pasted as a text', form: { base: 'project', cells: { G13: '#REF!' } }, findings: [{ cells: ['G13'], message: '单元格显示#REF!（引用的单元格已被删除），请修正公式或改填数值。' }] },
    { shows: 'a formula with a result', form: { base: 'project', cells: { I20: { value: 100, formula: 'K6+SUM(I13:I19)' } } }, findings: [] },
    { shows: 'no formula at all', form: { base: 'project' }, findings: [] },
  ],
  *check(table) {
    const faulty = table.entries.filter((entry) => isError(entry.value) || isPasted(entry));
    const broken = new Set(faulty.map((entry) => entry.cell));
    for (const entry of faulty) {
      const error = isError(entry.value) ? entry.value.error : entry.text;
      const from = (entry.formula === null ? null : references(entry.formula))?.filter((cell) => broken.has(cell) && cell !== entry.cell) ?? [];
      yield { message: 'error', data: { received: error, meaning: MEANING.get(error) ?? '公式无法计算' }, cells: [entry.cell], expected: null, received: error, causes: from.map((cell) => ({ rule: 'formula-error', cell })) };
    }
  },
});
