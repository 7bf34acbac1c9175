/** @jest-environment jsdom */
// A worker that dies takes what it kept along, not the page.
import './jsdom-gaps';
import { startEngine } from '../../src/workbench/engine-client';

class FakeWorker {
  static readonly started: FakeWorker[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly asked: unknown[] = [];
  ended = false;
  private onError: (event: { message: string }) => void = () => undefined;

  constructor() {
    FakeWorker.started.push(this);
  }

  addEventListener(_: 'error', listener: (event: { message: string }) => void): void {
    this.onError = listener;
  }

  postMessage(message: unknown): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.ended = true;
  }

  die(): void {
    this.onError({ message: 'out of memory' });
  }
}

test('what an engine that dies was asked fails, and the next file gets another engine', async () => {
  Object.assign(window, { Worker: FakeWorker, biaoliEngine: '' });
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
  const engine = startEngine();
  const [first] = FakeWorker.started;
  const waiting = engine.open(new Uint8Array(1), '一.xlsx');
  first?.die();
  await expect(waiting).rejects.toThrow('out of memory');
  expect(first?.ended).toBe(true);
  void engine.open(new Uint8Array(1), '二.xlsx');
  expect(FakeWorker.started.map(({ asked }) => asked.length)).toEqual([1, 1]);
});
