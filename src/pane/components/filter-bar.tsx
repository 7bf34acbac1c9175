// Chips with counts, search and grouping: what of the list is shown, and in which order.
import { Input, makeStyles, Select, ToggleButton, tokens } from '@fluentui/react-components';
import type { ReactElement, RefObject } from 'react';
import type { Chip, Grouping } from '../list-rows';
import { countFindings } from '../located';
import { isComposing } from './composing';
import { SearchIcon } from './icons';
import { usePane } from './pane-context';
import { SeverityIcon } from './severity';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 'auto', fontWeight: tokens.fontWeightRegular, minHeight: '28px', columnGap: '4px', paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS,
    // Under the mouse and when chosen, contrast themes turn the colours round: the sign goes with its words.
    '@media (forced-colors: active)': { '& *': { color: 'inherit' } } },
  tools: { display: 'flex', gap: tokens.spacingHorizontalS },
  search: { flexGrow: 1, minWidth: '0px' },
  group: { flexShrink: 0, maxWidth: '46%' },
});

const CHIPS: readonly Chip[] = ['all', 'error', 'verify', 'hint', 'explained'];
const GROUPINGS: readonly Grouping[] = ['place', 'severity', 'rule'];

export function FilterBar({ searchRef }: { readonly searchRef: RefObject<HTMLInputElement | null> }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const { filter, checked } = state;
  const counts = countFindings((checked?.located ?? []).filter((one) => filter.table === null || one.about === filter.table));
  return (
    <div className={styles.root}>
      <div className={styles.chips} role="group" aria-label={say('filter.label')}>
        {CHIPS.filter((chip) => chip === 'all' || counts[chip] > 0 || filter.chip === chip).map((chip) => (
          <ToggleButton key={chip} size="small" shape="circular" className={styles.chip} checked={filter.chip === chip} onClick={() => controller.dispatch({ type: 'filter', filter: { chip } })}
>
            {chip === 'error' || chip === 'verify' || chip === 'hint' ? <SeverityIcon severity={chip} size={14} /> : null}
            {say(`filter.${chip}`)} {counts[chip]}
          </ToggleButton>
        ))}
      </div>
      <div className={styles.tools}>
        <Input ref={searchRef} size="small" type="search" className={styles.search} contentBefore={<SearchIcon size={14} />} aria-label={say('filter.search')} placeholder={say('filter.search')} value={filter.search}
          onChange={(_, { value }) => controller.dispatch({ type: 'filter', filter: { search: value } })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || filter.search === '' || isComposing(event)) return;
            event.stopPropagation();
            controller.dispatch({ type: 'filter', filter: { search: '' } });
          }} />
        <Select size="small" className={styles.group} aria-label={say('filter.group')} value={filter.group} onChange={(_, { value }) => {
          const group = GROUPINGS.find((one) => one === value);
          if (group) void controller.prefer({ group });
        }}>
          {GROUPINGS.map((group) => <option key={group} value={group}>{say(`group.${group}`)}</option>)}
        </Select>
      </div>
    </div>
  );
}
