// A formula of Word's own editor as one would type it in a line: its brackets, fractions and powers are structures there, whose signs stand nowhere as text.
import { OPEN, type XmlScanner } from '../package/xml';

/** The story that a formula stands in, as far as a formula needs it. */
export interface FormulaTeller {
  readonly xml: XmlScanner;
  /** True when the element just opened was passed over, or is one to look into. */
  passes(): boolean;
  /** What the element just opened puts into the line; '' where it is no text by itself. */
  letters(): string;
}

const ADDED = /[-+−－＋]/;
const RECKONED = /[-+−－＋×÷*/／·]/;
const IN_BRACKETS = /^[(（[［][^()（）[\]［］]*[)）\]］]$/;
/** What a small raised number would run together with: 10⁴ is no 104, but a metre's 2 belongs to it. */
const RAISED = /[\d%)）\]］]$/;

/** Text inside the element just opened, up to its end. */
export function formulaText(teller: FormulaTeller): string {
  const { xml } = teller;
  const inside = xml.depth;
  let text = '';
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event !== OPEN || teller.passes()) continue;
    switch (xml.name) {
      case 'd': text += bracketed(teller); break;
      case 'num': text += together(formulaText(teller), ADDED); break;
      case 'den': text += `/${together(formulaText(teller), RECKONED)}`; break;
      case 'sup': text += (RAISED.test(text) ? '^' : '') + formulaText(teller); break;
      default: text += teller.letters();
    }
  }
  return text;
}

/** The line of a fraction holds together what stands over or under it. */
function together(text: string, parted: RegExp): string {
  return parted.test(text) && !IN_BRACKETS.test(text) ? `(${text})` : text;
}

/** Brackets that grow with what they hold: round ones where the file names no others. */
function bracketed(teller: FormulaTeller): string {
  const { xml } = teller;
  const inside = xml.depth;
  const signs = new Map([['begChr', '('], ['sepChr', '|'], ['endChr', ')']]);
  const parts: string[] = [];
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event !== OPEN || teller.passes()) continue;
    if (xml.name === 'e') parts.push(formulaText(teller));
    else if (signs.has(xml.name)) signs.set(xml.name, xml.attribute('val') ?? '');
  }
  return `${signs.get('begChr') ?? ''}${parts.join(signs.get('sepChr'))}${signs.get('endChr') ?? ''}`;
}
