// What may be typed at a place of a formula: fields, functions and words of the language that fit there.
import type { TokenType } from 'chevrotain';
import { KNOWN, type Known } from './names';
import { expectedAfter, tokensOf } from './parse';
import { bare, plainSigns } from './spelling';
import * as T from './tokens';

export interface Completion {
  /** What the list shows. */
  readonly label: string;
  /** What replaces the text from `from` to `to`. */
  readonly insert: string;
  /** Where the caret stands afterwards, from the beginning of `insert`. */
  readonly caret: number;
  readonly kind: 'field' | 'function' | 'word' | 'sign' | 'value';
  /** A few words of explanation. */
  readonly detail: string;
}

export interface Completions {
  /** Offsets into the text. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
}

const FUNCTION_DETAILS: readonly (readonly [string, string])[] = [
  ['合计', '一栏各行相加，可加条件：合计(分值, [一级指标] = “产出指标”)'], ['平均', '一栏的平均数'], ['最大', '一栏或几个数里最大的'], ['最小', '一栏或几个数里最小的'],
  ['个数', '一栏填了几个，可加条件：个数(得分, [得分] = 0)'], ['绝对值', '去掉正负号'], ['四舍五入', '四舍五入(数, 小数位数)'], ['取整', '去掉小数'], ['字数', '文字有几个字'], ['百分数', '写成百分数的文字，用在出错说明里'],
];

const DETAILS: ReadonlyMap<string, string> = new Map([
  [T.EachRow.name, '一行一行地核查'], [T.EachIndicator.name, '每个三级指标核查一次'], [T.EachFund.name, '资金总额和每项来源各核查一次'], [T.EachGroup1.name, '每个一级指标核查一次'], [T.EachGroup2.name, '每个二级指标核查一次'],
  [T.Level1.name, '只看一个一级指标：一级指标“产出指标”内'], [T.Level2.name, '只看一个二级指标'], [T.If.name, '若…则…，可加 否则'], [T.Then.name, '条件成立时要满足的'], [T.Else.name, '条件不成立时要满足的'],
  [T.Near.name, '按显示的小数位比较，相差不超过最后一位的一半'], [T.Margin.name, '约等于允许相差多少'], [T.IsBlank.name, '没有填，或填的是“—”“/”“无”'], [T.NotBlank.name, '填了内容'],
  [T.Contains.name, '文字里有'], [T.In.name, '是列出的几个之一：属于 {优、良、中、差}'], [T.And.name, '两个条件都成立'], [T.Or.name, '有一个条件成立'], [T.Not.name, '条件不成立'],
]);

const SIGNS: ReadonlySet<TokenType> = new Set([T.Equal, T.Unequal, T.Above, T.Below, T.AtLeast, T.AtMost, T.Plus, T.Minus, T.Times, T.Divide, T.LeftParen, T.RightParen, T.LeftBrace, T.RightBrace, T.Comma, T.Colon]);

/** What is wanted most often comes first; fields and functions keep their place before the signs of arithmetic. */
const FIRST: readonly string[] = ['则', '否则', '=', '<=', '>=', '<', '>', '<>', '约等于', '为空', '不为空', '包含', '不包含', '以', '属于', '不属于', '且', '或', '开头', '结尾', '内', '误差'];

function rank({ kind, label }: Completion): number {
  const at = FIRST.indexOf(label);
  return at >= 0 ? at : kind === 'sign' ? FIRST.length + 1 : FIRST.length;
}

/** What fits at `offset`. `lines`: names of the open table's own lines, offered as [行名/…]. Empty for a text that is too long. */
export function complete(text: string, offset: number, lines: readonly string[] = []): Completions {
  const at = Math.max(0, Math.min(offset, text.length));
  const plain = plainSigns(text);
  const open = openField(plain, at);
  if (open !== null) return fieldCompletions(text, plain, open, at, lines);
  const word = /[\p{L}_]*$/u.exec(plain.slice(0, at))?.[0] ?? '';
  // 且 and the like are whole words already: what follows them begins anew.
  for (const from of word === '' ? [at] : [at - word.length, at]) {
    const items = itemsAt(text, from, text.slice(from, at), lines);
    if (items.length > 0) return { from, to: at, items };
  }
  return { from: at, to: at, items: [] };
}

function itemsAt(text: string, from: number, typed: string, lines: readonly string[]): readonly Completion[] {
  const tokens = tokensOf(text.slice(0, from));
  if (!tokens || tokens.some(({ tokenType }) => tokenType === T.OpenQuoted || tokenType === T.OpenField)) return [];
  const items: Completion[] = [];
  for (const type of expectedAfter(tokens)) {
    if (type === T.Field || type === T.Column) items.push(...fields(type === T.Column, lines));
    else if (type === T.Call) items.push(...FUNCTION_DETAILS.map(([name, detail]): Completion => ({ label: `${name}()`, insert: `${name}()`, caret: name.length + 1, kind: 'function', detail })));
    else if (type === T.Quoted) items.push({ label: '“文字”', insert: '“”', caret: 1, kind: 'value', detail: '' });
    else if (type === T.Figure || type === T.Word) continue;
    else {
      const label = type.LABEL ?? type.name;
      const insert = SIGNS.has(type) ? type.name : label;
      items.push({ label: insert, insert, caret: insert.length, kind: SIGNS.has(type) ? 'sign' : 'word', detail: DETAILS.get(type.name) ?? '' });
    }
  }
  const seen = new Set<string>();
  return items.filter(({ label }) => fits(label, typed) && !seen.has(label) && seen.add(label)).sort((a, b) => rank(a) - rank(b));
}

function fits(label: string, typed: string): boolean {
  return typed === '' || bare(label).replace(/^\[/, '').includes(bare(typed));
}

/** Of a column argument only the columns of lines. */
function fields(columns: boolean, lines: readonly string[]): readonly Completion[] {
  const known = columns ? KNOWN.filter(({ ref }) => ref.at === 'indicator' || ref.at === 'fund') : KNOWN;
  return [
    ...known.map((one) => field(one.name, detailOf(one))),
    ...(columns ? [] : lines.map((line) => field(`${line}/`, '表上的一行，后面写栏目名'))),
  ];
}

function field(name: string, detail: string): Completion {
  const insert = `[${name}]`;
  return { label: insert, insert, caret: name.endsWith('/') ? insert.length - 1 : insert.length, kind: 'field', detail };
}

function detailOf({ place, aliases }: Known): string {
  return aliases.length === 0 ? place : `${place}，又叫 ${aliases.slice(0, 3).join('、')}`;
}

/** Offset of the bracket that is open at `at`; null outside of one. */
function openField(plain: string, at: number): number | null {
  const open = plain.lastIndexOf('[', at - 1);
  return at > 0 && open >= 0 && !plain.slice(open, at).includes(']') && !insideQuotes(plain, open) ? open : null;
}

function insideQuotes(plain: string, at: number): boolean {
  let open = false;
  for (let i = 0; i < at; i++) if (plain[i] === '"') open = !open;
  return open;
}

function fieldCompletions(text: string, plain: string, open: number, at: number, lines: readonly string[]): Completions {
  const close = /^[^[\]]*?\]/.exec(plain.slice(at));
  const to = close && !/["(),]/.test(close[0]) ? at + close[0].length : at;
  const typed = text.slice(open + 1, at);
  const slash = bare(typed).lastIndexOf('/');
  const line = slash < 0 ? null : bare(typed).slice(0, slash);
  const wanted = slash < 0 ? typed : bare(typed).slice(slash + 1);
  const known = line === null ? KNOWN : KNOWN.filter(({ ref }) => ref.at === 'indicator' || ref.at === 'fund' || ref.at === 'base');
  const matching = known.filter(({ name, aliases }) => [name, ...aliases].some((word) => fits(word, wanted)));
  const items = [
    ...matching.map((one) => field(line === null ? one.name : `${line}/${one.name}`, detailOf(one))),
    ...(line === null ? lines.filter((one) => fits(one, typed)).map((one) => field(`${one}/`, '表上的一行，后面写栏目名')) : []),
  ];
  return { from: open, to, items };
}
