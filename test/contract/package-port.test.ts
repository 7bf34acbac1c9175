// The contract against the host of files in memory.
import { openPackagePort } from '../../src/workbooks/package/package-port';
import { applyPlan } from '../../src/workbooks/package/patch';
import { readState, writeState } from '../../src/workbooks/package/state';
import { edit as planned } from '../package/edits';
import { shapeOfFile } from '../sheet-shape';
import { sheetContract } from './sheet-contract';
import { contract, fromFile, type Harness } from './contract';

function open(fixture: Uint8Array): Promise<Harness> {
  const port = openPackagePort(fixture, { name: '自评表.xlsx' });
  return Promise.resolve({
    port,
    locks: true,
    look: () => fromFile(port.bytes()),
    shape: (sheet) => shapeOfFile(port.bytes(), sheet),
    edit(sheet, cell, value, by) {
      const written = applyPlan(port.bytes(), [planned(`${sheet}!${cell}`, { value })], { run: `somebody-${cell}`, at: '2024-01-01T00:00:00Z' });
      if (!written.ok) throw new Error(written.reason);
      port.edit(withoutJournal(written.bytes, port.bytes()), { sheets: [sheet], remote: by === 'remote' });
    },
    settle: () => Promise.resolve(),
  });
}

/** Somebody else writes no journal of ours: the record stays as it was. */
function withoutJournal(bytes: Uint8Array, before: Uint8Array): Uint8Array {
  const { problems: _problems, ...state } = readState(before);
  const written = writeState(bytes, state);
  if (!written.ok) throw new Error(written.reason);
  return written.bytes;
}

contract('files in memory', open);
sheetContract('files in memory', open);
