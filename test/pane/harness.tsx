// A page with the pane over a workbook in memory, for browsers: what is opened and how the host behaves come with the address.
import { PLAIN_STYLE, type Grid } from '../../src/model/grid';
import { openPackagePort } from '../../src/workbooks/package/package-port';
import type { Answer, Refusal, WorkbookPort } from '../../src/workbooks/port';
import { browserReports } from '../../src/addin/report-reader';
import { buildCatalog } from '../../src/catalog/build-catalog';
import type { CatalogSource } from '../../src/catalog/load-catalog';
import type { HouseServices } from '../../src/pane/house';
import { memoryPreferences } from '../../src/pane/preferences';
import { mountPane } from '../../src/pane/mount';
import type { PaneTheme } from '../../src/pane/theme';

const query = new URLSearchParams(location.search);
const THEMES: readonly PaneTheme[] = ['light', 'dark', 'high-contrast'];
const revealed: string[] = [];

/** The grid with a second list of indicators at the right, which is not read. */
function withSecondList(grid: Grid): Grid {
  const written = [[11, 13, '二级指标'], [11, 14, '三级指标'], [11, 15, '年度指标值'], [12, 13, '数量指标'], [12, 14, '印发宣传册'], [12, 15, '≥3000册']] as const;
  const cells = written.map(([row, column, value]) => ({ row, column, value, text: value, formula: null, style: PLAIN_STYLE, note: null }));
  return { ...grid, columnCount: 15, cells: [...grid.cells, ...cells].sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** Faults and limits that a host may have, by name. */
function limited(port: WorkbookPort, how: string): WorkbookPort {
  const refusal = (word: Refusal['word'], reason: string) => (): Promise<Answer<never>> => Promise.resolve({ ok: false, word, reason });
  const busy = refusal('busy', '单元格正在编辑：请先按 Enter 结束编辑，再点一次。');
  const readonly = refusal('read-only', '工作簿以只读方式打开，没有写入。');
  switch (how) {
    case 'busy':
      return { ...port, read: busy };
    case 'read-only':
      return { ...port, apply: readonly };
    case 'unsupported':
      return { ...port, read: refusal('unsupported', '这个版本的 Excel 太旧，不能读取工作簿：请升级到 Excel 2021 或更高版本，也可以把文件交给命令行核查。') };
    case 'broken':
      return { ...port, read: () => Promise.reject(new Error('broken')) };
    case 'slow':
      return {
        ...port, read: (options) => new Promise((resolve) => {
          options?.onProgress?.({ done: 1, total: 3 });
          options?.signal?.addEventListener('abort', () => resolve({ ok: false, word: 'cancelled', reason: '已取消核查，工作簿没有改动。' }));
        }),
      };
    case 'partly':
      return { ...port, read: async (options) => {
        const read = await port.read(options);
        return read.ok ? { ok: true, value: { ...read.value, grids: read.value.grids.map(withSecondList) } } : read;
      } };
    case 'poor':
      return { ...port, capabilities: { ...port.capabilities, marks: false, notes: 'none', events: false, resultSheet: false, reveal: false, limits: ['这个版本的 Excel 不能加批注，原因只在窗格里显示。', '这个版本的 Excel 不通知修改，请手动重新核查。'] } };
    default:
      return port;
  }
}

/** A catalogue with one template: the workbook that is open. */
async function catalogOf(bytes: Uint8Array): Promise<CatalogSource> {
  const path = 'templates/市级项目支出绩效自评表.xlsx';
  const built = await buildCatalog([{ path, bytes }], { title: '绩效口径和模板目录', publisher: '市财政局', version: '2024.1', date: '2024-01-05' });
  const files = new Map([[path, bytes], ['catalog.json', new TextEncoder().encode(built.ok ? built.text : '')]]);
  return { read: (name) => Promise.resolve({ ok: true, bytes: files.get(name) ?? new Uint8Array() }) };
}

/** A computer that remembers as long as the page lives. */
function memoryHouse(catalog: CatalogSource | null): HouseServices {
  let kept: unknown = null;
  return { catalog, cache: { get: () => Promise.resolve(null), put: () => Promise.resolve() }, own: { read: () => Promise.resolve(kept), write: (rules) => { kept = rules; return Promise.resolve(); } } };
}

async function open(): Promise<void> {
  const file = query.get('file') ?? '';
  const bytes = new Uint8Array(await (await fetch(`/files/${encodeURIComponent(file)}`)).arrayBuffer());
  const port = openPackagePort(bytes, { name: file });
  const live: WorkbookPort = {
    ...port, name: file,
    capabilities: { ...port.capabilities, reveal: true, limits: [] },
    reveal: (sheet, cell) => {
      revealed.push(`${sheet}!${cell}`);
      return Promise.resolve({ ok: true, value: null });
    },
  };
  let run = 0;
  const element = document.getElementById('pane');
  if (!element) throw new Error('the page has no place for the pane');
  const pane = mountPane(element, {
    port: limited(live, query.get('host') ?? ''), locale: query.get('locale') ?? 'zh-CN', theme: THEMES.find((one) => one === query.get('theme')) ?? 'light',
    preferences: memoryPreferences(), house: memoryHouse(query.get('host') === 'catalog' ? await catalogOf(bytes) : null), reports: browserReports, now: () => new Date(2024, 2, 15, 10, 30), newRun: () => `run-${++run}`, sample: { opensIn: 'window', open: () => Promise.resolve({ ok: true, value: null }) },
  });
  Object.assign(window, { pane, packagePort: port, revealed });
}

void open();
