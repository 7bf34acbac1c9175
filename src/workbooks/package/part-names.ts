// Part names as OPC resolves them: targets may be absolute, climb with "..", or be written with odd separators.

/** Nothing to resolve: no climbing, no escapes, no odd separators. */
const PLAIN_TARGET = /^\/?[A-Za-z][\w-]*(?:\/[A-Za-z][\w-]*)*\.[a-z]+$/;

/** Resolves a relationship target against the part that holds it: 'xl/workbook.xml' + '/xl/a.xml' or 'a.xml' or '../a.xml'. */
export function resolveTarget(part: string, target: string): string {
  // Nearly all targets are plain: worksheets/sheet1.xml, /xl/workbook.xml.
  if (PLAIN_TARGET.test(target)) return target.startsWith('/') ? target.slice(1) : part.slice(0, part.lastIndexOf('/') + 1) + target;
  let path = target.replaceAll('\\', '/');
  try {
    path = decodeURIComponent(path);
  } catch {
    // A bare percent sign: taken as it stands.
  }
  const segments = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** Name of the part that holds the relationships of a part; '' stands for the package. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** What part names are compared by: case does not count, and writers put in backslashes, a slash in front, or escapes such as %20 and %E8%A1%A8. */
export function partKey(name: string): string {
  return (/[%\\]|^\//.test(name) ? resolveTarget('', name) : name).toLowerCase();
}
