// Files on disk for Node entries: reading whole, and writing so that nobody ever sees half a workbook.
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, linkSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export type FileReading = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };
export type FileWriting = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '找不到文件或文件夹',
  EACCES: '没有访问权限',
  EPERM: '没有访问权限，或文件正被 Excel、WPS 打开',
  EBUSY: '文件正被其他程序占用，请关闭后再试',
  EISDIR: '这是文件夹，不是文件',
  ENOSPC: '磁盘空间不足',
  EROFS: '磁盘是只读的',
  EEXIST: '文件已存在，没有覆盖；需要覆盖时请明确指定',
  EMFILE: '同时打开的文件过多',
};

function reasonOf(path: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return `“${path}”：${REASONS[code] ?? `读写失败（${code}）`}。`;
}

/** Reads a file whole; what is wrong is a Chinese sentence. */
export function readWorkbookFile(path: string): FileReading {
  try {
    return { ok: true, bytes: readFileSync(path) };
  } catch (error) {
    return { ok: false, reason: reasonOf(path, error) };
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** The new name must outlive a power cut too; not every system lets a folder be synced. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows: the rename itself is all there is.
  }
}

/**
 * Writes a file through a temporary one in the same folder, synced and renamed: the target is the old file or the new one, never half of either.
 * @param overwrite false: an existing file is left alone and told
 */
export function writeWorkbookFile(path: string, bytes: Uint8Array, { overwrite = false }: { readonly overwrite?: boolean } = {}): FileWriting {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    if (!overwrite && existsSync(path)) return { ok: false, reason: `“${path}”：${REASONS['EEXIST'] ?? ''}。` };
    const mode = existsSync(path) ? statSync(path).mode & 0o777 : 0o666;
    const file = openSync(temporary, 'wx', mode);
    try {
      writeAll(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (overwrite) renameSync(temporary, path);
    else moveToNew(temporary, path);
    syncFolder(folder);
    return { ok: true };
  } catch (error) {
    rmSync(temporary, { force: true });
    return { ok: false, reason: reasonOf(path, error) };
  }
}

/** A link fails where the name is taken, even by somebody who came between the check and now; a rename would overwrite. */
function moveToNew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw error;
    // File systems without hard links.
    renameSync(temporary, path);
    return;
  }
  rmSync(temporary, { force: true });
}
