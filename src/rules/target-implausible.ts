// A target that cannot be exceeded, or cannot be reached, measures nothing.
import { isBoundedShare } from './answers';
import { HUNDRED } from '../model/decimal';
import { plainUnit } from '../reading/quantity';
import { practice } from './basis';
import { cellsOf, targetWords } from './indicator-facts';
import { defineRule } from './rule';
import { indicatorName } from './wording';

export const targetImplausible = defineRule({
  id: 'target-implausible',
  title: '指标值不合理',
  severity: 'hint',
  why: '不可能超过或不可能达到的指标值起不到衡量作用。',
  basis: practice('绩效指标值应合理可行、可衡量'),
  messages: {
    beyond: '“{name}”指标值“{received}”：比率最高为100%，应写“=100%”。',
    impossible: '“{name}”指标值“{received}”超过100%，不可能达到，请核对。',
  },
  examples: [
    { shows: 'at least everything', form: { base: 'project', cells: { F14: '≥100%', G14: '100%' } }, findings: [{ cells: ['F14'], message: '“养护验收合格率”指标值“≥100%”：比率最高为100%，应写“=100%”。' }] },
    { shows: 'more than everybody satisfied', form: { base: 'project', cells: { F19: '290%', G19: '100%' } }, findings: [{ cells: ['F19'], message: '“沿线群众满意度”指标值“290%”超过100%，不可能达到，请核对。' }] },
    { shows: 'a share below 100 %', form: { base: 'project' }, findings: [] },
    { shows: 'more work done than was planned', form: { base: 'project', cells: { D14: '养护任务完成率', F14: '≥100%', G14: '120%' } }, findings: [] },
    { shows: 'a direction is no sign', form: { base: 'project', cells: { C12: '指标方向', C14: '正向', F14: '100%', G14: '100%' } }, findings: [] },
    { shows: 'growth may pass 100 %', form: { base: 'project', cells: { D17: '客流增长', F17: '≥120%', G17: '130%' } }, findings: [] },
  ],
  *check(table) {
    for (const indicator of table.indicators) {
      const quantity = indicator.target.quantity;
      if (indicator.placeholder || !quantity || plainUnit(quantity.unit) !== '%' || !indicator.targetEntry) continue;
      const { operator } = indicator.target;
      const impossible = quantity.value.gt(HUNDRED) && isBoundedShare(indicator.name.text) && operator !== '<=' && operator !== '<';
      // 指标方向 | 正向 says which side is better and writes no ≥.
      const written = !/向/.test(indicator.nature?.text ?? '') || /[≥>]|不[低少]于|以上/.test(indicator.targetEntry.text);
      const beyond = written && quantity.value.eq(HUNDRED) && (operator === '>=' || operator === '>') && !/增长|增加|提高|提升/.test(indicator.name.text);
      // An answer above 100 % shows that the share can be exceeded, as 任务完成率 can.
      const exceeded = !isBoundedShare(indicator.name.text) && indicator.actualQuantity?.value.gt(HUNDRED) === true;
      if (!impossible && (!beyond || exceeded)) continue;
      const received = targetWords(indicator);
      yield {
        message: impossible ? 'impossible' : 'beyond',
        data: { name: indicatorName(indicator.name), received },
        cells: cellsOf(indicator.targetEntry, indicator.nature?.filled ? indicator.nature : null),
        // Where the sign stands in a cell of its own, that is the one to change.
        expected: impossible || indicator.nature?.filled === true ? null : '=100%',
        received,
      };
    }
  },
});
