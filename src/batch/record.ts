// One line of a batch: the review of a file as the command line prints it, with what a summary needs to know of the unit.
import { fileJson, type JsonFile, type JsonTable } from '../exports/json';
import { departmentOf, filledText, projectOf, unitOf } from '../exports/table-names';
import type { FileReview } from '../model/review';
import type { Operator } from '../model/quantity';
import type { Entry, FundRow, Table } from '../model/table';

export type FundName = 'originalBudget' | 'finalBudget' | 'actualSpending' | 'executionRate';

/** What a table says of itself, as displayed, and where; the texts that a comparison between units and years looks at. */
export interface TableFacts {
  readonly unit: string | null;
  readonly project: string | null;
  readonly department: string | null;
  /** Texts of the total line; null where the form has no such column or nothing stands there. */
  readonly fund: Readonly<Record<FundName, string | null>>;
  readonly fundCells: Readonly<Record<FundName, string | null>>;
  readonly amountUnit: string | null;
  /** Lines of the fund block by name: amounts carried over from last year among them. */
  readonly parts: readonly FundPart[];
  readonly goals: readonly GoalFacts[];
  readonly indicators: readonly IndicatorFacts[];
  /** Filled values of a base-data table, with the name of their line. */
  readonly figures: readonly { readonly cell: string; readonly name: string; readonly text: string }[];
}

export interface FundPart {
  /** Of the budget where the form has such a column; of the label otherwise. */
  readonly cell: string;
  readonly name: string;
  readonly originalBudget: string | null;
  readonly finalBudget: string | null;
  readonly actualSpending: string | null;
}

export interface GoalFacts {
  readonly expected: string | null;
  readonly expectedCell: string | null;
  readonly actual: string | null;
  readonly actualCell: string | null;
}

export interface IndicatorFacts {
  /** Of the name. */
  readonly cell: string;
  readonly name: string;
  readonly target: string | null;
  readonly targetCell: string | null;
  /** From the form's own column, from the text or from brackets in the name. */
  readonly operator: Operator | null;
  /** 度量单位, where the form has it apart. */
  readonly unit: string | null;
  readonly actual: string | null;
  readonly actualCell: string | null;
  readonly reason: string | null;
  readonly reasonCell: string | null;
}

export interface FileRecord extends Omit<JsonFile, 'tables'> {
  /** Of the bytes that were reviewed; null when they could not be read. */
  readonly sha256: string | null;
  /** Who reviewed, and by which rubric where one was prescribed. */
  readonly by: string;
  /** Of a Word report: of its bytes and of the workbooks it may belong to, so that a change of any of them is seen. */
  readonly inputs?: string;
  readonly tables: readonly (JsonTable & { readonly facts: TableFacts })[];
}

const cellOf = (entry: Entry | null | undefined): string | null => entry?.cell ?? null;

function fundOf<T>(total: FundRow | null | undefined, of: (entry: Entry | null | undefined) => T): Readonly<Record<FundName, T>> {
  return { originalBudget: of(total?.originalBudget), finalBudget: of(total?.finalBudget), actualSpending: of(total?.actualSpending), executionRate: of(total?.executionRate) };
}

function factsOf(table: Table): TableFacts {
  const total = table.fund?.total;
  return {
    unit: unitOf(table),
    project: projectOf(table),
    department: departmentOf(table),
    fund: fundOf(total, filledText),
    fundCells: fundOf(total, cellOf),
    amountUnit: table.fund?.unit ?? table.amountUnit,
    parts: (table.fund?.parts ?? []).map((part) => ({
      cell: (part.finalBudget ?? part.originalBudget ?? part.label).cell, name: part.name,
      originalBudget: filledText(part.originalBudget), finalBudget: filledText(part.finalBudget), actualSpending: filledText(part.actualSpending),
    })),
    goals: table.goals.map(({ expected, actual }) => ({ expected: filledText(expected), expectedCell: cellOf(expected), actual: filledText(actual), actualCell: cellOf(actual) })),
    indicators: table.indicators.filter(({ placeholder }) => !placeholder).map((one) => ({
      cell: one.name.cell, name: one.name.text, target: filledText(one.targetEntry), targetCell: cellOf(one.targetEntry), operator: one.target.operator, unit: filledText(one.unitEntry),
      actual: filledText(one.actualEntry), actualCell: cellOf(one.actualEntry), reason: filledText(one.reason), reasonCell: cellOf(one.reason),
    })),
    figures: (table.baseData?.rows ?? []).flatMap(({ name, values }) => values.flatMap((entry) => { const text = filledText(entry); return text === null ? [] : [{ cell: entry.cell, name, text }]; })),
  };
}

/** `file` of the review is the path from the batch's folder, with slashes. */
export function recordOf(review: FileReview, sha256: string | null, by: string): FileRecord {
  const json = fileJson(review);
  const tables = review.review?.tables ?? [];
  return { ...json, sha256, by, tables: json.tables.flatMap((table, at) => { const read = tables[at]; return read ? [{ ...table, facts: factsOf(read.table) }] : []; }) };
}

/** The line of a record: one order of fields, no time in it, so that two runs over the same files are the same text. */
export function lineOf(record: FileRecord): string {
  return JSON.stringify(record);
}

/** A line back as a record; null for one that this version cannot compare: cut off, or written by another version. */
export function readRecord(line: string): FileRecord | null {
  try {
    const record = JSON.parse(line) as FileRecord;
    return record.tables.every(({ facts }) => typeof facts.fundCells === 'object' && Array.isArray(facts.figures)) ? record : null;
  } catch {
    return null;
  }
}
