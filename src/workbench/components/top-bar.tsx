// The bar at the top: whose product, which file and whether it is saved, and what one may do with it.
import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useSyncExternalStore, type ReactElement } from 'react';
import { ExportMenu } from './export-menu';
import { BackIcon, MoreIcon } from '../../pane/components/icons';
import { inPlainOrder } from '../../pane/plain-order';
import { Flyout } from './flyout';
import { FilesIcon, FolderIcon, KeyboardIcon, Mark, OpenIcon, SampleIcon, SaveIcon } from './icons';
import { LanguageMenu, ThemeMenu, useLanguages, useThemes } from './look-menus';
import { useUnseen } from './unseen';
import { useMedia } from './use-page';
import { useWorkbench } from './workbench-context';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minHeight: '48px', paddingLeft: tokens.spacingHorizontalM, paddingRight: tokens.spacingHorizontalS },
  away: { '@media (max-width: 480px)': { display: 'none' } },
  product: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400, whiteSpace: 'nowrap', flexShrink: 0 },
  word: { '@media (max-width: 640px)': { display: 'none' } },
  file: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, flex: '1 1 0', minWidth: 0, marginLeft: tokens.spacingHorizontalM, paddingLeft: tokens.spacingHorizontalM, borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, color: tokens.colorNeutralForeground2, lineHeight: '20px', '@media (max-width: 480px)': { marginLeft: 0, paddingLeft: 0, borderLeftStyle: 'none' } },
  // Beside eight buttons in 320 px one letter would be left of it: heard, not seen.
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', '@media (max-width: 400px)': { position: 'absolute', width: '1px', height: '1px', clipPath: 'inset(50%)' } },
  dot: { color: tokens.colorBrandForeground1, flexShrink: 0, fontSize: '12px' },
  beside: { display: 'inline-flex', marginLeft: tokens.spacingHorizontalXS },
  tools: { display: 'flex', alignItems: 'center', gap: '2px', flexShrink: 0 },
  rule: { width: '1px', height: '20px', margin: '0 4px', backgroundColor: tokens.colorNeutralStroke2 },
  button: { minWidth: 'auto', whiteSpace: 'nowrap' },
});

interface ToolProps {
  readonly label: string;
  readonly keys?: string;
  readonly icon: ReactElement;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly primary?: boolean;
  /** Words beside the icon. */
  readonly wide?: boolean;
}

function Tool({ label, keys, icon, onClick, disabled = false, primary = false, wide = false }: ToolProps): ReactElement {
  const styles = useStyles();
  const { speak } = useWorkbench();
  return (
    <Button className={styles.button} appearance={primary ? 'primary' : 'subtle'} icon={icon} aria-label={label} aria-keyshortcuts={keys?.replace('Ctrl', 'Control')} title={keys === undefined ? label : speak('bar.tip', { name: label, keys })} disabledFocusable={disabled} onClick={onClick}>
      {wide ? label : undefined}
    </Button>
  );
}

