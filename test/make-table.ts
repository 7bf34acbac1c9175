// Builds a valid Table from a compact description, so that scoring and rules are tested without reading a workbook.
// Layout: A 一级 · B 二级 · C 三级 · D 性质 · E 指标值 · F 度量单位 · G 实际完成值 · H 分值 · I 得分 · J 原因 · K 得分系数 · L 评分标准;
// fund block: A label · E 年初 · F 全年预算 · G 执行 · H 分值 · I 执行率 · K 得分 · L 原因.
import { a1, columnNumber } from '../src/model/address';
import { decimal, type Decimal } from '../src/model/decimal';
import type { Operator, Quantity } from '../src/model/quantity';
import type { AmountUnit, Aspect, Entry, Field, FundBlock, FundColumn, FundRow, Indicator, IndicatorColumn, IndicatorGroup, StatedRule, Table, TableKind, Target, TotalRow } from '../src/model/table';
import { inUnit, readQuantity, readText } from '../src/reading/quantity';
import { actualQuantity } from '../src/reading/targets';

/** A cell: text, or a number as Excel holds it, or both with a formula. Undefined: an empty cell. */
export type CellSpec = string | number | { readonly text?: string; readonly value?: string | number; readonly formula?: string; readonly numberFormat?: string } | undefined;

export interface IndicatorSpec {
  readonly name: CellSpec;
  /** 二级指标. */
  readonly sub?: string;
  readonly nature?: CellSpec;
  readonly target?: CellSpec;
  readonly unit?: CellSpec;
  readonly actual?: CellSpec;
  readonly weight?: CellSpec;
  readonly score?: CellSpec;
  readonly reason?: CellSpec;
  readonly coefficient?: CellSpec;
  readonly method?: CellSpec;
  readonly placeholder?: boolean;
  readonly isExecution?: boolean;
}

export interface GroupSpec {
  readonly name: string;
  readonly aspect?: Aspect;
  /** Points written beside the name: the label becomes 产出指标（50分）. */
  readonly weight?: number;
  readonly indicators: readonly IndicatorSpec[];
}

export interface FundRowSpec {
  readonly label: string;
  readonly level?: number;
  readonly original?: CellSpec;
  readonly final?: CellSpec;
  readonly actual?: CellSpec;
  readonly weight?: CellSpec;
  readonly rate?: CellSpec;
  readonly score?: CellSpec;
  readonly reason?: CellSpec;
}

export interface FundSpec {
  readonly unit?: AmountUnit | null;
  readonly declaredWeight?: number;
  /** Columns that the form does not have. */
  readonly without?: readonly FundColumn[];
  readonly headers?: Partial<Record<FundColumn, string>>;
  readonly total?: Omit<FundRowSpec, 'label'> & { readonly label?: string };
  readonly parts?: readonly FundRowSpec[];
}

export interface TableSpec {
  readonly kind?: TableKind;
  readonly sheet?: string;
  readonly title?: string;
  readonly year?: number | null;
  readonly province?: string | null;
  readonly fields?: Readonly<Record<string, string>>;
  readonly fund?: FundSpec | null;
  readonly goals?: readonly { readonly expected?: CellSpec; readonly actual?: CellSpec }[];
  readonly groups?: readonly GroupSpec[];
  /** Indicator columns that the form does not have. */
  readonly without?: readonly IndicatorColumn[];
  readonly headers?: Partial<Record<IndicatorColumn, string>>;
  readonly indicatorsDeclaredWeight?: number;
  readonly total?: { readonly weight?: CellSpec; readonly score?: CellSpec; readonly grade?: CellSpec; readonly place?: 'row' | 'head' } | null;
  readonly stated?: readonly StatedSpec[];
  readonly footnotes?: readonly string[];
  readonly closing?: Readonly<Record<string, string>>;
}

