// A workbook with the things that libraries lose: chart, image, custom XML, macros, validations, formats, threaded comment, calculation chain, vendor part.
import { makeParts, zipParts } from '../make-workbook';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function rels(list: readonly (readonly [string, string, string])[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${OFFICE}/${type}`}" Target="${target}"/>`).join('')}</Relationships>`;
}

const BINARY = Uint8Array.from({ length: 600 }, (_, i) => (i * 167 + 13) % 256);

/** Sheets: 自评表 (notes, formulas, validations), 明细 (table, chart, image), 批注 (threaded comment). */
export function richParts(): Record<string, string | Uint8Array> {
  const parts = makeParts({
    sheets: [
      { name: '自评表', merges: ['A1:C1'], rows: [
        ['标题', null, null, null],
        ['项目', { v: 12.5, fill: 'FFFF00', numberFormat: '0.00' }, { f: 'B2*2', v: 25 }, { v: '审核', note: '张三：请核对' }],
        ['合计', 7, { f: 'SUM(B2:B3)', v: 19.5, numberFormat: '0.00%' }, true],
      ] },
      { name: '明细', rows: [['名称', '金额'], ['甲', 1], ['乙', 2], ['丙', { f: '自评表!B3+1', v: 8 }]] },
      { name: '批注', rows: [[{ v: 'x', note: '[Threaded comment]' }, 3], ['单独', 4]] },
    ],
    definedNames: [{ name: '税率', refersTo: '0.13' }, { name: '区域', refersTo: '自评表!$B$2:$B$3' }, { name: '_xlnm.Print_Area', refersTo: '明细!$A$1:$B$4', sheet: '明细' }],
  });
  const edit = (name: string, from: string | RegExp, to: string) => {
    const text = parts[name] ?? '';
    if (text.replace(from, '') === text) throw new Error(`${name}: nothing to replace`);
    parts[name] = text.replace(from, to);
  };
  edit('xl/worksheets/sheet1.xml', '<pageMargins', '<conditionalFormatting sqref="B2:B3"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>'
    + '<dataValidations count="1"><dataValidation type="list" sqref="D3"><formula1>"优,良"</formula1></dataValidation></dataValidations><pageMargins');
  edit('xl/worksheets/sheet1.xml', '<legacyDrawing', '<pageSetup orientation="landscape" r:id="rIdP"/><headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter><legacyDrawing');
  edit('xl/worksheets/_rels/sheet1.xml.rels', '</Relationships>', `<Relationship Id="rIdP" Type="${OFFICE}/printerSettings" Target="../printerSettings/printerSettings1.bin"/></Relationships>`);
  edit('xl/worksheets/sheet2.xml', '</worksheet>', '<drawing r:id="rIdD"/><tableParts count="1"><tablePart r:id="rIdT"/></tableParts><extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/></ext></extLst></worksheet>');
  edit('xl/worksheets/_rels/sheet3.xml.rels', '</Relationships>', '<Relationship Id="rIdTC" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>');
  edit('xl/_rels/workbook.xml.rels', '</Relationships>', ([['calcChain', 'calcChain.xml'], ['customXml', '../customXml/item1.xml']] as const).map(([type, target], i) => `<Relationship Id="rIdW${i}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')
    + '<Relationship Id="rIdV" Type="http://vendor.example/rel/gov" Target="vendor/gov.bin"/><Relationship Id="rIdM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>');
  edit('[Content_Types].xml', '</Types>', '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="png" ContentType="image/png"/>'
    + '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>');
  return {
    ...parts,
    'xl/worksheets/_rels/sheet2.xml.rels': rels([['rIdD', 'drawing', '/xl/drawings/drawing1.xml'], ['rIdT', 'table', '../tables/table1.xml']]),
    'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
    'xl/drawings/_rels/drawing1.xml.rels': rels([['rId1', 'chart', '../charts/chart1.xml'], ['rId2', 'image', '../media/image1.png']]),
    'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart/></c:chartSpace>',
    'xl/media/image1.png': BINARY.subarray(0, 200),
    'xl/tables/table1.xml': '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表1" displayName="表1" ref="A1:B4"><tableColumns count="2"><tableColumn id="1" name="名称"/><tableColumn id="2" name="金额"/></tableColumns></table>',
    'xl/calcChain.xml': '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="C2" i="1"/><c r="C3"/><c r="B4" i="2"/></calcChain>',
    'xl/threadedComments/threadedComment1.xml': '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" id="{1}"><text>x</text></threadedComment></ThreadedComments>',
    'xl/printerSettings/printerSettings1.bin': BINARY.subarray(50, 300),
    'xl/vbaProject.bin': BINARY,
    'xl/vendor/gov.bin': BINARY.subarray(0, 70),
    'customXml/item1.xml': '<自评 xmlns="urn:gov:perf"><编号>ABC-1</编号></自评>',
    'customXml/itemProps1.xml': '<ds:datastoreItem ds:itemID="{1}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
    'customXml/_rels/item1.xml.rels': rels([['rId1', 'customXmlProps', 'itemProps1.xml']]),
  };
}

export function richWorkbook(): Uint8Array {
  return zipParts(richParts());
}
