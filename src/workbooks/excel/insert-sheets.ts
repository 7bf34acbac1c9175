// Planned sheets in the open workbook: as a file where Excel takes one, else by calls on ranges. What a failed call has added is taken away again.
import type { SheetPlan } from '../../model/sheet-plan';
import { namesOtherSheets, withFreeNames } from '../new-sheet-names';
import { withResults } from '../package/plan-results';
import { planBytes } from '../package/plan-workbook';
import type { Refusal } from '../port';
import { base64 } from './base64';
import type { Batch } from './batch';
import { codeOf, Refused, refusalOf } from './errors';
import { layContents, layLooks, laySizes } from './lay-cells';
import { layHighlights, layPrint, layProtection, layValidations } from './lay-rules';
import { askWritable } from './record';
import type { Features } from './requirements';

const STRUCTURE_LOCKED: Refusal = { ok: false, word: 'read-only', reason: '工作簿的结构受保护，不能添加工作表：请先撤销保护（审阅 → 保护工作簿），再试一次。' };
const NOT_ALL: Refusal = { ok: false, word: 'failed', reason: 'Excel 没有插入全部工作表：请再试一次；如果仍不成功，请保存并重新打开文件后再试。' };
const TAKEN_AWAY = '没有插入工作表，工作簿和原来一样。';

/** A cell with a look like no neighbour's takes some 800 bytes of a request, which may have 5 MB on the web. */
const CELLS_WAITING = 4_000;

/** With these Excel refuses a request before anything of it is done. */
const NOTHING_DONE = new Set(['InvalidOperationInCellEditMode', 'RequestPayloadSizeLimitExceeded']);

interface Insertion {
  readonly batch: Batch;
  readonly features: Features;
  /** Under free names. */
  readonly plans: readonly SheetPlan[];
  /** Ids of the sheets that were there before. */
  readonly before: ReadonlySet<string>;
  /** Hears the blocks that are written, as sheet!A1:B2. */
  readonly onWriting: (place: string) => void;
}

async function look({ context, sync }: Batch, features: Features): Promise<readonly Excel.Worksheet[]> {
  const { workbook } = context;
  const checkWritable = askWritable(workbook, features);
  const protection = workbook.protection.load('protected');
  const sheets = workbook.worksheets.load('items/id,items/name');
  await sync();
  checkWritable();
  if (protection.protected) throw new Refused(STRUCTURE_LOCKED);
  return sheets.items;
}

/** ExcelApi 1.13, two round trips in all. Excel tells the ids of the sheets; what they are called now is asked in the same trip. */
async function asFile({ batch: { context, sync }, plans, before }: Insertion): Promise<readonly string[]> {
  const { workbook } = context;
  const ids = workbook.insertWorksheetsFromBase64(base64(planBytes(plans.map(withResults))), { positionType: 'End' });
  const sheets = workbook.worksheets.load('items/id,items/name');
  await sync();
  const told = ids.value.flatMap((id) => sheets.items.find((sheet) => sheet.id === id) ?? []);
  const added = told.length === plans.length ? told : sheets.items.filter(({ id }) => !before.has(id));
  if (added.length !== plans.length) throw new Refused(NOT_ALL);
  return added.map(({ name }) => name);
}

/** A round trip for empty sheets, one for all that is on them (more where that is much), one for the print setup, one for protection. */
async function byRanges({ batch, features, plans, onWriting }: Insertion, ours: Set<string>): Promise<readonly string[]> {
  const { worksheets } = batch.context.workbook;
  const added = plans.map(({ name }) => worksheets.add(name).load('id,name'));
  await batch.sync();
  for (const { id } of added) ours.add(id);
  let waiting = 0;
  for (const plan of plans) {
    const sheet = worksheets.getItem(plan.name);
    await layContents(batch, plan, onWriting);
    laySizes(sheet, plan);
    layLooks(sheet, plan);
    layHighlights(sheet, plan.highlights);
    if (features.validations) {
      layValidations(sheet, plan.validations);
      sheet.showGridlines = plan.gridLines;
    }
    if (plan.frozenRows > 0) sheet.freezePanes.freezeRows(plan.frozenRows);
    waiting += plan.cells.length;
    if (waiting > CELLS_WAITING) {
      await batch.sync();
      waiting = 0;
    }
  }
  await batch.sync();
  await print(batch, features, plans);
  for (const plan of plans) layProtection(worksheets.getItem(plan.name), plan);
  if (plans.some(({ protection }) => protection !== null)) await batch.sync();
  return added.map(({ name }) => name);
}

