// A bureau's rules in a browser: the catalogue beside the page, and this computer's storage. Blocked or full storage loses what was kept and nothing else.
import type { FileAnswer, KeptCatalog } from '../catalog/load-catalog';
import type { HouseServices } from '../pane/house';

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
    cache: { get: () => Promise.resolve(read(prefix + CATALOG) as KeptCatalog | null), put: (kept) => Promise.resolve(write(prefix + CATALOG, kept)) },
    own: { read: () => Promise.resolve(read(prefix + RULES)), write: (rules) => Promise.resolve(write(prefix + RULES, rules)) },
  };
}

async function fetched(url: URL): Promise<FileAnswer> {
  // Asked for anew each time: a catalogue of last year must not judge because a cache still has it.
  const answer = await fetch(url, { cache: 'no-cache', redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) return { ok: false, missing: answer.status === 404, reason: `服务器答复 ${answer.status}` };
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

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Judges until the page closes.
  }
}
