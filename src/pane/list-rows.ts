// The list of findings as flat rows: filtered, grouped, follow-ons folded under their cause.
import type { Severity } from '../model/finding';
import { sayIn, type Language, type Phrase } from './catalogue';
import { isOpen } from '../review/verdict';
import { messageIn, titleIn } from './finding-words';
import { byPlace, countedUnder, isCorrectable, type Located } from './located';

export type Chip = 'all' | Severity | 'explained';
export type Grouping = 'place' | 'severity' | 'rule';

export interface Filter {
  readonly chip: Chip;
  readonly group: Grouping;
  readonly search: string;
  /** Index of the table looked at; null: all. */
  readonly table: number | null;
}

export interface GroupRow {
  readonly kind: 'group';
  readonly key: string;
  readonly title: Phrase;
  readonly count: number;
  /** Rule to correct as a whole; null where the group is no rule or has nothing certain to correct. */
  readonly rule: string | null;
}
export interface FindingRow {
  readonly kind: 'finding';
  readonly key: string;
  readonly located: Located;
  /** True: shown below its cause. */
  readonly below: boolean;
  /** Follow-ons that hang under it, whether folded or not. */
  readonly followers: readonly Located[];
}
/** The line that unfolds the follow-ons of the row above. */
export interface FoldRow {
  readonly kind: 'fold';
  readonly key: string;
  readonly cause: string;
  readonly followers: readonly Located[];
  readonly open: boolean;
}
export type ListRow = GroupRow | FindingRow | FoldRow;

const SEVERITIES: readonly Severity[] = ['error', 'verify', 'hint'];

/** Rows to show, named and searched in a language. `unfolded` holds keys of causes whose follow-ons are shown. */
export function listRows(located: readonly Located[], filter: Filter, unfolded: ReadonlySet<string>, language: Language): readonly ListRow[] {
  const under = countedUnder(located);
  const shown = located.filter((one) => (filter.chip === 'all' || under(one.finding) === filter.chip) && matches(one, filter, language));
  const groups = groupsOf(shown, filter.group, language);
  // One group needs no heading, but a rule's heading carries its button.
  const headed = groups.length > 1 || filter.group === 'rule';
  return groups.flatMap((group) => [...(headed ? [group.head] : []), ...foldedRows(group.members, unfolded)]);
}

function matches(one: Located, filter: Filter, language: Language): boolean {
  if (filter.table !== null && one.about !== filter.table) return false;
  const wanted = plain(filter.search);
  return wanted === '' || plain([one.sheet, ...one.finding.cells, titleIn(language, one.finding), messageIn(language, one.finding), one.finding.expected ?? '', one.finding.received ?? ''].join(' ')).includes(wanted);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

interface Group {
  readonly head: GroupRow;
  readonly members: readonly Located[];
}

function groupsOf(shown: readonly Located[], grouping: Grouping, language: Language): readonly Group[] {
  if (grouping === 'place') {
    const tables = [...new Set(shown.map((one) => one.tableIndex))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
    return tables.map((index) => {
      const members = shown.filter((one) => one.tableIndex === index).sort(byPlace);
      const table = members[0]?.table?.table;
      return group(`place/${index ?? 'across'}`, table ? `${table.sheet} · ${sayIn(language)(`kind.${table.kind}`)}` : { key: 'group.across' }, members);
    });
  }
  // A follow-on stays with its cause, whatever its own severity and rule.
  const folded = foldedIn(shown);
  const headOf = (one: Located): Located => folded.get(one) ?? one;
  if (grouping === 'severity') {
    return SEVERITIES.flatMap((severity) => {
      const members = shown.filter((one) => headOf(one).finding.severity === severity);
      return members.length === 0 ? [] : [group(`severity/${severity}`, { key: `filter.${severity}` }, members)];
    });
  }
  return [...new Set(shown.map((one) => headOf(one).finding.rule))].map((rule) => {
    const members = shown.filter((one) => headOf(one).finding.rule === rule);
    const named = members.find((one) => one.finding.rule === rule)?.finding ?? { rule };
    return group(`rule/${rule}`, titleIn(language, named), members, members.some((one) => isCorrectable(one, 'safe')) ? rule : null);
  });
}

function group(key: string, title: Phrase, members: readonly Located[], rule: string | null = null): Group {
  return { head: { kind: 'group', key, title, count: members.length - foldedIn(members).size, rule }, members };
}

/** Those that hang under another one of them, and under which. What follows from a finding that is explained, or a mere hint, stands alone: nobody else will put it right. */
function foldedIn(members: readonly Located[]): ReadonlyMap<Located, Located> {
  const present = new Map(members.map((one) => [one.key, one]));
  return new Map(members.flatMap((one) => {
    const root = one.root === null ? undefined : present.get(one.root);
    return root && (isOpen(root.finding) || !isOpen(one.finding)) ? [[one, root] as const] : [];
  }));
}

function foldedRows(members: readonly Located[], unfolded: ReadonlySet<string>): readonly ListRow[] {
  const folded = foldedIn(members);
  return members.filter((one) => !folded.has(one)).flatMap((located): readonly ListRow[] => {
    const followers = members.filter((one) => folded.get(one) === located);
    const open = unfolded.has(located.key);
    return [
      { kind: 'finding', key: located.key, located, below: false, followers },
      ...(followers.length === 0 ? [] : [{ kind: 'fold', key: `${located.key}>`, cause: located.key, followers, open } as const]),
      ...(open ? followers.map((one): FindingRow => ({ kind: 'finding', key: one.key, located: one, below: true, followers: [] })) : []),
    ];
  });
}
