// The review as a reviewer reads it: the verdict first, both totals, then every finding with its cell and both numbers.
import { formatRange } from '../model/address';
import { show, type Decimal } from '../model/decimal';
import type { Correction, Finding, Severity } from '../model/finding';
import type { FileReview, TableReview, Verdict } from '../model/review';
import { countCauses } from '../review/causes';
import { displayed } from '../review/display';
import { depths } from '../review/order';
import { padEnd, widthOf, wrap } from './text-width';
import { KIND_WORDS, ruleTitle, SEVERITY_WORDS, STANDING_WORDS, VERDICT_WORDS } from './words';

export interface TextOptions {
  readonly colour: boolean;
  /** Columns of the terminal; null: lines are not broken (a file, a pipe). */
  readonly width: number | null;
  /** True: verdict lines only. */
  readonly quiet: boolean;
}

type Paint = 'red' | 'yellow' | 'green' | 'grey' | 'bold';
const MARKS: Readonly<Record<Paint, string>> = { red: '\uE001', yellow: '\uE002', green: '\uE003', grey: '\uE004', bold: '\uE005' };
const END_MARK = '\uE000';
const CODES: ReadonlyMap<string, number> = new Map([[END_MARK, 0], [MARKS.red, 31], [MARKS.yellow, 33], [MARKS.green, 32], [MARKS.grey, 90], [MARKS.bold, 1]]);
const VERDICT_MARKS: Readonly<Record<Verdict, readonly [string, Paint]>> = { errors: ['✗', 'red'], 'to-verify': ['?', 'yellow'], clean: ['✓', 'green'], 'not-checked': ['–', 'grey'] };
const SEVERITY_PAINT: Readonly<Record<Severity, Paint>> = { error: 'red', verify: 'yellow', hint: 'grey' };
/** On narrower terminals lines are left to the terminal. */
const LEAST_WIDTH = 20;

/** Chinese text for one file, each line ended by a line feed. */
export function fileText(file: FileReview, options: TextOptions): string {
  const writer = new Lines(options);
  writer.add(0, writer.paint(file.file, 'bold'));
  if (!file.review || file.status !== 'checked') {
    writer.add(2, `${writer.paint('– 未核查', 'red')}  ${file.reason ?? ''}`);
    if (!options.quiet) for (const remark of file.review?.remarks ?? []) writer.add(4, `说明：${remark}`);
    return writer.text();
  }
  for (const table of file.review.tables) writeTable(writer, table, options);
  if (file.review.findings.length > 0) {
    writer.add(2, `${writer.paint('✗ 表与表之间', 'bold')}${counts(file.review.findings)}`);
    if (!options.quiet) writeFindings(writer, file.review.findings, (finding) => finding.sheet);
  }
  if (!options.quiet) for (const remark of file.review.remarks) writer.add(2, `说明：${remark}`);
  return writer.text();
}

