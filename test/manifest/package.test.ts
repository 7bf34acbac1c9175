// What `npm run package` writes: manifests that Office takes, a registry file that Windows takes, a guide, and sentences where it is asked wrongly.
import { DOMParser, type Element } from '@xmldom/xmldom';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeManifest } from './judge-manifest';
import { ROOT, surroundings } from './surroundings';

const SHARE = '\\\\fs01\\office-addins\\绩效';
const BASE = 'https://addin.example.cn:8443/jx/biaoli';
const folders: string[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'biaoli-package-'));
  folders.push(made);
  return made;
}

afterAll(() => { for (const one of folders) rmSync(one, { recursive: true, force: true }); });

interface Run {
  readonly code: number | null;
  readonly told: string;
  readonly out: string;
}

function run(words: readonly string[], out = folder()): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/distribution/package.mjs'), '--out', out, ...words], { encoding: 'utf8' });
  return { code: status, told: stdout + stderr, out };
}

const manifestOf = (out: string, way: string): string => readFileSync(join(out, 'deploy', way, 'manifest.xml'), 'utf8');

/** Complaints of the judge; a text that is not well-formed XML is one as well. */
function judge(xml: string, base: string): readonly string[] {
  const problems: string[] = [];
  const document = new DOMParser({ onError: (level, message) => { problems.push(`${level}: ${message}`); } }).parseFromString(xml, 'text/xml');
  return [...problems, ...judgeManifest(document.documentElement as Element, surroundings(base))];
}

const WAYS = ['microsoft-365', 'sharepoint', 'network-share'] as const;

describe.each([
  { name: 'the CDN', words: [], base: BASE },
  { name: '21Vianet', words: ['--office', '21vianet'], base: BASE },
  { name: 'an intranet', words: ['--office=self', '--share', SHARE], base: 'https://10.1.2.3' },
  { name: 'an English namespace', words: ['--namespace', 'jixiao'], base: BASE },
  { name: 'no functions', words: ['--namespace', 'none'], base: BASE },
])('manifests for $name', ({ words, base }) => {
  const { code, out } = run(['--base', `${base}/`, '--manifests-only', ...words]);

  it.each(WAYS)('pass the structural check: %s', (way) => {
    expect(code).toBe(0);
    expect(judge(manifestOf(out, way), base)).toEqual([]);
    expect(manifestOf(out, way)).not.toContain('localhost');
  });

  it('are one add-in in one version, the whole one for tenants and shares, one without ribbon for SharePoint', () => {
    const texts = WAYS.map((way) => manifestOf(out, way));
    expect(new Set(texts.map((text) => /<Id>.*<\/Id>\s*<Version>.*<\/Version>/.exec(text)?.[0])).size).toBe(1);
    expect(texts.map((text) => text.includes('VersionOverrides'))).toEqual([true, false, true]);
    expect(texts[2]).toBe(texts[0]);
  });
});

