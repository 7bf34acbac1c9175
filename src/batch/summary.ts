// What a finance bureau wants to know of a batch: one line a table, one line a unit, one line a rule, how scores and grades are spread, and what could not be reviewed. Pure: records in, data out.
import { ruleTitle } from '../exports/words';
import type { JsonFinding } from '../exports/json';
import { decimal, sum as decimalSum, type Decimal } from '../model/decimal';
import type { Severity } from '../model/finding';
import { grouped } from '../model/grouped';
import type { Verdict } from '../model/review';
import { countCauses, openChains } from '../review/causes';
import { gravest, GRAVITY, isOpen } from '../review/verdict';
import { plain } from './letter-words';
import { exampleOf, problemsOf, reportLine, type Example, type Problem, type ReportLine } from './problems';
import type { FileRecord } from './record';
import { looseReports, ownedTables, type OwnedTable, type UnitSource } from './units';
import { unnamedUnit } from './unnamed';

export interface TableLine {
  readonly file: string;
  readonly sheet: string;
  /** The name of its line among the units. */
  readonly unit: string;
  /** Where that name comes from. */
  readonly unitFrom: UnitSource;
  readonly project: string | null;
  readonly kind: string;
  readonly year: number | null;
  readonly verdict: Verdict;
  /** The total that the table gives; its points are never put in its place. */
  readonly claimed: number | null;
  /** Where there is no total: what the claimed points come to, and the weights they are out of where these are known. */
  readonly claimedSum?: { readonly sum: number; readonly of: number | null };
  /** null where a band or something missing allows no single number; then the ends say what is possible. */
  readonly computed: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** claimed − computed, where there is no total the points − computed; null where either is, and where the lines that were read are not all that the total is of. */
  readonly difference: number | null;
  readonly grade: string | null;
  readonly claimedGrade: string | null;
  /** Causes; what follows from them is put right with them and counts apart, what is explained in writing waits for nobody. */
  readonly errors: number;
  readonly verify: number;
  readonly follows: number;
  readonly explained: number;
  readonly gravest: Example | null;
}

export interface UnitLine {
  /** As written in the tables; else of the folder, else 未写单位 with the path. */
  readonly unit: string;
  /** A Chinese sentence where tables do not name the unit themselves; '' otherwise. */
  readonly note: string;
  readonly files: number;
  readonly tables: number;
  readonly verdict: Verdict;
  readonly errors: number;
  readonly verify: number;
  readonly follows: number;
  readonly explained: number;
  readonly gravest: Example | null;
}

