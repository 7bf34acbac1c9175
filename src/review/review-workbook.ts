// The review of a workbook: a visible list of small pure steps, the same in every host.
import { formatRange } from '../model/address';
import type { OwnJudge } from '../formulas/judge';
import { OWN } from '../formulas/own-check';
import type { Finding } from '../model/finding';
import type { Grid, WorkbookSnapshot } from '../model/grid';
import { grouped } from '../model/grouped';
import type { StoredWaiver } from '../model/plan';
import type { TableReview, WorkbookReview } from '../model/review';
import type { Rubric, RubricChoice } from '../model/rubric';
import type { Scorecard } from '../model/scorecard';
import type { NearMiss, Table, TablesRead } from '../model/table';
import { readTables } from '../reading/read-tables';
import { chooseRubric } from '../rubrics/choose';
import { RULES } from '../rules/index';
import type { Rule } from '../rules/rule';
import { listAlone } from '../rules/scores';
import { scoreTable } from '../scoring/score-table';
import { attempt } from './attempt';
import { asSevere } from './as-severe';
import { deduplicate } from './deduplicate';
import { linkCauses } from './link-causes';
import { order } from './order';
import { runRules, runWorkbookRules } from './run-rules';
import { isCheckable, isWhole, verdictOf } from './verdict';
import { coverWith, tableUnder } from './waivers';

export interface ReviewOptions {
  /** Rubric id to use whatever the tables say; null or absent: chosen for each table. An unknown id is the caller's to refuse. */
  readonly rubric?: string | null;
  /** A bureau's own rubrics beside the shipped ones. */
  readonly rubrics?: readonly Rubric[];
  readonly waivers?: readonly StoredWaiver[];
  /** Sentences to be told with the review: what was meant to judge and could not. */
  readonly remarks?: readonly string[];
  /** Absent: all rules. */
  readonly rules?: readonly Rule[];
  /** A bureau's own checks, ready to judge. */
  readonly own?: OwnJudge;
}

/** The sheet that the tool itself may have added. */
const RESULT_SHEET = '核查结果';

const EMPTY_SCORECARD: Scorecard = {
  items: [], claimed: null, claimedSum: null, computed: null, low: null, high: null, weightSum: null, grade: null, claimedGrade: null, notComputed: [],
};

/** Reads, scores and checks every table of every sheet, hidden sheets included. Never throws for what a file may hold. */
export function reviewWorkbook(snapshot: WorkbookSnapshot, options: ReviewOptions = {}): WorkbookReview {
  const rules = options.rules ?? RULES;
  const waivers = options.waivers ?? [];
  const remarks = [...snapshot.remarks, ...(options.remarks ?? [])];
  const used = new Set<StoredWaiver>();

  const read = snapshot.grids.map((grid) => readGrid(grid, remarks));
  const tables = read.flatMap((one) => one.tables);
  const blank = new Set(snapshot.grids.filter((grid) => grid.cells.length === 0).map((grid) => grid.sheet));
  const hidden = new Set(snapshot.grids.filter((grid) => grid.visibility !== 'visible').map((grid) => grid.sheet));

  const judged: JudgedTable[] = [];
  for (const table of tables) {
    const outcome = attempt(() => judgeTable(table, rules, options, hidden.has(table.sheet)));
    if (outcome.ok) judged.push(outcome.value);
    else remarks.push(`工作表“${table.sheet}”${formatRange(table.range)} 的表没有核查：程序内部出错（${outcome.why}），请把文件反馈给我们。`);
  }

  const reviews = explained(judged, waivers, used);

  const across = runWorkbookRules(rules, tables);
  const ofSheet = (sheet: string): Rubric | null => reviews.find(({ table }) => table.sheet === sheet)?.choice.rubric ?? null;
  const merged = mergeAcross(across.found, ofSheet);
  const acrossFindings = [...new Set(merged.map(({ sheet }) => sheet))].flatMap((sheet) => {
    const cover = coverWith(merged.filter((finding) => finding.sheet === sheet), sheet, ({ cells: [cell] }) => tableUnder(tables, sheet, cell), waivers.filter((waiver) => !used.has(waiver)));
    for (const waiver of cover.used) used.add(waiver);
    return cover.findings;
  });
  remarks.push(...across.failed, ...nearMissSentences(read.flatMap((one) => one.nearMisses), (sheet) => tables.length > 0 && (blank.has(sheet) || sheet === RESULT_SHEET)), ...unusedSentences(waivers, used, options.own !== undefined));
  return { tables: reviews, findings: order(acrossFindings), remarks };
}

function readGrid(grid: Grid, remarks: string[]): TablesRead {
  const outcome = attempt(() => readTables(grid));
  if (outcome.ok) return outcome.value;
  remarks.push(`工作表“${grid.sheet}”没有核查：识别表格时程序内部出错（${outcome.why}），请把文件反馈给我们。`);
  return { tables: [], nearMisses: [] };
}

