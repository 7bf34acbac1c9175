// LibreOffice, where it is installed: another program than ours that opens and calculates what is written.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const PROGRAM = process.env.SOFFICE ?? '/usr/bin/soffice';
/** One that hangs is stopped before the test is. */
const PATIENCE = 50_000;

/** Its spreadsheets and its word processor are installed apart from each other. */
const has = (library: string): boolean => existsSync(PROGRAM) && existsSync(join(dirname(realpathSync(PROGRAM)), library));
export const hasCalc = has('libsclo.so');
export const hasWriter = has('libswlo.so');

/** Formulas of .xlsx are calculated anew, whatever results the file keeps. */
const ALWAYS_CALCULATED = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';

function profileIn(folder: string): string {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  const settings = join(profile, 'user', 'registrymodifications.xcu');
  if (!existsSync(settings)) writeFileSync(settings, ALWAYS_CALCULATED);
  return profile;
}

/**
 * @param format as its --convert-to takes it, the ending first
 * @param folder a new one of the test's own: the profile is kept there as well
 * @returns where the converted files lie, in the same order
 */
export function convertedAll(files: readonly string[], format: string, folder: string): readonly string[] {
  const to = join(folder, 'converted');
  const { stderr } = spawnSync(PROGRAM, [`-env:UserInstallation=file://${profileIn(folder)}`, '--headless', '--convert-to', format, '--outdir', to, ...files], { encoding: 'utf8', timeout: PATIENCE });
  return files.map((file) => {
    const path = join(to, `${basename(file).replace(/\.[^.]*$/, '')}.${format.split(':')[0] ?? ''}`);
    if (!existsSync(path)) throw new Error(`LibreOffice made no ${path}: ${stderr}`);
    return path;
  });
}

export function converted(file: string, format: string, folder: string): string {
  return convertedAll([file], format, folder)[0] ?? '';
}
