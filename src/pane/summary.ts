// The verdict in one line and the scores beside each other, for one table or the whole workbook.
import { show } from '../model/decimal';
import type { Finding } from '../model/finding';
import type { TableReview, Verdict, WorkbookReview } from '../model/review';
import { addCounted, countCauses, type Counted } from '../review/causes';
import { gravest, verdictOf } from '../review/verdict';
import { tableUnder } from '../review/waivers';
import type { Phrase, Say } from './catalogue';

export interface Summary {
  readonly verdict: Verdict;
  readonly counts: Counted;
  readonly tables: number;
}

/** Of the whole workbook, findings between tables included; the gravest word of all tables. */
export function summarise(review: WorkbookReview): Summary {
  const across = review.findings.length > 0 ? [verdictOf(review.findings, true, true)] : [];
  return {
    verdict: gravest([...review.tables.map((table) => table.verdict), ...across]), tables: review.tables.length,
    counts: addCounted([...review.tables.map((table) => table.findings), review.findings].map(countCauses)),
  };
}

/** The table that a finding between tables is about: the one under its first cell, else the first of its sheet; null: none. */
export function tableAbout({ tables }: WorkbookReview, { sheet, cells: [cell] }: WorkbookReview['findings'][number]): TableReview | null {
  const under = tableUnder(tables.map(({ table }) => table), sheet, cell);
  return tables.find(({ table }) => (under === null ? table.sheet === sheet : table === under)) ?? null;
}

/** Findings between tables that are about one of them. */
export function acrossOf(review: WorkbookReview, { table }: TableReview): readonly Finding[] {
  return review.findings.filter((finding) => tableAbout(review, finding)?.table === table);
}

/** Of one table of a workbook, with what it contradicts in others. */
export function summariseTable(review: WorkbookReview, table: TableReview): Summary {
  const across = acrossOf(review, table);
  return { verdict: gravest([table.verdict, ...(across.length === 0 ? [] : [verdictOf(across, true, true)])]), tables: 1, counts: addCounted([table.findings, across].map(countCauses)) };
}

/** "2 处错误、5 处待核实，另有由此引起 1 处", with the number of tables before it where there are several. Nothing found in what was not read is no praise. */
export function countsText({ verdict, counts: { errors, verify, follows }, tables }: Summary, say: Say): string {
  const causes = errors > 0 && verify > 0 ? say('verdict.counts', { errors, verify })
    : errors > 0 ? say('verdict.only-errors', { errors })
      : verify > 0 ? say('verdict.only-verify', { verify }) : say(verdict === 'not-checked' ? 'verdict.unread' : 'verdict.none');
  const counts = follows > 0 ? say('verdict.follows', { counts: causes, follows }) : causes;
  return tables > 1 ? say('verdict.tables', { tables, counts }) : counts;
}

export interface Scores {
  /** As written; the sum of the items where no total is filled in; null when nothing is. */
  readonly claimed: Phrase;
  readonly claimedSum: Phrase | null;
  readonly computed: Phrase;
  readonly range: Phrase | null;
}

/** Both totals of a table as phrases; null for a table that is not scored at all. */
export function scoresOf({ table, scorecard, choice }: TableReview): Scores | null {
  const { claimed, claimedSum, computed, low, high, grade, claimedGrade } = scorecard;
  if (claimed === null && claimedSum === null && computed === null) return null;
  const digits = choice.rubric.rounding.value;
  const graded = (score: string, name: string | null): Phrase => (name === null ? score : { key: 'score.grade', params: { score, grade: name } });
  const spread = low !== null && high !== null && show(low, digits) !== show(high, digits);
  return {
    // 合计 88 of the list alone is no score of the whole form, and was filled in.
    claimed: claimed !== null ? graded(show(claimed, digits), claimedGrade) : table.total?.score?.quantity ? '—' : { key: 'score.blank' },
    claimedSum: claimed === null && claimedSum !== null ? { key: 'score.sum', params: { sum: show(claimedSum, digits) } } : null,
    computed: computed !== null ? graded(show(computed, digits), grade) : spread ? `${show(low, digits)}～${show(high, digits)}` : { key: 'score.unknown' },
    range: computed !== null && spread ? { key: 'score.range', params: { low: show(low, digits), high: show(high, digits) } } : null,
  };
}
