// numbering.xml: definitions of lists and the lists that count by them.
import { CLOSE, END, OPEN, XmlScanner } from '../package/xml';
import { toggled, wholeNumber } from './styles';

/** Levels of a list. */
export const DEPTH = 9;

export interface Level {
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

export interface Definition {
  readonly levels: Map<number, Level>;
  /** The definition stands with another list, named by a numbering style. */
  styleLink: string | null;
}

interface Override {
  start: number | null;
  level: Level | null;
}

export interface Instance {
  definition: string;
  readonly overrides: Map<number, Override>;
}

export interface NumberingPart {
  readonly definitions: Map<string, Definition>;
  readonly instances: Map<string, Instance>;
}

type TellsOfLevel = (level: Level, value: string | null, xml: XmlScanner) => void;

/** What an element inside a level says of it, by the element's name. */
const OF_LEVEL: ReadonlyMap<string, TellsOfLevel> = new Map<string, TellsOfLevel>([
  ['start', (level, value) => void (level.start = wholeNumber(value) ?? 1)],
  ['numFmt', (level, value) => void (level.format = value ?? 'decimal')],
  ['lvlText', (level, value) => void (level.text = value ?? '')],
  ['pStyle', (level, value) => void (level.style = value)],
  ['isLgl', (level, _value, xml) => void (level.legal = toggled(xml))],
  ['lvlRestart', (level, value) => void (level.restart = wholeNumber(value))],
]);

/** What the reading stands inside. */
interface Inside {
  definition: Definition | null;
  instance: Instance | null;
  override: Override | null;
  level: Level | null;
}

function opened(xml: XmlScanner, inside: Inside, { definitions, instances }: NumberingPart): void {
  const value = xml.attribute('val');
  const ofLevel = OF_LEVEL.get(xml.name);
  if (ofLevel) {
    if (inside.level) ofLevel(inside.level, value, xml);
    return;
  }
  switch (xml.name) {
    case 'abstractNum':
      inside.definition = { levels: new Map(), styleLink: null };
      definitions.set(xml.attribute('abstractNumId') ?? '', inside.definition);
      inside.instance = null;
      break;
    case 'numStyleLink': if (inside.definition) inside.definition.styleLink = value; break;
    case 'num':
      inside.instance = { definition: '', overrides: new Map() };
      instances.set(xml.attribute('numId') ?? '', inside.instance);
      inside.definition = null;
      break;
    case 'abstractNumId': if (inside.instance) inside.instance.definition = value ?? ''; break;
    case 'lvlOverride':
      inside.override = { start: null, level: null };
      inside.instance?.overrides.set(wholeNumber(xml.attribute('ilvl')) ?? 0, inside.override);
      break;
    case 'startOverride': if (inside.override) inside.override.start = wholeNumber(value); break;
    case 'lvl': {
      inside.level = { start: 1, format: 'decimal', text: '', style: null, legal: false, restart: null };
      const at = wholeNumber(xml.attribute('ilvl')) ?? 0;
      if (inside.override) inside.override.level = inside.level;
      else if (at < DEPTH) inside.definition?.levels.set(at, inside.level);
      break;
    }
  }
}

/** @param text of numbering.xml; null: the document has none */
export function readNumbering(text: string | null): NumberingPart {
  const part: NumberingPart = { definitions: new Map(), instances: new Map() };
  if (text === null) return part;
  const xml = new XmlScanner(text);
  const inside: Inside = { definition: null, instance: null, override: null, level: null };
  for (let event = xml.next(); event !== END; event = xml.next()) {
    if (event === OPEN) opened(xml, inside, part);
    else if (event !== CLOSE) continue;
    else if (xml.name === 'lvl') inside.level = null;
    else if (xml.name === 'lvlOverride') inside.override = null;
  }
  return part;
}
