// The sample that travels with the page, as a script: a page opened from a disk cannot fetch files.
import type { FileBytes } from './services';

declare global {
  interface Window {
    /** Put here by sample.js. */
    biaoliSample?: { readonly name: string; readonly base64: string };
  }
}

/** A fresh copy each time; null where the page was built without one. */
export function carriedSample(): FileBytes | null {
  const sample = window.biaoliSample;
  if (!sample) return null;
  return { name: sample.name, bytes: Uint8Array.from(atob(sample.base64), (letter) => letter.charCodeAt(0)) };
}
