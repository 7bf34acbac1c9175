// The list of a tab: filter, chips, and the lines themselves.
import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { InfoIcon, SearchIcon } from '../../../pane/components/icons';
import { VERDICTS } from '../../../model/review';
import { inPlainOrder } from '../../../pane/plain-order';
import { SeverityIcon, VerdictIcon } from '../../../pane/components/severity';
import { countVerdicts, deskLines, filesApart, filtered, sameWish, type DeskLine } from '../../desk/desk-rows';
import { DeskRow, ROW_HEIGHT } from './desk-row';
import { FilterChoice } from './filter-choice';
import { useDesk } from './use-desk';
import { VirtualList } from './virtual-list';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minWidth: 0, minHeight: 0 },
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  search: { flex: '1 1 160px', maxWidth: '320px', minWidth: '100px' },
  apart: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, flexShrink: 0, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, backgroundColor: tokens.colorNeutralBackground3, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  sign: { color: tokens.colorNeutralForeground2 },
  apartWords: { flex: '1 1 0', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflowWrap: 'anywhere', lineHeight: '20px' },
  side: { flexShrink: 0, whiteSpace: 'nowrap' },
  nothing: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalL },
});

const keyOf = ({ wish: { kind, key } }: DeskLine): string => `${kind}/${key}`;
const heightOf = (): number => ROW_HEIGHT;
/** More names than these are not read in passing. */
const NAMES = 3;

export function DeskListView(): ReactElement {
  const styles = useStyles();
  const { desk, now: { list, run, tab, search, verdict, chosen, focus }, controller, speak } = useDesk('list', 'run', 'tab', 'search', 'verdict', 'chosen', 'focus');
  const language = controller.language();
  const all = useMemo(() => deskLines(list, tab, language), [list, tab, language]);
  const lines = useMemo(() => filtered(all, search, verdict), [all, search, verdict]);
  const counts = useMemo(() => countVerdicts(all), [all]);
  const label = speak(`desk.list.${tab}`);
  const box = useRef<HTMLInputElement>(null);
  // No line is there to take the focus: it goes to what hides them, and is not taken away again once they come.
  const hidden = focus === 'list' && lines.length === 0 && all.length > 0;
  useEffect(() => {
    if (!hidden) return;
    box.current?.focus();
    desk.focused();
  }, [hidden, desk]);
  const nothing = (): string => {
    if (all.length === 0 && (list === null || run?.stage === 'running')) return speak(run?.stage === 'cancelled' ? 'desk.empty' : 'desk.soon');
    // A filter may have been set in another list: that it is on is said.
    return verdict !== 'all' && search.trim() === '' && (tab === 'units' || tab === 'files') ? speak(`desk.none.${tab}`, { word: speak(`verdict.${verdict}`) }) : speak('desk.none');
  };
  // The button goes away with what it was for: whoever pressed it goes on in the list.
  const reset = (): void => {
    desk.dispatch({ type: 'search', search: '' });
    desk.dispatch({ type: 'verdict', verdict: 'all' });
    desk.dispatch({ type: 'focus', focus: 'list' });
  };
  return (
    <section className={styles.root} aria-label={label} data-area="list" tabIndex={-1}>
      <div className={styles.filters}>
        <Input ref={box} className={styles.search} type="search" size="small" value={search} contentBefore={<SearchIcon size={16} />} aria-label={speak('desk.search')} placeholder={speak('desk.searchHint')} onChange={(_, { value }) => desk.dispatch({ type: 'search', search: value })} />
        {tab === 'rules' ? null : (
          <FilterChoice label={speak('desk.verdicts')} chosen={verdict} onChoose={(one) => desk.dispatch({ type: 'verdict', verdict: one })} choices={[
            { value: 'all', text: speak('desk.all', { count: all.length }) },
            ...VERDICTS.filter((one) => counts[one] > 0 || one === verdict).map((one) => ({ value: one, text: speak('desk.chip', { word: speak(`verdict.${one}`), count: counts[one] }) })),
          ]} />
        )}
      </div>
      {tab === 'units' && (verdict === 'all' || verdict === 'not-checked') ? <FilesApart /> : null}
      {lines.length === 0 ? (
        <div className={styles.nothing}>
          <span>{nothing()}</span>
          {all.length === 0 ? null : <Button size="small" onClick={reset}>{speak('desk.reset')}</Button>}
        </div>
      ) : (
        <VirtualList key={tab} label={label} items={lines} keyOf={keyOf} heightOf={heightOf} place={desk.placeOf(tab)} focused={focus === 'list'} onFocused={desk.focused}>
          {(line, tabIndex) => (
            <DeskRow
              sign={'verdict' in line.sign ? <VerdictIcon verdict={line.sign.verdict} size={20} /> : <SeverityIcon severity={line.sign.severity} size={20} />}
              title={line.title} second={line.second} heard={line.heard} errors={line.errors} verify={line.verify} chosen={sameWish(line.wish, chosen)} tabIndex={tabIndex} onChoose={() => void desk.choose(line.wish)}
            />
          )}
        </VirtualList>
      )}
    </section>
  );
}

/** Where lines are units, files without a table that was read are in none of them. */
function FilesApart(): ReactElement | null {
  const styles = useStyles();
  const { desk, now: { list }, speak } = useDesk('list');
  const files = useMemo(() => filesApart(list).map(({ file }) => inPlainOrder(file)), [list]);
  if (files.length === 0) return null;
  const names = [...files.slice(0, NAMES), ...(files.length > NAMES ? ['…'] : [])].join(speak('desk.by.between'));
  return (
    <div className={styles.apart} data-apart="">
      <span className={styles.sign}><InfoIcon size={16} /></span>
      <span className={styles.apartWords} title={files.slice(0, 50).join('\n')}>{speak('desk.apart', { count: files.length, names })}</span>
      <Button size="small" className={styles.side} aria-label={speak('desk.apartShowAll', { count: files.length })} onClick={() => desk.showUnread()}>{speak('desk.apartShow')}</Button>
    </div>
  );
}
