// Builds the test page once for a state of the sources: Univer takes a minute or more to build.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import { webpack, type Configuration } from 'webpack';

const ROOT = resolve(__dirname, '..', '..');
const CACHE = join(ROOT, 'node_modules/.cache/grid-page');
const SOURCES = ['src/workbooks', 'src/workbooks/grid', 'src/model', 'test/grid'];
/** Of these, all but the tests. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const folder of SOURCES) {
    for (const file of readdirSync(join(ROOT, folder)).filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name)).sort()) hash.update(file).update(readFileSync(join(ROOT, folder, file)));
  }
  return hash.update(readFileSync(join(ROOT, 'package-lock.json'))).digest('hex').slice(0, 16);
}

function configuration(folder: string): Configuration {
  return {
    mode: 'production',
    target: ['web', 'es2022'],
    context: ROOT,
    entry: { page: './test/grid/page.ts' },
    output: { path: folder, filename: '[name].js', chunkFilename: '[name].[contenthash:8].js', publicPath: 'auto' },
    devtool: false,
    // Opened here only: lowering and shrinking ten megabytes would take as long again.
    optimization: { minimize: false },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', tsconfig: join(ROOT, 'tsconfig.json') } },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      ],
    },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.json'] },
    plugins: [new MiniCssExtractPlugin({ filename: '[name].css' })],
    performance: false,
  };
}

function run(options: Configuration): Promise<void> {
  return new Promise((done, failed) => {
    const compiler = webpack(options);
    compiler?.run((error, stats) => {
      compiler.close(() => {
        if (error) failed(error);
        else if (stats?.hasErrors() === true) failed(new Error(stats.toString('errors-only')));
        else done();
      });
    });
  });
}

/** @returns the folder with index.html in it */
export async function buildGridPage(): Promise<string> {
  const folder = join(CACHE, stateOfSources());
  if (existsSync(join(folder, 'index.html'))) return folder;
  mkdirSync(CACHE, { recursive: true });
  for (const old of readdirSync(CACHE)) rmSync(join(CACHE, old), { recursive: true, force: true });
  const building = `${folder}.building`;
  await run(configuration(building));
  writeFileSync(join(building, 'index.html'), `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>grid</title><link rel="stylesheet" href="page.css"><style>html,body{margin:0;height:100%}#grid{height:100%}</style></head><body><div id="grid"></div><script src="page.js"></script></body></html>`);
  if (existsSync(folder)) cpSync(building, folder, { recursive: true });
  else renameSync(building, folder);
  return folder;
}
