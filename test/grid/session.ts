// One browser page with the grid in it, served under the page's own policy; what it asks for elsewhere is refused and noted.
import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { GridEdit, GridResult } from '../../src/workbooks/grid/grid-view';
import type { WorkbookPicture } from '../../src/workbooks/grid/picture';
import { launchBrowser } from '../e2e/host-page/session';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css' };

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)));
    const file = path.endsWith('/') ? join(path, 'index.html') : path;
    if (!file.startsWith(folder) || !existsSync(file)) return void response.writeHead(file.endsWith('favicon.ico') ? 204 : 404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  return new Promise((done) => server.listen(0, 'localhost', () => done(server)));
}

export interface Heard {
  readonly edits: readonly GridEdit[];
  readonly refused: readonly (readonly [string, string])[];
  readonly keys: readonly string[];
}

export class GridSession {
  private constructor(readonly page: Page, private readonly browser: Browser, private readonly server: Server, readonly outside: readonly string[], readonly problems: readonly string[]) {}

  static async open(folder: string): Promise<GridSession> {
    const server = await serve(folder);
    const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
    const browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', permissions: ['clipboard-read', 'clipboard-write'] });
    const outside: string[] = [];
    const problems: string[] = [];
    await context.route((asked) => !asked.href.startsWith(url), (route) => {
      outside.push(route.request().url());
      return route.abort();
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    await page.goto(url);
    await page.evaluate(() => window.grid.open());
    return new GridSession(page, browser, server, outside, problems);
  }

  async show(picture: WorkbookPicture): Promise<void> {
    await this.page.evaluate((shown) => window.grid.view.show(shown), picture);
    await this.heard();
  }

  /** Selects a cell as the pane does, then gives the keyboard to the grid. */
  async goTo(sheet: string, row: number, column: number): Promise<void> {
    await this.page.evaluate(([name, r, c]) => window.grid.view.reveal(name, r, c), [sheet, row, column] as const);
    await this.page.evaluate(() => document.getElementById('grid')?.focus());
    await this.page.waitForFunction(() => document.activeElement?.getAttribute('data-u-comp') === 'editor');
  }

  async type(sheet: string, row: number, column: number, text: string, end = 'Enter'): Promise<Heard> {
    await this.goTo(sheet, row, column);
    await this.page.keyboard.type(text);
    return this.press(end);
  }

  /** Presses keys one after another, then tells what the page heard of it. */
  async press(...keys: readonly string[]): Promise<Heard> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.page.waitForTimeout(400);
    return this.heard();
  }

  /** What came since it was asked last. */
  heard(): Promise<Heard> {
    return this.page.evaluate(() => ({ edits: window.grid.edits.splice(0), refused: window.grid.refused.splice(0), keys: window.grid.keys.splice(0) }));
  }

  results(): Promise<readonly GridResult[]> {
    return this.page.evaluate(() => window.grid.view.results());
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.close();
  }
}
