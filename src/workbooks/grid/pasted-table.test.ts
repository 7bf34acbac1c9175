import { tableIn } from './pasted-table';

test('a table that comes as mere text keeps its cells: quotes, blanks at the edges, signs of HTML', () => {
  expect(tableIn('"甲\n乙"\t12\r\n"说""好"""\t"原话"\r\n')).toBe('<table><tr><td>甲<br>乙</td><td>12</td></tr><tr><td>说"好"</td><td>"原话"</td></tr></table>');
  expect(tableIn('\t12\n<b>&\t')).toBe('<table><tr><td></td><td>12</td></tr><tr><td>&lt;b&gt;&amp;</td><td></td></tr></table>');
  expect(tableIn('"甲\t1\n"乙"\t2\n\n')).toBe('<table><tr><td>"甲</td><td>1</td></tr><tr><td>"乙"</td><td>2</td></tr></table>');
});

test('one cell of one line is no table', () => {
  for (const text of ['', '12', '12\r\n', '"甲"', '\n']) expect(tableIn(text)).toBeNull();
});

test('one cell of one line is a table where it is to go to several cells', () => {
  expect(tableIn('<完成>\n', true)).toBe('<table><tr><td>&lt;完成&gt;</td></tr></table>');
  expect(tableIn('\n', true)).toBeNull();
});
