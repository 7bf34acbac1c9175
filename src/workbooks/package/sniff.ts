// What a file is, whatever its name says; for each that is no workbook a sentence that says what to do.
import { PackageError } from './package-error';

export type FileKind = 'zip' | 'ole';

const SAVE_AS = '请用 Excel 或 WPS 打开后另存为 .xlsx 再试。';

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}

function headText(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 1024);
  const label = startsWith(head, 0xff, 0xfe) ? 'utf-16le' : startsWith(head, 0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(head).trimStart();
}

/** Text has no zero bytes; Chinese in GBK or UTF-8 counts as text. */
function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) return true;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) return false;
  return true;
}

/** Photographs and scans of tables: PNG, JPEG, GIF, TIFF, BMP, what phones take (HEIC) and what they send on (WebP). */
function isPicture(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  if (/^.{4}ftyp(?:he|mi)|^RIFF.{4}WEBP|^BM.{4}\0{4}/s.test(head)) return true;
  return startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff) || startsWith(bytes, 0x47, 0x49, 0x46, 0x38) || startsWith(bytes, 0x49, 0x49, 0x2a, 0x00) || startsWith(bytes, 0x4d, 0x4d, 0x00, 0x2a);
}

/** Container by the first bytes. Throws PackageError with the sentence for everything that is neither. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new PackageError('empty', '文件是空的（0 字节），可能没有下载完或保存失败；请重新取得原文件。');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'ole';
  // A zip may have bytes in front of it, so only what is surely something else is answered here.
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new PackageError('not-workbook', '这是 PDF 文件，不是 Excel 工作簿；请取得表格的 .xlsx 原文件再试。');
  if (isPicture(bytes)) throw new PackageError('not-workbook', '这是图片，不是 Excel 工作簿；请取得表格的 .xlsx 原文件再试。');
  if (startsWith(bytes, 0x52, 0x61, 0x72, 0x21) || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf)) throw new PackageError('not-workbook', '这是压缩文件，不是 Excel 工作簿；请先解压，再选择其中的 .xlsx 文件。');
  if (bytes.every((byte) => byte === 0)) throw new PackageError('damaged', '文件内容全部为零，已损坏；请重新取得原文件。');
  if (looksLikeText(bytes)) {
    const text = headText(bytes);
    if (/^(<!doctype html|<html|<head|<body|<table|<meta)/i.test(text) || /^<\?xml[^>]*>\s*(<!doctype html|<html)/i.test(text)) {
      throw new PackageError('html', `这是网页（HTML）文件，只是扩展名像工作簿；${SAVE_AS}`);
    }
    if (/^<\?xml/.test(text)) throw new PackageError('not-workbook', `这是 XML 文件，不是 .xlsx 工作簿；${SAVE_AS}`);
    throw new PackageError('text', `这是纯文本（如 CSV），不是 Excel 工作簿；${SAVE_AS}`);
  }
  return 'zip';
}

/** Name of an entry in an OLE directory is UTF-16; found by its bytes, since only its presence matters. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const pattern = new Uint8Array(name.length * 2);
  for (let i = 0; i < name.length; i++) pattern[i * 2] = name.charCodeAt(i);
  const first = pattern[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0 && at + pattern.length <= bytes.length; at = bytes.indexOf(first, at + 1)) {
    let i = 1;
    while (i < pattern.length && bytes[at + i] === pattern[i]) i++;
    if (i === pattern.length) return true;
  }
  return false;
}

/** Names of streams are compared without case: report generators write WORKBOOK and BOOK. */
export function holdsStream(bytes: Uint8Array, name: string): boolean {
  return holdsName(bytes, name) || holdsName(bytes, name.toUpperCase());
}

/** Throws PackageError for documents of other programs. */
export function refuseOtherOle(bytes: Uint8Array): void {
  if (holdsStream(bytes, 'WordDocument')) throw new PackageError('word', '这是 Word 文档，不是 Excel 工作簿；请选择表格文件（.xlsx）。');
  if (holdsStream(bytes, 'PowerPoint Document')) throw new PackageError('slides', '这是演示文稿，不是 Excel 工作簿；请选择表格文件（.xlsx）。');
}

/** What an OLE container holds; throws PackageError unless it is an old workbook, or a document with one embedded, which only its reader can tell apart. */
export function sniffOle(bytes: Uint8Array): void {
  if (holdsStream(bytes, 'EncryptedPackage')) throw new PackageError('encrypted', '文件设有打开密码，无法读取；请在 Excel 或 WPS 中输入密码打开，取消密码后另存为 .xlsx 再试。');
  if (holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book')) return;
  refuseOtherOle(bytes);
  throw new PackageError('not-workbook', `这不是 Excel 工作簿；${SAVE_AS}`);
}
