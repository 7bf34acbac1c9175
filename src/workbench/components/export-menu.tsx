// 导出: what one may take away beside the workbook itself.
import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { CardIcon, OpinionIcon, SheetIcon } from '../../pane/components/icons';
import { ExportIcon } from './icons';
import { useWorkbench } from './workbench-context';

export function ExportMenu({ labelClass }: { readonly labelClass: string }): ReactElement {
  const { controller, speak, state: { opened, task } } = useWorkbench();
  const label = speak('bar.export');
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" icon={<ExportIcon />} aria-label={label} title={label} disabledFocusable={!opened || task !== null}><span className={labelClass}>{label}</span></MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<CardIcon size={20} />} onClick={() => void controller.export('json')}>{speak('export.json')}</MenuItem>
          <MenuItem icon={<OpinionIcon size={20} />} onClick={() => void controller.export('text')}>{speak('export.text')}</MenuItem>
          {opened?.readOnly === true ? null : <MenuItem icon={<SheetIcon size={20} />} subText={speak('export.copyHint')} onClick={() => void controller.export('copy')}>{speak('export.copy')}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