/** What a run has come to so far: enough for the closing line without keeping the reviews. */
export interface Tally {
  readonly files: number;
  readonly unread: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

export const EMPTY_TALLY: Tally = { files: 0, unread: 0, verdicts: { errors: 0, 'to-verify': 0, clean: 0, 'not-checked': 0 } };

export function counted(tally: Tally, file: FileReview): Tally {
  const verdicts = { ...tally.verdicts };
  for (const table of file.review?.tables ?? []) verdicts[table.verdict]++;
  return { files: tally.files + 1, unread: tally.unread + (file.status === 'checked' ? 0 : 1), verdicts };
}

/** One closing line over all files: how many tables of each verdict, how many files could not be checked. */
export function summaryText({ files, unread, verdicts }: Tally): string {
  const parts = (['errors', 'to-verify', 'clean', 'not-checked'] as const).filter((verdict) => verdicts[verdict] > 0).map((verdict) => `${VERDICT_WORDS[verdict]} ${verdicts[verdict]}`);
  const total = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  const tables = total === 0 ? '没有核查到表格' : `${total} 张表：${parts.join('，')}`;
  return `共 ${files} 个文件，${tables}${unread === 0 ? '' : `；${unread} 个文件未能核查`}。\n`;
}

function writeTable(writer: Lines, review: TableReview, options: TextOptions): void {
  const { table, verdict, scorecard, choice, findings } = review;
  const [mark, colour] = VERDICT_MARKS[verdict];
  const year = table.year === null ? '' : ` · ${table.year} 年`;
  writer.add(2, `${writer.paint(`${mark} ${VERDICT_WORDS[verdict]}`, colour)}  ${table.title?.text || KIND_WORDS[table.kind]} · 工作表“${table.sheet}” ${formatRange(table.range)}${year}${counts(findings)}`);
  if (options.quiet) return;
  const score = scoreLine(review);
  if (score !== null) writer.add(4, score);
  writer.add(4, writer.paint(`口径 ${choice.rubric.id}：${choice.why}`, 'grey'));
  for (const overridden of choice.overridden) writer.add(6, writer.paint(`表内另有规定：${overridden}`, 'grey'));
  writeFindings(writer, findings, null);
  for (const { range, reason } of table.notUnderstood) writer.add(4, `未读懂 ${formatRange(range)}：${reason}`);
  for (const sentence of scorecard.notComputed) writer.add(4, `未能复核评分：${sentence}`);
  for (const remark of review.remarks) writer.add(4, `说明：${remark}`);
}

/** As the summary of a batch and the letters count: causes, with what follows from them apart. */
function counts(findings: readonly Finding[]): string {
  const { errors, verify, hints, follows, explained } = countCauses(findings);
  const parts = ([[SEVERITY_WORDS.error, errors], [SEVERITY_WORDS.verify, verify], [SEVERITY_WORDS.hint, hints]] as const).flatMap(([word, count]) => (count === 0 ? [] : [`${word} ${count}`]));
  const beside = [...(follows === 0 ? [] : [`由此引起 ${follows}`]), ...(explained === 0 ? [] : [`已说明 ${explained}`])].join('，');
  if (parts.length === 0) return beside === '' ? '' : ` · ${beside}`;
  return ` · ${parts.join('，')}${beside === '' ? '' : `（另有${beside}）`}`;
}

function scoreLine({ scorecard: { claimed, claimedSum, computed, low, high, grade, claimedGrade }, choice }: TableReview): string | null {
  const digits = choice.rubric.rounding.value;
  if (claimed === null && claimedSum === null && computed === null) return null;
  const graded = (score: string, name: string | null): string => (name === null ? score : `${score}（${name}）`);
  const own = claimed !== null ? graded(`${show(claimed, digits)} 分`, claimedGrade) : claimedSum !== null ? `未填总分，各项合计 ${show(claimedSum, digits)} 分` : '未填';
  const ours = computed === null ? '无法复核' : graded(`${show(computed, digits)} 分`, grade);
  return `自评 ${own} │ 复核 ${ours}${spread(low, high, digits)}`;
}

function spread(low: Decimal | null, high: Decimal | null, digits: number): string {
  if (low === null || high === null || show(low, digits) === show(high, digits)) return '';
  return `，按口径可在 ${show(low, digits)}–${show(high, digits)} 分之间`;
}

function writeFindings<F extends Finding>(writer: Lines, findings: readonly F[], sheetOf: ((finding: F) => string) | null): void {
  const places = findings.map((finding) => `${sheetOf === null ? '' : `${sheetOf(finding)}!`}${finding.cells[0] ?? ''}`);
  const widest = places.reduce((most, place) => Math.max(most, widthOf(place)), 0);
  let number = 0;
  const depthOf = depths(findings);
  findings.forEach((finding, at) => {
    const level = depthOf(finding);
    const lead = level === 0 ? `${String(++number).padStart(3)}. ` : `${' '.repeat(3 + 2 * level)}└ `;
    const severity = writer.paint(SEVERITY_WORDS[finding.severity], SEVERITY_PAINT[finding.severity]);
    const head = `${lead}${severity} ${writer.paint(padEnd(places[at] ?? '', widest), 'bold')}  `;
    const hang = widthOf(head);
    // What rests on no words of an authority says so, because the reviewer will have to defend it.
    const standing = finding.basis.standing === 'assumed' ? `（依据为${STANDING_WORDS.assumed}）` : '';
    writer.add(2, `${head}${ruleTitle(finding.rule)}：${finding.message}${standing}`, hang);
    if (finding.correction) writer.add(2 + hang, writer.paint(correctionLine(finding.correction), 'green'));
    if (finding.waived) writer.add(2 + hang, `${finding.waived.stale ? '原说明已失效（单元格改过）' : '已说明'}：${finding.waived.reason}（${finding.waived.role}，${finding.waived.date}）`);
  });
}

function correctionLine({ kind, edits }: Correction): string {
  return `${kind === 'safe' ? '可更正' : '建议'}：${edits.map(({ cell, value, formula, numberFormat }) => `${cell} → ${value === null ? '清空' : displayed(value, numberFormat ?? 'General')}${formula === null ? '' : `（${formula}）`}`).join('，')}`;
}

/** Collects lines. Colours travel as private-use marks, so that control characters out of a workbook never reach the terminal. */
class Lines {
  private readonly lines: string[] = [];
  constructor(private readonly options: TextOptions) {}

  paint(text: string, colour: Paint): string {
    return `${MARKS[colour]}${text}${END_MARK}`;
  }

  /** Adds a line; what does not fit the terminal goes on below, `hang` columns further in. */
  add(indent: number, text: string, hang = 0): void {
    const clean = text.replace(/\s*\n\s*/g, ' ').replace(/\p{Cc}/gu, '');
    const { width } = this.options;
    const broken = width === null || width - indent - hang < LEAST_WIDTH ? [clean] : wrap(clean, width - indent, hang);
    broken.forEach((line, at) => this.lines.push(' '.repeat(at === 0 ? indent : indent + hang) + this.coloured(line)));
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  private coloured(line: string): string {
    return line.replace(/[\uE000-\uE005]/g, (mark) => (this.options.colour ? `\u001b[${CODES.get(mark) ?? 0}m` : ''));
  }
}
