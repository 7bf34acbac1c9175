// The record of a file with the addresses that its cells have now: Excel and WPS move our notes along when rows and columns are inserted or deleted.
import { parseA1 } from '../../model/address';
import { withMovedCells } from '../moved-cells';
import type { PlacedNote } from '../moved-cells';
import type { KeptEntry, Restore } from './journal';
import { notesIn } from './notes';
import type { PackageEditor } from './patch-package';
import { sheetsOf } from './patch-workbook';
import { withAttribute } from './patch-xml';
import { stateOf } from './state';
import type { StateReading } from './state-xml';

/** The comment that stood there goes back to where its cell is now. The cell's own element names the old place, which keeps it from being put back. */
function restoreAt(restore: Restore, ref: string): Restore {
  const { comment } = restore;
  if (comment === null) return restore;
  const end = comment.raw.indexOf('>') + 1;
  return { ...restore, comment: { ...comment, ref, raw: withAttribute(comment.raw.slice(0, end), 'ref', ref) + comment.raw.slice(end) } };
}

function relocated({ results: _results, ...entry }: KeptEntry, cell: string): KeptEntry {
  return { ...entry, cell, ...(entry.restore ? { restore: restoreAt(entry.restore, cell) } : {}) };
}

function notesOn(pkg: PackageEditor, names: ReadonlySet<string>): readonly PlacedNote[] {
  return sheetsOf(pkg).filter(({ name }) => names.has(name)).flatMap(({ name, part }) => {
    const comments = pkg.related(part, 'comments')?.target;
    const xml = comments === undefined ? null : pkg.text(comments);
    return (xml === null ? [] : notesIn(xml)).flatMap(({ ref, text }) => {
      const at = parseA1(ref);
      return at ? [{ sheet: name, ...at, text: text.replace(/\r\n?/g, '\n') }] : [];
    });
  });
}

/** The state of an opened package, its journal by the places where the cells are by now. Throws as `stateOf` does. */
export function placedStateOf(pkg: PackageEditor): StateReading {
  const state = stateOf(pkg);
  const noted = new Set(state.journal.filter(({ after }) => after.note !== null).map(({ sheet }) => sheet));
  return noted.size === 0 ? state : { ...state, journal: withMovedCells(state.journal, notesOn(pkg, noted), relocated) };
}
