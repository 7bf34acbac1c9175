// What a formula looked at while it was calculated, in a short text: equal texts mean that nothing of it has changed.
import { isError } from '../../model/grid';
import type { CellValue } from '../../model/grid';

const BITS = new Float64Array(1);
const WORDS = new Uint32Array(BITS.buffer);

export class Looked {
  private state = 0;

  begin(): void {
    this.state = 0x811c9dc5;
  }

  /** Cell by cell, in the order in which they are asked for: a sum may ask for a hundred thousand. */
  at(row: number, column: number, value: CellValue): void {
    this.mix(row * 31 + column);
    if (typeof value === 'number') {
      BITS[0] = value;
      this.mix(WORDS[0]!);
      this.mix(WORDS[1]!);
      return;
    }
    const text = isError(value) ? `e${value.error}` : typeof value === 'string' ? `s${value}` : String(value);
    for (let i = 0; i < text.length; i++) this.mix(text.charCodeAt(i));
  }

  get text(): string {
    return (this.state >>> 0).toString(16);
  }

  private mix(word: number): void {
    const mixed = Math.imul(this.state ^ word, 0x85ebca6b);
    this.state = mixed ^ (mixed >>> 13);
  }
}
