// 年初预算数 and 全年预算数 differ: an adjustment wants its reason.
import type { Decimal } from '../model/decimal';
import { ZERO, decimal, near } from '../model/decimal';
import { present } from '../model/present';
import type { Basis, Rubric } from '../model/rubric';
import type { Entry, FundBlock, Table } from '../model/table';
import { isCarriedOver } from '../reading/fund-adjustments';
import { compact } from '../reading/text';
import { practice, rubricBasis, statedBasis } from './basis';
import { amountIn } from './fund-figures';
import { asksForResults, cellsOf, given } from './indicator-facts';
import { moneyExplained } from './reasons';
import { cellsIn, figureAt } from './rows';
import { defineRule } from './rule';
import { amount, words } from './wording';

/** Share of the original budget. */
const LEAST = 0.01;

export const budgetAdjustmentUnexplained = defineRule({
  id: 'budget-adjustment-unexplained',
  title: '预算调整未说明',
  severity: 'verify',
  why: '年中调整预算须说明理由，复核时要与批复文件核对。',
  basis: practice('预算调整的，应单独说明理由'),
  messages: { moved: '年初预算{original}，全年预算{final}，{direction}{difference}，未见调整原因。' },
  examples: [
    { shows: 'cut by a quarter without a word', form: { base: 'project', cells: { E6: 100, E7: 80 } }, findings: [{ cells: ['E6', 'F6'], message: '年初预算100，全年预算80，调减20，未见调整原因。' }] },
    { shows: 'ten times the difference, named for something else', form: { base: 'project', cells: { E6: 100, E7: 80, G11: '两年累计投入200万元，沿线出行条件得到改善。' } }, findings: [{ cells: ['E6', 'F6'], message: '年初预算100，全年预算80，调减20，未见调整原因。' }] },
    { shows: 'added during the year', form: { base: 'project', cells: { E6: 0, E7: 0, E8: 0 } }, findings: [{ cells: ['E6', 'F6'], message: '年初预算0，全年预算80，调增80，未见调整原因。' }] },
    { shows: 'a column of the block tells what was wrong', form: { base: 'project', cells: { E6: 100, E7: 80, J5: null, K5: '存在问题及改进措施', K6: null, K7: '年中压减20万元', H5: null, H6: null, H20: 90, I20: 90 } }, findings: [] },
    { shows: 'told among the goals', form: { base: 'project', cells: { E6: 100, E7: 80, B11: '养护农村道路，改善沿线出行条件（年中按财政要求压减20万元）。' } }, findings: [] },
    { shows: 'told among the goals by the level that gave it', form: { base: 'project', cells: { E6: 60, E7: 40, B11: '养护农村道路，因水毁路段增多，市级追加资金用于抢修。' } }, findings: [] },
    { shows: 'the reason stands beside the cost', form: { base: 'project', cells: { E6: 100, E7: 80, J16: '年中按批复调减预算20万元' } }, findings: [] },
    { shows: 'explained in a line of its own', form: { base: 'project', cells: { E6: 100, E7: 80, A21: '年中预算调整说明：根据财政统一压减要求核减20万元。' } }, findings: [] },
    { shows: 'a project of mid-year, as its goal says', form: { base: 'project', cells: { E6: 0, E7: 0, E8: 0, B11: '年中新增项目：养护农村道路50公里。' } }, findings: [] },
    { shows: 'told in a note', form: { base: 'project', cells: { E6: 60, E7: 40, A21: '注：1.金额保留两位小数。2.年中市级追加补助资金，县级相应增加配套。' } }, findings: [] },
    { shows: 'a note that says how the form is meant', form: { base: 'project', cells: { E6: 100, E7: 80, A21: '注：1.全年预算数指年中调整后的预算数。2.预算追加的须说明原因。' } }, findings: [{ cells: ['E6', 'F6'], message: '年初预算100，全年预算80，调减20，未见调整原因。' }] },
    { shows: 'told where the unit explains its score', form: { base: 'project', cells: { E6: 0, E7: 0, E8: 0, A21: '自评得分说明：年初预算为0，系年中下达中央补助资金。' } }, findings: [] },
    { shows: 'told behind the amounts, under no header', form: { base: 'project', cells: { E6: 100, E7: 80, H5: null, H6: null, J5: null, K5: null, K6: null, L6: '年中压减20万元', H20: 90, I20: 90 } }, findings: [] },
    { shows: 'what was carried over, told by its line', form: { base: 'project', cells: { E6: 60, E8: null } }, findings: [] },
    { shows: 'what was carried over, told by a line whose label is broken in two', form: { base: 'project', cells: { E6: 60, E8: null, C8: '上年结\n转资金' } }, findings: [] },
    { shows: 'added by the level that its line names', form: { base: 'project', cells: { E6: 60, E8: 0, C8: '上级补助（年中追加）' } }, findings: [] },
    { shows: 'explained beside the total', form: { base: 'project', cells: { E6: 0, E7: 0, E8: 0, J20: '年初未列预算，年中下达80万元。' } }, findings: [] },
    { shows: 'measured by an indicator of its own', form: { base: 'project', cells: { E6: 100, E7: 80, D18: '预算调整率', F18: '≤25%', G18: '20%' } }, findings: [] },
    { shows: 'told where the head says what was done', form: { base: 'project', cells: { E6: 100, E7: 80, F4: '任务完成情况', G4: '养护任务全部完成，年中压减预算20万元。' } }, findings: [] },
    { shows: 'told where the results are: nothing was planned at first', form: { base: 'project', cells: { E6: 0, E7: 0, E8: 0, F4: '任务完成情况', G4: '养护任务全部完成，资金由上级年中统一下达。' } }, findings: [] },
    { shows: 'a line of the block that gives its reason in other words', form: { base: 'project', cells: { E6: 100, E7: 80, A21: '调整原因', B21: '受助学生人数变化' } }, findings: [] },
    { shows: 'new people and their pay', form: { base: 'project', cells: { E6: 60, E7: 40, J20: '年内调入人员2名，工资调标' } }, findings: [] },
    { shows: 'money that came from above, carried into the budget', form: { base: 'project', cells: { E6: 60, E7: 40, A21: '其他说明', B21: '9月收到省级养护补助资金' } }, findings: [] },
    { shows: 'the very difference, told among the results', form: { base: 'project', cells: { E6: 63.4, E7: 43.4, F4: '任务完成情况', G4: '养护任务完成，新增桥梁检测经费16.6万元。' } }, findings: [] },
    { shows: 'a difference of 0.03 %', form: { base: 'project', cells: { E6: 80.02, E7: 60.02 } }, findings: [] },
    { shows: 'no adjustment', form: { base: 'project' }, findings: [] },
    { shows: 'no original budget given', form: { base: 'project', cells: { E6: null } }, findings: [] },
  ],
  *check(table, { rubric }) {
    const { fund } = table;
    if (!fund?.total || !asksForResults(table) || table.summary) return;
    const pair = adjusted(fund);
    if (!pair || measured(table) || toldInGoals(table) || moneyExplained(table, /调整|追加|调增|调减|压减|收回|核减|年中[^，。；,;]{0,6}(?:下达|新增|增加|安排)|年初未(?:安排|下达|列|编)|未(?:列入?|纳入)(?:年初)?预算|预算[^，。；,;]{0,4}(?:增加|减少|增减)|调资|调标|(?:新增|调入)人员|人员(?:经费)?(?:增加|增多)|机构改革|职能划[入转]|收到(?:中央|[省市县区上]级)[^，。；,;]{0,6}资金|上年结转[^，。；,;]{0,4}[纳并列]入/)) return;
    const [original, final] = pair;
    const from = amountIn(fund, original);
    const to = amountIn(fund, final);
    // Less than one in a hundred is the difference between an estimate and an order, not an adjustment.
    if (!from || !to || to.minus(from).abs().lt(from.times(LEAST)) || namesAmount(table, to.minus(from).abs()) || carriedOver(table, fund, to.minus(from))) return;
    yield {
      message: 'moved',
      data: { original: words(original), final: words(final), direction: to.gt(from) ? '调增' : '调减', difference: amount(to.minus(from).abs()) },
      cells: cellsOf(original, final),
      expected: null,
      received: words(final),
      basis: basisOf(table, rubric),
    };
  },
});

