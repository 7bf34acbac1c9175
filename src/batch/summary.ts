// What a finance bureau wants to know of a batch: one line a table, one line a unit, one line a rule, how scores and grades are spread, and what could not be reviewed. Pure: records in, data out.
import { ruleTitle } from '../exports/words';
import type { JsonFinding } from '../exports/json';
import type { Severity } from '../model/finding';
import type { Verdict } from '../model/review';
import { gravest, GRAVITY } from '../review/verdict';
import type { FileRecord } from './record';

export interface TableLine {
  readonly file: string;
  readonly sheet: string;
  readonly unit: string | null;
  readonly project: string | null;
  readonly kind: string;
  readonly year: number | null;
  readonly verdict: Verdict;
  readonly claimed: number | null;
  /** null where a band or something missing allows no single number; then the ends say what is possible. */
  readonly computed: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly grade: string | null;
  readonly claimedGrade: string | null;
  readonly errors: number;
  readonly verify: number;
  readonly gravest: Example | null;
}

export interface Example {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly rule: string;
  readonly message: string;
}

export interface UnitLine {
  /** As written in the tables; the file's name where none of its tables says. */
  readonly unit: string;
  readonly files: number;
  readonly tables: number;
  readonly verdict: Verdict;
  readonly errors: number;
  readonly verify: number;
  readonly gravest: Example | null;
}

export interface RuleLine {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly units: number;
  readonly tables: number;
  readonly findings: number;
  /** The first few, each from another unit. */
  readonly examples: readonly Example[];
}

/** Tables whose score lies from `from` up to, not including, `to`; the last one includes 100. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly claimed: number;
  readonly computed: number;
}

export interface Summary {
  readonly files: number;
  readonly tables: readonly TableLine[];
  readonly units: readonly UnitLine[];
  readonly rules: readonly RuleLine[];
  readonly bands: readonly Band[];
  /** Tables without a claimed or computed score are in no band. */
  readonly unscored: { readonly claimed: number; readonly computed: number };
  readonly grades: readonly { readonly grade: string; readonly claimed: number; readonly computed: number }[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly notReviewed: readonly { readonly file: string; readonly reason: string }[];
}

const SEVERITIES: readonly Severity[] = ['error', 'verify', 'hint'];
const EXAMPLES = 3;
const EDGES = [0, 60, 70, 80, 85, 90, 95, 100] as const;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Findings that stand: what a written explanation answers, as long as it fits the cells, is settled; an error never is. What follows from another finding counts with its cause. */
function stands({ severity, waived, because }: JsonFinding): boolean {
  return because === null && (severity === 'error' || waived === null || waived.stale);
}

function standing(findings: readonly JsonFinding[]): readonly JsonFinding[] {
  return findings.filter(stands);
}

function exampleOf(file: string, sheet: string, { cells, rule, message }: JsonFinding): Example {
  return { file, sheet, cell: cells[0] ?? '', rule, message };
}

function gravestOf(file: string, sheet: string, findings: readonly JsonFinding[]): Example | null {
  for (const severity of SEVERITIES) {
    const found = findings.find((finding) => finding.severity === severity);
    if (found) return exampleOf(file, sheet, found);
  }
  return null;
}

const count = (findings: readonly JsonFinding[], severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;

function linesOf(record: FileRecord): TableLine[] {
  const beside = standing(record.findings);
  return record.tables.map((table): TableLine => {
    const found = [...standing(table.findings), ...beside.filter((finding) => (finding as JsonFinding & { sheet?: string }).sheet === table.sheet)];
    const { claimed, claimedSum, computed, low, high, grade, claimedGrade } = table.score;
    return {
      file: record.file, sheet: table.sheet, unit: table.facts.unit, project: table.facts.project, kind: table.kind, year: table.year, verdict: table.verdict,
      claimed: claimed ?? claimedSum, computed, low, high, grade, claimedGrade,
      errors: count(found, 'error'), verify: count(found, 'verify'), gravest: gravestOf(record.file, table.sheet, found),
    };
  });
}

/** Name for people of a file without a unit: its name without folders and ending. */
function nameOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.\w+$/, '');
}

