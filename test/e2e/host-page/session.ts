// A browser in front of the host page: opens a workbook with an add-in beside it, for end-to-end tests.
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { browserPath } from '../../browser';
import { addNotes } from '../../excel-host/notes-shim';
import type { WorkbookModel } from '../../excel-host/workbook-model';
import { HostServer, OFFICE_FOLDER } from './host-server';
import type { HostPageOptions } from './host-server';

export interface SessionOptions extends HostPageOptions {
  /** Of the whole window. Default 1280 × 800. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** Office's own theme; left out, there is none, as Excel on the web told the client of 2022. */
  readonly officeTheme?: Readonly<Record<'bodyBackgroundColor' | 'bodyForegroundColor' | 'controlBackgroundColor' | 'controlForegroundColor', string>>;
}

export const DARK_OFFICE = { bodyBackgroundColor: '#292929', bodyForegroundColor: '#FFFFFF', controlBackgroundColor: '#333333', controlForegroundColor: '#FFFFFF' } as const;

export interface Session {
  readonly server: HostServer;
  readonly context: BrowserContext;
  readonly page: Page;
  /** The add-in's page. */
  readonly pane: FrameLocator;
  /** Errors and refused loads of all frames, as text; empty in a healthy run. */
  readonly problems: readonly string[];
  /** Addresses asked for outside this machine, the CDN's scripts left out, which are answered from node_modules. */
  readonly outside: readonly string[];
  close(): Promise<void>;
}

/** Both CDNs that pages of the add-in may name. */
const OFFICE_CDN = /^https:\/\/appsforoffice\.(?:microsoft\.com|cdn\.partner\.office365\.cn)\/(?:appsforoffice\/)?lib\/1(?:\.1)?\/hosted\/([^?#]*)/;
const NOTES_SET = 18;

/**
 * `describe` where a browser is here; otherwise tells what is not tested (“工作台”), and gives `describe.skip`.
 * What fails is tried once more, and how it failed is printed all the same: a browser on a machine that does much else now and then misses its moment, which is no news of the program.
 */
export function describeInBrowser(untested: string): jest.Describe {
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
  if (browserPath() !== null) return describe;
  console.warn(`没有找到浏览器：没有在浏览器里测试${untested}。请安装 Chromium 或 Chrome，或用环境变量 CHROMIUM 指明位置。`);
  return describe.skip;
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (executablePath === null) throw new Error('No browser is here: the tests that need one are left out by describeInBrowser.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'] });
}

async function routeOutside(context: BrowserContext, outside: string[]): Promise<void> {
  await context.route((url) => url.hostname !== 'localhost', async (route) => {
    const url = route.request().url();
    const file = OFFICE_CDN.exec(url)?.[1];
    const path = file === undefined ? null : normalize(join(OFFICE_FOLDER, file));
    const body = path?.startsWith(OFFICE_FOLDER) === true ? await readFile(path).catch(() => null) : null;
    if (body) return route.fulfill({ body, contentType: 'text/javascript; charset=utf-8' });
    outside.push(url);
    return route.abort();
  });
}

/** Runs a function of the page again and again until it answers true: what is to be there comes with the client's scripts. */
async function onceThere(context: BrowserContext, source: string): Promise<void> {
  await context.addInitScript({ content: `{ const there = ${source}; const timer = setInterval(() => { if (there(globalThis)) clearInterval(timer); }, 1); setTimeout(() => { clearInterval(timer); }, 10000); }` });
}

function themeScript(theme: SessionOptions['officeTheme']): string {
  return `(page) => { const made = page.OSF && page.OSF.DDA && page.OSF.DDA.Context; if (!made) return false; Object.defineProperty(made.prototype, 'officeTheme', { configurable: true, value: ${JSON.stringify(theme)} }); return true; }`;
}

/** Opens the host page with the workbook and the add-in in it. */
export async function openSession(browser: Browser, model: WorkbookModel, options: SessionOptions): Promise<Session> {
  const server = await HostServer.start(model, options);
  const { viewport = { width: 1280, height: 800 }, colorScheme = 'light', forcedColors = 'none', reducedMotion = 'no-preference' } = options;
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport, colorScheme, forcedColors, reducedMotion, locale: options.locale ?? 'zh-CN' });
  const problems: string[] = [];
  const outside: string[] = [];
  await routeOutside(context, outside);
  const minor = Number((options.excel?.requirementSet ?? '1.15').split('.')[1]);
  // The client's file is read long before Office.onReady, which needs an answer of the host: both are in time.
  if (minor >= NOTES_SET) await onceThere(context, addNotes.toString());
  if (options.officeTheme) await onceThere(context, themeScript(options.officeTheme));
  const page = await context.newPage();
  page.on('pageerror', (error) => { problems.push(error.message); });
  page.on('console', (message) => { if (message.type() === 'error' && !message.location().url.endsWith('/catalog.json')) problems.push(message.text()); });
  await page.goto(server.url);
  return {
    server, context, page, pane: page.frameLocator('#add-in'), problems, outside,
    async close() {
      await context.close();
      await server.close();
    },
  };
}
