// What a formula and a file of checks may cost: far above what a bureau writes, far below what slows a review down.

/** Characters of one formula; of the words that a finding says. */
export const LONGEST_FORMULA = 2_000;
export const LONGEST_MESSAGE = 500;
/** Words, signs and names of one formula. */
export const MOST_TOKENS = 400;
/** Brackets, 若, 非 and minus signs inside one another: counted before anything is parsed. */
export const DEEPEST = 30;
/** Steps that one check may take on one table, and findings it may give there. */
export const MOST_STEPS = 200_000;
/** Steps that all checks together may take on one table. */
export const MOST_STEPS_TOGETHER = 2_000_000;
export const MOST_FINDINGS = 200;
/** Cells that one finding names: the first is where to look, the last of a long column help nobody. */
export const MOST_CELLS = 30;
/** Checks of one file, and its size in characters. */
export const MOST_CHECKS = 300;
export const LONGEST_FILE = 1_000_000;
