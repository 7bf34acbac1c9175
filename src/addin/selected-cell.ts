// Where the user right-clicked: the pane's 解释此单元格 begins there.

export interface SelectedCell {
  readonly sheet: string;
  /** The first cell of what is selected. */
  readonly cell: string;
}

/** Null while a cell is being edited, or when something other than cells is selected. */
export async function selectedCell(): Promise<SelectedCell | null> {
  try {
    return await Excel.run(async (context) => {
      const cell = context.workbook.getSelectedRange().getCell(0, 0).load('address');
      const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
      return { sheet: sheet.name, cell: cell.address.split('!').at(-1)?.replaceAll('$', '') ?? '' };
    });
  } catch {
    return null;
  }
}
