// Which drafts open pages are working on: told by the browser's locks, on plain http (a bureau's intranet), where there are none, by asking the other pages.

export interface DraftClaims {
  /** Ids that pages work on, this one too. */
  held(): Promise<ReadonlySet<string>>;
  /** For this page from here on. False: another page works on it. Never rejects. */
  hold(id: string): Promise<boolean>;
  /** Once it is done other pages see it. */
  release(id: string): Promise<void>;
}

const LOCK = 'biaoli-draft-';
const CHANNEL = 'biaoli-drafts';
/** Milliseconds in which another page answers, also one that is at work. */
const ANSWERED = 300;

export function browserClaims(): DraftClaims {
  if ('locks' in navigator) return lockClaims(navigator.locks);
  if (typeof BroadcastChannel === 'function') return channelClaims(new BroadcastChannel(CHANNEL));
  return { held: () => Promise.resolve(new Set()), hold: () => Promise.resolve(true), release: () => Promise.resolve() };
}

export function lockClaims(locks: LockManager): DraftClaims {
  /** From the asking on: a lock is granted a moment later. */
  const asked = new Map<string, { readonly granted: Promise<boolean>; readonly release: () => Promise<void> }>();
  return {
    async held() {
      const { held = [] } = await locks.query();
      return new Set(held.flatMap(({ name = '' }) => (name.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])));
    },
    hold(id) {
      const before = asked.get(id);
      if (before) return before.granted;
      let end: () => void = () => undefined;
      const ended = new Promise<void>((done) => (end = done));
      let gone: Promise<void> = Promise.resolve();
      const granted = new Promise<boolean>((answer) => {
        gone = locks.request(LOCK + id, { ifAvailable: true }, (lock) => {
          answer(lock !== null);
          return lock ? ended : undefined;
        }).then(() => undefined, () => answer(true));
      });
      const release = (): Promise<void> => {
        end();
        return gone;
      };
      const asking = { granted, release };
      asked.set(id, asking);
      // Another page's now; it may let it go later.
      void granted.then((mine) => void (!mine && asked.get(id) === asking && asked.delete(id)));
      return granted;
    },
    release(id) {
      const before = asked.get(id);
      asked.delete(id);
      return before?.release() ?? Promise.resolve();
    },
  };
}

/** Two pages that take one draft within the time of an answer both get it; a person at one screen does not. */
export function channelClaims(channel: BroadcastChannel): DraftClaims {
  const mine = new Set<string>();
  const asking = new Set<Set<string>>();
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'who') channel.postMessage([...mine]);
    else if (Array.isArray(data)) for (const heard of asking) for (const id of data) heard.add(String(id));
  };
  async function others(): Promise<ReadonlySet<string>> {
    const heard = new Set<string>();
    asking.add(heard);
    channel.postMessage('who');
    await new Promise((resolve) => void setTimeout(resolve, ANSWERED));
    asking.delete(heard);
    return heard;
  }
  return {
    held: async () => new Set([...mine, ...(await others())]),
    async hold(id) {
      if (mine.has(id)) return true;
      if ((await others()).has(id)) return false;
      mine.add(id);
      return true;
    },
    release(id) {
      mine.delete(id);
      return Promise.resolve();
    },
  };
}
