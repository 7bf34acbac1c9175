// What is wrong with a formula, as a sentence with its place: for the command line and for an editor that underlines it.
import type { Span } from './syntax';

/** syntax: cannot be read · name: means nothing · type: does not go together · limit: too long or too deep */
export type ProblemKind = 'syntax' | 'name' | 'type' | 'limit';

export interface FormulaProblem extends Span {
  readonly kind: ProblemKind;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** A Chinese sentence without the place. */
  readonly message: string;
  /** What could stand there, in words; empty where there is nothing to tell. */
  readonly expected: readonly string[];
  /** Put in place of what is underlined; null without a proposal. */
  readonly suggestion: string | null;
}

export function problemAt(text: string, { start, end }: Span, kind: ProblemKind, message: string, more: { readonly expected?: readonly string[]; readonly suggestion?: string | null } = {}): FormulaProblem {
  const before = text.slice(0, start);
  const line = before.split('\n').length;
  return { kind, start, end, line, column: start - before.lastIndexOf('\n'), length: Math.max(1, end - start), message, expected: more.expected ?? [], suggestion: more.suggestion ?? null };
}

/** 第 1 行第 9 列：… */
export function sentenceOf({ line, column, message }: FormulaProblem): string {
  return `第 ${line} 行第 ${column} 列：${message}`;
}