type WithoutPlace<T> = T extends StatedRule ? Omit<T, 'at' | 'quote'> : never;
/** A stated rule; its place is a footnote cell with the quote in it. */
export type StatedSpec = WithoutPlace<StatedRule> & { readonly quote: string };

export function makeEntry(cell: string, spec: CellSpec): Entry {
  const match = /^([A-Z]+)(\d+)$/.exec(cell);
  if (!match) throw new Error(`no cell address: ${cell}`);
  const given = typeof spec === 'object' ? spec : { text: spec === undefined ? '' : String(spec), value: spec };
  const raw = given.text ?? String(given.value ?? '');
  const text = raw.trim();
  const value = given.value ?? (raw === '' ? null : raw);
  const read: Quantity | null = readQuantity(text);
  return {
    cell, row: Number(match[2]), column: columnNumber(match[1] ?? 'A'), raw, text, value,
    formula: given.formula ?? null, numberFormat: given.numberFormat ?? 'General', locked: false, filled: text !== '',
    notApplicable: /^[—\-/／无]+$/.test(text),
    // A cell's exact number, in percent where it is displayed so; the displayed digits stay.
    quantity: read && typeof value === 'number' && read.scale === 1 ? { ...read, value: read.unit === '%' ? decimal(value).times(100) : decimal(value) } : read,
  };
}

const NATURES: Readonly<Record<string, Operator>> = { '≥': '>=', '≧': '>=', '>=': '>=', '≤': '<=', '<=': '<=', '＝': '=', '=': '=', '═': '=' };
const FUND_COLUMNS: Readonly<Record<FundColumn, readonly [string, string]>> = {
  originalBudget: ['E', '年初预算数'], finalBudget: ['F', '全年预算数'], actualSpending: ['G', '全年执行数'], weight: ['H', '分值'], executionRate: ['I', '执行率'], score: ['K', '得分'], reason: ['L', '原因'],
};
const INDICATOR_COLUMNS: Readonly<Record<IndicatorColumn, readonly [string, string]>> = {
  level1: ['A', '一级指标'], level2: ['B', '二级指标'], name: ['C', '三级指标'], nature: ['D', '指标性质'], target: ['E', '年度指标值'], unit: ['F', '度量单位'],
  actual: ['G', '实际完成值'], weight: ['H', '分值'], score: ['I', '得分'], reason: ['J', '偏差原因分析及改进措施'], coefficient: ['K', '得分系数(%)'], method: ['L', '评分标准'], groupWeight: ['M', '自评权重'], subgroupWeight: ['N', '二级权重'],
};
/** Columns that only some forms have: left out unless an indicator fills them. */
const RARE = new Set<IndicatorColumn>(['nature', 'unit', 'coefficient', 'method', 'groupWeight', 'subgroupWeight']);

function aspectOf(name: string): Aspect {
  if (/执行/.test(name)) return 'execution';
  if (/满意/.test(name)) return 'satisfaction';
  if (/效/.test(name)) return 'outcome';
  if (/产出/.test(name)) return 'output';
  if (/成本/.test(name)) return 'cost';
  if (/管理|过程/.test(name)) return 'management';
  return /决策|投入/.test(name) ? 'decision' : 'other';
}

class Builder {
  readonly entries: Entry[] = [];
  row = 1;

  put(column: string, spec: CellSpec): Entry {
    const entry = makeEntry(column + String(this.row), spec);
    if (entry.filled) this.entries.push(entry);
    return entry;
  }

  field(name: string, text: string): Field {
    const field = { name, label: this.put('A', name), entry: this.put('C', text) };
    this.row++;
    return field;
  }

