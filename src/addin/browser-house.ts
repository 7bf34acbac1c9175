// A bureau's rules in a browser: the catalogue beside the page, and this computer's storage. Blocked or full storage loses what was kept and nothing else.
import type { FileAnswer, KeptCatalog } from '../catalog/load-catalog';
import type { OwnRules } from '../model/plan';
import type { HouseServices, OwnRulesStore } from '../pane/house';
import { NO_OWN_RULES, ownRulesOf } from '../pane/house-rules';
import { mergedRules } from '../pane/merged-rules';

const PATIENCE = 5_000;
const RULES = 'own-rules';
const CATALOG = 'catalog';

/** The prefix of an add-in's keys: who embeds the page (Office.context.partitionKey on the web) has keys of its own. */
export function partitioned(key: string | undefined): string {
  return `biaoli${(key ?? '').replace(/\W/g, '')}.`;
}

/** `page`: address of the page; a page from a disk may not fetch, so it has no catalogue. `prefix` tells apart who embeds the page. */
export function browserHouse(page: string, prefix: string): HouseServices {
  const base = new URL('.', page);
  return {
    catalog: /^https?:$/.test(base.protocol) ? { read: (path) => fetched(new URL(path.split('/').map(encodeURIComponent).join('/'), base)) } : null,
    cache: { get: () => Promise.resolve(read(prefix + CATALOG) as KeptCatalog | null), put: (kept) => Promise.resolve(void write(prefix + CATALOG, kept)) },
    own: ownRules(prefix + RULES),
  };
}

function ownRules(key: string): OwnRulesStore {
  const there = (): OwnRules => ownRulesOf(read(key)) ?? NO_OWN_RULES;
  /** Found no room: done to what is there until the page closes, whichever workbook is opened meanwhile. */
  let unkept: { readonly before: OwnRules; readonly after: OwnRules } | null = null;
  return {
    read: () => Promise.resolve(unkept === null ? read(key) : mergedRules(unkept.before, unkept.after, there())),
    write(rules) {
      const before = there();
      unkept = write(key, rules) ? null : { before, after: rules };
      return unkept === null ? Promise.resolve() : Promise.reject(new Error('the storage is full or blocked'));
    },
  };
}

async function fetched(url: URL): Promise<FileAnswer> {
  // Asked for anew each time: a catalogue of last year must not judge because a cache still has it.
  const answer = await fetch(url, { cache: 'no-cache', redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  // No content: a server that knows that there is none, and spares the browser an error.
  if (!answer.ok || answer.status === 204) return { ok: false, missing: answer.status === 404 || answer.status === 204, reason: `服务器答复 ${answer.status}` };
  return { ok: true, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

function read(key: string): unknown {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** False: it is not kept. */
function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
