// Puts an emulated Excel under the real Office.js client inside jest's jsdom.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiSets } from './api-sets';
import { bridgeTo } from './bridge';
import type { Bridge } from './bridge';
import type { ClientWindow } from './client-types';
import { ExcelHost } from './excel-host';
import type { ExcelOptions } from './excel-host';
import { addNotes } from './notes-shim';
import type { WorkbookModel } from './workbook-model';

export interface JestExcelOptions extends ExcelOptions {
  /** What Office.context.platform says; some limits hold on the web alone. Default OfficeOnline. */
  readonly platform?: 'PC' | 'Mac' | 'OfficeOnline';
}

const CLIENT = 'node_modules/@microsoft/office-js/dist/excel-web-16.00.js';
const SLICE = 4 * 1024 * 1024;

/** Names that come with the loader, which needs a page of its own. */
const LOADER_NAMES: Readonly<Record<string, object>> = {
  PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac', iOS: 'iOS', Android: 'Android', Universal: 'Universal' },
  HostType: { Excel: 'Excel', Word: 'Word' },
  FileType: { Text: 'text', Compressed: 'compressed', Pdf: 'pdf' },
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
};

let loaded = false;
let bridge: Bridge | null = null;
let clientOffice: Record<string, unknown> | null = null;

function loadClient(): void {
  if (loaded) return;
  loaded = true;
  // Indirect, so that the file runs in the scope of the window as a script tag would run it.
  const evaluate = globalThis.eval;
  evaluate(readFileSync(join(process.cwd(), CLIENT), 'utf8'));
}

type Callback = (result: object) => void;

/** Office.context.document.getFileAsync over the bytes that the workbook was opened from. */
function fileOf(host: ExcelHost): (type: string, options: unknown, done?: Callback) => void {
  return (_type, options, done) => {
    const callback = (typeof options === 'function' ? options : done) as Callback;
    const { file: bytes } = host.model;
    const sliceSize = typeof options === 'object' && options !== null && 'sliceSize' in options ? Number(options.sliceSize) : SLICE;
    if (!bytes) {
      setTimeout(() => { callback({ status: 'failed', error: { code: 5001, name: 'Internal Error', message: 'An internal error has occurred.' } }); }, 0);
      return;
    }
    const sliceAt = (index: number): object => {
      const part = bytes.subarray(index * sliceSize, (index + 1) * sliceSize);
      return { data: Array.from(part), index, size: part.length };
    };
    const value = {
      size: bytes.length,
      sliceCount: Math.ceil(bytes.length / sliceSize),
      getSliceAsync: (index: number, got: Callback) => { setTimeout(() => { got({ status: 'succeeded', value: sliceAt(index) }); }, 0); },
      closeAsync: (closed?: Callback) => { setTimeout(() => { closed?.({ status: 'succeeded' }); }, 0); },
    };
    setTimeout(() => { callback({ status: 'succeeded', value }); }, 0);
  };
}

function contextOf(host: ExcelHost, platform: string): object {
  return {
    host: 'Excel', platform, contentLanguage: 'zh-CN', displayLanguage: 'zh-CN',
    diagnostics: { host: 'Excel', platform, version: '16.0.17000.40000' },
    requirements: { isSetSupported: (name: string, version?: string | number) => host.isSetSupported(name, version === undefined ? undefined : String(version)) },
    document: { url: `https://localhost/${encodeURIComponent(host.model.name)}`, mode: host.model.readOnly ? 'readOnly' : 'readWrite', getFileAsync: fileOf(host) },
    officeTheme: { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#000000', controlBackgroundColor: '#FFFFFF', controlForegroundColor: '#000000' },
  };
}

/**
 * A fresh Excel for one test; the one before is closed. Needs the docblock `@jest-environment ./test/excel-host/environment.js`.
 * @returns the host: its model to look at, its faults to set, its counters to read
 */
export function installExcel(model: WorkbookModel, options: JestExcelOptions = {}): ExcelHost {
  loadClient();
  bridge?.close();
  const host = new ExcelHost(model, { apiSets: apiSets(), ...options });
  const page = globalThis as unknown as ClientWindow;
  // The client of 2022 lacks members of later sets: beyond 1.15 the shim gives what it can.
  addNotes(page);
  // The client's own context cannot be redefined, and is empty without the loader: one that inherits from it stands in.
  clientOffice ??= page.Office ?? {};
  const own = { ...LOADER_NAMES, context: contextOf(host, options.platform ?? 'OfficeOnline') };
  const descriptors = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, { value, configurable: true, writable: true, enumerable: true }]));
  page.Office = Object.create(clientOffice, descriptors) as Record<string, unknown>;
  bridge = bridgeTo(host);
  page.OfficeExtension?.HostBridge.init(bridge);
  return host;
}

/** Waits until events that are under way have been delivered. */
export async function eventsDelivered(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((go) => { setTimeout(go, 0); });
}
