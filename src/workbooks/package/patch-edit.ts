// One planned edit against one cell: what stands in its way, and what the cell becomes.
import type { CellImage, PlannedEdit, WriteOutcome, WriteWord } from '../../model/plan';
import { unfit } from '../cell-limits';
import { colourOf, MARK_COLOURS, saysAlready } from '../marking';
import { sameFormula, sameValue } from '../sameness';
import type { KeptEntry } from './journal';
import type { Note } from './notes';
import { looksLikeFormula, restyleCell, sharedMasters, writeCell } from './patch-content';
import type { Content, NewContent } from './patch-content';
import { formulasOf } from './patch-cells';
import { contentObstacle, obstacle } from './patch-guards';
import type { EditSession, OpenCell, SheetSession } from './patch-session';
import { attribute } from './patch-xml';
import { solidFill } from './styles-edit';
import type { StyleChange } from './styles-edit';

export type Decision =
  | { readonly kind: 'no'; readonly outcome: WriteOutcome }
  | { readonly kind: 'yes'; readonly outcome: WriteOutcome; readonly entry: KeptEntry; readonly note: string | null; readonly oldNote: string | null; readonly uncached: boolean };

function same(content: Content, edit: PlannedEdit): boolean {
  if (edit.formula !== null) return content.formula !== null && sameFormula(content.formula, edit.formula);
  return content.error === null && sameValue(content.value, edit.value);
}

/** Why new content cannot be put into the cell, as a word and a Chinese sentence. */
function refusal(sheet: SheetSession, { site, content }: OpenCell, edit: PlannedEdit): readonly [WriteWord, string] | null {
  if (content.formula !== null && edit.formula === null) return ['formula', '单元格里是公式，不用数值覆盖；请检查公式本身。'];
  const blocked = contentObstacle(sheet.facts, site.address);
  if (blocked !== null) return ['unsupported', blocked];
  if (content.kind === 'unknown') return ['unsupported', '单元格的公式类型特殊，改动可能损坏它；请在 Excel 或 WPS 中手工修改。'];
  if (content.kind === 'shared-master' && leadsOthers(sheet, site.ref)) return ['unsupported', '其他单元格共用这个公式，改动会牵连它们；请在 Excel 或 WPS 中手工修改。'];
  return unfit(edit);
}

/** A shared formula stands at one cell; the others only name its number. */
function leadsOthers(sheet: SheetSession, ref: string): boolean {
  const own = [...sharedMasters(sheet.body)].find(([, master]) => `${sheet.cell(ref)?.site.address.row}:${sheet.cell(ref)?.site.address.column}` === `${master.at.row}:${master.at.column}`)?.[0];
  if (own === undefined) return true;
  for (const { open, text } of formulasOf(sheet.body)) if (text === '' && attribute(open, 'si') === own) return true;
  return false;
}

function quoting(edit: PlannedEdit): boolean | undefined {
  if (edit.formula === null && typeof edit.value === 'string') return looksLikeFormula(edit.value) ? true : undefined;
  // A number under a text mark would turn into text when somebody edits it.
  return edit.formula === null && edit.value === null ? undefined : false;
}

function image(content: Content, numberFormat: string, note: string | null): CellImage {
  return { value: content.value, error: content.error, formula: content.formula, numberFormat, note };
}

/** What of an edit the cell does not have yet; null: it has it already, or the edit does not ask for it. */
interface Missing {
  readonly content: NewContent | null;
  readonly format: string | null;
  /** RRGGBB. */
  readonly mark: string | null;
  readonly note: string | null;
  /** The note that the cell has, whoever wrote it. */
  readonly oldNote: Note | null;
  /** Why no note is added; null where none was asked for, or it may be. */
  readonly noteRefused: string | null;
}

function missingOf({ styles }: EditSession, sheet: SheetSession, { site, content, style }: OpenCell, edit: PlannedEdit): Missing {
  const threaded = sheet.facts.threaded.has(site.ref);
  const contentSame = same(content, edit);
  const colour = colourOf(edit);
  const fill = styles.fillColour(style);
  // Where no note can tell what was said already, a cell that bears one of our colours has been marked: correcting twice changes nothing.
  const marked = threaded && contentSame && Object.values(MARK_COLOURS).some((ours) => ours === fill);
  const oldNote = sheet.notes.read(site.ref);
  const wantsNote = edit.note !== null && edit.note !== '' && !threaded && !saysAlready(oldNote?.text ?? null, edit.note);
  return {
    content: contentSame ? null : newContent(edit),
    format: edit.numberFormat === styles.formatCode(style) ? null : edit.numberFormat,
    mark: marked || fill === colour ? null : colour,
    note: wantsNote ? edit.note : null,
    oldNote,
    noteRefused: edit.note !== null && threaded ? '该单元格有会话批注，为免改动它，没有另加批注。' : null,
  };
}

