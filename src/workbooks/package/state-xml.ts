// The tool's own record inside a workbook, as XML with one JSON text per item: a damaged item costs that item, not the record.
import { EMPTY_STATE } from '../../model/plan';
import type { JournalEntry, OwnRules, StoredState, StoredWaiver } from '../../model/plan';
import { readEntry } from './journal';
import { attribute, childrenOf, localName, rootOf, textOf } from './patch-xml';

export const STATE_NAMESPACE = 'urn:biaoli:state:1';

export interface StateReading extends StoredState {
  /** Chinese sentences on what could not be read. */
  readonly problems: readonly string[];
}

const WAIVER_FIELDS = ['rule', 'sheet', 'cell', 'fingerprint', 'reason', 'date', 'role'] as const;

function readWaiver(value: unknown): StoredWaiver | null {
  if (typeof value !== 'object' || value === null) return null;
  const loose = value as Readonly<Record<string, unknown>>;
  const texts = WAIVER_FIELDS.map((field) => loose[field]);
  if (!texts.every((text): text is string => typeof text === 'string')) return null;
  const [rule = '', sheet = '', cell = '', fingerprint = '', reason = '', date = '', role = ''] = texts;
  return { rule, sheet, cell, fingerprint, reason, date, role };
}

/** Lists of anything: what stands in them is judged by those who use it. */
function readOwn(value: unknown): OwnRules | null {
  if (typeof value !== 'object' || value === null) return null;
  const { rubrics, checks } = value as Readonly<Record<string, unknown>>;
  return Array.isArray(rubrics) && Array.isArray(checks) ? { rubrics, checks } : null;
}

/** JSON escapes control characters and lone surrogates that XML could not hold; the two that are no characters are left to us. */
function item(name: string, value: unknown): string {
  const json = JSON.stringify(value).replace(/[\ufffe\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
  return `<${name}>${json.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'))}</${name}>`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Writes a state as the text of a custom XML part. Entries keep fields that a host has added to them. */
export function stateToXml(state: StoredState): string {
  const items = [
    ...(state.rubric === null ? [] : [item('rubric', state.rubric)]),
    ...(state.own === undefined ? [] : [item('own', state.own)]),
    ...state.waivers.map((waiver) => item('waiver', waiver)),
    ...state.journal.map((entry) => item('entry', entry)),
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<state xmlns="${STATE_NAMESPACE}">${items.join('')}</state>`;
}

/** True when the text is a record of ours, whatever its prefix. */
export function isStateXml(xml: string): boolean {
  const root = rootOf(xml);
  if (!root || localName(root.name) !== 'state') return false;
  const prefix = root.name.includes(':') ? `xmlns:${root.name.split(':')[0] ?? ''}` : 'xmlns';
  return attribute(xml.slice(root.start, root.openEnd), prefix) === STATE_NAMESPACE;
}

/** Reads a record; what is damaged is left out and told. Never throws. */
export function stateFromXml(xml: string): StateReading {
  const root = rootOf(xml);
  const waivers: StoredWaiver[] = [];
  const journal: JournalEntry[] = [];
  let rubric: string | null = null;
  let own: OwnRules | null = null;
  let lost = 0;
  for (const element of root ? childrenOf(xml, root) : []) {
    const value = parseJson(textOf(xml, element));
    const name = localName(element.name);
    if (name === 'rubric') {
      if (typeof value === 'string') rubric = value;
      else lost++;
    } else if (name === 'own') {
      own = readOwn(value);
      if (!own) lost++;
    } else if (name === 'waiver') {
      const waiver = readWaiver(value);
      if (waiver) waivers.push(waiver);
      else lost++;
    } else if (name === 'entry') {
      const entry = readEntry(value);
      if (entry) journal.push(entry);
      else lost++;
    }
  }
  const problems = lost === 0 ? [] : [`工作簿中表里如一的记录有 ${lost} 条已损坏，这些说明、更正记录或口径不再生效；请核对后重新填写。`];
  return { waivers, journal, rubric, ...(own ? { own } : {}), problems };
}

function distinct<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return [...new Map(lists.flat().map((one) => [JSON.stringify(one), one])).values()];
}

/** What several records hold together: two people who save at once leave two. Journals keep the order of time. */
export function united(states: readonly StateReading[]): StateReading {
  const [only] = states;
  if (!only) return { ...EMPTY_STATE, problems: [] };
  if (states.length === 1) return only;
  const journal = [...distinct(states.map((state) => state.journal))].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const own = states.find((state) => state.own !== undefined)?.own;
  return {
    waivers: distinct(states.map((state) => state.waivers)), journal, rubric: states.find(({ rubric }) => rubric !== null)?.rubric ?? null, ...(own ? { own } : {}),
    problems: distinct(states.map(({ problems }) => problems)),
  };
}
