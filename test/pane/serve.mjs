// Bundles the harness page with esbuild and serves it with workbooks on localhost; for screenshots and browser scenarios.
import { build } from 'esbuild';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const TYPES = { '.js': 'text/javascript', '.html': 'text/html', '.xlsx': 'application/octet-stream' };
const PAGE = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>表里如一</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"><style>html,body,#pane{height:100%;margin:0}</style></head><body><div id="pane"></div><script type="module" src="/bundle/harness.js"></script></body></html>';

const options = { bundle: true, minify: true, format: 'esm', splitting: true, jsx: 'automatic', target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' }, write: false, metafile: true, legalComments: 'none' };

/** Files of the harness by name. */
export async function bundle(entry = join(here, 'harness.tsx')) {
  const built = await build({ ...options, entryPoints: [entry], outdir: '/bundle' });
  return { files: new Map(built.outputFiles.map((file) => [file.path, file.contents])), metafile: built.metafile };
}

/** Bytes after gzip of what is loaded before the first paint, and of each chunk that comes later. */
export async function measure(entry) {
  const { files, metafile } = await bundle(entry);
  const outputs = Object.entries(metafile.outputs);
  const start = outputs.find(([, output]) => output.entryPoint?.endsWith(entry.split('/').at(-1)));
  const initial = new Set();
  const visit = (name) => {
    if (initial.has(name)) return;
    initial.add(name);
    for (const one of metafile.outputs[name].imports) if (one.kind === 'import-statement') visit(one.path);
  };
  visit(start[0]);
  const size = (name) => gzipSync(files.get(resolve(name)) ?? files.get('/' + name.replace(/^(\.\.\/)+/, '')), { level: 9 }).length;
  return { initial: [...initial].reduce((sum, name) => sum + size(name), 0), later: outputs.filter(([name]) => !initial.has(name)).map(([name]) => [name.split('/').at(-1), size(name)]) };
}

/** Serves the harness; `workbooks` gives bytes by name, samples are found by theirs. */
export async function serve(workbooks = new Map()) {
  const { files } = await bundle();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const send = (body, type) => response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    if (path === '/') send(PAGE, 'text/html');
    else if (files.has(path)) send(files.get(path), TYPES[extname(path)] ?? 'text/plain');
    else if (path.startsWith('/files/')) {
      const name = path.slice(7);
      const body = workbooks.get(name);
      if (body) send(body, TYPES['.xlsx']);
      else readFile(join(here, '../../assets/samples', name)).then((bytes) => send(bytes, TYPES['.xlsx']), () => response.writeHead(404).end());
    } else response.writeHead(404).end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://localhost:${server.address().port}`, close: () => server.close() };
}
