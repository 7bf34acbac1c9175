// The page as a whole: bar, files, grid, pane, and what lies over them for a moment.
import { FluentProvider, makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { late } from '../../pane/components/late';
import { SCHEMES, THEMES } from '../../pane/theme';
import type { WorkbenchController } from '../controller';
import { entryOfFile } from '../desk/entries';
import { ACCEPTED } from '../picking';
import { KeysDialog, UnsavedDialog } from './dialogs';
import { DropOverlay } from './drop-overlay';
import { EmptyState } from './empty-state';
import { FaceSwitch } from './face-switch';
import { FileListPanel } from './file-list-panel';
import { DraftLines, MessageLine } from './message-line';
import { MissingDesk } from './missing-desk';
import { Splitter } from './splitter';
import { Stage } from './stage';
import { TopBar } from './top-bar';
import { useUnseen } from './unseen';
import { useBack } from './use-back';
import { useDrops, useFilesOver, useKeptFocus, useKeys, useLeaving, useNarrow, useSystemLook } from './use-page';
import { useWorkbench, WorkbenchProvider } from './workbench-context';

/** Lists of a folder come with the first folder: a single file does not wait for them. */
const DeskView = late(async () => (await import(/* webpackChunkName: "desk-view" */ './desk/desk-view')).DeskView, MissingDesk);

const PANE_ID = 'biaoli-pane';
/** A wait shorter than this is not worth telling. */
const PATIENCE = 300;

const useStyles = makeStyles({
  provider: { height: '100%' },
  root: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0, overflow: 'hidden', '@media (max-height: 480px)': { overflowY: 'auto' }, color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1, '@media (forced-colors: active)': { '--icon-forced': 'Canvas' }, '@media print': { height: 'auto', display: 'block', overflow: 'visible' } },
  header: { flexShrink: 0, position: 'relative', zIndex: 5, backgroundColor: tokens.colorNeutralBackground2, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, '@media print': { display: 'none' } },
  progress: { position: 'absolute', left: 0, right: 0, bottom: '-1px', zIndex: 3 },
  // At 400 % a window is some 200 px high: the page is scrolled then, and lists and sheets keep a height in which they can be used.
  body: { display: 'flex', flex: '1 1 0', minHeight: 0, '@media (max-height: 480px)': { minHeight: '400px', flexShrink: 0 }, position: 'relative', '@media print': { display: 'block' } },
  work: { display: 'flex', flex: '1 1 0', minWidth: 0, minHeight: 0, position: 'relative', '@media print': { display: 'block' } },
  pane: { flexShrink: 0, minHeight: 0, minWidth: 0, backgroundColor: tokens.colorNeutralBackground1, '@media print': { width: 'auto !important' } },
  narrowPane: { position: 'absolute', inset: 0, width: 'auto' },
  printless: { '@media print': { display: 'none' } },
  gone: { display: 'none' },
  // Kept at its size: a grid that is started or drawn without one has lost its formula bar when it comes back.
  under: { position: 'absolute', inset: 0, visibility: 'hidden', '@media print': { display: 'none' } },
  hidden: { visibility: 'hidden' },
});

export function Shell({ controller }: { readonly controller: WorkbenchController }): ReactElement {
  return <WorkbenchProvider value={controller}><Themed /></WorkbenchProvider>;
}

function Themed(): ReactElement {
  const styles = useStyles();
  const { controller } = useWorkbench();
  useSystemLook(controller);
  return <FluentProvider className={styles.provider} theme={THEMES[controller.theme()]} style={{ colorScheme: SCHEMES[controller.theme()] }}><Page /></FluentProvider>;
}

function Page(): ReactElement {
  const styles = useStyles();
  const unseen = useUnseen();
  const { controller, speak, state, text } = useWorkbench();
  const [root, header, grid, pane, input] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null), useRef<HTMLInputElement>(null)];
  const narrow = useNarrow();
  const { opened, face, view, listed, listShown } = state;
  const atDesk = view === 'desk';
  const covered = useFilesOver() && listShown && listed.length > 0 && !atDesk;

  const onOpen = useCallback(() => {
    if (controller.services.pick === null) input.current?.click();
    else {
      void controller.pick().then((picked) => {
        if (!picked) input.current?.click();
      });
    }
  }, [controller, input]);
  useKeys(root, controller, onOpen);
  useDrops(controller);
  useLeaving(controller);
  useBack(controller);
  useKeptFocus(header);
  useEffect(() => {
    if (grid.current && pane.current) controller.attach({ grid: grid.current, pane: pane.current });
  }, [controller, grid, pane]);
  const language = controller.language();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = opened ? `${opened.dirty ? '● ' : ''}${speak('app.title', { name: opened.name })}` : speak('app.name');
  }, [language, opened, speak]);

  const gridAway = narrow && face === 'pane';
  const paneAway = narrow && face === 'grid';
  return (
    <div ref={root} className={styles.root}>
      {/* No banner: in its own place the pane has one, and a page has one. */}
      <div ref={header} role="region" aria-label={speak('bar.label')} className={styles.header}>
        <TopBar onOpen={onOpen} />
        <DraftLines />
        <MessageLine />
        {narrow && opened && !atDesk && !covered ? <FaceSwitch /> : null}
        <Waiting />
      </div>
      <div className={styles.body}>
        {atDesk ? <DeskView /> : <FileListPanel />}
        {opened || atDesk ? null : <EmptyState onOpen={onOpen} />}
        {/* Always there: the grid and the pane draw into these two. */}
        <div className={mergeClasses(styles.work, !opened && styles.gone, opened !== null && (atDesk || covered) && styles.under)}>
          <Stage gridRef={grid} behind={gridAway} alone={paneAway} divider={narrow ? null : <Splitter paneId={PANE_ID} />} className={styles.printless} />
          {/* No landmark: the pane brings its own. */}
          <div id={PANE_ID} className={mergeClasses(styles.pane, narrow && styles.narrowPane, paneAway && styles.hidden)} style={narrow ? undefined : { width: state.settings.paneWidth }} inert={paneAway} data-area="pane">
            <div ref={pane} style={{ height: '100%' }} />
          </div>
        </div>
      </div>
      <DropOverlay />
      <UnsavedDialog />
      <KeysDialog />
      <input ref={input} type="file" multiple hidden accept={ACCEPTED.join(',')} aria-label={speak('bar.open')} tabIndex={-1} onChange={({ currentTarget }) => {
        const entries = Array.from(currentTarget.files ?? [], entryOfFile);
        // The same file chosen again is a choice as well.
        currentTarget.value = '';
        if (entries.length > 0) void controller.take(entries);
      }} />
      <div role="status" aria-live="polite" className={unseen}>{state.announced ? <span key={state.announced.number}>{text(state.announced.words)}</span> : null}</div>
    </div>
  );
}

/** A thin line while a file is being opened, saved or exported. */
function Waiting(): ReactElement | null {
  const styles = useStyles();
  const { speak, state: { opening, task } } = useWorkbench();
  const busy = opening !== null || task !== null;
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [busy]);
  if (!busy || !late) return null;
  const label = task === 'saving' ? speak('bar.saving') : task === 'exporting' ? speak('export.running') : speak('app.loading');
  return <div className={styles.progress}><ProgressBar thickness="medium" aria-label={label} /></div>;
}
