// Judges a formula on one line of a table: three answers, since what cannot be read is neither true nor false. Counts its steps.
import { decimal } from '../model/decimal';
import type { AmountUnit, FundRow, IndicatorGroup } from '../model/table';
import { asNumber, asText, find, isBlank, type Found, type Judged } from './fields';
import { indicatorLines, linesIn, WHOLE, type Line } from './lines';
import { aggregateOf, type Aggregate } from './meaning';
import { meaningOf, type Meaning, type Ref } from './names';
import { applied, calculated, closeness, comparison, cut, joined, shownValue, together } from './operations';
import { reduced } from './reduce';
import { bare } from './spelling';
import type { CallNode, FieldNode, Node } from './syntax';
import { alike, computed, equal, literal, truth, unknown, type NumberValue, type TextValue, type TruthValue, type UnknownValue, type Value } from './values';

/** Thrown to leave a tree that has taken too many steps; caught where the tree is entered. */
export class TooManySteps extends Error {}

/** One formula on one table. Aggregates are kept: they do not depend on the line that is judged, only on the group. */
export class Evaluator {
  steps = 0;
  private kept = new Map<CallNode, Value>();
  private keptFor: IndicatorGroup | null = null;
  private readonly meanings = new Map<string, Meaning | null>();
  /** What does not depend on the line, by name. */
  private readonly fixed = new Map<string, Found>();
  readonly formUnit: AmountUnit | null;

  /** `groups`: those that 一级指标“…”内 names; null without such a limit. `allowed`: steps until TooManySteps is thrown. */
  constructor(private readonly judged: Judged, private readonly groups: readonly IndicatorGroup[] | null, private readonly allowed: number) {
    this.formUnit = judged.table.fund?.unit ?? judged.table.amountUnit;
  }

  /** Throws TooManySteps. */
  value(node: Node, line: Line): Value {
    this.step();
    switch (node.kind) {
      case 'number': return literal(node.digits, node.unit);
      case 'text': return { kind: 'text', text: node.text, cells: [] };
      case 'field': return this.field(node, line);
      case 'call': return this.call(node, line);
      case 'negate': return this.lifted(node.of, line, ({ value, unit, decimals, cells }) => computed(value.negated(), cells, unit, decimals));
      case 'arithmetic': return this.arithmetic(node, line);
      case 'compare': return this.compare(node, line);
      case 'near': return this.near(node, line);
      case 'blank': return this.blank(node, line);
      case 'match': return this.match(node, line);
      case 'member': return this.member(node, line);
      case 'both': return this.all(node.parts, line, false);
      case 'either': return this.all(node.parts, line, true);
      case 'not': {
        const of = this.value(node.of, line);
        return of.kind === 'truth' ? truth(!of.holds, of.cells) : of;
      }
      case 'when': return this.when(node, line);
    }
  }

  found(node: FieldNode, line: Line): Found {
    let meaning = this.meanings.get(node.name);
    if (meaning === undefined) this.meanings.set(node.name, (meaning = meaningOf(node.name)));
    if (!meaning) return unknown(`没有字段“${node.name}”`);
    const { at } = meaning.ref;
    if (at !== 'table' && at !== 'head' && at !== 'control' && at !== 'line') return find(this.judged, meaning.ref, node.name, line);
    const found = this.fixed.get(node.name) ?? find(this.judged, meaning.ref, node.name, line);
    this.fixed.set(node.name, found);
    return found;
  }

  private step(size = 1): void {
    this.steps += size;
    if (this.steps > this.allowed) throw new TooManySteps();
  }

  /** A number by its column's nature, a text by its; 指标值 and 实际完成值 by what stands in the cell. */
  private field(node: FieldNode, line: Line): Value {
    const found = this.found(node, line);
    const type = this.meanings.get(node.name)?.type ?? 'cell';
    if (type === 'text') return asText(found);
    if (type === 'number') return asNumber(found, node.name);
    const number = asNumber(found, node.name);
    return number.kind === 'number' || isBlank(found) !== false ? number : asText(found);
  }

  private number(node: Node, line: Line): NumberValue | UnknownValue {
    const value = this.value(node, line);
    if (value.kind === 'number' || value.kind === 'unknown') return value;
    return node.kind === 'field' ? asNumber(this.found(node, line), node.name) : unknown('这里要一个数', value.cells);
  }

  private text(node: Node, line: Line): TextValue | UnknownValue {
    const value = node.kind === 'field' ? asText(this.found(node, line)) : this.value(node, line);
    // Long texts are looked through letter by letter.
    if (value.kind === 'text') this.step(value.text.length >> 6);
    return value.kind === 'text' || value.kind === 'unknown' ? value : unknown('这里要一段文字', value.cells);
  }

