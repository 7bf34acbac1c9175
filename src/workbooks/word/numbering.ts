// numbering.xml and the counting of lists: the automatic number in front of a paragraph, as Word shows it.
import { CLOSE, END, OPEN, XmlScanner } from '../package/xml';
import { numberWord } from './number-words';
import { toggled, wholeNumber, type StyleSheet } from './styles';

interface Level {
  start: number;
  format: string;
  /** "%1.%2", with the numbers of the levels. */
  text: string;
  /** Paragraph style that this level belongs to. */
  style: string | null;
  /** All numbers in digits (是否按正规形式编号). */
  legal: boolean;
  /** Starts anew after this level, counted from 1; 0: never; null: after every higher one. */
  restart: number | null;
}

interface Definition {
  readonly levels: Map<number, Level>;
  /** The definition stands with another list, named by a numbering style. */
  styleLink: string | null;
}

interface Override {
  start: number | null;
  level: Level | null;
}

interface Instance {
  definition: string;
  readonly overrides: Map<number, Override>;
}

const DEPTH = 9;
const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '', style: null, legal: false, restart: null });

/** Symbols of bullets come from symbol fonts, whose characters mean nothing elsewhere. */
function bulletOf(text: string): string {
  return text.replace(/[\uE000-\uF8FF]/g, '•');
}

export class Numbering {
  private readonly definitions = new Map<string, Definition>();
  private readonly instances = new Map<string, Instance>();
  /** Lists of one definition go on counting from each other. */
  private readonly counters = new Map<string, (number | null)[]>();
  private readonly begun = new Set<string>();

  /** The text of numbering.xml; null: the document has none. */
  constructor(text: string | null, private readonly styles: StyleSheet) {
    if (text !== null) this.read(new XmlScanner(text));
  }

  private read(xml: XmlScanner): void {
    let definition: Definition | null = null;
    let instance: Instance | null = null;
    let override: Override | null = null;
    let level: Level | null = null;
    for (let event = xml.next(); event !== END; event = xml.next()) {
      if (event === CLOSE) {
        if (xml.name === 'lvl') level = null;
        else if (xml.name === 'lvlOverride') override = null;
        continue;
      }
      if (event !== OPEN) continue;
      const value = xml.attribute('val');
      switch (xml.name) {
        case 'abstractNum':
          definition = { levels: new Map(), styleLink: null };
          this.definitions.set(xml.attribute('abstractNumId') ?? '', definition);
          instance = null;
          break;
        case 'numStyleLink': if (definition) definition.styleLink = value; break;
        case 'num':
          instance = { definition: '', overrides: new Map() };
          this.instances.set(xml.attribute('numId') ?? '', instance);
          definition = null;
          break;
        case 'abstractNumId': if (instance) instance.definition = value ?? ''; break;
        case 'lvlOverride': {
          override = { start: null, level: null };
          instance?.overrides.set(wholeNumber(xml.attribute('ilvl')) ?? 0, override);
          break;
        }
        case 'startOverride': if (override) override.start = wholeNumber(value); break;
        case 'lvl': {
          level = newLevel();
          const at = wholeNumber(xml.attribute('ilvl')) ?? 0;
          if (override) override.level = level;
          else if (at < DEPTH) definition?.levels.set(at, level);
          break;
        }
        case 'start': if (level) level.start = wholeNumber(value) ?? 1; break;
        case 'numFmt': if (level) level.format = value ?? 'decimal'; break;
        case 'lvlText': if (level) level.text = value ?? ''; break;
        case 'pStyle': if (level) level.style = value; break;
        case 'isLgl': if (level) level.legal = toggled(xml); break;
        case 'lvlRestart': if (level) level.restart = wholeNumber(value); break;
      }
    }
  }

  /** The definition that a list counts by: its own, or the one its numbering style leads to. A circle of styles ends. */
  private resolve(instance: Instance): { readonly id: string; readonly definition: Definition } | null {
    let id = instance.definition;
    for (let step = 0; step < DEPTH; step++) {
      const definition = this.definitions.get(id);
      if (!definition) return null;
      if (definition.styleLink === null || definition.levels.size > 0) return { id, definition };
      const { numId } = this.styles.numberingOf(definition.styleLink);
      const next = numId === null ? undefined : this.instances.get(numId);
      if (!next) return null;
      id = next.definition;
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
    const list = numId ?? own.numId;
    if (list === null || list === '0') return '';
    const instance = this.instances.get(list);
    const resolved = instance ? this.resolve(instance) : null;
    if (!instance || !resolved) return '';
    const { id, definition } = resolved;
    const linked = numId === null || level === null ? own.styles.map((name) => [...definition.levels].find(([, one]) => one.style === name)?.[0]).find((index) => index !== undefined) : undefined;
    const at = Math.min(level ?? linked ?? own.level ?? 0, DEPTH - 1);
    const levelAt = (index: number): Level | undefined => instance.overrides.get(index)?.level ?? definition.levels.get(index);
    const here = levelAt(at);
    if (!here) return '';

    const counter = this.counters.get(id) ?? [];
    this.counters.set(id, counter);
    this.beginAnew(list, at, instance, counter);
    for (let above = 0; above < at; above++) counter[above] ??= levelAt(above)?.start ?? 1;
    const before = counter[at] ?? null;
    counter[at] = before === null ? here.start : before + 1;
    for (let below = at + 1; below < DEPTH; below++) {
      const { restart = null } = levelAt(below) ?? {};
      if (restart === null || (restart > 0 && at < restart)) counter[below] = null;
    }
    if (here.format === 'bullet') return bulletOf(here.text);
    return here.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = levelAt(index)?.format ?? 'decimal';
      return numberWord(counter[index] ?? levelAt(index)?.start ?? 1, here.legal && format !== 'none' ? 'decimal' : format);
    });
  }

  /** A list with a start of its own begins there when it is met first, though others count by the same definition. */
  private beginAnew(list: string, at: number, instance: Instance, counter: (number | null)[]): void {
    const start = instance.overrides.get(at)?.start ?? null;
    const key = `${list}:${at}`;
    if (start === null || this.begun.has(key)) return;
    this.begun.add(key);
    counter[at] = start - 1;
  }
}
