// Shapes of notes in a sheet's legacy drawing. Excel's own VML is not always well-formed XML, so it is only ever added to or cut from as text.
import type { Position } from '../../model/address';
import { splice, tagEnd } from './patch-xml';

const NAMESPACES: readonly (readonly [string, string])[] = [
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['x', 'urn:schemas-microsoft-com:office:excel'],
];
const SHAPE_TYPE = '_x0000_t202';

/** A drawing without shapes. Excel numbers the shapes of a sheet from 1,024 × block. */
export function emptyDrawing(block: number): string {
  const names = NAMESPACES.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ');
  return `<xml ${names}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout></xml>`;
}

/** Namespaces that the drawing's root does not declare under the usual prefixes. */
function missingNames(vml: string): string {
  const root = /<xml[^>]*>/.exec(vml)?.[0] ?? '';
  return NAMESPACES.filter(([prefix, uri]) => !root.includes(`xmlns:${prefix}="${uri}"`)).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
}

function nextShapeId(vml: string): number {
  const block = Number(/idmap\b[^>]*\bdata\s*=\s*["'](\d+)/.exec(vml)?.[1] ?? 1);
  let last = block * 1024;
  for (const match of vml.matchAll(/_x0000_s(\d+)/g)) last = Math.max(last, Number(match[1]));
  return last + 1;
}

/** Lines that a text takes in a box of 24 half-width characters' double. */
function linesOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 17)), 0);
}

/** The hidden yellow box of a note. */
function shapeOf(names: string, id: number, at: Position, text: string): string {
  const rows = Math.min(14, Math.max(4, linesOf(text) + 1));
  const row = at.row - 1;
  const column = at.column - 1;
  const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 4, 15, Math.max(0, row - 1) + rows, 4].join(', ');
  return `<v:shape${names} id="_x0000_s${id}" type="#${SHAPE_TYPE}" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:192pt;height:${rows * 15}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`
    + '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    + `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}

/** The drawing with a root that can take shapes: some programs write an empty one as a single tag, or nothing at all. */
function opened(vml: string): string {
  if (vml.lastIndexOf('</xml') >= 0) return vml;
  const root = vml.search(/<xml[\s/>]/);
  const end = root < 0 ? -1 : tagEnd(vml, root);
  return end < 0 ? emptyDrawing(1) : `${vml.slice(0, end).replace(/\s*\/?>$/, '>')}</xml>${vml.slice(end)}`;
}

/** Adds the boxes of notes, in the order given. */
export function addShapes(written: string, notes: readonly { readonly at: Position; readonly text: string }[]): string {
  if (notes.length === 0) return written;
  const vml = opened(written);
  const end = vml.lastIndexOf('</xml');
  const names = missingNames(vml);
  const type = vml.includes(`id="${SHAPE_TYPE}"`) || vml.includes(`id='${SHAPE_TYPE}'`)
    ? ''
    : `<v:shapetype${names} id="${SHAPE_TYPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
  const first = nextShapeId(vml);
  return vml.slice(0, end) + type + notes.map(({ at, text }, i) => shapeOf(names, first + i, at, text)).join('') + vml.slice(end);
}

/** Excel lets its users give a note another outline: a rounded box is an element of its own. */
const OPENING = /<([\w.-]+:(?:shape|rect|roundrect|oval|line|polyline|curve|arc|image))(?=[\s/>])/g;

function shapesOf(vml: string): { start: number; end: number; text: string }[] {
  const found: { start: number; end: number; text: string }[] = [];
  for (let match = OPENING.exec(vml); match; match = OPENING.exec(vml)) {
    const start = match.index;
    const openEnd = tagEnd(vml, start);
    const close = `</${match[1] ?? ''}>`;
    const at = vml.charCodeAt(openEnd - 2) === 47 ? openEnd - close.length : vml.indexOf(close, openEnd);
    if (at < 0) break;
    const end = at + close.length;
    found.push({ start, end, text: vml.slice(start, end) });
    OPENING.lastIndex = end;
  }
  OPENING.lastIndex = 0;
  return found;
}

const ROW = /<[\w.-]+:Row>\s*(\d+)\s*</;
const COLUMN = /<[\w.-]+:Column>\s*(\d+)\s*</;

function keyOf({ row, column }: Position): string {
  return `${row - 1}:${column - 1}`;
}

/** Row and column of a note's box, from 0; null for every other shape. */
function placeOf(shape: string): string | null {
  return /ObjectType\s*=\s*["']Note["']/.test(shape) ? `${ROW.exec(shape)?.[1] ?? ''}:${COLUMN.exec(shape)?.[1] ?? ''}` : null;
}

/** Those of the notes that have no box yet. */
export function withoutBox<T extends { readonly at: Position }>(vml: string, notes: readonly T[]): readonly T[] {
  const boxed = new Set(shapesOf(vml).map(({ text }) => placeOf(text)));
  return notes.filter(({ at }) => !boxed.has(keyOf(at)));
}

/** Takes away the boxes of these cells. */
export function removeShapes(vml: string, cells: readonly Position[]): string {
  const gone = new Set(cells.map(keyOf));
  const shapes = gone.size === 0 ? [] : shapesOf(vml).filter(({ text }) => gone.delete(placeOf(text) ?? ''));
  return splice(vml, shapes.map(({ start, end }) => ({ start, end, text: '' })));
}

export function hasShapes(vml: string): boolean {
  return shapesOf(vml).length > 0;
}
