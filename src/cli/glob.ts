// Patterns such as 2024/**/*.xlsx for shells that do not expand them (cmd.exe, quotes): *, ? and ** only.
import { normalize } from 'node:path';

export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** The part of a pattern before the first segment with a sign, where the search starts. */
export function patternRoot(pattern: string): string {
  const segments = plain(pattern).split('/');
  const first = segments.findIndex(isPattern);
  const root = segments.slice(0, first).join('/');
  return root === '' ? (pattern.startsWith('/') ? '/' : '.') : root;
}

/** A test for whole paths: * and ? stay inside one segment, ** takes any number of segments, none included. */
export function matcher(pattern: string): (path: string) => boolean {
  const source = plain(pattern)
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (sign) => (sign === '**/' ? '(?:[^/]+/)*' : sign === '**' ? '.*' : sign === '*' ? '[^/]*' : '[^/]'));
  const expression = new RegExp(`^${source}$`, 'u');
  return (path) => expression.test(plain(path));
}

/** A test for folders: true where something below may match. What lies elsewhere is nobody's wish, and need not be readable. */
export function leadsTo(pattern: string): (folder: string) => boolean {
  const segments = plain(pattern).split('/');
  const open = segments.findIndex((segment) => segment.includes('**'));
  const above = segments.slice(0, open < 0 ? -1 : open).map(matcher);
  return (folder) => {
    const names = plain(folder).split('/');
    return (open >= 0 || names.length <= above.length) && names.every((name, at) => above[at]?.(name) ?? true);
  };
}

/** As the walk writes its paths, whatever stands twice or leads back in what was typed; with slashes. */
function plain(path: string): string {
  return slashed(normalize(slashed(path)));
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
