// The Excel host over the emulated Excel, through the client library as it is shipped: nothing between the host's calls and the wire is ours.
import { openExcelPort } from '../../src/workbooks/excel/excel-port';
import type { ExcelHost } from '../excel-host/excel-host';
import { eventsDelivered, installExcel, type JestExcelOptions } from '../excel-host/jest-host';
import { shapeOfModel } from '../excel-host/insert-file';
import { openWorkbook, snapshotOf } from '../excel-host/open-workbook';
import { valueOf, type Harness } from './contract';

export interface ExcelHarness extends Harness {
  readonly host: ExcelHost;
}

/** A fresh Excel with the workbook open in it, and the port to it. */
export async function openExcel(bytes: Uint8Array, options: JestExcelOptions = {}): Promise<ExcelHarness> {
  const host = installExcel(openWorkbook(bytes), options);
  return {
    host,
    port: valueOf(await openExcelPort()),
    locks: host.isSetSupported('ExcelApi', '1.9'),
    look: () => snapshotOf(host.model),
    shape: (sheet) => shapeOfModel(host.model, sheet),
    edit: (sheet, cell, value, by) => host.model.edit(sheet, cell, typeof value === 'string' ? `'${value}` : value, by),
    settle: eventsDelivered,
  };
}
