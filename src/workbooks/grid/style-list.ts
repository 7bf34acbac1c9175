// One growing list of looks: equal looks share a place, and a place once given keeps its meaning.
import type { BorderPicture, StylePicture } from './picture';

function borderKey(border: BorderPicture | null): string {
  return border ? `${border.line}${border.colour}` : '';
}

/** Equal texts mean equal looks. */
function keyOf({ numberFormat, fill, locked, font, horizontal, vertical, wrap, rotation, borders }: StylePicture): string {
  const marks = (font.bold ? 1 : 0) + (font.italic ? 2 : 0) + (font.underline ? 4 : 0) + (font.strike ? 8 : 0) + (wrap ? 16 : 0) + (locked === undefined ? 0 : locked ? 32 : 64);
  return `${numberFormat}\n${font.name}\n${font.size}/${font.colour}/${marks}/${fill ?? ''}/${horizontal}/${vertical}/${rotation}`
    + `/${borderKey(borders.left)}/${borderKey(borders.right)}/${borderKey(borders.top)}/${borderKey(borders.bottom)}`;
}

export class StyleList {
  readonly styles: StylePicture[];
  private readonly places = new Map<string, number>();

  /** Goes on behind `known`, whose places stay. */
  constructor(known: readonly StylePicture[] = []) {
    this.styles = [...known];
    for (const [place, style] of known.entries()) if (!this.places.has(keyOf(style))) this.places.set(keyOf(style), place);
  }

  place(style: StylePicture): number {
    const key = keyOf(style);
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.styles.push(style) - 1;
      this.places.set(key, place);
    }
    return place;
  }
}
