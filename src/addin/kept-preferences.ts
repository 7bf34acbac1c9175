// The pane's preferences in this computer's browser storage, through the Storage of @microsoft/office-js-helpers; that library is loaded when it is first asked.
import type { PreferenceStore } from '../pane/preferences';

const KEY = 'preferences';

/**
 * `partition` tells apart who embeds the page (Office.context.partitionKey on the web); '' where nobody does.
 * Blocked or full storage loses preferences and nothing else: reading gives null, writing does nothing.
 */
export function keptPreferences(partition: string): PreferenceStore {
  const container = `biaoli${partition.replace(/\W/g, '')}`;
  const opened = async () => {
    const { Storage, StorageType } = await import(/* webpackChunkName: "storage" */ '@microsoft/office-js-helpers/dist/office.helpers.min.js');
    return new Storage(container, StorageType.LocalStorage);
  };
  return {
    async read() {
      try {
        const storage = await opened();
        return storage.has(KEY) ? storage.get(KEY) : null;
      } catch {
        return null;
      }
    },
    async write(preferences) {
      try {
        (await opened()).set(KEY, preferences);
      } catch {
        // Kept for this page only.
      }
    },
    async clear() {
      try {
        const storage = await opened();
        if (storage.has(KEY)) storage.delete(KEY);
      } catch {
        // Nothing was kept.
      }
    },
  };
}