export interface RuleLine {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly units: number;
  readonly tables: number;
  /** Causes of this kind, and those of its findings that follow from others. */
  readonly findings: number;
  readonly follows: number;
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

/** Scores of a kind, rounded to two digits; null where no table has one. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** How what was claimed compares with what was computed, table by table where both are single numbers. */
export interface Agreement {
  readonly compared: number;
  readonly same: number;
  /** Claimed above and below what was computed. */
  readonly over: number;
  readonly under: number;
  readonly gradeDiffers: number;
}

export interface Summary {
  readonly files: number;
  /** Those of a unit side by side, in the order of the units. */
  readonly tables: readonly TableLine[];
  readonly units: readonly UnitLine[];
  readonly rules: readonly RuleLine[];
  /** By unit in the order of the units, inside by file and table; hints are style and stay out. */
  readonly problems: readonly Problem[];
  readonly bands: readonly Band[];
  readonly spreads: { readonly claimed: Spread | null; readonly computed: Spread | null };
  readonly agreement: Agreement;
  /** Tables without a claimed or computed score are in no band. */
  readonly unscored: { readonly claimed: number; readonly computed: number };
  /** Tables without a total that are among the claimed ones by the sum of their points. */
  readonly bySum: number;
  readonly grades: readonly { readonly grade: string; readonly claimed: number; readonly computed: number }[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Their problems stand behind those of the units. */
  readonly reports: readonly ReportLine[];
  readonly notReviewed: readonly { readonly file: string; readonly reason: string }[];
}

const SEVERITIES: readonly Severity[] = ['error', 'verify', 'hint'];
const EXAMPLES = 3;
/** Points of a whole table. */
const WHOLE = 100;
const EDGES = [0, 60, 70, 80, 85, 90, 95, 100] as const;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The most serious of what stands alone, in the order of the review; hints only where there is nothing else. */
function gravestOf({ file, table: { sheet }, findings }: OwnedTable): Example | null {
  const chains = openChains(findings);
  const first = chains.find(({ finding }) => finding.severity === 'error') ?? chains[0];
  const found = first?.finding ?? findings.find(({ severity }) => severity === 'hint');
  return found === undefined ? null : exampleOf(file, sheet, found);
}

const verdictOf = ({ severity }: JsonFinding): Verdict => (severity === 'error' ? 'errors' : 'to-verify');

function lineOf(owned: OwnedTable): TableLine {
  const { file, table, unit, source, findings } = owned;
  const { claimed, claimedSum, computed, low, high, weights, grade, claimedGrade } = table.score;
  const { errors, verify, follows, explained } = countCauses(findings);
  const own = claimed ?? claimedSum;
  // A form that shows but some of its lines: a total of all of them has no counterpart.
  const partial = claimed !== null && weights !== null && weights < WHOLE && claimed > weights;
  return {
    file, sheet: table.sheet, unit, unitFrom: source, project: table.facts.project, kind: table.kind, year: table.year,
    // What stands between the tables of a workbook weighs on its table as well.
    verdict: gravest([table.verdict, ...findings.filter((finding) => !table.findings.includes(finding) && isOpen(finding)).map(verdictOf)]),
    claimed, ...(claimed === null && claimedSum !== null ? { claimedSum: { sum: claimedSum, of: weights } } : {}), computed, low, high,
    difference: own === null || computed === null || partial ? null : decimal(own).minus(computed).toNumber(), grade, claimedGrade, errors, verify, follows, explained, gravest: gravestOf(owned),
  };
}

/** What a table stands for among claimed scores: its total, or its points where they are out of 100; half a table's points are no score. */
const claimOf = ({ claimed, claimedSum }: TableLine): number | null => claimed ?? (claimedSum?.of === WHOLE ? claimedSum.sum : null);

const sum = <T>(lines: readonly T[], of: (line: T) => number): number => lines.reduce((total, line) => total + of(line), 0);

function noteOf(lines: readonly TableLine[]): string {
  const from = (source: UnitSource): number => lines.filter(({ unitFrom }) => unitFrom === source).length;
  if (from('none') === lines.length) return '表里没有单位名称，请核实是哪个单位报送的。';
  const parts = ([['workbook', '按同一工作簿的另一张表归入'], ['folder', '按文件夹名归入'], ['department', '按主管部门归入']] as const).flatMap(([source, words]) => (from(source) === 0 ? [] : [`${from(source)} 张表没写单位，${words}`]));
  return parts.length === 0 ? '' : `${parts.join('；')}。`;
}

function unitLines(tables: readonly TableLine[]): UnitLine[] {
  return [...grouped(tables, ({ unit }) => unit)].map(([unit, lines]): UnitLine => {
    const heaviest = [...lines].sort((a, b) => GRAVITY.indexOf(b.verdict) - GRAVITY.indexOf(a.verdict)).find((line) => line.gravest !== null)?.gravest ?? null;
    return {
      unit, note: noteOf(lines), files: new Set(lines.map(({ file }) => file)).size, tables: lines.length, verdict: gravest(lines.map(({ verdict }) => verdict)),
      errors: sum(lines, ({ errors }) => errors), verify: sum(lines, ({ verify }) => verify), follows: sum(lines, ({ follows }) => follows), explained: sum(lines, ({ explained }) => explained), gravest: heaviest,
    };
  }).sort((a, b) => GRAVITY.indexOf(b.verdict) - GRAVITY.indexOf(a.verdict) || b.errors - a.errors || b.verify - a.verify || byText(a.unit, b.unit));
}

function ruleLines(tables: readonly OwnedTable[]): RuleLine[] {
  interface Gathered { title: string; severity: Severity; units: Set<string>; tables: Set<string>; findings: number; follows: number; examples: Example[] }
  const rules = new Map<string, Gathered>();
  for (const [at, { file, table: { sheet }, unit, findings }] of tables.entries()) {
    const chains = openChains(findings);
    const causes = new Set([...chains.map(({ finding }) => finding), ...findings.filter(({ severity }) => severity === 'hint')]);
    for (const finding of findings) {
      if (!causes.has(finding) && !isOpen(finding)) continue;
      let line = rules.get(finding.rule);
      if (!line) rules.set(finding.rule, (line = { title: finding.title ?? ruleTitle(finding.rule), severity: finding.severity, units: new Set(), tables: new Set(), findings: 0, follows: 0, examples: [] }));
      if (!line.units.has(unit) && line.examples.length < EXAMPLES) line.examples.push(exampleOf(file, sheet, finding));
      if (SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(line.severity)) line.severity = finding.severity;
      line.units.add(unit);
      line.tables.add(`${at}`);
      if (causes.has(finding)) line.findings++;
      else line.follows++;
    }
  }
  return [...rules].map(([rule, { title, severity, units, tables: where, findings, follows, examples }]): RuleLine => ({ rule, title, severity, units: units.size, tables: where.size, findings, follows, examples }))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.units - a.units || b.findings - a.findings || byText(a.rule, b.rule));
}

/** Tables under their units, the units in their order. */
function byUnits<T extends { readonly unit: string }>(lines: readonly T[], units: readonly UnitLine[]): readonly T[] {
  const places = new Map(units.map(({ unit }, at) => [unit, at]));
  return [...lines].sort((a, b) => (places.get(a.unit) ?? 0) - (places.get(b.unit) ?? 0));
}

function bandsOf(tables: readonly TableLine[]): Band[] {
  return EDGES.slice(0, -1).map((from, at): Band => {
    const to = EDGES[at + 1] ?? 100;
    const inside = (score: number | null): boolean => score !== null && (score >= from || at === 0) && (score < to || at === EDGES.length - 2);
    return { from, to, claimed: tables.filter((line) => inside(claimOf(line))).length, computed: tables.filter(({ computed }) => inside(computed)).length };
  });
}

function spreadOf(scores: readonly number[]): Spread | null {
  const sorted = [...scores].sort((a, b) => a - b);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  const rounded = (value: Decimal): number => value.toDecimalPlaces(2).toNumber();
  const middle = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return { count: sorted.length, mean: rounded(decimalSum(sorted.map(decimal)).div(sorted.length)), median: rounded(decimalSum(middle.map(decimal)).div(2)), lowest, highest };
}

function agreementOf(tables: readonly TableLine[]): Agreement {
  const compared = tables.flatMap(({ difference }) => (difference === null ? [] : [decimal(difference)]));
  return {
    compared: compared.length, same: compared.filter((difference) => difference.isZero()).length, over: compared.filter((difference) => difference.gt(0)).length, under: compared.filter((difference) => difference.lt(0)).length,
    gradeDiffers: tables.filter(({ grade, claimedGrade }) => grade !== null && claimedGrade !== null && grade !== claimedGrade).length,
  };
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
  const owned = ownedTables(records);
  const loose = looseReports(records);
  const inOrder = owned.map(lineOf);
  const units = unitLines(inOrder);
  const tables = byUnits(inOrder, units);
  // Base data and targets have no score of their own and belong in no spread.
  const scored = tables.filter(({ claimed, claimedSum, computed, low }) => claimed !== null || claimedSum !== undefined || computed !== null || low !== null);
  const verdicts: Record<Verdict, number> = { errors: 0, 'to-verify': 0, clean: 0, 'not-checked': 0 };
  for (const { verdict } of tables) verdicts[verdict]++;
  return {
    files: records.length,
    tables,
    units,
    rules: ruleLines(owned),
    problems: [
      ...byUnits(owned, units).flatMap(({ file, table, unit, findings }, place) => problemsOf({ file, sheet: table.sheet, unit, project: table.facts.project, findings }, place)),
      ...loose.flatMap(({ file, findings }) => problemsOf({ file, sheet: '', unit: unnamedUnit(plain(file, 200)), project: null, findings }, null)),
    ],
    reports: loose.map(reportLine),
    bands: bandsOf(scored),
    spreads: { claimed: spreadOf(scored.flatMap((line) => claimOf(line) ?? [])), computed: spreadOf(scored.flatMap(({ computed }) => computed ?? [])) },
    agreement: agreementOf(scored),
    unscored: { claimed: scored.filter((line) => claimOf(line) === null).length, computed: scored.filter(({ computed }) => computed === null).length },
    bySum: scored.filter((line) => line.claimed === null && claimOf(line) !== null).length,
    grades: gradesOf(scored),
    verdicts,
    notReviewed: records.filter(({ status }) => status !== 'checked').map(({ file, reason }) => ({ file, reason: reason ?? '没有核查。' })),
  };
}
