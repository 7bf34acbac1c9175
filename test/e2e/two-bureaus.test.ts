// Two bureaus contradict each other: one takes points off from 130 % on, one never does. The same workbook, by either, in the pane, in the workbench and on the command line.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import type { JsonFinding, JsonReview, JsonTable } from '../../src/exports/json';
import { STANDING_WORDS } from '../../src/exports/words';
import type { Rubric } from '../../src/model/rubric';
import { violationsOf } from './accessibility';
import { withBuiltAddIn } from './add-in-session';
import { biaoli, BOOK, deductedBook, fileOf, openDeducted, ownRubric } from './bureau-catalogue';
import { serveWorkbench } from './workbench-server';

const FROM_130 = '超过指标值 130% 的，视为指标值设定偏低，酌情扣分。';
const NEVER = '超额完成的不扣分。';
const DEDUCTS = ownRubric({
  id: 'qingshi-2022', title: '青石市项目支出口径', issuer: '青石市财政局', documentNumber: '青财绩〔2022〕3号', version: '2022.3',
  overshoot: { value: { above: 0.3, deduct: 'allowed' }, standing: 'quoted', source: '青财绩〔2022〕3号', quote: FROM_130 },
});
const SPARES = ownRubric({
  id: 'linxi-2022', title: '临溪区项目支出口径', issuer: '临溪区财政局', documentNumber: '临财〔2022〕8号', version: '2022.1',
  overshoot: { value: { above: 0.3, deduct: 'none' }, standing: 'quoted', source: '临财〔2022〕8号', quote: NEVER },
});
const BUREAUS = [DEDUCTS, SPARES];

/** What a person sees of a review. */
interface Shown {
  readonly why: string;
  readonly scores: string;
  /** Cell, message, and what each rests on. */
  readonly findings: readonly string[];
}

/** The pane, in Excel's page or in the workbench. */
type Pane = Page | FrameLocator;

const FOLD = /^连带 \d+ 处/;

const toRubrics = (pane: Pane): Promise<void> => pane.getByRole('button', { name: /^口径：/ }).click();
const back = (pane: Pane): Promise<void> => pane.getByRole('button', { name: '返回', exact: true }).click();

/** Takes in the file that a bureau sent, and keeps it on this computer. */
async function takeIn(page: Page, pane: Pane, rubric: Rubric, file: string): Promise<void> {
  await toRubrics(pane);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), pane.getByRole('button', { name: '导入口径', exact: true }).click()]);
  await chooser.setFiles(file);
  await pane.getByRole('heading', { name: '编写口径', level: 1 }).waitFor();
  await pane.getByRole('button', { name: '存在本机', exact: true }).click();
  await pane.getByRole('main').getByText(`“${rubric.title}”已保存在这台电脑上。`).waitFor();
  await back(pane);
}

/** Chooses a rubric by its name and reads the review from the screen, every finding opened. */
async function shownBy(pane: Pane, { title }: Rubric): Promise<Shown> {
  await toRubrics(pane);
  await pane.getByRole('combobox', { name: '换一个口径' }).selectOption({ label: title });
  await pane.getByText(`按指定使用口径`).waitFor();
  await pane.getByRole('heading', { name: title, level: 2 }).waitFor();
  const why = await pane.getByText('按指定使用口径').innerText();
  await back(pane);
  const list = pane.locator('ul[aria-label="发现的问题"]');
  await list.waitFor();
  for (const fold of await list.getByRole('button', { name: FOLD, expanded: false }).all()) await fold.click();
  // Some twenty lines one after another: inside the page, without a trip for each.
  const findings = await list.evaluate(async (element) => {
    const rows = Array.from(element.querySelectorAll<HTMLElement>('button[data-stop]')).filter((row) => row.parentElement?.querySelector('[hidden], dl'));
    const read: string[] = [];
    for (const row of rows) {
      if (row.getAttribute('aria-expanded') === 'false') row.click();
      const facts = (): Element | null => row.parentElement?.querySelector('dl') ?? null;
      while (!facts()) await new Promise((next) => requestAnimationFrame(next));
      const told = new Map(Array.from(facts()?.children ?? [], (fact) => [fact.querySelector('dt')?.textContent, fact.querySelector('dd')?.textContent]));
      read.push(`${told.get('问题')} ${told.get('依据')}`);
    }
    return read;
  });
  return { why, scores: await pane.locator('section[aria-labelledby="biaoli-verdict"]').innerText(), findings: findings.sort() };
}

const told = ({ message, basis }: JsonFinding): string => `${message} ${basis.document}：${basis.clause} ${STANDING_WORDS[basis.standing]}`;

