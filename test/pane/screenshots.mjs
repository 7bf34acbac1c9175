// Opens every state of the pane in Chromium in every theme and language, takes pictures at two widths for people to look at, and asks axe about each.
// node test/pane/screenshots.mjs FOLDER [state,state]
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { browserPath, obtainBrowser } from '../browser.js';
import { serve } from './serve.mjs';
import { STATES, workbooks } from './states.mjs';

const [folder, states] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-')) {
  console.error('node test/pane/screenshots.mjs FOLDER [state,state]');
  process.exit(2);
}
const only = states?.split(',');
obtainBrowser(console.error);
const executablePath = browserPath();
if (executablePath === null) process.exit(2);
const WIDTHS = [320, 450];
const HEIGHT = 760;
const THEMES = ['light', 'dark', 'high-contrast'];
/** What axe holds for good practice beyond WCAG 2.2 AA. */
const GOOD_PRACTICE = 'best-practice';
/** Headings of the pane are not on paper: there good practice of pages says nothing. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', GOOD_PRACTICE];

mkdirSync(folder, { recursive: true });
const server = await serve(workbooks());
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
let looked = 0;
let violations = 0;
let errors = 0;
const fault = (text) => { errors++; console.log(text); };

/** Wider than its box: sideways scrolling in a pane hides things. */
const spills = (page) => page.evaluate(() => globalThis.document.documentElement.scrollWidth > globalThis.innerWidth || [...globalThis.document.querySelectorAll('main, [tabindex="0"]')].some((one) => one.scrollWidth > one.clientWidth + 1));

for (const [name, { file, host = '', act, media = 'screen' }] of Object.entries(STATES)) {
  if (only && !only.includes(name)) continue;
  for (const locale of ['zh-CN', 'en-US']) {
    const context = await browser.newContext({ viewport: { width: WIDTHS[0], height: HEIGHT }, reducedMotion: 'reduce', locale });
    const page = await context.newPage();
    page.on('pageerror', (error) => fault(`${name}: ${error.message}`));
    page.on('console', (message) => { if (message.type() === 'error') fault(`${name}: ${message.text()}`); });
    await page.goto(`${server.url}/?file=${encodeURIComponent(file)}&theme=light&locale=${locale}&host=${host}`);
    await page.getByRole('button').first().waitFor();
    await act(page, locale === 'zh-CN').catch((error) => fault(`${name} ${locale}: ${String(error).split('\n')[0]}`));
    for (const theme of THEMES) {
      await page.emulateMedia({ media, forcedColors: theme === 'high-contrast' ? 'active' : 'none' });
      await page.evaluate((next) => globalThis.pane.setTheme(next), theme);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        await page.waitForTimeout(60);
        await page.screenshot({ path: join(folder, `${name}-${theme}-${locale}-${width}.png`) });
        if (await spills(page)) fault(`${name} ${theme} ${locale} ${width}: wider than the pane`);
      }
      await page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
      const result = await new AxeBuilder({ page }).withTags(media === 'print' ? TAGS.filter((tag) => tag !== GOOD_PRACTICE) : TAGS).analyze();
      looked++;
      for (const one of result.violations) {
        violations++;
        console.log(`${name} ${theme} ${locale}: ${one.id} ${one.impact}: ${one.nodes.slice(0, 2).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
      }
    }
    await context.close();
  }
}
await browser.close();
server.close();
console.log(`${looked} looks (state × theme × language): ${violations} violations, ${errors} errors`);
process.exitCode = violations + errors > 0 ? 1 : 0;
