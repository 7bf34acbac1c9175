// The buttons of the ribbon through the built command page: Excel invokes a function of it, and the verdict comes in a window of its own.
import { fill } from '../../src/pane/catalogue';
import { countCauses } from '../../src/review/causes';
import { reviewWorkbook } from '../../src/review/review-workbook';
import { snapshotOf, traceOf } from '../excel-host/open-workbook';
import { violationsOf } from './accessibility';
import { FORM, openForm, withBuiltAddIn } from './add-in-session';
import type { Session } from './host-page/session';

const COMMANDS = '/addin/commands.html';
/** The add-in alone in a window keeps what axe holds for good practice too. */
const GOOD_PRACTICE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Until the client has told Excel how often a command ended. */
async function completed({ page }: Session, times: number): Promise<void> {
  await page.locator(`html[data-completed="${times}"]`).waitFor({ state: 'attached' });
}

/** Excel invokes a command once the page has named its functions. */
async function press(session: Session, name: string, times: number): Promise<void> {
  const frame = await (await session.page.waitForSelector('#add-in')).contentFrame();
  await frame?.waitForFunction(() => Object.keys((window as unknown as { Office?: { actions?: { _association?: { mappings?: object } } } }).Office?.actions?._association?.mappings ?? {}).length === 2);
  session.server.command(name);
  await completed(session, times);
}

withBuiltAddIn('the built commands', '功能区按钮（一键核查、清除标记）和结论小窗', ({ open }) => {
  it.each([
    ['zh-CN', '未通过：{errors} 处错误、{verify} 处待核实，另有由此引起 {follows} 处', /自评 未填，复核 106\.51/, /已标记 \d+ 个单元格/],
    ['en-US', 'Not passed: {errors} errors, {verify} to verify, and {follows} more that', /claimed Blank, computed 106\.51/, /\d+ cells marked/],
  ])('check, mark, tell the verdict, and clear every mark, in %s', async (locale, title, scores, marked) => {
    const session = await open(openForm(), { addIn: COMMANDS, locale });
    const { page, server, problems, outside } = session;
    const { model } = server.host;
    const start = traceOf(model);
    const findings = reviewWorkbook(snapshotOf(model)).tables.flatMap((table) => table.findings);
    const { errors, verify, follows } = countCauses(findings);
    expect(follows).toBeGreaterThan(0);
    await press(session, 'checkWorkbook', 1);
    const window = page.frameLocator('#dialog');
    await window.getByText(fill(title, { errors, verify, follows })).waitFor();
    const words = await window.locator('main').innerText();
    expect(words).toMatch(scores);
    expect(words).toMatch(marked);
    expect(await window.locator('html').getAttribute('lang')).toBe(locale);
    expect(model.sheetNamed(FORM).at(5, 9)).toMatchObject({ fill: '#FFC7CE', value: 1 });

    await press(session, 'clearMarks', 2);
    expect(traceOf(model)).toBe(start);
    expect({ outside, problems }).toEqual({ outside: [], problems: [] });
  });

  it('tell of nothing to clear as of nothing to do, not as of what went wrong', async () => {
    const session = await open(openForm(), { addIn: COMMANDS });
    await press(session, 'clearMarks', 1);
    const window = session.page.frameLocator('#dialog');
    await window.getByText('表中没有本工具留下的标记').waitFor();
    expect(await window.locator('h1').innerText()).toContain('清除标记');
  });

  it('say what stands in the way, and end all the same', async () => {
    const session = await open(openForm(), { addIn: COMMANDS });
    session.server.host.cellEdit = true;
    await press(session, 'checkWorkbook', 1);
    await session.page.frameLocator('#dialog').getByText('请先按 Enter 结束编辑').waitFor();
  });

  it.each([['an Excel that is too old', '1.4', '太旧'], ['a place that is no Excel', null, '要在 Excel 里打开']] as const)('beside a pane that says what is missing, in %s, so that everybody can read it', async (_where, requirementSet, words) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page: host, context, server } = await open(openForm(), { colorScheme, excel: { requirementSet: requirementSet ?? '1.18' } });
      const page = requirementSet === null ? await context.newPage() : host;
      if (requirementSet === null) await page.goto(new URL('/addin/taskpane.html', server.url).href);
      await (requirementSet === null ? page.getByText(words) : page.frameLocator('#add-in').getByText(words)).waitFor();
      expect(await violationsOf(page, (axe) => (requirementSet === null ? axe : axe.include('#add-in')).withTags(GOOD_PRACTICE))).toEqual([]);
    }
  });

  it.each(['light', 'dark'] as const)('show a window that everybody can read, %s', async (colorScheme) => {
    const session = await open(openForm(), { addIn: COMMANDS, colorScheme });
    await press(session, 'checkWorkbook', 1);
    await session.page.frameLocator('#dialog').locator('h1').waitFor();
    expect(await violationsOf(session.page, (axe) => axe.include('#dialog').withTags(GOOD_PRACTICE))).toEqual([]);
  });
});
