// What a formula means before any table is there: which lines it walks, and whether its names and types go together.
import { halfOf } from './words';
import { isColumn, meaningOf, nearest, type Meaning, type Ref } from './names';
import { problemAt, type FormulaProblem, type ProblemKind } from './problem';
import { childrenOf, type CallNode, type Each, type FieldNode, type Formula, type Node } from './syntax';

export type ValueType = 'number' | 'text' | 'truth' | 'cell';
/** What is judged one by one; table: once. */
export type Lines = 'table' | 'indicator' | 'fund' | 'base' | 'group1' | 'group2';

const AGGREGATES: ReadonlySet<CallNode['fn']> = new Set(['合计', '平均', '最大', '最小', '个数']);

/** A call over a column of lines: 合计(分值), 个数(得分, [得分] < [分值]). */
export interface Aggregate {
  readonly column: FieldNode;
  readonly ref: Ref & { readonly at: 'fund' | 'indicator' | 'base' };
  readonly where: Node | null;
}

/** Null: a call over values. */
export function aggregateOf(node: CallNode): Aggregate | null {
  const [column, where, ...more] = node.args;
  if (!AGGREGATES.has(node.fn) || column?.kind !== 'field' || more.length > 0) return null;
  const ref = meaningOf(column.name)?.ref;
  if (!ref || !isColumn(ref) || (where && !isTruth(where))) return null;
  return { column, ref, where: where ?? null };
}

function isTruth(node: Node): boolean {
  return node.kind === 'when' ? isTruth(node.then) : !['number', 'text', 'field', 'call', 'negate', 'arithmetic'].includes(node.kind);
}

/** Fields that are read from the line that is judged: those inside an aggregate belong to the lines it walks. */
function* directFields(node: Node): Iterable<{ readonly field: FieldNode; readonly meaning: Meaning }> {
  if (node.kind === 'field') {
    const meaning = meaningOf(node.name);
    if (meaning) yield { field: node, meaning };
  } else if (node.kind !== 'call' || !aggregateOf(node)) for (const child of childrenOf(node)) yield* directFields(child);
}

/** Every field, those of aggregates included. */
export function* allFields(node: Node): Iterable<{ readonly field: FieldNode; readonly meaning: Meaning | null }> {
  if (node.kind === 'field') yield { field: node, meaning: meaningOf(node.name) };
  else for (const child of childrenOf(node)) yield* allFields(child);
}

/** 每行 means the lines that its columns stand in. */
export function linesOf(each: Each | null, tests: readonly Node[]): Lines {
  if (each === null) return 'table';
  if (each !== 'row') return each;
  const at = new Set(tests.flatMap((test) => [...directFields(test)].map(({ meaning }) => meaning.ref.at)));
  return at.has('base') ? 'base' : at.has('indicator') || at.has('group') || !at.has('fund') ? 'indicator' : 'fund';
}

/** Problems of names and types; `extra` are the parts of the message, which see the same lines. */
export function problemsOf(formula: Formula): readonly FormulaProblem[] {
  const checker = new Checker(formula.text, linesOf(formula.each, [formula.test]), formula.within !== null);
  const type = checker.typeOf(formula.test);
  if (checker.problems.length === 0 && type !== 'truth') {
    checker.report(formula.test, 'type', '公式的结果要能说成立或不成立：请在后面写比较，例如“= 100”或“不为空”。');
  }
  return checker.problems;
}

/** Problems of a value inside a message, which is judged on the lines of its formula. */
export function valueProblems(text: string, node: Node, lines: Lines, within: boolean): readonly FormulaProblem[] {
  const checker = new Checker(text, lines, within);
  checker.typeOf(node);
  return checker.problems;
}

const TYPE_WORDS: Readonly<Record<ValueType, string>> = { number: '数', text: '文字', truth: '成立或不成立', cell: '填报值' };
const ARGUMENTS: Readonly<Record<CallNode['fn'], readonly [number, number]>> = {
  合计: [1, 20], 平均: [1, 20], 最大: [1, 20], 最小: [1, 20], 个数: [1, 2], 绝对值: [1, 1], 四舍五入: [1, 2], 取整: [1, 1], 字数: [1, 1], 百分数: [1, 2],
};

class Checker {
  readonly problems: FormulaProblem[] = [];

  constructor(private readonly text: string, private readonly lines: Lines, private readonly within: boolean) {}

  report(node: Node, kind: ProblemKind, message: string, suggestion: string | null = null): void {
    this.problems.push(problemAt(this.text, node, kind, message, { suggestion }));
  }

  typeOf(node: Node, lines: Lines = this.lines): ValueType {
    switch (node.kind) {
      case 'number': return this.number(node);
      case 'text': return 'text';
      case 'field': return this.field(node, lines);
      case 'call': return this.call(node, lines);
      case 'negate': return this.wants('number', node.of, lines);
      case 'arithmetic':
        this.wants('number', node.left, lines);
        return this.wants('number', node.right, lines);
      case 'compare': return this.comparison(node, lines);
      case 'near':
        for (const part of childrenOf(node)) this.wants('number', part, lines);
        return 'truth';
      case 'blank': return this.blank(node, lines);
      case 'match': return this.match(node, lines);
      case 'member': return this.member(node, lines);
      case 'both': case 'either':
        for (const part of node.parts) this.wants('truth', part, lines);
        return 'truth';
      case 'not': return this.wants('truth', node.of, lines);
      case 'when': return this.when(node, lines);
    }
  }

