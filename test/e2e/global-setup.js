// Runs once before the tests in a browser, so that suites that begin at the same time do not build the same twice; jest asks for a plain CommonJS function.
const { execFile } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { promisify } = require('node:util');
const { shareBuild } = require('./build-add-in.ts');
const { chromiumPath } = require('./host-page/session.ts');

const root = join(__dirname, '..', '..');

/** What `npm start` would build first. */
async function buildWorkbench() {
  const script = `import { ensureBuilt } from ${JSON.stringify(pathToFileURL(join(root, 'src/building.mjs')).href)};
    const failure = await ensureBuilt('workbench', ${JSON.stringify(join(root, 'dist/workbench/index.html'))});
    if (failure !== null) throw new Error(failure);`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
}

module.exports = async () => {
  if (!existsSync(chromiumPath())) return;
  const [remove] = await Promise.all([shareBuild(), buildWorkbench()]);
  globalThis.removeSharedBuild = remove;
};
