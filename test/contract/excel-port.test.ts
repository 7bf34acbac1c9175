/** @jest-environment ./test/excel-host/environment.js */
// The contract against Excel through the real client, for Excels of several ages; beyond 1.15 the client lacks members that a shim lends it.
import { contract, type OpenPort } from './contract';
import { openExcel } from './excel-harness';
import { sheetContract } from './sheet-contract';

for (const requirementSet of ['1.7', '1.10', '1.14', '1.15', '1.20']) {
  const open: OpenPort = (fixture) => openExcel(fixture, { requirementSet });
  contract(`Excel with ExcelApi ${requirementSet}`, open);
  sheetContract(`Excel with ExcelApi ${requirementSet}`, open);
}
