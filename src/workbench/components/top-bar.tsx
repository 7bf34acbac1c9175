// The bar at the top: whose product, which file and whether it is saved, and what one may do with it.
import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { ExportMenu } from './export-menu';
import { FilesIcon, KeyboardIcon, Mark, OpenIcon, SampleIcon, SaveIcon } from './icons';
import { LanguageMenu, ThemeMenu } from './look-menus';
import { useUnseen } from './unseen';
import { useWorkbench } from './workbench-context';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minHeight: '48px', paddingLeft: tokens.spacingHorizontalM, paddingRight: tokens.spacingHorizontalS },
  product: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400, whiteSpace: 'nowrap', flexShrink: 0 },
  word: { '@media (max-width: 640px)': { display: 'none' } },
  file: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, flex: '1 1 0', minWidth: 0, marginLeft: tokens.spacingHorizontalM, paddingLeft: tokens.spacingHorizontalM, borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, color: tokens.colorNeutralForeground2, lineHeight: '20px' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  dot: { color: tokens.colorBrandForeground1, flexShrink: 0, fontSize: '12px' },
  tools: { display: 'flex', alignItems: 'center', gap: '2px', flexShrink: 0 },
  rule: { width: '1px', height: '20px', margin: '0 4px', backgroundColor: tokens.colorNeutralStroke2 },
  button: { minWidth: 'auto', whiteSpace: 'nowrap' },
  // Words beside the icons as long as the file's name keeps its room.
  label: { '@media (max-width: 1100px)': { display: 'none' } },
  first: { '@media (max-width: 560px)': { display: 'none' } },
});

interface ToolProps {
  readonly label: string;
  readonly keys?: string;
  readonly icon: ReactElement;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly primary?: boolean;
  readonly labelClass: string;
  readonly children?: ReactNode;
}

function Tool({ label, keys, icon, onClick, disabled = false, primary = false, labelClass }: ToolProps): ReactElement {
  const styles = useStyles();
  const { speak } = useWorkbench();
  return (
    <Button className={styles.button} appearance={primary ? 'primary' : 'subtle'} icon={icon} aria-label={label} aria-keyshortcuts={keys?.replace('Ctrl', 'Control')} title={keys === undefined ? label : speak('bar.tip', { name: label, keys })} disabledFocusable={disabled} onClick={onClick}>
      <span className={labelClass}>{label}</span>
    </Button>
  );
}

export function TopBar({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const styles = useStyles();
  const { controller, speak, state } = useWorkbench();
  const { opened, task, listed, listShown } = state;
  const files = speak('bar.files', { count: listed.length });
  return (
    <div className={styles.root} data-area="bar">
      <div className={styles.product}><Mark /><span className={styles.word} lang="zh-CN">{speak('app.name')}</span></div>
      <FileName />
      <div className={styles.tools} role="toolbar" aria-label={speak('bar.label')}>
        {listed.length > 1 ? (
          <Button className={styles.button} appearance="subtle" icon={<FilesIcon />} aria-label={files} title={files} aria-expanded={listShown} onClick={() => controller.dispatch({ type: 'show-list', shown: !listShown })}><span className={styles.first}>{files}</span></Button>
        ) : null}
        <Tool label={speak('bar.open')} keys="Ctrl+O" icon={<OpenIcon />} labelClass={styles.first} onClick={onOpen} />
        <Tool label={speak('bar.save')} keys="Ctrl+S" icon={<SaveIcon />} labelClass={styles.first} primary={opened?.dirty === true} disabled={!opened || opened.readOnly || task !== null} onClick={() => void controller.save()} />
        <ExportMenu labelClass={styles.label} />
        {controller.services.sample ? <Tool label={speak('bar.sample')} icon={<SampleIcon />} labelClass={styles.label} onClick={() => void controller.openSample()} /> : null}
        <span className={styles.rule} aria-hidden="true" />
        <Tool label={speak('bar.keys')} keys="?" icon={<KeyboardIcon />} labelClass={mergeClasses(styles.label, useUnseen())} onClick={() => controller.dispatch({ type: 'dialog', dialog: 'keys' })} />
        <LanguageMenu />
        <ThemeMenu />
      </div>
    </div>
  );
}

function FileName(): ReactElement {
  const styles = useStyles();
  const unseen = useUnseen();
  const { speak, state: { opened, opening, task } } = useWorkbench();
  const name = opened?.name ?? (opening === null ? speak('bar.noFile') : opening);
  return (
    <div className={styles.file}>
      <span className={styles.name} title={name}>{name}</span>
      {opened?.dirty === true ? <span className={styles.dot} title={speak('bar.unsaved')}><span aria-hidden="true">●</span><span className={unseen}>{speak('bar.unsaved')}</span></span> : null}
      {opened?.readOnly === true ? <Badge appearance="tint" color="informative">{speak('bar.readOnly')}</Badge> : null}
      {task === 'saving' ? <span>{speak('bar.saving')}</span> : null}
    </div>
  );
}
