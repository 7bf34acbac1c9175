// Files on disk for Node entries: reading whole, and writing so that nobody ever sees half a workbook.
import { randomBytes } from 'node:crypto';
import { accessSync, closeSync, constants, existsSync, fchmodSync, fchownSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, linkSync, statSync, writeSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join } from 'node:path';

export type FileReading = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };
export type FileWriting = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '找不到文件或文件夹，请检查路径',
  EACCES: '没有权限读写，请检查文件和文件夹的权限，或写到别的文件夹',
  EPERM: '没有权限读写，或文件正被 Excel、WPS 打开；请关闭后再试，或写到别的文件夹',
  EBUSY: '文件正被其他程序占用，请关闭后再试',
  EISDIR: '这是文件夹，不是文件，请检查路径',
  ENOSPC: '磁盘空间不足，没有写入；请清理后再试',
  EDQUOT: '磁盘配额已用完，没有写入；请清理后再试',
  EFBIG: '超过了系统允许的文件大小，没有写入；请写到别的文件夹',
  EROFS: '磁盘是只读的，请写到别的文件夹',
  ENAMETOOLONG: '文件名太长，请缩短后再试',
  EEXIST: '文件已存在，没有覆盖；需要覆盖时请明确指定',
  EMFILE: '同时打开的文件过多，请稍后再试',
};
const READ_ONLY = '文件是只读的，没有写入；请取消只读属性，或写到别的文件夹';

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

/** A rename asks the folder for leave, not the file: what its owner has locked must be left alone all the same. */
function isReadOnly(path: string, { mode }: Stats): boolean {
  // The administrator may write everything, but a file without any right to write is meant to stay.
  if ((mode & 0o222) === 0) return true;
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** The file that takes another's place belongs to the same people and opens to the same, as far as the system lets us. */
function takeRights(file: number, { uid, gid, mode }: Stats): void {
  const attempts = [() => fchownSync(file, uid, gid), () => fchownSync(file, process.getuid?.() ?? uid, gid)];
  attempts.some(succeeds);
  // The rights given on opening are cut by the umask.
  succeeds(() => fchmodSync(file, mode & 0o777));
}

function succeeds(attempt: () => void): boolean {
  try {
    attempt();
    return true;
  } catch {
    // Not every system and share knows owners and rights.
    return false;
  }
}

/**
 * Writes a file through a temporary one in the same folder, synced and renamed: the target is the old file or the new one, never half of either.
 * @param overwrite false: an existing file is left alone and told
 */
export function writeWorkbookFile(path: string, bytes: Uint8Array, { overwrite = false }: { readonly overwrite?: boolean } = {}): FileWriting {
  // Not made of the file's own name, which may be as long as names can be.
  const temporary = join(dirname(path), `.biaoli-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const old = existsSync(path) ? statSync(path) : null;
    if (old && !overwrite) return { ok: false, reason: `“${path}”：${REASONS['EEXIST'] ?? ''}。` };
    if (old && isReadOnly(path, old)) return { ok: false, reason: `“${path}”：${READ_ONLY}。` };
    const file = openSync(temporary, 'wx', old ? old.mode & 0o777 : 0o666);
    try {
      if (old) takeRights(file, old);
      writeAll(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (overwrite) renameSync(temporary, path);
    else moveToNew(temporary, path);
    syncFolder(dirname(path));
    return { ok: true };
  } catch (error) {
    succeeds(() => rmSync(temporary, { force: true }));
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
