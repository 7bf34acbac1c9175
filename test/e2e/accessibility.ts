// What axe finds in a page that has come to rest.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Waits until the page has taken up a new look and nothing moves or fades any more: half-way colours have a contrast of their own, which nobody reads. Animations without an end are passed over. */
export async function atRest(page: Page): Promise<void> {
  for (const frame of page.frames()) await frame.evaluate(async () => {
    const frames = async (): Promise<void> => { for (let i = 0; i < 3; i++) await new Promise((next) => requestAnimationFrame(next)); };
    await frames();
    const moving = (): Animation[] => document.getAnimations().filter((animation) => animation.playState === 'running' && Number.isFinite(Number(animation.effect?.getComputedTiming().endTime)));
    for (let left = moving(); left.length > 0; left = moving()) {
      await Promise.allSettled(left.map((animation) => animation.finished));
      await frames();
    }
  });
}

/** Violations of WCAG 2.2 AA as [rule, elements], once the page is at rest. `of` narrows what axe looks at. */
export async function violationsOf(page: Page, of: (axe: AxeBuilder) => AxeBuilder = (axe) => axe): Promise<(readonly [id: string, elements: readonly string[]])[]> {
  await atRest(page);
  const { violations } = await of(new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(WCAG)).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html, ...any.map(({ message }) => message)].join(' '))] as const);
}
