// A table of a story: rows and cells as the file gives them, tracked rows settled.
import type { ReportPart } from '../../model/report';
import { OPEN, type XmlScanner } from '../package/xml';
import { flatText, type Block, type TableBlock, type WordCell, type WordRow } from './blocks';
import { readLines, toggled, wholeNumber, type StyleSheet } from './styles';
import { MOST_COLUMNS, type Tally } from './tally';

/** The story that a table stands in, as far as a table needs it. */
export interface Teller {
  readonly xml: XmlScanner;
  readonly context: { readonly styles: StyleSheet; readonly tally: Tally };
  /** True when the element just opened was passed over, or is one to look into. */
  passes(): boolean;
  /** Blocks inside the element just opened, up to its end; `takes` may read an element by itself. */
  blocks(part: ReportPart, takes: (name: string) => boolean): Block[];
}

/** Twentieths of a point. */
const TWIPS = 20;

const columns = (text: string | null, least: number): number => Math.min(MOST_COLUMNS, Math.max(least, wholeNumber(text) ?? least));

/** Reads the table just opened, up to its end. Struck rows and cells are gone. */
export function readTable(story: Teller, part: ReportPart): TableBlock {
  const { xml, context } = story;
  const inside = xml.depth;
  const rows: WordRow[] = [];
  const widths: number[] = [];
  let lined: boolean | null = null;
  let style: string | null = null;
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event !== OPEN || story.passes()) continue;
    if (xml.name === 'tr') {
      const row = readRow(story, part);
      if (row) rows.push(row);
    } else if (xml.name === 'gridCol') {
      if (widths.length < MOST_COLUMNS) widths.push((wholeNumber(xml.attribute('w')) ?? 0) / TWIPS);
    } else if (xml.name === 'tblStyle') style = xml.attribute('val');
    else if (xml.name === 'tblBorders') lined = readLines(xml);
    else if (xml.name === 'tblPrChange' || xml.name === 'tblGridChange') xml.skip();
  }
  return { kind: 'table', rows, widths, lined: lined ?? context.styles.tableLined(style) };
}

interface RowFacts {
  before: number;
  struck: boolean;
}

function rowProperties({ xml }: Teller, facts: RowFacts): void {
  const inside = xml.depth;
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event !== OPEN) continue;
    if (xml.name === 'gridBefore') facts.before = columns(xml.attribute('val'), 0);
    else if (xml.name === 'del') facts.struck = true;
    else if (xml.name === 'trPrChange') xml.skip();
  }
}

function readRow(story: Teller, part: ReportPart): WordRow | null {
  const { xml } = story;
  const inside = xml.depth;
  const cells: WordCell[] = [];
  const facts: RowFacts = { before: 0, struck: false };
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event !== OPEN) continue;
    if (xml.name === 'trPr') rowProperties(story, facts);
    else if (!story.passes() && xml.name === 'tc') readCell(story, part, cells);
  }
  return facts.struck || cells.length === 0 ? null : { before: facts.before, cells };
}

interface CellFacts {
  span: number;
  merge: WordCell['merge'];
  /** Of the old way to merge sideways: belongs to the cell on its left. */
  joined: boolean;
  lined: boolean;
  struck: boolean;
}

function readCell(story: Teller, part: ReportPart, cells: WordCell[]): void {
  const { context: { tally } } = story;
  tally.cell();
  const facts: CellFacts = { span: 1, merge: null, joined: false, lined: false, struck: false };
  const blocks = story.blocks(part, (name) => {
    if (name !== 'tcPr') return false;
    cellProperties(story, facts);
    return true;
  });
  if (facts.struck) return;
  const left = cells.at(-1);
  if (facts.joined && left) {
    left.span = Math.min(MOST_COLUMNS, left.span + facts.span);
    return;
  }
  const text = flatText(blocks);
  tally.text(text.length);
  cells.push({ span: facts.span, merge: facts.merge, text, blocks, lined: facts.lined });
}

function cellProperties(story: Teller, facts: CellFacts): void {
  const { xml } = story;
  const inside = xml.depth;
  for (let event = xml.next(); xml.depth >= inside; event = xml.next()) {
    if (event !== OPEN) continue;
    const value = xml.attribute('val');
    if (xml.name === 'gridSpan') facts.span = columns(value, 1);
    else if (xml.name === 'vMerge') facts.merge = value === 'restart' ? 'restart' : 'continue';
    else if (xml.name === 'hMerge') facts.joined = value !== 'restart';
    else if (xml.name === 'tcBorders') facts.lined = readLines(xml);
    else if (xml.name === 'cellDel') facts.struck = toggled(xml);
    else if (xml.name === 'tcPrChange') xml.skip();
  }
}
