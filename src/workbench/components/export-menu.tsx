// 导出: what one may take away beside the workbook itself, or from the lists of a folder.
import { useSyncExternalStore, type ReactElement } from 'react';
import { OpinionIcon, SheetIcon } from '../../pane/components/icons';
import type { DeskExport } from '../desk/desk-outputs';
import type { ExportKind } from '../exporting';
import { Flyout, type FlyoutEntry } from './flyout';
import { DataIcon, ExportIcon } from './icons';
import { useWorkbench } from './workbench-context';

export function ExportMenu({ wide }: { readonly wide: boolean }): ReactElement {
  const { state: { view } } = useWorkbench();
  return view === 'desk' ? <DeskExports wide={wide} /> : <FileExports wide={wide} />;
}

function FileExports({ wide }: { readonly wide: boolean }): ReactElement {
  const { controller, speak, state: { opened, task } } = useWorkbench();
  const entry = (kind: ExportKind, icon: ReactElement): FlyoutEntry => ({ key: kind, text: speak(`export.${kind}`), icon, onChoose: () => void controller.export(kind) });
  const entries = [
    entry('json', <DataIcon size={20} />), entry('text', <OpinionIcon size={20} />),
    ...(opened?.readOnly === true ? [] : [{ ...entry('copy', <SheetIcon size={20} />), hint: speak('export.copyHint') }]),
  ];
  return <Flyout label={speak('bar.export')} icon={<ExportIcon />} wide={wide} disabled={!opened || task !== null} entries={entries} />;
}

function DeskExports({ wide }: { readonly wide: boolean }): ReactElement {
  const { controller: { desk }, speak } = useWorkbench();
  const { list, run, task, redact } = useSyncExternalStore(desk.subscribe, desk.getState);
  const entry = (kind: DeskExport, icon: ReactElement): FlyoutEntry => ({ key: kind, text: speak(`desk.export.${kind}`), icon, onChoose: () => void desk.export(kind) });
  const entries: readonly FlyoutEntry[] = [
    entry('xlsx', <SheetIcon size={20} />), entry('html', <OpinionIcon size={20} />), entry('csv', <SheetIcon size={20} />),
    { key: 'letters', text: speak('desk.export.letters'), icon: <OpinionIcon size={20} />, onChoose: () => desk.dispatch({ type: 'dialog', dialog: 'letters' }) },
    entry('jsonl', <DataIcon size={20} />), entry('json', <DataIcon size={20} />), entry('sarif', <DataIcon size={20} />),
  ];
  const sparing: FlyoutEntry = { key: 'redact', text: speak('desk.redact'), hint: speak('desk.redactHint'), checked: redact, stays: true, onChoose: () => desk.dispatch({ type: 'redact', redact: !redact }) };
  // Half a list is no summary; what was stopped half-way may still be taken away.
  const disabled = !list || list.files.length === 0 || run?.stage === 'running' || task !== null;
  return <Flyout label={speak('bar.export')} icon={<ExportIcon />} wide={wide} disabled={disabled} entries={[...entries, sparing]} />;
}
