// The sample workbooks as snapshots, read as every host reads them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkbookSnapshot } from '../../src/model/grid';
import { readPackage } from '../../src/workbooks/package/read';

export function sampleSnapshot(name = 'project.xlsx'): WorkbookSnapshot {
  const reading = readPackage(readFileSync(join(__dirname, '../../assets/samples', name)), { name });
  if (!reading.ok) throw new Error(reading.reason);
  return reading.snapshot;
}
