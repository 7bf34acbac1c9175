// 自评结果汇总表: one line a project, with score and grade; amounts beside them are read as a fund block, this adds names, scores and grades.
import { decimal, near, sum } from '../model/decimal';
import type { Grid } from '../model/grid';
import { present } from '../model/present';
import type { Entry, FundBlock, FundRow, SummaryLine } from '../model/table';
import { isTitle, isTotalLabel, labelText } from './labels';
import type { Lattice } from './lattice';
import { declaredPoints } from './quantity';
import { cellsBetween, type Segment } from './segments';
import { compact } from './text';

const NAME = /^(?:项目|专项|政策|资金|预算项目)(?:资金)?名称$/;
const SCORE = /^(?:项目|绩效|单位)?(?:自评|评价)?(?:总?得分|总分|分数|评分|分)$/;
const GRADE = /^(?:项目|绩效|单位)?(?:自评|评价|评定)?(?:结果)?等[级次]$|^(?:绩效)?(?:自评|评价)(?:结果|结论)$/;
const UNIT_NAME = /^(?:预算|填报|评价)?(?:单位|部门)名称$/;
/** 部门年度考核评分表 has scores and grades of its own kind. */
const ABOUT_MONEY = /自评|评价|项目|专项|资金|支出/;
/** Of a list of persons, not of what money was spent on. */
const PERSON = /^(?:员工|职工|人员)?(?:姓名|职务|岗位)$/;
/** Whoever gave them. */
const POINTS = /(?:得分|评分|分数|分值|打分|复核分|核定分)$/;
const IS_SCORE = /^\d+(?:\.\d+)?分?$/;
const IS_GRADE = /^(?:优秀?|良好?|中等?|差|合格|不合格)$/;
/** 预算执行得分, 产出指标得分: of a part of the whole. */
const SHARE = /^(?:预算|资金|决策|过程|管理|投入|成本|产出|效益|效果|满意度|服务对象满意度).{0,6}(?:得分|分)$/;
const POINTS_ALONE = /^[(（]\d+\s*分[)）]$/;
/** What a form calls itself that lists several. */
const TITLE = /汇总|一览|统计|清单|公示/;

/** What is evaluated, and what it got. */
interface SummaryColumns {
  readonly names: Entry | undefined;
  readonly score: Entry | undefined;
  readonly grade: Entry | undefined;
}

/** The columns by their labels; none for the grade where it follows from points of somebody else: 自评得分 | 复核得分 | 评定等级. */
function columnsIn(heads: readonly Entry[]): SummaryColumns {
  const named = (label: RegExp): readonly Entry[] => heads.filter((entry) => label.test(labelText(entry.raw)));
  const scores = named(SCORE);
  const score = scores.findLast(({ raw }) => raw.includes('自评')) ?? scores.at(-1);
  const [grade] = named(GRADE);
  const ofOthers = grade && score && !grade.raw.includes('自评') && named(POINTS).some(({ column }) => column > score.column && column < grade.column);
  return { names: named(NAME)[0], score, grade: ofOthers ? undefined : grade };
}

/** The lines under the header row `header`; null where the block is none of several projects. */
export function readSummary(lattice: Lattice, header: number, fund: FundBlock | null, title: Entry | null): readonly SummaryLine[] | null {
  if (!fund || fund.parts.length === 0) return null;
  const heads = headsAt(lattice, header);
  const { names, score, grade } = columnsIn(heads);
  if (!names && !TITLE.test(title?.text ?? '')) return null;
  const declared = sharesOf(heads, score);
  // 加分 and 扣分 may count in some of the lines.
  const shares = declared.length > 0 || heads.some(({ raw }) => /[加扣减]分/.test(raw)) ? declared : heads.filter((entry) => score && entry.column < score.column && SHARE.test(labelText(entry.raw)));
  const lines = fund.parts.filter(({ level }) => level === 1).map((part): SummaryLine => {
    const at = (head: Entry | undefined): Entry | null => (head ? ownCell(lattice, rowOf(part), head.column) : null);
    return { name: at(names) ?? part.label, points: present(shares, (head) => at(head)), score: at(score), grade: at(grade) };
  });
  return names && lines.every(({ name }) => name.column !== names.column) ? null : declared.length > 0 ? lines : withMade(lines);
}

const HUNDREDTH = decimal('0.01');

/** The points of a line are its score's where most lines show that they make it. */
function withMade(lines: readonly SummaryLine[]): readonly SummaryLine[] {
  const given = lines.filter(({ points, score }) => points.length > 1 && score?.quantity);
  const made = given.filter(({ points, score }) => score?.quantity && near(sum(present(points, ({ quantity }) => quantity?.value)), score.quantity.value, HUNDREDTH));
  return made.length > 1 && made.length * 2 > given.length ? lines : lines.map((line) => ({ ...line, points: [] }));
}