function unitLines(tables: readonly TableLine[]): UnitLine[] {
  const byUnit = new Map<string, TableLine[]>();
  for (const line of tables) {
    const unit = line.unit ?? nameOf(line.file);
    const lines = byUnit.get(unit);
    if (lines) lines.push(line);
    else byUnit.set(unit, [line]);
  }
  return [...byUnit].map(([unit, lines]): UnitLine => {
    const heaviest = [...lines].sort((a, b) => GRAVITY.indexOf(b.verdict) - GRAVITY.indexOf(a.verdict))[0]?.gravest ?? null;
    return {
      unit, files: new Set(lines.map(({ file }) => file)).size, tables: lines.length, verdict: gravest(lines.map(({ verdict }) => verdict)),
      errors: lines.reduce((sum, line) => sum + line.errors, 0), verify: lines.reduce((sum, line) => sum + line.verify, 0), gravest: heaviest,
    };
  }).sort((a, b) => GRAVITY.indexOf(b.verdict) - GRAVITY.indexOf(a.verdict) || b.errors - a.errors || b.verify - a.verify || byText(a.unit, b.unit));
}

function ruleLines(records: readonly FileRecord[]): RuleLine[] {
  interface Gathered { severity: Severity; units: Set<string>; tables: Set<string>; findings: number; examples: Example[] }
  const rules = new Map<string, Gathered>();
  const add = (file: string, sheet: string, unit: string, finding: JsonFinding): void => {
    let line = rules.get(finding.rule);
    if (!line) rules.set(finding.rule, (line = { severity: finding.severity, units: new Set(), tables: new Set(), findings: 0, examples: [] }));
    if (!line.units.has(unit) && line.examples.length < EXAMPLES) line.examples.push(exampleOf(file, sheet, finding));
    if (SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(line.severity)) line.severity = finding.severity;
    line.units.add(unit);
    line.tables.add(`${file}!${sheet}`);
    line.findings++;
  };
  for (const { file, tables, findings } of records) {
    for (const table of tables) for (const finding of standing(table.findings)) add(file, table.sheet, table.facts.unit ?? nameOf(file), finding);
    for (const finding of findings) if (stands(finding)) add(file, finding.sheet, tables[0]?.facts.unit ?? nameOf(file), finding);
  }
  return [...rules].map(([rule, { severity, units, tables, findings, examples }]): RuleLine => ({ rule, title: ruleTitle(rule), severity, units: units.size, tables: tables.size, findings, examples }))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.units - a.units || b.findings - a.findings || byText(a.rule, b.rule));
}

function bandsOf(tables: readonly TableLine[]): Band[] {
  return EDGES.slice(0, -1).map((from, at): Band => {
    const to = EDGES[at + 1] ?? 100;
    const inside = (score: number | null): boolean => score !== null && (score >= from || at === 0) && (score < to || at === EDGES.length - 2);
    return { from, to, claimed: tables.filter(({ claimed }) => inside(claimed)).length, computed: tables.filter(({ computed }) => inside(computed)).length };
  });
}

function gradesOf(tables: readonly TableLine[]): Summary['grades'] {
  const ORDER = ['优', '优秀', '良', '良好', '中', '合格', '差', '不合格'];
  const names = [...new Set(tables.flatMap(({ grade, claimedGrade }) => [grade, claimedGrade].filter((one) => one !== null)))];
  const place = (name: string): number => (ORDER.indexOf(name) < 0 ? ORDER.length : ORDER.indexOf(name));
  return names.sort((a, b) => place(a) - place(b) || byText(a, b)).map((grade) => ({
    grade, claimed: tables.filter(({ claimedGrade }) => claimedGrade === grade).length, computed: tables.filter((line) => line.grade === grade).length,
  }));
}

/** Gathers records, in their order. */
export function summarise(records: readonly FileRecord[]): Summary {
  const tables = records.flatMap(linesOf);
  // Base data and targets have no score of their own and belong in no spread.
  const scored = tables.filter(({ claimed, computed, low }) => claimed !== null || computed !== null || low !== null);
  const verdicts: Record<Verdict, number> = { errors: 0, 'to-verify': 0, clean: 0, 'not-checked': 0 };
  for (const { verdict } of tables) verdicts[verdict]++;
  return {
    files: records.length,
    tables,
    units: unitLines(tables),
    rules: ruleLines(records),
    bands: bandsOf(scored),
    unscored: { claimed: scored.filter(({ claimed }) => claimed === null).length, computed: scored.filter(({ computed }) => computed === null).length },
    grades: gradesOf(scored),
    verdicts,
    notReviewed: records.filter(({ status }) => status !== 'checked').map(({ file, reason }) => ({ file, reason: reason ?? '没有核查。' })),
  };
}
