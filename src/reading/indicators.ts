// The indicator list: levels merged, repeated, blank or split by pages; one Indicator per line that asks for a score.
import { HUNDRED } from '../model/decimal';
import type { Entry, Field, Indicator, IndicatorGroup, PartTotal, TotalRow } from '../model/table';
import { answerBeside } from './closing';
import { projectColumn, readIndicatorHeader, type IndicatorHeader } from './indicator-columns';
import { NUMERAL, groupRowsIn } from './group-rows';
import { groupName, isPlaceholderName, ownAspect, pointsInName } from './indicator-names';
import { aspectOf, isTitle, isTotalLabel, labelText } from './labels';
import type { Lattice } from './lattice';
import { ListCells, isExecutionRate, totalsPoints } from './list-cells';
import { OpenGroups } from './open-groups';
import { areSharesOfGroups, withoutSharesOfGroups } from './relative-weights';
import { actualQuantity, readActual, readWanted } from './targets';

export interface IndicatorsRead {
  readonly header: IndicatorHeader;
  readonly groups: readonly IndicatorGroup[];
  readonly indicators: readonly Indicator[];
  readonly total: TotalRow | null;
  /** Rows from here on are closing texts and notes. */
  readonly end: number;
  readonly closing: readonly Field[];
}

/** Reads the list under the header row `row`; further header rows are page breaks, rows taken belong to another block inside the list. */
export function readIndicators(lattice: Lattice, row: number, breaks: readonly number[], taken: readonly number[] = []): IndicatorsRead {
  const header = readIndicatorHeader(lattice, row);
  const reader = new ListReader(lattice, header);
  const skipped = new Set(breaks.flatMap((r) => {
    const again = readIndicatorHeader(lattice, r);
    return Array.from({ length: again.bottom - again.top + 1 }, (_, i) => again.top + i);
  }));
  for (const r of taken) skipped.add(r);
  reader.groupRows = groupRowsIn(lattice, header, skipped);
  reader.heading(header.top - 1);
  let end = lattice.range.bottom + 1;
  for (let r = header.bottom + 1; r <= lattice.range.bottom; r++) {
    if (skipped.has(r) || (skipped.has(r + 1) && reader.introduces(r))) continue;
    if (!reader.read(r)) {
      end = r + 1;
      while (end <= lattice.range.bottom && reader.outdoes(end)) end++;
      break;
    }
  }
  const groups = withoutSharesOfGroups(reader.groups(), reader.indicators);
  const indicators = areSharesOfGroups(reader.indicators) ? reader.indicators.map((indicator) => ({ ...indicator, weight: null })) : reader.indicators;
  return { header, groups, indicators, total: reader.whole(), end, closing: reader.closing };
}

class ListReader {
  readonly indicators: Indicator[] = [];
  readonly closing: Field[] = [];
  total: TotalRow | null = null;
  /** Lines that name a group and its points among the indicators. */
  groupRows: ReturnType<typeof groupRowsIn> = new Map();
  readonly #lattice: Lattice;
  readonly #header: IndicatorHeader;
  readonly #cells: ListCells;
  readonly #groups: OpenGroups;
  readonly #parts: PartTotal[] = [];
  /** Of a list of several projects, the column of their names and the one that the lines are about. */
  readonly #projects: number | null;
  #project: string | null = null;

  constructor(lattice: Lattice, header: IndicatorHeader) {
    this.#lattice = lattice;
    this.#header = header;
    this.#cells = new ListCells(lattice, header);
    this.#groups = new OpenGroups(header, this.#cells, this.indicators);
    this.#projects = projectColumn(lattice, header);
  }

  groups(): readonly IndicatorGroup[] {
    return this.#groups.all();
  }

