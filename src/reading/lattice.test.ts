import { makeGrid } from '../../test/make-grid';
import type { Grid } from '../model/grid';
import type { Quantity } from '../model/quantity';
import { Lattice } from './lattice';

/** A number that its format shows as `text`. */
function shown(value: number, text: string): Quantity | null {
  const grid = makeGrid([[value]]);
  const formatted: Grid = { ...grid, cells: grid.cells.map((cell) => ({ ...cell, text })) };
  return new Lattice(formatted, { top: 1, left: 1, bottom: 1, right: 1 }).at(1, 1).quantity;
}

test('the sign that a number format puts before the figure is the limit\'s', () => {
  const read = (value: number, text: string): unknown => {
    const quantity = shown(value, text);
    return [quantity?.operator, quantity?.value.toString(), quantity?.unit];
  };
  expect(read(200, '≤200件')).toEqual(['<=', '200', '']);
  expect(read(0.95, '≥95%')).toEqual(['>=', '95', '%']);
  expect(read(0.9, '90%以上')).toEqual(['>=', '90', '%']);
  expect(read(100, '不少于100公里')).toEqual(['>=', '100', '']);
  expect(read(1234.5, '1,234.50万元')).toEqual([null, '1234.5', '']);
});