/** 新增水源井洗井经费16.6万元, where 16.6 is the difference: told, whatever the words. */
function namesAmount({ goals, fields, indicators, closing, footnotes }: Table, difference: Decimal): boolean {
  // 10.00 is 10, 100 is not.
  const figure = new RegExp(`(?<![\\d.])${difference.toString().replace('.', '\\.')}${difference.isInteger() ? '(?:\\.0+)?' : '0*'}(?:万?元)`);
  return [...goals.map(({ actual }) => actual), ...fields.map(({ entry }) => entry), ...indicators.map(({ reason }) => reason), ...closing.map(({ entry }) => entry), ...footnotes.map(({ entry }) => entry)]
    .some((entry) => entry?.filled === true && figure.test(entry.text.replaceAll(',', '')) && entry.text.length > 8);
}

/** 年中按财政要求压减39万元 among the goals, where it is plainly about money. */
function toldInGoals({ goals }: Table): boolean {
  return goals.some(({ expected }) => /(?:年中|财政|预算|资金|经费|[省市县区]级)[^。；;]{0,16}(?:追加|调增|调减|压减|核减|收回)|年中(?:新增|下达)/.test(expected?.text ?? ''));
}

/** 预算调整率 among the indicators: the form itself holds the adjustment against a limit. */
function measured(table: Table): boolean {
  return table.indicators.some(({ name, actualEntry, score }) => name.text.includes('预算调整率') && (given(actualEntry) || given(score)));
}

