/** @jest-environment jsdom */
import { withLines } from './pasted-lines';

const cellsOf = (html: string): readonly string[] => [...new DOMParser().parseFromString(withLines(html), 'text/html').querySelectorAll('td, th')].map((cell) => [...cell.querySelectorAll('br')].reduce((text, br) => (br.replaceWith('|'), text), cell).textContent);

test('paragraphs of a cell get a line break between them, and none behind the last', () => {
  expect(cellsOf('<table><tr><td><p class=MsoNormal>12</p><p class=MsoNormal>15</p></td><th><div>甲</div><div>乙</div></th><td><div><p>丙</p><p>丁</p></div></td><td><ul><li>一</li><li>二</li></ul></td></tr></table>')).toEqual(['12|15', '甲|乙', '丙|丁', '一|二']);
});

test('what has no such cell stays as it is, letter by letter', () => {
  for (const html of ['<p>甲</p><p>乙</p>', '<TABLE><TR><TD>12</TD></TR></TABLE>', '<table><tr><td><p>甲</p></td><td><p>乙</p></td></tr></table>', '']) expect(withLines(html)).toBe(html);
});
