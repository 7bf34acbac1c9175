import { colourOf, editBetween, sameValue, valueOf, type CellState } from './univer-edits';

const BLANK: CellState = { formula: null, value: null, fill: null, numberFormat: 'General', note: null };
const PLACE = { sheet: '表', row: 2, column: 3 };

describe('the edit between two states of a cell', () => {
  it('is none when nothing changed, or when only a formula’s result did', () => {
    expect(editBetween(PLACE, BLANK, BLANK)).toBeNull();
    expect(editBetween(PLACE, { ...BLANK, formula: 'A1', value: 1 }, { ...BLANK, formula: 'A1', value: 2 })).toBeNull();
    expect(editBetween(PLACE, { ...BLANK, value: { error: '#N/A' } }, { ...BLANK, value: { error: '#N/A' } })).toBeNull();
  });

  it.each<[string, Partial<CellState>, object]>([
    ['a value', { value: 5 }, { content: { formula: null, value: 5 } }],
    ['a formula with its result', { formula: 'A1*2', value: 4 }, { content: { formula: 'A1*2', value: 4 } }],
    ['a text that looks like an error', { value: { error: '#N/A' } }, { content: { formula: null, value: '#N/A' } }],
    ['a fill', { fill: 'FF0000' }, { fill: 'FF0000' }],
    ['a number format', { numberFormat: '0%' }, { numberFormat: '0%' }],
    ['a note', { note: '请核对' }, { note: '请核对' }],
  ])('names only %s', (_what, after, expected) => {
    expect(editBetween(PLACE, BLANK, { ...BLANK, ...after })).toEqual({ ...PLACE, ...expected });
  });

  it('says null for what was taken away', () => {
    const full: CellState = { formula: 'A1', value: 1, fill: 'FF0000', numberFormat: 'General', note: '有' };
    expect(editBetween(PLACE, full, BLANK)).toEqual({ ...PLACE, content: { formula: null, value: null }, fill: null, note: null });
  });

  it('is content when a formula gives way to the very value it had', () => {
    expect(editBetween(PLACE, { ...BLANK, formula: 'A1', value: 1 }, { ...BLANK, value: 1 })).toEqual({ ...PLACE, content: { formula: null, value: 1 } });
  });
});

describe('the value of a cell', () => {
  it.each<[string, Parameters<typeof valueOf>[0], boolean, unknown]>([
    ['no cell', null, false, null],
    ['a number', { v: 5, t: 2 }, false, 5],
    ['a number that came as text', { v: '5', t: 2 }, false, 5],
    ['a yes', { v: 1, t: 3 }, false, true],
    ['a no', { v: 0, t: 3 }, false, false],
    ['a text of digits', { v: '007', t: 4 }, false, '007'],
    ['an empty text, which nobody can type', { v: '', t: 1 }, false, null],
    ['an empty text, which a formula can give', { v: '', t: 1 }, true, ''],
    ['an error that a formula gave', { v: '#DIV/0!', t: 1 }, true, { error: '#DIV/0!' }],
    ['an error behind an apostrophe', { v: '#DIV/0!', t: 4 }, false, '#DIV/0!'],
  ])('is right for %s', (_what, cell, calculated, expected) => {
    expect(valueOf(cell, calculated)).toEqual(expected);
  });

  it('is the same as another when the error is', () => {
    expect([sameValue({ error: '#N/A' }, { error: '#N/A' }), sameValue({ error: '#N/A' }, '#N/A'), sameValue(1, 1), sameValue(null, '')]).toEqual([true, false, true, false]);
  });
});

it.each([
  ['#ff0000', 'FF0000'], ['#F00', 'FF0000'], ['rgb(255, 199,206)', 'FFC7CE'], ['rgba(1,2,3,0.5)', '010203'], ['rgba(1,2,3,0)', null], ['transparent', null], [undefined, null], ['#FFC7CEff', 'FFC7CE'],
])('reads the colour %s', (colour, expected) => {
  expect(colourOf(colour)).toBe(expected);
});
