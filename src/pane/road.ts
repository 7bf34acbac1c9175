// Everything that judges and plans, in one piece that is loaded after the pane has shown itself.
export { RESULT_COLUMNS, resultRows } from '../exports/result-sheet';
export { planWorkbook } from '../review/plan-workbook';
export { reviewWorkbook } from '../review/review-workbook';
export { addWaiver, writeWaiver } from '../review/waivers';
export { asMarked, keyOfEdit, lockedCells } from './preview-items';
