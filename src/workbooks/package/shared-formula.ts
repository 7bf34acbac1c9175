// A shared formula stands once in the file; the other cells get it with their relative references moved.
import { columnName, columnNumber, MAX_COLUMN, MAX_ROW } from '../../model/address';

/** Written so that no letter of a long string waits to be taken back: a string of millions would fill the matcher's stack. Strings, quoted sheet names and bracketed table references (in which an apostrophe stands before a bracket of a name) are passed over, one that is never closed to the end; then names and addresses. */
const TOKEN = /"[^"]*(?:""[^"]*)*"|'[^']*(?:''[^']*)*'|\[[^[\]']*(?:(?:'.|\[[^[\]']*(?:'.[^[\]']*)*\])[^[\]']*)*(?:\]|'?$)|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.(])|\$?\d{1,7}:\$?\d{1,7}(?![\w.(])|[A-Za-z_\\$\u0080-\uffff][\w.$?\u0080-\uffff]*[(!]?|\d[\w.]*/g;
const ADDRESS = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const COLUMNS = /^(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})$/;
const ROWS = /^(\$?)(\d{1,7}):(\$?)(\d{1,7})$/;

function moveColumn(fixed: string, name: string, by: number): string | null {
  const column = columnNumber(name.toUpperCase()) + (fixed ? 0 : by);
  return column >= 1 && column <= MAX_COLUMN ? fixed + columnName(column) : null;
}

function moveRow(fixed: string, digits: string, by: number): string | null {
  const row = Number(digits) + (fixed ? 0 : by);
  return row >= 1 && row <= MAX_ROW ? fixed + String(row) : null;
}

function moveToken(token: string, rows: number, columns: number): string {
  const address = ADDRESS.exec(token);
  if (address) {
    const [, fixedColumn = '', name = '', fixedRow = '', digits = ''] = address;
    // LOG10 or TAX2022 used as a name is no address of Excel's sheet.
    if (columnNumber(name.toUpperCase()) > MAX_COLUMN || Number(digits) > MAX_ROW) return token;
    const column = moveColumn(fixedColumn, name, columns);
    const row = moveRow(fixedRow, digits, rows);
    return column === null || row === null ? '#REF!' : column + row;
  }
  const wholeColumns = COLUMNS.exec(token);
  if (wholeColumns) {
    const a = moveColumn(wholeColumns[1] ?? '', wholeColumns[2] ?? '', columns);
    const b = moveColumn(wholeColumns[3] ?? '', wholeColumns[4] ?? '', columns);
    return a === null || b === null ? '#REF!' : `${a}:${b}`;
  }
  const wholeRows = ROWS.exec(token);
  if (wholeRows) {
    const a = moveRow(wholeRows[1] ?? '', wholeRows[2] ?? '', rows);
    const b = moveRow(wholeRows[3] ?? '', wholeRows[4] ?? '', rows);
    return a === null || b === null ? '#REF!' : `${a}:${b}`;
  }
  return token;
}

/** Moves the relative references of a formula (without '='), as copying the cell by that many rows and columns would. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return rows === 0 && columns === 0 ? formula : formula.replace(TOKEN, (token) => moveToken(token, rows, columns));
}
