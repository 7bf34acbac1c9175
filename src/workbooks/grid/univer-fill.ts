// Filling, by the handle or by Ctrl+D and Ctrl+R: contents, number formats and fills go on to the next cells. Univer would take away their frames and letters, which the file keeps, and merge and part cells, at which it is stopped half way.
import { Direction, IUniverInstanceService, ObjectMatrix, UniverInstanceType, type ICellData, type IMutationInfo, type Injector, type Workbook } from '@univerjs/core';
import { IAutoFillService, SetRangeValuesUndoMutationFactory, type AUTO_FILL_APPLY_TYPE, type IAutoFillLocation, type IDiscreteRange, type ISetRangeValuesMutationParams } from '@univerjs/preset-sheets-core';
import { isHidden, mayFill, type Area } from './merged-places';

const VALUES = 'sheet.mutation.set-range-values';
const WITHOUT_FORMAT = 'NO_FORMAT';

/** A cell as it is filled: nothing of what it held stays, and of its look what a save cannot carry. */
function filled({ s, ...content }: ICellData, type: AUTO_FILL_APPLY_TYPE): ICellData {
  const look = s && typeof s === 'object' ? s : {};
  return { v: null, t: null, f: null, si: null, p: null, ...content, ...((type as string) === WITHOUT_FORMAT ? {} : { s: { bg: look.bg ?? null, n: look.n ?? null } }) };
}

/** Without the rows, or columns, that merged cells hide: as mayFill() says, it is the same ones in each line. A number and a hidden blank would be a series to Univer. */
function seenOf({ source, target, ...place }: IAutoFillLocation, direction: Direction, merges: readonly Area[]): IAutoFillLocation {
  const isDown = direction === Direction.DOWN || direction === Direction.UP;
  const [row = 0, column = 0] = [source.rows[0], source.cols[0]];
  const seen = ({ rows, cols }: IDiscreteRange): IDiscreteRange => (isDown ? { rows, cols: cols.filter((one) => !isHidden(merges, row, one)) } : { rows: rows.filter((one) => !isHidden(merges, one, column)), cols });
  return { ...place, source: seen(source), target: seen(target) };
}

/** To be called once, when a workbook has been shown. `refused`: merged cells are in the way. */
export function fillContentsOnly(injector: Injector, refused: () => void): void {
  const service = injector.get(IAutoFillService);
  const hook = service.getAllHooks().find(({ id }) => id === 'default');
  const [looked, usual] = [hook?.onBeforeFillData?.bind(hook), hook?.onFillData?.bind(hook)];
  if (!hook || !looked || !usual) return;
  const mergesOf = (unit: string, sheet: string): readonly Area[] => injector.get(IUniverInstanceService).getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET)?.getSheetBySheetId(sheet)?.getMergeData() ?? [];

  const asked = service.triggerAutoFill.bind(service);
  service.triggerAutoFill = async (unit, sheet, source, area, ...rest) => {
    const isMore = area.startRow < source.startRow || area.startColumn < source.startColumn || area.endRow > source.endRow || area.endColumn > source.endColumn;
    if (!isMore || mayFill(mergesOf(unit, sheet), area, area.startRow < source.startRow || area.endRow > source.endRow)) return asked(unit, sheet, source, area, ...rest);
    refused();
    return false;
  };
  hook.onBeforeFillData = (location, direction) => looked(seenOf(location, direction, mergesOf(location.unitId, location.subUnitId)), direction);
  hook.onFillData = (location, direction, type) => {
    const { unitId, subUnitId } = location;
    // Before it come mutations that empty the cells, and part those that are merged.
    const last = usual(seenOf(location, direction, mergesOf(unitId, subUnitId)), direction, type).redos.filter(({ id }) => id === VALUES).at(-1);
    const cells = new ObjectMatrix<ICellData>();
    new ObjectMatrix((last?.params as ISetRangeValuesMutationParams | undefined)?.cellValue ?? {}).forValue((row, column, cell) => {
      if (cell) cells.setValue(row, column, filled(cell, type));
    });
    const params: ISetRangeValuesMutationParams = { unitId, subUnitId, cellValue: cells.getMatrix() };
    const mutation = (one: ISetRangeValuesMutationParams): IMutationInfo[] => [{ id: VALUES, params: one }];
    return { redos: mutation(params), undos: mutation(injector.invoke(SetRangeValuesUndoMutationFactory, params)) };
  };
}
