import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { remembered } from './memo';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes of the heap that are in use. */
function inUse(): number {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

/** As a file's strings come: one text, of which pieces are cut. Megabytes. */
const LENGTH = 1;
const textOf = (file: number): string => Buffer.alloc(LENGTH * 1e6, `${file} of the files, `).toString('latin1');

it('asks once for the same text, and again for another', () => {
  const asked: string[] = [];
  const upper = remembered((text) => {
    asked.push(text);
    return text.toUpperCase();
  });
  expect([upper('a'), upper('b'), upper('a')]).toEqual(['A', 'B', 'A']);
  expect(asked).toEqual(['a', 'b']);
});

it('keeps what comes back and forgets what does not, however many texts there are', () => {
  let asked = 0;
  const length = remembered((text) => {
    asked++;
    return text.length;
  });
  for (let at = 0; at < 10_000; at++) {
    length(`name ${at}`);
    length('label');
  }
  expect(asked).toBe(10_001);
  length('name 0');
  expect(asked).toBe(10_002);
});

it.each<[string, (piece: string) => unknown]>([['keys', () => true], ['answers', (piece) => piece.slice(2)]])('keeps no text alive of which its %s are a piece', (_, compute) => {
  const known = remembered(compute);
  const before = inUse();
  for (let file = 0; file < 50; file++) known(textOf(file).slice(100, 140));
  expect(inUse() - before).toBeLessThan(10 * LENGTH);
});
