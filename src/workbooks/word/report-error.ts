// Refusals of the report reader: raised deep inside a part, turned into a value with its sentence at the door.
import { PackageError, type PackageErrorCode } from '../package/package-error';
import type { ReportDocument } from '../../model/report';

/** package: what the container or its XML refused; format: another kind of file; too-large: beyond what any report holds. */
export type ReportErrorCode = PackageErrorCode | 'format';

export type ReportReading = { readonly ok: true; readonly document: ReportDocument } | { readonly ok: false; readonly code: ReportErrorCode; readonly reason: string };

/** `reason` is a Chinese sentence that says what to do. */
export class ReportError extends Error {
  constructor(readonly code: ReportErrorCode, readonly reason: string) {
    super(reason);
    this.name = 'ReportError';
  }
}

/** The sentences of the package host speak of workbooks; a report's reader needs Word and .docx. */
function aboutReports(reason: string): string {
  return reason.replaceAll('Excel 或 WPS', 'Word 或 WPS').replaceAll('.xlsx', '.docx').replaceAll('Excel 工作簿', 'Word 文档').replaceAll('工作簿', '文档');
}

/** A refusal as a value; anything else is a bug and is thrown on. */
export function asReading(error: unknown): ReportReading {
  if (error instanceof ReportError) return { ok: false, code: error.code, reason: error.reason };
  if (error instanceof PackageError) return { ok: false, code: error.code, reason: aboutReports(error.reason) };
  throw error;
}
