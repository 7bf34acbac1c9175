// What `npm run package` starts: builds what is to be served, and writes the manifests and the guide of every way of distribution beside it.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '../building.mjs';
import { guideFor } from './guide.mjs';
import { idOf, manifestsFor } from './manifests.mjs';
import { HELP, readOptions } from './options.mjs';
import { trustedCatalog } from './trusted-catalog.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);
const { version } = require(join(root, 'package.json'));

/** The build empties the folder that it writes the add-in into: somebody else's must not be there. */
function foreign(addin) {
  return existsSync(addin) && readdirSync(addin).length > 0 && !(existsSync(join(addin, 'taskpane.html')) && existsSync(join(addin, 'manifest.xml')));
}

async function build({ base, office, out, build: faces }) {
  process.stderr.write('正在构建……\n');
  // The loaders look for their files from the working folder, which may be anywhere.
  process.chdir(root);
  const all = require(join(root, 'webpack.config.js'))({ base, office }, { mode: 'production' });
  const chosen = all.filter(({ name }) => faces === 'all' || name === 'addin').map((one) => ({ ...one, output: { ...one.output, path: join(out, relative(join(root, 'dist'), one.output.path)) } }));
  await compile(chosen);
}

/** Catalogs lie beside the pages, where the pane looks for them; nothing of the build is covered by them. */
function copyCatalog(from, addin) {
  const taken = readdirSync(from).filter((name) => existsSync(join(addin, name)) && name !== 'catalog.json');
  if (taken.length > 0) return `目录里的 ${taken.join('、')} 与加载项的文件同名，没有复制：请改名。`;
  cpSync(from, addin, { recursive: true });
  return null;
}

function writeDeployment(options) {
  const { base, namespace, share, out } = options;
  const deploy = join(out, 'deploy');
  const addin = join(out, 'addin');
  const { whole, plain } = manifestsFor(readFileSync(join(root, 'manifest.xml'), 'utf8'), { base, version, namespace });
  const files = { 'microsoft-365/manifest.xml': whole, 'sharepoint/manifest.xml': plain, 'network-share/manifest.xml': whole, '部署说明.txt': guideFor(options, version) };
  if (share !== null) {
    const { add, remove } = trustedCatalog(share, idOf(whole));
    Object.assign(files, { 'network-share/trusted-catalog.reg': add, 'network-share/remove-trusted-catalog.reg': remove });
  }
  // A registry file of an earlier run would trust a share that nobody named this time.
  for (const name of ['trusted-catalog.reg', 'remove-trusted-catalog.reg']) rmSync(join(deploy, 'network-share', name), { force: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(deploy, name)), { recursive: true });
    writeFileSync(join(deploy, name), content);
  }
  if (existsSync(addin)) writeFileSync(join(addin, 'manifest.xml'), whole);
  return Object.keys(files).map((name) => join(deploy, name));
}

/** @returns a Chinese sentence where it cannot be done, else null */
async function run(options) {
  const addin = join(options.out, 'addin');
  if (options.build !== 'nothing' && foreign(addin)) return `${addin} 里有别的文件，构建会清空它：请换一个 --out，或先把它移走。`;
  if (options.build === 'nothing' && options.catalog !== null && !existsSync(addin)) return `${addin} 还没有构建，目录没有地方放：请去掉 --manifests-only。`;
  if (options.build !== 'nothing') await build(options);
  const refused = options.catalog === null ? null : copyCatalog(options.catalog, addin);
  if (refused !== null) return refused;
  const written = writeDeployment(options);
  const notes = [...(options.local ? ['网址是本机（localhost），别的电脑打不开，只能用来试。'] : []), ...(options.build === 'nothing' ? [] : [`页面在 ${addin}，请放到 ${options.base}。`])];
  process.stdout.write(`${['写好了：', ...written.map((file) => `  ${file}`), ...notes, `做法和限制见 ${join(options.out, 'deploy', '部署说明.txt')}。`].join('\n')}\n`);
  return null;
}

// npm runs scripts in the package's folder and tells where it was called.
const read = readOptions(process.argv.slice(2), root, process.env.INIT_CWD ?? process.cwd());
if (!read.ok) {
  process.stderr.write(`${read.sentence}\n`);
  process.exitCode = 2;
} else if (read.options.help) process.stdout.write(HELP);
else {
  try {
    const sentence = await run(read.options);
    if (sentence !== null) {
      process.stderr.write(`${sentence}\n`);
      process.exitCode = 2;
    }
  } catch (error) {
    process.stderr.write(`没有完成：${error instanceof Error ? error.message : String(error)}\n构建失败时请先运行 npm ci；写不进文件夹时请换一个 --out。\n`);
    process.exitCode = 2;
  }
}
