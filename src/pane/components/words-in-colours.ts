// Rows and entries: Fluent's buttons with words in several colours.

/** In contrast themes Fluent paints a button under the mouse by itself: what has a colour of its own in it would keep that of a dark page and vanish on a light one. Left to the system it is seen. */
export const WORDS_IN_COLOURS = { '@media (forced-colors: active)': { ':hover': { forcedColorAdjust: 'auto' }, ':hover:active': { forcedColorAdjust: 'auto' }, ':active:focus-visible': { forcedColorAdjust: 'auto' } } } as const;
