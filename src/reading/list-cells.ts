// What the cells of one line of the indicator list are, by the columns of its header: content, a level, a closing remark, the total.
import { HUNDRED } from '../model/decimal';
import { present } from '../model/present';
import type { Entry, IndicatorColumn, TotalRow } from '../model/table';
import type { ColumnSpan } from './column-span';
import type { IndicatorHeader } from './indicator-columns';
import { isPlaceholderName } from './indicator-names';
import { isClosingLabel, isGroupTotalLabel, isSubtotalLabel, isTotalLabel, labelText } from './labels';
import type { Lattice } from './lattice';
import { bracketedPoints, readBareQuantity } from './quantity';
import { contradict } from './sign-columns';
import { gradeOf } from './target-columns';
import { compact } from './text';

/** The columns of which one at least is filled in a line of the list. */
const CONTENT = ['name', 'target', 'actual', 'weight', 'score'] as const;

const POINTS = ['weight', 'score'] as const;
const SCORED = ['weight', 'score', 'target'] as const;

const EXECUTION_RATE = /^(?:\d+[.、]?|[一二三四五六七八九十]+、|指标\d{1,2}[:：、.])?(?:年度|全年)?(?:预算|资金|预算资金|财政资金)(?:支出)?执行率(?:得分|指标)?$/;

const TICK = /^[√✓✔☑]$/;

/** 预算执行率 given as one of the indicators. */
export function isExecutionRate(raw: string): boolean {
  return raw.includes('率') && EXECUTION_RATE.test(labelText(raw));
}

/** 自评得分：100分 beside 合计. */
const NAMED_SCORE = /^(?:自评)?(?:总?得分|总分)[:：]/;

/** 四、自评总分 | 99.3 reaches as far as the points to be had, which are never 99.3 but may be 90.00: the only figure of its row is the score. */
function isScoreAlone(label: Entry, figure: Entry, { length }: readonly Entry[]): boolean {
  const { quantity } = figure;
  return length === 2 && quantity !== null && quantity.value.lt(HUNDRED) && (!quantity.value.isInteger() || /自评|得分/.test(label.text));
}

/** 分值合计 above 得分合计: the points to be had alone. */
export const totalsPoints = (label: Entry): boolean => /^分值(?:合计|总计)$/.test(labelText(label.raw));

