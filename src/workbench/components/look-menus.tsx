// Language and appearance: two small menus with one choice each.
import type { ReactElement } from 'react';
import { Flyout } from './flyout';
import { LanguageIcon, ThemeIcon } from './icons';
import { useWorkbench } from './workbench-context';

export function LanguageMenu(): ReactElement {
  const { controller, speak, state: { settings } } = useWorkbench();
  const choices = [{ value: 'auto', text: speak('language.auto') }, { value: 'zh-CN', text: '简体中文', lang: 'zh-CN' }, { value: 'en-US', text: 'English', lang: 'en-US' }] as const;
  return <Flyout label={speak('bar.language')} icon={<LanguageIcon />} entries={choices.map(({ value, ...shown }) => ({ ...shown, key: value, checked: settings.language === value, onChoose: () => controller.prefer({ language: value }) }))} />;
}

export function ThemeMenu(): ReactElement {
  const { controller, speak, state: { settings } } = useWorkbench();
  const choices = ['auto', 'light', 'dark'] as const;
  return <Flyout label={speak('bar.theme')} icon={<ThemeIcon />} entries={choices.map((value) => ({ key: value, text: speak(`theme.${value}`), checked: settings.theme === value, onChoose: () => controller.prefer({ theme: value }) }))} />;
}
