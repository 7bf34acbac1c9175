// The relationships of a package's parts.
import type { Archive } from './zip';
import { Keepsake } from './keepsake';
import { relationshipsPart, resolveTarget } from './part-names';
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