const IN_DISPUTE: readonly string[] = ['overshoot-unexplained', 'deduction-unexplained'];
const disputed = (table?: JsonTable): readonly string[] => (table?.findings ?? []).filter(({ rule }) => IN_DISPUTE.includes(rule)).map(told);
/** What both bureaus say alike. */
const undisputed = (table?: JsonTable): readonly string[] => (table?.findings ?? []).filter(({ rule }) => !IN_DISPUTE.includes(rule)).map(({ message }) => message);

withBuiltAddIn('two bureaus', '两个单位相反的口径', ({ open }) => {
  const work = mkdtempSync(join(tmpdir(), 'biaoli-bureaus-'));
  const book = join(work, BOOK);
  const rubricFile = ({ id }: Rubric): string => join(work, `${id}.json`);
  beforeAll(() => {
    writeFileSync(book, deductedBook());
    for (const rubric of BUREAUS) writeFileSync(rubricFile(rubric), fileOf(rubric));
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  /** The workbook's table as the command line judges it. */
  async function onCommandLine(rubric: Rubric): Promise<JsonTable> {
    const { code, out, err } = await biaoli('check', book, '--rubric', rubricFile(rubric), '--format', 'json', '--exit-zero');
    const [table] = code === 0 ? (JSON.parse(out) as JsonReview).files[0]?.tables ?? [] : [];
    if (!table) throw new Error(err);
    return table;
  }

  it('judge the same workbook differently, each by its clause, in pane, workbench and command line alike', async () => {
    // Command line.
    const tables = [await onCommandLine(DEDUCTS), await onCommandLine(SPARES)];
    const [deducting, sparing] = tables;
    const G12 = '“举办科普宣传活动”指标值≥5次、实际12次';
    const G13 = '“科普平台传播量”指标值≥100万、实际231万';
    const far = (words: string, of: Rubric, clause: string): string => `${words}（超过30%即须说明），未见原因。 ${of.title} ${of.documentNumber}：${clause} 原文`;
    expect(disputed(deducting)).toEqual([far(`${G12}，超出140%`, DEDUCTS, FROM_130), far(`${G13}，超出131%`, DEDUCTS, FROM_130)]);
    expect(disputed(sparing)).toEqual([
      far(`${G12}，超出140%`, SPARES, NEVER), `${G12}，已达标，分值10得8，未说明扣分原因。 ${SPARES.title} ${SPARES.documentNumber}：${NEVER} 原文`, far(`${G13}，超出131%`, SPARES, NEVER),
    ]);
    expect(undisputed(deducting).length).toBeGreaterThan(10);
    expect(undisputed(sparing)).toEqual(undisputed(deducting));

    // Pane.
    const session = await open(openDeducted());
    await session.pane.getByRole('button', { name: '一键核查', exact: true }).click();
    for (const rubric of BUREAUS) await takeIn(session.page, session.pane, rubric, rubricFile(rubric));
    const inPane = [await shownBy(session.pane, DEDUCTS), await shownBy(session.pane, SPARES)];

    // Workbench.
    const served = await serveWorkbench();
    const page = await session.context.newPage();
    try {
      await page.goto(`${served.address}?empty`);
      await page.locator('input[type="file"]').first().setInputFiles(book);
      for (const rubric of BUREAUS) await takeIn(page, page, rubric, rubricFile(rubric));
      for (const [at, rubric] of BUREAUS.entries()) {
        const shown = await shownBy(page, rubric);
        await toRubrics(page);
        expect(await violationsOf(page, (axe) => axe.include('main'))).toEqual([]);
        await back(page);
        await page.getByRole('button', { name: '导出', exact: true }).click();
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /JSON/ }).click()]);
        const exported = (JSON.parse(readFileSync(await download.path(), 'utf8')) as JsonReview).files[0]?.tables;

        expect(exported).toEqual([tables[at]]);
        expect(shown).toEqual(inPane[at]);
        expect(shown.why).toBe(tables[at]?.rubricWhy);
        expect(shown.why).toContain(`版本 ${rubric.version ?? ''}`);
        expect(shown.findings).toEqual(tables[at]?.findings.map(told).sort());
        for (const score of [tables[at]?.score.computed, tables[at]?.score.low, tables[at]?.score.high, tables[at]?.score.claimedSum]) expect(shown.scores).toContain(String(score));
      }
    } finally {
      served.stop();
    }
    expect({ outside: session.outside, problems: session.problems }).toEqual({ outside: [], problems: [] });
  });
});
