// Right within rounding, but so coarse or so fine that a reader computes something else.
import { HUNDRED, decimal, halfUnit, near } from '../model/decimal';
import { claimHolds } from '../scoring/tolerance';
import { FORM_BASIS, rubricBasis } from './basis';
import { numberEdit, proposal } from './correcting';
import { denominator, exactRate, totalFigures } from './fund-figures';
import { correctedInPoints, rateHolds, ratePercent } from './rates';
import { defineRule } from './rule';
import { amount, percent, words } from './wording';

export const rounding = defineRule({
  id: 'rounding',
  title: '取整与小数位',
  severity: 'hint',
  why: '取整过粗或小数过多，复核人重算会得出不同的数。',
  basis: FORM_BASIS,
  messages: {
    coarse: '执行率填{received}，精确为{expected}。',
    fine: '“{name}”得分{received}小数位过多，保留{digits}位应为{expected}。',
  },
  examples: [
    { shows: 'a rate rounded to whole percent', form: { base: 'project', cells: { F6: 310.2, G6: 154.74, I6: '50%', K6: 5 } }, findings: [{ cells: ['I6'], message: '执行率填50%，精确为49.88%。' }] },
    { shows: 'a score with all its digits', form: { base: 'project', cells: { F6: 300, G6: 100, I6: '33.33%', K6: 3.333333 } }, findings: [{ cells: ['K6'], message: '“预算执行率”得分3.333333小数位过多，保留两位应为3.33。' }] },
    { shows: 'a score with noughts behind it', form: { base: 'project', cells: { F6: 160, G6: 152, I6: '95%', K6: '9.500000' } }, findings: [] },
    { shows: 'a score that shows two digits of what a formula makes', form: { base: 'project', cells: { F6: 300, G6: 100, I6: '33.33%', K6: { value: 3.333333333333333, format: '0.00', formula: 'H6*G6/F6' } } }, findings: [] },
    { shows: 'a rate with its digits cut off', form: { base: 'project', cells: { F6: 250000, G6: 215452, I6: '86.18%', K6: 8.62 } }, findings: [] },
    { shows: 'a rate cut off instead of rounded', form: { base: 'project', cells: { F6: 250000, G6: 215472.5, I6: '86.18%', K6: 8.62 } }, findings: [{ cells: ['I6'], message: '执行率填86.18%，精确为86.19%。' }] },
    { shows: 'nothing to round', form: { base: 'project' }, findings: [] },
    { shows: 'a rate that is wrong is no matter of rounding', form: { base: 'project', cells: { F6: 43, G6: 28 } }, findings: [] },
  ],
  *check(table, { rubric, scorecard }) {
    const rate = table.fund?.total?.executionRate;
    const figures = totalFigures(table, denominator(table, rubric).column);
    if (rate?.quantity && figures) {
      const exact = exactRate(figures);
      const written = ratePercent(rate);
      const { decimals } = rate.quantity;
      const off = decimals === 0 ? decimal('0.05') : halfUnit(Math.min(decimals, 2));
      if (written && rateHolds(rate, exact) && !near(written, exact, off)) {
        const shown = { expected: percent(exact), received: words(rate) };
        yield { message: 'coarse', data: shown, cells: [rate.cell], ...shown, correction: proposal(correctedInPoints(table, rate) ? numberEdit(rate, exact.toDecimalPlaces(2)) : numberEdit(rate, exact.div(HUNDRED).toDecimalPlaces(4), { numberFormat: '0.00%' })) };
      }
    }
    const digits = Math.max(2, rubric.rounding.value);
    for (const item of scorecard.items) {
      const entry = item.claimedEntry;
      // 9.500000 of a system says nothing else than 9.5; of 9.8253 that shows 9.83 nobody sees more.
      if (!entry?.quantity || entry.quantity.decimals <= digits || !item.claimed || item.claimed.eq(item.claimed.toDecimalPlaces(digits)) || !claimHolds(item, rubric)) continue;
      const rounded = item.claimed.toDecimalPlaces(digits);
      const shown = { expected: amount(rounded), received: words(entry) };
      yield { message: 'fine', data: { ...shown, name: item.name, digits: digits === 2 ? '两' : String(digits) }, cells: [entry.cell], ...shown, basis: rubricBasis(rubric, rubric.rounding, '得分保留小数位数'), correction: proposal(numberEdit(entry, rounded)) };
    }
  },
});
