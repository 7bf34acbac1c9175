import { EventEmitter } from 'node:events';
import { widthOf } from '../exports/text-width';
import { processTerminal } from './terminal';

function terminalOf(columns: number) {
  const written: string[] = [];
  const stream = (isTTY: boolean) => Object.assign(new EventEmitter(), { isTTY, columns, write: (text: string) => written.push(text) > 0 }) as unknown as NodeJS.WriteStream & { fd: 1 & 2 };
  return { written, terminal: processTerminal({ stdout: stream(false), stderr: stream(true), env: {} }) };
}

test('a line that replaces itself is never wider than the terminal: what is broken by it could not be taken back', () => {
  const { written, terminal } = terminalOf(40);
  terminal.progress('[████████░░░░░░░░░░░░] 123/456　每秒 12 个　还要 3 分钟　未通过 12、待核实 34');
  terminal.progress('核查 1/2　\u0007a.xlsx');
  expect(widthOf(written[0] ?? '')).toBeLessThan(40);
  expect(written[0]).toMatch(/^\[█+░+\] 123\/456.*…$/);
  expect(written.slice(1)).toEqual(['\r\u001b[K', '核查 1/2　a.xlsx']);
});
