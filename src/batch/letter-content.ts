// What a letter to one unit has to say, before it has a shape: its tables, and in each what must be corrected apart from what needs an explanation only.
import { grouped } from '../model/grouped';
import type { JsonFinding } from '../exports/json';
import { ruleTitle } from '../exports/words';
import { isExplained, openChains, type Chain } from '../review/causes';
import { isOpen } from '../review/verdict';
import { kindWord } from './kind-word';
import { actionOf, basisOf, nameText, placeOf, plain, whatOf } from './letter-words';
import type { FileRecord } from './record';
import { ownedTables, type OwnedTable } from './units';

type PointChain = Chain<JsonFinding>;
type TableRecord = FileRecord['tables'][number];

/** One thing to answer; findings of one kind on one basis in one table are one point, so that a letter stays short. */
export interface LetterPoint {
  /** Runs through the whole letter, so that an answer can name it. */
  readonly number: number;
  readonly title: string;
  readonly count: number;
  readonly items: readonly LetterItem[];
  /** The places that are not told one by one; null when all are. */
  readonly rest: string | null;
  readonly basis: string;
  readonly action: string;
}

export interface LetterItem {
  readonly text: string;
  /** What follows from it and has to be put right with it. */
  readonly follows: readonly string[];
}

export interface LetterTable {
  readonly heading: string;
  readonly facts: string;
  readonly correct: readonly LetterPoint[];
  readonly explain: readonly LetterPoint[];
  /** What could not be checked, Chinese sentences. */
  readonly notChecked: readonly string[];
}

export interface LetterContent {
  /** What a file of the letter is called by. */
  readonly name: string;
  /** Whom the letter addresses. */
  readonly unit: string;
  readonly projects: string;
  readonly years: string;
  /** What was sent in, in words. */
  readonly sent: string;
  readonly tables: readonly LetterTable[];
  /** Findings, not points. */
  readonly corrections: number;
  readonly explanations: number;
  /** Explained in writing already. */
  readonly explained: number;
  /** Tables that could not be checked. */
  readonly notChecked: number;
  /** True where a basis is assumed. */
  readonly assumed: boolean;
}

/** Points of one kind above it are named by their cells alone: nobody reads the four hundredth sentence. */
const ITEMS = 20;
const CELLS_NAMED = 60;

/** The tables of each unit by the summary's name of the unit, in the order of the records. */
export function tablesByUnit(records: readonly FileRecord[]): ReadonlyMap<string, readonly OwnedTable[]> {
  return grouped(ownedTables(records), ({ unit }) => unit);
}

/** The first ones in words, the places of all others: what is left out of the letter is put right by nobody. */
function followsOf(follows: readonly JsonFinding[]): readonly string[] {
  const rest = follows.slice(ITEMS);
  return [
    ...follows.slice(0, ITEMS).map((one) => `${one.severity === 'error' ? '由此须一并更正' : '更正后须一并说明'}${placeOf(one)}${whatOf(one)}`),
    ...(rest.length === 0 ? [] : [`由此须一并更正或说明的还有${rest.length}处${placesText(rest)}。`]),
  ];
}

/** "在I5、K5单元格"; '' where none of them stands in a cell. */
function placesText(findings: readonly JsonFinding[]): string {
  const cells = findings.map(({ cells: [first = ''] }) => first).filter((cell) => cell !== '');
  return cells.length === 0 ? '' : `在${cells.slice(0, CELLS_NAMED).join('、')}${cells.length > CELLS_NAMED ? '等' : ''}单元格`;
}

function pointsOf(chains: readonly PointChain[], numbers: { last: number }): readonly LetterPoint[] {
  const alike = grouped(chains, ({ finding }) => [finding.rule, basisOf(finding)].join('\n'));
  return [...alike.values()].flatMap((group): LetterPoint[] => {
    const [first] = group;
    if (!first) return [];
    return [{
      number: ++numbers.last, title: first.finding.title ?? ruleTitle(first.finding.rule), count: group.length,
      items: group.slice(0, ITEMS).map(({ finding, follows }) => ({ text: `${placeOf(finding)}${whatOf(finding)}`, follows: followsOf(follows) })),
      rest: group.length <= ITEMS ? null : `其余${group.length - ITEMS}处同类问题${placesText(group.slice(ITEMS).map(({ finding }) => finding))}。`,
      basis: basisOf(first.finding), action: actionOf(first.finding),
    }];
  });
}

const number = (value: number): string => String(Number(value.toFixed(2)));

