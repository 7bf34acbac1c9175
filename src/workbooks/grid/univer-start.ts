// Univer put together from its open packages alone, and only from those that a table needs; nothing of the preset's chainable interface is loaded.
import { IConfigService, IUndoRedoService, LocaleType, LogLevel, mergeLocales, Univer, type ILanguagePack } from '@univerjs/core';
import {
  UniverDocsPlugin, UniverDocsUIPlugin, UniverFormulaEnginePlugin, UniverRenderEnginePlugin, UniverSheetsFormulaPlugin, UniverSheetsFormulaUIPlugin,
  UniverSheetsNumfmtPlugin, UniverSheetsNumfmtUIPlugin, UniverSheetsPlugin, UniverSheetsUIPlugin, UniverUIPlugin,
} from '@univerjs/preset-sheets-core';
import { UniverSheetsNotePlugin, UniverSheetsNoteUIPlugin } from '@univerjs/preset-sheets-note';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';
import { offeredMenus } from './univer-guard';
import { UndoOfWhatWasDone } from './univer-undo';

export type GridLanguage = 'zh-CN' | 'en-US';
export const LOCALES: Readonly<Record<GridLanguage, LocaleType>> = { 'zh-CN': LocaleType.ZH_CN, 'en-US': LocaleType.EN_US };

/** The grid's own words; each language is a piece of its own, loaded when it is asked for. */
export async function wordsOf(language: GridLanguage): Promise<ILanguagePack> {
  const packs = language === 'zh-CN'
    ? await Promise.all([import('@univerjs/preset-sheets-core/locales/zh-CN'), import('@univerjs/preset-sheets-note/locales/zh-CN')])
    : await Promise.all([import('@univerjs/preset-sheets-core/locales/en-US'), import('@univerjs/preset-sheets-note/locales/en-US')]);
  return mergeLocales(...packs.map((pack) => pack.default));
}

export interface StartOptions {
  readonly container: HTMLElement;
  readonly language: GridLanguage;
  readonly words: ILanguagePack;
  readonly dark: boolean;
}

export function startUniver({ container, language, words, dark }: StartOptions): Univer {
  const locale = LOCALES[language];
  const univer = new Univer({ locale, locales: { [locale]: words }, darkMode: dark, logLevel: LogLevel.ERROR, override: [[IUndoRedoService, { useClass: UndoOfWhatWasDone }]] });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container, header: true, toolbar: true, ribbonType: 'simple', headerMenu: false, contextMenu: true });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: true,
    footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true, addSheetButtonConfig: { show: false } },
    clipboardConfig: { hidePasteOptions: true },
    protectedRangeShadow: false,
    disableForceStringAlert: true,
  });
  univer.registerPlugin(UniverSheetsNumfmtPlugin, { disableTextFormatAlert: true });
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsNotePlugin);
  univer.registerPlugin(UniverSheetsNoteUIPlugin);
  univer.__getInjector().get(IConfigService).setConfig('menu', offeredMenus());
  return univer;
}
