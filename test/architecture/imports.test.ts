// The direction of imports is held by lint; here it is shown that lint really refuses, and what lint cannot see is checked.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ESLint, type Linter } from 'eslint';

const config = jest.requireActual<Linter.Config[]>('../../eslint.config.js');

const ROOT = resolve(__dirname, '..', '..');
const SRC = join(ROOT, 'src');

/** Room, import that it must not make, words of the ban. */
const FORBIDDEN: readonly (readonly [string, string, string])[] = [
  ['model', '../reading/text', 'The model is the vocabulary'],
  ['reading', '../rules/rule', 'Reading turns a grid into tables'],
  ['rubrics', '../scoring/score-table', 'Rubrics are data'],
  ['scoring', '../rules/index', 'Scoring comes before the rules'],
  ['rules', '../review/order', 'A rule sees a table'],
  ['formulas', '../review/order', 'Own checks judge a table'],
  ['review', '../exports/json', 'The review is pure'],
  ['reports', '../workbooks/package/read', 'Reports are read and checked'],
  ['exports', '../workbooks/package/read', 'Writers take a review'],
  ['workbooks', '../review/plan', 'A host reads grids'],
  ['pane', '../workbooks/package/read', 'The pane speaks to the port'],
  ['review', '../cli', 'Entries wire rooms together'],
  ['rules', 'node:fs', 'Only hosts and entries touch files'],
];

function sources(folder = SRC): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Files of the project that a source imports, types included. */
function importsOf(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*(?:\/\*[^*]*\*\/\s*)?'(\.[^']+)'/g)].flatMap(([, specifier = '']) => {
    const target = resolve(dirname(path), specifier);
    return ['', '.ts', '.tsx', '/index.ts'].map((end) => target + end).filter((file) => /\.tsx?$/.test(file) && existsSync(file)).slice(0, 1);
  });
}

describe('the direction of imports', () => {
  // The project's own configuration, handed over because jest cannot load it by itself; only the bans run, since the sources here have no types to look up.
  const eslint = new ESLint({
    cwd: ROOT,
    overrideConfigFile: true,
    overrideConfig: [...config, { files: ['**/*.ts'], languageOptions: { parserOptions: { project: false } } }],
    ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports',
  });

  it.each(FORBIDDEN)('%s must not import %s', async (room, specifier, words) => {
    const [result] = await eslint.lintText(`import { x } from '${specifier}';\nx();\n`, { filePath: join(SRC, room, 'virtual.ts') });
    expect(result?.messages.filter(({ fatal }) => fatal)).toEqual([]);
    expect(result?.messages.map(({ message }) => message).join()).toContain(words);
  });

  it.each(['model', 'reading', 'rubrics', 'scoring', 'rules', 'review', 'exports'])('%s may import the model', async (room) => {
    const [result] = await eslint.lintText("import { a1 } from '../model/address';\na1(1, 1);\n", { filePath: join(SRC, room, 'virtual.ts') });
    expect(result?.messages).toEqual([]);
  });

  it('has no circle anywhere', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        circles.push([...trail.slice(trail.indexOf(path)), path].map((one) => relative(SRC, one)).join(' → '));
        return;
      }
      state.set(path, 'open');
      for (const next of importsOf(path)) visit(next, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of sources()) visit(path, []);
    expect(sources().length).toBeGreaterThan(50);
    expect(circles).toEqual([]);
  });

  it('has no file that only passes others on, but the list of rules', () => {
    const passing = sources().filter((path) => /^export (\*|\{[^}]*\}) from /m.test(readFileSync(path, 'utf8')));
    const indexes = sources().filter((path) => /[\\/]index\.tsx?$/.test(path));
    expect(passing.map((path) => relative(SRC, path))).toEqual([]);
    expect(indexes.map((path) => relative(SRC, path).replaceAll('\\', '/'))).toEqual(['rules/index.ts']);
  });
});
