// Results without free text: what units wrote in their own words (goals, indicators, reasons, explanations) is left out; cells, figures, scores, names of units and projects stay.
import type { JsonFinding } from '../exports/json';
import type { Comparisons } from './comparisons';
import type { SharedPassage } from './copies-pair';
import type { YearLine } from './last-year';
import type { FileRecord, TableFacts } from './record';

type TableRecord = FileRecord['tables'][number];

const LEFT_OUT = '…';
/** Up to so many letters a text is a unit of measure, a grade, a date: it says nothing in anybody's own words. */
const FEW = 4;
/** Labels of forms are no longer than that; what is longer is somebody's own words. */
const LABEL = 12;
/** So many letters in a row that stand in a free text as well were taken from it. */
const RUN = 8;

/** What `by` ends with: such results are not taken for full ones, nor the other way round. */
export const REDACTED = ' redacted';
export const isRedacted = ({ by }: Pick<FileRecord, 'by'>): boolean => by.endsWith(REDACTED);

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
/** A figure with its unit, or nothing. */
const figureOr = (text: string): string => (lettersIn(text) <= FEW ? text : LEFT_OUT);
const tight = (text: string): string => text.replace(/\s+/g, '');

/** Leaves out of a sentence what stands in free texts: whole, in quotation marks, or in part. */
class Eraser {
  private readonly texts: readonly string[];
  private readonly runs = new Set<string>();

  /** `kept` are names that stay although they may stand in a free text. */
  constructor(texts: readonly string[], private readonly kept: readonly string[]) {
    this.texts = [...new Set(texts.map(tight))].filter((text) => lettersIn(text) > FEW).sort((a, b) => b.length - a.length);
    for (const text of this.texts) for (let at = 0; at + RUN <= text.length; at++) this.runs.add(text.slice(at, at + RUN));
  }

  /** A text by itself: a figure, a label, or nothing. */
  value(text: string): string {
    const plain = tight(text).replace(/…$/, '');
    if (lettersIn(plain) <= FEW || this.kept.some((name) => tight(name) === plain)) return text;
    return lettersIn(plain) > LABEL || this.texts.some((one) => one.includes(plain) || plain.includes(one)) ? LEFT_OUT : text;
  }

  sentence(text: string): string {
    return this.withoutRuns(withQuotes(text, (quoted) => this.value(quoted)));
  }

  /** For sentences whose quotations are the rubric's. */
  withoutRuns(text: string): string {
    const letters = [...text];
    const solid = letters.flatMap((letter, at) => (/\s/.test(letter) ? [] : [{ letter, at }]));
    const gone = new Set<number>();
    for (let at = 0; at + RUN <= solid.length; at++) {
      const window = solid.slice(at, at + RUN);
      const run = window.map(({ letter }) => letter).join('');
      if (this.runs.has(run) && !this.kept.some((name) => tight(name).includes(run))) for (const one of window) gone.add(one.at);
    }
    return gone.size === 0 ? text : letters.map((letter, at) => (gone.has(at) ? (gone.has(at - 1) ? '' : LEFT_OUT) : letter)).join('');
  }
}

/** Outermost quotations, so that a quotation inside somebody's words does not end them. */
function withQuotes(text: string, change: (quoted: string) => string): string {
  let out = '';
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '“' && depth++ === 0) {
      out += text.slice(from, at + 1);
      from = at + 1;
    } else if (text[at] === '”' && depth > 0 && --depth === 0) {
      out += `${change(text.slice(from, at))}”`;
      from = at + 1;
    }
  }
  // A quotation that was cut off goes to the end.
  return out + (depth > 0 ? change(text.slice(from)) : text.slice(from));
}

function freeTexts({ goals, indicators }: TableFacts): readonly string[] {
  return [...goals.flatMap(({ expected, actual }) => [expected, actual]), ...indicators.flatMap(({ name, target, actual, reason }) => [name, target, actual, reason])].filter((text) => text !== null);
}

function redactedFacts(facts: TableFacts): TableFacts {
  const figures = facts.indicators.flatMap(({ actual, actualCell }) => (actual === null || !/\d/.test(actual) || lettersIn(actual) > FEW ? [] : [{ cell: actualCell ?? '', name: '实际完成值', text: actual }]));
  return { ...facts, goals: [], indicators: [], figures: [...facts.figures, ...figures] };
}