/** Why nothing is done, in the order in which it is told. */
function hindrance(session: EditSession, sheet: SheetSession, open: OpenCell, edit: PlannedEdit, missing: Missing): readonly [WriteWord, string | null] | null {
  const { site, content, style } = open;
  const blocked = obstacle(sheet.facts, site.address);
  if (blocked !== null) return ['unsupported', blocked];
  if (missing.content === null && missing.format === null && missing.mark === null && missing.note === null) return ['unchanged', missing.noteRefused];
  if (sheet.facts.protected && session.styles.locked(style)) return ['locked', '工作表受保护且单元格已锁定；请先撤销工作表保护。'];
  const shown = session.displayed(content, style);
  if (edit.before !== null && shown !== edit.before) return ['stale', `核查之后单元格已改动（现为“${shown}”）；请重新核查。`];
  return missing.content === null ? null : refusal(sheet, open, edit);
}

function styleChange({ styles }: EditSession, style: number, edit: PlannedEdit, { content, format, mark }: Missing): StyleChange {
  const quote = content === null ? undefined : quoting(edit);
  return {
    ...(mark === null ? {} : { fill: solidFill(mark) }),
    ...(format === null ? {} : { numberFormat: format }),
    ...(quote === undefined || quote === styles.quotePrefix(style) ? {} : { quotePrefix: quote }),
  };
}

/** Decides on one edit and, where it may be done, changes the cell in the open sheet. The note is left to the caller. */
export function decide(session: EditSession, sheet: SheetSession, open: OpenCell, edit: PlannedEdit, { run, at }: { readonly run: string; readonly at: string }, ownNote: string | null): Decision {
  const { site, content, style } = open;
  const { styles } = session;
  const no = (word: WriteWord, reason: string | null): Decision => ({ kind: 'no', outcome: { sheet: edit.sheet, cell: edit.cell, word, reason } });
  const missing = missingOf(session, sheet, open, edit);
  const hindered = hindrance(session, sheet, open, edit, missing);
  if (hindered) return no(...hindered);
  const change = styleChange(session, style, edit, missing);
  const newStyle = Object.keys(change).length === 0 ? style : styles.derive(style, change);
  if (newStyle === null) return no('unsupported', '工作簿的单元格格式已达 Excel 上限（64000 种），不能再加标记；请先在 Excel 中清理格式。');
  sheet.change(site, cellText(sheet.body.prefix, open, newStyle, missing.content), missing.content !== null);
  const { note, oldNote, mark, noteRefused } = missing;
  const noteBefore = oldNote?.text ?? null;
  const entry: KeptEntry = {
    run, at, sheet: sheet.ref.name, cell: site.ref, rule: edit.rule,
    before: image(content, styles.formatCode(style), noteBefore),
    after: image({ ...content, ...missing.content }, styles.formatCode(newStyle), note ?? noteBefore),
    restore: {
      raw: site.raw, look: styles.fingerprint(style), newLook: styles.fingerprint(newStyle),
      fill: mark === null ? null : styles.fillXml(style), mark,
      comment: note === null ? null : oldNote, note, madeNotes: false,
    },
  };
  // Our own words of an earlier run give way to the new ones.
  const ours = note !== null && ownNote !== null && saysAlready(noteBefore, ownNote) ? ownNote : null;
  const uncached = missing.content !== null && edit.formula !== null && edit.value === null;
  return { kind: 'yes', outcome: { sheet: edit.sheet, cell: edit.cell, word: 'applied', reason: noteRefused }, entry, note, oldNote: ours, uncached };
}

function newContent(edit: PlannedEdit): NewContent {
  return { value: edit.value === '' ? null : edit.value, error: null, formula: edit.formula === null ? null : edit.formula.replace(/^=/, '') };
}

/** The new cell element; null content: only the style changes. */
export function cellText(prefix: string, { site, style }: OpenCell, newStyle: number, content: NewContent | null): string | null {
  if (content === null) return newStyle === style ? site.raw : restyleCell(prefix, site, newStyle);
  const unstyled = newStyle === 0 && (site.raw === null || attribute(site.raw.slice(0, site.raw.indexOf('>') + 1), 's') === null);
  return writeCell(prefix, site, unstyled ? null : newStyle, content);
}
