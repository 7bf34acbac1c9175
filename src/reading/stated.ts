// Scoring rules that a form states itself, in footnotes, headers and hint cells.
import { hasAny } from '../model/characters';
import { decimal } from '../model/decimal';
import type { Entry, FundBlock, StatedRule } from '../model/table';
import { divisorLetter } from './fund-divisor';
import { aspectOf } from './labels';
import { compact } from './text';

const GROUP = /((?:产出|效益|效果|满意度|成本|预算(?:资金)?执行|过程|决策|管理)[^\d,、;。:(（]{0,12})[:(]?(\d+(?:\.\d+)?)分/g;

/** 各项得分四舍五入取整数. */
const WHOLE_POINTS = /(?:得|评|计|打|自评)分[^。;,]{0,14}(?:取整|整数|[到至]个位)/;

// Cheap tests before the searching ones: without a character of each a text states no rule. 偏差原因分析 has 分 alone.
const saysOfWhat = hasAny('分率算0');
const saysWhat = hasAny('率预整位', [['0', '9']]);

/** Every rule stated in the texts of these entries; an entry may state several. */
export function statedRules(entries: Iterable<Entry>): readonly StatedRule[] {
  const rules: StatedRule[] = [];
  for (const at of entries) {
    if (at.text.length < 10 || typeof at.value !== 'string') continue;
    if (!saysOfWhat(at.text) || !saysWhat(at.text)) continue;
    const text = compact(at.text);
    const weights = (text.includes('分') ? [...text.matchAll(GROUP)] : []).map((match) => ({ name: match[1] ?? '', aspect: aspectOf(match[1] ?? ''), weight: decimal(match[2] ?? '0') }));
    const aspects = new Set(weights.map((weight) => weight.aspect));
    // A list of groups with points: each group once, at least two of them. Worked examples repeat a group.
    if (weights.length >= 2 && aspects.size === weights.length) rules.push({ kind: 'group-weights', weights, at, quote: sentence(text, /产出|效益|满意度/) });
    const denominator = /执行率[=(:](?:全年|预算|实际)?(?:执行|支出)数[/÷](年初|调整后|全年)?预算/.exec(text) ?? /执行率(?:按|以)(年初|调整后|全年)预算(?:数|额|资金)?(?:计算|为分母)/.exec(text) ?? /预算数为(调整后|全年)/.exec(text);
    if (denominator) rules.push({ kind: 'denominator', of: denominator[1] === '年初' ? 'originalBudget' : 'finalBudget', at, quote: sentence(text, /执行率[=(:按以]|预算数为/) });
    const below = /执行率(?:未达到|低于|小于|不足|未达)(\d+(?:\.\d+)?)%[^。;]{0,12}(?:说明|原因)/.exec(text);
    if (below) rules.push({ kind: 'underspend-reason', below: decimal(below[1] ?? '0').div(100), at, quote: sentence(text, /执行率(?:未达到|低于|小于|不足|未达)/) });
    if (/预算调整[^。;]{0,20}说明(?:理由|原因)/.test(text)) rules.push({ kind: 'adjustment-reason', at, quote: sentence(text, /预算调整/) });
    const bands = /100%?[-~至](\d+)%?(?:\(含\d*%?\))?[、,](\d+)%?[-~至](\d+)%?(?:\(含\d*%?\))?[、,和](\d+)%?[-~至]0/.exec(text);
    if (WHOLE_POINTS.test(text)) rules.push({ kind: 'rounding', decimals: 0, at, quote: sentence(text, WHOLE_POINTS) });
    if (bands) rules.push({ kind: 'qualitative-bands', lows: [decimal(bands[1] ?? '0').div(100), decimal(bands[3] ?? '0').div(100), decimal(0)], at, quote: sentence(text, /100%?[-~至]/) });
  }
  return rules;
}

/** 年初预算数（A） | 全年预算数（B） | 全年执行数（C） | 执行率（C/A）: the letters name the budget. */
export function statedByLetters({ executionRate, originalBudget, finalBudget, actualSpending }: FundBlock['headers']): readonly StatedRule[] {
  if (!executionRate || !originalBudget || !finalBudget) return [];
  const quote = compact(executionRate.text).toUpperCase();
  const letter = divisorLetter(executionRate, actualSpending);
  const named = ([['originalBudget', originalBudget], ['finalBudget', finalBudget]] as const).filter(([, header]) => letter !== undefined && compact(header.text).toUpperCase().includes(letter));
  const [first, ...more] = named;
  return first && more.length === 0 ? [{ kind: 'denominator', of: first[0], at: executionRate, quote }] : [];
}

/** The sentence that holds the words, for quoting. */
function sentence(text: string, words: RegExp): string {
  const parts = text.split(/(?<=[。;])/);
  return (parts.find((part) => words.test(part)) ?? text).slice(0, 160);
}