  private lifted(node: Node, line: Line, then: (value: NumberValue) => Value): Value {
    const value = this.number(node, line);
    return value.kind === 'number' ? then(value) : value;
  }

  private arithmetic(node: Node & { kind: 'arithmetic' }, line: Line): Value {
    const [a, b] = [this.number(node.left, line), this.number(node.right, line)];
    return a.kind === 'unknown' ? a : b.kind === 'unknown' ? b : calculated(node.op, a, b, this.formUnit);
  }

  private compare(node: Node & { kind: 'compare' }, line: Line): Value {
    const equality = node.op === '=' || node.op === '<>';
    let [a, b] = [this.value(node.left, line), this.value(node.right, line)];
    if (equality && a.kind !== b.kind) {
      // 实际完成值 = “健全”: whatever the cell holds is compared as a text with a text that was typed.
      if (node.left.kind === 'text' || node.right.kind === 'text') [a, b] = [this.text(node.left, line), this.text(node.right, line)];
      else if (a.kind === 'text' || b.kind === 'text') [a, b] = [this.number(node.left, line), this.number(node.right, line)];
    }
    if (a.kind === 'unknown') return a;
    if (b.kind === 'unknown') return b;
    return comparison(node, a, b, this.formUnit);
  }

  private near(node: Node & { kind: 'near' }, line: Line): Value {
    const [a, b] = [this.number(node.left, line), this.number(node.right, line)];
    const margin = node.margin ? this.number(node.margin, line) : null;
    for (const side of [a, b, margin]) if (side?.kind === 'unknown') return side;
    return a.kind !== 'number' || b.kind !== 'number' || margin?.kind === 'unknown' ? unknown('这里要一个数') : closeness(a, b, margin, this.formUnit);
  }

  private blank(node: Node & { kind: 'blank' }, line: Line): Value {
    if (node.of.kind !== 'field') return unknown('这里要一个字段');
    const found = this.found(node.of, line);
    const is = isBlank(found);
    if (is === null) return found.kind === 'unknown' ? found : unknown('这里要一个字段');
    const cells = found.kind === 'entry' ? [found.entry.cell] : [];
    const shown = found.kind === 'entry' && found.entry.filled ? cut(found.entry.text) : '空白';
    return truth(is !== node.negated, cells, node.negated ? '填写内容' : '空白', shown);
  }

  private match(node: Node & { kind: 'match' }, line: Line): Value {
    const of = this.text(node.of, line);
    if (of.kind === 'unknown') return of;
    const texts: string[] = [];
    for (const word of node.words) {
      const text = this.text(word, line);
      if (text.kind === 'unknown') return text;
      texts.push(bare(text.text));
    }
    const own = bare(of.text);
    const any = texts.some((text) => text !== '' && (node.how === 'contains' ? own.includes(text) : node.how === 'starts' ? own.startsWith(text) : own.endsWith(text)));
    return truth(any !== node.negated, of.cells, null, of.text === '' ? '空白' : cut(of.text));
  }

  private member(node: Node & { kind: 'member' }, line: Line): Value {
    const of = this.value(node.of, line);
    if (of.kind === 'unknown') return of;
    let holds = false;
    for (const member of node.members) {
      this.step();
      if (member.kind === 'text') {
        const own = of.kind === 'text' ? of : this.text(node.of, line);
        if (own.kind === 'text') holds ||= bare(own.text) === bare(member.text);
      } else if (of.kind === 'number') {
        const pair = alike(of, literal(member.digits, member.unit), this.formUnit);
        if (!pair.ok) return unknown(pair.why, of.cells);
        holds ||= equal(pair.a, pair.b);
      }
    }
    const listed = node.members.map((one) => (one.kind === 'text' ? one.text : `${one.digits}${one.unit}`)).join('、');
    const received = of.kind === 'number' ? this.shown(of) : of.kind === 'text' ? of.text || '空白' : null;
    return truth(holds !== node.negated, of.cells, `${node.negated ? '不属于' : ''}${cut(listed)}`, received);
  }

  /** `stop`: the answer of one part that decides all of them (true among 或, false among 且), whatever the others say. */
  private all(parts: readonly Node[], line: Line, stop: boolean): Value {
    const decided: TruthValue[] = [];
    let open: UnknownValue | null = null;
    for (const part of parts) {
      const value = this.value(part, line);
      if (value.kind === 'truth') decided.push(value);
      else open ??= value.kind === 'unknown' ? value : unknown('这里要一个条件');
    }
    const deciding = decided.filter(({ holds }) => holds === stop);
    if (deciding.length > 0) return together(stop, deciding);
    return open ?? together(!stop, decided);
  }

