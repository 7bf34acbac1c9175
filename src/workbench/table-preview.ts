// A workbook as plain tables to look at: what a page without the grid shows. It keeps up with what the pane writes, and takes no input.
import { tokens } from '@fluentui/react-components';
import { columnName } from '../model/address';
import type { GridView } from '../workbooks/grid/grid-view';
import type { PictureChange, SheetPicture, WorkbookPicture } from '../workbooks/grid/picture';
import { displayFor, type Display } from '../workbooks/package/display';
import { speakIn } from './catalogue';
import { drawBorder, dressCell } from './preview-look';
import { areaOf, opened, previewRows } from './preview-rows';
import type { CreateGrid } from './services';

const HEAD = { background: '#f0f0f0', color: '#424242' } as const;
const ROW_HEAD_WIDTH = 44;
const CHOSEN = '2px solid #0f6cbd';

export const createTablePreview: CreateGrid = (container, { language }) => Promise.resolve(new TablePreview(container, language));

class TablePreview implements GridView {
  private picture: WorkbookPicture = { sheets: [], styles: [], active: 0 };
  private shown = '';
  private chosen: { readonly sheet: string; readonly row: number; readonly column: number } | null = null;
  private around: number | null = null;
  private readonly displays = new Map<string, Display>();
  private readonly places = new Map<string, HTMLElement>();
  private readonly scroll = document.createElement('div');
  private readonly tabs = document.createElement('div');
  private readonly line = document.createElement('p');

  constructor(private readonly container: HTMLElement, private language: 'zh-CN' | 'en-US') {
    const { scroll, tabs, line } = this;
    container.replaceChildren(scroll, line, tabs);
    Object.assign(container.style, { display: 'flex', flexDirection: 'column' });
    Object.assign(scroll.style, { flex: '1 1 0', minHeight: '0', overflow: 'auto', background: '#fff', color: '#000', colorScheme: 'light' });
    Object.assign(line.style, { margin: '0', padding: '4px 12px', fontSize: '12px', color: tokens.colorNeutralForeground2, background: tokens.colorNeutralBackground3 });
    Object.assign(tabs.style, { display: 'flex', flexShrink: '0', overflowX: 'auto', gap: '2px', padding: '4px 8px', background: tokens.colorNeutralBackground3, borderTop: `1px solid ${tokens.colorNeutralStroke2}` });
    scroll.tabIndex = 0;
    scroll.setAttribute('role', 'group');
    tabs.setAttribute('role', 'tablist');
    tabs.addEventListener('keydown', (event) => this.moveTab(event));
  }

  show(picture: WorkbookPicture): Promise<void> {
    this.picture = picture;
    this.chosen = null;
    this.open(picture.sheets[picture.active]?.name ?? picture.sheets.find(({ visibility }) => visibility === 'visible')?.name ?? '');
    return Promise.resolve();
  }

  put({ cells, styles, added, removed }: PictureChange): void {
    const bySheet = new Map<string, Map<string, PictureChange['cells'][number]['cell']>>();
    for (const { sheet, cell } of cells) bySheet.set(sheet, (bySheet.get(sheet) ?? new Map<string, typeof cell>()).set(`${cell.row},${cell.column}`, cell));
    const sheets = [...this.picture.sheets.filter(({ name }) => !removed.includes(name)), ...added].map((sheet) => {
      const changed = bySheet.get(sheet.name);
      return changed ? { ...sheet, cells: [...sheet.cells.filter(({ row, column }) => !changed.has(`${row},${column}`)), ...changed.values()] } : sheet;
    });
    // A write that changed no style tells none.
    this.picture = { ...this.picture, sheets, styles: styles.length > 0 ? styles : this.picture.styles };
    this.drawAgain(sheets.some(({ name }) => name === this.shown) ? this.shown : (sheets[0]?.name ?? ''));
  }

