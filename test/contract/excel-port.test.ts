/** @jest-environment ./test/excel-host/environment.js */
// The contract against Excel through the real client, for Excels of several ages; beyond 1.15 the client lacks members that a shim lends it.
import { contract } from './contract';
import { openExcel } from './excel-harness';

for (const requirementSet of ['1.7', '1.10', '1.14', '1.15', '1.20']) contract(`Excel with ExcelApi ${requirementSet}`, (fixture) => openExcel(fixture, { requirementSet }));
