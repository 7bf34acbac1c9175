// The groups of a list while its lines are read: which are open, what they declare, and which lines are in them.
import { ZERO, type Decimal } from '../model/decimal';
import type { Entry, Indicator, IndicatorGroup, PartTotal } from '../model/table';
import { NUMERAL } from './group-rows';
import type { IndicatorHeader } from './indicator-columns';
import { groupName } from './indicator-names';
import { aspectOf } from './labels';
import { isExecutionRate, type ListCells } from './list-cells';
import { declaredPoints } from './quantity';
import { groupOfSubtotal, partTotals, type OpenGroup, type Subtotal } from './subtotals';

export class OpenGroups {
  /** Positions of the groups that the next line is in. */
  group: number | null = null;
  subgroup: number | null = null;
  /** The points of the lines in each of them. */
  #used: readonly [Decimal, Decimal] = [ZERO, ZERO];
  readonly #header: IndicatorHeader;
  readonly #cells: ListCells;
  readonly #indicators: Indicator[];
  readonly #open: OpenGroup[] = [];
  readonly #subtotals: Subtotal[] = [];

  /** `indicators`: the lines read so far, to which the reader adds. */
  constructor(header: IndicatorHeader, cells: ListCells, indicators: Indicator[]) {
    this.#header = header;
    this.#cells = cells;
    this.#indicators = indicators;
  }

  current(): { readonly group: IndicatorGroup | null; readonly subgroup: IndicatorGroup | null } {
    return { group: this.#at(this.group), subgroup: this.#at(this.subgroup) };
  }

  /** The indicator at this position of the list is in the open groups. */
  add(index: number): void {
    for (const at of [this.group, this.subgroup]) if (at !== null) this.#open[at]?.members.push(index);
    const [inGroup, inSubgroup] = this.#used;
    const points = this.#indicators[index]?.weight?.quantity?.value ?? ZERO;
    this.#used = [inGroup.plus(points), inSubgroup.plus(points)];
  }

  leave(): void {
    this.group = this.subgroup = null;
  }

  /** All groups, once every line is read. */
  all(): readonly IndicatorGroup[] {
    this.#takePointsOfGroups();
    this.#takeSubtotals();
    return this.#open.map(({ group, members }) => ({ ...group, indicators: members }));
  }

  partTotals(): readonly PartTotal[] {
    return partTotals(this.#subtotals, this.#open, this.#indicators);
  }

  start(level: 1 | 2, name: string, label: Entry, row: number): void {
    const own = declaredPoints(label.raw);
    const column = this.#cells.cell(row, level === 1 ? 'groupWeight' : 'subgroupWeight');
    const parent = this.#at(this.group);
    const aspect = aspectOf(name);
    const { group, subgroup } = this.#header.levelScores;
    const scored = level === 1 ? group : subgroup;
    const score = scored && this.#cells.inSpan(row, scored);
    this.#open.push({
      group: {
        level, name, label,
        // 数量指标 under 成本指标 and the like stay with their group; 满意度 and 执行率 inside another group are what they say.
        aspect: level === 2 && parent && parent.aspect !== 'other' && aspect !== 'satisfaction' && aspect !== 'execution' ? parent.aspect : aspect,
        declaredWeight: own ?? column?.quantity?.value ?? null,
        declaredAt: own ? label : column?.quantity ? column : null,
        subtotalScore: score?.quantity && score.row === row ? score : null,
        indicators: [],
      },
      members: [],
    });
    const at = this.#open.length - 1;
    this.subgroup = level === 2 ? at : null;
    if (level === 1) this.group = at;
    this.#used = [level === 1 ? ZERO : this.#used[0], ZERO];
  }

  /** 产出 | | | 40 | 39.04 over the lines that it adds up. */
  openRow(row: number, level: 1 | 2): void {
    const [name, weight, score] = [this.#cells.cell(row, 'name'), this.#cells.cell(row, 'weight'), this.#cells.cell(row, 'score')];
    if (!name) return;
    this.start(level, groupName(name.raw).replace(NUMERAL, ''), name, row);
    const open = this.#open.pop();
    if (open) this.#open.push({ ...open, group: { ...open.group, declaredWeight: weight?.quantity?.value ?? open.group.declaredWeight, declaredAt: weight?.quantity ? weight : open.group.declaredAt, subtotalScore: score?.quantity ? score : null } });
  }

  /** Opens the groups that begin in this row, and leaves those that it is no part of. */
  levels(row: number): void {
    this.#leaveFor(row);
    const level1 = this.#cells.cell(row, 'level1');
    if (level1?.filled && level1.row === row || level1?.filled && this.group === null) {
      const name = groupName(level1.raw);
      // Repeated in each row, or again after a page break: the same group.
      if (name !== '' && this.#at(this.group)?.name !== name) this.start(1, name, level1, row);
    }
    const level2 = this.#cells.cell(row, 'level2');
    if (level2?.filled && (level2.row === row || this.subgroup === null)) {
      const name = groupName(level2.raw);
      if (name !== '' && this.#at(this.subgroup)?.name !== name) this.start(2, name, level2, row);
    }
  }

  /** 四、预算执行率 | 100% | 98% below 三、满意度指标, or 预算执行率 below 满意度指标 | 10 whose lines make 10 already: a line that stands beside the groups, in none of them. */
  #leaveFor(row: number): void {
    const { level1, level2 } = this.#header.columns;
    const name = level1 || level2 ? null : this.#cells.cell(row, 'name');
    if (!name?.filled || this.group === null) return;
    const { group, subgroup } = this.current();
    const usedUp = (group?.declaredWeight?.lte(this.#used[0]) ?? subgroup?.declaredWeight?.lte(this.#used[1])) === true;
    if (NUMERAL.test(name.text) && NUMERAL.test(group?.label?.text ?? '') || isExecutionRate(name.raw) && usedUp) this.leave();
  }

  /** 小计 below some indicators: those since the last one. */
  subtotal(row: number, label: Entry): void {
    const first = this.#subtotals.at(-1)?.end ?? 0;
    this.#subtotals.push({ label, groups: [this.group, this.subgroup], first, end: this.#indicators.length, weight: this.#cells.cell(row, 'weight'), score: this.#cells.cell(row, 'score') });
  }

  /** Where points stand in names only, an indicator alone in its group has the group's. */
  #takePointsOfGroups(): void {
    if (this.#header.columns.weight) return;
    for (const { group, members } of this.#open) {
      const [only] = members;
      const indicator = only === undefined ? undefined : this.#indicators[only];
      if (members.length === 1 && only !== undefined && indicator && indicator.weight === null && group.declaredWeight !== null && group.declaredAt) {
        this.#indicators[only] = { ...indicator, weight: { ...group.declaredAt, quantity: { value: group.declaredWeight, unit: '', scale: 1, operator: null, decimals: group.declaredWeight.decimalPlaces() } } };
      }
    }
  }

  #takeSubtotals(): void {
    for (const subtotal of this.#subtotals) {
      const { weight, score } = subtotal;
      const at = groupOfSubtotal(subtotal, this.#open, this.#indicators);
      const open = at === null ? undefined : this.#open[at];
      if (at === null || !open) continue;
      const { group } = open;
      const points = weight?.quantity ? (group.declaredWeight === null ? { declaredWeight: weight.quantity.value, declaredAt: weight } : { subtotalWeight: weight }) : {};
      this.#open[at] = { ...open, group: { ...group, ...points, subtotalScore: score?.quantity ? score : null } };
    }
  }

  #at(index: number | null): IndicatorGroup | null {
    return index === null ? null : (this.#open[index]?.group ?? null);
  }
}
