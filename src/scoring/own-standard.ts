// When an indicator or a form says itself how points follow from the result: then no proportion is held against it.

/** 每低 1 个百分点扣 0.5 分, 不达标不得分, 80%–90% 得 8 分. */
const STEPS = /扣|不得分|不计分|酌情|加\d|(?:得|计|给)\d+(?:\.\d+)?分/;
/** Full marks from a line on; in proportion below it where the words say so. */
const THRESHOLD = /满分|分档|折算|一半|全部分值/;
const PROPORTION = /比例|[×*÷/]|乘|除以/;

/** The words, where they set their own way from result to points; null where they only say "in proportion". */
export function ownStandard(text: string): string | null {
  if (text === '') return null;
  return STEPS.test(text) || (THRESHOLD.test(text) && !PROPORTION.test(text)) ? text : null;
}

/** A sentence of a note or header that scores the execution rate by steps: 执行率≥95%得满分，每低1%扣0.5分. */
export function executionStandard(texts: Iterable<string>): string | null {
  for (const text of texts) {
    if (!text.includes('率')) continue;
    for (const sentence of text.split(/[。；;\n]/)) {
      if (/(?:执行率|预算执行|执行进度)/.test(sentence) && /扣\d|扣[^，,]{0,8}分|不得分|不计分|满分|(?:得|计)\d+(?:\.\d+)?分/.test(sentence) && !PROPORTION.test(sentence)) return sentence.trim();
    }
  }
  return null;
}

/** Cut to what fits into a derivation. */
export function shortened(standard: string): string {
  return standard.length > 40 ? `${standard.slice(0, 40)}…` : standard;
}
