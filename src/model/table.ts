// A performance table as understood from a grid: what each cell is for, never where it happens to stand.
import type { Range } from './address';
import type { Decimal } from './decimal';
import type { CellValue } from './grid';
import type { Operator, Quantity, Reading } from './quantity';

/** project 项目支出绩效自评表 · department 部门整体支出绩效自评表 · base-data 基础数据表 · targets 绩效目标申报表 · monitoring 绩效运行监控表 */
export type TableKind = 'project' | 'department' | 'base-data' | 'targets' | 'monitoring';
export type AmountUnit = '元' | '万元' | '千元' | '亿元';

/** A cell in its role. For a merged area: its top-left cell. */
export interface Entry {
  /** A1 address on the table's sheet. */
  readonly cell: string;
  readonly row: number;
  readonly column: number;
  /** Displayed text as it stands in the file. */
  readonly raw: string;
  /** Half-width, without spaces at the ends and line breaks inside; for comparing and reading. */
  readonly text: string;
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly locked: boolean;
  /** False when blank. A dash ("—", "/") is filled but not applicable. */
  readonly filled: boolean;
  /** "—", "/", "-", "无": the form or the unit says that nothing belongs here. */
  readonly notApplicable: boolean;
  /** The text read as one quantity, if it is one; a cell's exact number where it holds one. */
  readonly quantity: Quantity | null;
}

/** A labelled value of the head: 项目名称, 主管部门, 实施单位, 负责人… */
export interface Field {
  /** The label's text, normalised. */
  readonly name: string;
  readonly label: Entry;
  readonly entry: Entry;
}

export type FundColumn = 'originalBudget' | 'finalBudget' | 'actualSpending' | 'executionRate' | 'weight' | 'score' | 'reason';

/** One line of the fund block. A column that the form does not have is null; an empty cell is an Entry that is not filled. */
export interface FundRow {
  readonly label: Entry;
  /** Label without 其中, numbers and punctuation. */
  readonly name: string;
  readonly role: 'total' | 'part';
  /** 1 for a part of the total, 2 for a part of such a part, and so on. 0 for the total. */
  readonly level: number;
  /** Which way of dividing the total a part belongs to: 资金来源 is one, 资金结构 another; each adds up to the total by itself. 0 for the first and for the total. */
  readonly division: number;
  readonly originalBudget: Entry | null;
  readonly finalBudget: Entry | null;
  readonly actualSpending: Entry | null;
  readonly executionRate: Entry | null;
  readonly weight: Entry | null;
  readonly score: Entry | null;
  readonly reason: Entry | null;
}

/** Amounts written inside text cells, such as 按收入性质分：一般公共预算：124.88. */
export interface FundSplit {
  readonly label: Entry;
  readonly parts: readonly { readonly name: string; readonly entry: Entry; readonly amount: Decimal | null }[];
}

export interface FundBlock {
  readonly unit: AmountUnit | null;
  /** Header cells by column; which budget columns the form has at all. */
  readonly headers: Readonly<Partial<Record<FundColumn, Entry>>>;
  /** Weight written in a header, such as 预算执行情况（20分）; null without one. */
  readonly declaredWeight: Decimal | null;
  readonly total: FundRow | null;
  readonly parts: readonly FundRow[];
  /** The part whose rate makes the score, where the form rates that alone; the total bears its points. */
  readonly rated?: FundRow;
  readonly splits: readonly FundSplit[];
}

/** 预期目标 and 实际完成情况 side by side. A form may have several pairs. */
export interface Goal {
  readonly expected: Entry | null;
  readonly actual: Entry | null;
  readonly expectedLabel: Entry | null;
  readonly actualLabel: Entry | null;
}

export type Aspect = 'execution' | 'cost' | 'output' | 'outcome' | 'satisfaction' | 'management' | 'decision' | 'other';

