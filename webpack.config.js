// One configuration per face; each names its target. The command line is bundled for Node with everything inside,
// the reader of .xls/.et stays a chunk of its own so that it is loaded only when such a file comes.
// The add-in goes to dist/addin/, a folder to be served as it is. Its choices (--env name=value):
//   office  where pages load office.js from: cdn (Microsoft's, the default), 21vianet (世纪互联), self (a copy beside the pages, from the builder's own node_modules)
//   base    https address that the folder will be served at; written into dist/addin/manifest.xml
const { existsSync } = require('node:fs');
const path = require('node:path');
const { gzipSync } = require('node:zlib');
const { DefinePlugin } = require('webpack');
const { version } = require('./package.json');

const rules = [{ test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', tsconfig: path.resolve(__dirname, 'tsconfig.json') } }];
const resolve = { extensions: ['.ts', '.tsx', '.js', '.json'] };
const define = new DefinePlugin({ BIAOLI_VERSION: JSON.stringify(version) });

const OFFICE = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  self: 'office-js/office.js',
};
/** The address that manifest.xml is written with. */
const WRITTEN_BASE = 'https://localhost:3000';
const OFFICE_FOLDER = path.resolve(__dirname, 'node_modules/@microsoft/office-js');
/** What an Excel of any kind loads, unmodified; the other applications' and the readable files are left out. */
const OFFICE_FILES = ['dist/office.js', 'dist/excel-!(*.debug).js', 'dist/o15apptofilemappingtable.js', 'dist/es6-promise.js', 'dist/{zh-cn,zh-tw,en-us}/**', 'dist/telemetry/**', 'LICENSE.md'];
const PANE_LIMIT_KB = 250;

/** No eval, no address but our own and that of office.js. Styles are made by script: the components' and Office's own. */
function policyFor(office) {
  const scripts = office.startsWith('https:') ? `'self' ${new URL(office).origin}` : "'self'";
  return [`default-src 'none'`, `script-src ${scripts}`, `style-src 'self' 'unsafe-inline'`, `img-src 'self' data:`, `font-src 'self' data:`, `connect-src 'self'`, `base-uri 'none'`, `form-action 'none'`, `object-src 'none'`].join('; ');
}

/** Prints what the pane loads before it shows itself, office.js not counted, and fails a build above the limit. */
class PaneSize {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('PaneSize', (compilation) => {
      if (compiler.options.mode !== 'production') return;
      const files = compilation.entrypoints.get('taskpane').getFiles().filter((file) => file.endsWith('.js'));
      const kb = files.reduce((sum, file) => sum + gzipSync(compiler.outputFileSystem.readFileSync(path.join(compilation.outputOptions.path, file)), { level: 9 }).length, 0) / 1000;
      const told = `task pane: ${kb.toFixed(1)} kB of JavaScript (gzip) before it shows itself, limit ${PANE_LIMIT_KB} kB`;
      if (kb > PANE_LIMIT_KB) compilation.errors.push(new Error(told));
      else process.stderr.write(`${told}\n`);
    });
  }
}

function addin(env, mode) {
  const HtmlPlugin = require('html-webpack-plugin');
  const CopyPlugin = require('copy-webpack-plugin');
  const { EsbuildPlugin } = require('esbuild-loader');
  const choice = env.office ?? 'cdn';
  const office = OFFICE[choice];
  if (office === undefined) throw new Error(`--env office=${choice}：只能是 ${Object.keys(OFFICE).join('、')}。`);
  if (choice === 'self' && !existsSync(path.join(OFFICE_FOLDER, 'dist/office.js'))) throw new Error('--env office=self：没有找到 node_modules/@microsoft/office-js，请先运行 npm ci。');
  const base = (env.base ?? WRITTEN_BASE).replace(/\/+$/, '');
  if (!/^https:\/\/[^/]/.test(base)) throw new Error(`--env base=${base}：Office 只打开 https 网址，例如 https://addin.example.cn/biaoli。`);
  const policy = policyFor(office);
  const page = (name, chunks) => new HtmlPlugin({ template: `./src/${name}.html`, filename: `${name}.html`, chunks, policy, office, scriptLoading: 'defer', minify: false });
  return {
    name: 'addin',
    mode,
    target: ['web', 'es2020'],
    entry: { taskpane: './src/taskpane.tsx', commands: './src/commands.ts', message: './src/message.ts' },
    output: { path: path.resolve(__dirname, 'dist/addin'), filename: '[name].[contenthash:8].js', chunkFilename: '[name].[contenthash:8].js', clean: true },
    devtool: mode === 'development' ? 'source-map' : false,
    optimization: { minimizer: [new EsbuildPlugin({ target: 'es2020', legalComments: 'external' })] },
    module: { rules: [{ ...rules[0], options: { ...rules[0].options, target: 'es2020' } }] },
    resolve,
    plugins: [
      define,
      page('taskpane', ['taskpane']), page('commands', ['commands']), page('message', ['message']),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/*.png', to: '[path][name][ext]' },
          { from: 'manifest.xml', transform: (content) => content.toString().replaceAll(WRITTEN_BASE, base) },
          ...(choice === 'self' ? OFFICE_FILES.map((glob) => ({ from: glob, context: OFFICE_FOLDER, to: ({ absoluteFilename }) => path.join('office-js', path.relative(path.join(OFFICE_FOLDER, absoluteFilename.endsWith('LICENSE.md') ? '' : 'dist'), absoluteFilename)), info: { minimized: true } })) : []),
        ],
      }),
      new PaneSize(),
    ],
    performance: false,
  };
}

/** @type {(env: object, argv: { mode?: string }) => import('webpack').Configuration[]} */
module.exports = (env, argv) => [
  {
    name: 'cli',
    mode: argv.mode === 'development' ? 'development' : 'production',
    target: 'node20',
    entry: { cli: './src/cli.ts' },
    output: { path: path.resolve(__dirname, 'dist'), filename: '[name].js', chunkFilename: 'cli.[name].js', library: { type: 'commonjs2' } },
    devtool: false,
    optimization: { minimize: false },
    module: { rules },
    resolve,
    plugins: [define],
    performance: false,
  },
  addin(env ?? {}, argv.mode === 'development' ? 'development' : 'production'),
];
