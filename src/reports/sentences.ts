// Sentences and clauses of a plain text, with positions: what a figure is about is looked for in its own clause first, then in the ones before.

export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Index of the sentence (ended by 。！？ or a line break) inside the paragraph. */
  readonly sentence: number;
  /** Index of the part between ； inside the paragraph. */
  readonly segment: number;
  /** The mark that stands before it; '' at the beginning of a sentence. */
  readonly opener: string;
}

const ENDS_SENTENCE = new Set(['。', '！', '？', '\n']);
const ENDS_CLAUSE = new Set(['，', '；', '：']);
/** 执行率：95%, 2023年预算数：1200万元, 产出指标50分(得分：49分): a name without a figure, and its figure. */
const NAME = /(?:^(?:\d{1,2}[.、]|\(\d{1,2}\))?(?:(?:19|20)\d{2}年)?|[(、])[^\d(、]+$/;
/** Neither an item's number nor a date. */
const FIGURE = /^-?\d[\d,]*(?:\.\d+)?(?:[%㎡，。；]|(?![年月日号])[\u4e00-\u9fa5]|$)/;
const MOST_NAME = 40;
const MOST_FIGURE = 24;

/** Clauses in order; they cover the text but for the marks between them. Linear. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  let segment = 0;
  let opener = '';
  for (let i = 0; i <= text.length; i++) {
    const char = text.charAt(i);
    const ends = char === '' || ENDS_SENTENCE.has(char);
    if (!ends && !ENDS_CLAUSE.has(char) || char === '：' && isNamed(text, start, i)) continue;
    if (i > start) clauses.push({ start, end: i, sentence, segment, opener });
    start = i + 1;
    opener = ends ? '' : char;
    if (ends) sentence++;
    if (ends || char === '；') segment++;
  }
  return clauses;
}

/** The colon parts nothing: what is named stands before it and its figure behind. */
function isNamed(text: string, start: number, colon: number): boolean {
  return FIGURE.test(text.slice(colon + 1, colon + 1 + MOST_FIGURE)) && NAME.test(text.slice(Math.max(start, colon - MOST_NAME), colon));
}