  fund(spec: FundSpec): FundBlock {
    const has = (column: FundColumn): boolean => !spec.without?.includes(column);
    const headers: Partial<Record<FundColumn, Entry>> = {};
    this.put('A', spec.declaredWeight === undefined ? '项目资金（万元）' : `预算执行情况（${spec.declaredWeight}分）`);
    for (const column of Object.keys(FUND_COLUMNS) as FundColumn[]) {
      if (has(column)) headers[column] = this.put(FUND_COLUMNS[column][0], spec.headers?.[column] ?? FUND_COLUMNS[column][1]);
    }
    const line = (row: FundRowSpec, role: 'total' | 'part'): FundRow => {
      this.row++;
      const cell = (column: FundColumn, value: CellSpec): Entry | null => (has(column) ? this.put(FUND_COLUMNS[column][0], value) : null);
      return {
        label: this.put('A', row.label), name: row.label.replace(/^其中[:：]|[:：]$/g, ''), role, level: role === 'total' ? 0 : (row.level ?? 1), division: 0,
        originalBudget: cell('originalBudget', row.original), finalBudget: cell('finalBudget', row.final), actualSpending: cell('actualSpending', row.actual),
        executionRate: cell('executionRate', row.rate), weight: cell('weight', row.weight), score: cell('score', row.score), reason: cell('reason', row.reason),
      };
    };
    const total = spec.total ? line({ label: '年度资金总额', ...spec.total }, 'total') : null;
    const parts = (spec.parts ?? []).map((part) => line(part, 'part'));
    this.row++;
    return { unit: spec.unit === undefined ? '万元' : spec.unit, headers, declaredWeight: points(spec.declaredWeight), total, parts, splits: [] };
  }

  indicator(spec: IndicatorSpec, aspect: Aspect, group: number, subgroup: number | null, has: (column: IndicatorColumn) => boolean): Indicator {
    const cell = (column: IndicatorColumn, value: CellSpec): Entry | null => (has(column) ? this.put(INDICATOR_COLUMNS[column][0], value) : null);
    const name = this.put('C', spec.name);
    const targetEntry = cell('target', spec.target);
    const nature = cell('nature', spec.nature);
    const unitEntry = cell('unit', spec.unit);
    const actualEntry = cell('actual', spec.actual);
    const reading = readText(targetEntry?.text ?? '');
    const qualitative = reading.kind === 'words' || nature?.text === '定性';
    const read = reading.kind === 'quantity' ? reading.quantity : null;
    const quantity = read && inUnit(read, unitEntry?.text ?? '');
    const actual = readText(actualEntry?.text ?? '');
    const target: Target = { reading: quantity ? { kind: 'quantity', quantity } : reading, operator: read?.operator ?? NATURES[nature?.text ?? ''] ?? null, qualitative, quantity };
    return {
      row: this.row, name, group, subgroup, aspect, nature, targetEntry, unitEntry, actualEntry,
      weight: cell('weight', spec.weight), score: cell('score', spec.score), coefficient: cell('coefficient', spec.coefficient), reason: cell('reason', spec.reason), method: cell('method', spec.method),
      target, actual, actualQuantity: actualQuantity(actual, target, unitEntry),
      placeholder: spec.placeholder ?? false, isExecution: spec.isExecution ?? false,
    };
  }

  /** One 一级指标 with its lines; subgroups open where the name of the 二级指标 changes. */
  group(spec: GroupSpec, groups: IndicatorGroup[], indicators: Indicator[], has: (column: IndicatorColumn) => boolean): void {
    const label = this.put('A', spec.weight === undefined ? spec.name : `${spec.name}（${spec.weight}分）`);
    const aspect = spec.aspect ?? aspectOf(spec.name);
    const members: number[] = [];
    const own = groups.push({ level: 1, name: spec.name, label, aspect, declaredWeight: points(spec.weight), declaredAt: spec.weight === undefined ? null : label, subtotalScore: null, indicators: members }) - 1;
    let subName: string | undefined;
    let subMembers: number[] = [];
    let subIndex: number | null = null;
    for (const one of spec.indicators) {
      if (one.sub !== undefined && one.sub !== subName) {
        subName = one.sub;
        subMembers = [];
        subIndex = groups.push({ level: 2, name: one.sub, label: this.put('B', one.sub), aspect, declaredWeight: null, declaredAt: null, subtotalScore: null, indicators: subMembers }) - 1;
      }
      const at = indicators.push(this.indicator(one, aspect, own, subIndex, has)) - 1;
      members.push(at);
      subMembers.push(at);
      this.row++;
    }
  }
}

