// A formula in its one canonical spelling: what is printed reads back as the same tree.
import type { Each, Formula, Node, TextNode } from './syntax';

const EACH: Readonly<Record<Each, string>> = { row: '每行', indicator: '每个指标', fund: '每项资金', group1: '每个一级指标', group2: '每个二级指标' };

export function printFormula({ within, each, test }: Pick<Formula, 'within' | 'each' | 'test'>): string {
  const scope = within ? `${within.level === 1 ? '一级指标' : '二级指标'}${quoted(within.name)}内` : '';
  return `${scope}${each === null ? '' : EACH[each]}${scope !== '' || each !== null ? '：' : ''}${print(test)}`;
}

/** How tightly a node holds together; what is looser than its place goes into brackets. */
function tightness(node: Node): number {
  switch (node.kind) {
    case 'when': return 0;
    case 'either': return 1;
    case 'both': return 2;
    case 'not': return 3;
    case 'compare': case 'near': case 'blank': case 'match': case 'member': return 4;
    case 'arithmetic': return node.op === '+' || node.op === '-' ? 5 : 6;
    case 'number': case 'text': case 'field': case 'call': case 'negate': return 7;
  }
}

function within(node: Node, least: number): string {
  return tightness(node) < least ? `(${print(node)})` : print(node);
}

export function print(node: Node): string {
  switch (node.kind) {
    case 'number': return `${node.digits}${node.unit}`;
    case 'text': return quoted(node.text);
    case 'field': return `[${node.name}]`;
    case 'call': return `${node.fn}(${node.args.map(print).join(', ')})`;
    case 'negate': return `-${within(node.of, 7)}`;
    // Subtraction and division lean to the left.
    case 'arithmetic': return `${within(node.left, tightness(node))} ${node.op} ${within(node.right, tightness(node) + 1)}`;
    case 'compare': return `${within(node.left, 5)} ${node.op} ${within(node.right, 5)}`;
    case 'near': return `${within(node.left, 5)} 约等于 ${within(node.right, 5)}${node.margin ? ` 误差 ${within(node.margin, 5)}` : ''}`;
    case 'blank': return `${within(node.of, 5)} ${node.negated ? '不为空' : '为空'}`;
    case 'match': return matched(node);
    case 'member': return `${within(node.of, 5)} ${node.negated ? '不属于' : '属于'} {${node.members.map(print).join('、')}}`;
    case 'both': return node.parts.map((part) => within(part, 3)).join(' 且 ');
    case 'either': return node.parts.map((part) => within(part, 2)).join(' 或 ');
    case 'not': return `非 ${within(node.of, 3)}`;
    case 'when': return `若 ${within(node.condition, 1)} 则 ${within(node.then, 1)}${node.otherwise ? ` 否则 ${print(node.otherwise)}` : ''}`;
  }
}

function matched(node: Node & { readonly kind: 'match' }): string {
  const [only] = node.words;
  const words = only && node.words.length === 1 && only.kind !== 'number' ? within(only, 7) : `{${node.words.map(print).join('、')}}`;
  const of = within(node.of, 5);
  if (node.how === 'contains') return `${of} ${node.negated ? '不包含' : '包含'} ${words}`;
  return `${of} 以 ${words} ${node.how === 'starts' ? '开头' : '结尾'}`;
}

/** In the marks that the text itself does not hold. */
function quoted(text: TextNode['text']): string {
  if (!/[“”"„‟＂]/.test(text)) return `“${text}”`;
  return /[「」『』]/.test(text) ? `'${text}'` : `「${text}」`;
}
