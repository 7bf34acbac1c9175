// What the blocks of a form share while they are laid out one below the other.
import type { Rubric } from '../model/rubric';
import { Canvas, heightFor } from './canvas';
import type { GroupForm, Line, LineCell, Side, TemplateForm } from './form';
import { hintRule, wordsRule } from './input-rules';
import { openSlots, slotName, type OpenSlots } from './slots';
import type { Look } from './looks';

export interface GroupRows {
  readonly group: GroupForm;
  readonly subgroups: readonly { readonly name: string; readonly rows: number }[];
}

export interface LayoutOptions {
  readonly year: number | null;
  /** 单位名称; '' leaves the cells blank. */
  readonly unit: string;
  readonly rows: number;
  /** Levels and lines instead of the form's own. */
  readonly groups: readonly GroupRows[] | null;
  /** Lines of the fund block instead of the form's own. */
  readonly fundParts: readonly string[] | null;
}

export class Layout {
  readonly canvas = new Canvas();
  readonly slots: OpenSlots = openSlots();
  /** The execution score's cell and what its weight is, once the fund block is laid out. */
  execution: { readonly score: string; readonly weight: string } | null = null;
  /** Columns of weights and scores with the indicators' first and last row. */
  indicators: { readonly weight: string | null; readonly score: string | null; readonly first: number; readonly last: number } | null = null;
  /** Repeated on every page. */
  header: { readonly first: number; readonly last: number } | null = null;

  constructor(readonly form: TemplateForm, readonly rubric: Rubric, readonly options: LayoutOptions) {}

  words(text: string): string {
    const { year } = this.options;
    return year === null
      ? text.replace('{last}年', '上年').replace('{year}年度', '    年度').replaceAll('{year}年', '本年')
      : text.replaceAll('{last}', String(year - 1)).replaceAll('{year}', String(year));
  }

  /** A label beside a block, reaching down over its rows. */
  side(side: Side | null, top: number, bottom: number): void {
    if (side) this.canvas.put(top, side.at, 'label', { value: this.words(side.text) }, bottom - top + 1);
  }

  lines(lines: readonly Line[]): void {
    for (const line of lines) {
      const { row } = this.canvas;
      this.canvas.heights[row] = heightFor(line.cells.filter(({ down }) => down === undefined).map(({ text = '' }) => text), line.height);
      let before = '';
      for (const cell of line.cells) {
        this.#cell(row, cell, before);
        if (cell.slot === undefined) before = cell.text ?? '';
      }
      this.canvas.row++;
    }
  }

  #cell(row: number, cell: LineCell, before: string): void {
    const { slot, look, at, text = '' } = cell;
    const words = this.words(text);
    if (slot === undefined) {
      const plain: Look = look === undefined ? 'label' : look === 'none' ? 'plain' : look;
      this.canvas.put(row, at, plain, { value: words }, cell.down);
      return;
    }
    const name = slotName(cell.name ?? before);
    const value = slot === 'unit-name' ? this.options.unit : words;
    const address = this.canvas.put(row, at, look === 'none' ? 'plainText' : 'text', { value: value === '' ? null : value }, cell.down);
    if (cell.words) this.canvas.restrict(row, at, wordsRule(cell.words));
    else if (cell.hint) this.canvas.restrict(row, at, hintRule(name.slice(0, 30), cell.hint));
    const named = { name, cell: address, text: value };
    switch (slot) {
      case 'field':
      case 'unit-name': this.slots.fields.push(named); break;
      case 'closing': this.slots.closing.push(named); break;
      case 'remark': this.slots.remarks.push({ ...named, name: slotName(text.replace('其中：', '')) }); break;
      case 'goal-expected': this.slots.goals.push({ expected: address, actual: null }); break;
      case 'goal-actual': {
        const open = this.slots.goals.pop();
        this.slots.goals.push({ expected: open?.expected ?? null, actual: address });
        break;
      }
    }
  }
}
