// Writes a file whole or not at all: into a neighbour first, then over the name in one step.
import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes bytes under a name; an existing file keeps its permissions, a link keeps pointing where it points. Rejects with the file system's error. */
export async function saveFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then((facts) => facts.mode, () => 0o666);
  const neighbour = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const handle = await open(neighbour, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      // Without this a power cut may leave the new name on an empty file.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(neighbour, target);
  } catch (error) {
    await rm(neighbour, { force: true });
    throw error;
  }
}
