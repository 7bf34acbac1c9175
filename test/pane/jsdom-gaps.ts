// What browsers have and jsdom lacks; imported before anything that needs it.
import { TextDecoder, TextEncoder } from 'node:util';

Object.assign(globalThis, { TextDecoder, TextEncoder, CSS: { escape: (text: string) => text.replace(/["\\]/g, '\\$&') } });
// Nothing is laid out in jsdom: there is nothing to scroll.
if (typeof Element !== 'undefined') Element.prototype.scrollIntoView = () => undefined;
