// This year's batch beside last year's: tables matched, what changed without a word, what was left unchanged, what is gone and what is new.
import type { Standing } from '../model/rubric';
import { COMPARISON, type Comparison } from '../rubrics/comparison';
import type { TablePlace } from './copies';
import { yearFindings, type YearFinding, type YearFindingKind } from './last-year-findings';
import { matchYears, type DatedTable } from './last-year-match';
import type { FileRecord } from './record';
import { withUnits } from './units';

export interface YearLine extends YearFinding {
  readonly unit: string | null;
  readonly project: string | null;
  readonly tableKind: string;
  /** null for a table that there was last year only. */
  readonly nowPlace: TablePlace | null;
  readonly thenPlace: TablePlace | null;
}

export interface LastYear {
  readonly matched: number;
  readonly vanished: number;
  readonly fresh: number;
  readonly lines: readonly YearLine[];
  /** What the reader must know of the comparison as a whole. */
  readonly remarks: readonly string[];
  readonly basis: { readonly standing: Standing; readonly source: string };
}

export const YEAR_WORDS: Readonly<Record<YearFindingKind, string>> = {
  'target-lowered': '指标值降低', 'target-changed': '指标值改变', 'carry-over': '结转不符', 'score-jump': '得分突变', 'text-repeated': '文字照旧', 'actuals-repeated': '完成值照旧', 'year-unchanged': '年度未变', vanished: '本年没有', new: '本年新增',
};

const placeOf = ({ file, table: { sheet, facts } }: DatedTable): TablePlace => ({ file, sheet, unit: facts.unit, project: facts.project });

function lineOf(finding: YearFinding, now: DatedTable | null, then: DatedTable | null): YearLine {
  const one = now ?? then;
  return { ...finding, unit: one?.table.facts.unit ?? null, project: one?.table.facts.project ?? null, tableKind: one?.table.kind ?? '', nowPlace: now && placeOf(now), thenPlace: then && placeOf(then) };
}

const nameOf = ({ file, table: { facts } }: DatedTable): string => facts.project ?? facts.unit ?? file;

/** Compares the records of a year with those of the year before. */
export function compareYears(now: readonly FileRecord[], then: readonly FileRecord[], thresholds: Comparison = COMPARISON): LastYear {
  const { value, standing, source } = thresholds.lastYear;
  const { pairs, vanished, fresh } = matchYears(withUnits(now), withUnits(then), value.projectName);
  const owners = new Set([...pairs.map((pair) => pair.now.owner), ...fresh.map(({ owner }) => owner)]);
  const gone = vanished.map((one) => lineOf({
    kind: 'vanished', message: owners.has(one.owner) ? `上年有“${nameOf(one)}”的表，本年没有，请核实项目是否结束或漏报。` : `“${one.table.facts.unit ?? one.file}”上年报送了“${nameOf(one)}”的表，本年没有报送任何表，请核实是否漏报。`,
    now: null, then: { cell: null, text: nameOf(one) },
  }, null, one));
  const added = fresh.map((one) => lineOf({ kind: 'new', message: `“${nameOf(one)}”的表上年没有，请核实是新项目还是改了名称。`, now: { cell: null, text: nameOf(one) }, then: null }, one, null));
  const found = pairs.flatMap((pair) => yearFindings(pair, value).map((finding) => lineOf(finding, pair.now, pair.then)));
  const sameYear = pairs.filter((pair) => pair.now.table.year !== null && pair.now.table.year === pair.then.table.year).length;
  const remarks = [
    ...(pairs.length === 0 ? ['两年的表没有一张对得上：请检查选的是不是上年的结果。'] : []),
    ...(pairs.length > 1 && sameYear * 2 > pairs.length ? ['两年的表大多写着同一年度：请检查选的是不是上年的结果。'] : []),
  ];
  return { matched: pairs.length, vanished: vanished.length, fresh: fresh.length, lines: [...found, ...gone, ...added], remarks, basis: { standing, source } };
}
