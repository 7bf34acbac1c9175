// What the README promises about commands, rules and rubrics, held against the package itself.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SEVERITY_WORDS } from '../../src/exports/words';
import { RUBRICS } from '../../src/rubrics/catalogue';
import { REPORT_RULES } from '../../src/reports/report-rules';
import { RULES } from '../../src/rules/index';

const ROOT = resolve(__dirname, '..', '..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const readme = read('README.md');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe('the README', () => {
  it('names the two commands, and the package has their scripts', () => {
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test', 'biaoli']));
  });

  it('names no script that the package does not have', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  it('lists every rule with its severity and title, in their order', () => {
    const rows = [...readme.matchAll(/^\| `([a-z0-9-]+)` \| (错误|核实|提示) \| (.+?) \|/gm)].map(([, id, severity, title]) => [id, severity, title]);
    expect(rows).toEqual([...RULES, ...REPORT_RULES].map((rule) => [rule.id, SEVERITY_WORDS[rule.severity], rule.title]));
  });

  it('says how many rubrics there are', () => {
    expect(readme).toContain(`${RUBRICS.length} 个口径`);
  });

  it('links to nothing that is not there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });
});

describe('the package', () => {
  it('names no host in its lock file', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  it('starts what the scripts name', () => {
    for (const script of [scripts['start'], scripts['biaoli']]) expect(existsSync(join(ROOT, /node (\S+)/.exec(script ?? '')?.[1] ?? 'nothing'))).toBe(true);
  });
});
