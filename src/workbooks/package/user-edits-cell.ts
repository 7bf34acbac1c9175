// One typed edit against one cell: what stands in its way, and what the cell becomes. Unlike a plan's edit it may overwrite formulas.
import type { WriteWord } from '../../model/plan';
import type { GridEdit } from '../grid/grid-view';
import { MAX_TEXT, unfit } from '../cell-limits';
import { sheetsNamed } from '../formula-sheets';
import { sameFormula, sameValue } from '../sameness';
import { isDateFormat } from './display';
import { isFormula } from './formula-form';
import type { Note } from './notes';
import { looksLikeFormula } from './patch-content';
import type { Content, NewContent } from './patch-content';
import { cellText } from './patch-edit';
import { contentObstacle, obstacle } from './patch-guards';
import type { EditSession, OpenCell, SheetSession } from './patch-session';
import { storedFormula } from './picture-formula';
import { solidFill } from './styles-edit';
import type { StyleChange } from './styles-edit';

const TEXT_FORMAT = '@';
const NO_FILL = '<fill><patternFill patternType="none"/></fill>';
const NO_FORMULA = '公式不完整，或用了全角的括号、逗号等符号，Excel 会因此判定文件损坏，没有写入；请改正后重新输入。';
/** Errors that a cell can hold in any Excel; newer ones are written in other ways. */
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

export type TypedDecision =
  | { readonly kind: 'no'; readonly word: WriteWord; readonly reason: string | null }
  | {
    readonly kind: 'yes';
    /** The new cell element, null where there is none; undefined: as it was. */
    readonly raw: string | null | undefined;
    /** Undefined: left as it is. */
    readonly note: string | null | undefined;
    readonly contentChanged: boolean;
    /** A formula without a result. */
    readonly uncached: boolean;
    readonly lostFormula: boolean;
  };

function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

export function errorOf(value: string | number | boolean | null): string | null {
  return typeof value === 'string' && ERRORS.has(value) ? value : null;
}

/** What is to stand in the cell: in one formatted as text, numbers become text, as in Excel. */
function contentOf({ formula, value }: NonNullable<GridEdit['content']>, format: string): NewContent {
  if (formula !== null) return { formula: storedFormula(formula), value: errorOf(value) === null ? value : null, error: errorOf(value) };
  if (value === null || value === '') return { formula: null, value: null, error: null };
  if (format === TEXT_FORMAT) return { formula: null, value: typeof value === 'boolean' ? String(value).toUpperCase() : lines(String(value)), error: null };
  const error = errorOf(value);
  return { formula: null, value: error !== null ? null : typeof value === 'string' ? lines(value) : value, error };
}

function same(content: Content, wanted: NewContent): boolean {
  if (wanted.formula !== null) return content.formula !== null && sameFormula(content.formula, wanted.formula);
  return content.formula === null && content.error === wanted.error && sameValue(content.value, wanted.value);
}

