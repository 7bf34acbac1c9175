// What an explanation rests on, as one short hash: the explanation holds while these texts stay, wherever the row moves.
import { parseA1 } from '../model/address';
import type { Entry, Table } from '../model/table';
import type { Finding } from '../model/finding';

/** FNV-1a with 64 bits over UTF-16 code units: enough to notice a change; it guards against accidents, not against forgers. */
function fnv1a64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (const byte of [unit & 0xff, unit >> 8]) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

/** Hash of the rule, the texts of the finding's cells and the texts of the first cell's row; row and column numbers and the labels of levels stay out of it. */
export function fingerprint(finding: Pick<Finding, 'rule' | 'cells'>, table: Table | null): string {
  const entries = table?.entries ?? [];
  const byCell = new Map(entries.map((entry) => [entry.cell, entry]));
  const row = parseA1(finding.cells[0] ?? '')?.row ?? 0;
  // A level's label stands in the first of its rows only: it comes and goes as rows move.
  const labels = new Set(table?.groups.map((group) => group.label?.cell) ?? []);
  const rowTexts = entries.filter((entry) => entry.row === row && !labels.has(entry.cell)).map(textOf);
  const cellTexts = finding.cells.map((cell) => textOf(byCell.get(cell)));
  return fnv1a64(JSON.stringify([finding.rule, cellTexts, rowTexts]));
}

function textOf(entry: Entry | undefined): string {
  return (entry?.text ?? '').replace(/\s/g, '');
}