/** The total's two budgets where they differ; where the total was left at 0, those of the first part that moved. */
function adjusted(fund: FundBlock): readonly [Entry, Entry] | null {
  // What arrived of the budget of January does not tell that it was adjusted.
  if (!fund.total || fund.headers.finalBudget?.text.includes('到位')) return null;
  const empty = ['originalBudget', 'finalBudget', 'actualSpending'].every((column) => amountIn(fund, fund.total?.[column as 'finalBudget'] ?? null)?.gt(0) !== true);
  for (const row of empty ? fund.parts : [fund.total]) {
    const from = amountIn(fund, row.originalBudget);
    const to = amountIn(fund, row.finalBudget);
    if (row.originalBudget && row.finalBudget && from && to && !from.eq(to)) return [row.originalBudget, row.finalBudget];
  }
  return null;
}

function basisOf(table: Table, rubric: Rubric): Basis {
  const stated = table.stated.find((rule) => rule.kind === 'adjustment-reason');
  if (stated) return statedBasis(stated);
  return rubric.reasons.value.adjustment ? rubricBasis(rubric, rubric.reasons, '预算调整的，应单独说明理由') : practice('预算调整的，应说明理由');
}

/** 上年结转资金 that was not in the budget of January, as a line or a column, or 上级补助（年中追加）, makes the whole difference: the block says itself where it comes from. */
function carriedOver(table: Table, fund: FundBlock, difference: Decimal): boolean {
  const { headers: { actualSpending: spent }, total } = fund;
  // Behind what was spent stands what was left over.
  const heads = spent ? cellsIn(table, spent.row).filter(({ raw, column }) => column < spent.column && isCarriedOver(raw.replace(/^其中[:：]?/, ''))) : [];
  const beside = present(heads, ({ column }) => amountIn(fund, figureAt(table, total?.finalBudget?.row ?? 0, column)));
  const moved = fund.parts.filter(({ level, label: { text } }) => level === 1 && /结转|结余|年中|追加/.test(compact(text))).map((part) => (amountIn(fund, part.finalBudget) ?? ZERO).minus(amountIn(fund, part.originalBudget) ?? ZERO));
  return difference.gt(0) && [...moved, ...beside].some((amount) => near(amount, difference, decimal('0.01')));
}
