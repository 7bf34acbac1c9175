// A target that cannot be exceeded, or cannot be reached, measures nothing.
import { isBoundedShare } from './answers';
import { HUNDRED } from '../model/decimal';
import type { Indicator } from '../model/table';
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
    reversed: '“{name}”越低越好，指标值却是“{received}”，请核对。',
  },
  examples: [
    { shows: 'at least everything', form: { base: 'project', cells: { F14: '≥100%', G14: '100%' } }, findings: [{ cells: ['F14'], message: '“养护验收合格率”指标值“≥100%”：比率最高为100%，应写“=100%”。' }] },
    { shows: 'more than everybody satisfied', form: { base: 'project', cells: { F19: '290%', G19: '100%' } }, findings: [{ cells: ['F19'], message: '“沿线群众满意度”指标值“290%”超过100%，不可能达到，请核对。' }] },
    { shows: 'all of it late', form: { base: 'project', cells: { D15: '资金逾期发放率', F15: '≥100%', G15: '100%' } }, findings: [{ cells: ['F15'], message: '“资金逾期发放率”越低越好，指标值却是“≥100%”，请核对。' }] },
    { shows: 'complaints that were all answered', form: { base: 'project', cells: { D15: '投诉办结率', F15: '100%', G15: '100%' } }, findings: [] },
    { shows: 'a share below 100 %', form: { base: 'project' }, findings: [] },
    { shows: 'more work done than was planned', form: { base: 'project', cells: { D14: '养护任务完成率', F14: '≥100%', G14: '120%' } }, findings: [] },
    { shows: 'a direction is no sign', form: { base: 'project', cells: { C12: '指标方向', C14: '正向', F14: '100%', G14: '100%' } }, findings: [] },
    { shows: 'to reach all of it says no more than that', form: { base: 'project', cells: { F14: '达到100%', G14: '100%' } }, findings: [] },
    { shows: 'growth may pass 100 %', form: { base: 'project', cells: { D17: '客流增长', F17: '≥120%', G17: '130%' } }, findings: [] },
  ],
  *check(table) {
    for (const indicator of table.indicators) {
      const { target, targetEntry, nature, name } = indicator;
      if (indicator.placeholder || !targetEntry || !target.quantity || plainUnit(target.quantity.unit) !== '%') continue;
      const message = isImpossible(indicator) ? 'impossible' : isReversed(indicator) ? 'reversed' : isBeyond(indicator) ? 'beyond' : null;
      if (message === null) continue;
      const received = targetWords(indicator);
      yield {
        message,
        data: { name: indicatorName(name), received },
        cells: cellsOf(targetEntry, nature?.filled ? nature : null),
        // Where the sign stands in a cell of its own, that is the one to change.
        expected: message !== 'beyond' || nature?.filled === true ? null : '=100%',
        received,
      };
    }
  },
});

/** More than all, and at least that much. */
function isImpossible({ name, target: { quantity, operator } }: Indicator): boolean {
  return quantity?.value.gt(HUNDRED) === true && isBoundedShare(name.text) && operator !== '<=' && operator !== '<';
}

/** Rates of what is not to be; 逾期贷款清收率 is of what was done about it. */
const UNWANTED = /(?:逾期|差错|投诉|事故|死亡|拖欠|空置|辍学|流失|退货|故障)[^处办化整清收控防降回]{0,4}率$/;

/** All of what is not to be, or at least that much. */
function isReversed({ name, target: { quantity, operator } }: Indicator): boolean {
  return quantity?.value.eq(HUNDRED) === true && operator !== '<=' && operator !== '<' && UNWANTED.test(name.text);
}

/** ≥100% of what cannot be more than all. */
function isBeyond({ name, nature, targetEntry, target: { quantity, operator }, actualQuantity }: Indicator): boolean {
  if (!quantity?.value.eq(HUNDRED) || operator !== '>=' && operator !== '>' || /增长|增加|提高|提升/.test(name.text)) return false;
  // 指标方向 | 正向 says which side is better and writes no ≥.
  if (/向/.test(nature?.text ?? '') && !/[≥>]|不[低少]于|以上/.test(targetEntry?.text ?? '')) return false;
  // 达到100% says no more than =100% does.
  if (/^(?:达|完成)/.test(targetEntry?.text ?? '') && !/[≥>]|以上/.test(`${nature?.text ?? ''}${targetEntry?.text ?? ''}`)) return false;
  // An answer above 100 % shows that the share can be exceeded, as 任务完成率 can.
  return isBoundedShare(name.text) || actualQuantity?.value.gt(HUNDRED) !== true;
}
