// Whether a typed formula can be one at all: Excel finds a file damaged over a formula that it cannot read, and a grid keeps whatever was typed behind '='.

/** Texts, quoted names of sheets, and brackets with what stands in them: columns of tables, other workbooks. */
const WHOLE = /"[^"]*(?:""[^"]*)*"|'[^']*(?:''[^']*)*'|\[[^[\]']*(?:(?:'.|\[[^[\]']*(?:'.[^[\]']*)*\])[^[\]']*)*\]/g;
/** Signs of a Chinese keyboard: Excel takes them for the plain ones when they are typed, not when it reads a file. */
const WIDE = /[（）［］｛｝，：；＋－＊／＝＜＞＆％＾！、。“”‘’＂＇]/;
const COMPARISON = /<>|<=|>=|[<>=]/g;
/** An operator, or what opens or divides arguments, before what needs something in front of it; c stands for a comparison. IF(A1,,2), NOW() and --A1 are right. */
const NOTHING_BETWEEN = /[-+*/^&:~][*/^&:~,;)}%]|[(,;{][*/^&:~%]/;
const NOTHING_IN_FRONT = /^[*/^&:~,;)}%]/;
const NOTHING_BEHIND = /[-+*/^&:~,;]$/;

function closes(text: string): boolean {
  const open: string[] = [];
  for (const char of text) {
    if (char === '(' || char === '{') open.push(char);
    else if (char === ')' && open.pop() !== '(') return false;
    else if (char === '}' && open.pop() !== '{') return false;
  }
  return open.length === 0;
}

/**
 * False when a bracket or a quotation mark is left open, an operator has nothing to work on, or a sign is none of a formula's. When in doubt it is true: the grammar has many corners.
 * @param formula without '='
 */
export function isFormula(formula: string): boolean {
  const bare = formula.replace(WHOLE, '_').replace(/\s+/g, '');
  if (bare === '' || /["'[\]]/.test(bare) || WIDE.test(bare) || !closes(bare)) return false;
  const signs = bare.replace(COMPARISON, '~');
  return !NOTHING_BETWEEN.test(signs) && !NOTHING_IN_FRONT.test(signs) && !NOTHING_BEHIND.test(signs);
}
