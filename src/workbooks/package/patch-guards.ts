// What stands in the way of writing into a cell: protection, merged areas, arrays, table headers, pivots.
import { contains, parseRange } from '../../model/address';
import type { Position, Range } from '../../model/address';
import { formulasOf, hasFormulas } from './patch-cells';
import type { SheetBody } from './patch-cells';
import type { PackageEditor } from './patch-package';
import { attribute, descendantsOf, nextTag, rootOf, tagEnd } from './patch-xml';

export interface SheetFacts {
  readonly protected: boolean;
  readonly merges: readonly Range[];
  readonly arrays: readonly Range[];
  /** Header rows of list objects: their texts are repeated in the table part and must agree with it. */
  readonly headers: readonly Range[];
  readonly pivots: readonly Range[];
  readonly threaded: ReadonlySet<string>;
  /** Style of new cells in a column, 0 by default. */
  columnStyle(column: number): number;
}

function tagsOf(xml: string, prefix: string, name: string, from: number, to: number): string[] {
  const found: string[] = [];
  for (let at = xml.indexOf(`<${prefix}${name}`, from); at >= 0 && at < to; at = xml.indexOf(`<${prefix}${name}`, at + 1)) {
    if (/[\s/>]/.test(xml.charAt(at + 1 + prefix.length + name.length))) found.push(xml.slice(at, tagEnd(xml, at)));
  }
  return found;
}

function ranges(refs: readonly (string | null)[]): Range[] {
  return refs.flatMap((ref) => (ref === null ? [] : /\s/.test(ref) ? ref.split(/\s+/) : ref)).flatMap((ref) => parseRange(ref.replaceAll('$', '')) ?? []);
}

function arraysOf(body: SheetBody): Range[] {
  if (!hasFormulas(body.plain) || !(body.plain.includes('array') || body.plain.includes('dataTable'))) return [];
  return ranges(Array.from(formulasOf(body), ({ open }) => (/^(?:array|dataTable)$/.test(attribute(open, 't') ?? '') ? attribute(open, 'ref') : null)));
}

function headersOf(pkg: PackageEditor, sheet: string): Range[] {
  return pkg.relationships(sheet).filter((r) => r.kind === 'table').flatMap((r) => {
    const xml = pkg.text(r.target) ?? '';
    const tag = nextTag(xml, 0);
    const open = tag ? xml.slice(tag.start, tag.end) : '';
    const range = parseRange(attribute(open, 'ref') ?? '');
    const rows = Number(attribute(open, 'headerRowCount') ?? 1);
    return range && rows > 0 ? [{ ...range, bottom: range.top + rows - 1 }] : [];
  });
}

function pivotsOf(pkg: PackageEditor, sheet: string): Range[] {
  return pkg.relationships(sheet).filter((r) => r.kind === 'pivotTable').flatMap((r) => {
    const xml = pkg.text(r.target) ?? '';
    const root = rootOf(xml);
    return root ? ranges(descendantsOf(xml, root, 'location').map((e) => attribute(xml.slice(e.start, e.openEnd), 'ref'))) : [];
  });
}

function threadedOf(pkg: PackageEditor, sheet: string): Set<string> {
  const refs = pkg.relationships(sheet).filter((r) => r.kind === 'threadedComment').flatMap((r) => {
    const xml = pkg.text(r.target) ?? '';
    const root = rootOf(xml);
    return root ? descendantsOf(xml, root, 'threadedComment').map((e) => attribute(xml.slice(e.start, e.openEnd), 'ref') ?? '') : [];
  });
  return new Set(refs);
}

/** Reads from a sheet's XML and its related parts what bears on writing. */
export function factsOf(pkg: PackageEditor, sheet: string, body: SheetBody): SheetFacts {
  const { plain, prefix, data } = body;
  const protection = tagsOf(plain, prefix, 'sheetProtection', data.end, plain.length)[0];
  const columns = tagsOf(plain, prefix, 'col', 0, data.start).map((tag) => ({ min: Number(attribute(tag, 'min')), max: Number(attribute(tag, 'max')), style: Number(attribute(tag, 'style') ?? 0) }));
  return {
    protected: protection !== undefined && /^(1|true)$/.test(attribute(protection, 'sheet') ?? ''),
    merges: ranges(tagsOf(plain, prefix, 'mergeCell', data.end, plain.length).map((tag) => attribute(tag, 'ref'))),
    arrays: arraysOf(body),
    headers: headersOf(pkg, sheet),
    pivots: pivotsOf(pkg, sheet),
    threaded: threadedOf(pkg, sheet),
    columnStyle: (column) => columns.find((c) => column >= c.min && column <= c.max)?.style ?? 0,
  };
}

function inside(areas: readonly Range[], at: Position): Range | undefined {
  return areas.find((area) => contains(area, at.row, at.column));
}

/** A Chinese sentence when nothing at all may be written at that cell, null otherwise. */
export function obstacle(facts: SheetFacts, at: Position): string | null {
  // Overlapping merges occur in files from the wild: a cell counts as free only if it is top-left in each.
  if (facts.merges.some((m) => contains(m, at.row, at.column) && (m.top !== at.row || m.left !== at.column))) return '该单元格在合并区域内部，不是左上角单元格；请改在左上角单元格。';
  if (inside(facts.pivots, at)) return '该单元格属于数据透视表，内容随透视表刷新；请改源数据。';
  return null;
}

/** The same for its content alone: a mark or a note would do no harm. */
export function contentObstacle(facts: SheetFacts, at: Position): string | null {
  if (inside(facts.arrays, at)) return '该单元格属于数组公式或模拟运算表，改一格会破坏整组；请在 Excel 或 WPS 中手工修改。';
  if (inside(facts.headers, at)) return '该单元格是表格（列表）的标题，改动会损坏表格；请在 Excel 或 WPS 中手工修改。';
  return null;
}
