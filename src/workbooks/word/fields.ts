// Fields: what stands between begin and separate is an instruction, what follows up to the end is its result. They may lie in each other and run over paragraphs.

interface Field {
  instruction: boolean;
  contents: boolean;
}

export class Fields {
  private readonly open: Field[] = [];
  private instructions = 0;

  /** `shown`: everything but the instructions' own elements is text, for files whose fields do not end. */
  constructor(private readonly shown: boolean) {}

  meet(type: string | null): void {
    if (type === 'begin') {
      this.open.push({ instruction: true, contents: false });
      this.instructions++;
      return;
    }
    const field = this.open.at(-1);
    if (!field) return;
    if (field.instruction && (type === 'separate' || type === 'end')) {
      field.instruction = false;
      this.instructions--;
    }
    if (type === 'end') this.open.pop();
  }

  /** Takes the words of an instruction: TOC makes a table of contents. */
  instruct(words: string): void {
    const field = this.open.at(-1);
    if (field?.instruction === true && /^\s*TOC\b/i.test(words)) field.contents = true;
  }

  inInstruction(): boolean {
    return this.instructions > 0 && !this.shown;
  }

  inContents(): boolean {
    return this.open.some(({ contents }) => contents);
  }

  /** An instruction never ended: what followed it would be lost. */
  get broken(): boolean {
    return this.instructions > 0;
  }
}
