// The review as JSON: a published contract (assets/review.schema.json). Plain numbers and A1 addresses, so that any program can read it.
import { formatRange } from '../model/address';
import type { Decimal } from '../model/decimal';
import type { Finding } from '../model/finding';
import type { ReportFinding, TableCell, TextPlace } from '../model/report';
import type { FileReview, ReportCheck, TableReview, Verdict } from '../model/review';
import type { Basis, Standing } from '../model/rubric';
import type { Scorecard } from '../model/scorecard';

export interface JsonFinding {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly cells: readonly string[];
  readonly message: string;
  readonly expected: string | null;
  readonly received: string | null;
  readonly because: string | null;
  readonly basis: Basis;
  readonly waived: Finding['waived'];
  readonly correction: Finding['correction'];
  /** Only in the words of a report: the rule's Chinese title, the places (where to look first comes first), the cells beside them (`file` null: inside the report) and the calculation. */
  readonly title?: string;
  readonly text?: readonly TextPlace[];
  readonly related?: readonly TableCell[];
  readonly calculation?: string | null;
}

export interface JsonScore {
  readonly claimed: number | null;
  readonly claimedSum: number | null;
  readonly computed: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly weights: number | null;
  readonly grade: string | null;
  readonly claimedGrade: string | null;
  readonly items: readonly {
    readonly cell: string;
    readonly name: string;
    readonly weight: number | null;
    readonly claimed: number | null;
    readonly computed: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly derivation: string;
    readonly standing: Standing;
  }[];
  readonly notComputed: readonly string[];
}

export interface JsonTable {
  readonly sheet: string;
  readonly range: string;
  readonly kind: string;
  readonly title: string | null;
  readonly year: number | null;
  readonly province: string | null;
  readonly rubric: string;
  readonly rubricWhy: string;
  readonly rubricOverridden: readonly string[];
  readonly verdict: Verdict;
  readonly score: JsonScore;
  readonly findings: readonly JsonFinding[];
  readonly remarks: readonly string[];
  readonly notUnderstood: readonly { readonly range: string; readonly reason: string }[];
}

/** What belongs to no single table: between tables (`sheet`), or in the words of a report (`text`, then `cells` is empty and `sheet` ''). */
export interface JsonFileFinding extends JsonFinding {
  readonly sheet: string;
}

/** The text of a Word report in numbers. */
export interface JsonReport {
  readonly figures: { readonly all: number; readonly holds: number; readonly contradicts: number; readonly notChecked: number };
  /** Statements that were checked, right or wrong. */
  readonly statements: number;
  readonly against: readonly string[];
}

export interface JsonFile {
  readonly file: string;
  readonly status: FileReview['status'];
  readonly reason: string | null;
  readonly tables: readonly JsonTable[];
  readonly findings: readonly JsonFileFinding[];
  readonly remarks: readonly string[];
  /** Only of a Word report. */
  readonly report?: JsonReport;
}

export interface JsonReview {
  readonly tool: { readonly name: 'biaoli'; readonly version: string };
  readonly files: readonly JsonFile[];
}

/** The contract's object for a run. Scores are rounded to the digits of the rubric; findings keep the order of the review. */
export function toJson(files: readonly FileReview[], version: string): JsonReview {
  return { tool: { name: 'biaoli', version }, files: files.map(fileJson) };
}

/** Where a finding is, in a word: its first cell, or the paragraph of a report. */
export function placeWord({ cells, text }: Pick<JsonFinding, 'cells' | 'text'>): string {
  const [place] = text ?? [];
  return cells[0] ?? (place ? `第${place.paragraph + 1}段` : '');
}

/** One file's part: what a long run writes piece by piece. */
export function fileJson(file: FileReview): JsonFile {
  const { review, report } = file;
  const between = review?.findings.map((finding) => ({ ...findingJson(finding), sheet: finding.sheet })) ?? [];
  return {
    file: file.file,
    status: file.status,
    reason: file.reason,
    tables: review?.tables.map(tableJson) ?? [],
    findings: report ? [...report.review.findings.map((finding) => textFindingJson(finding, report.titles)), ...between] : between,
    remarks: [...(report?.review.remarks ?? []), ...(review?.remarks ?? [])],
    ...(report ? { report: reportJson(report) } : {}),
  };
}

function reportJson({ review: { figures, statements }, against }: ReportCheck): JsonReport {
  const count = (state: string): number => figures.filter((figure) => figure.state === state).length;
  return { figures: { all: figures.length, holds: count('holds'), contradicts: count('contradicts'), notChecked: count('not-checked') }, statements, against };
}

function textFindingJson({ rule, severity, message, expected, received, because, basis: { document, clause, standing }, waived, places, cells, calculation }: ReportFinding, titles: ReadonlyMap<string, string>): JsonFileFinding {
  return {
    rule, title: titles.get(rule) ?? rule, severity, cells: [], sheet: '', text: places, related: cells, message, expected, received, calculation, because,
    basis: { document, clause, standing }, waived, correction: null,
  };
}

function tableJson({ table, choice, verdict, remarks, scorecard, findings }: TableReview): JsonTable {
  return {
    sheet: table.sheet,
    range: formatRange(table.range),
    kind: table.kind,
    title: table.title?.text ?? null,
    year: table.year,
    province: table.province,
    rubric: choice.rubric.id,
    rubricWhy: choice.why,
    rubricOverridden: choice.overridden,
    verdict,
    score: scoreJson(scorecard, choice.rubric.rounding.value),
    findings: findings.map(findingJson),
    remarks,
    notUnderstood: table.notUnderstood.map(({ range, reason }) => ({ range: formatRange(range), reason })),
  };
}

function scoreJson(card: Scorecard, digits: number): JsonScore {
  const rounded = (value: Decimal | null): number | null => value?.toDecimalPlaces(digits).toNumber() ?? null;
  const exact = (value: Decimal | null): number | null => value?.toNumber() ?? null;
  return {
    claimed: exact(card.claimed),
    claimedSum: exact(card.claimedSum),
    computed: rounded(card.computed),
    low: rounded(card.low),
    high: rounded(card.high),
    weights: exact(card.weightSum),
    grade: card.grade,
    claimedGrade: card.claimedGrade,
    items: card.items.map((item) => ({
      cell: item.cell,
      name: item.name,
      weight: exact(item.weight),
      claimed: exact(item.claimed),
      // One number only where the rubric allows one answer; a band has its ends in low and high.
      computed: item.low !== null && item.high !== null && item.low.eq(item.high) ? rounded(item.low) : null,
      low: rounded(item.low),
      high: rounded(item.high),
      derivation: item.derivation,
      standing: item.basis.standing,
    })),
    notComputed: card.notComputed,
  };
}

function findingJson({ rule, title, severity, cells, message, expected, received, because, basis, waived, correction }: Finding): JsonFinding {
  const { document, clause, standing } = basis;
  return { rule, ...(title === undefined ? {} : { title }), severity, cells, message, expected, received, because, basis: { document, clause, standing }, waived, correction };
}
