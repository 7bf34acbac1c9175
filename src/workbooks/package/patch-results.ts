// The cached result inside a formula's cell element: found by its letters, and replaced without touching anything beside it.
import type { CellValue } from '../../model/grid';
import { escapeCellText, stringItemText } from './patch-content';
import type { SharedStrings } from './patch-content';
import { attribute, childOf, decodeXml, endsName, escapeXml, rootOf, tagEnd, withAttribute } from './patch-xml';
import { unescapeText } from './strings';

/** A result as a cell element writes it: its type attribute, and the text of its v element in the file's letters; null without one. */
export interface WrittenResult {
  readonly type: string | null;
  readonly text: string | null;
}

interface CellParts {
  readonly openEnd: number;
  /** The v element, or where it belongs. */
  readonly start: number;
  readonly end: number;
  readonly hasFormula: boolean;
  readonly written: WrittenResult;
}

function elementAt(raw: string, name: string, from: number): { start: number; openEnd: number; closeStart: number; end: number } | null {
  for (let start = raw.indexOf(`<${name}`, from); start >= 0; start = raw.indexOf(`<${name}`, start + 1)) {
    if (!endsName(raw.charCodeAt(start + 1 + name.length))) continue;
    const openEnd = tagEnd(raw, start);
    if (raw.charCodeAt(openEnd - 2) === 47) return { start, openEnd, closeStart: openEnd, end: openEnd };
    const closeStart = raw.indexOf(`</${name}`, openEnd);
    return closeStart < 0 ? null : { start, openEnd, closeStart, end: raw.indexOf('>', closeStart) + 1 };
  }
  return null;
}

/** Null for cells written in a way that is not taken apart here: comments inside, inline text, rich values. */
function partsOf(raw: string, prefix: string): CellParts | null {
  if (raw.includes('<!') || raw.includes(`<${prefix}is`)) return null;
  const openEnd = tagEnd(raw, 0);
  const open = raw.slice(0, openEnd);
  if (attribute(open, 'vm') !== null) return null;
  const extension = raw.indexOf(`<${prefix}extLst`, openEnd);
  const inside = extension < 0 ? raw : raw.slice(0, extension);
  const formula = elementAt(inside, `${prefix}f`, openEnd);
  const value = elementAt(inside, `${prefix}v`, formula?.end ?? openEnd);
  const at = formula?.end ?? openEnd;
  return {
    openEnd, start: value?.start ?? at, end: value?.end ?? at, hasFormula: formula !== null,
    written: { type: attribute(open, 't'), text: value ? raw.slice(value.openEnd, value.closeStart) : null },
  };
}

export function writtenResult(raw: string, prefix: string): WrittenResult | null {
  return partsOf(raw, prefix)?.written ?? null;
}

export function sameWritten(a: WrittenResult, b: WrittenResult): boolean {
  return a.type === b.type && a.text === b.text;
}

/** The cell element with another result; null where it cannot be put in by its letters. */
export function withResult(raw: string, prefix: string, result: WrittenResult): string | null {
  const parts = partsOf(raw, prefix);
  if (!parts?.hasFormula) return null;
  const value = result.text === null ? '' : `<${prefix}v>${result.text}</${prefix}v>`;
  const open = parts.written.type === result.type ? raw.slice(0, parts.openEnd) : withAttribute(raw.slice(0, parts.openEnd), 't', result.type);
  return open + raw.slice(parts.openEnd, parts.start) + value + raw.slice(parts.end);
}

/** A value as a formula's cached result. */
export function asWritten(value: Exclude<CellValue, null>): WrittenResult {
  if (typeof value === 'number') return { type: null, text: String(value) };
  if (typeof value === 'boolean') return { type: 'b', text: value ? '1' : '0' };
  return typeof value === 'string' ? { type: 'str', text: escapeCellText(value) } : { type: 'e', text: escapeXml(value.error) };
}

/** What only a calculation would tell. */
export const UNKNOWN = Symbol('unknown');

function inlineText(raw: string): string | null {
  const cell = rootOf(raw);
  const item = cell && attribute(raw.slice(cell.start, cell.openEnd), 't') === 'inlineStr' ? childOf(raw, cell, 'is') : null;
  return item && stringItemText(raw, item);
}

/** What a cell element holds: UNKNOWN where only a calculation would tell, or where it is written in an odd way. */
export function storedValue(raw: string, prefix: string, strings: SharedStrings): CellValue | typeof UNKNOWN {
  const parts = partsOf(raw, prefix);
  if (!parts) return inlineText(raw) ?? UNKNOWN;
  const { type, text } = parts.written;
  if (text === null || text === '') return type === 'str' ? '' : parts.hasFormula ? UNKNOWN : null;
  const plain = decodeXml(text);
  switch (type ?? 'n') {
    case 's': return strings.text(Number(plain));
    case 'str': return unescapeText(plain);
    case 'b': return /^\s*(?:1|true)\s*$/.test(plain);
    case 'e': return { error: plain.trim() };
    case 'n': return Number.isFinite(Number(plain)) ? Number(plain) : UNKNOWN;
    default: return UNKNOWN;
  }
}
