// From what the user dropped or chose to the workbooks in it: folders are walked as the command line walks them, zips are opened, saved lists are told apart.
import { endingsOf, isLeftAside, type Others } from '../../batch/workbook-names';
import { fileProblem } from '../../cli/file-problems';
import type { Words } from '../catalogue';
import { isListName, reviewedAmong } from './reviewed';
import { zipFolder } from './zip-folder';
import type { FolderFile } from './whereabouts';

/** A folder in whichever way the browser hands it over. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'folder';
  /** Rejects where the folder cannot be read. */
  entries(): Promise<readonly Entry[]>;
}
export interface FileEntry {
  readonly name: string;
  readonly kind: 'file';
  readonly handle: FileSystemFileHandle | null;
  file(): Promise<File>;
}
export type Entry = FolderEntry | FileEntry;

export interface Gathered {
  /** For people: of the folder or zip; of several, the first one's and how many there are. */
  readonly name: Words;
  /** By path. */
  readonly files: readonly FolderFile[];
  /** Lists that were saved, newest last. */
  readonly lists: readonly File[];
  /** Chinese sentences about what could not be opened at all. */
  readonly problems: readonly string[];
  readonly others: Others;
  /** What is there by now, saved lists left out; a file that the browser gave as it was then can be read no more once it has changed. */
  readonly again: () => Promise<Gathered>;
}

const ZIP = /\.zip$/i;
/** Files asked for at once; each asking is a trip to the browser's own process. */
const AT_ONCE = 32;

export const isZipName = (name: string): boolean => ZIP.test(name);

const byPath = (a: FolderFile, b: FolderFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
const unreadable = (path: string, problem: string): FolderFile => ({ path, whereabouts: null, problem, handle: null });

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  return results;
}

async function fileOf(entry: FileEntry, path: string): Promise<FolderFile> {
  try {
    return { path, whereabouts: { kind: 'file', file: await entry.file() }, problem: null, handle: entry.handle };
  } catch (error) {
    return unreadable(path, problemOf(error));
  }
}

/** The browser's errors by what they mean on a disk. */
function problemOf(error: unknown): string {
  const code = error instanceof DOMException ? { NotFoundError: 'ENOENT', NotAllowedError: 'EACCES', NotReadableError: 'EACCES', SecurityError: 'EACCES' }[error.name] : undefined;
  return fileProblem(code === undefined ? error : Object.assign(new Error(), { code }));
}

/** Those to be reviewed of the files of one folder; the names of the rest go to `others`. */
function taken(entries: readonly FileEntry[], others: string[], lists: readonly string[] = []): readonly FileEntry[] {
  const reviewed = reviewedAmong([...entries.map(({ name }) => name), ...lists]);
  for (const { name } of entries) if (!reviewed.has(name)) others.push(name);
  return entries.filter(({ name }) => reviewed.has(name));
}

async function walk(folder: FolderEntry, path: string, others: string[]): Promise<readonly FolderFile[]> {
  let entries: readonly Entry[];
  try {
    entries = await folder.entries();
  } catch (error) {
    return [unreadable(path, problemOf(error))];
  }
  const wanted = entries.filter(({ name }) => !isLeftAside(name));
  const inside = (name: string): string => (path === '' ? name : `${path}/${name}`);
  const files = await inTurns(taken(wanted.filter((entry) => entry.kind === 'file'), others), (entry) => fileOf(entry, inside(entry.name)));
  const found = [...files];
  for (const entry of wanted) if (entry.kind === 'folder') found.push(...(await walk(entry, inside(entry.name), others)));
  return found;
}

/** Two files of one path, as zips may have: both are kept. */
function distinct(files: readonly FolderFile[]): readonly FolderFile[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let { path } = file;
    for (let count = 2; taken.has(path); count++) path = file.path.replace(/(\.[^./]*)?$/, `（${count}）$1`);
    taken.add(path);
    return path === file.path ? file : { ...file, path };
  });
}

/**
 * Everything in the entries. Paths begin inside a folder or zip that comes alone, as when the command line is given that folder; with the name of each where several come.
 * Never rejects.
 */
export async function gather(entries: readonly Entry[]): Promise<Gathered> {
  const roots = entries.filter((entry) => entry.kind === 'folder' || !isListName(entry.name));
  const alone = roots.length === 1;
  const found: FolderFile[] = [];
  const lists: File[] = [];
  const problems: string[] = [];
  const loose: FileEntry[] = [];
  const others: string[] = [];
  for (const entry of entries) {
    if (entry.kind === 'folder') found.push(...(await walk(entry, alone ? '' : entry.name, others)));
    else if (isListName(entry.name)) {
      try {
        lists.push(await entry.file());
      } catch (error) {
        problems.push(`“${entry.name}”：${problemOf(error)}`);
      }
    }
    else if (isZipName(entry.name)) {
      const opened = await entry.file().then(zipFolder).catch((error: unknown) => ({ ok: false as const, reason: problemOf(error) }));
      if (opened.ok) {
        for (const name of opened.others) others.push(name);
        found.push(...(alone ? opened.files : opened.files.map((file) => ({ ...file, path: `${entry.name.replace(ZIP, '')}/${file.path}` }))));
      } else if (alone) problems.push(`“${entry.name}”：${opened.reason}`);
      // Beside other files it has a line, as any file that cannot be read.
      else found.push(unreadable(entry.name, opened.reason));
    } else loose.push(entry);
  }
  found.push(...(await inTurns(taken(loose.filter(({ name }) => !isLeftAside(name)), others, lists.map(({ name }) => name)), (entry) => fileOf(entry, entry.name))));
  const files = found.filter(({ path, problem }) => {
    if (path === '' && problem !== null) problems.push(problem);
    return path !== '';
  });
  const first = (roots[0] ?? entries[0])?.name ?? '';
  const name: Words = roots.length > 1 ? { key: 'desk.several', params: { first, count: roots.length } } : first;
  return { name, files: [...distinct(files)].sort(byPath), lists, problems, others: endingsOf(others), again: () => gather(roots) };
}
