// Names of sheets that are added to a workbook: fit for a tab, taken by nobody, and followed by the formulas that use them.
import type { PlanCondition, SheetPlan } from '../model/sheet-plan';

const LONGEST = 31;
/** Excel keeps this name for its own sheet of changes. */
const RESERVED = 'history';
const USUAL = '新工作表';

/** Never through a character of two code units. */
function cut(name: string, length: number): string {
  return name.slice(0, length).replace(/[\ud800-\udbff]$/, '').trimEnd();
}

/** A tab's name out of any text: at most 31 characters, none of \ / ? * [ ] :, no apostrophe at either end. */
function fitting(wanted: string, otherwise: string): string {
  const bare = wanted.replace(/[\\/?*[\]:\p{Cc}\ufffe\uffff]/gu, ' ').trim().replace(/^'+|'+$/g, '').trim();
  return cut(bare, LONGEST).replace(/'+$/, '') || otherwise;
}

/**
 * The name wanted, or with a number behind it where another sheet has it.
 * @param taken in lower case: names differ by more than their case
 */
export function freeSheetName(wanted: string, taken: ReadonlySet<string>, otherwise = USUAL): string {
  const base = fitting(wanted, otherwise);
  const isTaken = (name: string): boolean => name.toLowerCase() === RESERVED || taken.has(name.toLowerCase());
  let name = base;
  for (let n = 2; isTaken(name); n++) name = `${cut(base, LONGEST - ` (${n})`.length)} (${n})`;
  return name;
}

/** Strings are passed over; then quoted and plain names of sheets in front of an address. A plain name behind ']' is another workbook's. */
const REFERENCES = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|(?<![\].\w\u0080-\uffff])([A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*)!/g;

/** The formula (without '=') with other names of sheets; null leaves a name as it is. */
function withSheetNames(formula: string, nameFor: (name: string) => string | null): string {
  return formula.replace(REFERENCES, (whole, quoted: string | undefined, plain: string | undefined) => {
    const name = quoted?.replaceAll("''", "'") ?? plain;
    const other = name === undefined ? null : nameFor(name);
    return other === null ? whole : `'${other.replaceAll("'", "''")}'!`;
  });
}

function renamed(plan: SheetPlan, name: string, nameFor: (name: string) => string | null): SheetPlan {
  const follow = (formula: string): string => withSheetNames(formula, nameFor);
  const followed = (condition: PlanCondition | null): PlanCondition | null => (condition?.kind === 'custom' ? { ...condition, formula: follow(condition.formula) } : condition);
  return {
    ...plan, name,
    cells: plan.cells.map((cell) => (cell.formula === null ? cell : { ...cell, formula: follow(cell.formula) })),
    validations: plan.validations.map((one) => ({ ...one, condition: followed(one.condition) })),
    highlights: plan.highlights.map((one) => ({ ...one, formula: follow(one.formula) })),
  };
}

/** The formulas of a plan, wherever they stand. */
function formulasOf({ cells, validations, highlights }: SheetPlan): readonly string[] {
  const custom = validations.flatMap(({ condition }) => (condition?.kind === 'custom' ? [condition.formula] : []));
  return [...cells.flatMap(({ formula }) => formula ?? []), ...custom, ...highlights.map(({ formula }) => formula)];
}

/** True when a formula names a sheet that is none of the plans'. */
export function namesOtherSheets(plans: readonly SheetPlan[]): boolean {
  const own = new Set(plans.map(({ name }) => name.toLowerCase()));
  let others = false;
  const seen = (name: string): null => {
    others ||= !own.has(name.toLowerCase());
    return null;
  };
  for (const plan of plans) for (const formula of formulasOf(plan)) withSheetNames(formula, seen);
  return others;
}

/** The plans under names that fit and are free, in their order; their formulas follow, those that name another of the plans too. */
export function withFreeNames(plans: readonly SheetPlan[], names: Iterable<string>): readonly SheetPlan[] {
  const taken = new Set([...names].map((name) => name.toLowerCase()));
  const given = plans.map((plan) => {
    const name = freeSheetName(plan.name, taken);
    taken.add(name.toLowerCase());
    return name;
  });
  if (plans.every(({ name }, at) => name === given[at])) return plans;
  return plans.map((plan, at) => {
    const own = given[at] ?? plan.name;
    return renamed(plan, own, (name) => {
      const wanted = name.toLowerCase();
      if (wanted === plan.name.toLowerCase()) return own;
      const other = plans.findIndex((one) => one.name.toLowerCase() === wanted);
      return other < 0 ? null : given[other] ?? null;
    });
  });
}
