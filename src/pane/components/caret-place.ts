// Where a character of a text area stands on the screen: the browser does not tell, so the text is laid out once more in a box of the same measures.
const MEASURES = ['boxSizing', 'width', 'borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth', 'paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft', 'fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'letterSpacing', 'lineHeight', 'textIndent', 'tabSize'] as const;

/** Pixels from the text area's own corner to the left end and the bottom of the line in which the character at `offset` stands. */
export function caretPlace(area: HTMLTextAreaElement, offset: number): { readonly left: number; readonly bottom: number } {
  const twin = document.createElement('div');
  const computed = getComputedStyle(area);
  for (const name of MEASURES) twin.style[name] = computed[name];
  Object.assign(twin.style, { position: 'absolute', visibility: 'hidden', top: '0', left: '-9999px', whiteSpace: 'pre-wrap', overflowWrap: 'break-word' });
  twin.textContent = area.value.slice(0, offset);
  const mark = document.createElement('span');
  mark.textContent = area.value.slice(offset, offset + 1).trim() || '.';
  twin.append(mark);
  document.body.append(twin);
  const place = { left: mark.offsetLeft - area.scrollLeft, bottom: mark.offsetTop + mark.offsetHeight - area.scrollTop };
  twin.remove();
  return place;
}
