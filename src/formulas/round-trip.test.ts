// Printing and parsing agree on any tree, and so do the widths in which a formula is typed.
import fc from 'fast-check';
import { CHECK_EXAMPLES } from './examples';
import { KNOWN } from './names';
import { parseFormula, parseValue } from './parse';
import { print, printFormula } from './print';
import type { Node, NumberNode, TextNode } from './syntax';

const span = { start: 0, end: 0 };
const digits = fc.tuple(fc.nat(99_999), fc.nat(99)).map(([a, b]) => (b === 0 ? String(a) : `${a}.${b}`));
const number: fc.Arbitrary<NumberNode> = fc.record({ kind: fc.constant('number' as const), digits, unit: fc.constantFrom('' as const, '%' as const, '万' as const, '亿' as const, '元' as const, '千元' as const, '万元' as const, '亿元' as const) }).map((one) => ({ ...one, ...span }));
// A text holds no two kinds of quotation marks at once: nobody could write it down.
const text: fc.Arbitrary<TextNode> = fc.string({ unit: fc.constantFrom('甲', '乙', 'a', '1', ' ', '(', '，', '且', '＝', '%', '/', '“', '”'), maxLength: 8 }).map((one) => ({ kind: 'text', text: one, ...span }));
const field: fc.Arbitrary<Node> = fc.constantFrom(...KNOWN.map(({ name }) => name), '三公经费/本年决算', '表头/项目类别').map((name) => ({ kind: 'field', name, ...span }));

const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    number, text, field,
    fc.record({ kind: fc.constant('call' as const), fn: fc.constantFrom('合计' as const, '最大' as const, '四舍五入' as const, '字数' as const), args: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }).map((one) => ({ ...one, ...span })),
    fc.record({ kind: fc.constantFrom('negate' as const, 'not' as const), of: tie('node') }).map((one) => ({ ...one, ...span })),
    fc.record({ kind: fc.constant('arithmetic' as const), op: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const), left: tie('node'), right: tie('node') }).map((one) => ({ ...one, ...span })),
    fc.record({ kind: fc.constant('compare' as const), op: fc.constantFrom('=' as const, '<>' as const, '<' as const, '<=' as const, '>' as const, '>=' as const), left: tie('node'), right: tie('node') }).map((one) => ({ ...one, ...span })),
    fc.record({ kind: fc.constant('near' as const), left: tie('node'), right: tie('node'), margin: fc.option(tie('node')) }).map((one) => ({ ...one, ...span })),
    fc.record({ kind: fc.constant('blank' as const), of: tie('node'), negated: fc.boolean() }).map((one) => ({ ...one, ...span })),
    fc.record({ kind: fc.constant('match' as const), how: fc.constantFrom('contains' as const, 'starts' as const, 'ends' as const), of: tie('node'), words: fc.array(text, { minLength: 1, maxLength: 3 }), negated: fc.boolean() })
      .map((one): Node => ({ ...one, negated: one.how === 'contains' && one.negated, ...span })),
    fc.record({ kind: fc.constant('member' as const), of: tie('node'), members: fc.array(fc.oneof(number, text), { minLength: 1, maxLength: 3 }), negated: fc.boolean() }).map((one) => ({ ...one, ...span })),
    fc.record({ kind: fc.constantFrom('both' as const, 'either' as const), parts: fc.array(tie('node'), { minLength: 2, maxLength: 3 }) }).map((one): Node => ({ ...one, parts: one.parts.flatMap((part): readonly Node[] => (part.kind === one.kind ? part.parts : [part])), ...span })),
    fc.record({ kind: fc.constant('when' as const), condition: tie('node'), then: tie('node'), otherwise: fc.option(tie('node')) }).map((one) => ({ ...one, ...span })),
  ),
}));

const bareTree = (tree: unknown): unknown => JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)));

/** Every sign that has one, as a Chinese keyboard types it; texts between quotation marks are left alone. */
function wide(formula: string): string {
  let until: string | null = null;
  return [...formula].map((char) => {
    const quoted = until !== null;
    if (until === null) until = { '“': '”', '「': '」', "'": "'" }[char] ?? null;
    else if (char === until) until = null;
    const code = char.charCodeAt(0);
    if (!quoted && '[] '.includes(char)) return { '[': '【', ']': '】' }[char] ?? '　';
    return !quoted && code > 0x20 && code < 0x7f && char !== "'" ? String.fromCharCode(code + 0xfee0) : char;
  }).join('');
}

describe('printing and parsing', () => {
  it('agree on any tree', () => {
    fc.assert(fc.property(node, (tree) => {
      const printed = print(tree);
      const parsed = parseValue(printed);
      // Beyond the bounds on depth and length there is nothing to agree on.
      fc.pre(parsed.ok || parsed.problems[0]?.kind !== 'limit');
      expect(parsed.ok ? bareTree(parsed.formula) : [printed, parsed.problems[0]?.message]).toEqual(bareTree(tree));
    }), { numRuns: 500 });
  });

  it('agree on every example, with its scope', () => {
    for (const { draft } of CHECK_EXAMPLES) {
      const first = parseFormula(draft.formula);
      const printed = first.ok ? printFormula(first.formula) : '';
      const second = parseFormula(printed);
      expect(second.ok ? printFormula(second.formula) : second.problems).toBe(printed);
    }
  });

  it('agree on full-width signs, brackets and blanks', () => {
    fc.assert(fc.property(node, (tree) => {
      const [narrow, full] = [parseValue(print(tree)), parseValue(wide(print(tree)))];
      expect(full.ok).toBe(narrow.ok);
      if (narrow.ok && full.ok) expect(bareTree(full.formula)).toEqual(bareTree(narrow.formula));
    }), { numRuns: 300 });
    for (const { draft } of CHECK_EXAMPLES) {
      const [narrow, full] = [parseFormula(draft.formula), parseFormula(wide(draft.formula))];
      expect(full.ok && narrow.ok ? printFormula(full.formula) : full).toBe(narrow.ok ? printFormula(narrow.formula) : '');
    }
  });

  it('never throw, whatever is typed', () => {
    const piece = fc.constantFrom('[得分]', '[', ']', '(', ')', '{', '}', '“', '”', '合计', '合计(', '若', '则', '否则', '且', '或', '非', '=', '<=', '≠', '1', '5万元', '%', '为空', '包含', '以', '开头', '属于', '每行：', '一级指标“甲”内', '甲', '、', '，', '\n', '-', '*', '约等于', '误差', '\u0000');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const typed = pieces.join('');
      const answer = parseFormula(typed);
      if (answer.ok) expect(parseFormula(printFormula(answer.formula)).ok).toBe(true);
      else for (const { start, end, message } of answer.problems) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThanOrEqual(typed.length);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(message).toMatch(/[\u4e00-\u9fff]/);
      }
    }), { numRuns: 2_000 });
  });
});
