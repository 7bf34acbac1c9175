// A formula as a tree: plain data, so that it crosses a worker's boundary and needs no parser to be judged.

/** Offsets into the formula's text; `end` is outside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type FunctionName = '合计' | '平均' | '最大' | '最小' | '个数' | '绝对值' | '四舍五入' | '取整' | '字数' | '百分数';
export type NumberUnit = '' | '%' | '万' | '亿' | '元' | '千元' | '万元' | '亿元';

export interface NumberNode extends Span {
  readonly kind: 'number';
  /** Digits as written, without the unit. */
  readonly digits: string;
  readonly unit: NumberUnit;
}

export interface TextNode extends Span {
  readonly kind: 'text';
  readonly text: string;
}

export interface FieldNode extends Span {
  readonly kind: 'field';
  /** As written between the brackets, without spaces. */
  readonly name: string;
}

export interface CallNode extends Span {
  readonly kind: 'call';
  readonly fn: FunctionName;
  readonly args: readonly Node[];
}

export type Node =
  | NumberNode
  | TextNode
  | FieldNode
  | CallNode
  | (Span & { readonly kind: 'negate'; readonly of: Node })
  | (Span & { readonly kind: 'arithmetic'; readonly op: '+' | '-' | '*' | '/'; readonly left: Node; readonly right: Node })
  | (Span & { readonly kind: 'compare'; readonly op: Comparison; readonly left: Node; readonly right: Node })
  /** |left − right| within `margin`, without one within half a unit of the last displayed digit. */
  | (Span & { readonly kind: 'near'; readonly left: Node; readonly right: Node; readonly margin: Node | null })
  | (Span & { readonly kind: 'blank'; readonly of: Node; readonly negated: boolean })
  /** The text holds one of the words, begins or ends with one. */
  | (Span & { readonly kind: 'match'; readonly how: 'contains' | 'starts' | 'ends'; readonly of: Node; readonly words: readonly Node[]; readonly negated: boolean })
  | (Span & { readonly kind: 'member'; readonly of: Node; readonly members: readonly (NumberNode | TextNode)[]; readonly negated: boolean })
  | (Span & { readonly kind: 'both' | 'either'; readonly parts: readonly Node[] })
  | (Span & { readonly kind: 'not'; readonly of: Node })
  /** Without `otherwise` it holds wherever the condition does not. */
  | (Span & { readonly kind: 'when'; readonly condition: Node; readonly then: Node; readonly otherwise: Node | null });

export type Each = 'row' | 'indicator' | 'fund' | 'group1' | 'group2';

/** 一级指标“产出指标”内 */
export interface Within extends Span {
  readonly level: 1 | 2;
  readonly name: string;
}

export interface Formula {
  readonly text: string;
  readonly within: Within | null;
  /** Null: once for the whole table. */
  readonly each: Each | null;
  readonly test: Node;
}

/** The parts of a node, in reading order. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'number': case 'text': case 'field': return [];
    case 'call': return node.args;
    case 'negate': case 'not': case 'blank': return [node.of];
    case 'arithmetic': case 'compare': return [node.left, node.right];
    case 'near': return node.margin ? [node.left, node.right, node.margin] : [node.left, node.right];
    case 'match': return [node.of, ...node.words];
    case 'member': return [node.of, ...node.members];
    case 'both': case 'either': return node.parts;
    case 'when': return node.otherwise ? [node.condition, node.then, node.otherwise] : [node.condition, node.then];
  }
}
