// One configuration per face; each names its target. The command line is bundled for Node with everything inside,
// the reader of .xls/.et stays a chunk of its own so that it is loaded only when such a file comes.
// The add-in goes to dist/addin/, a folder to be served as it is. Its choices (--env name=value):
//   office  where pages load office.js from: cdn (Microsoft's, the default), 21vianet (世纪互联), self (a copy beside the pages, from the builder's own node_modules)
//   base    https address that the folder will be served at; written into dist/addin/manifest.xml
const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { runInThisContext } = require('node:vm');
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
/** Lies beside office.js; the functions' page loads it where Excel has no runtime of its own for them. */
const RUNTIME = 'custom-functions-runtime.js';
/** What an Excel of any kind loads, unmodified; the other applications' and the readable files are left out. */
const OFFICE_FILES = ['dist/office.js', 'dist/excel-!(*.debug).js', 'dist/o15apptofilemappingtable.js', 'dist/es6-promise.js', `dist/${RUNTIME}`, 'dist/{zh-cn,zh-tw,en-us}/**', 'dist/telemetry/**', 'LICENSE.md'];
const PANE_LIMIT_KB = 250;
const FUNCTIONS_LIMIT_KB = 60;
const PLAIN = 'es2017';

/** No eval, no address but our own and that of office.js. Styles are made by script: the components' and Office's own. */
function policyFor(office) {
  const scripts = office.startsWith('https:') ? `'self' ${new URL(office).origin}` : "'self'";
  return [`default-src 'none'`, `script-src ${scripts}`, `style-src 'self' 'unsafe-inline'`, `img-src 'self' data:`, `font-src 'self' data:`, `connect-src 'self'`, `base-uri 'none'`, `form-action 'none'`, `object-src 'none'`].join('; ');
}

/** Prints what an entry loads at its start, Office's own files not counted, and fails a build above the limit. */
class StartSize {
  constructor(entry, told, limit) {
    Object.assign(this, { entry, told, limit });
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap('StartSize', (compilation) => {
      if (compiler.options.mode !== 'production') return;
      const files = compilation.entrypoints.get(this.entry).getFiles().filter((file) => file.endsWith('.js'));
      const kb = files.reduce((sum, file) => sum + gzipSync(compiler.outputFileSystem.readFileSync(path.join(compilation.outputOptions.path, file)), { level: 9 }).length, 0) / 1000;
      const told = `${this.told.replace('%', `${kb.toFixed(1)} kB of JavaScript (gzip)`)}, limit ${this.limit} kB`;
      if (kb > this.limit) compilation.errors.push(new Error(told));
      else process.stderr.write(`${told}\n`);
    });
  }
}