export interface IndicatorGroup {
  /** 1: 一级指标; 2: 二级指标. */
  readonly level: 1 | 2;
  /** Name without the points: 产出指标. */
  readonly name: string;
  /** Null when the table gives its indicators without such a level. */
  readonly label: Entry | null;
  readonly aspect: Aspect;
  /** The points in "(50分)" or in a weight column of the group; null without one. */
  readonly declaredWeight: Decimal | null;
  readonly declaredAt: Entry | null;
  /** The score in a row 小计 below the group's indicators; null without one. */
  readonly subtotalScore: Entry | null;
  /** The points in the same row, where the group says itself how many it has. */
  readonly subtotalWeight?: Entry;
  /** Indexes into Table.indicators, in order. A group split by a page break is one group. */
  readonly indicators: readonly number[];
}

export interface Target {
  readonly reading: Reading;
  /** From 指标性质 (≥, =, ≤, 定性), from the text (不少于), or from a template's brackets in the name; null when none is given. */
  readonly operator: Operator | null;
  /** True for words, and where 指标性质 says 定性. */
  readonly qualitative: boolean;
  /** The quantity with its unit completed from 度量单位; null when it is none. */
  readonly quantity: Quantity | null;
}

export interface Indicator {
  readonly row: number;
  /** 三级指标. */
  readonly name: Entry;
  /** Indexes into Table.groups; null when the table has no such level. */
  readonly group: number | null;
  readonly subgroup: number | null;
  readonly aspect: Aspect;
  /** Columns that the form does not have are null. */
  readonly nature: Entry | null;
  readonly targetEntry: Entry | null;
  readonly unitEntry: Entry | null;
  readonly actualEntry: Entry | null;
  readonly weight: Entry | null;
  readonly score: Entry | null;
  /** 得分系数(%) and the like. */
  readonly coefficient: Entry | null;
  readonly reason: Entry | null;
  /** 得分计算方法, 评分标准. */
  readonly method: Entry | null;
  readonly target: Target;
  /** Read in the target's unit where the actual writes none. */
  readonly actual: Reading;
  readonly actualQuantity: Quantity | null;
  /** A line left over from the template: no content beside a name such as 指标2, ……, or no content at all. */
  readonly placeholder: boolean;
  /** 预算执行率 given as an indicator among the others. */
  readonly isExecution: boolean;
}

export type IndicatorColumn =
  | 'level1' | 'level2' | 'name' | 'nature' | 'target' | 'unit' | 'actual' | 'weight' | 'groupWeight' | 'subgroupWeight' | 'score' | 'coefficient' | 'reason' | 'method';

export interface TotalRow {
  readonly label: Entry;
  /** row: 总分/合计 below the indicators; head: 自评得分 above them. */
  readonly place: 'row' | 'head';
  readonly weight: Entry | null;
  readonly score: Entry | null;
  readonly grade: Entry | null;
  /** Rows above it that total a part of the list; left out where there are none. */
  readonly parts?: readonly PartTotal[];
}

/** 合计 | 90 | 89 of the indicators above 总得分 | 100 | 98.9, or 小计 below the lines of several groups. */
export interface PartTotal {
  readonly label: Entry;
  readonly weight: Entry;
  readonly score: Entry;
  /** Positions of the lines since the last such row among the table's indicators, `end` left out. */
  readonly first: number;
  readonly end: number;
}

/** A rule that the table itself states, found in a footnote, a header or a note cell. */
export type StatedRule =
  | { readonly kind: 'group-weights'; readonly weights: readonly { readonly name: string; readonly aspect: Aspect; readonly weight: Decimal }[]; readonly at: Entry; readonly quote: string }
  | { readonly kind: 'denominator'; readonly of: 'originalBudget' | 'finalBudget'; readonly at: Entry; readonly quote: string }
  | { readonly kind: 'underspend-reason'; readonly below: Decimal; readonly at: Entry; readonly quote: string }
  | { readonly kind: 'adjustment-reason'; readonly at: Entry; readonly quote: string }
  | { readonly kind: 'rounding'; readonly decimals: number; readonly at: Entry; readonly quote: string }
  | { readonly kind: 'qualitative-bands'; readonly lows: readonly Decimal[]; readonly at: Entry; readonly quote: string };

