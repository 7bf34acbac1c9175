// Tables that are alike although they are of different units, and tables that one unit handed in twice. Says what is the same and asks; whether it was copied is for people to find out.
import { COMPARISON, type Comparison } from '../rubrics/comparison';
import { grouped } from '../model/grouped';
import type { Standing } from '../model/rubric';
import { candidatesIn } from './copies-candidates';
import { featuresOf, type TableFeatures } from './copies-features';
import { comparePair, OwnWords, type AspectLikeness, type PairLikeness, type SharedPassage } from './copies-pair';
import { projectKey } from './copies-text';
import type { FileRecord } from './record';
import { withUnits } from './units';

export interface TablePlace {
  readonly file: string;
  readonly sheet: string;
  readonly unit: string | null;
  readonly project: string | null;
}

export interface CopyPair {
  readonly first: TablePlace;
  readonly second: TablePlace;
  /** Percent of what is their own, whole number. */
  readonly similarity: number;
  readonly aspects: readonly AspectLikeness[];
  readonly passages: readonly SharedPassage[];
  readonly message: string;
}

export interface CopyGroup {
  readonly members: readonly TablePlace[];
  /** Each member with the one that it is most like; not every pair, which for twenty tables would be 190. */
  readonly pairs: readonly CopyPair[];
}

export interface Duplicate {
  /** same-file: the same bytes; same-project: one unit's project twice; same-content: two projects of one unit in the same words and figures. */
  readonly kind: 'same-file' | 'same-project' | 'same-content';
  readonly members: readonly TablePlace[];
  /** All say the same. */
  readonly identical: boolean;
  readonly message: string;
}

export interface Copies {
  readonly groups: readonly CopyGroup[];
  readonly duplicates: readonly Duplicate[];
  /** What the thresholds rest on. */
  readonly basis: { readonly standing: Standing; readonly source: string };
}

/** Figures that two tables must have in common before being the same in every cell says anything. */
const TELLING_FIGURES = 3;
const ASPECT_WORDS: Readonly<Record<SharedPassage['what'], string>> = { 指标: '条', 预期目标: '处', 实际完成情况: '处', 实际完成值: '处', 偏差原因: '处', 数字: '个' };

const placeOf = ({ file, sheet, unit, project }: TableFeatures): TablePlace => ({ file, sheet, unit, project });
export const nameOfPlace = ({ unit, file, project }: TablePlace): string => `“${unit ?? file}”${project === null ? '' : `（${project}）`}`;
const sameProject = (a: TableFeatures, b: TableFeatures): boolean => a.project !== null && b.project !== null && projectKey(a.project) === projectKey(b.project);
const lettersOf = ({ shingles }: TableFeatures): number => shingles.indicators.length + shingles.goals.length + shingles.results.length;

interface Found extends PairLikeness {
  readonly a: number;
  readonly b: number;
}

/** Groups of several under one key, in the order of their first. */
function sharing<T>(all: readonly T[], keyOf: (one: T) => string | null): readonly (readonly T[])[] {
  return [...grouped(all, keyOf).values()].filter((group) => group.length > 1);
}

/** The same in every cell across units: found even where so many copied that their words pass for a template's, if figures say that it is none. */
function identicalPairs(tables: readonly TableFeatures[], units: number): readonly (readonly [number, number])[] {
  const places = tables.map((_, place) => place);
  return sharing(places, (place) => { const table = tables[place]; return table ? `${table.whole}/${table.kind}` : null; }).flatMap((group) => {
    const [first = 0] = group;
    const one = tables[first];
    const owners = new Set(group.map((place) => tables[place]?.owner)).size;
    const telling = one !== undefined && (one.figures.length >= TELLING_FIGURES || (owners < units && one.figures.length > 0 && lettersOf(one) >= 40));
    return telling ? group.slice(1).filter((place) => tables[place]?.owner !== one.owner).map((place): readonly [number, number] => [first, place]) : [];
  });
}

/** Connected tables, each with the pair that it is most alike in. */
function groupsOf(found: readonly Found[], tables: readonly TableFeatures[]): readonly CopyGroup[] {
  const parent = new Map<number, number>();
  const rootOf = (place: number): number => {
    let root = place;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    return root;
  };
  const ordered = [...found].sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
  // The likest first, and only what joins: a tree of each group.
  const tree = ordered.filter(({ a, b }) => {
    const [x, y] = [rootOf(a), rootOf(b)];
    if (x !== y) parent.set(Math.max(x, y), Math.min(x, y));
    return x !== y;
  });
  return [...grouped(tree, ({ a }) => rootOf(a)).values()].map((pairs): CopyGroup => {
    const members = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
    return { members: members.flatMap((place) => { const table = tables[place]; return table ? [placeOf(table)] : []; }), pairs: pairs.flatMap((one) => pairOf(one, tables)) };
  });
}

