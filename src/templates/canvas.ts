// The sheet while a form is laid out: cells, merged areas, heights, and what may be typed where.
import { a1, columnNumber } from '../model/address';
import type { Range } from '../model/address';
import type { PlanCell, PlanHighlight, PlanValidation } from '../model/sheet-plan';
import type { Span } from './form';
import { LOOKS, type Look } from './looks';

export interface Content {
  readonly value?: string | number | null;
  /** Without '='. Blank forms give '' throughout. */
  readonly formula?: string;
}

type Rule = Omit<PlanValidation, 'areas'>;

/** Points that a line of 10-point type takes, and what stays free above and below. */
const TYPE_LINE = 13.5;
const FREE = 6;

/** A row's height: for the most lines among its texts, and `least` in any case. */
export function heightFor(texts: readonly string[], least: number): number {
  return Math.max(least, Math.max(1, ...texts.map((text) => text.split('\n').length)) * TYPE_LINE + FREE);
}

/** Excel's limits of what a validation tells. */
const LONGEST_TITLE = 32;
const LONGEST_TEXT = 255;

export function columnsOf(at: Span): { readonly left: number; readonly right: number } {
  const [first = at, last = first] = at.split(':');
  return { left: columnNumber(first), right: columnNumber(last) };
}

export class Canvas {
  readonly merges: Range[] = [];
  readonly heights: Record<number, number> = {};
  readonly highlights: PlanHighlight[] = [];
  readonly #cells = new Map<string, PlanCell>();
  readonly #rules = new Map<string, { readonly rule: Rule; readonly areas: Range[] }>();
  /** The row that comes next. */
  row = 1;

  /** Puts content into the top-left cell of an area and gives its address; the whole area gets the look. */
  put(row: number, at: Span, look: Look, { value = null, formula }: Content = {}, down = 1): string {
    const { left, right } = columnsOf(at);
    const range = { top: row, left, bottom: row + down - 1, right };
    for (let r = row; r <= range.bottom; r++) {
      for (let column = left; column <= right; column++) {
        const own = r === row && column === left;
        this.#cells.set(`${r}:${column}`, { row: r, column, value: own ? (formula === undefined ? value : '') : null, formula: own ? (formula ?? null) : null, style: LOOKS[look] });
      }
    }
    if (right > left || down > 1) this.merges.push(range);
    return a1(row, left);
  }

  /** One rule for many cells is kept once. */
  restrict(row: number, at: Span, rule: Rule): void {
    const key = JSON.stringify(rule);
    const { left } = columnsOf(at);
    const area = { top: row, left, bottom: row, right: left };
    const known = this.#rules.get(key);
    if (!known) this.#rules.set(key, { rule: checked(rule), areas: [area] });
    else {
      const last = known.areas.at(-1);
      if (last && last.left === left && last.bottom === row - 1) known.areas[known.areas.length - 1] = { ...last, bottom: row };
      else known.areas.push(area);
    }
  }

  cells(): readonly PlanCell[] {
    return [...this.#cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  }

  validations(): readonly PlanValidation[] {
    return [...this.#rules.values()].map(({ rule, areas }) => ({ ...rule, areas }));
  }
}

function checked(rule: Rule): Rule {
  for (const told of [rule.hint, rule.refusal]) {
    if (told && (told.title.length > LONGEST_TITLE || told.text.length > LONGEST_TEXT)) throw new Error(`too long for a validation: ${told.text}`);
  }
  if (rule.condition?.kind === 'list' && rule.condition.words.join(',').length > LONGEST_TEXT) throw new Error(`too many words for a list: ${rule.condition.words[0] ?? ''}`);
  return rule;
}
