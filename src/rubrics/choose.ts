// Which rubric judges a table: what the form bears and declares itself first, then place, kind and year; else the national frame.
import { PROVINCES } from '../model/provinces';
import type { Rubric, RubricChoice } from '../model/rubric';
import type { Table, TableKind } from '../model/table';
import { NATIONAL_ID, RUBRICS, findRubric } from './catalogue';
import { withStated } from './overrides';
import { declaredScheme, schemeFit, type DeclaredScheme, type SchemeFit } from './scheme';

/** Rules read from software are no authority's: they judge only when asked for by name. */
const ON_REQUEST: ReadonlySet<string> = new Set(['software-2021', 'software-2025']);
const NO_SCORE_ID = 'transfer-no-score';
const AUTOMATIC = RUBRICS.filter((rubric) => !ON_REQUEST.has(rubric.id) && rubric.id !== NO_SCORE_ID);

const IS_PROVINCE: ReadonlySet<string> = new Set(PROVINCES);

interface Candidate {
  readonly rubric: Rubric;
  readonly national: boolean;
  readonly byMarks: boolean;
  readonly byPlace: boolean;
  readonly kindMatches: boolean;
  readonly inYears: boolean;
  readonly fit: SchemeFit;
  /** A bureau's, not one that is shipped. */
  readonly own: boolean;
}

export interface ChoiceOptions {
  readonly override?: string | null;
  /** A bureau's own rubrics, which go before the shipped ones wherever they are for a table's kind, year and place. */
  readonly own?: readonly Rubric[];
}

/**
 * The rubric for a table, with the values that the table itself states put over it, and a Chinese sentence that says what decided.
 * `override` is a rubric id; an unknown one is said in `why` and the choice is made as without it.
 */
export function chooseRubric(table: Table, options: ChoiceOptions = {}): RubricChoice {
  const asked = options.override ?? null;
  const own = options.own ?? [];
  const named = asked === null ? null : own.find(({ id }) => id === asked) ?? findRubric(asked);
  if (named) return finished(named, `按指定使用口径“${named.title}”${versionOf(named)}。`, table);
  const [rubric, why] = automatic(table, own);
  return finished(rubric, asked === null ? why : `没有编号为“${asked}”的口径，已自动选用：${why}`, table);
}

function finished(rubric: Rubric, why: string, table: Table): RubricChoice {
  const { rubric: own, names } = withStated(rubric, table);
  return { rubric: own, why, overridden: names };
}

function automatic(table: Table, own: readonly Rubric[]): readonly [Rubric, string] {
  const national = findRubric(NATIONAL_ID);
  if (!national) throw new Error(`the catalogue has no ${NATIONAL_ID}`);
  const withoutScores = findRubric(NO_SCORE_ID);
  if (withoutScores && !asksForScores(table)) return [withoutScores, '本表没有分值和得分栏，只核对完成情况，不计分。'];

  const scheme = declaredScheme(table);
  const words: Words = { head: null, all: null };
  let best: Candidate | null = null;
  for (const rubric of own) {
    if (!rubric.kinds.includes(table.kind) || !inYears(rubric, table)) continue;
    const candidate = { ...candidateOf(rubric, table, scheme, words), own: true };
    if ((candidate.byMarks || candidate.byPlace || candidate.national) && (!best || rank(candidate) > rank(best))) best = candidate;
  }
  for (const rubric of AUTOMATIC) {
    if (!mayJudge(rubric, table)) continue;
    const candidate = candidateOf(rubric, table, scheme, words);
    // Of equals the first one of the catalogue.
    if ((candidate.national || isCandidate(candidate, table)) && (!best || rank(candidate) > rank(best))) best = candidate;
  }
  if (!best) return [national, '没有更合适的口径，采用全国通行口径。'];
  return [best.rubric, reason(best, table, scheme)];
}

/** False for a self-evaluation that has no column for points at all. */
function asksForScores({ kind, indicators, indicatorHeaders: headers, fund, total, groups }: Table): boolean {
  if ((kind !== 'project' && kind !== 'department') || indicators.length === 0) return true;
  return Boolean(headers.weight ?? headers.score ?? headers.groupWeight ?? headers.coefficient ?? fund?.headers.weight ?? fund?.headers.score ?? total?.score)
    || groups.some((group) => group.declaredWeight !== null) || indicators.some((one) => Boolean(one.weight?.quantity ?? one.score?.quantity));
}

/** What a table says in its head and anywhere, put together when a rubric first looks into it. */
interface Words {
  head: string | null;
  all: string | null;
}

/** False for what cannot be a candidate whatever the table's words and points are: most rubrics, by kind and year alone. */
function mayJudge(rubric: Rubric, table: Table): boolean {
  return isNational(rubric) || (rubric.kinds.includes(table.kind) && (rubric.until === null || inYears(rubric, table)));
}

