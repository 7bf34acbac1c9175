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

function moveAddress(token: string, [, fixedColumn = '', name = '', fixedRow = '', digits = '']: RegExpExecArray, rows: number, columns: number): string {
  // LOG10 or TAX2022 used as a name is no address of Excel's sheet.
  if (columnNumber(name.toUpperCase()) > MAX_COLUMN || Number(digits) > MAX_ROW) return token;
  const column = moveColumn(fixedColumn, name, columns);
  const row = moveRow(fixedRow, digits, rows);
  return column === null || row === null ? '#REF!' : column + row;
}

function movePair([, fixedFirst = '', first = '', fixedLast = '', last = '']: RegExpExecArray, move: typeof moveRow, by: number): string {
  const a = move(fixedFirst, first, by);
  const b = move(fixedLast, last, by);
  return a === null || b === null ? '#REF!' : `${a}:${b}`;
}

function moveToken(token: string, rows: number, columns: number): string {
  const address = ADDRESS.exec(token);
  if (address) return moveAddress(token, address, rows, columns);
  const wholeColumns = COLUMNS.exec(token);
  if (wholeColumns) return movePair(wholeColumns, moveColumn, columns);
  const wholeRows = ROWS.exec(token);
  return wholeRows ? movePair(wholeRows, moveRow, rows) : token;
}

/** Moves the relative references of a formula (without '='), as copying the cell by that many rows and columns would. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return rows === 0 && columns === 0 ? formula : formula.replace(TOKEN, (token) => moveToken(token, rows, columns));
}
