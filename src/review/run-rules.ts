// Runs every rule over a table or a workbook; a rule that breaks becomes a remark and the others go on.
import type { Finding } from '../model/finding';
import type { Table } from '../model/table';
import { report, type Cause, type Rule, type RuleContext } from '../rules/rule';
import { attempt } from './attempt';

/** A finding that still knows what it may follow from. */
export interface RawFinding {
  readonly finding: Finding;
  readonly causes: readonly Cause[];
}

export interface RawWorkbookFinding extends RawFinding {
  readonly sheet: string;
}

export interface RuleRun<F> {
  readonly found: readonly F[];
  /** One Chinese sentence for each rule that could not be run to its end. */
  readonly failed: readonly string[];
}

export function runRules(rules: readonly Rule[], table: Table, context: RuleContext): RuleRun<RawFinding> {
  return collect(rules, (rule, into) => {
    for (const found of rule.check(table, context)) into.push({ finding: report(rule, found), causes: found.causes ?? [] });
  });
}

export function runWorkbookRules(rules: readonly Rule[], tables: readonly Table[]): RuleRun<RawWorkbookFinding> {
  return collect(rules, (rule, into) => {
    for (const found of rule.checkWorkbook?.(tables) ?? []) into.push({ finding: report(rule, found), causes: found.causes ?? [], sheet: found.sheet });
  });
}

function collect<F>(rules: readonly Rule[], run: (rule: Rule, into: F[]) => void): RuleRun<F> {
  const found: F[] = [];
  const failed: string[] = [];
  for (const rule of rules) {
    const before = found.length;
    const outcome = attempt(() => run(rule, found));
    if (outcome.ok) continue;
    // Half of a rule's findings would pass for all of them.
    found.length = before;
    failed.push(`无法核查“${rule.title}”（${rule.id}）：程序内部出错（${outcome.why}），请人工核对这一项并把文件反馈给我们。`);
  }
  return { found, failed };
}