function isNational({ places, marks }: Rubric): boolean {
  return places.length === 0 && (marks ?? []).length === 0;
}

function inYears({ from, until }: Rubric, { year }: Table): boolean {
  return year === null || (year >= from && (until === null || year <= until));
}

function candidateOf(rubric: Rubric, table: Table, scheme: DeclaredScheme, words: Words): Candidate {
  const marks = rubric.marks ?? [];
  // 湖南路街道 of 上海, 驻上海办事处 of 河南: another province's name says nothing of a table that names its own.
  const byPlace = rubric.places.some((place) => place === table.province || (table.province === null || !IS_PROVINCE.has(place)) && (words.head ??= headOf(table)).includes(place));
  // 度量单位 in a form of 辽宁 does not make it one of 四川.
  const elsewhere = !byPlace && rubric.places.length > 0 && table.province !== null;
  return {
    rubric,
    national: isNational(rubric),
    byMarks: !elsewhere && marks.length > 0 && marks.every((mark) => (words.all ??= allOf(table)).includes(withoutSpaces(mark))),
    byPlace,
    kindMatches: rubric.kinds.includes(table.kind),
    inYears: inYears(rubric, table),
    fit: schemeFit(scheme, rubric),
    own: false,
  };
}

/** A form is known by its marks, by its place, or, where nobody says where it is from, by points that the national frame does not have. */
function isCandidate({ rubric, byMarks, byPlace, kindMatches, inYears, fit }: Candidate, table: Table): boolean {
  if (!kindMatches || (rubric.until !== null && !inYears)) return false;
  return byMarks || byPlace || (table.province === null && fit === 'fits' && inYears);
}

/** Marks weigh more than place, a bureau's own rubric more than both together, and points that contradict the table's own more than all. */
function rank({ byMarks, byPlace, kindMatches, inYears, fit, rubric, own }: Candidate): number {
  const scheme = fit === 'contradicts' ? -32 : fit === 'fits' ? 2 : 0;
  return scheme + (own ? 16 : 0) + (byMarks ? 8 : 0) + (byPlace ? 4 : 0) + (kindMatches ? 1 : 0) + (inYears ? 0.25 : 0) + (rubric.id === NATIONAL_ID ? 0.5 : 0);
}

const KIND_NAMES: Readonly<Record<TableKind, string>> = { project: '项目支出自评表', department: '部门整体支出自评表', 'base-data': '基础数据表', targets: '绩效目标表', monitoring: '绩效运行监控表' };

function reason(candidate: Candidate, table: Table, scheme: DeclaredScheme): string {
  const { rubric, byMarks, byPlace, fit, inYears, own } = candidate;
  const national = candidate.national && !own;
  const facts: string[] = own ? [`本单位的自定口径${versionOf(rubric)}适用于${KIND_NAMES[table.kind]}`] : [];
  if (byMarks) facts.push(`表内有“${(rubric.marks ?? []).join('”“')}”`);
  if (byPlace) facts.push(`地区为${placeOf(rubric, table)}`);
  if (national) facts.push(placeRemark(table));
  if (!national && !own && !byMarks && !byPlace) facts.push('表内没有写明地区');
  if (national && rubric.id !== NATIONAL_ID) facts.push('本表把成本列为一级指标');
  if (fit === 'fits') facts.push(`${scheme.from === 'footnote' ? '表注' : '表头'}分值与之一致`);
  if (table.year !== null && inYears && !national) facts.push(`年度为 ${table.year}`);
  return `${facts.join('，')}，采用${national ? '全国通行口径' : ''}“${rubric.title}”${fit === 'contradicts' ? '，但本表的分值或一级指标与之不同' : ''}。`;
}

function versionOf({ version }: Rubric): string {
  return version === undefined ? '' : `（版本 ${version}）`;
}

/** The one of the rubric's places that the table names as its own; all of them where it names another, or a place below. */
function placeOf({ places }: Rubric, { province }: Table): string {
  return province !== null && places.includes(province) ? province : places.join('、');
}

/** Why no rubric of the place judges. */
function placeRemark({ province, kind }: Table): string {
  if (province === null) return '表内没有写明地区';
  const known = RUBRICS.some((rubric) => rubric.places.includes(province) && rubric.kinds.includes(kind));
  return known ? `${province}的已知口径与本表不符` : `没有${province}${KIND_NAMES[kind]}的专门口径`;
}

/** A line for each cell that holds words. */
function allOf(table: Table): string {
  let all = '';
  for (const { value, text } of table.entries) if (typeof value === 'string') all += `\0${text}`;
  return withoutSpaces(all);
}

/** Forms break their lines where they will. */
function withoutSpaces(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, '') : text;
}

/** Title and head fields: where places below the province are named. */
function headOf(table: Table): string {
  return [table.title?.text ?? '', ...table.fields.map((field) => field.entry.text)].join('\n');
}