  /** Reads one row; false when the list ends with it. */
  read(row: number): boolean {
    const first = this.#lattice.starting(row)[0];
    const name = this.#header.columns.name;
    if (!first) {
      if (this.#leftover(row)) this.#add(row);
      return true;
    }
    // The title repeated over the next page.
    if (isTitle(first.raw) && this.#lattice.starting(row).length === 1) return true;
    const label = this.#behindNumber(row, first);
    const beforePoints = label.column <= (name?.left ?? label.column) || this.#cells.isAloneBeforePoints(row, label);
    if (beforePoints && isTotalLabel(label.raw)) {
      this.total = this.#cells.total(row, label);
      // 总计 over the lines that it adds up.
      return this.indicators.length === 0;
    }
    const level = this.groupRows.get(row);
    if (level) {
      this.#groups.openRow(row, level);
      return true;
    }
    if (this.heading(row)) return true;
    const subtotal = beforePoints ? this.#lattice.starting(row).find((entry) => (entry.cell === label.cell || entry.column <= (name?.left ?? 0)) && this.#cells.isSubtotal(row, entry)) : undefined;
    if (subtotal) {
      this.#groups.subtotal(row, subtotal);
      return true;
    }
    if (this.#cells.isClosing(row, first) || this.#goesOn(row, first)) {
      this.closing.push({ name: labelText(first.raw), label: first, entry: answerBeside(this.#lattice, first) });
      return true;
    }
    this.#nextProject(row);
    this.#groups.levels(row);
    if ((this.#cells.hasContent(row) || this.#leftover(row)) && !this.#cells.isGivenUp(row)) this.#add(row);
    return true;
  }

  /** 2.定性指标分为三档…… right below 注：1.得分不超过分值: the note goes on. */
  #goesOn(row: number, first: Entry): boolean {
    const before = this.closing.at(-1)?.label;
    return before !== undefined && before.row === row - 1 && before.column === first.column && first.text.length > 12
      && /^(?:\d+[.、]|\(\d+\))/.test(first.text) && this.#lattice.starting(row).length === 1;
  }

  /** 9 | 合计 | … where the lines are numbered: what stands behind the number. */
  #behindNumber(row: number, first: Entry): Entry {
    const { level1, level2, name, score } = this.#header.columns;
    const left = level1?.left ?? level2?.left ?? name?.left ?? 0;
    // 得分 | 分值 | 指标名称: the points stand before what they are of.
    const own = score && score.right < left ? this.#lattice.at(row, left) : null;
    if (own?.filled && own.row === row) return own;
    return first.column < left && first.quantity !== null ? (this.#lattice.starting(row)[1] ?? first) : first;
  }

  /** 三、效益指标完成情况（20分） over the lines of a form without a column for it. */
  heading(row: number): boolean {
    const { level1, name } = this.#header.columns;
    const [only, ...others] = row < this.#lattice.range.top ? [] : this.#lattice.starting(row);
    if (level1 || !name || !only || others.length > 0 || only.column > name.left || this.#lattice.areaOf(only).right <= name.right) return false;
    const text = labelText(only.raw);
    if (!/^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)).{0,4}指标(?:完成情况)?$/.test(text) || aspectOf(text) === 'other') return false;
    this.#groups.start(1, groupName(only.raw).replace(NUMERAL, '').replace(/完成情况$/, ''), only, row);
    return true;
  }

  /** 年度目标2（20分） | 美丽乡村建设, or 2.完成普查 | 已登记326处 without points, right over a repeated header: what the next lines are about. */
  introduces(row: number): boolean {
    if (this.heading(row)) return true;
    const own = (column: 'target' | 'actual' | 'score'): Entry | null => {
      const entry = this.#cells.cell(row, column);
      return entry?.filled === true && entry.row === row && entry.column === this.#header.columns[column]?.left ? entry : null;
    };
    const told = own('target');
    return this.#lattice.starting(row).length > 0 && !own('actual') && !own('score') && (told === null || told.quantity === null && !this.#cells.cell(row, 'weight')?.filled)
      && (this.#cells.cell(row, 'weight')?.quantity ?? null) === null;
  }

  /** 总得分（含预算执行） | 100 | 98.95, or 自评总得分 | 98.95 alone, below 合计 | 90 | 89: the whole; 得分合计 below 分值合计. */
  outdoes(row: number): boolean {
    const [start] = this.#lattice.starting(row);
    const first = start && this.#behindNumber(row, start);
    const before = this.total?.weight?.quantity?.value;
    if (!first || !before || !isTotalLabel(first.raw)) return false;
    const total = this.#cells.total(row, first);
    if (this.total?.score === null && totalsPoints(this.total.label) && total.score?.quantity) {
      this.total = { ...total, weight: this.total.weight };
      return true;
    }
    const [points, got] = [total.weight?.quantity?.value, this.total?.score?.quantity?.value];
    if (!total.score?.quantity || !(points ? points.gt(before) : got && before.lt(HUNDRED) && total.score.quantity.value.gt(got) && !total.weight?.filled)) return false;
    const { label, weight, score } = this.total ?? total;
    if (weight && score?.quantity) this.#parts.push({ label, weight, score, first: 0, end: this.indicators.length });
    this.total = total;
    return true;
  }

  /** The row of the whole with those above it that total a part. */
  whole(): TotalRow | null {
    const parts = [...this.#groups.partTotals(), ...this.#parts];
    return this.total && parts.length > 0 ? { ...this.total, parts } : this.total;
  }

  /** The next project of the list has groups of its own, whatever the last one ended with. */
  #nextProject(row: number): void {
    const entry = this.#projects === null ? null : this.#lattice.at(row, this.#projects);
    if (!entry?.filled || entry.text === this.#project) return;
    if (this.#project !== null) this.#groups.leave();
    this.#project = entry.text;
  }

  /** An empty line of the form inside a level's merged area: laid out with cells of its own, so that somebody was to fill or delete it. */
  #leftover(row: number): boolean {
    const { name, level2, level1 } = this.#header.columns;
    const holder = level2 ?? level1;
    if (!name || !holder || this.indicators.length === 0) return false;
    const area = this.#lattice.area(row, holder.left);
    const blank = this.#lattice.starting(row).length === 0;
    return blank && area.top < row && area.bottom > area.top && this.#lattice.laidOut(row, name.left, this.#lattice.range.right);
  }

  #add(row: number): void {
    const own = this.#cells.cell(row, 'name');
    if (!own) return;
    // 预算执行率 stands among the levels where it has none below it.
    const name = own.filled ? own : (this.#lattice.starting(row).find((entry) => this.#cells.isLevel(entry) && isExecutionRate(entry.raw)) ?? own);
    const index = this.indicators.length;
    const indicator = this.#indicator(row, name);
    // A template line that the unit hid is as good as deleted.
    if (indicator.placeholder && this.#lattice.isHidden(row)) return;
    this.indicators.push(indicator);
    this.#groups.add(index);
  }

  #indicator(row: number, name: Entry): Indicator {
    // A name merged over further columns fills none of them.
    const beside = (entry: Entry | null): Entry | null => (entry?.cell === name.cell ? null : entry);
    const { parted } = this.#header;
    const [targetEntry, unitEntry] = [parted.includes('target') ? null : beside(this.#cells.target(row)), beside(this.#cells.cell(row, 'unit'))];
    const actualEntry = parted.includes('actual') ? null : beside(this.#cells.cell(row, 'actual'));
    const wanted = readWanted({ nature: beside(this.#cells.nature(row)), targetEntry, unitEntry }, actualEntry);
    const weight = this.#own(row, 'weight') ?? (this.#header.columns.weight ? null : pointsInName(name));
    const score = this.#own(row, 'score');
    const actual = readActual(actualEntry, wanted.target);
    const { group, subgroup } = this.#groups.current();
    const content = [targetEntry, actualEntry, weight, score].some((entry) => entry?.filled && entry.row === row && !entry.notApplicable);
    const isExecution = isExecutionRate(name.raw) || group?.aspect === 'execution';
    return {
      row, name,
      group: this.#groups.group, subgroup: this.#groups.subgroup,
      aspect: isExecution ? 'execution' : (subgroup?.aspect ?? group?.aspect ?? ownAspect(name.raw)),
      ...wanted.cells, actualEntry, weight, score,
      coefficient: this.#cells.cell(row, 'coefficient'),
      reason: this.#cells.reason(row),
      method: this.#cells.method(row),
      target: wanted.target, actual,
      actualQuantity: actualQuantity(actual, wanted.target, unitEntry),
      placeholder: !content && isPlaceholderName(name),
      isExecution,
    };
  }

  /** A cell merged over several indicators is shared by them: it counts for the first, the others have none. */
  #own(row: number, column: 'weight' | 'score'): Entry | null {
    const entry = this.#cells.cell(row, column);
    return entry && entry.row < row && entry.filled && this.indicators.some((indicator) => indicator[column]?.cell === entry.cell) ? null : entry;
  }
}
