// Every error that Excel answers with, as a word and a sentence that says what to do: the one table of this host.
import type { Refusal } from '../port';

type Word = Refusal['word'];

const EDITING: readonly [Word, string] = ['busy', '有单元格正在编辑：请先按 Enter 结束编辑，再试一次。'];
const TOO_LARGE: readonly [Word, string] = ['too-large', '数据太多，超过了 Excel 一次能传送的上限：请删去无关的工作表，或把文件保存后用命令行处理。'];
const GONE: readonly [Word, string] = ['failed', '工作表或单元格已经不在了，可能刚被改名或删除：请重新核查。'];
const TOO_OLD: readonly [Word, string] = ['unsupported', '这个版本的 Excel 没有所需的功能：请更新 Excel，或把文件保存后用命令行处理。'];
const PROTECTED: readonly [Word, string] = ['read-only', '工作簿或工作表受保护，Excel 不允许这样改动：请先撤销保护（审阅 → 撤销工作表保护），再试一次。'];
const BUSY: readonly [Word, string] = ['busy', 'Excel 正忙，没有完成这一步：请稍等片刻再试。'];
const OTHER: readonly [Word, string] = ['failed', 'Excel 没有完成这一步：请再试一次；如果仍不成功，请保存并重新打开文件后再试。'];

/** Codes of OfficeExtension.Error, as documented for Excel and as the client itself makes them. */
const BY_CODE: Readonly<Record<string, readonly [Word, string]>> = {
  InvalidOperationInCellEditMode: EDITING,
  AccessDenied: PROTECTED,
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  RangeExceedsLimit: TOO_LARGE,
  ItemNotFound: GONE,
  InvalidReference: GONE,
  InvalidObjectPath: GONE,
  ApiNotFound: TOO_OLD,
  ApiNotAvailable: TOO_OLD,
  NotImplemented: TOO_OLD,
  UnsupportedOperation: TOO_OLD,
  ActivityLimitReached: BUSY,
  RequestAborted: BUSY,
  Conflict: BUSY,
  ServiceNotAvailable: BUSY,
  HostRestartNeeded: ['busy', '加载项需要重新启动：请关闭窗格再打开，然后重试。'],
  OpenWorkbookLinksBlocked: PROTECTED,
  FilteredRangeConflict: ['failed', '表格正在筛选，Excel 不允许这样写入：请先清除筛选，再试一次。'],
  InsertDeleteConflict: BUSY,
  Unauthenticated: ['failed', 'Excel 要求重新登录：请登录后再试。'],
};

/** What the client refuses because we used it wrongly. */
const OUR_BUGS = new Set(['PropertyNotLoaded', 'ValueNotLoaded', 'RunMustReturnPromise', 'CannotApplyPropertyThroughSetMethod']);

export const NO_EXCEL: Refusal = { ok: false, word: 'unsupported', reason: '这里没有 Excel：请在 Excel 中打开工作簿，再从“开始”选项卡打开表里如一。' };
export const OLD_EXCEL: Refusal = { ok: false, word: 'unsupported', reason: '这个版本的 Excel 太旧（需要 Excel 2021 或以后的版本，或 Microsoft 365）：请更新，或把文件保存后用浏览器工作台核查。' };
export const READ_ONLY: Refusal = { ok: false, word: 'read-only', reason: '工作簿是以只读方式打开的，不能写入：请另存为新文件，或点“启用编辑”后再试。' };
export const CANCELLED: Refusal = { ok: false, word: 'cancelled', reason: '已取消，没有改动。' };
export const TASK_RUNS: Refusal = { ok: false, word: 'busy', reason: '上一步操作还没有完成：请稍等片刻再试。' };
export const NOTHING_TO_UNDO = '工作簿中没有表里如一的更正记录，没有可撤销的内容。';
export const NO_MARKS = '工作簿中没有表里如一的标记，没有可清除的内容。';

/** Carries a refusal out of a batch; what the host cannot foresee comes as OfficeExtension.Error. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
    this.name = 'Refused';
  }
}

/** The code of an error of the client library, null for any other error. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

export function isTooLarge(error: unknown): boolean {
  return error instanceof Refused ? error.refusal.word === 'too-large' : BY_CODE[codeOf(error) ?? ''] === TOO_LARGE;
}

function textIn(info: object, key: string): string {
  const text: unknown = Reflect.get(info, key);
  return typeof text === 'string' ? text : '';
}

/** True when it was a note or a comment that Excel refused: the host names the call, the client the statement. */
export function failedAtNote(error: unknown): boolean {
  const info = typeof error === 'object' && error !== null && 'debugInfo' in error ? error.debugInfo : null;
  if (typeof info !== 'object' || info === null) return false;
  return /^(Comment|Note)/.test(textIn(info, 'errorLocation')) || /\b(comments?|notes?)\./.test(textIn(info, 'statement'));
}

/** An error of Excel as a refusal; what is none of Excel's is a bug and goes on as it is. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  const code = codeOf(error);
  // Errors of the network and of the host frame come without a code of ours: they are nobody's bug.
  if (code !== null && OUR_BUGS.has(code)) throw error;
  const isClientError = code !== null || (error instanceof Error && error.name.startsWith('RichApi'));
  if (!isClientError) throw error;
  const [word, reason] = BY_CODE[code ?? ''] ?? OTHER;
  return { ok: false, word, reason };
}
