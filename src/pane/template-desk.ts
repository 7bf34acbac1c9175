// What happens when a template is chosen, filled from the table shown, put into the workbook, or downloaded.
import type { SheetPlan } from '../model/sheet-plan';
import type { Table } from '../model/table';
import type { WorkbookPort } from '../workbooks/port';
import type { Phrase } from './catalogue';
import type { HouseServices } from './house';
import type { PaneState } from './pane-state';
import { answered, settled, type PaneStore } from './pane-store';
import { XLSX_TYPE, type FileToSave } from './save-file';
import type { TemplateFilter, TemplateForm, TemplateWork } from './template-work';

/** What the desk needs of the controller. */
export interface TemplateServices {
  readonly store: PaneStore;
  readonly port: WorkbookPort;
  readonly house: HouseServices | undefined;
  /** The workbook has a new sheet: it is read again. */
  readonly lookAgain: () => Promise<void>;
}

/** A sheet that is ready, and how its file is called. */
interface Prepared {
  readonly plan: SheetPlan;
  readonly name: string;
}

const road = () => import('./template-road');

export class TemplateDesk {
  constructor(private readonly services: TemplateServices) {}

  filter(change: Partial<TemplateFilter>): void {
    const { templates } = this.state();
    this.services.store.dispatch({ type: 'templates', templates: { ...templates, filter: { ...templates.filter, ...change } } });
  }

  /** Opens a template; year and unit stay as typed for the one before. `rows`: as many as it has by itself. */
  choose({ from, id, rows }: Pick<TemplateWork, 'from' | 'id'> & { readonly rows: number }): void {
    const before = this.state().templates.work;
    this.put({ from, id, form: { year: before?.form.year ?? String(this.shown()?.year ?? ''), unit: before?.form.unit ?? '', rows: String(rows) }, content: 'blank', carried: null });
    this.services.store.dispatch({ type: 'view', view: 'template' });
  }

  type(change: Partial<TemplateForm>): void {
    const { work } = this.state().templates;
    if (work) this.put({ ...work, form: { ...work.form, ...change } });
  }

  fill(content: TemplateWork['content']): void {
    const { work } = this.state().templates;
    if (work) this.put({ ...work, content, carried: null });
  }

  /** 转换: carries the table shown into the form, so that what does not fit is seen before anything is inserted. */
  async carry(): Promise<void> {
    const { work } = this.state().templates;
    const table = this.shown();
    if (work?.content !== 'table' || table === null) return;
    const conversion = await settled(road().then(({ convertTable }) => convertTable(table, work.id)), null);
    if (conversion === null) return this.services.store.refuse({ ok: false, word: 'failed', reason: '' });
    const now = this.state().templates.work;
    if (now?.id === work.id && now.content === 'table' && this.shown() === table) {
      this.put({ ...now, carried: { of: table, conversion } });
      const phrase: Phrase = !conversion.ok ? conversion.reason : conversion.remarks.length === 0 ? { key: 'template.fits' } : { key: 'template.remarks', params: { count: conversion.remarks.length } };
      // Carried over again after a check: what was done is being told.
      if (now.carried === null) this.services.store.dispatch({ type: 'announce', phrase });
    }
  }

  /** Puts the sheet into the workbook, shows it, and checks again. */
  async insert(): Promise<void> {
    const { store, port } = this.services;
    const names = await store.during({ kind: 'inserting' }, async () => {
      const prepared = await this.prepared();
      if (!prepared) return null;
      const answer = await answered(port.insertSheets([prepared.plan]));
      if (answer.ok) return answer.value;
      store.refuse(answer);
      return null;
    });
    if (!names) return;
    await this.services.lookAgain();
    const [name = ''] = names;
    if (port.capabilities.reveal) await answered(port.reveal(name, 'A1'));
    // A cell may be being edited by now: then why it was not checked stands beside it.
    store.tell({ key: this.state().refusal === null ? 'template.inserted' : 'template.insertedOnly', params: { name } }, 'done');
  }

  /** `save` takes the file. */
  async download(save: (file: FileToSave) => void): Promise<void> {
    const { store } = this.services;
    await store.during({ kind: 'preparing' }, async () => {
      const { work } = this.state().templates;
      const file = work?.from === 'catalog' ? await this.published(work.id) : await this.laidOut();
      if (!file) return;
      save({ ...file, type: XLSX_TYPE });
      store.tell({ key: 'template.downloaded', params: { name: file.name } }, 'done');
    });
  }

  private async laidOut(): Promise<Omit<FileToSave, 'type'> | null> {
    const prepared = await this.prepared();
    if (!prepared) return null;
    const { sheetBytes } = await road();
    return { name: prepared.name, content: sheetBytes(prepared.plan) };
  }

  /** A file of the catalogue is handed on only when it is the published one. */
  private async published(id: string): Promise<Omit<FileToSave, 'type'> | null> {
    const { store, house } = this.services;
    const item = this.state().house.templates.find((one) => one.id === id);
    if (!item || !house?.catalog) return null;
    const { catalogBytes } = await road();
    const answer = await catalogBytes(house.catalog, item);
    if (answer.ok) return { name: item.file.split('/').pop() ?? item.file, content: answer.bytes };
    store.refuse({ ok: false, word: 'failed', reason: answer.reason });
    return null;
  }

  /** Null where what is typed is wrong or the table does not fit: the page says so. */
  private async prepared(): Promise<Prepared | null> {
    const { work } = this.state().templates;
    if (work?.from !== 'shipped') return null;
    const { findTemplate, fileNameOf, readOptions, templateSheet } = await road();
    const info = findTemplate(work.id);
    if (!info) return null;
    if (work.content === 'table') {
      // What was shown is what is inserted, whatever the sheet holds by now.
      const { carried } = work;
      return carried?.conversion.ok === true ? { plan: carried.conversion.plan, name: fileNameOf(info, carried.of.year, carried.of) } : null;
    }
    const { options } = readOptions(work.form);
    return options && { plan: templateSheet(work.id, options), name: fileNameOf(info, options.year ?? null, null) };
  }

  private shown(): Table | null {
    const { checked, filter } = this.state();
    return checked?.review.tables[filter.table ?? 0]?.table ?? null;
  }

  private put(work: TemplateWork): void {
    this.services.store.dispatch({ type: 'templates', templates: { ...this.state().templates, work } });
  }

  private state(): PaneState {
    return this.services.store.getState();
  }
}
