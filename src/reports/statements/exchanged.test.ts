// Two digits exchanged: told only where the figures beside it give just the other way round.
import { documentOf } from '../report-rule-tester';
import { readReport } from '../reading';
import { exchanged } from './exchanged';

function foundIn(text: string): string | null {
  const reading = readReport(documentOf(text), []);
  const last = reading.facts.at(-1);
  const found = last ? exchanged(reading, last) : null;
  return found && `${found.above.value.toString()} of ${found.below.value.toString()}: ${found.expected.toFixed(2)}`;
}

test('a rate of which two digits are exchanged is that of the figures beside it', () => {
  expect(foundIn('全县下达改造任务5231户，当年完工3512户，占任务数的67.41%。')).toBe('3512 of 5231: 67.14');
});

test.each([
  ['as calculated', '全县下达改造任务5231户，当年完工3512户，占任务数的67.14%。'],
  ['another digit than the neighbours', '全县下达改造任务5231户，当年完工3512户，占任务数的67.84%。'],
  ['too short to be no chance', '全县下达改造任务5200户，当年完工3500户，占任务数的76%。'],
])('nothing is told of a rate %s', (_, text) => expect(foundIn(text)).toBeNull());
