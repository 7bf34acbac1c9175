// For pages about one table: which one, where the workbook has several.
import { Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { TableReview } from '../../model/review';
import { usePane } from './pane-context';

export function useShownTable(): TableReview | null {
  const { state } = usePane();
  return state.checked?.review.tables[state.filter.table ?? 0] ?? null;
}

export function TablePick(): ReactElement | null {
  const { controller, say, state } = usePane();
  const tables = state.checked?.review.tables ?? [];
  if (tables.length < 2) return null;
  return (
    <Select aria-label={say('opinion.pick')} value={String(state.filter.table ?? 0)} onChange={(_, { value }) => controller.dispatch({ type: 'filter', filter: { table: Number(value) } })}>
      {tables.map((one, at) => <option key={at} value={at}>{one.table.sheet}</option>)}
    </Select>
  );
}
