// How the cells of a form look: 宋体 and 黑体, thin lines, a light fill where something is to be typed.
import type { PlanLine, PlanStyle } from '../model/sheet-plan';

const SONG = '宋体';
const HEI = '黑体';
const NO_LINES: PlanStyle['lines'] = lines('none');
/** Light enough to vanish in print, and none of the tones that marks have. */
const INPUT_FILL = 'FFFDE7';
export const WARNING = { fill: 'FCE4D6', colour: 'C00000' } as const;

function lines(line: PlanLine): PlanStyle['lines'] {
  return { top: line, right: line, bottom: line, left: line };
}

const CELL: PlanStyle = {
  font: { name: SONG, size: 10, bold: false, colour: null }, fill: null, horizontal: 'center', vertical: 'center', wrap: true, lines: lines('thin'), numberFormat: 'General', locked: true,
};

function input(style: PlanStyle): PlanStyle {
  return { ...style, fill: INPUT_FILL, locked: false };
}

/** Amounts with their cents; more digits are shown where they are typed. */
const AMOUNT = '#,##0.00####';

const RIGHT_NOTE: PlanStyle = { ...CELL, lines: NO_LINES, horizontal: 'left', font: { ...CELL.font, size: 9 } };

export const LOOKS = {
  // The year stands in these: the unit may put in another.
  title: { ...CELL, font: { name: HEI, size: 16, bold: false, colour: null }, lines: NO_LINES, locked: false },
  subtitle: { ...CELL, font: { ...CELL.font, size: 11 }, lines: NO_LINES, locked: false },
  label: CELL,
  left: { ...CELL, horizontal: 'left' },
  plain: { ...CELL, horizontal: 'left', lines: NO_LINES },
  head: { ...CELL, font: { ...CELL.font, name: HEI } },
  note: { ...RIGHT_NOTE, vertical: 'top' },
  text: input({ ...CELL, horizontal: 'left' }),
  plainText: input({ ...CELL, horizontal: 'left', lines: NO_LINES }),
  centredText: input(CELL),
  amount: input({ ...CELL, wrap: false, numberFormat: AMOUNT }),
  number: input({ ...CELL, wrap: false }),
  wholeNumber: input({ ...CELL, wrap: false, numberFormat: '0' }),
  percent: { ...CELL, wrap: false, numberFormat: '0.00%' },
  result: { ...CELL, wrap: false },
  amountResult: { ...CELL, wrap: false, numberFormat: AMOUNT },
  total: { ...CELL, wrap: false, font: { ...CELL.font, name: HEI } },
} as const satisfies Readonly<Record<string, PlanStyle>>;

export type Look = keyof typeof LOOKS;
