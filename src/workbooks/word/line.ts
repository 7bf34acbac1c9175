// The visible text of one paragraph, run by run, and whether all of it is bold.
import { readRunLook, type RunLook, type StyleSheet } from './styles';
import type { Tally } from './tally';
import type { XmlScanner } from '../package/xml';

/** Soft hyphens, joiners and marks that nobody sees. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

export class Line {
  text = '';
  /** Letters that are no blanks, and how many of them are bold. */
  private written = 0;
  private bold = 0;
  /** What the run says of itself; null: what its style says. */
  private look: RunLook = { bold: null, hidden: null, struck: null };
  private runStyle: string | null = null;
  /** As the paragraph's style has it, once there is a letter. */
  private base: RunLook | null = null;

  /** @param paragraph its style is known by the time of the first letter */
  constructor(private readonly context: { readonly styles: StyleSheet; readonly tally: Tally }, private readonly paragraph: { readonly style: string | null }) {}

  get isBold(): boolean {
    return this.written > 0 && this.bold === this.written;
  }

  beginRun(): void {
    this.look = { bold: null, hidden: null, struck: null };
    this.runStyle = null;
  }

  /** The scanner stands at the run's properties. */
  readLook(xml: XmlScanner): void {
    this.runStyle = readRunLook(xml, this.look).style;
  }

  /** Hidden text is counted, not taken; crossed out text as well, which is no longer what the report says. */
  add(letters: string): void {
    const { styles, tally } = this.context;
    const base = (this.base ??= styles.lookOf(this.paragraph.style, null));
    const styled = this.runStyle === null ? base : styles.lookOf(this.paragraph.style, this.runStyle);
    if (this.look.hidden ?? styled.hidden) {
      if (letters.trim() !== '') tally.hidden++;
      return;
    }
    if (this.look.struck ?? styled.struck) {
      if (letters.trim() !== '') tally.struck++;
      return;
    }
    const visible = letters.replace(INVISIBLE, '');
    tally.text(visible.length);
    this.text += visible;
    const count = visible.trim().length;
    this.written += count;
    if (this.look.bold ?? styled.bold) this.bold += count;
  }
}