function pairOf({ a, b, similarity, aspects, passages }: Found, tables: readonly TableFeatures[]): readonly CopyPair[] {
  const [one, two] = [tables[a], tables[b]];
  if (!one || !two) return [];
  const [first, second] = [placeOf(one), placeOf(two)];
  const percent = Math.round(similarity * 100);
  const counts = Object.entries(ASPECT_WORDS).flatMap(([what, word]) => {
    const count = passages.filter((passage) => passage.what === what).length;
    return count > 0 ? [`${what} ${count} ${word}`] : [];
  });
  const exactly = passages.every(({ same }) => same) ? '相同' : '相同或相近';
  const given = sameProject(one, two) ? '两份表的项目名称相同，指标如由上级统一下达，属正常。' : '';
  return [{ first, second, similarity: percent, aspects, passages, message: `${nameOfPlace(first)}和${nameOfPlace(second)}：两份表的以下内容${exactly}（${counts.join('、')}，相似度 ${percent}%），请核实是否误交或照抄。${given}` }];
}

function duplicatesOf(tables: readonly TableFeatures[]): readonly Duplicate[] {
  const found: Duplicate[] = [];
  const taken = new Map<TableFeatures, ReadonlySet<TableFeatures>[]>();
  const add = (kind: Duplicate['kind'], members: readonly TableFeatures[], sentence: (identical: boolean) => string): void => {
    // Several tables may stand on one sheet: sheets alone do not tell what has been said.
    const [first] = members;
    if (first && taken.get(first)?.some((told) => members.every((one) => told.has(one))) === true) return;
    const told = new Set(members);
    for (const one of members) taken.set(one, [...(taken.get(one) ?? []), told]);
    const identical = new Set(members.map(({ whole }) => whole)).size === 1;
    found.push({ kind, members: members.map(placeOf), identical, message: sentence(identical) });
  };
  for (const members of sharing(tables, ({ sha256, sheet, kind }) => (sha256 === null ? null : `${sha256}/${sheet}/${kind}`))) {
    const files = new Set(members.map(({ file }) => file));
    if (files.size > 1) add('same-file', members, () => `${files.size} 个文件的内容完全一样，请核实是否重复报送或误交。`);
  }
  const named = tables.filter(({ named: known }) => known);
  for (const members of sharing(named, ({ owner, kind, year, project }) => (kind === 'monitoring' || (kind === 'project' && project === null) ? null : `${owner}/${kind}/${year}/${projectKey(project ?? '')}`))) {
    if (new Set(members.map(({ file }) => file)).size < 2) continue;
    add('same-project', members, (identical) => (identical ? '同一单位的同一张表报送了几份，内容相同，请核实是否重复报送。' : '同一单位的同一张表报送了几份，内容不同，请核实以哪一份为准。'));
  }
  for (const members of sharing(named.filter(({ figures }) => figures.length >= TELLING_FIGURES), ({ owner, kind, whole }) => `${owner}/${kind}/${whole}`)) {
    if (new Set(members.map(({ project }) => projectKey(project ?? ''))).size > 1) add('same-content', members, () => '同一单位几个项目的表内容完全相同，请核实是否误交。');
  }
  return found;
}

/** Copies among the tables of the records; the same records in the same order give the same result. */
export function findCopies(records: readonly FileRecord[], thresholds: Comparison = COMPARISON): Copies {
  // Owners side by side and paths in order: the result does not depend on how the batch was cut.
  // A report that carries the tables of the workbooks beside it hands nothing in twice.
  const handedIn = records.filter(({ report }) => !report || report.against.length === 0);
  const tables = [...featuresOf(withUnits(handedIn), thresholds)].sort((a, b) => order(a.owner, b.owner) || order(a.file, b.file) || order(a.sheet, b.sheet));
  const { indicators, goals, results, figures } = thresholds.copies.value;
  const { units } = thresholds.boilerplate.value;
  const candidates = candidatesIn(tables, { units, letters: Math.min(indicators.letters, goals.letters, results.letters), figures: figures.count });
  const own = new OwnWords(candidates);
  const found = new Map<string, Found>();
  for (const [a, b] of candidates.pairs) {
    const [one, two] = [tables[a], tables[b]];
    const likeness = one && two ? comparePair(one, two, own, thresholds.copies, sameProject(one, two)) : null;
    if (likeness) found.set(`${a}/${b}`, { a, b, ...likeness });
  }
  const everything = new OwnWords({ boilerplate: new Set(), commonFigures: new Set() });
  for (const [a, b] of identicalPairs(tables, units)) {
    const [one, two] = [tables[a], tables[b]];
    if (!one || !two || found.has(`${a}/${b}`)) continue;
    const likeness = comparePair(one, two, everything, SURELY, false);
    if (likeness) found.set(`${a}/${b}`, { a, b, ...likeness });
  }
  const { standing, source } = thresholds.copies;
  return { groups: groupsOf([...found.values()], tables), duplicates: duplicatesOf(tables), basis: { standing, source } };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** For tables known to be the same: everything they share is shown. */
const ANY = { similarity: 0, letters: 0 } as const;
const SURELY: Comparison['copies'] = { value: { indicators: { ...ANY, agreement: 0 }, goals: ANY, results: ANY, figures: { similarity: 0, count: 0, digits: 1 }, passage: 1 }, standing: 'assumed', source: '' };
