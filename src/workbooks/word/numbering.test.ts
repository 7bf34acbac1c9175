// Automatic numbers as Word shows them.
import { p, read, texts } from '../../../test/word/make-docx';

const level = (index: number, format: string, text: string, more = ''): string => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: number, ...levels: readonly string[]): string => `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, of: number, overrides = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
const item = (text: string, id: number, at = 0): string => p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

const REPORT = definition(0, level(0, 'chineseCounting', '%1、'), level(1, 'chineseCounting', '（%2）'), level(2, 'decimal', '%3.'), level(3, 'decimal', '%3.%4'));

test('headings of a report count over three levels and begin anew below each', () => {
  const document = read([item('基本情况', 1), item('单位概况', 1, 1), item('机构', 1, 2), item('人员', 1, 2), item('预算', 1, 1), item('机构', 1, 2), item('细目', 1, 3), item('绩效', 1), item('产出', 1, 1)].join(''), { numbering: REPORT + list(1, 0) });
  expect(texts(document)).toEqual(['一、基本情况', '（一）单位概况', '1.机构', '2.人员', '（二）预算', '1.机构', '1.1细目', '二、绩效', '（一）产出']);
});

test('lists of one definition go on counting, until one has a start of its own', () => {
  const numbering = definition(0, level(0, 'decimal', '%1.')) + list(1, 0) + list(2, 0) + list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
  expect(texts(read([item('甲', 1), item('乙', 2), item('丙', 3), item('丁', 3), item('戊', 1)].join(''), { numbering }))).toEqual(['1.甲', '2.乙', '1.丙', '2.丁', '3.戊']);
});

test('an override may change how a level is written', () => {
  const numbering = definition(0, level(0, 'decimal', '%1.')) + list(1, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'decimalEnclosedCircle', '%1')}</w:lvlOverride>`);
  expect(texts(read(item('甲', 1) + item('乙', 1), { numbering }))).toEqual(['①甲', '②乙']);
});

test('a level below none starts where its upper level would start', () => {
  expect(texts(read(item('细目', 1, 3), { numbering: REPORT + list(1, 0) }))).toEqual(['1.1细目']);
});

test('legal numbering writes all levels in digits', () => {
  const numbering = definition(0, level(0, 'chineseCounting', '第%1章'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + list(1, 0);
  expect(texts(read(item('总则', 1) + item('目的', 1, 1), { numbering }))).toEqual(['第一章总则', '1.1目的']);
});

test('a level that never begins anew goes on', () => {
  const numbering = definition(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '(%2)', '<w:lvlRestart w:val="0"/>')) + list(1, 0);
  expect(texts(read([item('a', 1), item('b', 1, 1), item('c', 1), item('d', 1, 1)].join(''), { numbering }))).toEqual(['1.a', '(1)b', '2.c', '(2)d']);
});

test('bullets of symbol fonts are shown as bullets', () => {
  expect(texts(read(item('甲', 1), { numbering: definition(0, level(0, 'bullet', '\uf0b7')) + list(1, 0) }))).toEqual(['•甲']);
});

describe('numbers of styles', () => {
  const styles = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>';
  const numbering = definition(0, level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'), level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>')) + list(1, 0);

  test('a heading style brings its list, and the level that names the style', () => {
    expect(texts(read(p('基本情况', '<w:pStyle w:val="H1"/>') + p('概况', '<w:pStyle w:val="H2"/>') + p('绩效', '<w:pStyle w:val="H1"/>'), { styles, numbering }))).toEqual(['一、基本情况', '（一）概况', '二、绩效']);
  });

  test('a paragraph may put its number aside', () => {
    expect(texts(read(p('前言', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>') + p('基本情况', '<w:pStyle w:val="H1"/>'), { styles, numbering }))).toEqual(['前言', '一、基本情况']);
  });

  test('a definition may stand with a numbering style, and a circle of them ends', () => {
    const linked = '<w:style w:type="numbering" w:styleId="N"><w:name w:val="N"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:type="numbering" w:styleId="C"><w:name w:val="C"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>';
    const lists = `<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="N"/></w:abstractNum>${definition(8, level(0, 'upperLetter', '%1)'))}<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="C"/></w:abstractNum>${list(1, 7)}${list(2, 8)}${list(3, 9)}`;
    expect(texts(read(item('甲', 1) + item('乙', 3), { styles: linked, numbering: lists }))).toEqual(['A)甲', '乙']);
  });
});

test('lists and definitions that are missing give no number', () => {
  expect(texts(read(item('甲', 5) + item('乙', 1), { numbering: list(1, 99) }))).toEqual(['甲', '乙']);
});