function points(value: number | undefined): Decimal | null {
  return value === undefined ? null : decimal(value);
}

/** A minimal valid table: what the description leaves out is empty or absent. */
export function makeTable(spec: TableSpec = {}): Table {
  const sheet = new Builder();
  const title = sheet.put('A', spec.title ?? '项目支出绩效自评表');
  sheet.row++;
  const fields = Object.entries(spec.fields ?? {}).map(([name, text]) => sheet.field(name, text));
  const fund = spec.fund ? sheet.fund(spec.fund) : null;
  const goals = (spec.goals ?? []).map((goal) => {
    const built = { expectedLabel: sheet.put('A', '预期目标'), expected: sheet.put('C', goal.expected), actualLabel: sheet.put('F', '实际完成情况'), actual: sheet.put('G', goal.actual) };
    sheet.row++;
    return built;
  });

  const specs = spec.groups ?? [];
  const all = specs.flatMap((group) => group.indicators);
  const has = (column: IndicatorColumn): boolean =>
    !spec.without?.includes(column) && (!RARE.has(column) || all.some((indicator) => indicator[column as keyof IndicatorSpec] !== undefined));
  const indicatorHeaders: Partial<Record<IndicatorColumn, Entry>> = {};
  if (specs.length > 0) {
    for (const column of Object.keys(INDICATOR_COLUMNS) as IndicatorColumn[]) {
      if (has(column)) indicatorHeaders[column] = sheet.put(INDICATOR_COLUMNS[column][0], spec.headers?.[column] ?? INDICATOR_COLUMNS[column][1]);
    }
    sheet.row++;
  }

  const groups: IndicatorGroup[] = [];
  const indicators: Indicator[] = [];
  for (const group of specs) sheet.group(group, groups, indicators, has);

  let total: TotalRow | null = null;
  if (spec.total) {
    total = { label: sheet.put('A', '总分'), place: spec.total.place ?? 'row', weight: sheet.put('H', spec.total.weight), score: sheet.put('I', spec.total.score), grade: sheet.put('J', spec.total.grade) };
    sheet.row++;
  }
  const closing = Object.entries(spec.closing ?? {}).map(([name, text]) => sheet.field(name, text));
  const note = (text: string): Entry => {
    const entry = sheet.put('A', text);
    sheet.row++;
    return entry;
  };
  const stated = (spec.stated ?? []).map((rule) => ({ ...rule, at: note(rule.quote) }));
  const footnotes = [...stated.map((rule) => ({ entry: rule.at, text: rule.quote })), ...(spec.footnotes ?? []).map((text) => ({ entry: note(text), text }))];

  const first = indicators[0]?.row ?? sheet.row;
  return {
    kind: spec.kind ?? 'project', sheet: spec.sheet ?? 'Sheet1', range: { top: 1, left: 1, bottom: Math.max(1, sheet.row - 1), right: 14 }, title,
    year: spec.year === undefined ? 2022 : spec.year, province: spec.province ?? null, amountUnit: fund?.unit ?? null, fields, fund, goals, indicatorHeaders,
    indicatorsDeclaredWeight: spec.indicatorsDeclaredWeight === undefined ? null : { weight: decimal(spec.indicatorsDeclaredWeight), at: makeEntry(a1(first, 1), `绩效指标（${spec.indicatorsDeclaredWeight}分）`) },
    groups, indicators, total, baseData: null, stated, closing, footnotes, notUnderstood: [],
    entries: [...sheet.entries].sort((a, b) => a.row - b.row || a.column - b.column),
  };
}
