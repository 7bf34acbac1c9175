// What a reader of the report sees, and nothing else, comes out of the document part and the parts around it.
import { p, r, read, tbl, tc, texts, tr, documentOf, docxParts, makeDocx } from '../../../test/word/make-docx';
import { zipParts } from '../../../test/make-workbook';

const para = (inside: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
const field = (instruction: string, result: string): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;

describe('running text', () => {
  test('runs are joined; tabs, breaks and hyphens are what they look like', () => {
    expect(texts(read(para(`${r('执行')}${r('率')}<w:r><w:tab/><w:t>98.25%</w:t><w:br/><w:t>续</w:t><w:noBreakHyphen/><w:t>行</w:t><w:softHyphen/><w:t>末\u00ad尾</w:t></w:r>`)))).toEqual(['执行率\t98.25%\n续-行末尾']);
  });

  test('blanks at the ends count only where they are kept', () => {
    expect(texts(read(para('<w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙 </w:t></w:r>')))).toEqual(['甲 乙 ']);
  });

  test('a page break at an end is no line of the text', () => {
    expect(texts(read(para(`<w:r><w:br w:type="page"/><w:t>一、概况</w:t></w:r>`) + para(`${r('前')}<w:r><w:br w:type="page"/></w:r>${r('后')}`)))).toEqual(['一、概况', '前\n后']);
  });

  test('links, smart tags, controls and formulas show their content', () => {
    const body = para(`<w:hyperlink r:id="x">${r('链接')}</w:hyperlink><w:smartTag w:element="d"><w:smartTagPr><w:attr w:name="a" w:val="b"/></w:smartTagPr>${r('日期')}</w:smartTag><w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>${r('控件')}</w:sdtContent></w:sdt><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`)
      + `<w:sdt><w:sdtPr/><w:sdtContent>${p('块')}</w:sdtContent></w:sdt><w:customXml w:element="e">${p('自定义')}</w:customXml>`;
    expect(texts(read(body))).toEqual(['链接日期控件1/2', '块', '自定义']);
  });

  test('symbols of symbol fonts keep their meaning', () => {
    expect(texts(read(para('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95%</w:t><w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="宋体" w:char="2103"/></w:r>')))).toEqual(['≥95%☑□℃']);
  });

  test('a sign of a newer Word is taken where its fallback is passed over', () => {
    const sign = (code: string, text: string): string => `<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Symbol" w16se:char="${code}" xmlns:w16se="urn:x"/></mc:Choice><mc:Fallback><w:t>${text}</w:t></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(texts(read(para(`${sign('2460', '①')}${r('办公费12万元')}${sign('2611', '☑')}`)))).toEqual(['①办公费12万元☑']);
  });

  test('readings over characters and reference marks are no text', () => {
    expect(texts(read(para(`<w:ruby><w:rubyPr/><w:rt>${r('líng')}</w:rt><w:rubyBase>${r('零')}</w:rubyBase></w:ruby><w:r><w:t>127.10万元</w:t><w:footnoteReference w:id="2"/></w:r>`)))).toEqual(['零127.10万元']);
  });

  test('hidden text is left out and remarked, wherever the hiding stands', () => {
    const styles = '<w:style w:type="character" w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Hid"/></w:style>';
    const document = read(para(r('见') + r('藏', '<w:vanish/>') + r('隐', '<w:rStyle w:val="Sub"/>') + r('显', '<w:rStyle w:val="Sub"/><w:vanish w:val="0"/>')), { styles });
    expect(texts(document)).toEqual(['见显']);
    expect(document.remarks).toEqual(['文档里有 2 处隐藏文字，没有核对。']);
  });
});

describe('formulas of the equation editor', () => {
  const run = (text: string): string => `<m:r><w:rPr><w:rFonts w:ascii="Cambria Math"/></w:rPr><m:t>${text}</m:t></m:r>`;
  const fraction = (above: string, below: string): string => `<m:f><m:fPr><m:ctrlPr><w:rPr/></m:ctrlPr></m:fPr><m:num>${above}</m:num><m:den>${below}</m:den></m:f>`;
  const brackets = (inside: string, signs = ''): string => `<m:d><m:dPr>${signs}<m:ctrlPr/></m:dPr><m:e>${inside}</m:e></m:d>`;
  const raised = (base: string, power: string): string => `<m:sSup><m:e>${run(base)}</m:e><m:sup>${run(power)}</m:sup></m:sSup>`;
  const shown = (formula: string): string | undefined => texts(read(para(`${r('率=')}<m:oMathPara><m:oMath>${formula}</m:oMath></m:oMathPara>${r('。')}`)))[0];

  test.each([
    [brackets(run('14.26-18.5')) + run('/18.5×100%=-22.92%'), '率=(14.26-18.5)/18.5×100%=-22.92%。'],
    [brackets(brackets(run('10-12')) + run('/12'), '<m:begChr m:val="["/><m:endChr m:val="]"/>') + run('×100%'), '率=[(10-12)/12]×100%。'],
    [fraction(run('120-100'), run('100')) + run('×100%=20%'), '率=(120-100)/100×100%=20%。'],
    [fraction(brackets(run('120-100')), run('50×2')) + run('=20%'), '率=(120-100)/(50×2)=20%。'],
    [fraction(run('实际支出'), run('预算数')) + run('×100%'), '率=实际支出/预算数×100%。'],
    [run('1.2×') + raised('10', '4') + raised('m', '2'), '率=1.2×10^4m2。'],
  ])('keep the brackets, fractions and powers that they show (%#)', (formula, text) => {
    expect(shown(formula)).toBe(text);
  });
});

describe('text crossed out by its look', () => {
  test('is left out and remarked, with one line or two, on a run or by a style', () => {
    const styles = '<w:style w:type="character" w:styleId="Out"><w:name w:val="Out"/><w:rPr><w:strike/></w:rPr></w:style>';
    const document = read(para(r('执行') + r('251.9', '<w:strike/>') + r('253.8万元，') + r('余额', '<w:rStyle w:val="Out"/>') + r('执行率') + r('83.97%', '<w:strike w:val="0"/><w:dstrike/>') + r('84.6%', '<w:rStyle w:val="Out"/><w:strike w:val="0"/><w:dstrike w:val="0"/>')), { styles });
    expect(texts(document)).toEqual(['执行253.8万元，执行率84.6%']);
    expect(document.remarks).toEqual(['文档里有 3 处加了删除线的文字，没有核对。']);
  });
});

describe('levels and boldness', () => {
  const styles = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="sub"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:styleId="h3"><w:name w:val="heading 3"/></w:style><w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="y"/></w:style><w:style w:type="paragraph" w:styleId="y"><w:name w:val="y"/><w:basedOn w:val="x"/></w:style>';
  const outlines = (body: string): readonly (number | null)[] => read(body, { styles }).paragraphs.map(({ outline }) => outline);

  test('come from the style, from what it is based on, from its built-in name or from the paragraph', () => {
    expect(outlines(p('a', '<w:pStyle w:val="1"/>') + p('b', '<w:pStyle w:val="sub"/>') + p('c', '<w:pStyle w:val="h3"/>') + p('d', '<w:outlineLvl w:val="1"/>') + p('e') + p('f', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>'))).toEqual([1, 1, 3, 2, null, null]);
  });

  test('styles in a circle and unknown styles are running text', () => {
    expect(outlines(p('a', '<w:pStyle w:val="x"/>') + p('b', '<w:pStyle w:val="nobody"/>'))).toEqual([null, null]);
  });

  test('a paragraph is bold when all its letters are', () => {
    const bold = read(p('a', '<w:pStyle w:val="1"/>') + para(r('b', '<w:b/>') + r('c')) + para(r('d', '<w:b/>') + r(' ')) + para(r('e', '<w:b w:val="0"/>'), '<w:pStyle w:val="1"/>') + p(''), { styles }).paragraphs.map((one) => one.bold);
    expect(bold).toEqual([true, false, true, false, false]);
  });
});

describe('fields', () => {
  test('show their result and never their instruction', () => {
    expect(texts(read(para(`${r('第')}${field(' PAGE ', r('3'))}${r('页')}<w:fldSimple w:instr="DATE">${r('7月')}</w:fldSimple>`)))).toEqual(['第3页7月']);
  });

  test('lie inside each other', () => {
    const inner = field(' REF a ', r('内'));
    expect(texts(read(para(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${inner}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('外')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`)))).toEqual(['外']);
  });

  test('that never end swallow no text', () => {
    expect(texts(read(para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE</w:instrText></w:r>') + p('支出153.99万元')))).toEqual(['', '支出153.99万元']);
  });

  test('a table of contents is told apart from the text', () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>';
    const document = read(para(`${begin}${r('一、概况 1')}`) + p('二、绩效 2', '<w:pStyle w:val="T"/>') + para('<w:r><w:fldChar w:fldCharType="end"/></w:r>') + p('一、概况'), { styles });
    expect(document.paragraphs.map(({ part, text }) => [part, text])).toEqual([['contents', '一、概况 1'], ['contents', '二、绩效 2'], ['body', ''], ['body', '一、概况']]);
  });
});

