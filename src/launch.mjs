// What `npm run biaoli` starts: the built command line, built first when it is missing or older than its sources.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './building.mjs';

const entry = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'cli.js');
const failure = await ensureBuilt('cli', entry);
if (failure !== null) {
  process.stderr.write(failure);
  process.exit(2);
}
createRequire(import.meta.url)(entry);
