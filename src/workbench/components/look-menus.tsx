// Language and appearance: two small menus with one choice each.
import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Settings } from '../settings';
import { LanguageIcon, ThemeIcon } from './icons';
import { useWorkbench } from './workbench-context';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly icon: ReactElement;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly text: string; readonly lang?: string }[];
  readonly onChoose: (value: T) => void;
}

function ChoiceMenu<T extends string>({ label, icon, value, choices, onChoose }: ChoiceProps<T>): ReactElement {
  return (
    <Menu checkedValues={{ choice: [value] }} onCheckedValueChange={(_, { checkedItems }) => {
      const chosen = choices.find((one) => one.value === checkedItems[0]);
      if (chosen) onChoose(chosen.value);
    }}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={icon} aria-label={label} title={label} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map((one) => <MenuItemRadio key={one.value} name="choice" value={one.value} lang={one.lang}>{one.text}</MenuItemRadio>)}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

export function LanguageMenu(): ReactElement {
  const { controller, speak, state } = useWorkbench();
  const choices: ChoiceProps<Settings['language']>['choices'] = [{ value: 'auto', text: speak('language.auto') }, { value: 'zh-CN', text: '简体中文', lang: 'zh-CN' }, { value: 'en-US', text: 'English', lang: 'en-US' }];
  return <ChoiceMenu label={speak('bar.language')} icon={<LanguageIcon />} value={state.settings.language} choices={choices} onChoose={(language) => controller.prefer({ language })} />;
}

export function ThemeMenu(): ReactElement {
  const { controller, speak, state } = useWorkbench();
  const choices = (['auto', 'light', 'dark'] as const).map((value) => ({ value, text: speak(`theme.${value}`) }));
  return <ChoiceMenu label={speak('bar.theme')} icon={<ThemeIcon />} value={state.settings.theme} choices={choices} onChoose={(theme) => controller.prefer({ theme })} />;
}
