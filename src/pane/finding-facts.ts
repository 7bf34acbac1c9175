// What an opened finding tells: on what it rests, how the number follows, what would be written, and which buttons make sense.
import type { Basis } from '../model/rubric';
import type { Finding } from '../model/finding';
import { displayed } from '../review/display';
import { derivationOf } from '../review/note-text';
import type { CellLookup } from '../review/plan';
import { isCorrectable, type Located } from './located';

export interface ChangeFacts {
  readonly cell: string;
  /** Displayed text; '' when blank. */
  readonly before: string;
  /** Null: the cell is cleared. */
  readonly after: string | null;
  readonly formula: string | null;
}

export interface FindingFacts {
  readonly basis: Basis;
  readonly derivation: string | null;
  readonly changes: readonly ChangeFacts[];
  /** safe: 更正 · review: 采纳建议 · null: nothing to write now. */
  readonly writes: 'safe' | 'review' | null;
  /** Cell of the cause that has to be corrected first. */
  readonly after: string | null;
  readonly explains: boolean;
}

export function factsOf(located: Located, all: readonly Located[], lookup: CellLookup, formulas: boolean): FindingFacts {
  const { finding, sheet, table } = located;
  const derivation = table ? derivationOf(table, located.cell) : null;
  return {
    basis: finding.basis,
    derivation: derivation !== null && !finding.message.includes(derivation) ? derivation : null,
    changes: changesOf(finding, sheet, lookup, formulas),
    writes: isCorrectable(located, 'safe') ? 'safe' : isCorrectable(located, 'review') ? 'review' : null,
    after: located.root === null ? null : (all.find((one) => one.key === located.root)?.cell ?? null),
    explains: finding.severity === 'verify',
  };
}

function changesOf(finding: Finding, sheet: string, lookup: CellLookup, formulas: boolean): readonly ChangeFacts[] {
  return (finding.correction?.edits ?? []).map((edit) => {
    const found = lookup(sheet, edit.cell);
    return {
      cell: edit.cell,
      before: found?.text ?? '',
      after: edit.value === null ? null : displayed(edit.value, edit.numberFormat ?? found?.style.numberFormat ?? 'General'),
      // A formula cell gets a formula in any case.
      formula: formulas || (found !== null && found.formula !== null) ? edit.formula : null,
    };
  });
}
