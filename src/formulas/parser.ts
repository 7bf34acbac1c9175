// The grammar: one method a rule, building the tree as it goes. It knows no table; names and types are looked at afterwards.
import { EmbeddedActionsParser, type IToken, type ParserMethod, type TokenType } from 'chevrotain';
import { bare } from './spelling';
import type { CallNode, Comparison, Each, Formula, Node, NumberNode, NumberUnit, Span, TextNode, Within } from './syntax';
import * as T from './tokens';

const COMPARISONS: readonly (readonly [TokenType, Comparison])[] = [[T.Equal, '='], [T.Unequal, '<>'], [T.AtLeast, '>='], [T.AtMost, '<='], [T.Above, '>'], [T.Below, '<']];
const EACH: readonly (readonly [TokenType, Each])[] = [[T.EachRow, 'row'], [T.EachIndicator, 'indicator'], [T.EachFund, 'fund'], [T.EachGroup1, 'group1'], [T.EachGroup2, 'group2']];

type Rule<R> = ParserMethod<[], R>;
type Parsed = Omit<Formula, 'text'>;

const spanOf = ({ startOffset, image }: IToken): Span => ({ start: startOffset, end: startOffset + image.length });
const from = (first: Span, last: Span): Span => ({ start: first.start, end: last.end });

export class FormulaParser extends EmbeddedActionsParser {
  /** What was typed: quotations are taken from there, since the tokens are spelled plainly. */
  source = '';

  constructor() {
    super([...T.TOKENS], { maxLookahead: 2, recoveryEnabled: false, nodeLocationTracking: 'none' });
    this.performSelfAnalysis();
  }

  readonly formula: Rule<Parsed> = this.RULE('formula', (): Parsed => {
    let within: Within | null = null;
    let each: Each | null = null;
    this.OPTION(() => { within = this.SUBRULE(this.within); });
    this.OPTION1(() => {
      each = this.OR(EACH.map(([token, word]) => ({ ALT: (): Each => { this.CONSUME(token); return word; } })));
      this.OPTION2(() => this.SUBRULE1(this.separator));
    });
    const test = this.SUBRULE(this.expression);
    return { within, each, test };
  });

  private readonly within: Rule<Within> = this.RULE('within', (): Within => {
    const opening = this.OR<[1 | 2, IToken]>([{ ALT: () => [1, this.CONSUME(T.Level1)] }, { ALT: () => [2, this.CONSUME(T.Level2)] }]);
    const name = this.SUBRULE(this.quoted);
    const end = this.CONSUME(T.Inside);
    this.OPTION(() => this.SUBRULE(this.separator));
    return this.ACTION(() => ({ level: opening[0], name: name.text, ...from(spanOf(opening[1]), spanOf(end)) }));
  });

  private readonly separator: Rule<void> = this.RULE('separator', (): void => {
    this.OR([{ ALT: () => this.CONSUME(T.Colon) }, { ALT: () => this.CONSUME(T.Comma) }]);
  });

  private readonly expression: Rule<Node> = this.RULE('expression', (): Node => this.OR<Node>([{ ALT: () => this.SUBRULE(this.conditional) }, { ALT: () => this.SUBRULE(this.either) }]));

  private readonly conditional: Rule<Node> = this.RULE('conditional', (): Node => {
    const start = this.CONSUME(T.If);
    const condition = this.SUBRULE(this.expression);
    this.OPTION(() => this.CONSUME(T.Comma));
    this.CONSUME(T.Then);
    const then = this.SUBRULE1(this.expression);
    let otherwise: Node | null = null;
    this.OPTION1({
      // In 最大(若 … 则 1, 2) the comma ends the branch.
      GATE: () => this.LA(1).tokenType === T.Else || this.LA(2).tokenType === T.Else,
      DEF: () => {
        this.OPTION2(() => this.CONSUME1(T.Comma));
        this.CONSUME(T.Else);
        otherwise = this.SUBRULE2(this.expression);
      },
    });
    return this.ACTION(() => ({ kind: 'when', condition, then, otherwise, ...from(spanOf(start), otherwise ?? then) }));
  });

  private readonly either: Rule<Node> = this.RULE('either', (): Node => {
    const parts = [this.SUBRULE(this.both)];
    this.MANY(() => {
      this.CONSUME(T.Or);
      const part = this.SUBRULE1(this.both);
      parts.push(part);
    });
    return this.ACTION(() => joined('either', parts));
  });