/** 项目名称 | 资金性质 | 自评得分 | 自评等级 under a title on a sheet that holds nothing else: no block of amounts announces it. Null for a form whose head has the three labels. */
export function scoreSegment(grid: Grid): Segment | null {
  const title = cellsBetween(grid, 1, TITLE_ROWS).find(({ value, text }) => typeof value === 'string' && isTitle(text) && ABOUT_MONEY.test(text));
  if (!title) return null;
  for (let header = title.row + 1; header <= title.row + HEAD_ROWS; header++) {
    const heads = cellsBetween(grid, header, header).filter(({ text }) => text !== '');
    const named = (label: RegExp): number | undefined => heads.find(({ text }) => label.test(labelText(text)))?.column;
    const [name, score, grade] = [named(NAME) ?? named(UNIT_NAME), named(SCORE), named(GRADE)];
    if (name === undefined || score === undefined || grade === undefined) continue;
    const bottom = lastLine(grid, header, { name, score, grade });
    const columns = heads.map(({ column }) => column);
    return bottom === null || named(PERSON) !== undefined ? null : { range: { top: title.row, left: Math.min(title.column, ...columns), bottom, right: Math.max(...columns) }, fundHeader: null, indicatorHeaders: [], baseData: false, scores: header };
  }
  return null;
}

const TITLE_ROWS = 5;
/** Rows between the title and the header: the unit, the date. */
const HEAD_ROWS = 4;
/** Fewer lines with score and grade are no list. */
const FEWEST = 2;

/** The last row with a name, a score and a grade before the names end; null unless most of the names have both. The header may be repeated on the next page. */
function lastLine(grid: Grid, header: number, columns: Readonly<Record<'name' | 'score' | 'grade', number>>): number | null {
  const textsAt = (row: number): Readonly<Record<'name' | 'score' | 'grade', string>> => {
    const texts = new Map(cellsBetween(grid, row, row).map(({ column, text }) => [column, compact(text)]));
    return { name: texts.get(columns.name) ?? '', score: texts.get(columns.score) ?? '', grade: texts.get(columns.grade) ?? '' };
  };
  const label = textsAt(header).name;
  let [last, complete, names] = [header, 0, 0];
  for (let row = header + 1; ; row++) {
    const { name, score, grade } = textsAt(row);
    if (name === '' || isTotalLabel(name)) break;
    if (name === label) continue;
    names++;
    if (!IS_SCORE.test(score) || !IS_GRADE.test(grade)) continue;
    complete++;
    last = row;
  }
  return complete < FEWEST || complete * 2 <= names ? null : last;
}

/** The lines below such a header. */
export function readScores(lattice: Lattice, header: number): readonly SummaryLine[] {
  const heads = headsAt(lattice, header);
  const { names = heads.find((entry) => UNIT_NAME.test(labelText(entry.raw))), score, grade } = columnsIn(heads);
  const lines: SummaryLine[] = [];
  for (let row = header + 1; row <= lattice.range.bottom; row++) {
    const name = names && ownCell(lattice, row, names.column);
    if (name && name.text !== names.text) lines.push({ name, points: [], score: score ? ownCell(lattice, row, score.column) : null, grade: grade ? ownCell(lattice, row, grade.column) : null });
  }
  return lines;
}

/** The scores of a summary are those of whole forms, none of the execution. */
export function withoutScores(fund: FundBlock): FundBlock {
  const { originalBudget, finalBudget, actualSpending, executionRate, reason } = fund.headers;
  const headers = { originalBudget, finalBudget, actualSpending, executionRate, reason };
  const plain = (row: FundRow): FundRow => ({ ...row, weight: null, score: null });
  return { ...fund, headers: Object.fromEntries(Object.entries(headers).filter(([, header]) => header)), declaredWeight: null, total: fund.total && plain(fund.total), parts: fund.parts.map(plain) };
}

/** A label merged down begins above the line's own amounts. */
const rowOf = ({ label, finalBudget, originalBudget, actualSpending }: FundRow): number => (finalBudget ?? originalBudget ?? actualSpending ?? label).row;

function ownCell(lattice: Lattice, row: number, column: number): Entry | null {
  const entry = lattice.at(row, column);
  return entry.filled && entry.row === row ? entry : null;
}

/** The cells of a header of one row or two, those over others left out. */
function headsAt(lattice: Lattice, header: number): readonly Entry[] {
  const top = lattice.starting(header - 1).length >= 3 && header > lattice.range.top ? header - 1 : header;
  const bottom = Math.max(...lattice.starting(top).map((entry) => lattice.areaOf(entry).bottom), header);
  const all: Entry[] = [];
  for (let row = top; row <= bottom; row++) all.push(...lattice.starting(row).filter((entry) => entry.quantity === null));
  const over = (entry: Entry): boolean => all.some((other) => other.row > lattice.areaOf(entry).bottom && other.column >= entry.column && other.column <= lattice.areaOf(entry).right);
  // 自评总得分 over （100分）: one label in two cells.
  const whole = (entry: Entry): Entry => {
    const above = POINTS_ALONE.test(entry.text) ? all.find((other) => other.row < entry.row && other.column <= entry.column && lattice.areaOf(other).right >= entry.column) : undefined;
    return above ? { ...entry, raw: above.raw + entry.raw } : entry;
  };
  return all.filter((entry) => !over(entry)).map(whole).sort((a, b) => a.column - b.column);
}

/** 产出（50分） | 效益（30分） | 满意度（10分） | 执行（10分） before 总得分（100分）: only where their points make the score's. */
function sharesOf(heads: readonly Entry[], score: Entry | undefined): readonly Entry[] {
  if (!score) return [];
  const shares = heads.filter((entry) => entry.cell !== score.cell && entry.column < score.column && declaredPoints(entry.raw) !== null);
  const whole = declaredPoints(score.raw) ?? decimal(100);
  return shares.length > 1 && near(sum(present(shares, (entry) => declaredPoints(entry.raw))), whole, decimal('0.01')) ? shares : [];
}
