// The pane as a whole: one column, one view at a time, polite announcements, and a place for the focus whatever goes away.
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type DragEvent, type KeyboardEvent, type ReactElement } from 'react';
import type { View } from '../pane-state';
import { ActionBar } from './action-bar';
import { CheckButton } from './check-button';
import { FilterBar } from './filter-bar';
import { Header } from './header';
import { late } from './late';
import { MissingPart } from './missing-part';
import { CatalogueBar, DirtyBar, NoticeBar, RefusalBar, TaskLine } from './notices';
import { usePane } from './pane-context';
import { RubricLine } from './rubric-line';
import { NothingWrong, NoTable, Remarks, Welcome } from './states';
import { usePageFocus } from './use-page-focus';
import { VerdictCard } from './verdict-card';

// Pages that most checks never open come when they are asked for.
const PAGES = {
  preview: late(async () => (await import('./preview-view')).PreviewView, MissingPart),
  scorecard: late(async () => (await import('./scorecard-view')).ScorecardView, MissingPart),
  opinion: late(async () => (await import('./opinion-view')).OpinionView, MissingPart),
  settings: late(async () => (await import('./settings-view')).SettingsView, MissingPart),
  report: late(async () => (await import('./report-view')).ReportView, MissingPart),
  'rubric-form': late(async () => (await import('./rubric-form-view')).RubricFormView, MissingPart),
  checks: late(async () => (await import('./check-list-view')).CheckListView, MissingPart),
  'check-form': late(async () => (await import('./check-form-view')).CheckFormView, MissingPart),
  templates: late(async () => (await import('./template-view')).TemplatesView, MissingPart),
  template: late(async () => (await import('./template-view')).TemplateView, MissingPart),
  rubric: late(async () => (await import('./rubric-view')).RubricView, MissingPart),
} as const satisfies Readonly<Record<Exclude<View, 'list'>, unknown>>;

// The list names rules, and the rules come with the first check.
const findingList = () => import('./finding-list');
const FindingList = late(async () => (await findingList()).FindingList, MissingPart);

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: '0px', color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1, '@media print': { height: 'auto', backgroundColor: '#fff' },
    // Contrast themes paint grounds anew: signs inside an icon take the new one.
    '@media (forced-colors: active)': { '--icon-forced': 'Canvas' } },
  main: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, outline: 'none' },
  // A line above: the list ends here, nothing of it lies behind.
  dock: { flexShrink: 0, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, ':empty': { display: 'none' } },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

export function App(): ReactElement {
  const styles = useStyles();
  const { state, text } = usePane();
  const root = useRef<HTMLDivElement>(null);
  useFocusKeeper(root);
  usePageFocus(root, state.view !== 'list');
  // In time for the first check: a verdict without its list would jump.
  useEffect(() => void findingList().catch(() => undefined), []);
  const Page = state.view === 'list' ? null : PAGES[state.view];
  return (
    <div ref={root} className={styles.root} onKeyDown={keepTab} onDragOver={keepPage} onDrop={keepPage}>
      {Page ? <Page /> : <ListView />}
      <div role="status" aria-live="polite" className={styles.unseen}>{state.announced ? <span key={state.announced.number}>{text(state.announced.phrase)}</span> : null}</div>
    </div>
  );
}

/**
 * Office.js on the web moves the focus by itself, and takes an element outside the tab order, such as a heading that was given the focus, for the end of
 * the pane: Tab would fall out into the sheet. From there the browser's own way is right; Office listens above us and hears nothing.
 */
function keepTab(event: KeyboardEvent): void {
  if (event.key === 'Tab' && event.target instanceof HTMLElement && event.target.tabIndex < 0) event.stopPropagation();
}

/** A file that nothing here takes would be opened by the browser in the place of the pane, with all that is typed in it. */
function keepPage(event: DragEvent): void {
  if (event.isDefaultPrevented() || !event.dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}

function ListView(): ReactElement {
  const styles = useStyles();
  const { say, state } = usePane();
  const search = useRef<HTMLInputElement>(null);
  const found = (state.checked?.located.length ?? 0) > 0;
  return (
    <>
      <Header />
      <main className={styles.main} tabIndex={-1} data-focus-home aria-label={say('app.title')}>
        <RubricLine />
        <CheckButton />
        {state.checked === null ? <RefusalBar /> : null}
        <DirtyBar />
        <CatalogueBar />
        {state.checked === null ? <Welcome /> : null}
        <NoTable />
        <VerdictCard />
        <Remarks />
        <NothingWrong />
        {found ? <FilterBar searchRef={search} /> : null}
        {found ? <FindingList searchRef={search} /> : null}
      </main>
      {/* Beside the buttons that caused them: in a long list the top would be out of sight. */}
      {state.notice || state.task || (state.refusal && state.checked) ? <aside className={styles.dock} aria-label={say('remarks.title')}><TaskLine />{state.checked === null ? null : <RefusalBar />}<NoticeBar /></aside> : null}
      <ActionBar />
    </>
  );
}

/**
 * A button that did its work may be gone, a page closed: the focus would fall to the document and the keyboard would start from the top. After every change
 * it goes back to what opened the page, where that is still there, else to the main column.
 */
function useFocusKeeper(root: React.RefObject<HTMLDivElement | null>): void {
  const { state } = usePane();
  const inside = useRef(false);
  const opener = useRef<{ readonly view: View; readonly label: string } | null>(null);
  const view = useRef(state.view);
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const enter = (event: FocusEvent): void => {
      inside.current = true;
      if (view.current === 'list' && event.target instanceof HTMLElement) opener.current = { view: 'list', label: nameOf(event.target) };
    };
    const leave = (event: FocusEvent): void => {
      if (event.relatedTarget !== null) inside.current = event.relatedTarget instanceof Node && element.contains(event.relatedTarget);
    };
    element.addEventListener('focusin', enter);
    element.addEventListener('focusout', leave);
    return () => {
      element.removeEventListener('focusin', enter);
      element.removeEventListener('focusout', leave);
    };
  }, [root]);
  useEffect(() => {
    view.current = state.view;
    if (!inside.current || (document.activeElement !== null && document.activeElement !== document.body)) return;
    const element = root.current;
    if (!element || state.view !== 'list') return;
    const name = opener.current?.label ?? '';
    const again = name === '' ? undefined : Array.from(element.querySelectorAll<HTMLElement>('button, [data-stop]')).find((one) => nameOf(one) === name && !one.hasAttribute('disabled'));
    (again ?? element.querySelector<HTMLElement>('#biaoli-verdict') ?? element.querySelector<HTMLElement>('[data-focus-home]'))?.focus();
  });
}

function nameOf(element: HTMLElement): string {
  return element.getAttribute('data-stop') ?? element.getAttribute('aria-label') ?? element.textContent;
}
