// Written explanations for findings that may be right: which are accepted, and which findings they cover.
import type { Finding, Waiver } from '../model/finding';
import type { StoredWaiver } from '../model/plan';
import { present } from '../model/present';
import type { WorkbookReview } from '../model/review';
import type { Table } from '../model/table';
import { fingerprint } from './fingerprint';

/** Words that fill the box without explaining anything. */
const EMPTY_WORDS = new Set([
  '无', '没有', '已核实', '已核对', '核实无误', '已核实无误', '情况属实', '属实', '同意', '见附件', '详见附件', '附件', '正常', '符合要求', '符合实际', '实际情况', '按实际填写',
  '如实填写', '无误', '数据无误', '填写无误', '已说明', '不适用', '略', '待补充', '待核实', '说明', '原因', '已完成', '同上', '见上', '测试',
]);
const LEAST_LETTERS = 4;

/** Why a reason is refused, a Chinese sentence that says what to write instead; null when it is accepted. */
export function refuseReason(reason: string): string | null {
  const letters = reason.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  if (letters === '') return '请写明理由：说明为什么可以这样填，例如“上级年中追加预算 20 万元，文号××”。';
  if (EMPTY_WORDS.has(letters)) return `“${reason.trim()}”没有说明理由：请写出具体原因，例如“上级年中追加预算 20 万元，文号××”。`;
  if (letters.replace(/\p{N}/gu, '').length < LEAST_LETTERS || /^(.)\1*$/u.test(letters)) return `“${reason.trim()}”太短，看不出理由：请至少用一句话写出具体原因。`;
  return null;
}

export interface WaiverDraft {
  readonly reason: string;
  /** ISO date. */
  readonly date: string;
  readonly role: string;
}

export type WaiverAnswer = { readonly ok: true; readonly waiver: StoredWaiver } | { readonly ok: false; readonly reason: string };

/** Makes the waiver to be kept in the workbook, or says in Chinese why not. Only `verify` findings can be explained away. */
export function writeWaiver(finding: Finding, sheet: string, table: Table | null, draft: WaiverDraft): WaiverAnswer {
  if (finding.severity === 'error') return { ok: false, reason: '这是错误，不能用说明代替更正：请改正单元格后重新核查。' };
  if (finding.severity === 'hint') return { ok: false, reason: '这只是提示，不影响结论，不需要写说明。' };
  const refused = refuseReason(draft.reason);
  if (refused !== null) return { ok: false, reason: refused };
  if (draft.role.trim() === '') return { ok: false, reason: '请写明说明人的身份，例如“填报人”或“审核人”。' };
  if (!isIsoDate(draft.date)) return { ok: false, reason: `日期“${draft.date}”不对：请写成 2024-03-15 这样的形式。` };
  const waiver: StoredWaiver = {
    rule: finding.rule,
    sheet,
    cell: finding.cells[0] ?? '',
    fingerprint: fingerprint(finding, table),
    reason: draft.reason.trim(),
    date: draft.date,
    role: draft.role.trim(),
  };
  return { ok: true, waiver };
}

/**
 * Puts a waiver into the list, in place of an earlier one on the same cell, or of one whose row has moved: rows of the same content, `cells` of them in all,
 * have a waiver each, and no more waivers than rows are kept.
 */
export function addWaiver(waivers: readonly StoredWaiver[], added: StoredWaiver, cells: readonly string[] = [added.cell]): readonly StoredWaiver[] {
  const ofRule = (old: StoredWaiver): boolean => old.rule === added.rule && old.sheet === added.sheet;
  const alike = waivers.filter((old) => ofRule(old) && old.cell !== added.cell && old.fingerprint === added.fingerprint);
  const [inPlace, moved] = [alike.filter(({ cell }) => cells.includes(cell)), alike.filter(({ cell }) => !cells.includes(cell))];
  const kept = new Set([...inPlace, ...moved].slice(0, Math.max(0, cells.length - 1)));
  return [...waivers.filter((old) => !ofRule(old) || kept.has(old) || (old.cell !== added.cell && old.fingerprint !== added.fingerprint)), added];
}

/** The table whose cells a finding between tables is about: its explanation rests on their texts. */
export function tableUnder(tables: readonly Table[], sheet: string, cell: string | undefined): Table | null {
  return tables.find((one) => one.sheet === sheet && one.entries.some((entry) => entry.cell === cell)) ?? null;
}

/** First cells of the findings of a review that say the same of the same content as the waiver's: rows that were copied, or a table twice on its sheet. */
export function cellsAlike({ rule, sheet, fingerprint: print }: StoredWaiver, { tables }: WorkbookReview): readonly string[] {
  return tables.filter(({ table }) => table.sheet === sheet).flatMap(({ table, findings }) =>
    present(findings, (finding) => (finding.rule === rule && finding.cells[0] !== undefined && fingerprint(finding, table) === print ? finding.cells[0] : null)));
}

/** The list without the waiver that covers a finding: of several with the same words the one of its cell, else of its content. */
export function withoutWaiver(waivers: readonly StoredWaiver[], finding: Finding, sheet: string, table: Table | null): readonly StoredWaiver[] {
  const { rule, waived } = finding;
  const print = fingerprint(finding, table);
  const same = waivers.filter((one) => one.rule === rule && one.sheet === sheet && one.reason === waived?.reason && one.date === waived.date && one.role === waived.role);
  const here = same.filter(({ cell }) => cell === finding.cells[0]);
  const gone = here.find((one) => one.fingerprint === print) ?? same.find((one) => one.fingerprint === print) ?? here[0];
  return waivers.filter((one) => one !== gone);
}

export interface WaiverCover<F> {
  readonly findings: readonly F[];
  /** Those that matched a finding, covering or stale. */
  readonly used: ReadonlySet<StoredWaiver>;
}

/**
 * Lays stored waivers over the findings of one sheet, of all its tables at once. Same content in the same cell first, then the same content elsewhere (the row
 * moved), each waiver once; what is left on the same cell with other content is stale: shown, but no longer covering.
 */
export function coverWith<F extends Finding>(findings: readonly F[], sheet: string, tableOf: (finding: F) => Table | null, waivers: readonly StoredWaiver[]): WaiverCover<F> {
  const mine = waivers.filter((waiver) => waiver.sheet === sheet);
  if (mine.length === 0) return { findings, used: new Set() };
  const prints = new Map(findings.filter((finding) => finding.severity === 'verify').map((finding) => [finding, fingerprint(finding, tableOf(finding))]));
  const given = new Map<F, Waiver>();
  const used = new Set<StoredWaiver>();
  const pass = (matches: (finding: F, print: string, waiver: StoredWaiver) => boolean, stale: boolean): void => {
    for (const [finding, print] of prints) {
      if (given.has(finding)) continue;
      const waiver = mine.find((one) => !used.has(one) && one.rule === finding.rule && matches(finding, print, one));
      if (!waiver) continue;
      used.add(waiver);
      given.set(finding, { reason: waiver.reason, date: waiver.date, role: waiver.role, stale });
    }
  };
  pass((finding, print, waiver) => waiver.cell === finding.cells[0] && waiver.fingerprint === print, false);
  pass((_finding, print, waiver) => waiver.fingerprint === print, false);
  pass((finding, _print, waiver) => waiver.cell === finding.cells[0], true);
  return { findings: findings.map((finding) => ({ ...finding, waived: given.get(finding) ?? finding.waived })), used };
}

function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
