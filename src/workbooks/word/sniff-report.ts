// What a file is, whatever its name says; for each that is no report of ours a sentence that says how to save it as .docx.
import { holdsStream } from '../package/sniff';
import { ReportError } from './report-error';

export type ReportKind = 'zip' | 'text';

const SAVE_AS = '请用 Word 或 WPS 打开，“另存为”选择“Word 文档（.docx）”后再试。';

function startsWith(bytes: Uint8Array, head: string): boolean {
  for (let i = 0; i < head.length; i++) if (bytes[i] !== head.charCodeAt(i)) return false;
  return true;
}

function refuse(what: string, todo = SAVE_AS): never {
  throw new ReportError('format', `${what}${todo}`);
}

/** Old binary documents, encrypted ones and everything else in an OLE container: never read here. */
function refuseOle(bytes: Uint8Array, name: string): never {
  if (holdsStream(bytes, 'EncryptedPackage')) throw new ReportError('encrypted', '文件设有打开密码，无法读取；请在 Word 或 WPS 中输入密码打开，取消密码后另存为 .docx 再试。');
  if (holdsStream(bytes, 'WordDocument')) refuse(/\.wps$/i.test(name) ? '这是 WPS 文字的旧格式文档（.wps），暂不支持；' : '这是旧格式的 Word 文档（.doc），暂不支持；');
  if (holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book')) refuse('这是 Excel 工作簿，不是 Word 报告；', '请把它作为自评表打开。');
  if (holdsStream(bytes, 'PowerPoint Document')) refuse('这是演示文稿，不是 Word 报告；', '请选择报告的 .docx 文件。');
  return refuse(/\.wps$/i.test(name) ? '这个 .wps 文档的格式暂不支持；' : '这不是 Word 文档（.docx）；');
}

/** ASCII of the first bytes, also where they are UTF-16. */
function headOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 2048)).replaceAll('\u0000', '').replace(/^\u00ef\u00bb\u00bf|^\u00ff\u00fe|^\u00fe\u00ff/, '').trimStart();
}

/** Zero bytes and other controls never stand in text, but in UTF-16. */
function looksLikeText(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  for (const byte of bytes.subarray(0, 65_536)) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) return false;
  return true;
}

/** Kind by the first bytes. Throws ReportError with the sentence for everything that is neither a package nor text. */
export function sniffReport(bytes: Uint8Array, name: string): ReportKind {
  if (bytes.length === 0) throw new ReportError('empty', '文件是空的（0 字节），可能没有下载完或保存失败；请重新取得原文件。');
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) refuseOle(bytes, name);
  if (startsWith(bytes, 'PK')) return 'zip';
  if (startsWith(bytes, '{\\rtf')) refuse('这是 RTF 文档，暂不支持；');
  if (startsWith(bytes, '%PDF')) refuse('这是 PDF 文件，暂不支持；', '请取得报告的 Word 原文件（.docx）；只有 PDF 时，可用 Word 或 WPS 打开它并另存为 .docx。');
  if (startsWith(bytes, 'Rar!') || startsWith(bytes, '7z\u00bc\u00af')) refuse('这是压缩文件；', '请先解压，再选择其中的 .docx 文件。');
  if (startsWith(bytes, '\u0089PNG') || startsWith(bytes, '\u00ff\u00d8\u00ff') || startsWith(bytes, 'GIF8') || startsWith(bytes, 'BM6')) refuse('这是图片，其中的文字无法核对；', '请取得报告的 Word 原文件（.docx）。');
  if (bytes.every((byte) => byte === 0)) throw new ReportError('damaged', '文件内容全部为零，已损坏；请重新取得原文件。');
  if (!looksLikeText(bytes)) return refuse('这不是 Word 文档（.docx），无法识别其格式；');
  const head = headOf(bytes);
  if (/^(?:<!doctype html|<html|<head|<body|<meta)/i.test(head) || /^<\?xml[^>]*>\s*(?:<!doctype html|<html)/i.test(head)) refuse('这是网页（HTML）文件；');
  if (/^MIME-Version:/i.test(head)) refuse('这是网页归档（MHT）文件；');
  if (/^<\?xml/.test(head)) refuse('这是 XML 文档，暂不支持；');
  return 'text';
}
