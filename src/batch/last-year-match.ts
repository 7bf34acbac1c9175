// Which table of last year belongs to which of this year: by kind, unit and project, names without their codes and years.
import { grouped } from '../model/grouped';
import { nameLikeness, ownerKey, projectKey } from './copies-text';
import type { FileRecord } from './record';

export interface DatedTable {
  readonly file: string;
  readonly table: FileRecord['tables'][number];
  readonly owner: string;
  /** '' where the form has no project. */
  readonly project: string;
}

export interface Matching {
  readonly pairs: readonly { readonly now: DatedTable; readonly then: DatedTable }[];
  /** Of last year, with no table this year. */
  readonly vanished: readonly DatedTable[];
  /** Of this year, with no table last year. */
  readonly fresh: readonly DatedTable[];
}

/** The file's name without folders, ending and years: what is left where a table names no unit. */
const fileKey = (file: string): string => `\u0000${projectKey(file.replace(/^.*\//, '').replace(/\.\w+$/, ''))}`;

function tablesOf(records: readonly FileRecord[]): readonly DatedTable[] {
  return records.flatMap(({ file, tables }) => tables.map((table): DatedTable => {
    const { unit, project, department } = table.facts;
    // Without a unit the body in charge and the project's name stand for it; without those the file's name.
    const owner = ownerKey({ unit, department }) ?? (department === null || project === null ? fileKey(file) : `\u0001${projectKey(department)}`);
    return { file, table, owner, project: project === null ? '' : projectKey(project) };
  }));
}

const scopeOf = ({ table, owner }: DatedTable): string => `${table.kind}\n${owner}`;
const keyOf = (one: DatedTable): string => `${scopeOf(one)}\n${one.project}`;

/** `likeness`: from which on two names of one unit's projects mean the same project, 0 to 1. */
export function matchYears(now: readonly FileRecord[], then: readonly FileRecord[], likeness: number): Matching {
  const [fresh, old] = [tablesOf(now), tablesOf(then)];
  const pairs: { now: DatedTable; then: DatedTable }[] = [];
  const matchedNow = new Set<DatedTable>();
  const matchedThen = new Set<DatedTable>();
  const before = grouped(old, keyOf);
  for (const [key, tables] of grouped(fresh, keyOf)) {
    const candidates = before.get(key) ?? [];
    for (const [at, one] of tables.entries()) {
      // A table handed in twice is compared with the one there is.
      const other = candidates[Math.min(at, candidates.length - 1)];
      if (!other) continue;
      pairs.push({ now: one, then: other });
      matchedNow.add(one);
    }
    for (const one of tables.length > 0 ? candidates : []) matchedThen.add(one);
  }
  const leftThen = grouped(old.filter((one) => !matchedThen.has(one)), scopeOf);
  for (const [scope, tables] of grouped(fresh.filter((one) => !matchedNow.has(one)), scopeOf)) {
    const likely = tables.flatMap((one) => (leftThen.get(scope) ?? []).map((other) => ({ one, other, like: one.project === '' || other.project === '' ? 0 : nameLikeness(one.project, other.project) })))
      .filter(({ like }) => like >= likeness).sort((a, b) => b.like - a.like);
    for (const { one, other } of likely) {
      if (matchedNow.has(one) || matchedThen.has(other)) continue;
      matchedNow.add(one);
      matchedThen.add(other);
      pairs.push({ now: one, then: other });
    }
  }
  return { pairs, vanished: old.filter((one) => !matchedThen.has(one)), fresh: fresh.filter((one) => !matchedNow.has(one)) };
}