  private number(node: Node & { readonly kind: 'number' }): ValueType {
    if (!/^\d{1,15}(?:\.\d{1,10})?$/.test(node.digits)) this.report(node, 'limit', '数太长：整数最多 15 位，小数最多 10 位。');
    return 'number';
  }

  private blank({ of }: Node & { readonly kind: 'blank' }, lines: Lines): ValueType {
    this.typeOf(of, lines);
    if (of.kind !== 'field') this.report(of, 'type', '“为空”“不为空”只能用在一个字段后面，例如 [偏差原因] 不为空。');
    return 'truth';
  }

  private match(node: Node & { readonly kind: 'match' }, lines: Lines): ValueType {
    this.readable(node.of, lines);
    for (const word of node.words) if (this.typeOf(word, lines) !== 'text' && word.kind !== 'field') this.report(word, 'type', '这里要写文字，加引号，例如 包含“补助”。');
    return 'truth';
  }

  private member(node: Node & { readonly kind: 'member' }, lines: Lines): ValueType {
    const type = this.typeOf(node.of, lines);
    for (const member of node.members) this.typeOf(member, lines);
    const holds = (kind: 'number' | 'text'): boolean => node.members.some((member) => member.kind === kind);
    if (type === 'truth') this.report(node.of, 'type', '“属于”前面要写字段或数，不能是一个条件。');
    else if (type === 'number' && holds('text')) this.report(node, 'type', `${halfOf(this.text, node.of)}是数，花括号里也要写数。`);
    else if (type === 'text' && holds('number')) this.report(node, 'type', `${halfOf(this.text, node.of)}是文字，花括号里的数请加引号。`);
    return 'truth';
  }

  private when({ condition, then, otherwise }: Node & { readonly kind: 'when' }, lines: Lines): ValueType {
    this.wants('truth', condition, lines);
    if (!otherwise) return this.wants('truth', then, lines);
    const [a, b] = [this.typeOf(then, lines), this.typeOf(otherwise, lines)];
    if (!fits(a, b)) this.report(otherwise, 'type', `“则”后面是${TYPE_WORDS[a]}，“否则”后面是${TYPE_WORDS[b]}：两边要一样。`);
    return a === 'cell' ? b : a;
  }

  private wants(type: 'number' | 'truth', node: Node, lines: Lines): ValueType {
    const before = this.problems.length;
    const found = this.typeOf(node, lines);
    if (!fits(type, found) && this.problems.length === before) {
      const hint = type === 'truth' ? (node.kind === 'field' ? '请写成条件，例如 [得分] > 0 或 [得分] 不为空' : '请写成条件，例如 合计(得分) > 0') : found === 'truth' ? '条件不能拿来计算' : '文字不能拿来计算或比大小';
      this.report(node, 'type', `这里要的是${TYPE_WORDS[type]}，${halfOf(this.text, node)}是${TYPE_WORDS[found]}：${hint}。`);
    }
    return type;
  }

  /** Anything that has a text: fields whatever they hold, and quotations. */
  private readable(node: Node, lines: Lines): void {
    const type = this.typeOf(node, lines);
    if (node.kind !== 'field' && type !== 'text') this.report(node, 'type', '“包含”“以…开头”前面要写一个字段。');
  }

  private comparison(node: Node & { readonly kind: 'compare' }, lines: Lines): ValueType {
    const before = this.problems.length;
    const [a, b] = [this.typeOf(node.left, lines), this.typeOf(node.right, lines)];
    if (this.problems.length > before) return 'truth';
    if (node.op !== '=' && node.op !== '<>') {
      for (const [part, type] of [[node.left, a], [node.right, b]] as const) if (!fits('number', type)) this.report(part, 'type', `比大小要两个数，${halfOf(this.text, part)}是${TYPE_WORDS[type]}。`);
    } else if (a === 'truth' || b === 'truth') this.report(a === 'truth' ? node.left : node.right, 'type', '一次只能比较两个数或两段文字；几个条件请用“且”“或”连接。');
    else if (!fits(a, b)) this.report(node, 'type', `${halfOf(this.text, node.left)}是${TYPE_WORDS[a]}，${halfOf(this.text, node.right)}是${TYPE_WORDS[b]}，不能相比。`);
    for (const [part, other] of [[node.left, node.right], [node.right, node.left]] as const) {
      if (part.kind === 'number' && part.unit === '' && Number(part.digits) > 1.5 && isRate(other)) {
        this.report(part, 'type', `${halfOf(this.text, other)}是百分数，请写成 ${part.digits}%。`, `${part.digits}%`);
      }
    }
    return 'truth';
  }