describe('tracked changes are accepted', () => {
  test('insertions stay, deletions and what was moved away go', () => {
    expect(texts(read(para(`${r('预算')}<w:del>${'<w:r><w:delText>99</w:delText></w:r>'}</w:del><w:ins>${r('127.10')}</w:ins><w:moveFrom>${r('旧')}</w:moveFrom><w:moveTo>${r('新')}</w:moveTo>`)))).toEqual(['预算127.10新']);
  });

  test('a struck paragraph end joins two paragraphs, whose properties are those of the last', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>';
    const document = read(p('支出', '<w:pStyle w:val="1"/><w:rPr><w:del w:id="1"/></w:rPr>') + p('153.99万元') + p('完', '<w:rPr><w:del w:id="2"/></w:rPr>'), { styles });
    expect(document.paragraphs.map(({ text, outline }) => [text, outline])).toEqual([['支出153.99万元', null], ['完', null]]);
  });

  test('struck rows and cells are gone', () => {
    const struck = '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>';
    const document = read(tbl(tr(tc('甲'), tc('乙'), tc('丙', '<w:cellDel w:id="3"/>')), struck, tr(tc('1'), tc('2'))));
    expect(document.tables[0]?.grid).toMatchObject({ rowCount: 2, columnCount: 2 });
  });
});

