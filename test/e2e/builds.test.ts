// The add-in as it is built for the three places that office.js may come from: which addresses the pages name, what their policy allows, and what lies in the folder.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { FUNCTIONS } from '../../src/functions/description';
import { metadataFiles } from '../../src/functions/metadata';
import { openForm, withBuiltAddIn } from './add-in-session';
import { built, type Build } from './build';

const PAGES = ['taskpane.html', 'commands.html', 'message.html', 'functions.html'];
/** What a page loads from beside Office's other scripts. */
const SCRIPT: Readonly<Record<string, string>> = { 'taskpane.html': 'office.js', 'commands.html': 'office.js', 'functions.html': 'custom-functions-runtime.js' };
const BASE = 'https://addin.example.cn/biaoli';
const CHINA = 'https://appsforoffice.cdn.partner.office365.cn';

function scriptsOf(html: string): readonly string[] {
  return [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src = '']) => src);
}

function policyOf(html: string): string {
  return /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
}

jest.setTimeout(300_000);

/** The builder's own measure of an entry, asked with files of this many bytes that cannot be compressed. */
function sizeTold(entry: string, bytes: number): { readonly errors: readonly Error[] } {
  const configure = jest.requireActual<(env: object, argv: object) => readonly { readonly name: string; readonly plugins: readonly { apply(compiler: object): void }[] }[]>('../../webpack.config.js');
  const measure = configure({}, { mode: 'production' }).find(({ name }) => name === 'addin')?.plugins.find((plugin) => plugin.constructor.name === 'StartSize' && 'entry' in plugin && plugin.entry === entry);
  const errors: Error[] = [];
  const compilation = { entrypoints: new Map([[entry, { getFiles: () => ['entry.js', 'entry.css'] }]]), outputOptions: { path: '/' }, errors };
  measure?.apply({ options: { mode: 'production' }, outputFileSystem: { readFileSync: () => randomBytes(bytes) }, hooks: { afterEmit: { tap: (_name: string, ended: (given: object) => void) => ended(compilation) } } });
  return { errors };
}

test('a pane and functions above their limits fail the build, with both sizes', () => {
  expect([...sizeTold('taskpane', 200_000).errors, ...sizeTold('functions', 50_000).errors]).toEqual([]);
  const errors = [...sizeTold('taskpane', 260_000).errors, ...sizeTold('functions', 61_000).errors];
  expect(errors.map(({ message }) => message)).toEqual([expect.stringMatching(/^task pane: 260\.\d kB .* limit 250 kB$/), expect.stringMatching(/^custom functions: 61\.\d kB .* limit 60 kB$/)]);
});

describe('a build for 21Vianet', () => {
  let build: Build;
  beforeAll(async () => { build = await built('addin', 'office=21vianet', `base=${BASE}`); });

  it('names the Chinese CDN and no other address', () => {
    expect(build.code).toBe(0);
    for (const page of PAGES) {
      const html = readFileSync(join(build.folder, page), 'utf8');
      const foreign = scriptsOf(html).filter((src) => /^https?:/.test(src));
      expect(foreign).toEqual(page in SCRIPT ? [`${CHINA}/appsforoffice/lib/1/hosted/${SCRIPT[page]}`] : []);
      expect(policyOf(html).match(/https:\/\/[^ ;]+/g)).toEqual([CHINA]);
    }
    expect(readdirSync(build.folder)).not.toContain('office-js');
    const manifest = readFileSync(join(build.folder, 'manifest.xml'), 'utf8');
    expect(manifest).toContain(`${BASE}/taskpane.html`);
    expect(manifest).not.toContain('localhost');
  });

  it('has functions that run in a plain JavaScript runtime, without window, document or timers', () => {
    expect(build.told).toMatch(/custom functions: [\d.]+ kB .* limit 60 kB/);
    const known = new Map<string, (...given: readonly unknown[]) => unknown>();
    runInNewContext(readFileSync(join(build.folder, 'functions.js'), 'utf8'), { CustomFunctions: { associate: (id: string, run: () => unknown) => { known.set(id, run); } } });
    expect([...known.keys()]).toEqual(FUNCTIONS.map(({ id }) => id));
    expect([known.get('EXECUTIONRATE')?.(28, 43), known.get('INDICATORSCORE')?.('≤100万元', '１２５万元', '10分', null, null), known.get('GRADE')?.(90)]).toEqual([28 / 43, 8, '优']);
    expect(() => known.get('GRADE')?.('')).toThrow('“总分”没有填，无法计算。');
  });

  it('has their metadata beside them, in both languages, and nothing else left behind', () => {
    for (const [name, text] of Object.entries(metadataFiles())) expect(readFileSync(join(build.folder, name), 'utf8')).toBe(text);
    expect(readdirSync(build.folder).filter((name) => name.startsWith('functions')).sort()).toEqual([...Object.keys(metadataFiles()), 'functions.html', 'functions.js', 'functions.js.LEGAL.txt'].sort());
  });
});

withBuiltAddIn('a build with its own office.js', '自建 office.js 的构建', ({ build, open }) => {
  it('names no foreign address, carries the library unmodified with its licence, and checks with it', async () => {
    const { folder } = build();
    for (const page of PAGES) {
      const html = readFileSync(join(folder, page), 'utf8');
      expect(scriptsOf(html).filter((src) => /^https?:/.test(src))).toEqual([]);
      expect(policyOf(html)).not.toMatch(/https:|unsafe-eval/);
    }
    const library = join(folder, 'office-js');
    expect(existsSync(join(library, 'LICENSE.md'))).toBe(true);
    const original = join(__dirname, '../../node_modules/@microsoft/office-js/dist');
    for (const name of ['office.js', 'excel-web-16.00.js', 'custom-functions-runtime.js']) expect(readFileSync(join(library, name)).equals(readFileSync(join(original, name)))).toBe(true);
    const { pane, outside } = await open(openForm());
    await pane.getByRole('button', { name: '一键核查' }).click();
    await pane.getByText('填 100%，应为 65.12%').waitFor();
    expect(outside).toEqual([]);
  });

  it('opens the page of the functions beside a workbook, where the policy lets the runtime load and the functions be known', async () => {
    const { page, outside, problems } = await open(openForm(), { addIn: '/addin/functions.html' });
    const frame = await (await page.waitForSelector('#add-in')).contentFrame();
    await frame?.waitForFunction(() => 'CustomFunctions' in globalThis && Object.keys((globalThis as unknown as { CustomFunctions: { _association: { mappings: object } } }).CustomFunctions._association.mappings).length > 0);
    expect(await frame?.evaluate(() => Object.keys((globalThis as unknown as { CustomFunctions: { _association: { mappings: object } } }).CustomFunctions._association.mappings))).toEqual(FUNCTIONS.map(({ id }) => id));
    expect([outside, problems.filter((problem) => /Content.Security|Refused/i.test(problem))]).toEqual([[], []]);
  });
}, 'office=self');

withBuiltAddIn('a build with the CDN', '默认构建里没有 office.js', ({ build }) => {
  it('holds nothing of office.js', () => {
    const files = readdirSync(build().folder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /office(?!\.helpers)[^/]*\.js$|excel-web|functions-runtime/i.test(file))).toEqual([]);
    for (const file of files.filter((name) => name.endsWith('.js'))) expect(readFileSync(join(build().folder, file), 'utf8')).not.toMatch(/Microsoft\.Office\.Common\.XdmCommunicationManager/);
  });
});