  private when({ condition, then, otherwise }: Node & { kind: 'when' }, line: Line): Value {
    const asked = this.value(condition, line);
    if (asked.kind !== 'truth') return asked;
    const branch = asked.holds ? then : otherwise;
    if (!branch) return truth(true, asked.cells);
    const value = this.value(branch, line);
    // Where to look is what ought to follow; the condition comes after it.
    return { ...value, cells: joined(value.cells, asked.cells) };
  }

  private call(node: CallNode, line: Line): Value {
    const aggregate = aggregateOf(node);
    if (aggregate) return this.once(node, aggregate, line.group);
    if (node.fn === '字数') {
      const text = this.text(node.args[0] ?? node, line);
      return text.kind === 'text' ? computed(decimal([...bare(text.text)].length), text.cells) : text;
    }
    const values: NumberValue[] = [];
    for (const arg of node.args) {
      const value = this.number(arg, line);
      if (value.kind === 'unknown') return value;
      values.push(value);
    }
    return applied(node.fn, values, this.formUnit);
  }

  /** The aggregate as it was told for another line of the group, else judged now. */
  private once(node: CallNode, aggregate: Aggregate, group: IndicatorGroup | null): Value {
    if (this.keptFor !== group) {
      this.kept = new Map();
      this.keptFor = group;
    }
    const kept = this.kept.get(node) ?? this.aggregate(node, aggregate, group);
    this.kept.set(node, kept);
    return kept;
  }

  /** 合计(分值): over the lines of the form, blanks left out; one unreadable figure makes the whole unknown. */
  private aggregate(node: CallNode, { column, ref, where }: Aggregate, group: IndicatorGroup | null): Value {
    const values: NumberValue[] = [];
    const counted: string[] = [];
    let count = 0;
    let matched = 0;
    for (const line of this.aggregated(ref, group, where !== null)) {
      this.step();
      if (where) {
        const asked = this.value(where, line);
        if (asked.kind === 'unknown') return asked;
        if (asked.kind !== 'truth' || !asked.holds) continue;
      }
      const found = line === EXECUTION ? find(this.judged, executionOf(ref), column.name, line) : this.found(column, line);
      if (found.kind === 'unknown' && line === EXECUTION) continue;
      if (found.kind === 'unknown') return found;
      matched++;
      if (isBlank(found)) continue;
      if (node.fn === '个数') {
        count++;
        counted.push(...(found.kind === 'entry' ? [found.entry.cell] : found.value.cells));
        continue;
      }
      const value = asNumber(found, column.name);
      if (value.kind === 'unknown') return value;
      values.push(value);
    }
    if (node.fn === '个数') return computed(decimal(count), joined(counted));
    // Lines that fail the condition add up to nothing; a column left empty says nothing at all.
    if (values.length === 0 && !(node.fn === '合计' && where && matched === 0)) return unknown(`“${column.name}”一栏没有填数`);
    return reduced(node.fn, values, this.formUnit);
  }

  /** 分值 and 得分 of the whole table count the execution rate's line, which stands in the fund block. */
  private aggregated(ref: Ref & { at: 'fund' | 'indicator' | 'base' }, group: IndicatorGroup | null, limited: boolean): readonly Line[] {
    const { table, items } = this.judged;
    if (ref.at === 'base') return linesIn(table, 'base', null);
    if (ref.at === 'fund') return fundParts(table.fund?.parts ?? []).map((fund) => ({ ...WHOLE, fund }));
    const groups = group ? [group] : this.groups;
    const lines = indicatorLines(table, groups);
    if (groups || limited || (ref.fact !== 'weight' && ref.fact !== 'score') || !items.has(null)) return lines;
    return [EXECUTION, ...lines];
  }

  shown(value: Value): string {
    return shownValue(value, this.formUnit);
  }
}

/** Stands for the execution rate among the indicators. */
const EXECUTION: Line = { ...WHOLE };

function executionOf(ref: Ref): Ref {
  return { at: 'fund', fact: ref.at === 'indicator' && ref.fact === 'weight' ? 'weight' : 'score' };
}

/** Parts of the total in the form's first way of dividing it: parts of parts would count twice. */
function fundParts(parts: readonly FundRow[]): readonly FundRow[] {
  return parts.filter(({ level, division }) => level === 1 && division === 0);
}
