// Production builds in folders of their own, for tests that look at the real thing.
import { fork } from 'node:child_process';
import { join } from 'node:path';

export interface Build {
  readonly code: number | null;
  /** Warnings, errors and sizes. */
  readonly told: string;
  readonly folder: string;
}

/** Address of the process that builds for all suites. */
const BUILDER = 'BIAOLI_TEST_BUILDER';

/** Starts that process and says its address; it goes, with all that it has built, with this one. */
export async function startBuilder(): Promise<string> {
  // Modules read and compiled are many and short-lived: more room for them is less work for the collector.
  const child = fork(join(__dirname, 'builder.mjs'), { execArgv: ['--max-semi-space-size=64'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const address = await new Promise<string>((done, failed) => {
    child.once('message', (told) => { done(told as string); });
    child.once('exit', (code) => { failed(new Error(`the builder ended with ${code}`)); });
  });
  child.unref();
  child.channel?.unref();
  return (process.env[BUILDER] = address);
}

/** A face of webpack.config.js; made once, whoever asks for it. `env` are the build's own choices, such as office=self. */
export async function built(face: 'addin' | 'single' | 'workbench', ...env: readonly string[]): Promise<Build> {
  // A suite that is run alone has no builder yet.
  const builder = process.env[BUILDER] ?? (await startBuilder());
  const choices = Object.fromEntries(env.map((choice) => [choice.slice(0, choice.indexOf('=')), choice.slice(choice.indexOf('=') + 1)]));
  const response = await fetch(builder, { method: 'POST', body: JSON.stringify({ face, choices }) });
  return (await response.json()) as Build;
}
