// Where the record lives: one custom XML part, found by its namespace, since Excel renames such parts when it saves.
import { EMPTY_STATE, isEmptyState } from '../../model/plan';
import type { StoredState } from '../../model/plan';
import type { Codec } from './codec';
import { PackageError } from './package-error';
import { DECLARATION, PackageEditor } from './patch-package';
import { isStateXml, STATE_NAMESPACE, stateFromXml, stateToXml, united } from './state-xml';
import type { StateReading } from './state-xml';
import type { Deflate } from './write-zip';
import { openZip } from './zip';
import type { Archive } from './zip';

/** Fixed: the id only has to differ from those of other items. */
const ITEM_ID = '{8D1B5E52-3C7A-4F0E-9B61-6E5A0B2C7F11}';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

/** What Node hands in for speed; without it everything is done in JavaScript. */
export interface BytesOptions {
  readonly codec?: Codec;
  readonly deflate?: Deflate;
  /** The same bytes, opened already: spares unzipping what the reader has just unzipped. */
  readonly archive?: Archive;
}

/** Opens bytes for editing, or says in Chinese why not. */
export function openPackage(bytes: Uint8Array, options: BytesOptions): PackageEditor | string {
  if (options.archive) return new PackageEditor(options.archive);
  const reading = openZip(bytes, undefined, options.codec);
  return reading.ok ? new PackageEditor(reading.archive) : reading.reason;
}

/** Runs an edit; damage met on the way becomes a sentence. */
export function guarded<T>(run: () => T): T | { readonly ok: false; readonly reason: string } {
  try {
    return run();
  } catch (error) {
    if (error instanceof PackageError) return { ok: false, reason: error.reason };
    throw error;
  }
}

function safeText(pkg: PackageEditor, part: string): string | null {
  try {
    return pkg.text(part);
  } catch (error) {
    // Somebody else's damaged item is none of our business.
    if (error instanceof PackageError) return null;
    throw error;
  }
}

/** Owner name of the package's own relationships. */
const PACKAGE = '';

interface StatePart {
  readonly part: string;
  readonly id: string;
  readonly owner: string;
}

/** Nearly always one at most: two people who saved at once in Excel have left two. */
function stateParts(pkg: PackageEditor): readonly StatePart[] {
  const found = new Map<string, StatePart>();
  // Excel hangs custom XML on the workbook; LibreOffice keeps the part but hangs it on the package itself.
  for (const owner of [pkg.workbook, PACKAGE]) {
    for (const r of pkg.relationships(owner)) {
      if (r.kind !== 'customXml' || r.external || found.has(r.target)) continue;
      const xml = safeText(pkg, r.target);
      if (xml !== null && isStateXml(xml)) found.set(r.target, { part: r.target, id: r.id, owner });
    }
  }
  return [...found.values()];
}

/** The state of an opened package. Throws PackageError only when there is no workbook inside. */
export function stateOf(pkg: PackageEditor): StateReading {
  const found = stateParts(pkg);
  const broken = found.length === 0 && pkg.relationships(pkg.workbook).some((r) => r.kind === 'customXml' && pkg.has(r.target) && safeText(pkg, r.target) === null && namesUs(pkg, r.target));
  if (broken) return { ...EMPTY_STATE, problems: ['工作簿中表里如一的记录已损坏，无法读取；更正将不能撤销，说明需重新填写。'] };
  return united(found.map(({ part }) => stateFromXml(pkg.text(part) ?? '')));
}

/** A damaged item is ours when its properties name our namespace. */
function namesUs(pkg: PackageEditor, item: string): boolean {
  return pkg.relationships(item).some((r) => (safeText(pkg, r.target) ?? '').includes(STATE_NAMESPACE));
}

function dropPart(pkg: PackageEditor, { part, id, owner }: StatePart): void {
  for (const r of pkg.relationships(part)) pkg.remove(r.target);
  pkg.remove(part);
  pkg.unrelate(owner, new Set([id]));
}

/** Stores the state; an empty one leaves no part behind, any other one. */
export function putState(pkg: PackageEditor, state: StoredState): void {
  const [found, ...others] = stateParts(pkg);
  for (const other of others) dropPart(pkg, other);
  if (found && isEmptyState(state)) {
    dropPart(pkg, found);
  } else if (found) {
    pkg.set(found.part, stateToXml(state));
    if (found.owner === PACKAGE) {
      // Where Excel looks for it, so that the next program keeps it too.
      pkg.unrelate(PACKAGE, new Set([found.id]));
      pkg.relate(pkg.workbook, 'customXml', found.part);
    }
  } else if (!isEmptyState(state)) {
    const part = pkg.free('customXml/item', '.xml');
    const properties = pkg.free('customXml/itemProps', '.xml');
    pkg.set(part, stateToXml(state));
    pkg.set(properties, `${DECLARATION}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${pkg.names.customXml}"><ds:schemaRefs><ds:schemaRef ds:uri="${STATE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`);
    pkg.declareDefault(part, 'application/xml');
    pkg.declare(properties, PROPERTIES_TYPE);
    pkg.relate(part, 'customXmlProps', properties);
    pkg.relate(pkg.workbook, 'customXml', part);
  }
}

/**
 * Reads what the tool keeps inside a workbook: waivers, journal, rubric.
 * @returns EMPTY_STATE's content when there is none, and in `problems` Chinese sentences on what is damaged. Never throws on bad files.
 */
export function readState(bytes: Uint8Array, options: BytesOptions = {}): StateReading {
  const pkg = openPackage(bytes, options);
  if (typeof pkg === 'string') return { ...EMPTY_STATE, problems: [pkg] };
  const reading = guarded(() => stateOf(pkg));
  return 'ok' in reading ? { ...EMPTY_STATE, problems: [reading.reason] } : reading;
}

export type StateWriting = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };

/** Stores a state in a workbook; the same state again gives the same bytes. */
export function writeState(bytes: Uint8Array, state: StoredState, options: BytesOptions = {}): StateWriting {
  const pkg = openPackage(bytes, options);
  if (typeof pkg === 'string') return { ok: false, reason: pkg };
  return guarded((): StateWriting => {
    if (isSigned(pkg)) return { ok: false, reason: SIGNED };
    putState(pkg, state);
    return { ok: true, bytes: pkg.changed ? pkg.write(options) : bytes };
  });
}

export const SIGNED = '工作簿带有数字签名，改动任何内容都会使签名失效，因此没有写入；请先在 Excel 中移除签名，或请签名人更正。';

export function isSigned(pkg: PackageEditor): boolean {
  return pkg.partNames().some((name) => /^\/?_xmlsignatures\//i.test(name.replaceAll('\\', '/'))) || pkg.relationships('').some((r) => r.type.includes('/digital-signature/'));
}
