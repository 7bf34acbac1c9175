// 导出: what one may take away beside the workbook itself.
import type { ReactElement } from 'react';
import { CardIcon, OpinionIcon, SheetIcon } from '../../pane/components/icons';
import type { ExportKind } from '../exporting';
import { Flyout, type FlyoutEntry } from './flyout';
import { ExportIcon } from './icons';
import { useWorkbench } from './workbench-context';

export function ExportMenu({ wide }: { readonly wide: boolean }): ReactElement {
  const { controller, speak, state: { opened, task } } = useWorkbench();
  const entry = (kind: ExportKind, icon: ReactElement): FlyoutEntry => ({ key: kind, text: speak(`export.${kind}`), icon, onChoose: () => void controller.export(kind) });
  const entries = [
    entry('json', <CardIcon size={20} />), entry('text', <OpinionIcon size={20} />),
    ...(opened?.readOnly === true ? [] : [{ ...entry('copy', <SheetIcon size={20} />), hint: speak('export.copyHint') }]),
  ];
  return <Flyout label={speak('bar.export')} icon={<ExportIcon />} wide={wide} disabled={!opened || task !== null} entries={entries} />;
}
