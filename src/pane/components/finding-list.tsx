// The list of findings: one tab stop, arrows move, Enter opens in place, Esc closes, typing searches; focus is never lost when the list changes.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { listRows, type ListRow } from '../list-rows';
import { blockOf, rowBlocks, type Block } from '../row-blocks';
import { FindingRowView } from './finding-row';
import { FoldRowView, GroupRowView } from './list-lines';
import { usePane } from './pane-context';
import { useRowFocus } from './use-row-focus';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  nothing: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalM },
});

export function FindingList({ searchRef }: { readonly searchRef: RefObject<HTMLInputElement | null> }): ReactElement | null {
  const styles = useStyles();
  const { controller, language, say, state } = usePane();
  const { checked, filter, unfolded, opened, explaining } = state;
  const rows = useMemo(() => listRows(checked?.located ?? [], filter, unfolded, language), [checked, filter, unfolded, language]);
  const stops = useMemo(() => rows.filter((row) => row.kind !== 'group').map((row) => row.key), [rows]);
  const blocks = useMemo(() => rowBlocks(rows), [rows]);
  const list = useRef<HTMLUListElement>(null);
  const { stop, wished, go, onFocus, onBlur } = useRowFocus(list, stops, opened, explaining !== null);
  const wishedBlock = wished === null ? null : blockOf(blocks, wished);

  if (!checked) return null;
  if (rows.length === 0) {
    return checked.located.length === 0 ? null : (
      <div className={styles.nothing}>
        <Text>{say('list.nothing')}</Text>
        <Button size="small" onClick={() => controller.dispatch({ type: 'filter', filter: { chip: 'all', search: '' } })}>{say('list.reset')}</Button>
      </div>
    );
  }

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    if (event.target instanceof HTMLElement && event.target.closest('textarea, input, select')) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = stop === null ? -1 : stops.indexOf(stop);
    const row = rows.find((one) => one.key === stop);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(stops[Math.min(at + 1, stops.length - 1)]),
      ArrowUp: () => go(stops[Math.max(at - 1, 0)]),
      Home: () => go(stops[0]),
      End: () => go(stops[stops.length - 1]),
      ArrowRight: () => row?.kind === 'fold' && controller.dispatch({ type: 'fold', key: row.cause, open: true }),
      ArrowLeft: () => row?.kind === 'fold' && controller.dispatch({ type: 'fold', key: row.cause, open: false }),
      // With nothing open, Esc is Excel's: back into the sheet.
      ...(opened === null ? {} : { Escape: () => {
        controller.dispatch({ type: 'open', key: null });
        go(opened);
      } }),
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      event.stopPropagation();
      move();
    } else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      // The character itself arrives in the box, because the focus moves before it is typed.
      searchRef.current?.focus();
    }
  };

  return (
    <ul ref={list} className={styles.list} aria-label={say('list.label')} onKeyDown={onKeyDown} onFocus={onFocus} onBlur={onBlur}>
      {blocks.map((block) => (
        <BlockView key={block.index} block={block} whole={blocks.length === 1} needed={wishedBlock === block.index || block.rows.some((row) => row.key === opened || row.key === stop)}>
          {(row) => (row.kind === 'group' ? <GroupRowView key={row.key} row={row} /> : row.kind === 'fold' ? <FoldRowView key={row.key} row={row} tabbable={row.key === stop} /> : <FindingRowView key={row.key} row={row} tabbable={row.key === stop} />)}
        </BlockView>
      ))}
    </ul>
  );
}

function BlockView({ block, whole, needed, children }: { readonly block: Block; readonly whole: boolean; readonly needed: boolean; readonly children: (row: ListRow) => ReactElement }): ReactElement {
  const [near, setNear] = useState(block.index < 2);
  const [measured, setMeasured] = useState<number | null>(null);
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const element = box.current;
    if (whole || !element || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry) return;
      if (!entry.isIntersecting && entry.boundingClientRect.height > 0) setMeasured(entry.boundingClientRect.height);
      setNear(entry.isIntersecting);
    }, { rootMargin: '1200px 0px' });
    observer.observe(element);
    return () => observer.disconnect();
  }, [whole]);
  if (whole) return <>{block.rows.map(children)}</>;
  const drawn = near || needed || typeof IntersectionObserver === 'undefined';
  return (
    <li ref={box} role="presentation" style={drawn ? undefined : { height: `${measured ?? block.height}px` }}>
      {drawn ? <ul role="presentation" style={{ listStyleType: 'none', margin: 0, padding: 0 }}>{block.rows.map(children)}</ul> : null}
    </li>
  );
}
