// How a letter words one finding: where, what, both numbers, on what it rests and how well that is known, what to do.
import type { JsonFinding } from '../exports/json';
import { FORM_BASIS } from '../rules/basis';
import { withoutCode } from './copies-text';

/** Neither paper nor XML holds them; directions would turn the text around. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Cf}\ufffe\uffff]/gu;
const LONGEST_CLAUSE = 90;

/** One line of text without what cannot be printed. */
export function plain(text: string, longest = 400): string {
  const line = text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(UNSEEN, '').replace(/ {2,}/g, ' ').trim();
  const letters = [...line];
  return letters.length <= longest ? line : `${letters.slice(0, longest - 1).join('')}…`;
}

/** A name out of a cell: neither a line break inside it nor the code of the budget system before it is part of it. */
export function nameText(text: string): string {
  return withoutCode(plain(text, 100)).replace(/([\p{Script=Han}）》”]) (?=[\p{Script=Han}（《“])/gu, '$1');
}

const ending = (text: string): string => (/[。！？…]$/.test(text) ? text : `${text}。`);

/** "I5单元格", with the sheet's other cells of the finding left to the sentence. */
export function placeOf({ cells, text }: JsonFinding): string {
  const [place] = text ?? [];
  if (place) return `报告正文${place.under === null ? '' : `“${plain(place.under, 40)}”部分`}“${plain(place.quote, 40)}”：`;
  return cells[0] === undefined ? '' : `${cells[0]}单元格：`;
}

/** The message, with both numbers where it does not name them itself. */
export function whatOf({ message, expected, received, severity }: JsonFinding): string {
  const said = plain(message);
  const missing = [
    ...(expected !== null && !said.includes(plain(expected)) ? [`${severity === 'error' ? '应为' : '参照'}${plain(expected, 80)}`] : []),
    ...(received !== null && !said.includes(plain(received, 80).replace(/…$/, '')) ? [`填报为${plain(received, 80)}`] : []),
  ];
  return missing.length === 0 ? ending(said) : `${said.replace(/。$/, '')}（${missing.join('，')}）。`;
}

/** The form's own layout speaks for itself; everything else says how well it is known. */
function standingOf({ document, standing }: JsonFinding['basis']): string {
  if (standing === 'assumed') return '（推定）';
  if (standing === 'quoted') return '（原文）';
  return document === FORM_BASIS.document ? '' : '（据样表）';
}

export function basisOf({ basis }: JsonFinding): string {
  const clause = plain(basis.clause, LONGEST_CLAUSE).replace(/[。；;]$/, '');
  const document = nameText(basis.document).replace(/^本表 ?([A-Z]{1,3}\d+)$/, '本表$1单元格');
  // What the form's layout asks for is not written in it: only words that stand somewhere are quoted.
  const cited = basis.document === FORM_BASIS.document ? `（${clause}）` : `“${clause.replaceAll('“', '‘').replaceAll('”', '’')}”`;
  return `依据：${document}${clause === '' ? '' : cited}${standingOf(basis)}。`;
}

const BY_NUMBER = '请按应填数更正，受其影响的得分、合计和等级一并更正';
const EXPLAIN = '请在偏差原因栏补充说明；填报有误的，请更正';
const ACTIONS: Readonly<Record<string, string>> = {
  'execution-rate': BY_NUMBER, 'execution-score': BY_NUMBER, 'indicator-score': BY_NUMBER, 'score-total': BY_NUMBER, 'fund-parts': '请核对资金明细后更正', subtotal: '请核对明细后更正',
  'group-weight': '请核对分值后更正', 'weight-total': '请调整分值，使合计与总分一致', 'score-above-weight': '请在分值以内重新评分', 'missing-total': '请填写总分',
  'placeholder-left': '请删除模板内容，应填的据实填写', 'formula-error': '请修正公式', 'formula-range': '请修正公式的取数范围', 'cross-table': '请核对两表，以准确数为准统一更正',
  'goal-not-answered': '请对照预期目标逐项写明实际完成情况', 'actual-not-measurable': '请填写实际完成的数值', 'qualitative-percent': '请写明达成程度',
  'unit-mismatch': '请统一指标值与完成值的计量单位', 'budget-adjustment-unexplained': '请说明预算调整的原因和批准依据', 'overspend-unexplained': '请说明超支原因',
  'execution-above-100': '请核对预算数和执行数；无误的，请书面说明', 'weight-scheme': '请说明分值设置的依据；没有依据的，请调整',
};

/** What the unit has to do, without a full stop. */
export function actionOf({ rule, severity }: JsonFinding): string {
  const known = ACTIONS[rule];
  if (known !== undefined) return known;
  if (rule.startsWith('missing-')) return severity === 'error' ? '请据实补填' : '请据实补填；不需填报的，请书面说明';
  if (rule.endsWith('-unexplained')) return EXPLAIN;
  return severity === 'error' ? '请核对后更正' : '请核实：填报有误的，请更正；无误的，请书面说明';
}
