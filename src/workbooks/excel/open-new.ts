// Opens another workbook in a window of its own; the one that is open stays as it is.
import type { Answer } from '../port';
import { base64 } from './base64';
import { refusalOf } from './errors';

/** Excel.createWorkbook came with this version of ExcelApi. */
const NEEDED = '1.8';

/** `bytes` are those of an .xlsx. */
export async function openNewWorkbook(bytes: Uint8Array): Promise<Answer<null>> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', NEEDED)) return { ok: false, word: 'unsupported', reason: '这个版本的 Excel 不能由加载项打开新工作簿：请更新 Excel，或直接打开要核查的自评表。' };
  try {
    await Excel.createWorkbook(base64(bytes));
    return { ok: true, value: null };
  } catch (error) {
    return refusalOf(error);
  }
}
