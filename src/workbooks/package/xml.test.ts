// The scanner against saxes: whatever saxes reads, the scanner reads the same; what saxes refuses, it refuses.
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { makeParts } from '../../../test/make-workbook';
import { PackageError } from './package-error';
import { CLOSE, END, OPEN, XmlScanner } from './xml';
import { decodeXml } from './xml-text';

type Event = readonly [string, string?, ReadonlyMap<string, string>?];

function joined(events: Event[], text: string): void {
  const last = events.at(-1);
  if (last?.[0] === 'text') events[events.length - 1] = ['text', (last[1] ?? '') + text];
  else if (text !== '') events.push(['text', text]);
}

function scanned(source: string): Event[] | null {
  const events: Event[] = [];
  try {
    const xml = new XmlScanner(source);
    for (let event = xml.next(); event !== END; event = xml.next()) {
      if (event === OPEN) events.push(['open', xml.name, xml.attributes()]);
      else if (event === CLOSE) events.push(['close', xml.name]);
      else joined(events, xml.text());
    }
    return events;
  } catch (error) {
    if (error instanceof PackageError) return null;
    throw error;
  }
}

function local(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

function oracle(source: string): Event[] | null {
  const events: Event[] = [];
  const parser = new SaxesParser({ xmlns: false });
  let failed = false;
  let depth = 0;
  parser.on('error', () => {
    failed = true;
  });
  parser.on('doctype', () => {
    failed = true;
  });
  parser.on('opentag', (tag) => {
    depth++;
    events.push(['open', local(tag.name), new Map(Object.entries(tag.attributes))]);
  });
  parser.on('closetag', (tag) => {
    depth--;
    events.push(['close', local(tag.name)]);
  });
  parser.on('text', (text) => {
    if (depth > 0) joined(events, text);
  });
  parser.on('cdata', (text) => joined(events, text));
  parser.write(source).close();
  return failed ? null : events;
}

const name = fc.constantFrom('c', 'row', 'x:v', 'is', '表', 'a-b', 'r1');
const characters = fc.string({ unit: fc.constantFrom('a', '1', ' ', '\n', '\r', '\t', '&amp;', '&lt;', '&#20013;', '&#x4e2d;', '中', '"', "'", ']', '>', '😀'), maxLength: 8 });
const text = characters.filter((value) => !value.includes(']]>'));
const value = characters.map((raw) => `"${raw.replaceAll('"', '')}"`);
const attributes = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 3 }).map((list) => list.map(([key, raw]) => ` ${key} = ${raw}`).join(''));
const misc = fc.constantFrom('<!-- a note -->', '<?pi some data?>', '<![CDATA[a<b&c]]>', '');
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  content: fc.oneof({ depthSize: 'small' }, text, misc, tie('element')),
  element: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(name, attributes).map(([tag, list]) => `<${tag}${list}/>`),
    fc.tuple(name, attributes, fc.array(tie('content'), { maxLength: 4 })).map(([tag, list, inside]) => `<${tag}${list}>${inside.join('')}</${tag} >`),
  ),
}));

test('well-formed XML gives the events that saxes gives', () => {
  fc.assert(fc.property(element, (source) => {
    const expected = oracle(source);
    fc.pre(expected !== null);
    expect(scanned(source)).toEqual(expected);
  }), { numRuns: 1_000 });
});

test('XML with one character dropped or doubled is accepted only where saxes accepts it', () => {
  fc.assert(fc.property(element, fc.nat(), fc.boolean(), (source, place, double) => {
    const at = place % source.length;
    const bent = source.slice(0, at + (double ? 1 : 0)) + source.slice(double ? at : at + 1);
    // Half a surrogate pair cannot come out of decoding.
    fc.pre(!/\p{Surrogate}/u.test(bent));
    expect(scanned(bent)).toEqual(oracle(bent));
  }), { numRuns: 2_000 });
});

test('the parts of a workbook give the events that saxes gives', () => {
  const parts = makeParts({ sheets: [{ name: '表', rows: [['文字', 1.5, { f: 'A1&"<"', v: '<', note: '注\n释' }]], merges: ['A2:B2'] }] });
  for (const part of Object.values(parts)) expect(scanned(part)).toEqual(oracle(part));
});

test.each([
  ['', 'nothing'], ['<a>', 'an open end'], ['<a></b>', 'another end'], ['<a/><b/>', 'two roots'], ['<a x=1/>', 'no quotes'], ['<a x="1/>', 'an open quote'], ['<a x="1" x="2"/>', 'one attribute twice'],
  ['<a>&nbsp;</a>', 'an unknown entity'], ['<a>&#0;</a>', 'a forbidden character'], ['<a>&amp</a>', 'an entity without end'], ['<a b="<"/>', 'a tag in an attribute'], ['x<a/>', 'text before'], ['<a/>x', 'text behind'],
  ['<a>]]></a>', 'a stray end of CDATA'], ['<!-- a', 'an open comment'], ['<a x="1"y="2"/>', 'no space between attributes'],
])('%s is refused: %s', (source) => {
  expect(scanned(source)).toBeNull();
});

test('a DOCTYPE is refused as what it is, even without entities', () => {
  expect(() => new XmlScanner('<!DOCTYPE a><a/>').next()).toThrow(expect.objectContaining({ code: 'xml-entities' }) as Error);
});

test('parts in UTF-16, GBK or with a mark are decoded', () => {
  const utf16 = (source: string, littleEndian: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(source.length * 2));
    for (let i = 0; i < source.length; i++) view.setUint16(i * 2, source.charCodeAt(i), littleEndian);
    return new Uint8Array(view.buffer);
  };
  expect(decodeXml(utf16('\uFEFF<a>表</a>', true))).toBe('<a>表</a>');
  expect(decodeXml(utf16('<a>表</a>', false))).toBe('<a>表</a>');
  expect(decodeXml(new TextEncoder().encode('\uFEFF<a>表</a>'))).toBe('<a>表</a>');
  expect(decodeXml(Uint8Array.from([...'<?xml version="1.0" encoding="GBK"?><a>'].map((c) => c.charCodeAt(0)).concat(0xb1, 0xed, ...[...'</a>'].map((c) => c.charCodeAt(0)))))).toMatch(/<a>表<\/a>$/);
  expect(() => decodeXml(Uint8Array.of(0x3c, 0xb1, 0xed))).toThrow(PackageError);
});
