// The same indicator twice counts its points twice; the same amount twice in one cell is a slip of pasting.
import { hasAny } from '../model/characters';
import type { Entry, Indicator, Table } from '../model/table';
import { practice } from './basis';
import { proposal, textEdit } from './correcting';
import { cellsOf, filledIndicators } from './indicator-facts';
import { projectAt } from './listed-projects';
import { defineRule } from './rule';
import { indicatorName } from './wording';

/** "854万854万": an amount with a unit, glued to itself. */
const hasUnit = hasAny('元万亿次人里米%');
const UNIT_TWICE = /[元万亿次人里米%].+[元万亿次人里米%]/;
const GLUED = /(\d+(?:\.\d+)?(?:万元|亿元|万|亿|元|人次|次|人|公里|米|%))\1/;

export const duplicateIndicator = defineRule({
  id: 'duplicate-indicator',
  title: '内容重复',
  severity: 'verify',
  why: '同一指标重复设置会重复计分，重复粘贴的数字会被误读。',
  basis: practice('同类指标不重复设置'),
  messages: {
    twice: '“{name}”与{first}的指标名称和指标值相同，请核实是否重复。',
    glued: '“{received}”重复，请核对应为“{expected}”。',
  },
  examples: [
    { shows: 'one indicator on two lines', form: { base: 'project', cells: { B14: null, C14: null, D14: '养护道路里程', F14: '≥50公里', G14: '50公里' } }, findings: [{ cells: ['D14', 'D13'], message: '“养护道路里程”与D13的指标名称和指标值相同，请核实是否重复。' }] },
    { shows: 'an amount pasted twice', form: { base: 'project', cells: { G11: '投入资金80万元80万元，养护农村道路50公里。' } }, findings: [{ cells: ['G11'], message: '“80万元80万元”重复，请核对应为“80万元”。' }] },
    { shows: 'different indicators', form: { base: 'project' }, findings: [] },
    { shows: 'the same name with another target', form: { base: 'project', cells: { C14: null, D14: '养护道路里程', F14: '≥20公里', G14: '20公里' } }, findings: [] },
  ],
  *check(table) {
    const seen = new Map<string, Entry>();
    for (const indicator of filledIndicators(table)) {
      const key = sameness(table, indicator);
      const first = seen.get(key);
      // A name merged over several lines is one indicator with several results.
      if (!first) seen.set(key, indicator.name);
      else if (first.cell !== indicator.name.cell) yield { message: 'twice', data: { name: indicatorName(indicator.name), first: first.cell }, cells: cellsOf(indicator.name, first), expected: null, received: null };
    }
    // A cell's own number is never glued, and most cells hold one.
    for (const entry of table.entries.filter(({ value, text }) => typeof value !== 'number' && hasUnit(text) && UNIT_TWICE.test(text))) {
      const glued = GLUED.exec(entry.text);
      if (!glued?.[1] || /\d$/.test(entry.text.slice(0, glued.index))) continue;
      yield {
        message: 'glued',
        data: { received: glued[0], expected: glued[1] },
        cells: [entry.cell],
        expected: entry.text === glued[0] ? glued[1] : null,
        received: glued[0],
        correction: entry.raw.includes(glued[0]) ? proposal(textEdit(entry, entry.raw.replace(glued[0], glued[1]))) : undefined,
      };
    }
  },
});

/** What two lines have in common that are one indicator. Several projects of one list may each have their 满意度 of 90%. */
function sameness(table: Table, { row, name, group, subgroup, targetEntry, unitEntry }: Indicator): string {
  return `${projectAt(table, row)?.cell ?? ''}\0${name.text}\0${group ?? ''}\0${subgroup ?? ''}\0${targetEntry?.text ?? ''}\0${unitEntry?.text ?? ''}`;
}
