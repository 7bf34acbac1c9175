// What may be written at the caret, as a list below it that the text box speaks for: the focus stays in the text.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Completion } from '../../formulas/complete';

const useStyles = makeStyles({
  list: { position: 'absolute', zIndex: 2, width: '264px', maxWidth: '100%', maxHeight: '208px', boxSizing: 'border-box', overflowY: 'auto', margin: 0, padding: '4px', listStyleType: 'none', backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, boxShadow: tokens.shadow16 },
  item: { display: 'flex', flexDirection: 'column', padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`, borderRadius: tokens.borderRadiusSmall, cursor: 'pointer', overflowWrap: 'anywhere', border: '1px solid transparent', ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  active: { backgroundColor: tokens.colorNeutralBackground1Selected, border: `1px solid ${tokens.colorStrokeFocus2}`, '@media (forced-colors: active)': { border: '1px solid Highlight', outline: '1px solid Highlight' } },
  detail: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

interface ListProps {
  readonly id: string;
  /** The id of the option at an index. */
  readonly option: (at: number) => string;
  readonly label: string;
  readonly items: readonly Completion[];
  readonly active: number | null;
  readonly left: number;
  readonly top: number;
  readonly onTake: (item: Completion) => void;
}

export function CompletionList({ id, option, label, items, active, left, top, onTake }: ListProps): ReactElement {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (active === null) list.current?.scrollIntoView({ block: 'nearest' });
    else list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, items]);
  return (
    // Scrolled by the mouse as well; Tab takes the active option or closes the list before it could be reached, and the focus stays in the text box, whose keys move through it.
    <ul ref={list} id={id} role="listbox" tabIndex={0} aria-label={label} className={styles.list} style={{ left, top }} onMouseDown={(event) => event.preventDefault()}>
      {items.map((item, at) => (
        <li key={item.label} id={option(at)} role="option" aria-selected={at === active} className={mergeClasses(styles.item, at === active && styles.active)} onClick={() => onTake(item)}>
          <span>{item.label}</span>
          {item.detail === '' ? null : <span className={styles.detail}>{item.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
