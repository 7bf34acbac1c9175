// Which requirement set brought which member: as the client library itself notes it in its readable build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const READABLE_CLIENT = 'node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js';
const NOTED = /_throwIfApiNotSupported\("(\w+\.\w+)", _defaultApiSetName, "([\d.]+)"/g;
/** Later than the client: from the published types. */
const LATER = [['workbook.notes', '1.18'], ['worksheet.notes', '1.18']] as const;

let known: ReadonlyMap<string, string> | null = null;

/** 'kind.member' in lower case → version of ExcelApi. */
export function apiSets(): ReadonlyMap<string, string> {
  known ??= new Map([...Array.from(readFileSync(join(process.cwd(), READABLE_CLIENT), 'utf8').matchAll(NOTED), ([, member = '', version = '']) => [member.toLowerCase(), version] as const), ...LATER]);
  return known;
}
