// A report as understood: its lines, its figures, its year, and the figures of the tables that belong to it.
import type { ReportDocument } from '../model/report';
import type { Fact } from './fact';
import { indexFacts, type FactIndex } from './fact-index';
import { readFacts } from './facts';
import { readLines, type Line } from './lines';
import { tableFacts, type TableFact } from './table-facts';
import type { TableSource } from './table-source';

export interface Reading {
  readonly document: ReportDocument;
  readonly lines: readonly Line[];
  /** By their numbers. */
  readonly lineOf: ReadonlyMap<number, Line>;
  readonly facts: readonly Fact[];
  readonly index: FactIndex;
  /** Facts of one sentence together, in order; sentences with more than can be meant as one statement are left out. */
  readonly sentences: readonly (readonly Fact[])[];
  readonly title: Line | null;
  readonly year: number | null;
  /** The year, 0 where none is named: what the figures count from. */
  readonly base: number;
  readonly sources: readonly TableSource[];
  /** Figures of the tables that are about what the report is about: of the unit's table for a report on the unit, of the project's for one on a project. */
  readonly tables: readonly TableFact[];
  /** What was too long to be read, Chinese sentences. */
  readonly remarks: readonly string[];
}

/** No sentence that a person wrote ties more figures. */
const MOST_FACTS = 80;
const TITLE = /(?:自评|评价|绩效|自查|总结)[\u4e00-\u9fa5]{0,8}(?:报告|情况|总结)|(?:报告|情况)$/;
const FIRST_LINES = 40;

export function readReport(document: ReportDocument, sources: readonly TableSource[]): Reading {
  const lines = readLines(document.paragraphs);
  const title = titleOf(lines);
  const year = yearOf(lines, title) ?? sources.find(({ review }) => review.table.year !== null)?.review.table.year ?? null;
  const facts = readFacts(lines, { year, project: projectTitle(lines, title) });
  return { document, lines, lineOf: new Map(lines.map((line) => [line.at, line])), facts, index: indexFacts(facts), sentences: grouped(facts), title, year, base: year ?? 0, sources, tables: tableFacts(sources, year).filter((fact) => fact.scope !== 'total' || belongs(lines, title, sources, fact.source)), remarks: lines.some(({ cut }) => cut) ? ['有的段落过长，只核查了前面的部分。'] : [] };
}

function grouped(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const groups: Fact[][] = [];
  for (const fact of facts) {
    const last = groups.at(-1);
    if (last?.[0]?.sentence === fact.sentence) last.push(fact);
    else groups.push([fact]);
  }
  return groups.filter((group) => group.length <= MOST_FACTS);
}

/** The line above the first numbered heading that speaks of a report; titles are often broken over two lines. */
function titleOf(lines: readonly Line[]): Line | null {
  for (const line of lines.slice(0, FIRST_LINES)) {
    const { text } = line.plain;
    if (text.length >= 4 && text.length <= 80 && !text.includes('。') && line.number === null && TITLE.test(text)) return line;
  }
  return null;
}

/** A report whose title does not say what it is about belongs to its one table. */
function belongs(lines: readonly Line[], title: Line | null, sources: readonly TableSource[], { review: { table } }: TableSource): boolean {
  const forms = sources.filter(({ review }) => review.table.kind === 'project' || review.table.kind === 'department');
  if (projectTitle(lines, title) !== null) return table.kind === 'project';
  if (/整体|部门/.test(wholeTitle(lines, title))) return table.kind === 'department';
  return forms.length === 1;
}

/** Titles are often broken over two or three lines. */
function wholeTitle(lines: readonly Line[], title: Line | null): string {
  const at = title ? lines.indexOf(title) : -1;
  return lines.slice(Math.max(0, at - 2), at + 1).map(({ plain }) => (plain.text.length <= 60 ? plain.text : '')).join('');
}

/** The title, where the report is on one project or fund and not on a whole unit. */
function projectTitle(lines: readonly Line[], title: Line | null): string | null {
  const whole = wholeTitle(lines, title);
  return /整体|部门支出|单位支出/.test(whole) || !/项目|专项|资金|经费/.test(whole) ? null : whole;
}

function yearOf(lines: readonly Line[], title: Line | null): number | null {
  const start = title ? lines.indexOf(title) : 0;
  for (const line of title ? [title, ...lines.slice(Math.max(0, start - 3), start + 3)] : []) {
    const match = /(20\d{2})年度?/.exec(line.plain.text.slice(0, 80));
    if (match && line.plain.text.length < 80) return Number(match[1]);
  }
  // Without a title: the year most often named as a whole.
  const counts = new Map<number, number>();
  for (const line of lines) for (const match of line.plain.text.matchAll(/(20\d{2})年(?!\d|[\u4e00-\u9fa5]?月)/g)) counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  return best ? best[0] : null;
}
