import { shortcutOf, type Stroke } from './shortcuts';

const stroke = (key: string, change: Partial<Stroke> = {}): Stroke => ({ key, ctrl: false, shift: false, alt: false, typing: false, ...change });

test('Ctrl+O and Ctrl+S are ours everywhere, with capital letters as well', () => {
  expect(shortcutOf(stroke('o', { ctrl: true, typing: true }))).toBe('open');
  expect(shortcutOf(stroke('S', { ctrl: true, typing: true }))).toBe('save');
});

test('? is a letter where letters are typed, Ctrl+/ is not', () => {
  expect(shortcutOf(stroke('?', { shift: true }))).toBe('keys');
  expect(shortcutOf(stroke('？'))).toBe('keys');
  expect(shortcutOf(stroke('?', { shift: true, typing: true }))).toBeNull();
  expect(shortcutOf(stroke('/', { ctrl: true, typing: true }))).toBe('keys');
});

test('F6 goes on, Shift+F6 back', () => {
  expect(shortcutOf(stroke('F6', { typing: true }))).toBe('next');
  expect(shortcutOf(stroke('F6', { shift: true }))).toBe('previous');
});

test('everything else is left to the grid, the pane and the browser', () => {
  for (const one of [stroke('s'), stroke('s', { ctrl: true, shift: true }), stroke('s', { ctrl: true, alt: true }), stroke('z', { ctrl: true }), stroke('F5'), stroke('F6', { ctrl: true })]) expect(shortcutOf(one)).toBeNull();
});
