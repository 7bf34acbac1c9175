// Language and appearance: two small menus with one choice each, or parts of another menu.
import type { ReactElement } from 'react';
import { Flyout, type FlyoutEntry } from './flyout';
import { LanguageIcon, ThemeIcon } from './icons';
import { useWorkbench } from './workbench-context';

export function useLanguages(): readonly FlyoutEntry[] {
  const { controller, speak, state: { settings } } = useWorkbench();
  const choices = [{ value: 'auto', text: speak('language.auto') }, { value: 'zh-CN', text: '简体中文', lang: 'zh-CN' }, { value: 'en-US', text: 'English', lang: 'en-US' }] as const;
  return choices.map(({ value, ...shown }) => ({ ...shown, key: `language/${value}`, checked: settings.language === value, onChoose: () => controller.prefer({ language: value }) }));
}

export function useThemes(): readonly FlyoutEntry[] {
  const { controller, speak, state: { settings } } = useWorkbench();
  const choices = ['auto', 'light', 'dark'] as const;
  return choices.map((value) => ({ key: `theme/${value}`, text: speak(`theme.${value}`), checked: settings.theme === value, onChoose: () => controller.prefer({ theme: value }) }));
}

export function LanguageMenu(): ReactElement {
  const { speak } = useWorkbench();
  return <Flyout label={speak('bar.language')} icon={<LanguageIcon />} entries={useLanguages()} />;
}

export function ThemeMenu(): ReactElement {
  const { speak } = useWorkbench();
  return <Flyout label={speak('bar.theme')} icon={<ThemeIcon />} entries={useThemes()} />;
}