describe('the namespace of the functions', () => {
  const names = (words: readonly string[]): readonly (string | undefined)[] => [...manifestOf(run(['--base', BASE, '--manifests-only', ...words]).out, 'microsoft-365').matchAll(/functions\.namespace" DefaultValue="([^"]+)">\s*<bt:Override Locale="en-US" Value="([^"]+)"/g)].flatMap(([, chinese, english]) => [chinese, english]);

  it('is Chinese, another, or none at all', () => {
    expect([names([]), names(['--namespace', 'jixiao']), names(['--namespace', 'none'])]).toEqual([['绩效', 'BIAOLI'], ['JIXIAO', 'JIXIAO'], []]);
  });
});

describe('the registry file', () => {
  const registry = (share: string): readonly Buffer[] => {
    const { out } = run(['--base', BASE, '--manifests-only', '--share', share]);
    return ['trusted-catalog.reg', 'remove-trusted-catalog.reg'].map((name) => readFileSync(join(out, 'deploy/network-share', name)));
  };
  const [add = Buffer.alloc(0), remove = Buffer.alloc(0)] = registry(SHARE);
  const guid = /TrustedCatalogs\\(\{[^}]+\})\]/.exec(add.toString('utf16le'))?.[1] ?? '';

  it('is UTF-16 with a mark and CRLF, and names the share with doubled backslashes', () => {
    expect([...add.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    expect(add.toString('utf16le').slice(1)).toBe(['Windows Registry Editor Version 5.00', '', `[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\${guid}]`, `"Id"="${guid}"`, '"Url"="\\\\\\\\fs01\\\\office-addins\\\\绩效"', '"Flags"=dword:00000001', ''].join('\r\n'));
    expect(remove.toString('utf16le')).toContain(`[-HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\${guid}]\r\n`);
  });

  it('has a GUID that follows from the share', () => {
    expect(guid).toMatch(/^\{[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\}$/);
    const again = (share: string): boolean => registry(share)[0]?.toString('utf16le').includes(guid) === true;
    expect([again('//FS01/office-addins/绩效/'), again('\\\\fs02\\office-addins\\绩效')]).toEqual([true, false]);
  });

  it('takes backslashes that were doubled for another shell', () => {
    expect(registry('\\\\\\\\server\\\\office-addins')).toEqual(registry('\\\\server\\office-addins'));
  });

  it('is not left over from a run with a share', () => {
    const { out } = run(['--base', BASE, '--manifests-only', '--share', SHARE]);
    run(['--base', BASE, '--manifests-only'], out);
    expect(readdirSync(join(out, 'deploy/network-share'))).toEqual(['manifest.xml']);
  });
});

describe('the guide', () => {
  const guide = (words: readonly string[]): string => readFileSync(join(run(['--base', BASE, '--manifests-only', ...words]).out, 'deploy/部署说明.txt'), 'utf8');

  it('can be read by any Notepad and tells of every way with its limits', () => {
    const text = guide(['--share', SHARE]);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const words of [`${BASE}/taskpane.html`, SHARE, '集成应用', 'SharePoint', '网络共享', '单元格函数', '证书']) expect(text).toContain(words);
    expect(text.match(/限制：/g)).toHaveLength(3);
  });

  it('tells of where office.js comes from, and of the functions that there are', () => {
    expect(guide([])).toContain('appsforoffice.microsoft.com');
    expect(guide(['--office', '21vianet'])).toContain('appsforoffice.cdn.partner.office365.cn');
    expect(guide(['--office', 'self'])).toContain('LICENSE.md');
    expect([guide(['--namespace', 'jx']).includes('JX.执行率'), guide(['--namespace', 'none']).includes('这次没有带')]).toEqual([true, true]);
  });
});

describe('wrong arguments', () => {
  const empty = folder();
  writeFileSync(join(empty, 'note.txt'), '');
  const broken = folder();
  writeFileSync(join(broken, 'catalog.json'), '{');
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /请用 --base/],
    [['--base', 'http://addin.example.cn'], /是 http：Office 只打开 https/],
    [['--base', 'addin.example.cn/biaoli'], /不是网址/],
    [['--base', 'https://'], /不是网址/],
    [['--base', 'https://addin.example.cn:99999'], /不是网址/],
    [['--base', 'https://u:p@addin.example.cn'], /用户名和密码/],
    [['--base', `${BASE}?v=1`], /不能有 \? 和 #/],
    [['--base', `${BASE}/manifest.xml`], /像是一个文件/],
    [['--base', `${BASE}/a&b`], /空格、引号或 &/],
    [['--base', BASE, '--base', BASE], /写了两次/],
    [['--base', BASE, '--office', 'npm'], /只能是 cdn、21vianet、self/],
    [['--base', BASE, '--share', 'Z:\\addins'], /是盘符/],
    [['--base', BASE, '--share', '\\\\server'], /不是网络路径/],
    [['--base', BASE, '--share', '\\\\server\\a|b'], /不能用在路径里的字符/],
    [['--base', BASE, '--share', '\\\\server\\share\r\n"Flags"'], /不能用在路径里的字符/],
    [['--base', BASE, '--namespace', '自评 函数'], /只能用英文字母/],
    [['--base', BASE, '--namespace', 'AB12'], /像一个单元格地址/],
    [['--base', BASE, '--catalog', empty], /没有 catalog\.json/],
    [['--base', BASE, '--catalog', broken], /不是有效的 JSON/],
    [['--base', BASE, '--addin-only', '--manifests-only'], /只能写一个/],
    [['--base'], /“--base”后面要写一个值/],
    [['--base', BASE, '--outt', 'x'], /没有选项“--outt”/],
    [['包'], /不明白“包”/],
  ];

  it.each(cases)('%j: a sentence, and nothing is written', (words, sentence) => {
    const { code, told, out } = run([...words]);
    expect([code, readdirSync(out)]).toEqual([2, []]);
    expect(told).toMatch(sentence);
    expect(told).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('a folder with somebody else’s files is not emptied', () => {
    const out = folder();
    mkdirSync(join(out, 'addin'));
    writeFileSync(join(out, 'addin', 'index.html'), 'mine');
    const { code, told } = run(['--base', BASE, '--addin-only'], out);
    expect([code, readFileSync(join(out, 'addin', 'index.html'), 'utf8')]).toEqual([2, 'mine']);
    expect(told).toMatch(/里有别的文件，构建会清空它/);
  });

  it('help tells of every option', () => {
    const { code, told } = run(['--help']);
    expect(code).toBe(0);
    for (const name of ['base', 'office', 'share', 'namespace', 'catalog', 'out', 'addin-only', 'manifests-only']) expect(told).toContain(`--${name}`);
  });
});

test('the whole package for an intranet: pages, functions, office.js, a catalog beside them, and the same manifest in all places', () => {
  const catalog = folder();
  writeFileSync(join(catalog, 'catalog.json'), '{"entries":[]}');
  mkdirSync(join(catalog, 'rubrics'));
  writeFileSync(join(catalog, 'rubrics', 'county-2025.json'), '{}');
  const { code, told, out } = run(['--base', BASE, '--office', 'self', '--share', SHARE, '--addin-only', '--catalog', catalog]);
  expect([code, told]).toEqual([0, expect.stringContaining('部署说明.txt')]);
  for (const name of ['taskpane.html', 'functions.html', 'functions.js', 'functions.json', 'office-js/office.js', 'office-js/custom-functions-runtime.js', 'catalog.json', 'rubrics/county-2025.json']) expect([name, existsSync(join(out, 'addin', name))]).toEqual([name, true]);
  expect(readFileSync(join(out, 'addin/manifest.xml'), 'utf8')).toBe(manifestOf(out, 'microsoft-365'));
  // Moving to another address asks for no build.
  const moved = run(['--base', 'https://new.example.cn', '--manifests-only'], out);
  expect([moved.code, judge(readFileSync(join(out, 'addin/manifest.xml'), 'utf8'), 'https://new.example.cn')]).toEqual([0, []]);
  expect(existsSync(join(out, 'addin/taskpane.html'))).toBe(true);
}, 300_000);
