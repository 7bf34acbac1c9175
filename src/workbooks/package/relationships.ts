// Part names and relationships as OPC resolves them: targets may be absolute, climb with "..", or be written with odd separators.
import type { Archive } from './zip';
import { Keepsake } from './keepsake';
import { Recurring } from './recurring';
import { END, OPEN, XmlScanner } from './xml';

export interface Relationship {
  readonly id: string;
  /** Last segment of the type: worksheet, comments… the same in transitional and strict files. */
  readonly kind: string;
  readonly type: string;
  /** Part name without a leading slash; the raw target when external. */
  readonly target: string;
  readonly external: boolean;
}

/** Nothing to resolve: no climbing, no escapes, no odd separators. */
const PLAIN_TARGET = /^\/?[A-Za-z][\w-]*(?:\/[A-Za-z][\w-]*)*\.[a-z]+$/;

/** Resolves a relationship target against the part that holds it: 'xl/workbook.xml' + '/xl/a.xml' or 'a.xml' or '../a.xml'. */
export function resolveTarget(part: string, target: string): string {
  // Nearly all targets are plain: worksheets/sheet1.xml, /xl/workbook.xml.
  if (PLAIN_TARGET.test(target)) return target.startsWith('/') ? target.slice(1) : part.slice(0, part.lastIndexOf('/') + 1) + target;
  let path = target.replaceAll('\\', '/');
  try {
    path = decodeURIComponent(path);
  } catch {
    // A bare percent sign: taken as it stands.
  }
  const segments = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** Name of the part that holds the relationships of a part; '' stands for the package. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

const KNOWN = new Keepsake<readonly Relationship[]>();
const RECURRING = new Recurring<readonly Relationship[]>();

/** What `readRelationships` gave for that part of an archive that keeps parts. */
export function knownRelationships(archive: Archive, part: string): readonly Relationship[] | undefined {
  return KNOWN.of(archive, part);
}

/** Relationships of a part in file order, empty when there are none. Throws PackageError on damage. */
export function readRelationships(archive: Archive, part: string): readonly Relationship[] {
  const all = RECURRING.of(archive, relationshipsPart(part), (text) => (text === null ? [] : relationshipsIn(text, part)));
  KNOWN.leave(archive, part, all);
  return all;
}

function relationshipsIn(text: string, part: string): Relationship[] {
  const xml = new XmlScanner(text);
  const all: Relationship[] = [];
  for (let event = xml.next(); event !== END; event = xml.next()) {
    if (event !== OPEN || xml.name !== 'Relationship') continue;
    const type = xml.attribute('Type') ?? '';
    const target = xml.attribute('Target') ?? '';
    const external = xml.attribute('TargetMode') === 'External';
    all.push({ id: xml.attribute('Id') ?? '', kind: type.slice(type.lastIndexOf('/') + 1), type, target: external ? target : resolveTarget(part, target), external });
  }
  return all;
}
