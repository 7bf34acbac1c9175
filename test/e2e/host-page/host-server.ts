// Serves the host page over https and answers it from an emulated Excel that lives here, where a test can reach it.
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { apiSets } from '../../excel-host/api-sets';
import { ExcelHost } from '../../excel-host/excel-host';
import type { ExcelOptions } from '../../excel-host/excel-host';
import type { HostEvent } from '../../excel-host/wire';
import type { WorkbookModel } from '../../excel-host/workbook-model';
import { makeCertificate } from './certificate';
import { gridView } from './grid-view';
import { hostPage, PAGE_STYLE } from './page-script';
import type { PageConfig } from './page-script';

export interface HostPageOptions {
  /** Where the add-in's page stands on this server, such as /addin/taskpane.html */
  readonly addIn: string;
  /** Folders by the first part of their paths: { addin: 'dist' } serves /addin/… from dist. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Pages given as text, by path. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Of the pane, in pixels. Default 320. */
  readonly width?: number;
  /** Default zh-CN. */
  readonly locale?: string;
  readonly excel?: ExcelOptions;
}

export const OFFICE_FOLDER = join(process.cwd(), 'node_modules/@microsoft/office-js/dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.map': 'application/json',
};

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export class HostServer {
  host: ExcelHost;
  private readonly streams = new Set<ServerResponse>();
  private readonly onEvent = (event: HostEvent): void => {
    // After the answer to the request that caused it, as in Excel.
    setTimeout(() => { this.push('excel', event); }, 5);
  };

  private constructor(private readonly server: Server, private readonly options: HostPageOptions, model: WorkbookModel) {
    this.host = this.hostOf(model);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.serve(request, response).catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(500);
        response.end(String(error));
      });
    });
  }

  static async start(model: WorkbookModel, options: HostPageOptions): Promise<HostServer> {
    const server = createServer(makeCertificate());
    const made = new HostServer(server, options, model);
    await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
    return made;
  }

  get url(): string {
    return `https://localhost:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Another workbook; the page must be loaded again. */
  open(model: WorkbookModel): void {
    this.host.model.listeners.delete(this.onEvent);
    this.host = this.hostOf(model);
  }

  /** After a test changed the model itself. */
  redraw(): void {
    this.push('redraw', null);
  }

  /** Presses a button of the ribbon whose command runs in the add-in's page. */
  command(name: string): void {
    this.push('command', name);
  }

  async close(): Promise<void> {
    for (const stream of this.streams) stream.end();
    this.server.closeAllConnections();
    await new Promise((closed) => { this.server.close(closed); });
  }

  private hostOf(model: WorkbookModel): ExcelHost {
    model.listeners.add(this.onEvent);
    return new ExcelHost(model, { apiSets: apiSets(), ...this.options.excel });
  }

  private push(event: string, data: unknown): void {
    for (const stream of this.streams) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const { pathname } = url;
    if (pathname === '/') return this.text(response, '.html', this.page(url));
    if (pathname.startsWith('/host/')) return this.answer(pathname.slice('/host/'.length), url.searchParams, request, response);
    const page = this.options.pages?.[pathname];
    if (page !== undefined) return this.text(response, '.html', page);
    return this.file(pathname, response);
  }

  private text(response: ServerResponse, type: string, body: string): void {
    response.writeHead(200, { 'content-type': TYPES[type] ?? 'application/octet-stream', 'cache-control': 'no-store' });
    response.end(body);
  }

  private async answer(what: string, query: URLSearchParams, request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (what) {
      case 'request': {
        const answer = await this.host.process(await textOf(request), Number(query.get('flags')));
        this.text(response, '.json', answer);
        this.redraw();
        return;
      }
      case 'grid':
        this.text(response, '.json', JSON.stringify(gridView(this.host.model)));
        return;
      case 'select': {
        const [row, column] = [Number(query.get('row')), Number(query.get('column'))];
        this.host.model.select(this.host.model.sheetNamed(query.get('sheet') ?? ''), { top: row, left: column, bottom: row, right: column });
        this.text(response, '.json', 'null');
        this.redraw();
        return;
      }
      case 'events':
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
        response.write(':\n\n');
        this.streams.add(response);
        request.on('close', () => { this.streams.delete(response); });
        return;
      default:
        response.writeHead(404).end();
    }
  }

  private page(url: URL): string {
    const { model, requirementMatrix } = this.host;
    const config: PageConfig = {
      addIn: url.searchParams.get('addin') ?? this.options.addIn, width: Number(url.searchParams.get('width') ?? this.options.width ?? 320), locale: url.searchParams.get('locale') ?? this.options.locale ?? 'zh-CN',
      documentUrl: `${this.url}${encodeURIComponent(model.name)}`, requirementMatrix: JSON.stringify(Object.fromEntries(Object.entries(requirementMatrix).map(([name, version]) => [name.toLowerCase(), version]))), readOnly: model.readOnly, settings: [],
    };
    const script = `(${hostPage.toString()})(${JSON.stringify(config)})`.replaceAll('</', '<\\/');
    return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>Excel</title><link rel="icon" href="data:,"><style>${PAGE_STYLE}</style></head><body><main id="sheet"></main><aside id="pane"></aside><script>${script}</script></body></html>`;
  }

  private async file(pathname: string, response: ServerResponse): Promise<void> {
    const [, first = '', ...rest] = decodeURIComponent(pathname).split('/');
    const folder = first === 'office' ? OFFICE_FOLDER : this.options.folders?.[first];
    const path = folder === undefined ? null : normalize(join(folder, ...rest));
    const bytes = path !== null && folder !== undefined && path.startsWith(normalize(folder) + sep) ? await readFile(path).catch(() => null) : null;
    if (!bytes) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream' });
    response.end(bytes);
  }
}