/** Excel on Windows refuses all page setup while no printer is installed: the sheets are worth having without it. */
async function print({ context, sync }: Batch, features: Features, plans: readonly SheetPlan[]): Promise<void> {
  if (!features.pageLayout || plans.every((plan) => plan.print === null)) return;
  for (const plan of plans) if (plan.print) layPrint(context.workbook.worksheets.getItem(plan.name), plan.print);
  try {
    await sync();
  } catch (error) {
    if (refusalOf(error).word === 'cancelled') throw error;
  }
}

/** Who else works in the workbook may have added sheets meanwhile: theirs are not to be touched. */
interface Added {
  /** Ids that Excel has told for this call. */
  readonly ours: Set<string>;
  /** What Excel adds under our names before it tells ids: blank sheets, or whole ones. */
  readonly first: 'blank' | 'whole';
}

/** Which of the sheets this call has added; null where that cannot be told for certain. One round trip more where only blank ones count. */
async function foundAgain({ batch: { context }, plans, before }: Insertion, { ours, first }: Added): Promise<readonly Excel.Worksheet[] | null> {
  const sheets = context.workbook.worksheets.load('items/id,items/name');
  // Not to be cancelled.
  await context.sync();
  if (ours.size > 0) return sheets.items.filter(({ id }) => ours.has(id));
  const names = new Set(plans.map(({ name }) => name.toLowerCase()));
  const fresh = sheets.items.filter(({ id }) => !before.has(id));
  const named = fresh.filter(({ name }) => names.has(name.toLowerCase()));
  if (first === 'whole') return named.length === fresh.length || named.length === 0 ? named : null;
  const contents = named.map((sheet) => sheet.getUsedRangeOrNullObject(true).load('address'));
  if (named.length > 0) await context.sync();
  return named.filter((_, at) => contents[at]?.isNullObject);
}

/** Deletes what this call has added; false when it may have left something. */
async function takeAway(insertion: Insertion, added: Added): Promise<boolean> {
  try {
    const gone = await foundAgain(insertion, added);
    for (const sheet of gone ?? []) sheet.delete();
    if (gone && gone.length > 0) await insertion.batch.context.sync();
    return gone !== null;
  } catch (error) {
    refusalOf(error);
    return false;
  }
}

type Outcome = { readonly ok: true; readonly names: readonly string[] } | { readonly ok: false; readonly refusal: Refusal; readonly clean: boolean };

/** Tries one way; where it fails, the workbook is as before and the refusal says so, or says what may be left. */
async function wholly(insertion: Insertion, first: Added['first'], way: (ours: Set<string>) => Promise<readonly string[]>): Promise<Outcome> {
  const added: Added = { ours: new Set(), first };
  try {
    return { ok: true, names: await way(added.ours) };
  } catch (error) {
    const { word, reason } = refusalOf(error);
    const untouched = added.ours.size === 0 && NOTHING_DONE.has(codeOf(error) ?? '');
    const clean = untouched || await takeAway(insertion, added);
    const left = `可能留下了没有完成的工作表“${insertion.plans.map(({ name }) => name).join('”“')}”，请看一看，不要的请删除。`;
    return { ok: false, refusal: { ok: false, word, reason: reason + (clean ? TAKEN_AWAY : left) }, clean };
  }
}

/** Adds the sheets behind the others, all or none. Gives the names that they have now. */
export async function insertSheets(batch: Batch, features: Features, plans: readonly SheetPlan[], onWriting: (place: string) => void): Promise<readonly string[]> {
  if (plans.length === 0) return [];
  const sheets = await look(batch, features);
  const insertion: Insertion = { batch, features, onWriting, plans: withFreeNames(plans, sheets.map(({ name }) => name)), before: new Set(sheets.map(({ id }) => id)) };
  // In a file of its own a formula would not find the workbook's other sheets.
  const whole = features.sheetsFromFile && !namesOtherSheets(insertion.plans) ? await wholly(insertion, 'whole', () => asFile(insertion)) : null;
  // Excel on the web answers GeneralException to some files that it opens without complaint, and an iPad takes none: ranges always work.
  const again = whole === null || (!whole.ok && whole.clean && ['failed', 'unsupported', 'too-large'].includes(whole.refusal.word));
  const outcome = again ? await wholly(insertion, 'blank', (ours) => byRanges(insertion, ours)) : whole;
  if (!outcome.ok) throw new Refused(outcome.refusal);
  return outcome.names;
}