describe('text boxes', () => {
  test('are read once where old and new drawing stand side by side, behind their paragraph', () => {
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('盖章处')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('盖章处')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const document = read(para(r('正文') + both) + p('后文'));
    expect(document.paragraphs.map(({ part, text }) => [part, text])).toEqual([['body', '正文'], ['text-box', '盖章处'], ['body', '后文']]);
  });

  test('of the old kind alone, and of a choice that nobody understands, are read from what there is', () => {
    const old = `<w:r><w:pict><v:shape><v:textbox>${box('旧框')}</v:textbox></v:shape></w:pict></w:r>`;
    const strange = `<w:r><mc:AlternateContent><mc:Choice Requires="foo">${r('新')}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box('退路')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(texts(read(para(old) + para(strange)))).toEqual(['', '旧框', '', '退路']);
  });

  test('may hold a table', () => {
    const document = read(para(`<w:r><w:pict><v:textbox><w:txbxContent>${tbl(tr(tc('甲'), tc('1')), tr(tc('乙'), tc('2')))}<w:p/></w:txbxContent></v:textbox></w:pict></w:r>`));
    expect(document.tables).toHaveLength(1);
    expect(document.tables[0]?.after).toBe(0);
  });
});

describe('around the body', () => {
  const others = [
    { id: 'h1', kind: 'header', name: 'header1.xml', root: 'hdr', content: p('2024年度自评报告') + tbl(tr(tc('单位'), tc('某馆')), tr(tc('页'), tc('1'))) },
    { id: 'h2', kind: 'header', name: 'header2.xml', root: 'hdr', content: p('2024年度自评报告') + tbl(tr(tc('单位'), tc('某馆')), tr(tc('页'), tc('1'))) },
    { id: 'h3', kind: 'header', name: 'header3.xml', root: 'hdr', content: p('没有用到') },
    { id: 'f1', kind: 'footer', name: 'footer1.xml', root: 'ftr', content: p('第1页') + p('') },
    { id: 'n1', kind: 'footnotes', name: 'footnotes.xml', root: 'footnotes', content: `<w:footnote w:type="separator" w:id="0">${p('—')}</w:footnote><w:footnote w:id="2">${p('数据来自决算')}</w:footnote>` },
    { id: 'n2', kind: 'endnotes', name: 'endnotes.xml', root: 'endnotes', content: `<w:endnote w:id="2">${p('尾注')}</w:endnote>` },
    { id: 'c1', kind: 'comments', name: 'comments.xml', root: 'comments', content: `<w:comment w:id="0" w:author="a">${p('请核实')}</w:comment>` },
  ];

  test('headers that sections use, footers, notes and comments come at the end, each once', () => {
    const section = '<w:headerReference r:id="h1"/><w:footerReference r:id="f1"/>';
    const document = read(`${p('正文')}${p('', `<w:sectPr><w:headerReference r:id="h2"/></w:sectPr>`)}<w:sectPr>${section}</w:sectPr>`, { others });
    expect(document.paragraphs.map(({ part, text }) => [part, text])).toEqual([
      ['body', '正文'], ['body', ''], ['header', '2024年度自评报告'], ['header', '单位\t某馆'], ['header', '页\t1'], ['footer', '第1页'], ['footnote', '数据来自决算'], ['endnote', '尾注'], ['comment', '请核实'],
    ]);
    expect(document.paragraphs.map(({ index }) => index)).toEqual([...document.paragraphs.keys()]);
    expect(document.tables).toHaveLength(0);
  });

  test('a damaged part is told, and the rest is read', () => {
    const parts = docxParts({ body: p('正文') + p('一', '<w:numPr><w:numId w:val="1"/></w:numPr>'), numbering: '', styles: '', others });
    const document = documentOf(zipParts({ ...parts, 'word/numbering.xml': '<w:numbering', 'word/footnotes.xml': '<a><b></a>', 'word/styles.xml': 'x' }));
    expect(texts(document)).toEqual(['正文', '一', '尾注', '请核实']);
    expect(document.remarks).toEqual(['文档的样式部分已损坏，没有读取。', '文档的编号部分已损坏，没有读取。', '文档的脚注部分已损坏，没有读取。']);
  });

  test('pictures, objects, charts and inserted documents are remarked', () => {
    const drawing = '<w:r><w:drawing><pic:pic/></w:drawing></w:r>';
    const object = '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>';
    const { remarks } = read(`${para(drawing + object)}<w:altChunk r:id="x"/>`);
    expect(remarks.map((remark) => /\d+ [^，]*/.exec(remark)?.[0])).toEqual(['1 张图片', '1 个嵌入对象（如 Excel 表格）', '1 个别的文档']);
  });
});

describe('other writings of the same file', () => {
  const body = p('执行率98.25%');

  test('the strict namespace and its relationships', () => {
    const parts = Object.fromEntries(Object.entries(docxParts({ body })).map(([name, text]) => [name, text.replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main').replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships')]));
    expect(texts(documentOf(zipParts(parts)))).toEqual(['执行率98.25%']);
  });

  test('parts in UTF-16', () => {
    const parts: Record<string, string | Uint8Array> = docxParts({ body });
    const source = `\ufeff${String(parts['word/document.xml']).replace('UTF-8', 'UTF-16')}`;
    const bytes = new Uint8Array(source.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < source.length; i++) view.setUint16(i * 2, source.charCodeAt(i), true);
    expect(texts(documentOf(zipParts({ ...parts, 'word/document.xml': bytes })))).toEqual(['执行率98.25%']);
  });

  test.each(['document.macroEnabled', 'template', 'template.macroEnabledTemplate'])('a main part of type %s', (type) => {
    const parts = docxParts({ body });
    const other = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name.replace('word/document', 'word/document2').replace('_rels/document', '_rels/document2'), text.replace('wordprocessingml.document.main', `wordprocessingml.${type}.main`).replace('/word/document.xml', '/word/document2.xml').replace('Target="word/document.xml"', 'Target="/word/document2.xml"')]));
    expect(texts(documentOf(zipParts(other)))).toEqual(['执行率98.25%']);
  });

  test('without styles, numbering and relationships', () => {
    const parts = docxParts({ body });
    delete parts['word/_rels/document.xml.rels'];
    delete parts['_rels/.rels'];
    expect(texts(documentOf(zipParts(parts)))).toEqual(['执行率98.25%']);
  });

  test('the same bytes give the same report', () => {
    const bytes = makeDocx({ body: body + tbl(tr(tc('甲'), tc('1')), tr(tc('乙'), tc('2'))) });
    expect(documentOf(bytes)).toEqual(documentOf(bytes));
  });
});
