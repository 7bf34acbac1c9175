// biaoli catalog: makes the catalogue that a bureau puts beside the add-in, and looks one through.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCatalog, type CatalogFile, type CatalogHead } from '../catalog/build-catalog';
import { CATALOG_FILE, readCatalog, type Catalog } from '../catalog/catalog';
import { loadCatalog, templateBytes } from '../catalog/load-catalog';
import type { Arguments } from './arguments';
import { catalogSource } from './catalog-source';
import { dateOption, UsageError, type Command } from './command';
import { KIND_WORDS } from '../exports/words';
import { COULD_NOT_RUN, ERRORS_FOUND, OK, type ExitCode } from './exit-codes';
import { saveFile } from './host';
import type { Terminal } from './terminal';

const ACTIONS = '用法：biaoli catalog build 文件夹，或 biaoli catalog check 文件夹或网址。';

export const catalog: Command = {
  options: { title: { type: 'string' }, publisher: { type: 'string' }, 'catalog-version': { type: 'string' }, date: { type: 'string' } },
  run(args, terminal) {
    const [action, where, ...more] = args.positionals;
    if (where === undefined || more.length > 0) throw new UsageError(ACTIONS);
    if (action === 'build') return build(where, args, terminal);
    if (action === 'check') return look(where, terminal);
    throw new UsageError(ACTIONS);
  },
};

/** What is not said again stays as the catalogue that is there has it. */
async function build(folder: string, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const before = await earlier(folder);
  const head = (name: string, kept: string | undefined): string => {
    const text = args.text(name) ?? kept;
    if (text === undefined) throw new UsageError(`第一次做目录请写明 --${name}，例如：biaoli catalog build ${folder} --title 某市绩效目录 --publisher 某市财政局 --catalog-version 2026.1`);
    return text;
  };
  const wanted: CatalogHead = { title: head('title', before?.title), publisher: head('publisher', before?.publisher), version: head('catalog-version', before?.version), date: dateOption(args) };
  const built = await buildCatalog(await filesIn(folder), wanted);
  if (!built.ok) {
    for (const complaint of built.complaints) terminal.say(complaint);
    return ERRORS_FOUND;
  }
  const changed = before !== null && JSON.stringify(before.items) !== JSON.stringify(built.catalog.items);
  if (changed && before.version === wanted.version) {
    terminal.say(`内容与版本 ${before.version} 的目录不同，版本号却没有变：请用 --catalog-version 写新的版本号，否则无法分清是哪一版判的。`);
    return ERRORS_FOUND;
  }
  const refused = saveFile(join(folder, CATALOG_FILE), new TextEncoder().encode(built.text), true);
  if (refused !== null) {
    terminal.say(refused);
    return COULD_NOT_RUN;
  }
  terminal.say(`${listed(built.catalog)}\n已写入 ${join(folder, CATALOG_FILE)}；把这个文件夹里的全部内容放进加载项网页所在的目录（catalog.json 与 taskpane.html 并列），各单位下次打开面板即生效。`);
  return OK;
}

async function look(where: string, terminal: Terminal): Promise<ExitCode> {
  const source = catalogSource(where);
  const loaded = await loadCatalog(source, { get: () => Promise.resolve(null), put: () => Promise.resolve() });
  if (!loaded.catalog) {
    terminal.say(loaded.house.remarks[0] ?? `没有找到目录：${where} 下没有 ${CATALOG_FILE}。`);
    return COULD_NOT_RUN;
  }
  terminal.out(`${listed(loaded.catalog)}\n`);
  let code: ExitCode = OK;
  for (const item of loaded.templates) {
    const template = await templateBytes(source, item);
    if (template.ok) continue;
    terminal.say(template.reason);
    code = ERRORS_FOUND;
  }
  return code;
}

const KINDS = { rubric: '口径', checks: '审核公式', template: '模板' } as const;

function listed({ title, publisher, version, date, items }: Catalog): string {
  const span = (from: number | null, until: number | null): string => (from === null && until === null ? '不限年度' : until === null ? `${from} 年起` : `${from ?? ''}～${until} 年`);
  return [`${title}　版本 ${version}　${publisher}　${date}`, ...items.map((item) => `  ${KINDS[item.kind]}　${item.id}　${item.title}${(item.tables ?? []).length === 0 ? '' : `（${(item.tables ?? []).map((kind) => KIND_WORDS[kind]).join('、')}）`}　版本 ${item.version}　${span(item.from, item.until)}　${item.places.join('、') || '不限地区'}`)].join('\n');
}

async function earlier(folder: string): Promise<Catalog | null> {
  try {
    const reading = readCatalog(await readFile(join(folder, CATALOG_FILE), 'utf8'));
    return reading.ok ? reading.catalog : null;
  } catch {
    return null;
  }
}

/** What lies in the three folders themselves, links to files as well; a folder that is not there holds nothing. */
async function filesIn(folder: string): Promise<readonly CatalogFile[]> {
  const kinds = (await readdir(folder)).filter((name) => /^(?:rubrics|checks|templates)$/.test(name));
  const paths = await Promise.all(kinds.map(async (kind) => (await readdir(join(folder, kind))).map((name) => `${kind}/${name}`)));
  const wanted = paths.flat().filter((path) => !/\/(?:~\$|\.)/.test(path));
  const files = await Promise.all(wanted.map(async (path) => ((await stat(join(folder, path))).isFile() ? [{ path, bytes: await readFile(join(folder, path)) }] : [])));
  return files.flat();
}
