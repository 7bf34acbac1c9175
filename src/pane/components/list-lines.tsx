// The lines of the list that are no findings: headings of groups, and the line that unfolds what follows from a finding.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FoldRow, GroupRow } from '../list-rows';
import { cellNames } from '../outcome-phrases';
import { ChevronDownIcon, ChevronRightIcon, FollowIcon } from './icons';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  group: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px', paddingTop: tokens.spacingVerticalXS, backgroundColor: tokens.colorNeutralBackground2, paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground3 },
  fold: {
    display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, width: '100%', minHeight: '28px', paddingLeft: '26px', paddingRight: tokens.spacingHorizontalS, border: 'none', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent', color: tokens.colorNeutralForeground2, fontFamily: 'inherit', fontSize: tokens.fontSizeBase200, textAlign: 'left', cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  cells: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

export function GroupRowView({ row }: { readonly row: GroupRow }): ReactElement {
  const styles = useStyles();
  const { controller, say, state, text } = usePane();
  const { rule } = row;
  const title = text(row.title);
  return (
    <li className={styles.group}>
      <h3 className={styles.title} title={title}>{title} <Text size={200} className={styles.count}>{row.count}</Text></h3>
      {rule === null ? null : <Button size="small" appearance="subtle" disabledFocusable={state.task !== null} aria-label={`${say('group.correct')} ${title}`} onClick={() => void controller.corrections.openPreview({ rule })}>{say('group.correct')}</Button>}
    </li>
  );
}

export function FoldRowView({ row, tabbable }: { readonly row: FoldRow; readonly tabbable: boolean }): ReactElement {
  const styles = useStyles();
  const { controller, say } = usePane();
  return (
    <li data-row={row.key}>
      <button type="button" data-stop={row.key} className={styles.fold} tabIndex={tabbable ? 0 : -1} aria-expanded={row.open} onClick={() => controller.dispatch({ type: 'fold', key: row.cause, open: !row.open })}>
        <FollowIcon size={14} />
        <span className={styles.cells}>{say('row.followers', { count: row.followers.length, cells: cellNames([...new Set(row.followers.map((one) => one.cell))], say) })}</span>
        {row.open ? <ChevronDownIcon size={14} /> : <ChevronRightIcon size={14} />}
      </button>
    </li>
  );
}
