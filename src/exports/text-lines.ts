// Lines of text for a terminal or a file: broken to its width, coloured where it can show colours.
import type { Severity } from '../model/finding';
import type { Verdict } from '../model/review';
import { wrap } from './text-width';

export interface TextOptions {
  readonly colour: boolean;
  /** Columns of the terminal; null: lines are not broken (a file, a pipe). */
  readonly width: number | null;
  /** True: verdict lines only. */
  readonly quiet: boolean;
}

export type Paint = 'red' | 'yellow' | 'green' | 'grey' | 'bold';
const MARKS: Readonly<Record<Paint, string>> = { red: '\uE001', yellow: '\uE002', green: '\uE003', grey: '\uE004', bold: '\uE005' };
const END_MARK = '\uE000';
const CODES: ReadonlyMap<string, number> = new Map([[END_MARK, 0], [MARKS.red, 31], [MARKS.yellow, 33], [MARKS.green, 32], [MARKS.grey, 90], [MARKS.bold, 1]]);
export const VERDICT_MARKS: Readonly<Record<Verdict, readonly [string, Paint]>> = { errors: ['✗', 'red'], 'to-verify': ['?', 'yellow'], clean: ['✓', 'green'], 'not-checked': ['–', 'grey'] };
export const SEVERITY_PAINT: Readonly<Record<Severity, Paint>> = { error: 'red', verify: 'yellow', hint: 'grey' };
/** On narrower terminals lines are left to the terminal. */
const LEAST_WIDTH = 20;

/** Collects lines. Colours travel as private-use marks, so that control characters out of a workbook never reach the terminal. */
export class Lines {
  private readonly lines: string[] = [];
  constructor(private readonly options: TextOptions) {}

  paint(text: string, colour: Paint): string {
    return `${MARKS[colour]}${text}${END_MARK}`;
  }

  /** Adds a line; what does not fit the terminal goes on below, `hang` columns further in. */
  add(indent: number, text: string, hang = 0): void {
    const clean = text.replace(/\s*\n\s*/g, ' ').replace(/\p{Cc}/gu, '');
    const { width } = this.options;
    const broken = width === null || width - indent - hang < LEAST_WIDTH ? [clean] : wrap(clean, width - indent, hang);
    broken.forEach((line, at) => this.lines.push(' '.repeat(at === 0 ? indent : indent + hang) + this.coloured(line)));
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  private coloured(line: string): string {
    return line.replace(/[\uE000-\uE005]/g, (mark) => (this.options.colour ? `\u001b[${CODES.get(mark) ?? 0}m` : ''));
  }
}
