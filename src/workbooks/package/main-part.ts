// The workbook part: which package this is, its sheets in order, defined names, the date system.
import type { DefinedName, Grid } from '../../model/grid';
import { PackageError } from './package-error';
import { Recurring } from './recurring';
import type { Relationship } from './relationships';
import { resolveTarget } from './part-names';
import { readRelationships } from './relationships';
import { END, OPEN, XmlScanner } from './xml';
import type { Archive } from './zip';

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Grid['visibility'];
  /** Null when the relationship leads nowhere. */
  readonly part: string | null;
}

export interface MainPart {
  readonly part: string;
  readonly format: 'xlsx' | 'xlsm';
  readonly relationships: readonly Relationship[];
  /** Worksheets only, in tab order. */
  readonly sheets: readonly SheetEntry[];
  readonly definedNames: readonly DefinedName[];
  readonly date1904: boolean;
  /** Formulas count with what is displayed, or circles of them are gone through until they settle: results are not what one calculation gives. */
  readonly ownResults: boolean;
  /** It asks to be calculated when it is opened: what it keeps is not what is shown. */
  readonly calculatedOnLoad: boolean;
  readonly remarks: readonly string[];
}

const NOT_WORKBOOK = '压缩包里没有工作簿，这不是 Excel 文件；请用 Excel 或 WPS 打开后另存为 .xlsx 再试。';

const CONTENT_TYPES = new Recurring<ReadonlyMap<string, string>>();

/** Content types by part name in lower case, and by extension as '.xml'. */
export function readContentTypes(archive: Archive): ReadonlyMap<string, string> {
  return CONTENT_TYPES.of(archive, '[Content_Types].xml', contentTypesIn);
}

function contentTypesIn(text: string | null): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  if (text === null) return types;
  const xml = new XmlScanner(text);
  for (let event = xml.next(); event !== END; event = xml.next()) {
    if (event !== OPEN) continue;
    const type = xml.attribute('ContentType') ?? '';
    if (xml.name === 'Override') types.set(resolveTarget('', xml.attribute('PartName') ?? '').toLowerCase(), type);
    else if (xml.name === 'Default') types.set(`.${(xml.attribute('Extension') ?? '').toLowerCase()}`, type);
  }
  return types;
}

function refuseOthers(part: string, type: string): void {
  if (/wordprocessingml|msword|ms-word/.test(type) || /^word\//i.test(part)) throw new PackageError('word', '这是 Word 文档，不是工作簿；请选择表格文件（.xlsx）。');
  if (/presentationml|powerpoint/.test(type) || /^ppt\//i.test(part)) throw new PackageError('slides', '这是演示文稿，不是工作簿；请选择表格文件（.xlsx）。');
  if (/sheet\.binary/.test(type) || /\.bin$/i.test(part)) throw new PackageError('xlsb', '这是二进制工作簿（.xlsb），暂不支持；请用 Excel 或 WPS 打开后另存为 .xlsx。');
}

/** Archives of other programs' tables: what they are, and which program turns them into a workbook. */
function refuseOtherTables(archive: Archive): void {
  if (archive.text('mimetype')?.startsWith('application/vnd.oasis.opendocument.spreadsheet')) {
    throw new PackageError('not-workbook', '这是 OpenDocument 表格（.ods），暂不支持；请用 Excel 或 WPS 打开后另存为 .xlsx 再试。');
  }
  // Neither Excel nor WPS opens these.
  if (archive.entries.has('Index/Document.iwa')) throw new PackageError('not-workbook', '这是 Numbers 表格，暂不支持；请在 Numbers 中导出为 Excel（.xlsx）再试。');
}

/** The workbook part by the package's relationships, else by its content type, else by its usual name. Throws PackageError on damage. */
export function findMainPart(archive: Archive): { readonly part: string; readonly type: string } {
  const types = readContentTypes(archive);
  const named = readRelationships(archive, '').find((relationship) => relationship.kind === 'officeDocument')?.target;
  const typed = [...types].find(([, type]) => /(sheet|template)\.(main|macroEnabled\.main)\+xml$/.test(type))?.[0];
  const part = named ?? (typed?.startsWith('.') ? undefined : typed) ?? 'xl/workbook.xml';
  const extension = /\.[^./]*$/.exec(part)?.[0].toLowerCase() ?? '';
  return { part, type: types.get(part.toLowerCase()) ?? types.get(extension) ?? '' };
}

const VISIBILITY: ReadonlyMap<string, Grid['visibility']> = new Map(Object.entries<Grid['visibility']>({ hidden: 'hidden', veryHidden: 'very-hidden' }));

interface StatedName {
  readonly name: string;
  readonly refersTo: string;
  readonly scope: string | null;
}

/** Finds and reads the workbook part. Throws PackageError: other Office documents, no workbook inside, damage. */
export function openMainPart(archive: Archive): MainPart {
  const { part, type } = findMainPart(archive);
  refuseOthers(part, type);
  const text = archive.text(part);
  if (text === null) {
    refuseOtherTables(archive);
    throw new PackageError('not-workbook', NOT_WORKBOOK);
  }

  const relationships = readRelationships(archive, part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const xml = new XmlScanner(text);
  const tabs: string[] = [];
  const sheets: SheetEntry[] = [];
  const names: StatedName[] = [];
  const remarks: string[] = [];
  let date1904 = false;
  let ownResults = false;
  let calculatedOnLoad = false;
  let root = '';
  for (let event = xml.next(); event !== END; event = xml.next()) {
    if (event !== OPEN) continue;
    if (xml.depth === 1) root = xml.name;
    if (xml.name === 'workbookPr') date1904 ||= xml.flag('date1904');
    else if (xml.name === 'calcPr') {
      ownResults = !xml.flag('fullPrecision', true) || xml.flag('iterate');
      calculatedOnLoad = xml.flag('fullCalcOnLoad');
    } else if (xml.name === 'sheet') {
      const name = xml.attribute('name') ?? '';
      const relationship = byId.get(xml.attribute('id') ?? '');
      tabs.push(name);
      if (relationship !== undefined && relationship.kind !== 'worksheet') remarks.push(`“${name}”不是普通工作表（图表、对话框或宏表），未读取。`);
      else sheets.push({ name, visibility: VISIBILITY.get(xml.attribute('state') ?? '') ?? 'visible', part: relationship?.target ?? null });
    } else if (xml.name === 'definedName') {
      const scope = xml.attribute('localSheetId');
      const name = xml.attribute('name') ?? '';
      names.push({ name, refersTo: xml.innerText(), scope });
    }
  }
  if (root !== 'workbook') throw new PackageError('not-workbook', NOT_WORKBOOK);
  return {
    part,
    format: /macroEnabled/i.test(type) ? 'xlsm' : 'xlsx',
    relationships,
    sheets,
    definedNames: names.map(({ name, refersTo, scope }) => ({ name, refersTo, sheet: scope === null ? null : tabs[Number(scope)] ?? null })),
    date1904,
    ownResults,
    calculatedOnLoad,
    remarks,
  };
}
