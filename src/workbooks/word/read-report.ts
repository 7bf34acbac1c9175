// Bytes → report: a Word document (.docx, .docm, .dotx) or plain text, read the same in Node and in the browser. Whatever cannot be read gets its sentence.
import { fflateCodec, type Codec } from '../package/codec';
import { readContentTypes } from '../package/main-part';
import { PackageError } from '../package/package-error';
import { readRelationships, type Relationship } from '../package/relationships';
import { XmlScanner } from '../package/xml';
import { DEFAULT_LIMITS, openZip, type Archive, type Limits } from '../package/zip';
import { assemble } from './assemble';
import type { Block } from './blocks';
import { openElement } from './open-element';
import { Numbering } from './numbering';
import { asReading, ReportError, type ReportReading } from './report-error';
import { sniffReport } from './sniff-report';
import { readNotes } from './notes';
import { Story, type StoryContext } from './story';
import { StyleSheet } from './styles';
import { REPORT_LIMITS, Tally, type ReportLimits } from './tally';
import { decodeText, readReportText } from './text-report';

export interface ReportOptions {
  /** File name: only tells .wps from .doc in a sentence. */
  readonly name?: string;
  /** Inflating; JavaScript's own when left out. */
  readonly codec?: Codec;
  readonly limits?: ReportLimits;
  readonly zipLimits?: Limits;
}

const NOT_WORD = '压缩包里没有 Word 文档的正文，这不是 .docx 文件；请用 Word 或 WPS 打开，“另存为”选择“Word 文档（.docx）”后再试。';

function findMainPart(archive: Archive): string {
  const types = readContentTypes(archive);
  const named = readRelationships(archive, '').find(({ kind }) => kind === 'officeDocument')?.target;
  const typed = [...types].find(([, type]) => /wordprocessingml\.(?:document|template)\.main\+xml$|word\.(?:document|template)\.macroEnabledDocument|ms-word\.\w+\.macroEnabled/i.test(type))?.[0];
  const part = named ?? (typed?.startsWith('.') ? undefined : typed) ?? 'word/document.xml';
  const type = types.get(part.toLowerCase()) ?? '';
  if (/spreadsheetml/.test(type) || /^xl\//i.test(part)) throw new ReportError('format', '这是 Excel 工作簿，不是 Word 报告；请把它作为自评表打开。');
  if (/presentationml/.test(type) || /^ppt\//i.test(part)) throw new ReportError('format', '这是演示文稿，不是 Word 报告；请选择报告的 .docx 文件。');
  return part;
}

/** Zip containers of other kinds. */
function refuseOthers(archive: Archive): void {
  const type = archive.entries.has('mimetype') ? archive.text('mimetype')?.trim() ?? '' : '';
  if (/opendocument/.test(type)) throw new ReportError('format', '这是 OpenDocument 文档（.odt），暂不支持；请用 Word 或 WPS 打开，“另存为”选择“Word 文档（.docx）”后再试。');
  if (archive.entries.has('OFD.xml')) throw new ReportError('format', '这是 OFD 版式文件，暂不支持；请取得报告的 Word 原文件（.docx）。');
}

/** A part that the text can do without: when it is damaged the rest is read, and said so. Bombs and entities are refused all the same. */
function optional<T>(remarks: string[], what: string, otherwise: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PackageError) || error.code !== 'damaged') throw error;
    remarks.push(`文档的${what}部分已损坏，没有读取。`);
    return otherwise;
  }
}

function readBody(archive: Archive, part: string, context: () => StoryContext): { readonly blocks: Block[]; readonly context: StoryContext } {
  const text = archive.text(part);
  if (text === null) throw new ReportError('format', NOT_WORD);
  const read = (fieldsShown: boolean): { blocks: Block[]; context: StoryContext; broken: boolean } => {
    const xml = new XmlScanner(text);
    if (!openElement(xml, 'document') || !openElement(xml, 'body')) throw new ReportError('format', NOT_WORD);
    const own = context();
    const story = new Story(xml, own, 'body', fieldsShown);
    const blocks = story.blocks();
    // To the end, so that a part that is cut off behind the body is refused as well.
    while (xml.next() !== 0);
    return { blocks, context: own, broken: story.fields.broken };
  };
  const first = read(false);
  // A field that does not end would swallow all that follows it.
  return first.broken ? read(true) : first;
}

function readDocument(archive: Archive, limits: ReportLimits): ReportReading {
  refuseOthers(archive);
  const part = findMainPart(archive);
  const remarks: string[] = [];
  const related = optional(remarks, '关系', [] as readonly Relationship[], () => readRelationships(archive, part));
  const textOf = (kind: string): string | null => {
    const target = related.find((one) => one.kind === kind && !one.external)?.target;
    return target === undefined ? null : archive.text(target);
  };
  const styles = optional(remarks, '样式', new StyleSheet(null), () => new StyleSheet(textOf('styles')));
  const numberingText = optional(remarks, '编号', null, () => textOf('numbering'));
  const numbering = (): Numbering => optional(remarks, '编号', new Numbering(null, styles), () => new Numbering(numberingText, styles));
  const { blocks, context } = readBody(archive, part, () => ({ styles, numbering: numbering(), tally: new Tally(limits), sections: [] }));
  const asides = readNotes(archive, related, context, (what, read) => optional(remarks, what, [], read));
  return { ok: true, document: assemble(blocks, asides, [...new Set([...remarks, ...context.tally.remarks()])]) };
}

/**
 * Reads a report: .docx, .docm, .dotx, .dotm, or plain text. Synchronous, no host.
 * @returns the report, or a code and a Chinese sentence that says what to do; never throws on what a file holds
 */
export function readReport(bytes: Uint8Array, options: ReportOptions = {}): ReportReading {
  const limits = options.limits ?? REPORT_LIMITS;
  try {
    if (sniffReport(bytes, options.name ?? '') === 'text') return readReportText(decodeText(bytes), limits);
    const opened = openZip(bytes, options.zipLimits ?? DEFAULT_LIMITS, options.codec ?? fflateCodec);
    if (!opened.ok) throw new PackageError(opened.code, opened.reason);
    return readDocument(opened.archive, limits);
  } catch (error) {
    return asReading(error);
  }
}
