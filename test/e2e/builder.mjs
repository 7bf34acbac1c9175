// Builds for the tests in a browser, in one process: what has been compiled for the first build serves the others, which then take half the time; each is made when it is first asked for.
// POST / with { face, choices } (a name of webpack.config.js and its --env) answers { code, told, folder }; face workbench is what `npm start` would build first.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { compile, ensureBuilt } from '../../src/building.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);
const configure = require('../../webpack.config.js');
const work = mkdtempSync(join(tmpdir(), 'biaoli-builds-'));

/** Runs `build`; what it says meanwhile on stderr (sizes, errors) comes back. */
async function listened(build) {
  const { stderr } = process;
  const write = stderr.write.bind(stderr);
  let told = '';
  stderr.write = (words) => ((told += words), true);
  try {
    const code = await build((words) => (told += words));
    return { code, told };
  } catch (error) {
    return { code: 1, told: `${told}${error.stack}` };
  } finally {
    stderr.write = write;
  }
}

async function make({ face, choices }, place) {
  if (face === 'workbench') {
    const page = join(root, 'dist/workbench/index.html');
    const built = await listened(async (tell) => ((await ensureBuilt(face, page)) === null ? 0 : (tell('workbench'), 1)));
    return { ...built, folder: dirname(page) };
  }
  let folder = null;
  const built = await listened(async (tell) => {
    const configuration = configure(choices, { mode: 'production' }).find(({ name }) => name === face);
    folder = join(work, String(place), basename(configuration.output.path));
    tell((await compile({ ...configuration, context: root, output: { ...configuration.output, path: folder } })).toString('errors-warnings'));
    return 0;
  });
  return { ...built, folder };
}

const made = new Map();
/** One after the other: two at once would share nothing but the machine. */
let last = Promise.resolve();
function build(wanted) {
  const key = JSON.stringify(wanted);
  if (!made.has(key)) {
    const place = made.size;
    last = last.then(() => make(wanted, place));
    made.set(key, last);
  }
  return made.get(key);
}

const server = createServer(async (request, response) => {
  const built = await build(JSON.parse(await text(request)));
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(built));
});
server.requestTimeout = 0;
server.headersTimeout = 0;
server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}/`));
process.on('disconnect', () => {
  rmSync(work, { recursive: true, force: true });
  process.exit();
});
