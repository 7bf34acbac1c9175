// The pieces that the HTML report is made of: safe text and tables that sort by their heads.

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Directions would turn the line around, other control characters are not seen: each shows that something is there. */
export const UNSEEN = /[^\P{Cc}\t\n\r]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

export const safe = (text: string): string => text.replace(UNSEEN, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

export interface Column<T> {
  readonly title: string;
  readonly html: (line: T) => string;
  /** What sorting goes by; the shown text where left out. */
  readonly key?: (line: T) => string | number | null;
  readonly number?: boolean;
  /** sentence, name: never squeezed to a few letters a line · word: never broken. */
  readonly holds?: 'sentence' | 'name' | 'word';
}

const CLASSES = { sentence: 'w', name: 'm', word: 'k' } as const;

/** `id` and `caption` are the table's own on the page; `rowClass` is what the filter by verdict looks at; `rowId` is where links lead. */
export function table<T>(id: string, caption: string, columns: readonly Column<T>[], lines: readonly T[], rowClass: (line: T) => string = () => '', rowId: (line: T) => string = () => ''): string {
  if (lines.length === 0) return `<p class="none">没有。</p>`;
  const classOf = ({ number, holds }: Column<T>): string => (number === true ? ' class="n"' : holds === undefined ? '' : ` class="${CLASSES[holds]}"`);
  const head = columns.map((column) => `<th scope="col"${classOf(column)}><button type="button">${safe(column.title)}</button></th>`).join('');
  const body = lines.map((line) => `<tr${rowId(line) === '' ? '' : ` id="${rowId(line)}"`}${rowClass(line) === '' ? '' : ` data-word="${rowClass(line)}"`}>${columns.map((column) => {
    const by = column.key?.(line);
    return `<td${classOf(column)}${by === undefined || by === null ? '' : ` data-key="${safe(String(by))}"`}>${column.html(line)}</td>`;
  }).join('')}</tr>`).join('\n');
  return `<div class="wide" tabindex="0" role="region" aria-labelledby="${id}-caption"><table id="${id}"><caption id="${id}-caption">${safe(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}
