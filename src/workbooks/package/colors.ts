// Colours as styles name them (rgb, indexed, theme with tint) brought to RRGGBB.
import { Recurring } from './recurring';
import type { Archive } from './zip';
import { END, OPEN, XmlScanner } from './xml';

/** The palette of Excel 97, indexes 0 to 63; a styles part may replace it. */
export const INDEXED_COLORS: readonly string[] = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF '
  + '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF '
  + '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 '
  + '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** Office's own theme, for files that carry none. In the order of theme indexes: light before dark, as Excel counts them. */
const OFFICE_THEME: readonly string[] = ['FFFFFF', '000000', 'EEECE1', '1F497D', '4F81BD', 'C0504D', '9BBB59', '8064A2', '4BACC6', 'F79646', '0000FF', '800080'];
const THEME_NAMES = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

const THEMES = new Recurring<readonly string[]>();

/** Theme colours by index; Office's own where the part or a colour is missing. Throws PackageError on damage. */
export function readTheme(archive: Archive, part: string | null): readonly string[] {
  return part === null ? OFFICE_THEME : THEMES.of(archive, part, themeIn);
}

function themeIn(text: string | null): readonly string[] {
  if (text === null) return OFFICE_THEME;
  const colors = [...OFFICE_THEME];
  const xml = new XmlScanner(text);
  let place = -1;
  for (let event = xml.next(); event !== END; event = xml.next()) {
    if (event !== OPEN) continue;
    if (THEME_NAMES.includes(xml.name)) place = THEME_NAMES.indexOf(xml.name);
    const rgb = xml.name === 'srgbClr' ? xml.attribute('val') : xml.name === 'sysClr' ? xml.attribute('lastClr') : null;
    if (place >= 0 && rgb !== null && /^[0-9a-fA-F]{6}$/.test(rgb)) {
      colors[place] = rgb.toUpperCase();
      place = -1;
    }
    if (xml.name === 'fontScheme') break;
  }
  return colors;
}

function hueChannel(p: number, q: number, hue: number): number {
  const t = hue < 0 ? hue + 1 : hue > 1 ? hue - 1 : hue;
  if (t < 1 / 6) return p + (q - p) * 6 * t;
  if (t < 1 / 2) return q;
  return t < 2 / 3 ? p + (q - p) * (2 / 3 - t) * 6 : p;
}

/** Lightens (tint > 0) or darkens (tint < 0) in HLS, as ECMA-376 18.8.19 lays down. */
export function applyTint(rgb: string, tint: number): string {
  if (tint === 0 || !Number.isFinite(tint)) return rgb;
  const channels = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels;
  const max = Math.max(...channels);
  const min = Math.min(...channels);
  const span = max - min;
  const light = (max + min) / 2;
  const saturation = span === 0 ? 0 : span / (light > 0.5 ? 2 - max - min : max + min);
  const hue = span === 0 ? 0 : (max === red ? (green - blue) / span + (green < blue ? 6 : 0) : max === green ? (blue - red) / span + 2 : (red - green) / span + 4) / 6;
  const moved = Math.min(1, Math.max(0, tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint));
  const q = moved < 0.5 ? moved * (1 + saturation) : moved + saturation - moved * saturation;
  const p = 2 * moved - q;
  return [hue + 1 / 3, hue, hue - 1 / 3].map((h) => Math.round(hueChannel(p, q, h) * 255).toString(16).padStart(2, '0')).join('').toUpperCase();
}

/** A colour element's attributes → RRGGBB; null for automatic and system colours. `theme` is asked only when needed. */
export function readColor(xml: XmlScanner, palette: readonly string[], theme: () => readonly string[]): string | null {
  const tint = Number(xml.attribute('tint') ?? 0);
  const rgb = xml.attribute('rgb');
  if (rgb !== null) return /^(?:[0-9a-fA-F]{2})?[0-9a-fA-F]{6}$/.test(rgb) ? applyTint(rgb.slice(-6).toUpperCase(), tint) : null;
  const themed = xml.attribute('theme');
  const base = themed === null ? palette[Number(xml.attribute('indexed') ?? -1)] : theme()[Number(themed)];
  return base === undefined ? null : applyTint(base, tint);
}
