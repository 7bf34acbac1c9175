// From what the user names (files, folders, patterns) to the list of workbooks, and of Word reports where they are asked for, in a stable order.
import { readdir, stat } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isReportInFolder } from '../batch/report-names';
import { isLeftAside, isWorkbookName } from '../batch/workbook-names';
import { fileProblem } from './file-problems';
import { isPattern, leadsTo, matcher, patternRoot } from './glob';

export type Found = { readonly file: string; readonly problem: null } | { readonly file: string; readonly problem: string };

/** workbooks: what can be corrected as well · all: Word reports too. */
export type Wanted = 'workbooks' | 'all';

/**
 * Every named file once. What cannot be found or read becomes a problem in words; the others go on.
 * @param passed is told each file of a named folder that is neither a table nor a report
 */
export async function findFiles(named: readonly string[], wanted: Wanted = 'workbooks', passed: (file: string) => void = () => undefined): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  for (const name of named) {
    for (const { place, ...one } of await expand(name, wanted, passed)) {
      const where = place ?? placeOf(one.file);
      if (!found.has(where)) found.set(where, one);
    }
  }
  return [...found.values()];
}

/** Where a path leads: a.xlsx, ./a.xlsx and a link to it are one file. */
function placeOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}

export function sameFile(a: string, b: string): boolean {
  return placeOf(a) === placeOf(b);
}

/** `place`: where it really lies, when the walk has told: asking the system for each of ten thousand files costs more than listing them. */
type Walked = Found & { readonly place?: string };

async function expand(name: string, wanted: Wanted, passed: Search['passed']): Promise<readonly Walked[]> {
  if (name === '-') return [{ file: name, problem: '不从标准输入读取，请写文件名、文件夹或通配符。' }];
  try {
    const entry = await stat(name);
    if (!entry.isDirectory()) return [{ file: name, problem: null }];
    const files = await walk(name, wanted, { meant: () => false, enters: () => true, passed });
    return files.length > 0 ? files : [{ file: name, problem: `文件夹里没有 .xlsx、.xlsm、.xls 或 .et 文件${wanted === 'all' ? '，也没有 .docx 报告' : ''}，请检查路径。` }];
  } catch (error) {
    if (isPattern(name)) return expandPattern(name, wanted);
    return [{ file: name, problem: fileProblem(error) }];
  }
}

async function expandPattern(pattern: string, wanted: Wanted): Promise<readonly Walked[]> {
  const matches = matcher(pattern);
  // A folder that cannot be opened may hold what the pattern means: it is said, not dropped.
  const files = (await walk(patternRoot(pattern), wanted, { meant: matches, enters: leadsTo(pattern), passed: () => undefined })).filter((one) => one.problem !== null || matches(one.file));
  return files.length > 0 ? files : [{ file: pattern, problem: '没有符合这个通配符的文件，请检查路径。' }];
}

/** Of a pattern: a report that it means needs no workbook beside it, folders where nothing can match are passed by, and what it does not mean is not missed. */
interface Search {
  readonly meant: (file: string) => boolean;
  readonly enters: (folder: string) => boolean;
  readonly passed: (file: string) => void;
}

/** `place` is where the folder really lies. */
async function walk(folder: string, wanted: Wanted, search: Search, place = placeOf(folder)): Promise<Walked[]> {
  const found: Walked[] = [];
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const besideWorkbook = entries.some(({ name }) => isWorkbookName(name) && !isLeftAside(name));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isLeftAside(entry.name)) continue;
      const path = folder === '.' ? entry.name : join(folder, entry.name);
      // Linked folders are not followed: they may lead in a circle.
      if (entry.isDirectory()) found.push(...(search.enters(path) ? await walk(path, wanted, search, join(place, entry.name)) : []));
      else if (isWorkbookName(entry.name) || (wanted === 'all' && isReportInFolder(entry.name, besideWorkbook || search.meant(path)))) found.push({ file: path, problem: null, ...(entry.isSymbolicLink() ? {} : { place: join(place, entry.name) }) });
      else search.passed(path);
    }
  } catch (error) {
    found.push({ file: folder, problem: fileProblem(error) });
  }
  return found;
}
