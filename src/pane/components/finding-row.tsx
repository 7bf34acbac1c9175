// One finding: icon, word and colour; the cell; its short name; both numbers. It opens in place.
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import { messageIn, titleIn } from '../finding-words';
import type { FindingRow } from '../list-rows';
import { isExplained } from '../../review/causes';
import { ChevronDownIcon, ChevronRightIcon, NoteIcon } from './icons';
import { late } from './late';
import { MissingPart } from './missing-part';
import { usePane } from './pane-context';
import { SEVERITY_KEYS, SeverityIcon, useSeverityClass } from './severity';

const FindingDetail = late(async () => (await import('./finding-detail')).FindingDetail, MissingPart);

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  below: { paddingLeft: tokens.spacingHorizontalL, backgroundColor: tokens.colorNeutralBackground2 },
  open: { backgroundColor: tokens.colorNeutralBackground2, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  button: {
    display: 'grid', gridTemplateColumns: '18px minmax(0, 1fr) 14px', columnGap: tokens.spacingHorizontalXS, alignItems: 'start', width: '100%', minHeight: '44px', padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalSNudge}`, border: 'none', borderRadius: 0,
    backgroundColor: 'transparent', color: tokens.colorNeutralForeground1, fontFamily: 'inherit', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, textAlign: 'left', cursor: 'pointer',
    transitionProperty: 'background-color', transitionDuration: tokens.durationFaster, '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0.01ms' },
    // High contrast inverts the subtle tones and would need other letters on them.
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  icon: { paddingTop: '2px' },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalSNudge, alignItems: 'baseline' },
  word: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  cell: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  tag: { display: 'inline-flex', alignItems: 'center', gap: '2px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  numbers: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflow: 'hidden', display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflowWrap: 'anywhere' },
  chevron: { paddingTop: '3px', color: tokens.colorNeutralForeground3 },
});

export function FindingRowView({ row, tabbable }: { readonly row: FindingRow; readonly tabbable: boolean }): ReactElement {
  const styles = useStyles();
  const { controller, language, say, state } = usePane();
  const panel = useId();
  const { located } = row;
  const { finding, sheet, cell } = located;
  const tone = useSeverityClass(finding.severity);
  const open = state.opened === row.key;
  const received = finding.received === '' ? say('row.blank') : finding.received;
  const message = messageIn(language, finding);
  // Only what would be written is what a cell should hold: 90% is where reasons begin to be asked for, and a sum of weights stands in no cell.
  const numbers = finding.correction === null || finding.expected === null ? message
    : received === null ? say('row.expected', { expected: finding.expected }) : say('row.numbers', { received, expected: finding.expected });
  return (
    <li data-row={row.key} className={mergeClasses(styles.item, row.below && styles.below, open && styles.open)}>
      <button
        type="button" data-stop={row.key} className={styles.button} tabIndex={tabbable ? 0 : -1} aria-expanded={open} aria-controls={open ? panel : undefined}
        onClick={() => {
          controller.dispatch({ type: 'open', key: open ? null : row.key });
          if (!open) void controller.reveal(sheet, cell);
        }}
      >
        <span className={styles.icon}><SeverityIcon severity={finding.severity} /></span>
        <span>
          <span className={styles.head}>
            <span className={mergeClasses(styles.word, tone)}>{say(SEVERITY_KEYS[finding.severity])}</span>
            <span className={styles.cell}>{located.table ? cell : `${sheet} ${cell}`}</span>
            <span>{titleIn(language, finding)}</span>
            {finding.waived ? <span className={styles.tag}><NoteIcon size={14} />{say(isExplained(finding) ? 'row.explained' : 'row.stale')}</span> : null}
          </span>
          {open && numbers === message ? null : <Text block className={styles.numbers}>{numbers}</Text>}
        </span>
        <span className={styles.chevron}>{open ? <ChevronDownIcon size={14} /> : <ChevronRightIcon size={14} />}</span>
      </button>
      <div id={panel} hidden={!open}>
        {open ? <FindingDetail located={located} /> : null}
      </div>
    </li>
  );
}
