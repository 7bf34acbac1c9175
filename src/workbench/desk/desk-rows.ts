// The lines of each list at the desk as words: filtered by text and verdict, in the order of the summary.
import { fileOfUnnamed } from '../../batch/unnamed';
import type { TableLine } from '../../batch/summary';
import type { Severity } from '../../model/finding';
import type { Verdict } from '../../model/review';
import type { Language } from '../../pane/catalogue';
import { messageIn, titleIn } from '../../pane/finding-words';
import { speakIn, type Speak } from '../catalogue';
import type { DeskList, DetailWish, FileLine } from './desk-list';
import type { DeskState } from './desk-state';

export interface DeskLine {
  readonly wish: DetailWish;
  readonly sign: { readonly verdict: Verdict } | { readonly severity: Severity };
  readonly title: string;
  readonly second: string;
  readonly heard: string;
  readonly errors: number;
  readonly verify: number;
  /** What the filter by verdict goes by; null: it does not apply. */
  readonly verdict: Verdict | null;
}

const GRAVEST: readonly Verdict[] = ['errors', 'to-verify', 'not-checked', 'clean'];

/** Nothing of what was not checked: that nothing was found there says nothing. */
function todo({ verdict, errors, verify }: Pick<FileLine, 'verdict' | 'errors' | 'verify'>, speak: Speak): string {
  const parts = [...(errors > 0 ? [speak('desk.errors', { count: errors })] : []), ...(verify > 0 ? [speak('desk.verify', { count: verify })] : [])];
  return parts.length > 0 ? parts.join(speak('stage.join')) : verdict === 'not-checked' ? '' : speak('desk.noFindings');
}

function heard(speak: Speak, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(speak('desk.heard'));
}

/** As it is written; what stands for a name that nobody wrote, in the language of the page. */
export function unitWords(unit: string, speak: Speak): string {
  const file = fileOfUnnamed(unit);
  return file === null ? unit : speak('desk.noUnit', { file });
}

/** Of tables that do not name their unit: how it was found, or that it was not. */
function sourceWords(tables: DeskList['tables'], speak: Speak): string {
  const from = (source: TableLine['unitFrom']): number => tables.filter(({ unitFrom }) => unitFrom === source).length;
  if (from('none') === tables.length) return speak('desk.unitUnknown');
  return ([['workbook', 'desk.unitByWorkbook'], ['folder', 'desk.unitByFolder'], ['department', 'desk.unitByDepartment']] as const).flatMap(([source, key]) => (from(source) === 0 ? [] : [speak(key, { count: from(source) })])).reduce((first, next) => speak('desk.also', { first, next }), '').trim();
}

function unitLines({ units, tables }: DeskList, speak: Speak, language: Language): readonly DeskLine[] {
  return units.map((line): DeskLine => {
    const { unit, verdict, errors, verify, gravest, note } = line;
    const [title, word, facts] = [unitWords(unit, speak), speak(`verdict.${verdict}`), todo(line, speak)];
    const second = gravest ? speak('desk.where', { cell: gravest.cell, message: messageIn(language, gravest) }).trim() : note === '' ? facts || word : sourceWords(tables.filter((one) => one.unit === unit), speak);
    return { wish: { kind: 'unit', key: unit }, sign: { verdict }, title, second, heard: heard(speak, title, word, facts, gravest ? second : ''), errors, verify, verdict };
  });
}

/** Beside its verdict: what there is to do, or why it was not checked. */
function fileFacts(line: FileLine, speak: Speak): string {
  const { status, reason } = line;
  return status === 'checked' ? todo(line, speak) : reason === null ? speak(status === 'no-table' ? 'desk.noTable' : 'desk.unreadable') : speak('sentence', { sentence: reason });
}

function fileLines({ files }: DeskList, speak: Speak): readonly DeskLine[] {
  return [...files].sort((a, b) => GRAVEST.indexOf(a.verdict) - GRAVEST.indexOf(b.verdict)).map((line): DeskLine => {
    const { file, status, verdict, errors, verify } = line;
    const [word, facts] = [speak(`verdict.${verdict}`), fileFacts(line, speak)];
    const second = status !== 'checked' ? facts : facts === '' ? word : speak('files.verdict', { verdict: word, counts: facts });
    return { wish: { kind: 'file', key: file }, sign: { verdict }, title: file, second, heard: heard(speak, file, word, facts), errors, verify, verdict };
  });
}

function ruleLines({ rules }: DeskList, speak: Speak, language: Language): readonly DeskLine[] {
  return rules.map(({ rule, title: given, severity, units, tables, findings, follows }): DeskLine => {
    const title = titleIn(language, { rule, title: given });
    const second = speak('desk.ruleFacts', { units, tables, findings: findings + follows });
    return { wish: { kind: 'rule', key: rule }, sign: { severity }, title, second, heard: heard(speak, title, speak(`desk.severity.${severity}`), second), errors: 0, verify: 0, verdict: null };
  });
}

/** Those that stand in no unit, since no table of them was read. */
export function filesApart(list: DeskList | null): readonly FileLine[] {
  return list?.files.filter(({ verdict, tables }) => verdict === 'not-checked' && tables === 0) ?? [];
}

/** All lines of a tab. */
export function deskLines(list: DeskList | null, tab: DeskState['tab'], language: Language): readonly DeskLine[] {
  if (!list) return [];
  const speak = speakIn(language);
  return tab === 'units' ? unitLines(list, speak, language) : tab === 'files' ? fileLines(list, speak) : tab === 'rules' ? ruleLines(list, speak, language) : [];
}

/** Those that have the text anywhere and the verdict. */
export function filtered(lines: readonly DeskLine[], search: string, verdict: DeskState['verdict']): readonly DeskLine[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '' && verdict === 'all') return lines;
  return lines.filter((line) => (verdict === 'all' || line.verdict === null || line.verdict === verdict) && (wanted === '' || `${line.title}\n${line.second}`.toLowerCase().includes(wanted)));
}

export function countVerdicts(lines: readonly DeskLine[]): Readonly<Record<Verdict, number>> {
  const counts = { errors: 0, 'to-verify': 0, clean: 0, 'not-checked': 0 };
  for (const { verdict } of lines) if (verdict !== null) counts[verdict]++;
  return counts;
}

export const sameWish = (a: DetailWish | null, b: DetailWish | null): boolean => a?.kind === b?.kind && a?.key === b?.key;