function scoreText({ score: { claimed, claimedSum, computed, low, high, weights } }: TableRecord): string {
  if (claimed === null && claimedSum === null && computed === null && low === null) return '';
  const own = claimed !== null ? `自评得分${number(claimed)}分` : claimedSum !== null ? `没有全表总分，各项得分合计${number(claimedSum)}分` : '未填自评得分';
  const range = low !== null && high !== null && low !== high ? `${number(low)}～${number(high)}分` : null;
  if (computed === null) return range === null ? `${own}。` : `${own}，复核得分在${range}之间。`;
  const notes = [...(weights === null || weights === 100 ? [] : [`表内分值合计${number(weights)}分`]), ...(range === null ? [] : [`评分标准有裁量余地，可在${range}之间`])];
  return `${own}，复核得分${number(computed)}分${notes.length === 0 ? '' : `（${notes.join('；')}）`}。`;
}

/** What a table is called in a letter: its project, else its title. */
function tableName({ title, kind, facts }: TableRecord): string {
  // The number of an annex is that of the notice the form came with.
  const name = nameText(title ?? '').replace(/^附(?:件|表)[\d一二三四五六七八九十]*(?:[-－—]\d+)?[:：、.．\s]*/, '') || kindWord(kind);
  return facts.project === null ? `《${name}》` : `“${nameText(facts.project)}”项目《${name}》`;
}

function tableOf({ file, table, findings }: OwnedTable, numbers: { last: number }): LetterTable {
  const chains = openChains(findings);
  const why = [...table.notUnderstood.map(({ range, reason }) => `${range}：${reason}`), ...table.remarks].map((sentence) => plain(sentence));
  return {
    heading: tableName(table),
    facts: `文件“${plain(file.replace(/^.*\//, ''), 120)}”，工作表“${plain(table.sheet, 60)}”。${scoreText(table)}`,
    correct: pointsOf(chains.filter(({ finding }) => finding.severity === 'error'), numbers),
    explain: pointsOf(chains.filter(({ finding }) => finding.severity === 'verify'), numbers),
    notChecked: table.verdict !== 'not-checked' ? [] : why.length > 0 ? why : ['表中没有读到可以核查的内容，请检查表格是否完整。'],
  };
}

/** Titles in their own marks stand without a sign between them. */
const listed = (names: readonly string[]): string => names.join('、').replaceAll('》、《', '》《');

function sentText(tables: readonly OwnedTable[]): string {
  const names = [...new Set(tables.map(({ table }) => tableName(table)))];
  return names.length <= 3 ? listed(names) : `${listed(names.slice(0, 2))}等${tables.length}张绩效自评表`;
}

function yearsText(tables: readonly OwnedTable[]): string {
  const years = [...new Set(tables.map(({ table }) => table.year).filter((year) => year !== null))].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '';
  // More than two would break the title in two.
  return years.length <= 2 ? `${years.join('、')}年度` : `${first}至${last}年度`;
}

/** What is to be said to one unit; tables without anything to say are left out of `tables`. */
export function letterContent(unit: string, tables: readonly OwnedTable[]): LetterContent {
  const numbers = { last: 0 };
  const told = tables.map((one) => tableOf(one, numbers));
  const count = (points: readonly LetterPoint[]): number => points.reduce((sum, point) => sum + point.count, 0);
  const projects = [...new Set(tables.map(({ table }) => table.facts.project).filter((project) => project !== null))].map(nameText);
  const unnamed = tables.every(({ source }) => source === 'none');
  const file = (tables[0]?.file ?? unit).replace(/^.*\//, '').replace(/\.\w+$/, '');
  const open = tables.flatMap(({ findings }) => findings.filter(isOpen));
  return {
    name: unnamed ? `未写单位-${file}` : nameText(unit),
    unit: unnamed ? `“${plain(file, 100)}”的报送单位` : nameText(unit),
    projects: projects.length <= 3 ? projects.join('、') : `${projects.slice(0, 3).join('、')}等${projects.length}个项目`,
    years: yearsText(tables),
    sent: sentText(tables),
    tables: told.filter(({ correct, explain, notChecked }) => correct.length + explain.length + notChecked.length > 0),
    corrections: told.reduce((sum, { correct }) => sum + count(correct), 0),
    explanations: told.reduce((sum, { explain }) => sum + count(explain), 0),
    explained: tables.reduce((sum, { findings }) => sum + findings.filter(isExplained).length, 0),
    notChecked: told.filter((one) => one.notChecked.length > 0).length,
    assumed: open.some(({ basis }) => basis.standing === 'assumed'),
  };
}
