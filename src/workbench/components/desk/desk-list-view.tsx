// The list of a tab: filter, chips, and the lines themselves.
import { Button, Input, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { SearchIcon } from '../../../pane/components/icons';
import { SeverityIcon, VerdictIcon } from '../../../pane/components/severity';
import { countVerdicts, deskLines, filtered, sameWish, type DeskLine } from '../../desk/desk-rows';
import { DeskRow, ROW_HEIGHT } from './desk-row';
import { useDesk } from './use-desk';
import { VirtualList } from './virtual-list';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minWidth: 0, minHeight: 0 },
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  search: { flex: '1 1 160px', maxWidth: '320px', minWidth: '120px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 'auto', paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
  nothing: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalL },
});

const keyOf = ({ wish: { kind, key } }: DeskLine): string => `${kind}/${key}`;
const heightOf = (): number => ROW_HEIGHT;
const VERDICTS = ['errors', 'to-verify', 'clean', 'not-checked'] as const;

export function DeskListView(): ReactElement {
  const styles = useStyles();
  const { desk, now: { list, run, tab, search, verdict, chosen, focus }, controller, speak } = useDesk('list', 'run', 'tab', 'search', 'verdict', 'chosen', 'focus');
  const language = controller.language();
  const all = useMemo(() => deskLines(list, tab, language), [list, tab, language]);
  const lines = useMemo(() => filtered(all, search, verdict), [all, search, verdict]);
  const counts = useMemo(() => countVerdicts(all), [all]);
  const label = speak(`desk.list.${tab}`);
  // The button goes away with what it was for: whoever pressed it goes on in the list.
  const reset = (): void => {
    desk.dispatch({ type: 'search', search: '' });
    desk.dispatch({ type: 'verdict', verdict: 'all' });
    desk.dispatch({ type: 'focus', focus: 'list' });
  };
  return (
    <section className={styles.root} aria-label={label} data-area="list" tabIndex={-1}>
      <div className={styles.filters}>
        <Input className={styles.search} type="search" size="small" value={search} contentBefore={<SearchIcon size={16} />} aria-label={speak('desk.search')} placeholder={speak('desk.searchHint')} onChange={(_, { value }) => desk.dispatch({ type: 'search', search: value })} />
        {tab === 'rules' ? null : (
          <div className={styles.chips} role="group" aria-label={speak('desk.verdicts')}>
            <ToggleButton size="small" className={styles.chip} checked={verdict === 'all'} onClick={() => desk.dispatch({ type: 'verdict', verdict: 'all' })}>{speak('desk.all', { count: all.length })}</ToggleButton>
            {VERDICTS.map((one) => <ToggleButton key={one} size="small" className={styles.chip} checked={verdict === one} onClick={() => desk.dispatch({ type: 'verdict', verdict: verdict === one ? 'all' : one })}>{speak('desk.chip', { word: speak(`verdict.${one}`), count: counts[one] })}</ToggleButton>)}
          </div>
        )}
      </div>
      {lines.length === 0 ? (
        <div className={styles.nothing}>
          <span>{speak(all.length > 0 || (list !== null && run?.stage !== 'running') ? 'desk.none' : run?.stage === 'cancelled' ? 'desk.empty' : 'desk.soon')}</span>
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
