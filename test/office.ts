// LibreOffice, where it is installed: another program than ours that opens and calculates what is written.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const PROGRAM = process.env.SOFFICE ?? '/usr/bin/soffice';
/** One that hangs is stopped before the test is. */
const PATIENCE = 50_000;

/** Its spreadsheets and its word processor are installed apart from each other. */
const has = (library: string): boolean => existsSync(PROGRAM) && existsSync(join(dirname(realpathSync(PROGRAM)), library));
export const hasCalc = has('libsclo.so');
export const hasWriter = has('libswlo.so');

/**
 * @param format as its --convert-to takes it, the ending first
 * @param folder a new one of the test's own: the profile is kept there as well
 * @returns where the converted file lies
 */
export function converted(file: string, format: string, folder: string): string {
  const to = join(folder, 'converted');
  const { stderr } = spawnSync(PROGRAM, [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', format, '--outdir', to, file], { encoding: 'utf8', timeout: PATIENCE });
  const path = join(to, `${basename(file).replace(/\.[^.]*$/, '')}.${format.split(':')[0] ?? ''}`);
  if (!existsSync(path)) throw new Error(`LibreOffice made no ${path}: ${stderr}`);
  return path;
}
