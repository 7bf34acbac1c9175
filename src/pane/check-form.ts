// An own check (审核公式) as a form with plain fields, and its way from and to the JSON that is kept, handed on and imported.
import { KINDS, SEVERITIES } from '../formulas/check-words';
import type { CheckDraft } from '../formulas/compile';
import type { OwnCheck } from '../formulas/own-check';
import type { Severity } from '../model/finding';
import type { TableKind } from '../model/table';

export interface CheckForm {
  readonly id: string;
  readonly label: string;
  readonly severity: Severity;
  /** Empty: the tables that have the fields of the formula. */
  readonly kinds: readonly TableKind[];
  readonly formula: string;
  /** With {…} of live values; empty: made from the formula. */
  readonly message: string;
  readonly document: string;
  readonly clause: string;
}

export const BLANK_CHECK: CheckForm = { id: '', label: '', severity: 'error', kinds: [], formula: '', message: '', document: '', clause: '' };

/** What a basis is called where none was written: the language's own word. */
const NO_DOCUMENT = '自定义审核公式';

/** As it is kept: what reads files of own checks reads it back. */
export function valueOf({ id, label, severity, kinds, formula, message, document, clause }: CheckForm): CheckDraft {
  const [words, named, cited] = [message.trim(), document.trim(), clause.trim()];
  return {
    id: id.trim(), label: label.trim(), severity, ...(kinds.length > 0 ? { kinds } : {}), formula: formula.trim(),
    ...(words === '' ? {} : { message: words }),
    ...(named + cited === '' ? {} : { basis: { document: named === '' ? NO_DOCUMENT : named, clause: cited === '' ? label.trim() : cited } }),
  };
}

/** A compiled check as it was written. */
export function valueOfCheck({ id, label, severity, kinds, formula, message, basis }: OwnCheck): CheckDraft {
  const made = basis.document === NO_DOCUMENT && basis.clause === `${label}：${formula.text.trim()}`;
  return {
    id, label, severity, kinds, formula: formula.text,
    ...(message === null ? {} : { message: message.map((part) => (part.kind === 'words' ? part.text : `{${part.text}}`)).join('') }),
    ...(made ? {} : { basis }),
  };
}

/** Whatever somebody kept, as far as it can be shown in the form: a check that judges nothing any more is to be put right there. */
export function formOfValue(value: unknown): CheckForm {
  const text = (from: unknown, name: string): string => {
    const found = fieldOf(from, name);
    return typeof found === 'string' ? found : '';
  };
  const basis = fieldOf(value, 'basis');
  const kinds = fieldOf(value, 'kinds');
  return {
    id: text(value, 'id'), label: text(value, 'label'), severity: SEVERITIES.get(text(value, 'severity')) ?? 'verify',
    kinds: Array.isArray(kinds) ? kinds.flatMap((kind) => (typeof kind === 'string' ? (KINDS.get(kind) ?? []) : [])) : [],
    formula: text(value, 'formula'), message: text(value, 'message'), document: text(basis, 'document'), clause: text(basis, 'clause'),
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The first number of the usual kind that nobody uses. */
export function freeId(taken: Iterable<string>): string {
  const used = new Set(taken);
  for (let number = 1; ; number++) {
    const id = `ZD-${String(number).padStart(2, '0')}`;
    if (!used.has(id)) return id;
  }
}

/** A file of own checks. */
export function fileOf(checks: readonly unknown[]): string {
  return `${JSON.stringify({ checks }, null, 2)}\n`;
}
