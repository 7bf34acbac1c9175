// What `npm start` starts: the workbench, built when needed, served to this computer only, and opened in its browser.
import { spawn } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../building.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'workbench');
const FIRST_PORT = 8080;
const TRIES = 20;
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8' };

/** The file that an address names; null outside the folder. */
function fileOf(url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(folder + sep)) return null;
  try {
    return statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

function answer(request, response) {
  const file = request.method === 'GET' || request.method === 'HEAD' ? fileOf(request.url ?? '/') : null;
  // A catalogue beside the page is asked for whether there is one or not: that there is none is no error in the browser's console.
  if (file === null && request.url?.split('?')[0] === '/catalog.json') {
    response.writeHead(204).end();
    return;
  }
  if (file === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个文件。\n');
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

/** The first free port from the wanted one on; only this computer can reach it. */
function listen(port, left = TRIES) {
  return new Promise((resolve, reject) => {
    const server = createServer(answer);
    server.once('error', (error) => (error.code === 'EADDRINUSE' && left > 0 ? resolve(listen(port + 1, left - 1)) : reject(error)));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** A browser where there is a screen to show it; its absence is no error. */
function show(address) {
  if (process.env.CI || (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)) return;
  const [command, ...args] = process.platform === 'win32' ? ['cmd', '/c', 'start', '', address] : process.platform === 'darwin' ? ['open', address] : ['xdg-open', address];
  const opened = spawn(command, args, { stdio: 'ignore', detached: true });
  opened.on('error', () => undefined);
  opened.unref();
}

const failure = await ensureBuilt('workbench', join(folder, 'index.html'));
if (failure !== null) {
  process.stderr.write(failure);
  process.exit(2);
}
const wanted = Number(process.env.PORT ?? FIRST_PORT);
const server = await listen(Number.isInteger(wanted) && wanted >= 0 && wanted < 65_536 ? wanted : FIRST_PORT);
const address = `http://localhost:${server.address().port}/`;
console.log(`表里如一工作台：${address}`);
console.log('示例表已经打开并核查。文件只在本机处理，不上传。按 Ctrl+C 停止。');
show(address);