export interface Footnote {
  readonly entry: Entry;
  readonly text: string;
}

/** A line of a base-data table: a label and amounts under dated columns. */
export interface BaseDataRow {
  readonly label: Entry;
  readonly name: string;
  /** Depth from 其中, numbering and indentation; 0 outermost. */
  readonly level: number;
  /** Index of the line it is a part of; null for an outermost line. */
  readonly parent: number | null;
  /** The label carries an item number (1、 2.): the numbered lines under one parent are all of its parts, those after 其中 only some. */
  readonly numbered: boolean;
  readonly values: readonly Entry[];
  /** 备注 or 说明 of the line; null when the form has no such column. */
  readonly note: Entry | null;
  readonly placeholder: boolean;
}

export interface BaseDataColumn {
  readonly header: Entry;
  readonly year: number | null;
  readonly kind: 'budget' | 'final' | 'other';
}

/** A quotient that the form itself lays out: 编制数, 在职人数, 控制率. */
export interface ControlRate {
  readonly name: string;
  readonly numerator: Entry;
  readonly denominator: Entry;
  readonly rate: Entry;
}

export interface BaseData {
  readonly columns: readonly BaseDataColumn[];
  readonly rows: readonly BaseDataRow[];
  readonly controlRates: readonly ControlRate[];
}

/** An area that was not understood, and why (a Chinese sentence). */
export interface NotUnderstood {
  readonly range: Range;
  readonly reason: string;
  /** Points stand there that count for the total. */
  readonly scored?: true;
}

/** A line of a summary: a project or a unit, and what its own form came to. */
export interface SummaryLine {
  readonly name: Entry;
  /** 产出（50分）, 效益（30分）, … that make the score; none where the summary gives the score alone. */
  readonly points: readonly Entry[];
  readonly score: Entry | null;
  readonly grade: Entry | null;
}

export interface Table {
  readonly kind: TableKind;
  readonly sheet: string;
  readonly range: Range;
  readonly title: Entry | null;
  /** The year the table is about; null when nowhere said. */
  readonly year: number | null;
  /** Province as named anywhere in the head, without 省/市/自治区; null when not to be told. */
  readonly province: string | null;
  /** The unit that amounts are written in; null when the form does not say. */
  readonly amountUnit: AmountUnit | null;
  readonly fields: readonly Field[];
  readonly fund: FundBlock | null;
  readonly goals: readonly Goal[];
  readonly indicatorHeaders: Readonly<Partial<Record<IndicatorColumn, Entry>>>;
  /** Points written for all indicators together, such as 绩效指标（90分）. */
  readonly indicatorsDeclaredWeight: { readonly weight: Decimal; readonly at: Entry } | null;
  readonly groups: readonly IndicatorGroup[];
  readonly indicators: readonly Indicator[];
  readonly total: TotalRow | null;
  readonly baseData: BaseData | null;
  /** Of 自评结果汇总表 and the like, which have no indicators of their own; left out for every other table. Its amounts are the fund block's. */
  readonly summary?: readonly SummaryLine[];
  readonly stated: readonly StatedRule[];
  /** Text cells below the body: 评价结论, 存在问题, signature lines. */
  readonly closing: readonly Field[];
  readonly footnotes: readonly Footnote[];
  readonly notUnderstood: readonly NotUnderstood[];
  /** Every filled cell of the range, in reading order, for rules that look at cells whatever their role. */
  readonly entries: readonly Entry[];
}

/** What a sheet without a recognised table came closest to: shown to the user, so that "no table" can be believed. */
export interface NearMiss {
  readonly sheet: string;
  readonly reason: string;
}

export interface TablesRead {
  readonly tables: readonly Table[];
  readonly nearMisses: readonly NearMiss[];
}
