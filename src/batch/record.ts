// One line of a batch: the review of a file as the command line prints it, with what a summary needs to know of the unit.
import { fileJson, type JsonFile, type JsonTable } from '../exports/json';
import type { FileReview } from '../model/review';
import type { Entry, Table } from '../model/table';

/** What a table says of itself, as displayed; the texts that a comparison between units and years looks at. */
export interface TableFacts {
  readonly unit: string | null;
  readonly project: string | null;
  readonly department: string | null;
  /** Texts of the total line; null where the form has no such column or nothing stands there. */
  readonly fund: Readonly<Record<'originalBudget' | 'finalBudget' | 'actualSpending' | 'executionRate', string | null>>;
  readonly amountUnit: string | null;
  /** Lines of the fund block by name: amounts carried over from last year among them. */
  readonly parts: readonly { readonly name: string; readonly finalBudget: string | null; readonly actualSpending: string | null }[];
  readonly goals: readonly { readonly expected: string | null; readonly actual: string | null }[];
  readonly indicators: readonly { readonly cell: string; readonly name: string; readonly target: string | null; readonly actual: string | null; readonly reason: string | null }[];
}

export interface FileRecord extends Omit<JsonFile, 'tables'> {
  /** Of the bytes that were reviewed; null when they could not be read. */
  readonly sha256: string | null;
  /** Who reviewed, and by which rubric where one was prescribed. */
  readonly by: string;
  readonly tables: readonly (JsonTable & { readonly facts: TableFacts })[];
}

const textOf = (entry: Entry | null | undefined): string | null => (entry?.filled === true && !entry.notApplicable ? entry.text : null);

/** A name has letters: "0" or a date in the place of one names nobody. */
function fieldOf(table: Table, names: RegExp): string | null {
  const text = textOf(table.fields.find(({ name }) => names.test(name))?.entry);
  return text !== null && /\p{L}/u.test(text) && !/^\d+年/.test(text) ? text : null;
}

function factsOf(table: Table): TableFacts {
  const total = table.fund?.total;
  return {
    unit: fieldOf(table, /^(?:项目)?(?:实施|使用|填报|预算|申报|资金使用)?单位(?:名称)?$|^(?:部门|单位)名称$|^部门（单位）名称$/) ?? fieldOf(table, /单位/),
    project: fieldOf(table, /^项目名称$/),
    department: fieldOf(table, /主管部门/),
    fund: {
      originalBudget: textOf(total?.originalBudget), finalBudget: textOf(total?.finalBudget),
      actualSpending: textOf(total?.actualSpending), executionRate: textOf(total?.executionRate),
    },
    amountUnit: table.fund?.unit ?? table.amountUnit,
    parts: (table.fund?.parts ?? []).map((part) => ({ name: part.name, finalBudget: textOf(part.finalBudget), actualSpending: textOf(part.actualSpending) })),
    goals: table.goals.map(({ expected, actual }) => ({ expected: textOf(expected), actual: textOf(actual) })),
    indicators: table.indicators.filter(({ placeholder }) => !placeholder).map((one) => ({
      cell: one.name.cell, name: one.name.text, target: textOf(one.targetEntry), actual: textOf(one.actualEntry), reason: textOf(one.reason),
    })),
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