export function TopBar({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const styles = useStyles();
  const { controller, speak, state } = useWorkbench();
  const { opened, task, listed, listShown, view } = state;
  const atDesk = view === 'desk';
  const back = useWayBack();
  // Words beside the icons as long as the file's name keeps its room.
  const [all, some, roomy] = [useMedia('(min-width: 1200px)', true), useMedia('(min-width: 720px)', true), useMedia('(min-width: 480px)', true)];
  const openSample = (): void => void controller.openSample();
  const [languages, themes] = [useLanguages(), useThemes()];
  const showKeys = (): void => controller.dispatch({ type: 'dialog', dialog: 'keys' });
  const files = speak('bar.files', { count: listed.length });
  return (
    <div className={styles.root} data-area="bar">
      <div className={mergeClasses(styles.product, back !== null && styles.away)}><Mark /><span className={styles.word} lang="zh-CN">{speak('app.name')}</span></div>
      {/* One button for both ways: the focus stays on it. */}
      {back ? <Button className={styles.button} appearance="subtle" icon={<BackIcon />} aria-label={back.label} title={back.title} onClick={back.go}>{some ? back.words : undefined}{back.unsaved ? <span className={styles.beside}><Unsaved /></span> : null}</Button> : null}
      <FileName />
      <div className={styles.tools} role="group" aria-label={speak('bar.tools')}>
        {listed.length > 1 && !atDesk ? (
          <Button data-files="" className={styles.button} appearance="subtle" icon={<FilesIcon />} aria-label={files} title={files} aria-expanded={listShown} onClick={() => controller.dispatch({ type: 'show-list', shown: !listShown })}>{some ? files : listed.length}</Button>
        ) : null}
        <Tool label={speak('bar.open')} keys="Ctrl+O" icon={<OpenIcon />} wide={some} onClick={onOpen} />
        <Tool label={speak('bar.folder')} icon={<FolderIcon />} wide={all} onClick={() => void controller.pickFolder()} />
        <Tool label={speak('bar.save')} keys="Ctrl+S" icon={<SaveIcon />} wide={some} primary={opened?.dirty === true && !atDesk} disabled={!opened || opened.readOnly || task !== null || atDesk} onClick={() => void controller.save()} />
        <ExportMenu wide={all} />
        {controller.services.sample && roomy ? <Tool label={speak('bar.sample')} icon={<SampleIcon />} wide={all} onClick={openSample} /> : null}
        <span className={styles.rule} aria-hidden="true" />
        {roomy ? <Tool label={speak('bar.keys')} keys="?" icon={<KeyboardIcon />} onClick={showKeys} /> : (
          <Flyout label={speak('bar.more')} icon={<MoreIcon />} entries={[
            ...(controller.services.sample ? [{ key: 'sample', text: speak('empty.sample'), icon: <SampleIcon />, onChoose: openSample }] : []),
            { key: 'keys', text: speak('bar.keys'), icon: <KeyboardIcon />, onChoose: showKeys },
          ]} groups={[{ name: speak('bar.language'), entries: languages }, { name: speak('bar.theme'), entries: themes }]} />
        )}
        {roomy ? <><LanguageMenu /><ThemeMenu /></> : null}
      </div>
    </div>
  );
}

/** Of the folder whose lists there are; null: none. */
function useDeskName(): string | null {
  const { controller: { desk }, text } = useWorkbench();
  const name = useSyncExternalStore(desk.subscribe, () => desk.getState().name);
  return name === null ? null : inPlainOrder(text(name));
}

function Unsaved(): ReactElement {
  const styles = useStyles();
  const unseen = useUnseen();
  const { speak } = useWorkbench();
  return <span className={styles.dot} title={speak('bar.unsaved')}><span aria-hidden="true">●</span><span className={unseen}>{speak('bar.unsaved')}</span></span>;
}

interface WayBack {
  readonly label: string;
  readonly words: string;
  readonly title: string;
  readonly unsaved: boolean;
  readonly go: () => void;
}

/** From a file to the lists; from the lists to the workbook behind them, whose changes may be unsaved. */
function useWayBack(): WayBack | null {
  const { controller, speak, state: { opened, view } } = useWorkbench();
  const deskName = useDeskName();
  if (view !== 'desk') return deskName === null ? null : { label: speak('bar.back'), words: speak('bar.back'), title: deskName, unsaved: false, go: () => controller.backToDesk() };
  if (!opened) return null;
  const label = speak('bar.backToFile', { name: opened.name });
  return { label: opened.dirty ? [label, speak('bar.unsaved')].join(speak('desk.heard')) : label, words: speak('bar.backToFileShort'), title: inPlainOrder(opened.name), unsaved: opened.dirty, go: () => controller.backToFile() };
}

function FileName(): ReactElement {
  const styles = useStyles();
  const { speak, state: { opened: inside, opening, task, view } } = useWorkbench();
  const opened = view === 'desk' ? null : inside;
  const name = view === 'desk' && opening === null ? speak('desk.label') : inPlainOrder(opened?.name ?? (opening === null ? speak('bar.noFile') : opening));
  return (
    <div className={styles.file}>
      <span className={styles.name} title={name}>{name}</span>
      {opened?.dirty === true ? <Unsaved /> : null}
      {opened?.readOnly === true ? <Badge appearance="tint" color="informative">{speak('bar.readOnly')}</Badge> : null}
      {task === 'saving' ? <span>{speak('bar.saving')}</span> : null}
    </div>
  );
}
