// The counting of lists: the automatic number in front of a paragraph, as Word shows it.
import { DEPTH, readNumbering, type Definition, type Instance, type Level, type NumberingPart } from './numbering-part';
import { numberWord } from './number-words';
import type { StyleSheet } from './styles';

/** A list and the definition that it counts by. */
interface List {
  readonly id: string;
  readonly instance: Instance;
  readonly definitionId: string;
  readonly definition: Definition;
}

function levelAt({ instance, definition }: List, index: number): Level | undefined {
  return instance.overrides.get(index)?.level ?? definition.levels.get(index);
}

/** The level that belongs to the first of these paragraph styles that has one. */
function levelOfStyle({ levels }: Definition, styles: readonly string[]): number | undefined {
  for (const style of styles) for (const [index, level] of levels) if (level.style === style) return index;
  return undefined;
}

/** Symbols of bullets come from symbol fonts, whose characters mean nothing elsewhere. */
function bulletOf(text: string): string {
  return text.replace(/[\uE000-\uF8FF]/g, '•');
}

function labelOf(list: List, { format, text, legal }: Level, counter: readonly (number | null | undefined)[]): string {
  if (format === 'bullet') return bulletOf(text);
  return text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const level = levelAt(list, index);
    const own = level?.format ?? 'decimal';
    return numberWord(counter[index] ?? level?.start ?? 1, legal && own !== 'none' ? 'decimal' : own);
  });
}

export class Numbering {
  private readonly part: NumberingPart;
  /** Lists of one definition go on counting from each other. */
  private readonly counters = new Map<string, (number | null)[]>();
  private readonly begun = new Set<string>();

  /** The text of numbering.xml; null: the document has none. */
  constructor(text: string | null, private readonly styles: StyleSheet) {
    this.part = readNumbering(text);
  }

  /** A list counts by its own definition, or by the one its numbering style leads to. A circle of styles ends. */
  private list(id: string): List | null {
    const { definitions, instances } = this.part;
    const instance = instances.get(id);
    if (!instance) return null;
    let definitionId = instance.definition;
    for (let step = 0; step < DEPTH; step++) {
      const definition = definitions.get(definitionId);
      if (!definition) return null;
      if (definition.styleLink === null || definition.levels.size > 0) return { id, instance, definitionId, definition };
      const { numId } = this.styles.numberingOf(definition.styleLink);
      const next = numId === null ? undefined : instances.get(numId);
      if (!next) return null;
      definitionId = next.definition;
    }
    return null;
  }

  /**
   * Counts one paragraph and gives its number, '' without one.
   * @param style of the paragraph: its list is taken where the paragraph names none
   * @param numId '0' takes the number of the style away
   */
  next(style: string | null, numId: string | null, level: number | null): string {
    const own = this.styles.numberingOf(style);
    const id = numId ?? own.numId;
    const list = id === null || id === '0' ? null : this.list(id);
    if (!list) return '';
    const linked = numId === null || level === null ? levelOfStyle(list.definition, own.styles) : undefined;
    const at = Math.min(level ?? linked ?? own.level ?? 0, DEPTH - 1);
    const here = levelAt(list, at);
    return here ? labelOf(list, here, this.counted(list, at, here)) : '';
  }

  /** The numbers of all levels after one paragraph more. */
  private counted(list: List, at: number, here: Level): readonly (number | null)[] {
    const counter = this.counters.get(list.definitionId) ?? [];
    this.counters.set(list.definitionId, counter);
    this.beginAnew(list, at, counter);
    for (let above = 0; above < at; above++) counter[above] ??= levelAt(list, above)?.start ?? 1;
    const before = counter[at] ?? null;
    counter[at] = before === null ? here.start : before + 1;
    for (let below = at + 1; below < DEPTH; below++) {
      const { restart = null } = levelAt(list, below) ?? {};
      if (restart === null || (restart > 0 && at < restart)) counter[below] = null;
    }
    return counter;
  }

  /** A list with a start of its own begins there when it is met first, though others count by the same definition. */
  private beginAnew({ id, instance }: List, at: number, counter: (number | null)[]): void {
    const start = instance.overrides.get(at)?.start ?? null;
    const key = `${id}:${at}`;
    if (start === null || this.begun.has(key)) return;
    this.begun.add(key);
    counter[at] = start - 1;
  }
}