/** Writes what Excel reads of the custom functions, from the same description that registers them: it is built as a module of its own, run, and left out of the folder. */
class FunctionsMetadata {
  apply(compiler) {
    const { webpack: { EntryPlugin, library: { EnableLibraryPlugin }, sources: { RawSource }, Compilation, node: { NodeTemplatePlugin } } } = compiler;
    const filename = 'functions-metadata.cjs';
    compiler.hooks.thisCompilation.tap('FunctionsMetadata', (compilation, { normalModuleFactory }) => {
      compilation.dependencyFactories.set(EntryPlugin, normalModuleFactory);
      compilation.hooks.processAssets.tap({ name: 'FunctionsMetadata', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const made = { exports: {} };
        runInThisContext(`(function (module, exports, require) {${compilation.getAsset(filename).source.source()}\n})`)(made, made.exports, require);
        compilation.deleteAsset(filename);
        for (const [name, text] of Object.entries(made.exports.metadataFiles())) compilation.emitAsset(name, new RawSource(text));
      });
    });
    compiler.hooks.make.tapPromise('FunctionsMetadata', async (compilation) => {
      const child = compilation.createChildCompiler('functions-metadata', { filename }, [
        new NodeTemplatePlugin(), new EnableLibraryPlugin('commonjs2'), new EntryPlugin(compiler.context, './src/functions/metadata.ts', { name: 'functions-metadata', library: { type: 'commonjs2' } }),
      ]);
      await new Promise((resolve, reject) => {
        child.runAsChild((error, _entries, made) => (error || made.errors.length > 0 ? reject(error ?? made.errors[0]) : resolve()));
      });
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
  if (!/^https:\/\/[^/?#\s"'<>&]+(?:\/[^?#\s"'<>&]*)?$/.test(base)) throw new Error(`--env base=${base}：Office 只打开 https 网址，例如 https://addin.example.cn/biaoli。`);
  const policy = policyFor(office);
  const page = (name, chunks) => new HtmlPlugin({ template: `./src/${name}.html`, filename: `${name}.html`, chunks, policy, office, runtime: office.replace(/[^/]+$/, RUNTIME), scriptLoading: 'defer', minify: false });
  return {
    name: 'addin',
    mode,
    target: ['web', 'es2020'],
    entry: { taskpane: './src/taskpane.tsx', commands: './src/commands.ts', message: './src/message.ts', functions: './src/functions.ts' },
    // The manifest names the functions' script, which Excel on Windows runs without their page.
    output: { path: path.resolve(__dirname, 'dist/addin'), filename: ({ chunk }) => (chunk.name === 'functions' ? '[name].js' : '[name].[contenthash:8].js'), chunkFilename: '[name].[contenthash:8].js', clean: true },
    devtool: mode === 'development' ? 'source-map' : false,
    optimization: { minimizer: [new EsbuildPlugin({ target: 'es2020', legalComments: 'external', exclude: /^functions/ }), new EsbuildPlugin({ target: PLAIN, legalComments: 'external', include: /^functions\.js/ })] },
    module: { rules: [{ ...rules[0], options: { ...rules[0].options, target: 'es2020' } }] },
    resolve,
    plugins: [
      define,
      page('taskpane', ['taskpane']), page('commands', ['commands']), page('message', ['message']), page('functions', ['functions']),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/*.png', to: '[path][name][ext]' },
          // As it is written: a minifier of today would write it in words of today.
          { from: 'src/addin/old-webview.js', to: '[name][ext]', info: { minimized: true } },
          { from: 'manifest.xml', transform: (content) => content.toString().replaceAll(WRITTEN_BASE, base) },
          ...(choice === 'self' ? OFFICE_FILES.map((glob) => ({ from: glob, context: OFFICE_FOLDER, to: ({ absoluteFilename }) => path.join('office-js', path.relative(path.join(OFFICE_FOLDER, absoluteFilename.endsWith('LICENSE.md') ? '' : 'dist'), absoluteFilename)), info: { minimized: true } })) : []),
        ],
      }),
      new FunctionsMetadata(),
      new StartSize('taskpane', 'task pane: % before it shows itself', PANE_LIMIT_KB),
      new StartSize('functions', 'custom functions: %', FUNCTIONS_LIMIT_KB),
    ],
    performance: false,
  };
}

/** The workbench asks nobody: its own folder is all it may load from. Its worker is started from text, which is a blob's address. */
const WORKBENCH_POLICY = `default-src 'none'; script-src 'self'; worker-src blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'`;
const SAMPLE = { file: 'assets/samples/project.xlsx', name: '项目支出绩效自评表（示例）.xlsx' };

/** Builds the workers beside the page and wraps each as a text in a script: pages opened from a disk (file:) may load scripts, not start workers from files or fetch. The sample travels in the same way. */
class Carried {
  apply(compiler) {
    const { webpack: { EntryPlugin, sources: { RawSource }, Compilation, optimize: { LimitChunkCountPlugin }, webworker: { WebWorkerTemplatePlugin } } } = compiler;
    compiler.hooks.thisCompilation.tap('Carried', (compilation, { normalModuleFactory }) => {
      compilation.dependencyFactories.set(EntryPlugin, normalModuleFactory);
      compilation.hooks.processAssets.tap({ name: 'Carried', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_INLINE }, () => {
        for (const [name, global] of [['engine.js', 'biaoliEngine'], ['desk.js', 'biaoliDesk']]) compilation.updateAsset(name, (source) => new RawSource(`window.${global}=${JSON.stringify(source.source().toString())};\n`));
        const sample = readFileSync(path.resolve(__dirname, SAMPLE.file));
        compilation.emitAsset('sample.js', new RawSource(`window.biaoliSample=${JSON.stringify({ name: SAMPLE.name, base64: sample.toString('base64') })};\n`));
      });
    });
    compiler.hooks.make.tapPromise('Carried', async (compilation) => {
      const build = (name, entry) => new Promise((resolve, reject) => {
        const child = compilation.createChildCompiler(name, { filename: `${name}.js` }, [
          new WebWorkerTemplatePlugin(), new EntryPlugin(compiler.context, entry, { name }), define,
        ]);
        // Only now: what is handed to createChildCompiler loses its taps on `compilation` to the parent's. A worker started from text can load no second file.
        new LimitChunkCountPlugin({ maxChunks: 1 }).apply(child);
        child.runAsChild((error, _entries, made) => (error || made.errors.length > 0 ? reject(error ?? made.errors[0]) : resolve()));
      });
      await build('engine', './src/workbench/engine.ts');
      await build('desk', './src/workbench/desk-engine.ts');
    });
  }
}

/** Puts every script into the page itself, allowed by its hash: one file that can be passed on. */
class OneFile {
  constructor(filename) {
    this.filename = filename;
  }

  apply(compiler) {
    const { webpack: { sources: { RawSource }, Compilation } } = compiler;
    compiler.hooks.thisCompilation.tap('OneFile', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'OneFile', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, (assets) => {
        // "</script" inside a text of a script would end the element.
        const texts = ['engine.js', 'desk.js', 'sample.js', 'single.js'].map((name) => assets[name].source().toString().replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--'));
        const hashes = texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
        const icon = readFileSync(path.resolve(__dirname, 'assets/icons/biaoli-32.png')).toString('base64');
        const page = readFileSync(path.resolve(__dirname, 'src/workbench.html'), 'utf8')
          .replace(/<%= [\w.]*policy %>/, () => WORKBENCH_POLICY.replace("script-src 'self'", `script-src ${hashes.join(' ')}`).replace("connect-src 'self'", "connect-src 'none'"))
          .replace(/<%= [\w.]*icon %>/, () => `data:image/png;base64,${icon}`)
          .replace(/ *<script defer src="[\w.]+"><\/script>\n/g, '')
          .replace('</body>', () => `${texts.map((text) => `<script>${text}</script>`).join('\n')}\n</body>`);
        for (const name of Object.keys(assets)) compilation.deleteAsset(name);
        compilation.emitAsset(this.filename, new RawSource(page));
      });
    });
  }
}

/** The workbench in one file, without the grid, for a USB stick. */
function single(mode) {
  const { EsbuildPlugin } = require('esbuild-loader');
  const base = workbench(mode);
  const { optimize } = require('webpack');
  return {
    ...base,
    name: 'single',
    entry: { single: './src/workbench-single.tsx' },
    output: { path: path.resolve(__dirname, 'dist/single'), filename: '[name].js' },
    devtool: false,
    // Whose work is inside is told inside: nothing else travels with the file.
    optimization: { minimizer: [new EsbuildPlugin({ target: PLAIN, legalComments: 'inline', charset: 'utf8' })] },
    plugins: [define, new Carried(), new optimize.LimitChunkCountPlugin({ maxChunks: 1 }), new OneFile('../表里如一.html')],
  };
}

/** The browser workbench: a folder of classic scripts for any web server, or for a disk. */
function workbench(mode) {
  const HtmlPlugin = require('html-webpack-plugin');
  const CopyPlugin = require('copy-webpack-plugin');
  const CssPlugin = require('mini-css-extract-plugin');
  const { EsbuildPlugin } = require('esbuild-loader');
  return {
    name: 'workbench',
    mode,
    target: ['web', PLAIN],
    entry: { workbench: './src/workbench.tsx' },
    output: { path: path.resolve(__dirname, 'dist/workbench'), filename: '[name].js', chunkFilename: '[name].[contenthash:8].js', clean: true, publicPath: 'auto' },
    devtool: mode === 'development' ? 'source-map' : false,
    // Packages are shipped for newer browsers than the oldest that offices keep: the minifier lowers them.
    optimization: { minimizer: [new EsbuildPlugin({ target: PLAIN, css: true, legalComments: 'external' })] },
    module: {
      rules: [
        { ...rules[0], options: { ...rules[0].options, target: PLAIN } },
        { test: /\.css$/, use: [CssPlugin.loader, 'css-loader'] },
      ],
    },
    resolve,
    plugins: [
      define,
      new CssPlugin({ filename: '[name].[contenthash:8].css', chunkFilename: '[name].[contenthash:8].css' }),
      new Carried(),
      new HtmlPlugin({ template: './src/workbench.html', filename: 'index.html', chunks: ['workbench'], policy: WORKBENCH_POLICY, icon: 'biaoli-32.png', scriptLoading: 'defer', minify: false }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/biaoli-32.png', to: '[name][ext]' },
          // Apache-2.0 asks that its text goes along; the notices of the others are in the .LEGAL.txt files.
          { from: path.resolve(__dirname, 'node_modules/@univerjs/core/LICENSE'), to: 'licences/univer.txt', toType: 'file' },
        ],
      }),
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
    // The command line starts itself again as the worker of a batch: it has to know where it lies.
    node: { __filename: false },
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
  workbench(argv.mode === 'development' ? 'development' : 'production'),
  single(argv.mode === 'development' ? 'development' : 'production'),
];
