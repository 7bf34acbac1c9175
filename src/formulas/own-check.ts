// An own check (审核公式): a formula with its name, severity, words and clause. Plain data once it was read: judging it needs no parser.
import type { Severity } from '../model/finding';
import type { TableKind } from '../model/table';
import type { Formula, Node } from './syntax';

/** A piece of a message: words, or a value that is live. */
export type MessagePart = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'value'; readonly node: Node; readonly text: string };

export interface OwnCheck {
  readonly id: string;
  readonly label: string;
  readonly severity: Severity;
  readonly kinds: readonly TableKind[];
  readonly formula: Formula;
  /** Null: made from the formula. */
  readonly message: readonly MessagePart[] | null;
  readonly basis: { readonly document: string; readonly clause: string };
}

/** Findings of own checks bear own:编号 as their rule, so that no built-in rule is ever meant. */
export const OWN = 'own:';

export function ownRuleId({ id }: Pick<OwnCheck, 'id'>): string {
  return OWN + id;
}

/** Checks of the house, and somebody's own over them: of a number that both use, the own one judges in the place of the other. */
export function checksOver(house: readonly OwnCheck[], own: readonly OwnCheck[]): readonly OwnCheck[] {
  return [...new Map([...house, ...own].map((check) => [check.id, check])).values()];
}
