// Cell styles: number format, locked, solid fill. One object for all cells of one look.
import type { CellStyle } from '../../model/grid';
import { PLAIN_STYLE } from '../../model/grid';
import { INDEXED_COLORS, readColor } from './colors';
import { builtinFormat } from './number-formats';
import type { LayoutRecorder } from './styles-layout';
import { CLOSE, END, OPEN, XmlScanner } from './xml';

interface Xf {
  readonly format: number;
  readonly fill: number;
  readonly locked: boolean;
}

/** The colour of a solid fill element just opened; null for every other. Throws PackageError on damage. */
export function readFill(xml: XmlScanner, palette: readonly string[], theme: () => readonly string[]): string | null {
  const inside = xml.depth;
  let solid = false;
  let color: string | null = null;
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event !== OPEN) continue;
    if (xml.name === 'patternFill') solid = xml.attribute('patternType') === 'solid';
    else if (xml.name === 'fgColor' && solid) color = readColor(xml, palette, theme);
  }
  return color;
}

function readXf(xml: XmlScanner): Xf {
  const inside = xml.depth;
  const format = Number(xml.attribute('numFmtId') ?? 0);
  const fill = Number(xml.attribute('fillId') ?? 0);
  let locked = true;
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event === OPEN && xml.name === 'protection') locked = xml.flag('locked', true);
  }
  return { format, fill, locked };
}

/** A custom palette stands behind the fills that use it. */
export function readPalette(source: string): readonly string[] {
  if (!source.includes('indexedColors')) return INDEXED_COLORS;
  const palette: string[] = [];
  const xml = new XmlScanner(source);
  for (let event = xml.next(), inside = false; event !== END; event = xml.next()) {
    if (xml.name === 'indexedColors') inside = event !== CLOSE;
    else if (inside && event === OPEN && xml.name === 'rgbColor') palette.push((xml.attribute('rgb') ?? '').slice(-6).toUpperCase());
  }
  return palette.length > 0 ? palette : INDEXED_COLORS;
}

/**
 * Styles by the index that cells name; equal looks share one object.
 * @param theme asked only when a fill names a theme colour: reading the theme costs more than all styles
 * @param recorder told where tables and rows stand
 * Throws PackageError on damage.
 */
export function readStyles(source: string, theme: () => readonly string[], recorder: LayoutRecorder | null = null): readonly CellStyle[] {
  const xml = new XmlScanner(source);
  const palette = readPalette(source);
  const formats = new Map<number, string>();
  const fills: (string | null)[] = [];
  const xfs: Xf[] = [];
  let section = '';
  for (let event = xml.next(); event !== END; event = xml.next()) {
    if (event === CLOSE && xml.depth > 0 && xml.depth <= 2) recorder?.closed(xml);
    if (event !== OPEN) continue;
    if (xml.depth === 2 || xml.depth === 3) recorder?.opened(xml);
    if (xml.depth === 2) {
      section = xml.name;
      continue;
    }
    if (section === 'numFmts' && xml.name === 'numFmt') formats.set(Number(xml.attribute('numFmtId')), xml.attribute('formatCode') ?? 'General');
    else if (section === 'fills' && xml.name === 'fill') fills.push(readFill(xml, palette, theme));
    else if (section === 'cellXfs' && xml.name === 'xf') xfs.push(readXf(xml));
    // A fill and a format are read to their ends.
    if (xml.depth === 2) recorder?.closed(xml);
  }
  const shared = new Map<string, CellStyle>([['General|true|null', PLAIN_STYLE]]);
  return xfs.map((xf) => {
    const numberFormat = formats.get(xf.format) ?? builtinFormat(xf.format);
    const fill = fills[xf.fill] ?? null;
    const key = `${numberFormat}|${String(xf.locked)}|${fill}`;
    const known = shared.get(key) ?? { numberFormat, locked: xf.locked, fill };
    shared.set(key, known);
    return known;
  });
}