  private readonly both: Rule<Node> = this.RULE('both', (): Node => {
    const parts = [this.SUBRULE(this.negation)];
    this.MANY(() => {
      this.CONSUME(T.And);
      const part = this.SUBRULE1(this.negation);
      parts.push(part);
    });
    return this.ACTION(() => joined('both', parts));
  });

  private readonly negation: Rule<Node> = this.RULE('negation', (): Node => this.OR<Node>([
    {
      ALT: () => {
        const not = this.CONSUME(T.Not);
        const of = this.SUBRULE(this.negation);
        return this.ACTION((): Node => ({ kind: 'not', of, ...from(spanOf(not), of) }));
      },
    },
    { ALT: () => this.SUBRULE(this.comparison) },
  ]));

  private readonly comparison: Rule<Node> = this.RULE('comparison', (): Node => {
    const left = this.SUBRULE(this.sum);
    let node: Node = left;
    this.OPTION(() => {
      node = this.OR<Node>([
        {
          ALT: () => {
            const op = this.OR1(COMPARISONS.map(([token, sign]) => ({ ALT: (): Comparison => { this.CONSUME(token); return sign; } })));
            const right = this.SUBRULE1(this.sum);
            return this.ACTION((): Node => ({ kind: 'compare', op, left, right, ...from(left, right) }));
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.Near);
            const right = this.SUBRULE2(this.sum);
            let margin: Node | null = null;
            this.OPTION1({
              GATE: () => this.LA(1).tokenType === T.Margin || this.LA(2).tokenType === T.Margin,
              DEF: () => {
                this.OPTION2(() => this.CONSUME(T.Comma));
                this.CONSUME(T.Margin);
                margin = this.SUBRULE3(this.sum);
              },
            });
            return this.ACTION((): Node => ({ kind: 'near', left, right, margin, ...from(left, margin ?? right) }));
          },
        },
        {
          ALT: () => {
            const end = this.OR2<[boolean, IToken]>([{ ALT: () => [false, this.CONSUME(T.IsBlank)] }, { ALT: () => [true, this.CONSUME(T.NotBlank)] }]);
            return this.ACTION((): Node => ({ kind: 'blank', of: left, negated: end[0], ...from(left, spanOf(end[1])) }));
          },
        },
        {
          ALT: () => {
            const how = this.OR3<[boolean, IToken]>([{ ALT: () => [false, this.CONSUME(T.Contains)] }, { ALT: () => [true, this.CONSUME(T.NotContains)] }]);
            const words = this.SUBRULE(this.words);
            return this.ACTION((): Node => ({ kind: 'match', how: 'contains', of: left, words: words.nodes, negated: how[0], ...from(left, words) }));
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.With);
            const words = this.SUBRULE1(this.words);
            const end = this.OR4<['starts' | 'ends', IToken]>([{ ALT: () => ['starts', this.CONSUME(T.Begins)] }, { ALT: () => ['ends', this.CONSUME(T.Ends)] }]);
            return this.ACTION((): Node => ({ kind: 'match', how: end[0], of: left, words: words.nodes, negated: false, ...from(left, spanOf(end[1])) }));
          },
        },
        {
          ALT: () => {
            const how = this.OR5<[boolean, IToken]>([{ ALT: () => [false, this.CONSUME(T.In)] }, { ALT: () => [true, this.CONSUME(T.NotIn)] }]);
            const members = this.SUBRULE(this.list);
            return this.ACTION((): Node => ({ kind: 'member', of: left, members: members.nodes, negated: how[0], ...from(left, members) }));
          },
        },
      ]);
    });
    return node;
  });

  private readonly words: Rule<Span & { readonly nodes: readonly Node[] }> = this.RULE('words', () => this.OR<Span & { readonly nodes: readonly Node[] }>([
    { ALT: () => this.SUBRULE(this.list) },
    {
      ALT: () => {
        const node = this.SUBRULE(this.operand);
        return this.ACTION(() => ({ nodes: [node], ...from(node, node) }));
      },
    },
  ]));

  private readonly list: Rule<Span & { readonly nodes: readonly (NumberNode | TextNode)[] }> = this.RULE('list', () => {
    const start = this.CONSUME(T.LeftBrace);
    const nodes: (NumberNode | TextNode)[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: T.Comma,
      DEF: () => {
        const node = this.OR<NumberNode | TextNode>([
          { ALT: () => this.SUBRULE(this.number) },
          { ALT: () => this.SUBRULE(this.quoted) },
          { ALT: () => { const word = this.CONSUME(T.Word); return this.ACTION((): TextNode => ({ kind: 'text', text: this.typed(word), ...spanOf(word) })); } },
        ]);
        nodes.push(node);
      },
    });
    const end = this.CONSUME(T.RightBrace);
    return this.ACTION(() => ({ nodes, ...from(spanOf(start), spanOf(end)) }));
  });

  private readonly sum: Rule<Node> = this.RULE('sum', (): Node => {
    let left = this.SUBRULE(this.product);
    this.MANY(() => {
      const op = this.OR<'+' | '-'>([{ ALT: () => { this.CONSUME(T.Plus); return '+'; } }, { ALT: () => { this.CONSUME(T.Minus); return '-'; } }]);
      const right = this.SUBRULE1(this.product);
      left = this.ACTION((): Node => ({ kind: 'arithmetic', op, left, right, ...from(left, right) }));
    });
    return left;
  });

  private readonly product: Rule<Node> = this.RULE('product', (): Node => {
    let left = this.SUBRULE(this.operand);
    this.MANY(() => {
      const op = this.OR<'*' | '/'>([{ ALT: () => { this.CONSUME(T.Times); return '*'; } }, { ALT: () => { this.CONSUME(T.Divide); return '/'; } }]);
      const right = this.SUBRULE1(this.operand);
      left = this.ACTION((): Node => ({ kind: 'arithmetic', op, left, right, ...from(left, right) }));
    });
    return left;
  });

  private readonly operand: Rule<Node> = this.RULE('operand', (): Node => this.OR<Node>([
    {
      ALT: () => {
        const minus = this.CONSUME(T.Minus);
        const of = this.SUBRULE(this.operand);
        return this.ACTION((): Node => ({ kind: 'negate', of, ...from(spanOf(minus), of) }));
      },
    },
    { ALT: () => this.SUBRULE(this.number) },
    { ALT: () => this.SUBRULE(this.quoted) },
    { ALT: () => { const field = this.CONSUME(T.Field); return this.ACTION((): Node => ({ kind: 'field', name: bare(this.typed(field).slice(1, -1)), ...spanOf(field) })); } },
    { ALT: () => this.SUBRULE(this.call) },
    {
      ALT: () => {
        const start = this.CONSUME(T.LeftParen);
        const inner = this.SUBRULE(this.expression);
        const end = this.CONSUME(T.RightParen);
        return this.ACTION((): Node => ({ ...inner, ...from(spanOf(start), spanOf(end)) }));
      },
    },
  ]));

  private readonly call: Rule<CallNode> = this.RULE('call', (): CallNode => {
    const name = this.CONSUME(T.Call);
    this.CONSUME(T.LeftParen);
    const args: Node[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: T.Comma,
      DEF: () => {
        const arg = this.OR<Node>([
          { ALT: () => { const column = this.CONSUME(T.Column); return this.ACTION((): Node => ({ kind: 'field', name: bare(this.typed(column)), ...spanOf(column) })); } },
          { ALT: () => this.SUBRULE(this.expression) },
        ]);
        args.push(arg);
      },
    });
    const end = this.CONSUME(T.RightParen);
    return this.ACTION((): CallNode => ({ kind: 'call', fn: T.FUNCTIONS.get(name.image.toUpperCase()) ?? '合计', args, ...from(spanOf(name), spanOf(end)) }));
  });

  private readonly number: Rule<NumberNode> = this.RULE('number', (): NumberNode => {
    const token = this.CONSUME(T.Figure);
    return this.ACTION(() => {
      const [, digits = '', unit = ''] = /^([\d.]+)\s*(\D*)$/.exec(token.image) ?? [];
      return { kind: 'number', digits, unit: unit === '分' || unit === '年' ? '' : (unit as NumberUnit), ...spanOf(token) };
    });
  });

  private readonly quoted: Rule<TextNode> = this.RULE('quoted', (): TextNode => {
    const token = this.CONSUME(T.Quoted);
    return this.ACTION(() => ({ kind: 'text', text: this.typed(token).slice(1, -1), ...spanOf(token) }));
  });

  /** The token as it was typed. */
  private typed({ startOffset, image }: IToken): string {
    return this.source.slice(startOffset, startOffset + image.length);
  }
}

function joined(kind: 'both' | 'either', parts: readonly Node[]): Node {
  const [first, ...more] = parts;
  const last = parts.at(-1);
  if (!first || !last) throw new Error('a list of conditions is never empty');
  return more.length === 0 ? first : { kind, parts, ...from(first, last) };
}
