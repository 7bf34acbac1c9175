// What may be typed into which kind of cell, and what is told beside it.
import type { PlanValidation } from '../model/sheet-plan';
import type { Band } from '../model/rubric';

type Rule = Omit<PlanValidation, 'areas'>;

/** What Excel takes: a longer hint, or a list that is longer or has a comma in a word, and the file is damaged. Bureaus word their own bands. */
const LONGEST = 255;
const listed = (words: readonly string[]): Rule['condition'] => (words.some((word) => /[,"]/.test(word)) || words.join(',').length > LONGEST ? null : { kind: 'list', words });
/** A text as a formula writes it. */
export const quotedText = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const hinted = (title: string, text: string): Rule['hint'] => ({ title, text: text.slice(0, LONGEST) });
const refused = (title: string, text: string): Rule => ({ condition: null, strictness: 'stop', hint: null, refusal: { title, text } });

export const AMOUNT_RULE: Rule = { ...refused('金额', '请填不小于 0 的数字，不带单位和文字。'), condition: { kind: 'decimal', least: 0, most: null } };
export const COUNT_RULE: Rule = { ...refused('人数', '请填不小于 0 的整数。'), condition: { kind: 'whole', least: 0, most: null } };
export const WEIGHT_RULE: Rule = { ...refused('分值', '请填 0 至 100 的数字，不带“分”字。'), condition: { kind: 'decimal', least: 0, most: 100 } };

export const QUALITATIVE = '定性';
export const NATURE_RULE: Rule = {
  ...refused('指标性质', '请选 ≥、≤、= 或 定性。'), condition: { kind: 'list', words: ['≥', '≤', '=', QUALITATIVE] },
  hint: hinted('指标性质', '越多越好选 ≥，不得超过的选 ≤，正好的选 =；用文字描述的目标和日期选 定性。'),
};

/** Units that tables use most; any other may be typed. */
const UNITS = ['%', '个', '次', '人', '人次', '户', '项', '件', '份', '套', '台', '篇', '场', '期', '家', '天', '月', '年', '元', '万元', '公里', '米', '平方米', '亩', '公斤', '吨'];
export const UNIT_RULE: Rule = { condition: { kind: 'list', words: UNITS }, strictness: 'information', refusal: null, hint: hinted('度量单位', '可以从列表选，也可以自己填；指标值和实际完成值用同一个单位。') };

export const TARGET_RULE: Rule = { condition: null, strictness: 'information', refusal: null, hint: hinted('指标值', '定量指标只填数字，单位填在右边（95% 填 95，单位 %）；定性指标填文字。') };

export function actualRule(bands: readonly Band[] | null): Rule {
  const text = '定量指标只填数字，单位同指标值（96% 填 96）。';
  if (!bands) return { condition: null, strictness: 'information', refusal: null, hint: hinted('实际完成值', text) };
  const condition = listed(bands.map((band) => band.label));
  return { condition, strictness: 'information', refusal: null, hint: hinted('实际完成值', condition ? `${text}定性指标从列表选档次。` : `${text}定性指标填档次：${bands.map((band) => band.label).join('；')}。`) };
}

/** The share of the weight that a qualitative indicator gets, in percent, inside the band chosen. `actual`: address of the cell with the band. */
export function coefficientRule(cell: string, actual: string, bands: readonly Band[] | null): Rule {
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  const hint = hinted('评分系数', bands
    ? `定性指标在这里填得分占分值的百分比：${bands.map((band) => `${band.label} ${percent(band.high)}—${percent(band.low)}`).join('；')}。不填时${bands[0]?.label ?? ''}按 100，其余按该档最低分。本列不打印。`
    : '定性指标在这里填得分占分值的百分比（0—100），不填按 100。本列不打印。');
  const inside = (bands ?? []).map((band, at) => `IF(${actual}=${quotedText(band.label)},AND(${cell}>=${percent(band.low)},${cell}<${at === 0 ? '=' : ''}${percent(band.high)}),`).join('');
  const formula = `AND(COUNT(${cell})=1,${cell}>=0,${cell}<=100${bands ? `,${inside}TRUE${')'.repeat(bands.length)}` : ''})`;
  return { condition: { kind: 'custom', formula }, strictness: 'stop', hint, refusal: { title: '评分系数', text: bands ? '请填 0 至 100 的数字，并落在所选档次的区间内。' : '请填 0 至 100 的数字。' } };
}

export function wordsRule(words: readonly string[]): Rule {
  return { condition: listed(words), strictness: 'information', refusal: null, hint: null };
}

export function hintRule(title: string, text: string): Rule {
  return { condition: null, strictness: 'information', refusal: null, hint: hinted(title, text) };
}

export const NAME_RULE = hintRule('三级指标', '每项指标一行。多余的行隐藏即可；行数不够时，先在“审阅”里撤销工作表保护（没有密码），再复制整行后插入。');
