// Patterns such as 2024/**/*.xlsx for shells that do not expand them (cmd.exe, quotes): *, ? and ** only.

export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** The part of a pattern before the first segment with a sign, where the search starts. */
export function patternRoot(pattern: string): string {
  const segments = slashed(pattern).split('/');
  const first = segments.findIndex(isPattern);
  const root = segments.slice(0, first).join('/');
  return root === '' ? (pattern.startsWith('/') ? '/' : '.') : root;
}

/** A test for whole paths: * and ? stay inside one segment, ** takes any number of segments, none included. */
export function matcher(pattern: string): (path: string) => boolean {
  const source = slashed(pattern)
    .replace(/^\.\//, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (sign) => (sign === '**/' ? '(?:[^/]+/)*' : sign === '**' ? '.*' : sign === '*' ? '[^/]*' : '[^/]'));
  const expression = new RegExp(`^${source}$`, 'u');
  return (path) => expression.test(slashed(path).replace(/^\.\//, ''));
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
