// What of several is shown: tabs in one tab stop, arrows, Home and End move and choose. Fluent's own leaves hidden stops beside it that screen readers stumble over.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', flexShrink: 0, overflowX: 'auto', paddingLeft: tokens.spacingHorizontalXS, backgroundColor: tokens.colorNeutralBackground2, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    position: 'relative', flexShrink: 0, padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`, font: 'inherit', color: tokens.colorNeutralForeground2, backgroundColor: 'transparent', border: 'none', borderRadius: tokens.borderRadiusMedium, cursor: 'pointer', whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold,
    '::after': { content: '""', position: 'absolute', left: tokens.spacingHorizontalS, right: tokens.spacingHorizontalS, bottom: 0, height: '2px', borderRadius: '1px', backgroundColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { '::after': { backgroundColor: 'Highlight' } },
  },
});

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly tab: T; readonly text: string }[];
  readonly chosen: T;
  readonly onChoose: (tab: T) => void;
}

export function Tabs<T extends string>({ label, tabs, chosen, onChoose }: TabsProps<T>): ReactElement {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ tab }) => tab === chosen);
    const next = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    const to = next === undefined ? undefined : tabs[next];
    if (!to) return;
    event.preventDefault();
    onChoose(to.tab);
    root.current?.querySelector<HTMLElement>(`[data-tab="${to.tab}"]`)?.focus();
  };
  return (
    <div ref={root} className={styles.root} role="tablist" aria-label={label} onKeyDown={press}>
      {tabs.map(({ tab, text }) => (
        <button key={tab} type="button" role="tab" data-tab={tab} aria-selected={tab === chosen} tabIndex={tab === chosen ? 0 : -1} className={mergeClasses(styles.tab, tab === chosen && styles.chosen)} onClick={() => onChoose(tab)}>{text}</button>
      ))}
    </div>
  );
}
