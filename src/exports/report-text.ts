// The text of a Word report as a reviewer reads it: how many figures hold, then every contradiction with its words, its calculation and the cells beside it.
import type { ReportFinding, TextPlace } from '../model/report';
import type { ReportCheck, Verdict } from '../model/review';
import { isOpen } from '../review/verdict';
import { SEVERITY_PAINT, VERDICT_MARKS, type Lines, type TextOptions } from './text-lines';
import { padEnd, widthOf } from './text-width';
import { SEVERITY_WORDS, STANDING_WORDS, VERDICT_WORDS } from './words';

const LONGEST_QUOTE = 60;
/** Places beside the first that are told one by one. */
const MOST_PLACES = 3;

/** errors, to-verify or clean by what is open; not-checked where no statement was understood. */
export function textVerdict({ review: { findings, statements } }: ReportCheck): Verdict {
  const open = findings.filter(isOpen);
  if (open.some(({ severity }) => severity === 'error')) return 'errors';
  if (open.length > 0) return 'to-verify';
  return statements > 0 ? 'clean' : 'not-checked';
}

const placeName = ({ paragraph }: TextPlace): string => `第${paragraph + 1}段`;

function quoted({ quote, under }: TextPlace): string {
  const short = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
  return `“${short}”${under === null ? '' : `（${under}）`}`;
}

function cellsLine({ cells }: ReportFinding): string {
  return cells.map(({ file, sheet, cell }) => `${file === null ? '' : `${file} `}${sheet}!${cell}`).join('，');
}

export function writeReport(writer: Lines, check: ReportCheck, { quiet }: TextOptions): void {
  const { review, titles, against } = check;
  const [mark, colour] = VERDICT_MARKS[textVerdict(check)];
  const counts = (['error', 'verify', 'hint'] as const).flatMap((severity) => {
    const count = review.findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${SEVERITY_WORDS[severity]} ${count}`];
  });
  writer.add(2, `${writer.paint(`${mark} ${VERDICT_WORDS[textVerdict(check)]}`, colour)}  报告文字${against.length === 0 ? '' : ` · 对照 ${against.join('、')}`}${counts.length === 0 ? '' : ` · ${counts.join('，')}`}`);
  if (quiet) return;
  const states = review.figures.map(({ state }) => state);
  const count = (state: string): number => states.filter((one) => one === state).length;
  writer.add(4, `文中数据 ${states.length} 处：相符 ${count('holds')}，矛盾 ${count('contradicts')}，未核对 ${count('not-checked')}；核对了 ${review.statements} 处说法`);
  const widest = review.findings.reduce((most, { places: [first] }) => Math.max(most, first ? widthOf(placeName(first)) : 0), 0);
  review.findings.forEach((finding, at) => {
    const [first, ...others] = finding.places;
    const head = `${String(at + 1).padStart(3)}. ${writer.paint(SEVERITY_WORDS[finding.severity], SEVERITY_PAINT[finding.severity])} ${writer.paint(padEnd(first ? placeName(first) : '', widest), 'bold')}  `;
    const hang = widthOf(head);
    const standing = finding.basis.standing === 'assumed' ? `（依据为${STANDING_WORDS.assumed}）` : '';
    writer.add(2, `${head}${titles.get(finding.rule) ?? finding.rule}：${finding.message}${standing}`, hang);
    if (first) writer.add(2 + hang, `原文：${quoted(first)}`);
    for (const other of others.slice(0, MOST_PLACES)) writer.add(2 + hang, `另见${placeName(other)}：${quoted(other)}`);
    if (others.length > MOST_PLACES) writer.add(2 + hang, `另见共 ${others.length} 处`);
    if (finding.calculation !== null) writer.add(2 + hang, `算式：${finding.calculation}`);
    if (finding.cells.length > 0) writer.add(2 + hang, `对照：${cellsLine(finding)}`);
  });
  for (const remark of review.remarks) writer.add(4, `说明：${remark}`);
}