/** Null: the fill is as wanted. */
function newFill(session: EditSession, style: number, wanted: string | null | undefined): string | null {
  if (wanted === undefined) return null;
  if (wanted === null) return /<(?:pattern|gradient)Fill/.test(session.styles.fillXml(style).replace(/<patternFill(?:\s+patternType\s*=\s*["']none["'])?\s*\/>/, '')) ? NO_FILL : null;
  return session.styles.fillColour(style) === wanted.toUpperCase() ? null : solidFill(wanted.toUpperCase());
}

/** A mark for text that would otherwise be taken for a formula, and no such mark on what is none; null: as it is. */
function newQuote(wanted: NewContent, format: string): boolean | null {
  if (wanted.formula === null && typeof wanted.value === 'string') return format !== TEXT_FORMAT && looksLikeFormula(wanted.value) ? true : null;
  return wanted.formula === null && wanted.value === null ? null : false;
}

/** An array of one cell is overwritten as a whole. */
function isWholeArray(sheet: SheetSession, { site: { address }, content }: OpenCell): boolean {
  return content.kind === 'array' && sheet.facts.arrays.some(({ top, left, bottom, right }) => top === address.row && left === address.column && bottom === top && right === left);
}

/** Why Excel could not read a file with the formula; null: it can. */
function unreadable(session: EditSession, formula: string): string | null {
  const { quoted, unknown } = sheetsNamed(formula, session.sheetNames);
  if (unknown !== null) return `公式里写的工作表“${unknown}”在这个工作簿里没有，Excel 会因此判定文件损坏，没有写入；请改正后重新输入。`;
  if (quoted !== formula) return `公式里的工作表名称要加单引号，写成 =${quoted}，否则 Excel 会判定文件损坏；没有写入，请重新输入。`;
  return isFormula(formula) ? null : NO_FORMULA;
}

function refusal(session: EditSession, sheet: SheetSession, open: OpenCell, wanted: NewContent): readonly [WriteWord, string] | null {
  const blocked = isWholeArray(sheet, open) ? null : contentObstacle(sheet.facts, open.site.address);
  if (blocked !== null) return ['unsupported', blocked];
  const odd = unfit(wanted);
  const reason = odd === null && wanted.formula !== null ? unreadable(session, wanted.formula) : null;
  return reason === null ? odd : ['unsupported', reason];
}

/** What of an edit the cell does not have yet. */
interface Missing {
  /** Null: the content stays. */
  readonly content: NewContent | null;
  /** Undefined: the note stays. */
  readonly note: string | null | undefined;
  /** The number format that the cell has afterwards. */
  readonly format: string;
  readonly style: StyleChange;
}

function newNote(now: Note | null, wanted: string | null | undefined): string | null | undefined {
  if (wanted === undefined) return undefined;
  const note = wanted === null || wanted === '' ? null : lines(wanted);
  return note === (now?.text ?? null) ? undefined : note;
}

function missingOf(session: EditSession, sheet: SheetSession, { site, content, style }: OpenCell, edit: GridEdit): Missing {
  const { styles } = session;
  const format = edit.numberFormat ?? styles.formatCode(style);
  const typed = edit.content ? contentOf(edit.content, format) : null;
  const wanted = typed && !same(content, typed) ? typed : null;
  const fill = newFill(session, style, edit.fill);
  const quote = wanted ? newQuote(wanted, format) : null;
  return {
    content: wanted,
    note: newNote(sheet.notes.read(site.ref), edit.note),
    format,
    style: {
      ...(fill === null ? {} : { fill }),
      ...(format === styles.formatCode(style) ? {} : { numberFormat: format }),
      ...(quote === null || quote === styles.quotePrefix(style) ? {} : { quotePrefix: quote }),
    },
  };
}

/** Why nothing is done, in the order in which it is told. */
function hindrance(session: EditSession, sheet: SheetSession, open: OpenCell, { content, note, format }: Missing): readonly [WriteWord, string] | null {
  const { facts } = sheet;
  const { site, style } = open;
  // Colours do no harm inside a merge or a pivot table.
  const blocked = content || note !== undefined ? obstacle(facts, site.address) : null;
  if (blocked !== null) return ['unsupported', blocked];
  if (facts.protected && session.styles.locked(style)) return ['locked', '工作表受保护且单元格已锁定，没有改动；请先在 Excel 或 WPS 中撤销工作表保护。'];
  if (note !== undefined && facts.threaded.has(site.ref)) return ['unsupported', '该单元格有会话批注，不能在这里改动；请在 Excel 或 WPS 中回复或删除。'];
  if (typeof note === 'string' && note.length > MAX_TEXT) return ['unsupported', '批注过长（超过 32767 字）；请缩短。'];
  // The grid counts days from 1900: its number for a date would be another day in this file.
  if (typeof content?.value === 'number' && session.from1904 && isDateFormat(format)) return ['unsupported', '这个工作簿的日期从 1904 年算起，在这里输入日期会差四年，没有写入；请在 Excel 里输入。'];
  return content && refusal(session, sheet, open, content);
}

/** Decides on one edit; nothing is written yet. An edit is done whole or not at all. */
export function decideTyped(session: EditSession, sheet: SheetSession, open: OpenCell, edit: GridEdit): TypedDecision {
  const no = (word: WriteWord, reason: string | null): TypedDecision => ({ kind: 'no', word, reason });
  if (typeof edit.fill === 'string' && !/^[\da-f]{6}$/i.test(edit.fill)) return no('failed', '要填充的颜色无法识别。');
  const missing = missingOf(session, sheet, open, edit);
  const { content, note } = missing;
  const restyled = Object.keys(missing.style).length > 0;
  if (!content && note === undefined && !restyled) return no('unchanged', null);
  const hindered = hindrance(session, sheet, open, missing);
  if (hindered) return no(...hindered);
  const newStyle = restyled ? session.styles.derive(open.style, missing.style) : open.style;
  if (newStyle === null) return no('unsupported', '工作簿的单元格格式已达 Excel 上限（64000 种），没有改动；请先在 Excel 中清理格式。');
  return {
    kind: 'yes', note, contentChanged: content !== null,
    raw: content || restyled ? cellText(sheet.body.prefix, open, newStyle, content) : undefined,
    uncached: content !== null && content.formula !== null && content.value === null && content.error === null,
    lostFormula: content !== null && content.formula === null && open.content.kind !== 'none',
  };
}
