// A button with a small menu under it: arrows, Home and End move, Esc and Tab close, the focus goes back to the button.
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { CheckIcon } from '../../pane/components/icons';
import { WORDS_IN_COLOURS } from '../../pane/components/words-in-colours';
import { BoxIcon, ChevronIcon, TickedBoxIcon } from './icons';

export interface FlyoutEntry {
  readonly key: string;
  readonly text: string;
  readonly hint?: string;
  readonly icon?: ReactElement;
  readonly lang?: string;
  /** Present in a menu with one choice. */
  readonly checked?: boolean;
  /** A choice by itself, to be switched on and off: the menu stays open. */
  readonly stays?: boolean;
  readonly onChoose: () => void;
}

/** Entries that are one choice in a menu of several things: under their name. */
export interface FlyoutGroup {
  readonly name: string;
  readonly entries: readonly FlyoutEntry[];
}

const useStyles = makeStyles({
  root: { position: 'relative', flexShrink: 0 },
  button: { minWidth: 'auto', whiteSpace: 'nowrap' },
  chevron: { marginLeft: tokens.spacingHorizontalXS },
  menu: { position: 'absolute', right: 0, top: 'calc(100% + 4px)', zIndex: 20, minWidth: '180px', display: 'flex', flexDirection: 'column', gap: '2px', padding: '4px', backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorTransparentStroke}`, borderRadius: tokens.borderRadiusMedium, boxShadow: tokens.shadow16, '@media (max-width: 480px)': { position: 'fixed', left: '8px', right: '8px', marginTop: '4px', top: 'auto' }, '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
  entry: { justifyContent: 'flex-start', alignItems: 'flex-start', gap: tokens.spacingHorizontalS, padding: `6px ${tokens.spacingHorizontalS}`, minWidth: 0, width: '100%', textAlign: 'left', fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap', '@media (max-width: 480px)': { whiteSpace: 'normal' }, ...WORDS_IN_COLOURS },
  // What is switched on and off does nothing by itself: it stands apart from what does.
  apart: { position: 'relative', marginTop: '5px', '::before': { content: '""', position: 'absolute', left: 0, right: 0, top: '-5px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  group: { display: 'flex', flexDirection: 'column', gap: '2px', marginTop: '2px', paddingTop: '2px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { padding: `4px ${tokens.spacingHorizontalS} 0`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  sign: { width: '20px', flexShrink: 0, display: 'flex', justifyContent: 'center' },
  words: { display: 'flex', flexDirection: 'column', paddingRight: tokens.spacingHorizontalM },
  hint: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});

interface FlyoutProps {
  readonly label: string;
  readonly icon?: ReactElement;
  /** Words beside the icon. */
  readonly wide?: boolean;
  /** As low as the buttons beside it, with an edge as they have. */
  readonly small?: boolean;
  readonly disabled?: boolean;
  readonly entries: readonly FlyoutEntry[];
  readonly groups?: readonly FlyoutGroup[];
}

export function Flyout({ label, icon, wide = false, small = false, disabled = false, entries, groups = [] }: FlyoutProps): ReactElement {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const items = (): readonly HTMLElement[] => Array.from(root.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? []);

  useEffect(() => {
    if (!open) return undefined;
    (root.current?.querySelector<HTMLElement>('[role="menu"] > [role="menuitemradio"][aria-checked="true"]') ?? root.current?.querySelector<HTMLElement>('[data-entry]'))?.focus();
    const away = ({ target }: Event): void => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away, true);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away, true);
      document.removeEventListener('focusin', away);
    };
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const key = (event: KeyboardEvent): void => {
    if (!open) {
      if (event.key !== 'ArrowDown' || disabled) return;
      event.preventDefault();
      setOpen(true);
      return;
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      return;
    }
    // Tab goes on from the button, as if the menu had not been there.
    if (event.key === 'Tab') return close();
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const next = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };

  const shown = ({ key: name, text, hint, icon: sign, lang, checked, stays = false, onChoose }: FlyoutEntry): ReactElement => (
    <Button
      key={name} data-entry="" appearance="subtle" className={mergeClasses(styles.entry, stays && styles.apart)} tabIndex={-1} lang={lang} role={checked === undefined ? 'menuitem' : stays ? 'menuitemcheckbox' : 'menuitemradio'} aria-checked={checked}
      onClick={() => {
        if (!stays) close();
        onChoose();
      }}
    >
      <span className={styles.sign}>{checked === undefined ? sign : stays ? (checked ? <TickedBoxIcon /> : <BoxIcon />) : checked ? <CheckIcon /> : null}</span>
      <span className={styles.words}><span>{text}</span>{hint === undefined ? null : <span className={styles.hint}>{hint}</span>}</span>
    </Button>
  );

  return (
    <div ref={root} className={styles.root} onKeyDown={key}>
      <Button ref={button} className={styles.button} appearance={small ? 'secondary' : 'subtle'} size={small ? 'small' : 'medium'} icon={icon} aria-label={label} title={label} aria-haspopup="menu" aria-expanded={open} disabledFocusable={disabled} onClick={() => setOpen(!open)}>
        {wide ? <>{label}<span className={styles.chevron}><ChevronIcon size={12} /></span></> : undefined}
      </Button>
      {open ? (
        <div className={styles.menu} role="menu" aria-label={label}>
          {entries.map(shown)}
          {groups.map(({ name, entries: choices }) => (
            <div key={name} className={styles.group} role="group" aria-label={name}><span className={styles.name} aria-hidden="true">{name}</span>{choices.map(shown)}</div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
