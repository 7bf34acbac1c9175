// A form with its options → the plan of its sheet, and where everything stands on it.
import type { SheetPlan } from '../model/sheet-plan';
import type { Rubric } from '../model/rubric';
import { findRubric } from '../rubrics/catalogue';
import { layBaseData, layQuotients } from './base-data-block';
import type { Block, NotesBlock, TemplateForm } from './form';
import { layFund } from './fund-block';
import { columnName } from '../model/address';
import { layIndicators, layTotal } from './indicator-block';
import { Layout, type LayoutOptions } from './layout';
import { rubricNotes } from './notes';
import type { Slots } from './slots';

export interface BuiltTemplate {
  readonly plan: SheetPlan;
  readonly slots: Slots;
}

/** Points: a character of 9-point type, a line of it. */
const NOTE_CHARACTER = 9;
const NOTE_LINE = 12.5;

export function buildTemplate(form: TemplateForm, options: LayoutOptions): BuiltTemplate {
  const layout = new Layout(form, rubricOf(form), options);
  for (const block of form.blocks) layBlock(layout, block);
  const { canvas, slots, header } = layout;
  const bottom = canvas.row - 1;
  const side = form.orientation === 'portrait' ? 34 : 40;
  return {
    slots,
    plan: {
      name: form.sheet, cells: canvas.cells(), merges: canvas.merges, columnWidths: form.widths, rowHeights: canvas.heights,
      validations: canvas.validations(), highlights: canvas.highlights,
      protection: { columnWidths: true, rowHeights: true, insertRows: true, deleteRows: true },
      print: {
        paper: 'A4', orientation: form.orientation, pagesWide: 1, pagesTall: null, centred: true, repeatedRows: header,
        margins: { top: 42, right: side, bottom: 42, left: side, header: 20, footer: 20 },
        area: { top: 1, left: 1, bottom, right: form.printed }, footer: '&C第 &P 页，共 &N 页',
      },
      frozenRows: 0, gridLines: false,
    },
  };
}

function rubricOf(form: TemplateForm): Rubric {
  const rubric = findRubric(form.rubric);
  if (!rubric) throw new Error(`the template ${form.id} names a rubric that does not exist: ${form.rubric}`);
  return rubric;
}

function layBlock(layout: Layout, block: Block): void {
  switch (block.kind) {
    case 'lines': layout.lines(block.lines); break;
    case 'fund': layFund(layout, block); break;
    case 'indicators': layIndicators(layout, block); break;
    case 'total': layTotal(layout, block); break;
    case 'base-data': layBaseData(layout, block); break;
    case 'quotients': layQuotients(layout, block); break;
    case 'notes': layNotes(layout, block); break;
  }
}

/** All notes in one cell under the form, numbered. */
function layNotes({ canvas, form, rubric }: Layout, block: NotesBlock): void {
  const texts = [...(block.rubric ? rubricNotes(rubric) : []), ...block.texts];
  const lines = texts.map((text, at) => `${at === 0 ? '注：' : '　　'}${texts.length > 1 ? `${at + 1}.` : ''}${text}`);
  const width = form.widths.slice(0, form.printed).reduce((sum, one) => sum + one, 0);
  const needed = lines.reduce((sum, line) => sum + Math.ceil((line.length * NOTE_CHARACTER) / width), 0);
  canvas.heights[canvas.row] = Math.min(Math.ceil(needed * NOTE_LINE) + 8, 400);
  canvas.put(canvas.row, `A:${columnName(form.printed)}`, 'note', { value: lines.join('\n') });
  canvas.row++;
}
