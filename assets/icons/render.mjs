// Renders the icons' SVG sources to PNG at the sizes Office asks for; run by hand after a drawing changed: node assets/icons/render.mjs
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = dirname(fileURLToPath(import.meta.url));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const name of ['biaoli', 'check', 'clear', 'explain']) {
  const source = Buffer.from(readFileSync(join(folder, `${name}.svg`))).toString('base64');
  for (const size of [16, 20, 24, 32, 40, 48, 64, 80]) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="data:image/svg+xml;base64,${source}">`);
    await page.locator('img').evaluate((image) => image.decode());
    await page.screenshot({ path: join(folder, `${name}-${size}.png`), omitBackground: true });
  }
}
await browser.close();
