// The manifest held against what Office asks of it: order of elements, ids, resources, icons, addresses, functions. Excel itself says only "could not be added".
import { DOMParser, type Element } from '@xmldom/xmldom';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { judgeManifest, type Surroundings } from './judge-manifest';

const ROOT = resolve(__dirname, '..', '..');
const text = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** Width and height of a PNG from its header; null for another kind of file. */
function pngSize(path: string): readonly [number, number] | null {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  return bytes.toString('latin1', 1, 4) === 'PNG' ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
}

const surroundings: Surroundings = {
  version,
  imageSize: (path) => pngSize(join(ROOT, path)),
  pageExists: (path) => existsSync(join(ROOT, 'src', path)),
  functions: new Set([...readFileSync(join(ROOT, 'src', 'commands.ts'), 'utf8').matchAll(/Office\.actions\.associate\('(\w+)'/g)].map(([, name = '']) => name)),
};

function judge(xml: string): readonly string[] {
  return judgeManifest(new DOMParser().parseFromString(xml, 'text/xml').documentElement as Element, surroundings);
}

describe('manifest.xml', () => {
  it('is as Office wants it', () => {
    expect(judge(text)).toEqual([]);
  });

  it('asks for writing because corrections are written, for workbooks, and for ExcelApi 1.7 at least', () => {
    expect(text).toContain('<Permissions>ReadWriteDocument</Permissions>');
    expect([...text.matchAll(/<Host (?:Name|xsi:type)="(\w+)"/g)].map(([, name]) => name)).toEqual(['Workbook', 'Workbook']);
    expect(text).toMatch(/<Set Name="ExcelApi" MinVersion="1\.7"\/>/);
  });

  it('speaks Chinese first and has an English word for every string', () => {
    expect(text).toContain('<DefaultLocale>zh-CN</DefaultLocale>');
    const strings = [...text.matchAll(/<bt:String id="([^"]+)" DefaultValue="([^"]+)">\s*<bt:Override Locale="en-US" Value="([^"]+)"\/>/g)];
    expect(strings.length).toBe([...text.matchAll(/<bt:String /g)].length);
    for (const [, id, chinese = '', english = ''] of strings) expect([id, /\p{Script=Han}/u.test(chinese), /\p{Script=Han}/u.test(english)]).toEqual([id, true, false]);
  });

  it('has one group of three buttons on the Home tab and one entry in the menu of a cell', () => {
    expect([...text.matchAll(/<Control xsi:type="Button" id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['Biaoli.Check', 'Biaoli.Open', 'Biaoli.Clear', 'Biaoli.Explain']);
    expect(text).toMatch(/<OfficeTab id="TabHome">/);
    expect(text).toMatch(/<OfficeMenu id="ContextMenuCell">/);
  });
});

describe('the judge of manifests', () => {
  const changes: readonly (readonly [string, (xml: string) => string, RegExp])[] = [
    ['an old version', (xml) => xml.replace(/<Version>[^<]+/, '<Version>0.0.9.0'), /Version/],
    ['elements in another order', (xml) => xml.replace(/(<ProviderName>.*<\/ProviderName>)\s*(<DefaultLocale>.*<\/DefaultLocale>)/, '$2$1'), /order/],
    ['a button whose label comes after its tip', (xml) => xml.replace(/(<Label resid="check"\/>)\s*(<Supertip>[\s\S]*?<\/Supertip>)/, '$2$1'), /order/],
    ['an id used twice', (xml) => xml.replace('id="Biaoli.Open"', 'id="Biaoli.Check"'), /twice/],
    ['a resource that nobody defined', (xml) => xml.replace('<bt:Url id="url.pane"', '<bt:Url id="url.other"'), /url\.pane/],
    ['a resource that nobody uses', (xml) => xml.replace('<bt:Urls>', '<bt:Urls><bt:Url id="spare" DefaultValue="https://localhost:3000/taskpane.html"/>'), /spare/],
    ['a resource id that is too long', (xml) => xml.replaceAll('"check.tip"', `"${'x'.repeat(33)}"`), /32/],
    ['an icon that is not there', (xml) => xml.replace('icons/check-16.png', 'icons/nothing-16.png'), /nothing-16/],
    ['an icon of another size', (xml) => xml.replace('icons/check-16.png', 'icons/check-20.png'), /16/],
    ['a size left out', (xml) => xml.replace('<bt:Image size="80" resid="check.80"/>', ''), /80/],
    ['an address that is not https', (xml) => xml.replace('"https://localhost:3000/commands.html"', '"http://localhost:3000/commands.html"'), /https/],
    ['a page that is not there', (xml) => xml.replace('/commands.html', '/nothing.html'), /nothing\.html/],
    ['a function that nobody answers', (xml) => xml.replace('<FunctionName>clearMarks', '<FunctionName>clearAll'), /clearAll/],
    ['a label that is too long', (xml) => xml.replace('DefaultValue="一键核查"', `DefaultValue="${'核'.repeat(126)}"`), /125/],
    ['an id that is no GUID', (xml) => xml.replace(/<Id>[^<]+/, '<Id>biaoli'), /GUID/],
  ];
  it.each(changes)('sees %s', (_name, change, complaint) => {
    const changed = change(text);
    expect(changed).not.toBe(text);
    expect(judge(changed).join('\n')).toMatch(complaint);
  });
});
