// A bureau's way through the built pane, in Chromium: a rubric copied, changed, tried, kept and exported; a catalogue made of the file; another user's pane that judges by it. Once by mouse, once by keyboard.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DARK_OFFICE, type Session, type SessionOptions } from './host-page/session';
import { FORM, withBuiltAddIn } from './add-in-session';
import { faultsOf, fileOf, hostedAddIn, openDeducted, ownRubric, type Hosted } from './bureau-catalogue';
import { withKeyboard, withMouse, type Person } from './person';

const NEVER = '超额完成不扣分。';
const TITLE = '青石市 2022 年项目支出口径';
const RUBRIC = ownRubric({ id: 'qingshi-2022', title: TITLE, version: '2022.1', from: 2022, until: 2022, overshoot: { value: { above: 0.3, deduct: 'none' }, standing: 'quoted', source: '青财绩〔2022〕1号', quote: NEVER } });

withBuiltAddIn('a bureau at the built pane', '口径从复制到下发的全过程', ({ build, open }) => {
  let hosted: Hosted;
  beforeEach(() => { hosted = hostedAddIn(build().folder); });
  afterEach(() => hosted.clear());

  it.each<[string, Partial<SessionOptions>, 'all' | 'colours', (session: Session) => Person]>([
    ['by mouse', {}, 'all', ({ page, pane }) => withMouse(page, pane)],
    ['by keyboard alone, in the dark', { colorScheme: 'dark', officeTheme: DARK_OFFICE }, 'colours', ({ page, pane }) => withKeyboard(page, pane)],
  ])('copies a rubric, changes, tries, keeps and exports it; it judges in the pane of somebody else, %s', async (_way, look, faults, personAt) => {
    const bureau = await open(openDeducted(), look);
    const { pane, page } = bureau;
    const person = personAt(bureau);
    const at = (heading: string): Promise<void> => pane.getByRole('heading', { name: heading, level: 1 }).waitFor();

    // Looks at what judges.
    await person.press('一键核查');
    await person.press(/^口径：湖南省/);
    await at('评分口径');
    await pane.getByText('地区为湖南，表头分值与之一致').waitFor();
    if (faults === 'all') expect(await faultsOf(bureau)).toEqual([]);

    // Copies it; points that do not add up are told at their place until they do.
    await person.press('复制并修改');
    await at('编写口径');
    await person.replace('名称', TITLE);
    await person.replace('编号', 'qingshi-2022');
    await person.replace('版本', '2022.1');
    await person.replace('第 2 个一级指标的分值', '60');
    await pane.getByText('一级指标分值合计为110，与总分值 100 不符，请改正。').waitFor();
    await pane.getByText('还有 1 处要改正').waitFor();
    expect(await pane.getByRole('button', { name: '试用', exact: true }).isDisabled()).toBe(true);
    expect(await faultsOf(bureau, faults)).toEqual([]);
    await person.press('到第一处');
    expect(await pane.locator('section[data-wrong] :focus').count()).toBe(1);
    await person.replace('第 2 个一级指标的分值', '50');
    await pane.getByText('还有 1 处要改正').waitFor({ state: 'detached' });

    // Never takes off points for more than was asked; a lower bound for the rate of spending.
    await person.choose('超额完成是否扣分', '不扣分');
    await person.replace('超额完成 文件原文（可空）', NEVER);
    await person.replace('执行率低于多少须说明', '60');
    if (faults === 'all') {
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await faultsOf(bureau, 'colours')).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none' });
    }

    // Leaves the form and comes back: nothing is lost.
    await person.leave();
    await at('评分口径');
    await person.press('继续编写');
    await at('编写口径');
    expect(await pane.getByRole('textbox', { name: '名称', exact: true }).inputValue()).toBe(TITLE);

    // Tries it.
    await person.press('试用');
    const trial = pane.getByRole('region', { name: '试用结果（没有保存）' });
    await trial.waitFor();
    const tried = await trial.innerText();
    expect(tried).toMatch(/新增 1 处：\s*I12 达标扣分未说明/);
    expect(tried).toMatch(/不再提出 1 处：\s*I5 执行率偏低未说明/);
    if (faults === 'all') expect(await faultsOf(bureau)).toEqual([]);

    // Keeps it and hands it out.
    await person.press('存在本机');
    await at('评分口径');
    await pane.getByRole('main').getByText(`“${TITLE}”已保存在这台电脑上。`).waitFor();
    await pane.getByText('本单位的自定口径（版本 2022.1）适用于项目支出自评表').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), person.press(`导出“${TITLE}”`)]);
    expect(download.suggestedFilename()).toBe('qingshi-2022.json');
    await pane.getByRole('main').getByText('已导出 qingshi-2022.json').waitFor();
    if (faults === 'all') expect(await faultsOf(bureau)).toEqual([]);
    hosted.put('rubrics/qingshi-2022.json', readFileSync(await download.path()));
    const made = await hosted.publish('2022.1', '--title', '青石市绩效目录', '--publisher', '青石市财政局');
    expect([made.code, made.err]).toEqual([0, expect.stringContaining(TITLE)]);
    const { items } = JSON.parse(readFileSync(join(hosted.folder, 'catalog.json'), 'utf8')) as { readonly items: unknown };
    expect(items).toEqual([expect.objectContaining({ kind: 'rubric', id: 'qingshi-2022', title: TITLE, version: '2022.1', file: 'rubrics/qingshi-2022.json' })]);

    // Somebody else, on another computer.
    const user = await open(openDeducted(), { ...look, folders: { addin: hosted.folder } });
    const other = personAt(user);
    await other.press('一键核查');
    await user.pane.getByRole('button', { name: `口径：${TITLE} 版本 2022.1` }).waitFor();
    const list = await user.pane.locator('ul[aria-label="发现的问题"]').innerText();
    expect([/达标扣分未说明/.test(list), /执行率偏低未说明/.test(list)]).toEqual([true, false]);
    if (faults === 'all') expect(await faultsOf(user)).toEqual([]);
    await other.openRow('I12');
    await user.pane.getByText(NEVER).waitFor();
    await other.closeRow();
    await other.press(/^口径：/);
    await user.pane.getByText('本单位的自定口径（版本 2022.1）适用于项目支出自评表').waitFor();
    await user.pane.getByText('目录：青石市绩效目录，版本 2022.1，青石市财政局').waitFor();
    expect(await faultsOf(user, faults)).toEqual([]);
    for (const { outside, problems } of [bureau, user]) expect({ outside, problems }).toEqual({ outside: [], problems: [] });
  });

  it('judges by changed files of the catalogue alone, by the last good ones when they were tampered with, and without a catalogue when it is broken', async () => {
    const built = contents(hosted.folder);
    hosted.put('rubrics/qingshi-2022.json', fileOf(RUBRIC));
    await hosted.publish('2022.1', '--title', '青石市绩效目录', '--publisher', '青石市财政局');
    const session = await open(openDeducted(), { folders: { addin: hosted.folder } });
    const { pane, page, server } = session;
    const list = pane.locator('ul[aria-label="发现的问题"]');
    const checkAgain = async (line: string, bar: string | null): Promise<void> => {
      await page.reload();
      await pane.getByRole('button', { name: '一键核查', exact: true }).click();
      await pane.getByRole('button', { name: `口径：${line}` }).waitFor();
      await list.waitFor();
      const told = pane.getByRole('main').getByText(/目录.*请告诉发布目录的单位。$/);
      expect(await told.allInnerTexts()).toEqual(bar === null ? [] : [bar]);
    };
    const LAST = '沿用上次的目录“青石市绩效目录”（版本 2022.1）。请告诉发布目录的单位。';
    await checkAgain(`${TITLE} 版本 2022.1`, null);
    expect(await list.innerText()).toContain('达标扣分未说明');

    // Tampered with: who changed the file wanted 130 % to count again.
    hosted.put('rubrics/qingshi-2022.json', fileOf({ ...RUBRIC, overshoot: { ...RUBRIC.overshoot, value: { above: 0.3, deduct: 'allowed' } } }));
    await checkAgain(`${TITLE} 版本 2022.1`, `目录里的“${TITLE}”与登记的不一致，可能被改动过，${LAST}`);
    expect(await list.innerText()).toContain('达标扣分未说明');
    expect(await faultsOf(session)).toEqual([]);

    // Broken: the last good one judges still; somebody who never had one is judged by the shipped rubrics.
    for (const [content, reason] of [['{"catalog": 1, "items": [', '目录文件不是完整的 JSON'], ['{"catalog": 9}', '目录的格式（9）比本程序新，请更新表里如一'], ['[]', '目录文件的内容不合目录的格式']] as const) {
      hosted.put('catalog.json', content);
      await checkAgain(`${TITLE} 版本 2022.1`, `${reason}，${LAST}`);
    }
    const newcomer = await open(openDeducted(), { folders: { addin: hosted.folder } });
    await newcomer.pane.getByRole('button', { name: '一键核查', exact: true }).click();
    await newcomer.pane.getByRole('button', { name: '口径：湖南省项目支出绩效自评表（县区） 自动识别' }).waitFor();
    await newcomer.pane.getByText('没有采用目录，按内置口径核查。').waitFor();

    // A new year: other files of the catalogue, the same build.
    hosted.put('rubrics/qingshi-2022.json', fileOf(RUBRIC));
    hosted.put('rubrics/qingshi-2023.json', fileOf({ ...RUBRIC, id: 'qingshi-2023', title: '青石市 2023 年项目支出口径', version: '2023.1', from: 2023, until: null }));
    hosted.put('catalog.json', '');
    const made = await hosted.publish('2023.1', '--title', '青石市绩效目录', '--publisher', '青石市财政局');
    expect(made.code).toBe(0);
    await checkAgain(`${TITLE} 版本 2022.1`, null);
    server.host.model.edit(FORM, 'A1', '2023年度项目支出绩效自评表');
    await checkAgain('青石市 2023 年项目支出口径 版本 2023.1', null);
    expect([...contents(hosted.folder)].filter(([name]) => built.has(name))).toEqual([...built]);
    expect([session.problems, newcomer.problems]).toEqual([[], []]);
  });
});

/** Names and contents of a folder's files. */
function contents(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile()).sort();
  return new Map(names.map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]));
}
