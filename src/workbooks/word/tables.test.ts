// Tables of reports as sheets.
import { formatRange } from '../../model/address';
import { p, r, read, rowsOf, tbl, tc, texts, tr } from '../../../test/word/make-docx';

const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const DOWN = '<w:vMerge w:val="restart"/>';
const ON = '<w:vMerge/>';
const merges = (body: string): readonly string[] => read(body).tables[0]?.grid.merges.map(formatRange) ?? [];

describe('spans', () => {
  test('sideways and downwards become merges with their text at the top left', () => {
    const body = tbl(tr(tc('标题', span(3))), tr(tc('资金', DOWN), tc('年初'), tc('全年')), tr(tc('', ON), tc('153.53'), tc('127.10')));
    expect(merges(body)).toEqual(['A1:C1', 'A2:A3']);
    expect(rowsOf(read(body))).toEqual([['标题', '', ''], ['资金', '年初', '全年'], ['', '153.53', '127.10']]);
  });

  test('an area over rows and columns is one merge', () => {
    expect(merges(tbl(tr(tc('甲', span(2) + DOWN), tc('乙')), tr(tc('', span(2) + ON), tc('丙')), tr(tc('', span(2) + ON), tc('丁'))))).toEqual(['A1:B3']);
  });

  test('a new start ends the area above, and a continuation of nothing stands for itself', () => {
    expect(merges(tbl(tr(tc('甲', DOWN), tc('1')), tr(tc('', ON), tc('2')), tr(tc('乙', DOWN), tc('3')), tr(tc('', ON), tc('4'))))).toEqual(['A1:A2', 'A3:A4']);
    expect(rowsOf(read(tbl(tr(tc('甲', ON), tc('1')), tr(tc('乙'), tc('2')))))).toEqual([['甲', '1'], ['乙', '2']]);
  });

  test('columns left out in front move the row to the right', () => {
    const row = `<w:tr><w:trPr><w:gridBefore w:val="2"/><w:gridAfter w:val="1"/></w:trPr>${tc('丙')}</w:tr>`;
    expect(rowsOf(read(tbl(tr(tc('甲'), tc('乙'), tc(''), tc('')), row)))).toEqual([['甲', '乙', '', ''], ['', '', '丙', '']]);
  });

  test('the old way to merge sideways counts as well', () => {
    expect(merges(tbl(tr(tc('甲', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('乙')), tr(tc('1'), tc('2'), tc('3'))))).toEqual(['A1:B1']);
  });
});

describe('cells', () => {
  const cellOf = (text: string) => read(tbl(tr(tc('甲'), tc(text)), tr(tc('乙'), tc('')))).tables[0]?.grid.cells[1];

  test.each([
    ['127.10', 127.1, '127.10', '0.00'], ['\u300010', 10, '10', 'General'], ['98.25%', 0.9825, '98.25%', '0.00%'], ['1,234.5', 1234.5, '1,234.5', '#,##0.0'], ['-3', -3, '-3', 'General'], ['0', 0, '0', 'General'], ['33.3%', 0.333, '33.3%', '0.0%'],
  ])('%s is a number as on a sheet', (written, value, text, numberFormat) => {
    expect(cellOf(written)).toMatchObject({ value, text, style: { numberFormat } });
  });

  test.each(['12次', '≥95%', '007', '12345678901234567890', '2024.1.1', '1,23', '—', '\u3000', '１２', '1 2'])('%s stays text', (written) => {
    expect(cellOf(written)).toMatchObject({ value: written, text: written, style: { numberFormat: 'General' } });
  });

  test('paragraphs and breaks are lines; automatic numbers are seen; empty paragraphs at the ends are not', () => {
    const numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const item = (text: string): string => p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const cell = `<w:tc>${p('')}${item('开展活动')}${item('新增藏书')}<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>${p('')}</w:tc>`;
    expect(rowsOf(read(tbl(tr(cell, tc('1')), tr(tc('a'), tc('b'))), { numbering }))[0]?.[0]).toBe('1.开展活动\n2.新增藏书\n甲\n乙');
  });

  test('a column of automatic numbers is a column of numbers', () => {
    const numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const number = `<w:tc>${p('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}</w:tc>`;
    expect(read(tbl(tr(number, tc('甲')), tr(number, tc('乙'))), { numbering }).tables[0]?.grid.cells.map(({ value }) => value)).toEqual([1, '甲', 2, '乙']);
  });

  test('rows and cells inside controls are read', () => {
    const row = `<w:sdt><w:sdtPr/><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${tc('甲')}</w:sdtContent></w:sdt>`, tc('1'))}</w:sdtContent></w:sdt>`;
    expect(rowsOf(read(tbl(row, tr(tc('乙'), tc('2')))))).toEqual([['甲', '1'], ['乙', '2']]);
  });
});

describe('nested tables', () => {
  const inner = tbl(tr(tc('项目'), tc('万元')), tr(tc('水费'), tc('1.2')));

  test('are tables of their own behind the outer one, whose cell keeps their words', () => {
    const document = read(p('前') + tbl(tr(tc('原因'), `<w:tc>${p('见下表')}${inner}<w:p/></w:tc>`), tr(tc('措施'), tc('无'))) + p('后'));
    expect(document.tables.map(({ grid, after }) => [grid.rowCount, grid.columnCount, after])).toEqual([[2, 2, 0], [2, 2, 0]]);
    expect(rowsOf(document, 0)[0]?.[1]).toBe('见下表\n项目\t万元\n水费\t1.2');
    expect(rowsOf(document, 1)).toEqual([['项目', '万元'], ['水费', '1.2']]);
  });

  test('a table of one cell is a frame: what is in it stands in the text', () => {
    const document = read(p('前') + tbl(tr(`<w:tc>${p('框里的话')}${inner}${p('框末')}</w:tc>`)) + p('后'));
    expect(texts(document)).toEqual(['前', '框里的话', '框末', '后']);
    expect(document.tables.map(({ after }) => after)).toEqual([1]);
  });
});

describe('names', () => {
  const table = tbl(tr(tc('甲'), tc('1')), tr(tc('乙'), tc('2')));
  const names = (body: string): readonly string[] => read(body).tables.map(({ grid }) => grid.sheet);

  test('come from the title above, the first row, a heading or a short line, numbered in order', () => {
    const titled = tbl(tr(tc('附件2 项目支出绩效自评表', span(2))), tr(tc('甲'), tc('1')));
    expect(names(p('附件1') + p('部门整体支出绩效自评表') + p('单位：万元') + table + titled + p('三、资金情况', '<w:outlineLvl w:val="0"/>') + p('如下：') + table + p('全年支出见下表。') + table))
      .toEqual(['表1 部门整体支出绩效自评表', '表2 项目支出绩效自评表', '表3', '表4']);
    expect(names(p('三、资金情况', '<w:outlineLvl w:val="0"/>') + table)).toEqual(['表1 三、资金情况']);
  });

  test('fit a sheet: no forbidden characters, at most 31 long, none twice', () => {
    const title = `部门/整体[支出]:绩效*自评?${'很长的名称'.repeat(8)}表`;
    const [first = ''] = names(p(title) + table);
    expect(first).not.toMatch(/[\\/?*[\]:]/);
    expect(first.length).toBeLessThanOrEqual(31);
    const many = names(table.repeat(30));
    expect(new Set(many).size).toBe(30);
  });
});

describe('what stands around a table', () => {
  const form = tbl(tr(tc('资金'), tc('全年预算数'), tc('全年执行数')), tr(tc('总额'), tc('127.10'), tc('124.88')));

  test('title, year and unit above become its first rows, notes below its last', () => {
    const document = read(p('报告正文。') + p('部门整体支出绩效自评表') + p('（2024年度）') + p('单位：万元') + p('') + form + p('注：1.一级指标分值合计100分。') + p('2.执行率低于90%须说明。') + p('以上报告。'));
    expect(rowsOf(document).map(([first]) => first)).toEqual(['部门整体支出绩效自评表', '（2024年度）', '单位：万元', '资金', '总额', '注：1.一级指标分值合计100分。', '2.执行率低于90%须说明。']);
    expect(document.tables[0]?.grid.merges.map(formatRange)).toEqual(['A1:C1', 'A2:C2', 'A3:C3', 'A6:C6', 'A7:C7']);
    expect(texts(document)).toContain('部门整体支出绩效自评表');
  });

  test('a table with its title inside keeps to itself, and running text above is no title', () => {
    expect(rowsOf(read(p('部门整体支出绩效自评表') + tbl(tr(tc('部门整体支出绩效自评表', span(2))), tr(tc('甲'), tc('1'))))).length).toBe(2);
    expect(rowsOf(read(p('（一）填报自评表') + p('资金使用情况如下：') + form)).length).toBe(2);
  });

  test('a note that the table holds already is not added again', () => {
    expect(rowsOf(read(tbl(tr(tc('甲'), tc('1')), tr(tc('说明：同上', span(2)))) + p('说明：同上'))).length).toBe(2);
  });
});

describe('looks', () => {
  const styles = '<w:style w:type="table" w:styleId="G"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr></w:style><w:style w:type="table" w:styleId="H"><w:name w:val="H"/><w:basedOn w:val="G"/></w:style>';
  const bordered = (properties: string, first = '', second = ''): readonly string[] => read(`<w:tbl>${properties}${tr(tc('甲', first), tc('乙', first))}${tr(tc('丙', second), tc('丁', second))}</w:tbl>`, { styles }).tables[0]?.bordered.map(formatRange) ?? [];
  const lines = '<w:tcBorders><w:top w:val="single"/></w:tcBorders>';

  test('lines come from the table, its style or its cells', () => {
    expect(bordered('<w:tblPr><w:tblStyle w:val="H"/></w:tblPr>')).toEqual(['A1:B2']);
    expect(bordered('<w:tblPr><w:tblStyle w:val="H"/><w:tblBorders><w:top w:val="nil"/></w:tblBorders></w:tblPr>')).toEqual([]);
    expect(bordered('', lines, lines)).toEqual(['A1:B2']);
    expect(bordered('', '', lines)).toEqual(['A2:B2']);
  });

  test('widths are points of the grid, where it fits the columns', () => {
    const widths = (grid: string): readonly number[] => read(`<w:tbl><w:tblGrid>${grid}</w:tblGrid>${tr(tc('甲'), tc('乙'))}${tr(tc('丙'), tc('丁'))}</w:tbl>`).tables[0]?.columnWidths ?? [];
    expect(widths('<w:gridCol w:w="1440"/><w:gridCol w:w="720"/>')).toEqual([72, 36]);
    expect(widths('<w:gridCol w:w="1440"/>')).toEqual([]);
  });
});

test('a cell split over lines of runs is one text', () => {
  expect(rowsOf(read(tbl(tr(`<w:tc><w:p>${r('153')}${r('.53')}</w:p></w:tc>`, tc('')), tr(tc('甲'), tc('乙')))))[0]?.[0]).toBe('153.53');
});
