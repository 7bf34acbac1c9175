// Cell formats as a page paints them: font, fill, borders, alignment, number format, all colours brought to RRGGBB.
import type { CellStyle } from '../../model/grid';
import type { BorderLine, BorderPicture, StylePicture } from '../grid/picture';
import { readColor } from './colors';
import { builtinFormat } from './number-formats';
import { readFill, readPalette } from './styles';
import { END, OPEN, XmlScanner } from './xml';

/** The look of a cell in a file without styles: what the writer would put into one. Whether it is locked is for others to say. */
export const PLAIN_LOOK: StylePicture = {
  numberFormat: 'General',
  fill: null,
  font: { name: '宋体', size: 11, bold: false, italic: false, underline: false, strike: false, colour: '000000' },
  horizontal: 'general',
  vertical: 'bottom',
  wrap: false,
  rotation: 0,
  borders: { left: null, right: null, top: null, bottom: null },
};

type Font = StylePicture['font'];
type Borders = StylePicture['borders'];
type Alignment = Pick<StylePicture, 'horizontal' | 'vertical' | 'wrap' | 'rotation'>;

interface Format {
  readonly numFmt: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly alignment: Alignment;
  readonly locked: boolean;
}

/** Dashes and dots of Excel's thirteen lines, as the nearest that a page can draw. */
const LINES: ReadonlyMap<string, BorderLine> = new Map(Object.entries<BorderLine>({
  thin: 'thin', medium: 'medium', thick: 'thick', dashed: 'dashed', dotted: 'dotted', double: 'double', hair: 'hair',
  mediumDashed: 'dashed', dashDot: 'dashed', mediumDashDot: 'dashed', slantDashDot: 'dashed', dashDotDot: 'dotted', mediumDashDotDot: 'dotted',
}));
const HORIZONTAL: ReadonlyMap<string, Alignment['horizontal']> = new Map(Object.entries<Alignment['horizontal']>({ left: 'left', center: 'center', right: 'right', justify: 'justify', distributed: 'distributed', centerContinuous: 'center', fill: 'left' }));
const VERTICAL: ReadonlyMap<string, Alignment['vertical']> = new Map(Object.entries<Alignment['vertical']>({ top: 'top', center: 'center', justify: 'top', distributed: 'center' }));
/** Strict files name the sides by reading direction. */
const SIDES: ReadonlyMap<string, keyof Borders> = new Map(Object.entries<keyof Borders>({ left: 'left', start: 'left', right: 'right', end: 'right', top: 'top', bottom: 'bottom' }));
const PLAIN_ALIGNMENT: Alignment = { horizontal: 'general', vertical: 'bottom', wrap: false, rotation: 0 };

type Colour = () => string | null;

function readFont(xml: XmlScanner, colourOf: Colour): Font {
  const inside = xml.depth;
  let { name, size, bold, italic, underline, strike, colour } = PLAIN_LOOK.font;
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event !== OPEN) continue;
    switch (xml.name) {
      case 'name': name = xml.attribute('val') ?? name; break;
      case 'sz': size = sizeOf(Number(xml.attribute('val'))); break;
      case 'b': bold = xml.flag('val', true); break;
      case 'i': italic = xml.flag('val', true); break;
      case 'strike': strike = xml.flag('val', true); break;
      case 'u': underline = xml.attribute('val') !== 'none'; break;
      case 'color': colour = colourOf() ?? colour; break;
    }
  }
  return { name, size, bold, italic, underline, strike, colour };
}

/** Excel's own bounds. */
function sizeOf(points: number): number {
  return points >= 1 && points <= 409 ? points : PLAIN_LOOK.font.size;
}

function readBorders(xml: XmlScanner, colourOf: Colour): Borders {
  const inside = xml.depth;
  const borders: { -readonly [side in keyof Borders]: BorderPicture | null } = { left: null, right: null, top: null, bottom: null };
  let side: keyof Borders | undefined;
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event !== OPEN) continue;
    if (xml.depth === inside + 1) {
      side = SIDES.get(xml.name);
      const line = LINES.get(xml.attribute('style') ?? '');
      if (side && line) borders[side] = { line, colour: '000000' };
    } else if (xml.name === 'color') {
      const known = side && borders[side];
      if (side && known) borders[side] = { ...known, colour: colourOf() ?? '000000' };
    }
  }
  return borders;
}

