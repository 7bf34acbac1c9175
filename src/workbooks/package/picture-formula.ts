// A formula as people see and type it, and as a file writes it: functions younger than Excel 2007 carry a prefix there.

/** Functions that Excel stores as _xlfn.NAME; without the prefix it shows #NAME? until somebody types the cell again. Those that take LAMBDA are left out: their parameters have a prefix too. */
const YOUNG = new Set((
  'ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR CEILING.MATH CEILING.PRECISE '
  + 'CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL '
  + 'DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY '
  + 'FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN '
  + 'ISFORMULA ISOWEEKNUM LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC '
  + 'PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ RRI SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY '
  + 'STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK '
  + 'WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST'
).split(' '));
/** Stored as _xlfn._xlws.NAME. */
const YOUNG_LISTS = new Set(['FILTER', 'SORT']);

/** Texts and quoted sheet names are passed over; then the names of functions. */
const CALL = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.\u0080-\uffff])[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*(?=\()/g;
const PREFIX = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.])(?:_xl(?:fn|ws|pm|udf)\.)+(?=\w)/gi;

function isQuoted(token: string): boolean {
  return token.startsWith('"') || token.startsWith("'");
}

/** Without '=', as a file writes it. */
export function storedFormula(typed: string): string {
  return typed.replace(/^\s*=/, '').replace(CALL, (token) => {
    const name = token.toUpperCase();
    if (isQuoted(token)) return token;
    return YOUNG.has(name) ? `_xlfn.${name}` : YOUNG_LISTS.has(name) ? `_xlfn._xlws.${name}` : token;
  });
}

/** As Excel shows it, without '='. */
export function typedFormula(stored: string): string {
  return stored.includes('_xl') ? stored.replace(PREFIX, (token) => (isQuoted(token) ? token : '')) : stored;
}

/** Another workbook by its number, '[1]表'!A1; the brackets of a table stand behind its name, or inside others. */
const OTHER_BOOK = /"(?:[^"]|"")*"|(?<![\w\u0080-\uffff\]])\[\d+\](?=[\w\u0080-\uffff!])/g;

export function namesOtherBook(formula: string): boolean {
  return formula.includes('[') && (formula.match(OTHER_BOOK) ?? []).some((token) => token.startsWith('['));
}
