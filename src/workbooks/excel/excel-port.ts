// The port over the workbook that is open in Excel, through Office.js.
import { withKept, type KeptState, type StoredState } from '../../model/plan';
import type { KeptEntry } from '../package/journal';
import type { Answer, TaskOptions, WorkbookPort } from '../port';
import { applyEdits, HALF_DONE } from './apply';
import { inExcel, type Batch, type BatchOptions } from './batch';
import { clearMarks } from './clear-marks';
import { EditsHeard } from './edits-heard';
import { NO_EXCEL, OLD_EXCEL, Refused, TASK_RUNS } from './errors';
import { insertResults } from './insert-results';
import { readWorkbook } from './read-workbook';
import { askWritable } from './record';
import { capabilitiesOf, featuresOf, SETS, type Features } from './requirements';
import { askState, listState, queueState, type ExcelState } from './state-part';
import { undoRun } from './undo';

export interface ExcelPortOptions {
  /** Asks whether a version of the set ExcelApi is there; Office's own answer when left out. */
  readonly supports?: (version: string) => boolean;
}

function officeFeatures(supports: (version: string) => boolean): Features {
  return featuresOf(supports, {
    file: Office.context.requirements.isSetSupported('CompressedFile', '1.1'),
    web: Office.context.platform === Office.PlatformType.OfficeOnline,
  });
}

/** Excel tells the name only in the address of the file. */
function nameOf(url: string | null | undefined): string {
  const last = (url ?? '').split(/[?#]/)[0]?.split(/[\\/]/).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

async function loadState({ context, sync }: Batch): Promise<{ readonly state: ExcelState; readonly listed: readonly { readonly id: string }[] }> {
  const listed = listState(context);
  await sync();
  const state = askState(context, listed);
  if (listed.items.length > 0) await sync();
  return { state: state(), listed: listed.items.map(({ id }) => ({ id })) };
}

async function reveal({ context, sync }: Batch, sheetName: string, cell: string): Promise<null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName).load('visibility');
  await sync();
  if (sheet.isNullObject) throw new Refused({ ok: false, word: 'failed', reason: `找不到工作表“${sheetName}”，可能已改名或删除：请重新核查。` });
  if (sheet.visibility !== 'Visible') throw new Refused({ ok: false, word: 'failed', reason: `工作表“${sheetName}”是隐藏的：请先取消隐藏（右键单击任一工作表标签 → 取消隐藏），再定位到 ${cell}。` });
  sheet.activate();
  const range = sheet.getRange(cell).load('hidden');
  range.select();
  await sync();
  if (range.hidden) throw new Refused({ ok: false, word: 'failed', reason: `已选中 ${cell}，但它所在的行或列没有显示（隐藏、筛选或折叠）：请取消隐藏或清除筛选后再看。` });
  return null;
}

async function saveState(batch: Batch, features: Features, kept: KeptState): Promise<null> {
  const checkWritable = askWritable(batch.context.workbook, features);
  const { state, listed } = await loadState(batch);
  checkWritable();
  queueState(batch.context, listed, withKept(state, kept));
  await batch.sync();
  return null;
}

function openPort(features: Features): WorkbookPort {
  const capabilities = capabilitiesOf(features);
  const heard = new EditsHeard();
  let running = false;
  /** The journal as it was last seen or written here. Others may have written since: it only tells which cells are worth reading early. */
  let seen: readonly KeptEntry[] = [];
  /** Two writes at once would each undo the other's journal. */
  const alone = async <T>(options: BatchOptions, body: (batch: Batch) => Promise<T>): Promise<Answer<T>> => {
    if (running) return TASK_RUNS;
    running = true;
    try {
      return await inExcel({ ...options, undoGroup: features.undoGroup }, body);
    } finally {
      running = false;
    }
  };
  const writing = (places: readonly string[]): void => heard.writing(places);

  return {
    name: nameOf(Office.context.document.url),
    capabilities,
    read: (options: TaskOptions = {}) => inExcel(options, async (batch) => {
      const snapshot = await readWorkbook(batch, features, options);
      heard.settled();
      return snapshot;
    }),
    async apply(edits, run, options = {}) {
      let begun = false;
      const answer = await alone(options, (batch) => applyEdits(batch, features, {
        edits, run, notes: capabilities.notes,
        onWriting(places) {
          begun = true;
          writing(places);
        },
      }));
      if (answer.ok) seen = [...seen, ...answer.value.journal];
      return answer.ok || !begun ? answer : { ...answer, reason: answer.word === 'failed' ? HALF_DONE : answer.reason + HALF_DONE };
    },
    undo: (run) => alone({}, (batch) => undoRun(batch, features, { run, notes: capabilities.notes, seen, onWriting: writing })),
    clearMarks: () => alone({}, (batch) => clearMarks(batch, features, capabilities.notes, seen)),
    reveal: (sheet, cell) => inExcel({}, (batch) => reveal(batch, sheet, cell)),
    insertResults: (sheet) => alone({}, async (batch) => {
      await insertResults(batch, features, sheet);
      return null;
    }),
    insertSheets: (plans) => alone({}, async (batch) => {
      // Only who inserts sheets needs the writer of files.
      const { insertSheets } = await import(/* webpackChunkName: "new-sheets" */ './insert-sheets');
      return insertSheets(batch, features, plans, (place) => writing([place]));
    }),
    loadState: () => inExcel({}, async (batch): Promise<StoredState> => {
      const { state } = await loadState(batch);
      seen = state.journal;
      return state;
    }),
    saveState: (state) => alone({}, (batch) => saveState(batch, features, state)),
    listen: (onEdited) => inExcel({}, ({ context, sync }) => heard.start(context, sync, features, onEdited)),
  };
}

/** Opens the port once Office is ready. An Excel that is too old, or no Excel at all, is answered with a sentence. */
export function openExcelPort(options: ExcelPortOptions = {}): Promise<Answer<WorkbookPort>> {
  if (typeof Office === 'undefined' || typeof Excel === 'undefined') return Promise.resolve(NO_EXCEL);
  const supports = options.supports ?? ((version: string) => Office.context.requirements.isSetSupported('ExcelApi', version));
  return Promise.resolve(supports(SETS.least) ? { ok: true, value: openPort(officeFeatures(supports)) } : OLD_EXCEL);
}
