// The looks of planned sheets as a style part writes them, and the style part of a fresh workbook: every look once, in the order of first use.
import type { PlanHighlight, PlanLine, PlanStyle } from '../../model/sheet-plan';
import { escapeXml } from './patch-xml';
import { solidFill } from './styles-edit';

/** Excel's own formats, which need no definition. */
const BUILT_IN: ReadonlyMap<string, number> = new Map(Object.entries<number>({ General: 0, '0': 1, '0.00': 2, '#,##0': 3, '#,##0.00': 4, '0%': 9, '0.00%': 10, '@': 49 }));
const FIRST_OWN = 164;
/** 宋体 11: the font that column widths are counted in. */
const USUAL_FONT = '<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>';

/** Distinct fragments, each at its place. */
class Pool {
  readonly #places = new Map<string, number>();

  constructor(...first: readonly string[]) {
    for (const fragment of first) this.place(fragment);
  }

  place(fragment: string): number {
    const known = this.#places.get(fragment);
    if (known !== undefined) return known;
    this.#places.set(fragment, this.#places.size);
    return this.#places.size - 1;
  }

  xml(element: string): string {
    return `<${element} count="${this.#places.size}">${[...this.#places.keys()].join('')}</${element}>`;
  }

  get size(): number {
    return this.#places.size;
  }
}

/** What gives looks their numbers in a workbook. */
export interface PlanLooks {
  look(style: PlanStyle): number;
  highlight(highlight: PlanHighlight): number;
}

export function fontXml({ font }: PlanStyle): string {
  return `<font>${font.bold ? '<b/>' : ''}<sz val="${font.size}"/>${font.colour === null ? '' : `<color rgb="FF${font.colour}"/>`}<name val="${escapeXml(font.name)}"/><charset val="134"/></font>`;
}

function lineXml(side: string, line: PlanLine): string {
  return line === 'none' ? `<${side}/>` : `<${side} style="${line}"><color indexed="64"/></${side}>`;
}

export function borderXml({ lines }: PlanStyle): string {
  return `<border>${lineXml('left', lines.left)}${lineXml('right', lines.right)}${lineXml('top', lines.top)}${lineXml('bottom', lines.bottom)}<diagonal/></border>`;
}

/** Alignment and protection: the inside of a format. */
export function placingXml({ horizontal, vertical, wrap, locked }: PlanStyle): string {
  return `<alignment${horizontal === 'general' ? '' : ` horizontal="${horizontal}"`} vertical="${vertical}"${wrap ? ' wrapText="1"' : ''}/><protection locked="${locked ? 1 : 0}"/>`;
}

/** In a conditional look the background colour is what fills. */
export function conditionalXml({ fill, colour }: PlanHighlight): string {
  return `<dxf>${colour === null ? '' : `<font><color rgb="FF${colour}"/></font>`}${fill === null ? '' : `<fill><patternFill patternType="solid"><bgColor rgb="FF${fill}"/></patternFill></fill>`}</dxf>`;
}

export const APPLIED = ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"';

/** Gives looks their numbers; `xml` is the part once all are known. */
export class PlanStyles implements PlanLooks {
  readonly #fonts = new Pool(USUAL_FONT);
  readonly #fills = new Pool('<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>');
  readonly #borders = new Pool('<border><left/><right/><top/><bottom/><diagonal/></border>');
  readonly #formats = new Map<string, number>();
  readonly #looks = new Pool('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  readonly #highlights = new Pool();

  look(style: PlanStyle): number {
    return this.#looks.place(
      `<xf numFmtId="${this.#format(style.numberFormat)}" fontId="${this.#fonts.place(fontXml(style))}" fillId="${style.fill === null ? 0 : this.#fills.place(solidFill(style.fill))}" borderId="${this.#borders.place(borderXml(style))}" xfId="0"${APPLIED}>`
      + `${placingXml(style)}</xf>`,
    );
  }

  highlight(highlight: PlanHighlight): number {
    return this.#highlights.place(conditionalXml(highlight));
  }

  #format(code: string): number {
    const known = BUILT_IN.get(code) ?? this.#formats.get(code);
    if (known !== undefined) return known;
    this.#formats.set(code, FIRST_OWN + this.#formats.size);
    return FIRST_OWN + this.#formats.size - 1;
  }

  xml(declaration: string, namespace: string): string {
    const formats = [...this.#formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`).join('');
    return `${declaration}<styleSheet xmlns="${namespace}">${formats === '' ? '' : `<numFmts count="${this.#formats.size}">${formats}</numFmts>`}`
      + this.#fonts.xml('fonts') + this.#fills.xml('fills') + this.#borders.xml('borders')
      + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
      + this.#looks.xml('cellXfs')
      + '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>'
      + `${this.#highlights.size === 0 ? '<dxfs count="0"/>' : this.#highlights.xml('dxfs')}</styleSheet>`;
  }
}
