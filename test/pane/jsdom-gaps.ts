// What browsers have and jsdom lacks; imported before anything that needs it.
import { TextDecoder, TextEncoder } from 'node:util';
import { configure } from '@testing-library/dom';

Object.assign(globalThis, { TextDecoder, TextEncoder, CSS: { escape: (text: string) => text.replace(/["\\]/g, '\\$&') } });
// Nothing is laid out in jsdom: there is nothing to scroll.
if (typeof Element !== 'undefined') Element.prototype.scrollIntoView = () => undefined;
// A second, as it is by itself, is short on a machine that runs a browser beside.
configure({ asyncUtilTimeout: 10_000 });
