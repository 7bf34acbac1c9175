// What stands around a table and belongs to it: in Word the title, the year and the unit of the amounts are paragraphs above, notes are paragraphs below; a sheet has them as rows.
import type { ParagraphBlock, TableBlock } from './blocks';
import { labelled } from './blocks';

const LONGEST_TITLE = 60;
const MOST_ABOVE = 4;
const MOST_BELOW = 12;
/** Blank paragraphs that may lie between a title and its table. */
const MOST_BLANK = 2;

const textOf = ({ label, text }: ParagraphBlock): string => labelled(label, text).trim();

/** Ends in 表, perhaps with a bracket or a 续 behind it; or names a table by its number. */
const TITLE = /表[）)]?\s*(?:[（(][^（）()]{0,20}[）)])?$|^(?:附?表|附件)\s*[\d一二三四五六七八九十]/;
/** （2024年度） · 单位：万元 · 填报单位：… */
const BESIDE_TITLE = /^[（(]?\s*(?:\d{4}|[二〇○零一二三四五六七八九]{4})\s*年度?\s*[）)]?$|(?:金额)?单位[:：]|^填报(?:单位|部门|日期)/;
const NOTE = /^(?:注|备注|说明|填表说明|填报说明)\s*(?:[:：]|[\d１-９一]\s*[.、．])/;
const NOTE_GOES_ON = /^[（(]?\s*[\d１-９一二三四五六七八九十]{1,2}\s*[）).、．]/;
/** A heading of the report is not the title of a table even where it ends in 表. */
const HEADING = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])/;

/** The first row says what the table is: one cell over all columns. */
function titledInside(table: TableBlock): boolean {
  const [first] = table.rows;
  const width = Math.max(...table.rows.slice(0, 50).map(({ before, cells }) => cells.reduce((sum, { span }) => sum + span, before)));
  const [only, ...others] = first?.cells ?? [];
  return only !== undefined && others.every(({ text }) => text.trim() === '') && only.span * 2 > width && /表/.test(only.text);
}

/** Lines right above a table that are its title, year or unit, in order; none where its first row is a title itself. */
export function linesAbove(table: TableBlock, before: readonly ParagraphBlock[]): readonly string[] {
  if (titledInside(table)) return [];
  const lines: string[] = [];
  let titled = false;
  let blank = 0;
  for (let at = before.length - 1; at >= 0 && lines.length < MOST_ABOVE; at--) {
    const paragraph = before[at];
    if (!paragraph || paragraph.part !== 'body') break;
    const text = textOf(paragraph);
    if (text === '') {
      if (++blank > MOST_BLANK) break;
      continue;
    }
    if (text.length > LONGEST_TITLE || /[。；]$/.test(text)) break;
    const isTitle = TITLE.test(text) && !HEADING.test(text);
    if (!isTitle && (titled || !BESIDE_TITLE.test(text))) break;
    // 附件 above the title is as far as a title goes.
    titled ||= isTitle;
    lines.unshift(text);
  }
  return lines;
}

/** Notes right below a table, unless its last rows hold them already. */
export function linesBelow(table: TableBlock, after: readonly ParagraphBlock[]): readonly string[] {
  const inside = new Set(table.rows.slice(-5).flatMap(({ cells }) => cells.map(({ text }) => text.trim())));
  const lines: string[] = [];
  for (const paragraph of after.slice(0, MOST_BELOW + 1)) {
    const text = textOf(paragraph);
    if (text === '' && lines.length === 0) continue;
    if (paragraph.part !== 'body' || paragraph.outline !== null || lines.length >= MOST_BELOW) break;
    if (!(lines.length === 0 ? NOTE : NOTE_GOES_ON).test(text) || inside.has(text)) break;
    lines.push(text);
  }
  return lines;
}

/** What a table is called: its title inside or above, else the nearest short line or heading above it; null when nothing names it. */
export function nameOf(table: TableBlock, above: readonly string[], before: readonly ParagraphBlock[]): string | null {
  const named = above.find((line) => /表/.test(line) && !/单位[:：]/.test(line));
  if (named !== undefined) return named;
  if (titledInside(table)) return table.rows[0]?.cells[0]?.text ?? null;
  for (let at = before.length - 1; at >= Math.max(0, before.length - 6); at--) {
    const paragraph = before[at];
    const text = paragraph ? textOf(paragraph) : '';
    if (!paragraph || text === '') continue;
    if (paragraph.outline !== null || (text.length <= 30 && !/[。；，：:]$/.test(text))) return text;
    break;
  }
  return null;
}
