// Puts the pane into a page. The entry hands in the port, the theme and everything else that is not pure; the pane knows no host.
import { FluentProvider } from '@fluentui/react-components';
import { useSyncExternalStore, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { WorkbookPort } from '../workbooks/port';
import { languageOf, sayIn, type Language } from './catalogue';
import { App } from './components/app';
import { PaneProvider } from './components/pane-context';
import { PaneController, type SampleOpener } from './controller';
import type { HouseServices } from './house';
import type { Preferences, PreferenceStore } from './preferences';
import type { ReportFile, ReportReader } from './report-desk';
import { SCHEMES, THEMES, type PaneTheme } from './theme';

export interface PaneOptions {
  readonly port: WorkbookPort;
  /** The application's display language, such as zh-CN. */
  readonly locale: string;
  readonly theme: PaneTheme;
  readonly preferences: PreferenceStore;
  readonly now: () => Date;
  /** A new name for a run of writes, never given twice. */
  readonly newRun: () => string;
  readonly sample?: SampleOpener;
  readonly house?: HouseServices;
  readonly reports?: ReportReader;
  /** The user asked to see a cell, and it is selected: a page whose sheets lie behind the pane brings them to the front. */
  readonly onLocated?: (sheet: string, cell: string) => void;
}

export interface MountedPane {
  /** The application's theme changed. */
  setTheme(theme: PaneTheme): void;
  /** The page's language changed; `locale` is what 'auto' stands for. What is open in the pane stays. */
  setLanguage(language: Preferences['language'], locale: string): void;
  /** Checks as a click on 一键核查 does; ends with the check. */
  check(): Promise<void>;
  /** Opens the finding on a cell, checking first where nothing was checked; false when the cell has none. */
  show(sheet: string, cell: string): Promise<boolean>;
  /** The same where a finding is asked for, that of the rule if one is meant: that there is none is told. */
  explain(sheet: string, cell: string, rule?: string): Promise<boolean>;
  /** Opens a report beside the workbook, as 报告核对 does. */
  openReport(file: ReportFile): Promise<void>;
  unmount(): void;
}

/** Mounts the pane into an element that fills its page. The document's language follows the pane's. */
export function mountPane(element: HTMLElement, options: PaneOptions): MountedPane {
  const { port, preferences, now, newRun, sample, house, reports, onLocated } = options;
  let { locale, theme } = options;
  const themed = new Set<() => void>();
  const languageNow = (): Language => {
    const { language } = controller.getState().preferences;
    return language === 'auto' ? languageOf(locale) : language;
  };
  const controller: PaneController = new PaneController({ port, preferences, now, newRun, say: () => sayIn(languageNow()), ...(sample ? { sample } : {}), ...(house ? { house } : {}), ...(reports ? { reports } : {}), ...(onLocated ? { onLocated } : {}) });
  const onTheme = (watcher: () => void): (() => void) => {
    themed.add(watcher);
    return () => themed.delete(watcher);
  };

  function Root(): ReactElement {
    const shown = useSyncExternalStore(onTheme, () => theme);
    const language = useSyncExternalStore(controller.subscribe, languageNow);
    document.documentElement.lang = language;
    return (
      <FluentProvider theme={THEMES[shown]} style={{ height: '100%', colorScheme: SCHEMES[shown] }}>
        <PaneProvider value={{ controller, language, say: sayIn(language) }}><App /></PaneProvider>
      </FluentProvider>
    );
  }

  const root = createRoot(element);
  root.render(<Root />);
  const started = controller.start();
  const show = async (sheet: string, cell: string, rule?: string): Promise<boolean> => {
    await started;
    // Pressed by somebody meanwhile, which may be the check that is needed.
    await controller.idle();
    if (!controller.getState().checked) await controller.check();
    return controller.openAt(sheet, cell, rule);
  };
  return {
    setTheme: (next) => {
      theme = next;
      for (const watcher of themed) watcher();
    },
    setLanguage: (language, next) => {
      locale = next;
      controller.dispatch({ type: 'preferences', preferences: { ...controller.getState().preferences, language } });
    },
    check: async () => {
      await started;
      await controller.check();
    },
    show,
    explain: async (sheet, cell, rule) => {
      const shown = await show(sheet, cell, rule);
      if (!shown) controller.tellNothingAt(sheet, cell);
      return shown;
    },
    openReport: async (file) => {
      await started;
      controller.dispatch({ type: 'view', view: 'report' });
      await controller.reports.open(file);
    },
    unmount: () => {
      controller.dispose();
      root.unmount();
    },
  };
}
