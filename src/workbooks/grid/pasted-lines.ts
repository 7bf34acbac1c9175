// Cells of a Word table hold paragraphs: Univer knows line breaks alone and would join 12 and 15 to 1215.

const CELL = 'td, th';
const BLOCK = 'p, div, li, h1, h2, h3, h4, h5, h6';

/**
 * @param html as it lies on the clipboard
 * @returns the same with a line break between the paragraphs of a cell; itself where no cell has more than one
 */
export function withLines(html: string): string {
  if (!/<t[dh][\s>]/i.test(html) || !/<(?:p|div|li|h\d)[\s>]/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  let broken = false;
  for (const cell of page.querySelectorAll(CELL)) {
    for (const block of [...cell.querySelectorAll(BLOCK)].slice(0, -1)) {
      // What only holds other blocks ends where the last of these does.
      if (block.closest(CELL) !== cell || block.querySelector(BLOCK)) continue;
      block.append(page.createElement('br'));
      broken = true;
    }
  }
  return broken ? page.documentElement.outerHTML : html;
}

/** A clipboard's item that gives its HTML so. */
export function itemWithLines(item: ClipboardItem): ClipboardItem {
  const getType = async (type: string): Promise<Blob> => {
    const blob = await item.getType(type);
    return type === 'text/html' ? new Blob([withLines(await blob.text())], { type }) : blob;
  };
  return { types: item.types, presentationStyle: item.presentationStyle, getType };
}