  reveal(sheet: string, row: number, column: number): boolean {
    const found = this.sheet(sheet);
    if (!found) return false;
    const shown = opened(found, row, column);
    if (shown !== found) this.picture = { ...this.picture, sheets: this.picture.sheets.map((one) => (one === found ? shown : one)) };
    this.chosen = { sheet, row, column };
    this.around = row;
    this.draw(sheet);
    const place = this.placeOf(row, column);
    if (place) {
      const [frame, at] = [this.scroll.getBoundingClientRect(), place.getBoundingClientRect()];
      this.scroll.scrollTop += at.top - frame.top - (frame.height - at.height) / 2;
      this.scroll.scrollLeft += at.left - frame.left - (frame.width - at.width) / 2;
    }
    return true;
  }

  results(): Promise<readonly never[]> {
    return Promise.resolve([]);
  }

  onEdit(): () => void {
    return () => undefined;
  }

  selected(): { readonly sheet: string; readonly row: number; readonly column: number } | null {
    return this.shown === '' ? null : this.chosen?.sheet === this.shown ? this.chosen : { sheet: this.shown, row: 1, column: 1 };
  }

  setTheme(): void {
    // A sheet is paper: its own colours would not be seen on a dark ground.
  }

  setLanguage(language: 'zh-CN' | 'en-US'): void {
    this.language = language;
    this.drawAgain(this.shown);
  }

  dispose(): void {
    this.container.replaceChildren();
  }

  private sheet(name: string): SheetPicture | undefined {
    return this.picture.sheets.find((sheet) => sheet.name === name);
  }

  private open(name: string): void {
    this.around = this.chosen?.sheet === name ? this.chosen.row : null;
    this.draw(name);
    this.scroll.scrollTop = 0;
    this.scroll.scrollLeft = 0;
  }

  /** Where it was scrolled to: an element that is emptied goes back to its top. */
  private drawAgain(name: string): void {
    const { scrollTop, scrollLeft } = this.scroll;
    this.draw(name);
    Object.assign(this.scroll, { scrollTop, scrollLeft });
  }

  private draw(name: string): void {
    this.shown = name;
    this.places.clear();
    const sheet = this.sheet(name);
    const speak = speakIn(this.language);
    this.scroll.setAttribute('aria-label', speak('preview.table', { sheet: name }));
    const rows = sheet ? previewRows(sheet, this.around) : null;
    const [first, last] = [rows?.rows[0]?.row ?? 0, rows?.rows.at(-1)?.row ?? 0];
    this.line.hidden = !(rows && (rows.cut || rows.rows.length === 0));
    this.line.style.display = this.line.hidden ? 'none' : '';
    this.line.textContent = !rows || rows.rows.length === 0 ? speak('preview.empty') : speak('preview.rowsCut', { first, last });
    this.scroll.replaceChildren(...(sheet && rows && rows.rows.length > 0 ? [this.table(sheet, rows)] : []));
    this.drawTabs(speak('preview.sheets'));
  }

  private table(sheet: SheetPicture, { columns, rows }: ReturnType<typeof previewRows>): HTMLElement {
    const table = document.createElement('table');
    const width = columns.reduce((sum, one) => sum + one.width, ROW_HEAD_WIDTH);
    Object.assign(table.style, { borderCollapse: 'collapse', tableLayout: 'fixed', width: `${width}px` });
    const group = table.appendChild(document.createElement('colgroup'));
    for (const one of [ROW_HEAD_WIDTH, ...columns.map((column) => column.width)]) group.appendChild(document.createElement('col')).style.width = `${one}px`;
    const head = table.createTHead().insertRow();
    const corner = head.appendChild(document.createElement('td'));
    Object.assign(corner.style, { position: 'sticky', top: '0', left: '0', zIndex: '2', boxShadow: 'inset -1px -1px 0 #d1d1d1', ...HEAD });
    for (const { column } of columns) head.append(heading(columnName(column), 'col'));
    const body = table.createTBody();
    for (const { row, height, cells } of rows) {
      const line = body.insertRow();
      line.style.height = `${height}px`;
      line.append(heading(String(row), 'row'));
      for (const one of cells) {
        const place = line.appendChild(document.createElement('td'));
        if (one.rowSpan > 1) place.rowSpan = one.rowSpan;
        if (one.columnSpan > 1) place.colSpan = one.columnSpan;
        // Not as a border: collapsed borders of one width go to the left and upper cell, and a line of the sheet would lose.
        Object.assign(place.style, { boxShadow: sheet.gridlines ? 'inset -1px -1px 0 #e0e0e0' : '', padding: '1px 3px', overflow: 'hidden' });
        const style = one.cell ? this.picture.styles[one.cell.style] : undefined;
        if (one.cell && style) dressCell(place, one.cell, style, this.displayOf(style.numberFormat).text(one.cell.value));
        for (const [side, from] of [['right', one.right], ['bottom', one.bottom]] as const) if (from) drawBorder(place, side, this.picture.styles[from.style]);
        for (let at = 0; at < one.rowSpan; at++) for (let across = 0; across < one.columnSpan; across++) this.places.set(`${one.row + at},${one.column + across}`, place);
        place.addEventListener('click', () => this.choose(sheet.name, one.row, one.column));
      }
    }
    if (this.chosen?.sheet === sheet.name) this.outline(this.chosen.row, this.chosen.column);
    return table;
  }