/** A table with what was found in it, before anybody's explanations are laid over. */
type JudgedTable = Omit<TableReview, 'verdict'> & { readonly complete: boolean };

function judgeTable(table: Table, rules: readonly Rule[], { rubric: override = null, rubrics: own = [], own: judge }: ReviewOptions, hidden: boolean): JudgedTable {
  const choice: RubricChoice = chooseRubric(table, { override, own });
  const scored = attempt(() => scoreTable(table, choice.rubric));
  const scorecard = scored.ok ? scored.value : EMPTY_SCORECARD;

  const run = runRules(rules, table, { rubric: choice.rubric, scorecard });
  const ruled = asSevere(run.found, choice.rubric);
  const asked = judge?.(table, scorecard, choice.rubric);
  const findings = linkCauses(deduplicate(asked ? [...ruled, ...asked.findings.map((finding) => ({ finding, causes: [] }))] : ruled));

  const complete = isWhole(table) && scored.ok && run.failed.length === 0 && asked?.complete !== false;
  const remarks = [
    ...(hidden ? [`工作表“${table.sheet}”是隐藏的，也核查了。`] : []),
    ...(isCheckable(table) ? [] : ['没有读到资金、指标或基础数据，这张表没有核查：请确认表格内容完整、表头没有改动。']),
    ...(scored.ok ? [] : [`没有复核评分：程序内部出错（${scored.why}），请把文件反馈给我们。`]),
    ...run.failed,
    ...(asked?.remarks ?? []),
  ];
  return { table, choice, remarks, scorecard: ofWhole(scorecard, table), findings, complete };
}

/** 合计 88 of 90, of the list alone, is not what the whole table came to: beside 97.31 of 100 it would be told as nine points too low. */
function ofWhole(card: Scorecard, table: Table): Scorecard {
  const { claimed, claimedSum } = card;
  const list = listAlone(table, card);
  return list && claimed && claimedSum && claimed.minus(list).abs().lt(claimed.minus(claimedSum).abs()) ? { ...card, claimed: null } : card;
}

/** Explanations laid over the findings, of all tables of a sheet at once: tables below each other may say the same, and each explanation is for one of them. */
function explained(judged: readonly JudgedTable[], waivers: readonly StoredWaiver[], used: Set<StoredWaiver>): readonly TableReview[] {
  const words = new Map<Finding, Finding>();
  for (const sheet of waivers.length === 0 ? [] : new Set(judged.map(({ table }) => table.sheet))) {
    const tableOf = new Map(judged.flatMap(({ table, findings }) => (table.sheet === sheet ? findings.map((finding) => [finding, table] as const) : [])));
    const all = [...tableOf.keys()];
    const cover = coverWith(all, sheet, (finding) => tableOf.get(finding) ?? null, waivers);
    for (const waiver of cover.used) used.add(waiver);
    all.forEach((finding, at) => words.set(finding, cover.findings[at] ?? finding));
  }
  return judged.map(({ table, choice, remarks, scorecard, findings: own, complete }) => {
    const findings = own.map((finding) => words.get(finding) ?? finding);
    return { table, choice, remarks, scorecard, findings: order(findings), verdict: verdictOf(findings, isCheckable(table), complete) };
  });
}

/** Workbook findings are told apart by sheet as well, because their cells stand on different sheets. */
function mergeAcross(raw: ReturnType<typeof runWorkbookRules>['found'], rubricOf: (sheet: string) => Rubric | null): WorkbookReview['findings'] {
  const sheets = [...new Set(raw.map((one) => one.sheet))];
  return sheets.flatMap((sheet) => linkCauses(deduplicate(asSevere(raw.filter((one) => one.sheet === sheet), rubricOf(sheet)))).map((finding) => ({ ...finding, sheet })));
}

/** Sheets that failed for one reason are told in one sentence; blank sheets only where there is nothing else to tell. */
function nearMissSentences(misses: readonly NearMiss[], silentOn: (sheet: string) => boolean): readonly string[] {
  const byReason = grouped(misses, ({ sheet, reason }) => (silentOn(sheet) ? null : reason));
  return [...byReason].map(([reason, same]) => `工作表${same.map(({ sheet }) => `“${sheet}”`).join('、')}里没有认出表格：${reason}`);
}

/** Where own checks were not handed in, nobody knows whether their findings still stand. */
function unusedSentences(waivers: readonly StoredWaiver[], used: ReadonlySet<StoredWaiver>, withOwn: boolean): readonly string[] {
  return waivers.filter((waiver) => !used.has(waiver) && (withOwn || !waiver.rule.startsWith(OWN))).map((waiver) => {
    // A rule of an older version has no title any more.
    const title = RULES.find(({ id }) => id === waiver.rule)?.title;
    return `工作表“${waiver.sheet}”${waiver.cell} 的${title === undefined ? '' : `“${title}”`}说明不再对应任何问题，可以删去。`;
  });
}
