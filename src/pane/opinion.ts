// 审核意见: the review of one table as a reviewer writes it, in Chinese whatever the pane's language, for copying and for one A4 page.
import { show } from '../model/decimal';
import type { TableReview, WorkbookReview } from '../model/review';
import { departmentOf, projectOf, unitOf } from '../exports/table-names';
import { wrap } from '../exports/text-width';
import { KIND_WORDS, SEVERITY_WORDS, titleOf, VERDICT_WORDS } from '../exports/words';
import { openChains } from '../review/causes';
import { order } from '../review/order';
import { acrossOf, summariseTable } from './summary';

export interface OpinionLine {
  readonly number: number;
  readonly cell: string;
  readonly severity: string;
  readonly title: string;
  readonly text: string;
  /** What follows from it and is put right with it, as "K5 预算执行得分". */
  readonly follows: readonly string[];
}

export interface Opinion {
  readonly heading: string;
  /** Label and content. */
  readonly facts: readonly (readonly [string, string])[];
  readonly conclusion: string;
  readonly lines: readonly OpinionLine[];
  /** What did not fit on the page; null when all did. */
  readonly rest: string | null;
  readonly closing: readonly string[];
}

/** Lines at 10.5 pt that an A4 page holds beside heading, gaps and signatures, one kept in hand; measured in Chromium. */
const LINES_ON_A_PAGE = 32;
/** Half-width columns in a line of the facts, of the conclusion and of a finding, which stands in by its number. */
const COLUMNS = { facts: 86, conclusion: 92, finding: 88 } as const;
const LONGEST_TEXT = 110;

/** Causes with errors first, what follows from each below it; hints are style and no matter of an opinion, what is explained needs no answer. */
export function opinionOf(workbook: WorkbookReview, review: TableReview, file: string, date: string): Opinion {
  const { table, choice } = review;
  const findings = order([...review.findings, ...acrossOf(workbook, review)]);
  const open = openChains(findings);
  const { verdict, counts: { errors, verify, follows, explained } } = summariseTable(workbook, review);
  const apart = [...(follows > 0 ? [`由此引起 ${follows} 处`] : []), ...(explained > 0 ? [`已作书面说明 ${explained} 处`] : [])].join('，');
  const unit = unitOf(table) ?? departmentOf(table);
  const project = projectOf(table);
  const facts: readonly (readonly [string, string])[] = [
    ...(unit === null ? [] : [['单位', unit] as const]),
    ...(project === null ? [] : [['项目', project] as const]),
    ['表格', `${table.title?.text || KIND_WORDS[table.kind]}（工作表“${table.sheet}”${file === '' ? '' : `，${file}`}）`],
    ...(table.year === null ? [] : [['年度', `${table.year} 年`] as const]),
    ['口径', `${choice.rubric.title}${choice.rubric.version === undefined ? '' : `（版本 ${choice.rubric.version}）`}`],
    ['得分', scoreText(review)],
  ];
  const conclusion = `审核结论：${VERDICT_WORDS[verdict]}。${open.length === 0 ? (verdict === 'not-checked' ? '表中有内容没有核查，不能认定没有问题。' : '没有发现需要处理的问题。') : `${errors > 0 ? `错误 ${errors} 处，请更正；` : ''}${verify > 0 ? `待核实 ${verify} 处，请核实或书面说明；` : ''}`.replace(/；$/, '。')}${apart === '' ? '' : `另有${apart}。`}`;
  let room = LINES_ON_A_PAGE - facts.reduce((sum, [, text]) => sum + printed(text, COLUMNS.facts), 0) - printed(conclusion, COLUMNS.conclusion);
  const lines = open.map(({ finding, follows: later }, at) => ({ number: at + 1, cell: finding.cells[0] ?? '', severity: SEVERITY_WORDS[finding.severity], title: titleOf(finding), text: short(finding.message), follows: later.map((one) => `${one.cells[0] ?? ''} ${titleOf(one)}`.trim()) }));
  const full = lines.findIndex((line) => (room -= printed(lineText(line), COLUMNS.finding)) < 0);
  const shown = full === -1 ? lines : lines.slice(0, full);
  return {
    heading: '绩效自评表审核意见',
    facts, conclusion, lines: shown,
    rest: lines.length > shown.length ? `其余 ${lines.length - shown.length} 处没有列出，见核查结果。` : null,
    closing: [`审核日期：${date}`, '审核人（签字）：', '单位（盖章）：'],
  };
}

/** Without its number. */
export function lineText({ cell, severity, title, text, follows }: OpinionLine): string {
  return `${cell}（${severity}）${title}：${text}${follows.length === 0 ? '' : `由此引起：${follows.join('、')}。`}`;
}

/** Plain text with line feeds, to paste into a letter. */
export function opinionText(opinion: Opinion): string {
  return [
    opinion.heading,
    ...opinion.facts.map(([label, text]) => `${label}：${text}`),
    opinion.conclusion,
    ...opinion.lines.map((line) => `${line.number}. ${lineText(line)}`),
    ...(opinion.rest === null ? [] : [opinion.rest]),
    ...opinion.closing,
  ].join('\n');
}

function scoreText({ scorecard: { claimed, claimedSum, computed, low, high, grade, claimedGrade }, choice }: TableReview): string {
  const digits = choice.rubric.rounding.value;
  const graded = (score: string, name: string | null): string => (name === null ? `${score} 分` : `${score} 分（${name}）`);
  const own = claimed !== null ? graded(show(claimed, digits), claimedGrade) : claimedSum !== null ? `没有全表总分，各项合计 ${show(claimedSum, digits)} 分` : '未填';
  const range = low !== null && high !== null && show(low, digits) !== show(high, digits) ? `${show(low, digits)}～${show(high, digits)} 分` : null;
  const ours = computed !== null ? graded(show(computed, digits), grade) : (range ?? '无法复核');
  return `自评 ${own}，复核 ${ours}`;
}

/** Lines on paper; quotes and dots are as wide there as Chinese characters. */
function printed(text: string, columns: number): number {
  return wrap(text.replace(/[“”‘’…—～×÷≥≤]/gu, '　'), columns).length;
}

function short(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= LONGEST_TEXT ? plain : `${plain.slice(0, LONGEST_TEXT - 1)}…`;
}