function redactedFinding<F extends JsonFinding>(finding: F, eraser: Eraser): F {
  const { message, expected, received, waived, correction, text } = finding;
  return {
    ...finding, message: text ? withQuotes(eraser.sentence(message), figureOr) : eraser.sentence(message), ...(text ? { text: text.map((place) => ({ ...place, quote: figureOr(place.quote), under: place.under && LEFT_OUT })) } : {}), expected: expected === null ? null : eraser.value(expected), received: received === null ? null : eraser.value(received),
    waived: waived && { ...waived, reason: LEFT_OUT },
    correction: correction && { ...correction, edits: correction.edits.map((edit) => ({ ...edit, value: typeof edit.value === 'string' ? eraser.value(edit.value) : edit.value })) },
  };
}

function redactedTable(table: TableRecord, eraser: Eraser): TableRecord {
  const sentences = (texts: readonly string[]): readonly string[] => texts.map((text) => eraser.sentence(text));
  return {
    ...table,
    rubricWhy: eraser.withoutRuns(table.rubricWhy), rubricOverridden: table.rubricOverridden.map((text) => eraser.withoutRuns(text)), remarks: sentences(table.remarks),
    notUnderstood: table.notUnderstood.map(({ range, reason }) => ({ range, reason: eraser.sentence(reason) })),
    score: { ...table.score, items: table.score.items.map((item) => ({ ...item, name: eraser.value(item.name), derivation: eraser.sentence(item.derivation) })), notComputed: sentences(table.score.notComputed) },
    findings: table.findings.map((finding) => redactedFinding(finding, eraser)),
    facts: redactedFacts(table.facts),
  };
}

/** A record without free text; one that is so already stays as it is. */
export function redactRecord(record: FileRecord): FileRecord {
  if (isRedacted(record)) return record;
  const kept = record.tables.flatMap(({ title, facts: { unit, project, department } }) => [title, unit, project, department]).filter((name) => name !== null);
  const quotes = record.findings.flatMap(({ text = [] }) => text.map(({ quote }) => quote));
  const eraser = new Eraser([...record.tables.flatMap(({ facts }) => freeTexts(facts)), ...quotes], kept);
  return {
    ...record, by: `${record.by}${REDACTED}`, remarks: record.remarks.map((text) => eraser.sentence(text)),
    tables: record.tables.map((table) => redactedTable(table, eraser)), findings: record.findings.map((finding) => redactedFinding(finding, eraser)),
  };
}

const NOTHING_KNOWN = new Eraser([], []);

function redactedPassage({ what, first, second, same }: SharedPassage): SharedPassage {
  const side = ({ cell, text }: SharedPassage['first']): SharedPassage['first'] => ({ cell, text: what === '数字' ? figureOr(text.slice(text.lastIndexOf('：') + 1)) : LEFT_OUT });
  return { what, first: side(first), second: side(second), same };
}

function redactedLine(line: YearLine): YearLine {
  // These two quote names of units and projects only.
  if (line.kind === 'vanished' || line.kind === 'new') return line;
  const value = (one: YearLine['now']): YearLine['now'] => one && { cell: one.cell, text: one.text.split('、').map((text) => (line.kind === 'carry-over' ? NOTHING_KNOWN.value(text) : figureOr(text))).join('、') };
  return { ...line, message: withQuotes(line.message, figureOr).replace(/（[^（）]*\p{L}{9,}[^（）]*）/gu, `（${LEFT_OUT}）`), now: value(line.now), then: value(line.then) };
}

/** Comparisons made of full results, without the passages themselves. */
export function redactComparisons({ copies, lastYear }: Comparisons): Comparisons {
  return {
    ...(copies ? { copies: { ...copies, groups: copies.groups.map((group) => ({ ...group, pairs: group.pairs.map((pair) => ({ ...pair, passages: pair.passages.map(redactedPassage) })) })) } } : {}),
    ...(lastYear ? { lastYear: { ...lastYear, lines: lastYear.lines.map(redactedLine) } } : {}),
  };
}
