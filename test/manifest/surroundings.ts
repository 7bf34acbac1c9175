// What a manifest of this package is held against: its version, its icons, the files that a build makes, the functions of the ribbon.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { METADATA_FILES } from '../../src/functions/metadata';
import type { Surroundings } from './judge-manifest';

export const ROOT = resolve(__dirname, '..', '..');

/** Width and height of a PNG from its header; null for another kind of file. */
function pngSize(path: string): readonly [number, number] | null {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  return bytes.toString('latin1', 1, 4) === 'PNG' ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
}

/** Built under its own name, since the manifest names it. */
const SCRIPTS: Readonly<Record<string, string>> = { 'functions.js': 'functions.ts' };

/** `base`: the address that the manifest is made for. */
export function surroundings(base: string): Surroundings {
  return {
    base,
    version: (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
    imageSize: (path) => pngSize(join(ROOT, path)),
    fileExists: (path) => Object.values(METADATA_FILES).includes(path) || existsSync(join(ROOT, 'src', SCRIPTS[path] ?? path)),
    functions: new Set([...readFileSync(join(ROOT, 'src', 'commands.ts'), 'utf8').matchAll(/Office\.actions\.associate\('(\w+)'/g)].map(([, name = '']) => name)),
  };
}
