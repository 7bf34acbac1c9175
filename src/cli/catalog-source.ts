// Where a catalogue comes from on the command line: a folder, its catalog.json, or an https address; the last good one is kept in the user's cache folder.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { CATALOG_FILE } from '../catalog/catalog';
import type { CatalogCache, CatalogSource, FileAnswer, KeptCatalog } from '../catalog/load-catalog';
import { fileProblem } from './file-problems';

const PATIENCE = 15_000;
const LARGEST = 20_000_000;

/** `where`: a folder, the path of a catalog.json, or the address of either. */
export function catalogSource(where: string): CatalogSource {
  const file = where.endsWith('.json');
  if (/^https?:\/\//i.test(where)) return webSource(new URL('.', file ? where : `${where.replace(/\/+$/, '')}/`));
  return diskSource(file ? dirname(resolve(where)) : resolve(where));
}

function diskSource(folder: string): CatalogSource {
  return {
    async read(path): Promise<FileAnswer> {
      try {
        const file = join(folder, path);
        if ((await stat(file)).size > LARGEST) return { ok: false, missing: false, reason: `${path} 太大` };
        return { ok: true, bytes: await readFile(file) };
      } catch (error) {
        const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        return { ok: false, missing, reason: missing ? `没有 ${join(folder, path)}` : fileProblem(error).replace(/。$/, '') };
      }
    },
  };
}

function webSource(base: URL): CatalogSource {
  return {
    async read(path): Promise<FileAnswer> {
      const answer = await fetch(new URL(path.split('/').map(encodeURIComponent).join('/'), base), { signal: AbortSignal.timeout(PATIENCE), redirect: 'error' });
      if (!answer.ok) return { ok: false, missing: answer.status === 404, reason: `服务器答复 ${answer.status}` };
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return bytes.length > LARGEST ? { ok: false, missing: false, reason: `${path} 太大` } : { ok: true, bytes };
    },
  };
}

/** One file a catalogue, under its place's hash. */
export function catalogCache(where: string): CatalogCache {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'biaoli');
  const path = /^https?:/i.test(where) ? where : resolve(where.replace(new RegExp(`[\\\\/]${CATALOG_FILE.replace('.', '\\.')}$`), ''));
  const file = join(folder, `catalog-${createHash('sha256').update(path).digest('hex').slice(0, 16)}.json`);
  return {
    async get() {
      const kept = JSON.parse(await readFile(file, 'utf8')) as Partial<KeptCatalog>;
      return typeof kept.catalog === 'string' && typeof kept.files === 'object' ? { catalog: kept.catalog, files: kept.files } : null;
    },
    async put(kept) {
      await mkdir(folder, { recursive: true });
      const fresh = `${file}.${process.pid}`;
      await writeFile(fresh, JSON.stringify(kept));
      await rename(fresh, file);
    },
  };
}
