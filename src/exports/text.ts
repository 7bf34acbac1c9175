// The review as a reviewer reads it: the verdict first, both totals, then every finding with its cell and both numbers.
import { formatRange } from '../model/address';
import { show, type Decimal } from '../model/decimal';
import type { Correction, Finding } from '../model/finding';
import { VERDICTS, type FileReview, type TableReview, type Verdict } from '../model/review';
import { countCauses } from '../review/causes';
import { displayed } from '../review/display';
import { depths } from '../review/order';
import { textVerdict, writeReport } from './report-text';
import { Lines, SEVERITY_PAINT, VERDICT_MARKS, type TextOptions } from './text-lines';
import { padEnd, widthOf } from './text-width';
import { KIND_WORDS, SEVERITY_WORDS, STANDING_WORDS, titleOf, VERDICT_WORDS } from './words';

/** Chinese text for one file, each line ended by a line feed. */
export function fileText(file: FileReview, options: TextOptions): string {
  const writer = new Lines(options);
  writer.add(0, writer.paint(file.file, 'bold'));
  if (!file.review || file.status !== 'checked') {
    writer.add(2, `${writer.paint('– 未核查', 'red')}  ${file.reason ?? ''}`);
    if (!options.quiet) for (const remark of file.review?.remarks ?? []) writer.add(4, `说明：${remark}`);
    return writer.text();
  }
  if (file.report) writeReport(writer, file.report, options);
  const sheetWord = file.report ? '文中表格' : '工作表';
  for (const table of file.review.tables) writeTable(writer, table, options, sheetWord);
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
  /** Of the words of Word reports. */
  readonly texts: Readonly<Record<Verdict, number>>;
}

const NO_VERDICTS: Readonly<Record<Verdict, number>> = { errors: 0, 'to-verify': 0, clean: 0, 'not-checked': 0 };

export const EMPTY_TALLY: Tally = { files: 0, unread: 0, verdicts: NO_VERDICTS, texts: NO_VERDICTS };

export function counted(tally: Tally, file: FileReview): Tally {
  const verdicts = { ...tally.verdicts };
  for (const table of file.review?.tables ?? []) verdicts[table.verdict]++;
  const texts = { ...tally.texts };
  if (file.report && file.status === 'checked') texts[textVerdict(file.report)]++;
  return { files: tally.files + 1, unread: tally.unread + (file.status === 'checked' ? 0 : 1), verdicts, texts };
}

/** One closing line over all files: how many tables of each verdict, how many files could not be checked. */
export function summaryText({ files, unread, verdicts, texts }: Tally): string {
  const tables = verdictCounts(verdicts, '张表');
  const words = verdictCounts(texts, '份报告的文字');
  return `共 ${files} 个文件，${tables ?? (words === null ? '没有核查到表格' : '没有表格')}${words === null ? '' : `；${words}`}${unread === 0 ? '' : `；${unread} 个文件未能核查`}。\n`;
}

function verdictCounts(verdicts: Readonly<Record<Verdict, number>>, what: string): string | null {
  const parts = VERDICTS.filter((verdict) => verdicts[verdict] > 0).map((verdict) => `${VERDICT_WORDS[verdict]} ${verdicts[verdict]}`);
  const total = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  return total === 0 ? null : `${total} ${what}：${parts.join('，')}`;
}

function writeTable(writer: Lines, review: TableReview, options: TextOptions, sheetWord: string): void {
  const { table, verdict, scorecard, choice, findings } = review;
  const [mark, colour] = VERDICT_MARKS[verdict];
  const year = table.year === null ? '' : ` · ${table.year} 年`;
  writer.add(2, `${writer.paint(`${mark} ${VERDICT_WORDS[verdict]}`, colour)}  ${table.title?.text || KIND_WORDS[table.kind]} · ${sheetWord}“${table.sheet}” ${formatRange(table.range)}${year}${counts(findings)}`);
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
  const own = claimed !== null ? graded(`${show(claimed, digits)} 分`, claimedGrade) : claimedSum !== null ? `没有全表总分，各项合计 ${show(claimedSum, digits)} 分` : '未填';
  const ours = computed === null ? '无法复核' : graded(`${show(computed, digits)} 分`, grade);
  return `自评 ${own} │ 复核 ${ours}${spread(low, high, digits)}`;
}

function spread(low: Decimal | null, high: Decimal | null, digits: number): string {
  if (low === null || high === null || show(low, digits) === show(high, digits)) return '';
  return `，按口径可在 ${show(low, digits)}～${show(high, digits)} 分之间`;
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
    writer.add(2, `${head}${titleOf(finding)}：${finding.message}${standing}`, hang);
    if (finding.correction) writer.add(2 + hang, writer.paint(correctionLine(finding.correction), 'green'));
    if (finding.waived) writer.add(2 + hang, `${finding.waived.stale ? '原说明已失效（单元格改过）' : '已说明'}：${finding.waived.reason}（${finding.waived.role}，${finding.waived.date}）`);
  });
}

function correctionLine({ kind, edits }: Correction): string {
  return `${kind === 'safe' ? '可更正' : '建议'}：${edits.map(({ cell, value, formula, numberFormat }) => `${cell} → ${value === null ? '清空' : displayed(value, numberFormat ?? 'General')}${formula === null ? '' : `（${formula}）`}`).join('，')}`;
}
