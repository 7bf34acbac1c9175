// Which names in a folder are workbooks to be reviewed.

const WORKBOOK = /\.(xlsx|xlsm|xls|et)$/i;
/** Lock files that Excel and WPS leave beside an open workbook, and hidden files. */
const LEFT_ASIDE = /^(~\$|\.)/;

export function isWorkbookName(name: string): boolean {
  return WORKBOOK.test(name);
}

/** True for a file or folder that is passed over without a word. */
export function isLeftAside(name: string): boolean {
  return LEFT_ASIDE.test(name);
}
