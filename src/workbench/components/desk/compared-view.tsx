// Tables alike between units, tables handed in twice, and this year beside last year.
import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useMemo, useRef, type ReactElement } from 'react';
import { speakIn } from '../../catalogue';
import { comparedCounts, comparedHeight, comparedRows, UNDER, type ComparedRow, type ComparedSection, type ComparedTarget } from '../../desk/compared-rows';
import { FilesIcon, FolderIcon } from '../icons';
import { useKeptFocus } from '../use-page';
import { FilterChoice } from './filter-choice';
import { useDesk } from './use-desk';
import { VirtualList } from './virtual-list';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minWidth: 0, minHeight: 0 },
  sections: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  note: { padding: tokens.spacingHorizontalL },
  ways: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalL },
  head: { boxSizing: 'border-box', margin: 0, height: '100%', padding: `8px ${tokens.spacingHorizontalM}`, fontSize: tokens.fontSizeBase300, lineHeight: '20px', fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
  row: {
    boxSizing: 'border-box', width: '100%', height: '100%', display: 'flex', flexDirection: 'column', padding: `8px ${tokens.spacingHorizontalM}`, textAlign: 'left', lineHeight: '20px',
    font: 'inherit', color: 'inherit', backgroundColor: 'transparent', border: 'none', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere', whiteSpace: 'pre-line',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  under: { paddingLeft: `calc(${tokens.spacingHorizontalM} + ${UNDER}px)` },
  opens: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover } },
  quiet: { boxSizing: 'border-box', margin: 0, height: '100%', padding: `8px ${tokens.spacingHorizontalM}`, lineHeight: '20px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground2 },
});

const SECTIONS: readonly ComparedSection[] = ['all', 'copies', 'duplicates', 'years'];
const keyOf = ({ key }: ComparedRow): string => key;
const isStop = ({ kind }: ComparedRow): boolean => kind === 'finding';

export function ComparedView(): ReactElement {
  const styles = useStyles();
  const { desk, now: { comparisons, section, focus, list }, controller, speak } = useDesk('comparisons', 'section', 'focus', 'list');
  const language = controller.language();
  const rows = useMemo(() => (comparisons === null || comparisons === 'asked' ? [] : comparedRows(comparisons, speakIn(language), section)), [comparisons, language, section]);
  const counts = comparisons === null || comparisons === 'asked' ? null : comparedCounts(comparisons);
  const sectionText = (one: ComparedSection): string => {
    const count = counts?.[one] ?? null;
    return count === null ? speak('desk.noYears') : speak(one === 'all' ? 'desk.all' : `desk.${one}`, { count });
  };
  const label = speak('desk.list.compared');
  const root = useRef<HTMLElement>(null);
  useKeptFocus(root);
  return (
    <section ref={root} className={styles.root} aria-label={label} data-area="list" tabIndex={-1}>
      {counts ? <div className={styles.sections}><FilterChoice label={speak('desk.sections')} chosen={section} choices={SECTIONS.map((one) => ({ value: one, text: sectionText(one) }))} onChoose={(one) => desk.dispatch({ type: 'section', section: one })} /></div> : null}
      {!list ? <div className={styles.note}>{speak('desk.empty')}</div> : rows.length === 0 ? <div className={styles.note}><Spinner size="tiny" label={speak('desk.comparing')} /></div> : section === 'years' && counts?.years === null ? <NoLastYear /> : (
        <VirtualList key={section} label={label} items={rows} keyOf={keyOf} heightOf={comparedHeight} isStop={isStop} place={desk.placeOf(`compared/${section}`)} focused={focus === 'list'} onFocused={desk.focused}>
          {(row, tabIndex) => (row.kind === 'head' ? <h2 className={styles.head}>{row.title}</h2> : row.kind === 'note' ? <p className={styles.quiet}>{row.title}</p> : <Finding row={row} tabIndex={tabIndex} onOpen={(target) => void controller.openFromDesk(target.file, target)} />)}
        </VirtualList>
      )}
    </section>
  );
}

/** Arrows come to every one, to be read; a button is only what leads somewhere. */
function Finding({ row: { title, text, under, target }, tabIndex, onOpen }: { readonly row: ComparedRow & { readonly kind: 'finding' }; readonly tabIndex: number; readonly onOpen: (target: ComparedTarget) => void }): ReactElement {
  const styles = useStyles();
  const words = (
    <>
      <span className={styles.title}>{title}</span>
      {text === '' ? null : <span className={styles.text}>{text}</span>}
    </>
  );
  return target === null
    ? <div role="note" data-stop="" tabIndex={tabIndex} className={mergeClasses(styles.row, under && styles.under)}>{words}</div>
    : <button type="button" data-stop="" tabIndex={tabIndex} className={mergeClasses(styles.row, under && styles.under, styles.opens)} onClick={() => onOpen(target)}>{words}</button>;
}

/** Whoever asks for the comparison before there is a last year can give it here. */
function NoLastYear(): ReactElement {
  const styles = useStyles();
  const { now: { task }, controller, speak } = useDesk('task');
  return (
    <div className={styles.ways}>
      <span>{speak('desk.noYearsYet')}</span>
      <Button size="small" icon={<FolderIcon />} disabledFocusable={task !== null} onClick={() => void controller.pickLastYear('folder')}>{speak('desk.lastYearFolder')}</Button>
      <Button size="small" icon={<FilesIcon />} disabledFocusable={task !== null} onClick={() => void controller.pickLastYear('file')}>{speak('desk.lastYearList')}</Button>
    </div>
  );
}
