// One configuration per entry; each names its target. The command line is bundled for Node with everything inside,
// the reader of .xls/.et stays a chunk of its own so that it is loaded only when such a file comes.
const path = require('node:path');
const { DefinePlugin } = require('webpack');
const { version } = require('./package.json');

const rules = [{ test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', tsconfig: path.resolve(__dirname, 'tsconfig.json') } }];
const resolve = { extensions: ['.ts', '.tsx', '.js', '.json'] };
const define = new DefinePlugin({ BIAOLI_VERSION: JSON.stringify(version) });

/** @type {(env: object, argv: { mode?: string }) => import('webpack').Configuration[]} */
module.exports = (_env, argv) => [
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
];
