// The words of a file of own checks: severities and kinds of table, in Chinese and by id.
import type { Severity } from '../model/finding';
import type { TableKind } from '../model/table';
import type { CheckDraft } from './compile';

export const SEVERITIES: ReadonlyMap<string, Severity> = new Map([['错误', 'error'], ['核实', 'verify'], ['提示', 'hint'], ['error', 'error'], ['verify', 'verify'], ['hint', 'hint']]);
export const KINDS: ReadonlyMap<string, TableKind> = new Map([
  ['项目支出', 'project'], ['部门整体', 'department'], ['基础数据', 'base-data'], ['绩效目标', 'targets'], ['运行监控', 'monitoring'],
  ['project', 'project'], ['department', 'department'], ['base-data', 'base-data'], ['targets', 'targets'], ['monitoring', 'monitoring'],
]);

/** A draft with the place of its formula in the file; null where positions are told inside the formula. */
export interface PlacedDraft {
  readonly draft: CheckDraft;
  readonly formulaAt: { readonly line: number; readonly column: number } | null;
}
