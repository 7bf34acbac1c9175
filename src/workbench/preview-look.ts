// A cell's look in a plain table: fill, letters, alignment, borders.
import type { CellPicture, StylePicture, BorderPicture } from '../workbooks/grid/picture';

const LINES: Readonly<Record<BorderPicture['line'], string>> = { thin: '1px solid', hair: '1px dotted', dotted: '1px dotted', dashed: '1px dashed', medium: '2px solid', thick: '3px solid', double: '3px double' };
const FALLBACK = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';
const HORIZONTAL = { left: 'left', center: 'center', right: 'right', justify: 'justify', distributed: 'justify' } as const;
const VERTICAL = { top: 'top', center: 'middle', bottom: 'bottom' } as const;

export function dressCell(place: HTMLElement, { value, note }: CellPicture, style: StylePicture, text: string): void {
  const { fill, font, horizontal, vertical, wrap } = style;
  place.textContent = text;
  if (note !== null) {
    place.title = note;
    // The red corner that a note has in every spreadsheet.
    place.style.backgroundImage = 'linear-gradient(225deg, #d13438 5px, transparent 5px)';
  }
  Object.assign(place.style, {
    backgroundColor: fill === null ? '' : `#${fill}`, color: `#${font.colour}`, fontFamily: `"${font.name.replace(/["\\]/g, '')}", ${FALLBACK}`, fontSize: `${font.size}pt`,
    fontWeight: font.bold ? '700' : '400', fontStyle: font.italic ? 'italic' : '', textDecoration: [font.underline ? 'underline' : '', font.strike ? 'line-through' : ''].join(' ').trim(),
    whiteSpace: wrap || horizontal === 'justify' ? 'pre-wrap' : 'pre', overflowWrap: wrap ? 'anywhere' : '',
    // General: numbers to the right, truth values and errors in the middle, words to the left.
    textAlign: horizontal === 'general' ? (typeof value === 'number' ? 'right' : typeof value === 'string' || value === null ? 'left' : 'center') : HORIZONTAL[horizontal],
    verticalAlign: VERTICAL[vertical],
  });
  for (const side of ['left', 'right', 'top', 'bottom'] as const) drawBorder(place, side, style);
}

export function drawBorder(place: HTMLElement, side: 'left' | 'right' | 'top' | 'bottom', style: StylePicture | undefined): void {
  const border = style?.borders[side];
  if (border) place.style.setProperty(`border-${side}`, `${LINES[border.line]} #${border.colour}`);
}
