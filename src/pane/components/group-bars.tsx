// The groups as bars drawn in plain boxes: solid up to what is certain, striped as far as the rubric allows, a line where the form claims to be.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { TableReview } from '../../model/review';
import { groupBars, type GroupBar } from '../group-bars';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gridTemplateColumns: 'max-content minmax(48px, 1fr) max-content', columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXS, alignItems: 'center', fontSize: tokens.fontSizeBase200 },
  item: { display: 'contents' },
  track: { position: 'relative', height: '8px', borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorNeutralBackground5, overflow: 'hidden', outline: `1px solid ${tokens.colorTransparentStroke}`, '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Canvas', outlineColor: 'CanvasText' } },
  part: { position: 'absolute', top: 0, bottom: 0 },
  sure: { left: 0, backgroundColor: tokens.colorBrandBackground, '@media (forced-colors: active)': { backgroundColor: 'Highlight' } },
  range: { backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorBrandBackground} 0 2px, transparent 2px 5px)`, '@media (forced-colors: active)': { backgroundImage: 'repeating-linear-gradient(135deg, Highlight 0 2px, transparent 2px 5px)' } },
  claim: { width: '2px', marginLeft: '-1px', backgroundColor: tokens.colorNeutralForeground1, outline: `1px solid ${tokens.colorNeutralBackground1}`, '@media (forced-colors: active)': { backgroundColor: 'CanvasText', outlineColor: 'Canvas' } },
  off: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  numbers: { fontVariantNumeric: 'tabular-nums', textAlign: 'right', whiteSpace: 'nowrap' },
});

export function GroupBars({ table }: { readonly table: TableReview }): ReactElement | null {
  const styles = useStyles();
  const { say } = usePane();
  const bars = groupBars(table);
  if (bars.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={say('bars.label')}>
      {bars.map((bar) => <Bar key={bar.aspect} bar={bar} />)}
    </ul>
  );
}

function Bar({ bar }: { readonly bar: GroupBar }): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  const percent = (share: number): string => `${share * 100}%`;
  // A claim inside what the rubric allows needs no line of its own.
  const claim = bar.claimedShare !== null && bar.claimedAllowed === false ? bar.claimedShare : null;
  const numbers = bar.low === bar.high ? say('bars.of', { score: bar.low, weight: bar.weight }) : say('bars.spread', { low: bar.low, high: bar.high, weight: bar.weight });
  return (
    <li className={styles.item}>
      <span>{say(`aspect.${bar.aspect}`)}</span>
      <span className={styles.track} aria-hidden="true">
        <span className={`${styles.part} ${styles.sure}`} style={{ width: percent(bar.lowShare) }} />
        <span className={`${styles.part} ${styles.range}`} style={{ left: percent(bar.lowShare), width: percent(bar.highShare - bar.lowShare) }} />
        {claim === null ? null : <span className={`${styles.part} ${styles.claim}`} style={{ left: percent(claim) }} />}
      </span>
      <span className={styles.numbers}>{claim === null || bar.claimed === null ? null : <span className={styles.off}>{say('bars.claimed', { claimed: bar.claimed })}　</span>}{numbers}</span>
    </li>
  );
}
