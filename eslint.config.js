// Typed linting, and the direction of imports: each room may only see the rooms before it on the road.
const js = require('@eslint/js');
const reactHooks = require('eslint-plugin-react-hooks');
const tseslint = require('typescript-eslint');

/** room → rooms it must not import, with the sentence that a reader of the error needs. */
const bans = [
  ['model', ['reading', 'rubrics', 'scoring', 'rules', 'review', 'reports', 'workbooks', 'exports', 'pane'], 'The model is the vocabulary of all rooms and imports none of them.'],
  ['reading', ['rubrics', 'scoring', 'rules', 'review', 'reports', 'workbooks', 'exports', 'pane'], 'Reading turns a grid into tables; it knows no rubric, no rule and no host.'],
  ['rubrics', ['reading', 'scoring', 'rules', 'review', 'reports', 'workbooks', 'exports', 'pane'], 'Rubrics are data; they import the model only.'],
  ['scoring', ['rules', 'review', 'reports', 'workbooks', 'exports', 'pane'], 'Scoring comes before the rules and must not depend on what they find.'],
  ['rules', ['review', 'reports', 'workbooks', 'exports', 'pane'], 'A rule sees a table, its scorecard and the rubric, nothing else.'],
  ['formulas', ['rubrics', 'review', 'reports', 'workbooks', 'exports', 'pane'], 'Own checks judge a table like rules do: they see the model, what is read, scored and known to the rules, and no host.'],
  ['review', ['reports', 'workbooks', 'exports', 'pane'], 'The review is pure: no host, no writer, no screen.'],
  ['reports', ['workbooks', 'exports', 'pane'], 'Reports are read and checked without host, writer or screen.'],
  ['exports', ['workbooks', 'reports', 'pane'], 'Writers take a review and give text or bytes; they know no host and no screen.'],
  ['workbooks', ['reading', 'rubrics', 'scoring', 'rules', 'review', 'reports', 'exports', 'pane'], 'A host reads grids and applies plans; it imports the model only.'],
  ['templates', ['reading', 'scoring/(?!direction$)[^/]+', 'rules', 'review', 'reports', 'exports', 'pane', 'workbooks/(?!package/plan-)[^/]+'], 'Templates are data laid out as plans of sheets; of the workbooks they know the writer of plans only, of the scoring only whether more or less is better.'],
  ['pane', ['workbooks/(?!port$)[^/]+'], 'The pane speaks to the port that its entry hands in, never to a host.'],
];

const importBans = bans.map(([room, banned, sentence]) => ({
  files: [`src/${room}/**/*.ts`, `src/${room}/**/*.tsx`],
  ignores: ['**/*.test.ts', '**/*.test.tsx'],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [
        { regex: `^(\\.\\./)+(${banned.join('|')})(/|$)`, message: sentence },
        { regex: '^(\\.\\./)+(cli|addin|taskpane|commands|message|functions|workbench)(/|$)', message: 'Entries wire rooms together; no room imports an entry.' },
        ...(room === 'workbooks' ? [] : [{ regex: '^(node:|fs$|path$|fflate$|@e965/|ssf$)', message: 'Only hosts and entries touch files, bytes and vendor formats.' }]),
      ],
    }],
  },
}));

/** The pure road has no clock, no random and no host objects. */
const pureRoad = {
  files: ['model', 'reading', 'rubrics', 'scoring', 'rules', 'formulas', 'review'].map((room) => `src/${room}/**/*.ts`),
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-globals': ['error', ...['window', 'document', 'fetch', 'process', 'Office', 'Excel', 'console', 'setTimeout'].map((name) => ({ name, message: 'Everything between read and apply is pure: no host, no DOM, no I/O.' }))],
    'no-restricted-syntax': ['error',
      { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The pure road has no clock: take the time as an argument.' },
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The pure road has no clock: take the time as an argument.' },
      { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The pure road has no random.' },
    ],
  },
};

module.exports = tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'test/architecture/fixtures/'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } }],
      eqeqeq: 'error',
      'no-irregular-whitespace': 'off',
    },
  },
  { files: ['**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
  { files: ['**/*.js', '**/*.mjs'], languageOptions: { globals: { console: 'readonly', process: 'readonly', require: 'readonly', module: 'writable', __dirname: 'readonly', Buffer: 'readonly', URL: 'readonly', TextEncoder: 'readonly', TextDecoder: 'readonly', setTimeout: 'readonly', performance: 'readonly', globalThis: 'readonly' } } },
  // Read by Internet Explorer: what it does not know is an error.
  { files: ['src/addin/old-webview.js'], languageOptions: { ecmaVersion: 5, sourceType: 'script', globals: { document: 'readonly', location: 'readonly', navigator: 'readonly', Office: 'readonly' } } },
  ...importBans,
  pureRoad,
);