  private choose(sheet: string, row: number, column: number): void {
    if (this.chosen) this.placeOf(this.chosen.row, this.chosen.column)?.style.removeProperty('outline');
    this.chosen = { sheet, row, column };
    this.outline(row, column);
  }

  /** Of a merged cell whose first row or column is hidden, what is seen of it. */
  private placeOf(row: number, column: number): HTMLElement | undefined {
    const place = this.places.get(`${row},${column}`);
    const sheet = this.sheet(this.shown);
    if (place || !sheet) return place;
    const { top, left, bottom, right } = areaOf(sheet, row, column);
    for (const [key, one] of this.places) {
      const [r = 0, c = 0] = key.split(',').map(Number);
      if (r >= top && r <= bottom && c >= left && c <= right) return one;
    }
    return undefined;
  }

  private outline(row: number, column: number): void {
    const place = this.placeOf(row, column);
    if (place) Object.assign(place.style, { outline: CHOSEN, outlineOffset: '-2px' });
  }

  private displayOf(format: string): Display {
    const known = this.displays.get(format) ?? displayFor(format, false);
    this.displays.set(format, known);
    return known;
  }

  private drawTabs(label: string): void {
    this.tabs.setAttribute('aria-label', label);
    const focused = this.tabs.contains(document.activeElement);
    this.tabs.replaceChildren(...this.picture.sheets.filter(({ visibility, name }) => visibility === 'visible' || name === this.shown).map(({ name }) => {
      const tab = document.createElement('button');
      const on = name === this.shown;
      tab.type = 'button';
      tab.textContent = name;
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      Object.assign(tab.style, {
        font: 'inherit', fontSize: '13px', whiteSpace: 'nowrap', padding: '4px 12px', borderRadius: '4px', cursor: 'pointer', border: '1px solid transparent',
        background: on ? tokens.colorNeutralBackground1 : 'transparent', color: on ? tokens.colorBrandForeground1 : tokens.colorNeutralForeground2, fontWeight: on ? '600' : '400', borderColor: on ? tokens.colorNeutralStroke1 : 'transparent',
      });
      tab.addEventListener('click', () => this.open(name));
      return tab;
    }));
    if (focused) this.tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  private moveTab(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const tabs = Array.from(this.tabs.children);
    const next = tabs[(tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true') + step + tabs.length) % tabs.length];
    this.open(next?.textContent ?? this.shown);
    this.tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }
}

function heading(text: string, scope: 'row' | 'col'): HTMLElement {
  const cell = document.createElement('th');
  cell.scope = scope;
  cell.textContent = text;
  Object.assign(cell.style, { ...HEAD, position: 'sticky', [scope === 'row' ? 'left' : 'top']: '0', zIndex: '1', fontSize: '12px', fontWeight: '400', boxShadow: 'inset -1px -1px 0 #d1d1d1', padding: '0 4px', textAlign: 'center' });
  return cell;
}