/** Up to 90 counterclockwise, from 91 on clockwise, 255 for letters one above the other. */
function rotationOf(text: string | null): Alignment['rotation'] {
  const degrees = Number(text ?? 0);
  if (degrees === 255) return 'stacked';
  return Number.isInteger(degrees) && degrees >= 0 && degrees <= 180 ? (degrees > 90 ? 90 - degrees : degrees) : 0;
}

function readFormat(xml: XmlScanner): Format {
  const inside = xml.depth;
  const place = (name: string) => Number(xml.attribute(name) ?? 0);
  const [numFmt, font, fill, border] = [place('numFmtId'), place('fontId'), place('fillId'), place('borderId')];
  let alignment = PLAIN_ALIGNMENT;
  let locked = true;
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event === OPEN && xml.name === 'protection') locked = xml.flag('locked', true);
    if (event !== OPEN || xml.name !== 'alignment') continue;
    alignment = {
      horizontal: HORIZONTAL.get(xml.attribute('horizontal') ?? '') ?? 'general',
      vertical: VERTICAL.get(xml.attribute('vertical') ?? '') ?? 'bottom',
      wrap: xml.flag('wrapText'),
      rotation: rotationOf(xml.attribute('textRotation')),
    };
  }
  return { numFmt, font, fill, border, alignment, locked };
}

/** What the cell reader is given for a format: it passes it on to each cell, and the index tells which it was. */
export interface FormatIndex extends CellStyle {
  readonly index: number;
}

export interface Looks {
  /** By the index that cells name. */
  readonly formats: readonly FormatIndex[];
  /** Made when asked for: files from long use hold thousands of formats and use a few. */
  look(index: number): StylePicture;
}

const NO_FORMAT: StylePicture = { ...PLAIN_LOOK, locked: true };
export const NO_LOOKS: Looks = { formats: [], look: () => NO_FORMAT };

/**
 * Reads the decoded styles part for painting.
 * @param theme asked only when a colour names the theme
 * Throws PackageError on damage.
 */
export function readLooks(source: string, theme: () => readonly string[]): Looks {
  const xml = new XmlScanner(source);
  const palette = readPalette(source);
  const colourOf = () => readColor(xml, palette, theme);
  const codes = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: (string | null)[] = [];
  const borders: Borders[] = [];
  const formats: Format[] = [];
  let section = '';
  for (let event = xml.next(); event !== END; event = xml.next()) {
    if (event !== OPEN) continue;
    if (xml.depth === 2) section = xml.name;
    else if (section === 'numFmts' && xml.name === 'numFmt') codes.set(Number(xml.attribute('numFmtId')), xml.attribute('formatCode') ?? 'General');
    else if (section === 'fonts' && xml.name === 'font') fonts.push(readFont(xml, colourOf));
    else if (section === 'fills' && xml.name === 'fill') fills.push(readFill(xml, palette, theme));
    else if (section === 'borders' && xml.name === 'border') borders.push(readBorders(xml, colourOf));
    else if (section === 'cellXfs' && xml.name === 'xf') formats.push(readFormat(xml));
  }
  return {
    // No number format: the displayed text, which nobody asks for here, then costs nothing.
    formats: formats.map((_, index) => ({ numberFormat: '', locked: true, fill: null, index })),
    look: (index) => {
      const format = formats[index] ?? formats[0];
      if (!format) return NO_FORMAT;
      return {
        numberFormat: codes.get(format.numFmt) ?? builtinFormat(format.numFmt),
        fill: fills[format.fill] ?? null,
        locked: format.locked,
        font: fonts[format.font] ?? PLAIN_LOOK.font,
        ...format.alignment,
        borders: borders[format.border] ?? PLAIN_LOOK.borders,
      };
    },
  };
}
