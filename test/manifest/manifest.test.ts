// The manifest held against what Office asks of it: order of elements, ids, resources, icons, addresses, functions. Excel itself says only "could not be added".
import { DOMParser, type Element } from '@xmldom/xmldom';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeManifest } from './judge-manifest';
import { ROOT, surroundings } from './surroundings';

const text = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');

const around = surroundings('https://localhost:3000');

function judge(xml: string): readonly string[] {
  return judgeManifest(new DOMParser().parseFromString(xml, 'text/xml').documentElement as Element, around);
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

describe('the custom functions in manifest.xml', () => {
  it('stand before the desktop, since the schema has a sequence there', () => {
    expect(text).toMatch(/<AllFormFactors>\s*<ExtensionPoint xsi:type="CustomFunctions">[\s\S]*<\/AllFormFactors>\s*<DesktopFormFactor>/);
  });

  it('ask for no requirement set: an Excel without them shows the pane all the same', () => {
    expect(text).not.toContain('CustomFunctionsRuntime');
    expect(text.match(/<Requirements>/g)).toHaveLength(1);
  });

  it('are called 绩效.… in Chinese and BIAOLI.… in English, each with its metadata', () => {
    expect(text).toMatch(/<bt:String id="functions.namespace" DefaultValue="绩效">\s*<bt:Override Locale="en-US" Value="BIAOLI"\/>/);
    expect(text).toMatch(/\/functions\.json">\s*<bt:Override Locale="en-US" Value="[^"]+\/functions\.en-us\.json"\/>/);
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
    ['custom functions after the desktop', (xml) => xml.replace(/(<AllFormFactors>[\s\S]*<\/AllFormFactors>)\s*(<DesktopFormFactor>[\s\S]*<\/DesktopFormFactor>)/, '$2$1'), /order of the children of Host/],
    ['a page of the functions before their script', (xml) => xml.replace(/(<Script>[\s\S]*<\/Script>)\s*(<Page>[\s\S]*<\/Page>)/, '$2$1'), /order of the children of ExtensionPoint/],
    ['a script of the functions that is none', (xml) => xml.replace('/functions.js"', '/functions.html"'), /Script of the custom functions/],
    ['metadata that nobody builds', (xml) => xml.replace('/functions.en-us.json', '/functions.fr-fr.json'), /functions\.fr-fr\.json is no file/],
    ['functions without metadata', (xml) => xml.replace(/<Metadata>[\s\S]*<\/Metadata>/, ''), /without Metadata/],
    ['an Override that has lost its prefix', (xml) => xml.replace('<bt:Override Locale="en-US" Value="BIAOLI"/>', '<Override Locale="en-US" Value="BIAOLI"/>'), /only bt:Override/],
    ['a namespace with a space in it', (xml) => xml.replace('Value="BIAOLI"', 'Value="PERF RATES"'), /no namespace/],
    ['an address of somebody else', (xml) => xml.replace('https://localhost:3000/commands.html', 'https://example.com/commands.html'), /does not lie under/],
    ['an id that is no GUID', (xml) => xml.replace(/<Id>[^<]+/, '<Id>biaoli'), /GUID/],
  ];
  it.each(changes)('sees %s', (_name, change, complaint) => {
    const changed = change(text);
    expect(changed).not.toBe(text);
    expect(judge(changed).join('\n')).toMatch(complaint);
  });
});
