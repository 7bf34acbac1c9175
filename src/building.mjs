// Builds one of webpack.config.js's faces when it is missing or older than its sources: what `npm start` and `npm run biaoli` begin with.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/** Time of the newest file below a path, in milliseconds; tests and fixtures do not reach the build. */
function newest(path) {
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  // A folder's own time counts as well: it moves when a file is deleted.
  return readdirSync(path).reduce((time, name) => (/\.test\.tsx?$/.test(name) ? time : Math.max(time, newest(join(path, name)))), facts.mtimeMs);
}

function upToDate(entry) {
  if (!existsSync(entry)) return false;
  const built = statSync(entry).mtimeMs;
  return ['src', 'assets', 'package.json', 'webpack.config.js', 'tsconfig.json'].every((name) => newest(join(root, name)) <= built);
}

/** Runs webpack with one or several configurations. @returns its statistics; throws what stands in the way of a build */
export async function compile(configuration) {
  const { default: webpack } = await import('webpack');
  const compiler = webpack(configuration);
  const stats = await new Promise((resolve, reject) => compiler.run((error, result) => (error ? reject(error) : resolve(result))));
  await new Promise((resolve) => compiler.close(resolve));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return stats;
}

/** Builds into a folder of its own and moves file by file, the entry last: two processes at once never see half a build. */
async function build(face, entry) {
  process.stderr.write('正在构建 biaoli……\n');
  const begun = new Date();
  // The loaders look for their files from the working folder, which may be anywhere.
  const caller = process.cwd();
  process.chdir(root);
  const home = dirname(entry);
  const fresh = join(home, `.build-${process.pid}`);
  const configurations = [require(join(root, 'webpack.config.js'))({}, { mode: 'production' })].flat();
  const chosen = configurations.find((configuration) => configuration.name === face);
  try {
    mkdirSync(fresh, { recursive: true });
    await compile({ ...chosen, context: root, output: { ...chosen.output, path: fresh, clean: false } });
    // What is edited while the build runs must count as newer than the build.
    utimesSync(join(fresh, basename(entry)), begun, begun);
    const last = (file) => Number(file === basename(entry));
    // File by file in folders too: a folder cannot be moved onto the one of an earlier build.
    const files = readdirSync(fresh, { recursive: true }).filter((file) => statSync(join(fresh, file)).isFile()).sort((a, b) => last(a) - last(b));
    for (const file of files) {
      mkdirSync(dirname(join(home, file)), { recursive: true });
      renameSync(join(fresh, file), join(home, file));
    }
  } finally {
    process.chdir(caller);
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * Builds `face` (a configuration's name) unless `entry` (absolute path of its main file) is newer than all sources.
 * @returns null when it is there, otherwise a Chinese sentence and what went wrong
 */
export async function ensureBuilt(face, entry) {
  try {
    if (!upToDate(entry)) await build(face, entry);
    return null;
  } catch (error) {
    return `构建失败，请先运行 npm ci。\n${error.message}\n`;
  }
}
