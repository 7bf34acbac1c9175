// Opens every state of the pane in Chromium, takes pictures for people to look at, and asks axe about each of them.
// node test/pane/screenshots.mjs FOLDER [state,state] [quick]
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from './serve.mjs';
import { STATES, workbooks } from './states.mjs';

const folder = process.argv[2] ?? 'shots';
const only = process.argv[3];
/** Two looks instead of five. */
const quick = process.argv[4] === 'quick';
mkdirSync(folder, { recursive: true });
const server = await serve(workbooks());
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
let violations = 0;
let errors = 0;

const LOOKS = [
  { theme: 'light', locale: 'zh-CN', width: 320 }, { theme: 'light', locale: 'en-US', width: 450 },
  { theme: 'dark', locale: 'zh-CN', width: 450 }, { theme: 'high-contrast', locale: 'zh-CN', width: 320 }, { theme: 'dark', locale: 'en-US', width: 320 },
];
for (const [name, { file, host = '', act }] of Object.entries(STATES)) {
  if (only && !only.split(',').includes(name)) continue;
  for (const { theme, locale, width } of quick ? [LOOKS[0], LOOKS[4]] : LOOKS) {
    const context = await browser.newContext({ viewport: { width, height: 760 }, reducedMotion: 'reduce', locale });
    const page = await context.newPage();
    page.on('pageerror', (error) => { errors++; console.log(`${name}: ${error.message}`); });
    page.on('console', (message) => { if (message.type() === 'error') { errors++; console.log(`${name}: ${message.text()}`); } });
    await page.goto(`${server.url}/?file=${encodeURIComponent(file)}&theme=${theme}&locale=${locale}&host=${host}`);
    await page.getByRole('button').first().waitFor();
    try {
      await act(page, locale === 'zh-CN');
      await page.waitForTimeout(80);
    } catch (error) {
      errors++;
      console.log(`${name} ${theme} ${locale}: ${String(error).split('\n')[0]}`);
    }
    await page.screenshot({ path: join(folder, `${name}-${theme}-${locale}-${width}.png`) });
    const wide = await page.evaluate(() => globalThis.document.documentElement.scrollWidth > globalThis.innerWidth || [...globalThis.document.querySelectorAll('main, [tabindex="0"]')].some((one) => one.scrollWidth > one.clientWidth));
    if (wide) { errors++; console.log(`${name} ${theme} ${locale} ${width}: wider than the pane`); }
    const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    for (const one of result.violations) {
      violations++;
      console.log(`${name} ${theme} ${locale}: ${one.id} ${one.impact}: ${one.nodes.slice(0, 2).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
    }
    await context.close();
  }
}
await browser.close();
server.close();
console.log(`${violations} violations, ${errors} errors`);
process.exitCode = violations + errors > 0 ? 1 : 0;
