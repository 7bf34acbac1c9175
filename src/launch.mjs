// What `npm run biaoli` starts: the built command line, built first when it is missing or older than its sources.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const entry = join(dist, 'cli.js');
const require = createRequire(import.meta.url);

/** Time of the newest file below a path, in milliseconds; tests and fixtures do not reach the build. */
function newest(path) {
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  // A folder's own time counts as well: it moves when a file is deleted.
  return readdirSync(path).reduce((time, name) => (/\.test\.tsx?$/.test(name) ? time : Math.max(time, newest(join(path, name)))), facts.mtimeMs);
}

function upToDate() {
  if (!existsSync(entry)) return false;
  const built = statSync(entry).mtimeMs;
  return ['src', 'package.json', 'webpack.config.js', 'tsconfig.json'].every((name) => newest(join(root, name)) <= built);
}

/** Builds into a folder of its own and moves file by file, the entry last: two processes at once never see half a build. */
async function build() {
  process.stderr.write('正在构建 biaoli……\n');
  const begun = new Date();
  // The loaders look for their files from the working folder, which may be anywhere.
  const caller = process.cwd();
  process.chdir(root);
  const { default: webpack } = await import('webpack');
  const fresh = join(dist, `.build-${process.pid}`);
  const configurations = [require(join(root, 'webpack.config.js'))({}, { mode: 'production' })].flat();
  const cli = configurations.find((configuration) => configuration.name === 'cli');
  try {
    mkdirSync(fresh, { recursive: true });
    const compiler = webpack({ ...cli, context: root, output: { ...cli.output, path: fresh } });
    const stats = await new Promise((resolve, reject) => compiler.run((error, result) => (error ? reject(error) : resolve(result))));
    await new Promise((resolve) => compiler.close(resolve));
    if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
    // What is edited while the build runs must count as newer than the build.
    utimesSync(join(fresh, 'cli.js'), begun, begun);
    const files = readdirSync(fresh).sort((a, b) => Number(a === 'cli.js') - Number(b === 'cli.js'));
    for (const file of files) renameSync(join(fresh, file), join(dist, file));
  } finally {
    process.chdir(caller);
    rmSync(fresh, { recursive: true, force: true });
  }
}

try {
  if (!upToDate()) await build();
} catch (error) {
  process.stderr.write(`构建失败，请先运行 npm ci。\n${error.message}\n`);
  process.exit(2);
}
require(entry);
