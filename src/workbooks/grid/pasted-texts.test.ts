/** @jest-environment jsdom */
import { textsIn } from './pasted-texts';

const excel = (cells: string, style = '.xl65\n\t{mso-style-parent:style0;\n\tmso-number-format:"\\@";}\n.xl66\n\t{mso-number-format:"0\\.00%";}'): string => `<html><head><meta name=ProgId content=Excel.Sheet><style><!--\n${style}\n--></style></head><body><table>${cells}</table></body></html>`;

test('text that would be another thing as a number is known by its place, also behind merged cells', () => {
  expect([...textsIn(excel('<tr><td class=xl65 rowspan=2>007</td><td class=xl66>65.12%</td></tr><tr><td class=xl65>3-1</td></tr><tr><td>008</td><td class="xl65">2024/1/2</td></tr>'))]).toEqual([['0:0', '007'], ['1:1', '3-1'], ['2:1', '2024/1/2']]);
});

test('plain numbers that were kept as text are numbers, as before', () => {
  expect(textsIn(excel(['124.88', '28', '215,457.6', '98%', '-3', '0.5', ''].map((one) => `<tr><td class=xl65>${one}</td></tr>`).join(''))).size).toBe(0);
});

test('the mark is found on the cell itself, as WPS and LibreOffice write it', () => {
  expect([...textsIn('<table><tr><td style=\'mso-number-format:"\\@";color:red\'>0431</td><td style="mso-number-format:@">0432</td><td sdnum="2052;0;@">0433</td><td sdnum="2052;0;0">0434</td></tr></table>')]).toEqual([['0:0', '0431'], ['0:1', '0432'], ['0:2', '0433']]);
  expect(textsIn('<table><tr><td style=\'mso-number-format:"_\\(\\@_\\)"\'>0431</td></tr></table>').size).toBe(0);
});

test('more than one table, and no table at all, have no places', () => {
  expect([textsIn('<p>a@b 007</p>').size, textsIn(`${excel('<tr><td class=xl65>007</td></tr>')}<table><tr><td>1</td></tr></table>`).size]).toEqual([0, 0]);
});