  private field(node: FieldNode, lines: Lines): ValueType {
    const meaning = meaningOf(node.name);
    if (!meaning) {
      const near = node.name === '' ? null : nearest(node.name);
      const hint = near === null ? '表头里的其他栏目可写成 [表头/栏目名]，某一行的数可写成 [行名/列名]' : `是不是 [${near}]？`;
      this.report(node, 'name', node.name === '' ? '方括号里要写字段名，例如 [得分]。' : `没有字段“${node.name.slice(0, 30)}”：${hint}${near === null ? '。' : ''}`, near === null ? null : `[${near}]`);
      return 'cell';
    }
    const place = this.misplaced(meaning.ref, node, lines);
    if (place !== null) this.report(node, 'type', place);
    return meaning.type;
  }

  /** Why the field cannot be read there; null where it can. */
  private misplaced(ref: Ref, { name }: FieldNode, lines: Lines): string | null {
    switch (ref.at) {
      case 'indicator': return isOnLine(ref, lines) ? null : COLUMN_ELSEWHERE[lines](name);
      case 'group': return isOnLine(ref, lines) || (lines === 'table' && this.within) ? null : `[${name}] 每组一个：请在公式最前面写“每个${ref.level === 1 ? '一' : '二'}级指标：”。`;
      case 'base': return isOnLine(ref, lines) ? null : `[${name}] 每行一个：请写明是哪一行，例如 [三公经费/${name}]，或在公式最前面写“每行：”。`;
      case 'line-name': return lines === 'table' ? '[行名] 只能和“每行：”“每个指标：”一起用。' : null;
      default: return null;
    }
  }

  private call(node: CallNode, lines: Lines): ValueType {
    const aggregate = aggregateOf(node);
    if (aggregate) return this.aggregate(node, aggregate);
    const [least, most] = ARGUMENTS[node.fn];
    if (node.args.length < least || node.args.length > most) {
      this.report(node, 'type', `“${node.fn}”的括号里要写${least === most ? ` ${least} ` : ` ${least} 到 ${most} `}项，这里有 ${node.args.length} 项。`);
      return 'number';
    }
    if (node.fn === '字数') {
      this.readable(node.args[0] ?? node, lines);
      return 'number';
    }
    if (node.fn === '个数') {
      const [column] = node.args;
      if (column?.kind === 'field' && !meaningOf(column.name)) this.field(column, lines);
      else this.report(node, 'type', '“个数”的括号里写一个栏目，后面可以加条件，例如 个数(得分, [得分] = 0)。');
      return 'number';
    }
    for (const arg of node.args) this.wants('number', arg, lines);
    if (node.fn === '四舍五入' || node.fn === '百分数') this.decimals(node.args[1]);
    return node.fn === '百分数' ? 'text' : 'number';
  }

  private aggregate({ fn }: CallNode, { column, ref, where }: Aggregate): ValueType {
    if (ref.at === 'base') this.report(column, 'type', '基础数据的行有上下级，整列相加会重复：请写明各行，例如 合计([公务接待/本年决算], [出国经费/本年决算])。');
    else if (fn !== '个数' && meaningOf(column.name)?.type === 'text') this.report(column, 'type', `“${column.name}”是文字，不能${fn}；数有几个请用 个数。`);
    if (where) this.wants('truth', where, ref.at);
    return 'number';
  }

  /** How many digits to keep: typed, not computed. */
  private decimals(node: Node | undefined): void {
    const typed = !node || node.kind === 'number' && node.unit === '' && /^(?:10|\d)$/.test(node.digits);
    if (!typed) this.report(node, 'type', '小数位数请写 0 到 10 的整数。');
  }
}

/** True where each line that is judged has one of it. */
function isOnLine(ref: Ref & { readonly at: 'indicator' | 'group' | 'base' }, lines: Lines): boolean {
  if (ref.at === 'base') return lines === 'base';
  if (lines === 'indicator') return true;
  // A group has the levels that it stands in.
  if (ref.at === 'indicator') return (lines === 'group1' || lines === 'group2') && (ref.fact === 'level1' || ref.fact === 'level2');
  return lines === 'group2' || (lines === 'group1' && ref.level === 1);
}

const oneForEach = (name: string): string => `[${name}] 每个指标一个，这里要一个数：请写 合计(${name})，或在公式最前面写“每个指标：”。`;
const onOtherLines = (of: string) => (name: string): string => `[${name}] 是指标的栏目，和${of}不在同一行：请分成两条审核公式，或写成 合计(${name})。`;

/** Why a column of the indicators cannot be read where other lines are judged. */
const COLUMN_ELSEWHERE: Readonly<Record<Lines, (name: string) => string>> = {
  table: oneForEach, group1: oneForEach, group2: oneForEach, indicator: oneForEach, fund: onOtherLines('资金'), base: onOtherLines('基础数据'),
};

function isRate(node: Node): boolean {
  const ref = node.kind === 'field' ? meaningOf(node.name)?.ref : null;
  const column = ref?.at === 'line' ? ref.of : ref;
  return (column?.at === 'fund' && column.fact === 'executionRate') || (column?.at === 'control' && column.part === 'rate');
}

function fits(wanted: ValueType, found: ValueType): boolean {
  return wanted === found || (wanted === 'cell' && found !== 'truth') || (found === 'cell' && wanted !== 'truth');
}