/** 自评得分：98分；等级：优. */
const AMONG = /(得分|自评总?分|总分)(?:\([^()]*\))?[:：]\s*(\d+(?:\.\d+)?\s*分?)(?=[\s,，;；。、(（])/g;

/** 自评总分：80.5分 in one cell, be it with more behind it: the figure behind the colon. 总分：100分，得分：98分 names the points to be had as well. */
function figureIn(label: Entry): Entry | null {
  const text = label.text.trim();
  const named = [...text.matchAll(AMONG)];
  const figure = /[:：]\s*(\d+(?:\.\d+)?\s*分?)$/.exec(text)?.[1] ?? (named.find(([, name]) => name !== '总分') ?? named[0])?.[2];
  const quantity = figure === undefined ? null : readBareQuantity(figure);
  return figure !== undefined && quantity ? { ...label, raw: figure, text: figure, quantity } : null;
}

/** 98分，优: score and grade in one cell. */
function withoutGrade(score: Entry | null): Entry | null {
  const figure = score?.quantity === null ? /^(\d+(?:\.\d+)?\s*分?)\s*[,，、;；/]?\s*(?:优秀?|良好?|中等?|差)$/.exec(score.text)?.[1] : undefined;
  const quantity = figure === undefined ? null : readBareQuantity(figure);
  return score && figure !== undefined && quantity ? { ...score, raw: figure, quantity } : score;
}

/** (15) is a weight, not a loss. */
export function withPoints(entry: Entry): Entry {
  const points = typeof entry.value === 'string' ? bracketedPoints(entry.raw) : null;
  return points ? { ...entry, quantity: points } : entry;
}

/** Knows the header and the sheet, and nothing of the lines before. */
export class ListCells {
  readonly #lattice: Lattice;
  readonly #header: IndicatorHeader;

  constructor(lattice: Lattice, header: IndicatorHeader) {
    this.#lattice = lattice;
    this.#header = header;
  }

  /** Null where the form has no such column. */
  cell(row: number, column: IndicatorColumn): Entry | null {
    const span = this.#header.columns[column];
    if (!span) return null;
    const entry = this.inSpan(row, span);
    if (column === 'name') return this.#behindNumber(row, span, entry);
    return column === 'weight' || column === 'score' ? withPoints(entry) : entry;
  }

  /** 1 | 道路里程, or 指标1： | 道路里程, under one header over both: the number names nothing. */
  #behindNumber(row: number, span: ColumnSpan, number: Entry): Entry {
    const right = Math.min(span.right, this.#lattice.range.right);
    const from = this.#lattice.areaOf(number).right + 1;
    if (!number.filled || number.row !== row || from > right || !isPlaceholderName(number)) return number;
    for (let column = from; column <= right; column++) {
      const entry = this.#lattice.at(row, column);
      if (entry.filled && entry.row === row) return isPlaceholderName(entry) || this.#lattice.areaOf(entry).right > right ? number : entry;
    }
    return number;
  }

  /** 扣分原因 | 偏差原因分析: where the first says nothing, what the other says. */
  reason(row: number): Entry | null {
    const own = this.cell(row, 'reason');
    if (!own || own.filled && !own.notApplicable || this.#header.reasons.length < 2) return own;
    for (const span of this.#header.reasons) {
      const other = this.inSpan(row, span);
      if (other.filled && !other.notApplicable) return other;
    }
    return own;
  }

  /** The filled cell of this row inside a header's span (headers are often merged wider than the data below), else the first. */
  inSpan(row: number, span: ColumnSpan): Entry {
    let ticked: Entry | null = null;
    for (let column = span.left; column <= Math.min(span.right, this.#lattice.range.right); column++) {
      const entry = this.#lattice.at(row, column);
      if (!entry.filled || entry.column < span.left) continue;
      // 经费保障 | 人员保障 √ | 原因说明: the tick says of what kind, the words why.
      if (entry.text.length > 1 || !TICK.test(entry.text)) return entry;
      ticked ??= entry;
    }
    return ticked ?? this.#lattice.at(row, span.left);
  }

  /** The row is a remark below or between the lines, 五、存在问题 and the like. */
  isClosing(row: number, first: Entry): boolean {
    const { name, level1, level2 } = this.#header.columns;
    // 预算执行率, merged from the levels over name, target and actual, with points of its own behind it.
    if (isExecutionRate(first.raw) && POINTS.some((column) => { const entry = this.cell(row, column); return entry?.quantity && entry.row === row; })) return false;
    if (this.#runsOver(row, first)) return true;
    if (first.column > (level1?.left ?? level2?.left ?? name?.left ?? first.column)) return false;
    return isClosingLabel(first.raw) && !SCORED.some((column) => this.#givesFigure(row, column, first));
  }

  #givesFigure(row: number, column: IndicatorColumn, first: Entry): boolean {
    const entry = this.cell(row, column);
    return entry !== null && entry.filled && entry.cell !== first.cell && entry.quantity !== null;
  }

  /** A text merged from the levels over name and target is a remark, whatever its words; so is 五、存在问题 | one long text over the columns of the list. */
  #runsOver(row: number, first: Entry): boolean {
    const { name, level1, level2, target, actual } = this.#header.columns;
    const across = target ?? actual;
    if (!across || !name) return false;
    const levels = (level1 ?? level2 ?? name).left;
    const starting = this.#lattice.starting(row);
    // 2.定性指标分为三档…… over all columns of a list whose first column has the names.
    if (starting.length === 1 && first.column <= name.left && POINTS.every((column) => this.#lattice.areaOf(first).right >= (this.#header.columns[column] ?? across).right)) return true;
    return starting.some((entry) => entry.column <= name.left && this.#lattice.areaOf(entry).right >= across.left
      && (entry.column <= levels && entry.column < name.left || entry.column > first.column && isClosingLabel(first.raw)));
  }

  /** | | | | 合计 | 100 | 98 right before the points: the first cell of its row, with nothing but figures behind it. */
  isAloneBeforePoints(row: number, first: Entry): boolean {
    const { level1, level2, name, weight, score } = this.#header.columns;
    const points = Math.min(...present([weight, score], (span) => span?.left));
    const left = Math.min(...present([level1, level2, name], (span) => span?.left));
    // 9 | | | | 合计 | 100 | 98 where the lines are numbered.
    return first.quantity === null && first.column < points && this.#lattice.starting(row).every((entry) => entry === first || entry.column >= points || entry.column < left && entry.quantity !== null);
  }

  /** 小计, or 产出指标合计 in a line that has neither target nor result. */
  isSubtotal(row: number, label: Entry): boolean {
    if (isSubtotalLabel(label.raw)) return true;
    return isGroupTotalLabel(label.raw) && (['target', 'actual'] as const).every((column) => {
      const entry = this.cell(row, column);
      return !entry || entry.cell === label.cell || entry.row < row || !entry.filled || entry.notApplicable;
    });
  }

  /** The row says something beside its levels. */
  hasContent(row: number): boolean {
    return CONTENT.some((column) => {
      const entry = this.cell(row, column);
      return entry !== null && entry.filled && entry.row === row && !this.isLevel(entry);
    });
  }

  isLevel(entry: Entry): boolean {
    const { level1, level2 } = this.#header.columns;
    return [level1, level2].some((span) => span !== undefined && entry.column >= span.left && entry.column <= span.right);
  }

  /** What the line is held against its target by; null where the form says two things. */
  nature(row: number): Entry | null {
    const [sign, { directions }] = [this.cell(row, 'nature'), this.#header];
    return sign && directions && contradict(sign, this.inSpan(row, directions)) ? null : sign;
  }

  /** How points are given; beside the other grades what makes 良, with the grade's name. */
  method(row: number): Entry | null {
    const [span, entry] = [this.#header.columns.method, this.cell(row, 'method')];
    const grade = span && entry?.filled === true ? gradeOf(span) : null;
    return entry && grade !== null ? { ...entry, text: `${grade}：${entry.text}` } : entry;
  }

  /** The adjusted target counts where one was filled in. */
  target(row: number): Entry | null {
    const adjusted = this.#header.adjusted ? this.inSpan(row, this.#header.adjusted) : null;
    return adjusted?.filled && !adjusted.notApplicable ? adjusted : this.cell(row, 'target');
  }

  /** 年初指标值 | 年度指标值 where a line has the first alone, neither points nor result: it was given up in the year. 调整后指标值 is blank where nothing changed. */
  isGivenUp(row: number): boolean {
    const { adjusted, columns } = this.#header;
    if (!adjusted || adjusted.header.text.includes('调') || this.inSpan(row, adjusted).filled || this.cell(row, 'target')?.filled !== true) return false;
    return columns.weight !== undefined && (['actual', 'weight', 'score'] as const).every((column) => this.cell(row, column)?.filled !== true);
  }

  /** The row whose label is 总分, 合计 and the like. */
  total(row: number, label: Entry): TotalRow {
    const beside = (entry: Entry | null): Entry | null => (entry && entry.cell !== label.cell ? entry : null);
    let weight = beside(this.cell(row, 'weight'));
    let score = beside(this.cell(row, 'score'));
    if (weight && !score?.filled && isScoreAlone(label, weight, this.#lattice.starting(row))) [weight, score] = [null, weight];
    // 总分 | 99.2 merged below both columns is what was got.
    if (weight && weight.cell === score?.cell) weight = null;
    if (totalsPoints(label) && !(weight?.filled && score?.filled)) [weight, score] = [weight?.filled ? weight : score, null];
    // 总分：98.6 may stand beside its label in one merged cell instead of under 得分.
    // 合计 | 100 | | 100 under the points of the levels says nothing of what was got.
    const ofLevels = (['groupWeight', 'subgroupWeight'] as const).map((column) => this.cell(row, column)?.cell);
    const others = this.#lattice.starting(row).filter((entry) => entry.cell !== label.cell && !(entry.quantity && ofLevels.includes(entry.cell)));
    const told = score?.quantity ? undefined : others.find((entry) => NAMED_SCORE.test(compact(entry.text)) && figureIn(entry) !== null);
    if (told) score = figureIn(told);
    const second = others.find((entry) => isTotalLabel(entry.raw));
    const right = second ? this.#lattice.areaOf(second).right + 1 : 0;
    // 合计 | 100 | … | 总分 | 83: the second label of the row names the score.
    if (second && !score?.filled && right <= this.#lattice.range.right) score = this.#lattice.at(row, right);
    // 自评总分 | 98 | 等级 | 优
    const next = withoutGrade(others[0] ?? null);
    if (score && !score.filled && next?.quantity && next.cell !== weight?.cell && (others.length === 1 || next.column === this.#lattice.areaOf(label).right + 1)) score = next;
    score ??= others.find((entry) => entry.quantity !== null && entry.cell !== weight?.cell) ?? null;
    // 自评总分, merged over 得分 itself: the blank behind it is where the total belongs.
    const behind = this.#lattice.areaOf(label).right + 1;
    if (!score && this.cell(row, 'score')?.cell === label.cell && behind <= this.#lattice.range.right && !this.#lattice.at(row, behind).filled) score = this.#lattice.at(row, behind);
    const grade = others.find((entry) => /^(?:[^:]{0,4}等[级次]:?)?(?:优秀?|良好?|中等?|差|合格|不合格|一般)$/.test(compact(entry.text))) ?? null;
    // 总分/等级 | 98 | 优
    if (weight?.quantity && grade && grade.cell === score?.cell && /等[级次]$/.test(labelText(label.raw))) [weight, score] = [null, weight];
    return { label, place: 'row', weight, score: score?.filled ? withoutGrade(score) : (figureIn(label) ?? score), grade };
  }
}
