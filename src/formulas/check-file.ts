// A file of own checks, JSON or plain text, from its text to checks that can be judged; everything wrong with it in Chinese, with its place.
import { compileCheck, type CheckDraft, type CheckProblem } from './compile';
import { LONGEST_FILE, MOST_CHECKS } from './limits';
import type { OwnCheck } from './own-check';
import { sentenceOf } from './problem';
import { schemaProblems } from './check-schema';
import { readCheckText } from './check-text';
import { KINDS, SEVERITIES, type PlacedDraft } from './check-words';

export interface CheckSet {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly version: string | null;
  readonly checks: readonly OwnCheck[];
  /** Sentences about formulas that are right but may not mean what they say. */
  readonly advice: readonly string[];
}

export type CheckFile = { readonly ok: true; readonly set: CheckSet } | { readonly ok: false; readonly problems: readonly string[] };

interface RawCheck {
  readonly id: string;
  readonly label: string;
  readonly severity?: string;
  readonly kinds?: readonly string[];
  readonly formula: string;
  readonly message?: string;
  readonly basis?: { readonly document: string; readonly clause?: string };
}

interface RawFile {
  readonly title?: string;
  readonly issuer?: string;
  readonly version?: string;
  readonly checks: readonly RawCheck[];
}

/** Reads a file's text: JSON where it begins with a brace, else the plain form. Never throws. */
export function readCheckFile(text: string): CheckFile {
  if (text.length > LONGEST_FILE) return { ok: false, problems: [`文件太大（${text.length} 个字），最多 ${LONGEST_FILE} 个字。`] };
  const plain = text.replace(/^\ufeff/, '');
  return /^\s*[{[]/.test(plain) ? readJson(plain) : readPlain(plain);
}

function readJson(text: string): CheckFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [`不是正确的 JSON${jsonPlace(text, error)}：请检查引号、逗号和括号。`] };
  }
  return readValue(value);
}

/** Checks as JSON values, such as a workbook keeps. */
export function readCheckValues(checks: readonly unknown[]): CheckFile {
  return readValue({ checks });
}

function readValue(value: unknown): CheckFile {
  const problems = schemaProblems(value);
  if (problems.length > 0) return { ok: false, problems };
  // The schema has just said so.
  const file = value as RawFile;
  const drafts = file.checks.map((raw): PlacedDraft => ({ draft: draftOf(raw), formulaAt: null }));
  return compileAll(drafts, { title: file.title ?? null, issuer: file.issuer ?? null, version: file.version ?? null });
}

function draftOf({ id, label, severity, kinds, formula, message, basis }: RawCheck): CheckDraft {
  return {
    id, label, formula, severity: SEVERITIES.get(severity ?? '') ?? 'verify',
    ...(kinds ? { kinds: kinds.flatMap((kind) => KINDS.get(kind) ?? []) } : {}),
    ...(message === undefined ? {} : { message }),
    ...(basis ? { basis: { document: basis.document, clause: basis.clause ?? label } } : {}),
  };
}

/** In brackets; '' where the engine tells no place, as V8 does of a wrong sign in a short text. */
function jsonPlace(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const at = /position (\d+)/.exec(message)?.[1];
  if (at === undefined) return /end of|EOF/i.test(message) ? '（内容没有写完）' : '';
  const before = text.slice(0, Number(at));
  return `（第 ${before.split('\n').length} 行第 ${before.length - before.lastIndexOf('\n')} 列）`;
}

function readPlain(text: string): CheckFile {
  const read = readCheckText(text);
  return read.problems.length > 0 ? { ok: false, problems: read.problems } : compileAll(read.drafts, { title: read.title, issuer: read.issuer, version: read.version });
}

function compileAll(drafts: readonly PlacedDraft[], head: Pick<CheckSet, 'title' | 'issuer' | 'version'>): CheckFile {
  if (drafts.length === 0) return { ok: false, problems: ['文件里没有审核公式。'] };
  if (drafts.length > MOST_CHECKS) return { ok: false, problems: [`审核公式有 ${drafts.length} 条，一个文件最多 ${MOST_CHECKS} 条。`] };
  const problems: string[] = [];
  const advice: string[] = [];
  const checks: OwnCheck[] = [];
  const seen = new Set<string>();
  for (const { draft, formulaAt } of drafts) {
    if (seen.has(draft.id)) problems.push(`编号“${draft.id}”用了两次：每条审核公式要有自己的编号。`);
    seen.add(draft.id);
    const compiled = compileCheck(draft);
    if (compiled.ok) {
      checks.push(compiled.check);
      advice.push(...compiled.advice.map((problem) => placed(draft, { part: 'formula', problem }, formulaAt)));
    } else problems.push(...compiled.problems.map((problem) => placed(draft, problem, formulaAt)));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, set: { ...head, checks, advice } };
}

const PARTS: Readonly<Record<CheckProblem['part'], string>> = { id: '编号', label: '名称', formula: '公式', message: '出错说明' };

/** In a text file the place is the file's own; in JSON it is counted inside the formula. */
function placed({ id }: CheckDraft, { part, problem }: CheckProblem, formulaAt: PlacedDraft['formulaAt']): string {
  if (part === 'id' || part === 'label') return problem.message;
  if (part === 'formula' && formulaAt) {
    const line = formulaAt.line + problem.line - 1;
    return `第 ${line} 行第 ${problem.line === 1 ? formulaAt.column + problem.column - 1 : problem.column} 列（${id} 的公式）：${problem.message}`;
  }
  return `${id} 的${PARTS[part]}，${sentenceOf(problem)}`;
}
