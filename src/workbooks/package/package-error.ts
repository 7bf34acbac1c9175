// The one exception of the package host: raised deep inside a part, turned into a value with its sentence at the door.

export type PackageErrorCode =
  | 'empty' | 'not-workbook' | 'html' | 'text' | 'word' | 'slides' | 'xlsb' | 'encrypted'
  | 'not-zip' | 'encrypted-zip' | 'zip-bomb' | 'zip64' | 'damaged' | 'xml-entities' | 'too-large' | 'unsupported';

/** `reason` is a Chinese sentence that says what to do. */
export class PackageError extends Error {
  readonly code: PackageErrorCode;
  readonly reason: string;

  constructor(code: PackageErrorCode, reason: string) {
    super(reason);
    this.name = 'PackageError';
    this.code = code;
    this.reason = reason;
  }
}
