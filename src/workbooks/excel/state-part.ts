// Where waivers, journal and rubric live in an open workbook: a custom XML part of the same form that the host of files writes, so that each reads the other's.
import { isEmptyState, withKept, type StoredState } from '../../model/plan';
import type { KeptEntry } from '../package/journal';
import { STATE_NAMESPACE, stateFromXml, stateToXml, united } from '../package/state-xml';

export interface ExcelState extends StoredState {
  readonly journal: readonly KeptEntry[];
}

/** First round trip: which parts are ours. Two people who save at once may leave two. */
export function listState(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  return context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE).load('items/id');
}

/** Second round trip; call the answer when it is back. */
export function askState(context: Excel.RequestContext, listed: Excel.CustomXmlPartScopedCollection): () => ExcelState {
  const texts = listed.items.map(({ id }) => context.workbook.customXmlParts.getItem(id).getXml());
  return () => withKept(united(texts.map(({ value }) => stateFromXml(value))), {});
}

export function hasState(listed: Excel.CustomXmlPartScopedCollection): boolean {
  return listed.items.length > 0;
}

/** Queues the new state in place of what was listed; an empty one leaves no part behind. Takes effect with the next round trip. */
export function queueState(context: Excel.RequestContext, listed: readonly { readonly id: string }[], state: StoredState): void {
  const parts = context.workbook.customXmlParts;
  const empty = isEmptyState(state);
  // MSXML refuses a text that declares an encoding other than its own.
  const xml = stateToXml(state).replace(/^<\?xml[^>]*\?>\s*/, '');
  const [first, ...others] = listed;
  if (!empty && first) parts.getItem(first.id).setXml(xml);
  else if (!empty) parts.add(xml);
  for (const { id } of empty ? listed : others) parts.getItem(id).delete();
}
