// One line of a list at the desk: a sign, two lines of words, and how much there is to do.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { inPlainOrder } from '../../../pane/plain-order';
import { SeverityIcon } from '../../../pane/components/severity';

export const ROW_HEIGHT = 56;

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box', width: '100%', height: '100%', display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, padding: `0 ${tokens.spacingHorizontalM}`, textAlign: 'left',
    font: 'inherit', color: 'inherit', backgroundColor: 'transparent', border: 'none', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, '@media (forced-colors: active)': { borderLeft: '4px solid Highlight' } },
  words: { flex: '1 1 0', minWidth: 0, display: 'flex', flexDirection: 'column' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  counts: { flexShrink: 0, minWidth: '44px', display: 'flex', flexDirection: 'column', gap: '2px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: 'tabular-nums' },
  count: { display: 'flex', alignItems: 'center', gap: '4px' },
});

interface DeskRowProps {
  readonly sign: ReactElement;
  readonly title: string;
  readonly second: string;
  /** All of it in words, for who cannot see it. */
  readonly heard: string;
  readonly errors: number;
  readonly verify: number;
  readonly chosen: boolean;
  readonly tabIndex: 0 | -1;
  readonly onChoose: () => void;
}

export function DeskRow({ sign, title: titleAsIs, second: secondAsIs, heard, errors, verify, chosen, tabIndex, onChoose }: DeskRowProps): ReactElement {
  const styles = useStyles();
  const [title, second] = [inPlainOrder(titleAsIs), inPlainOrder(secondAsIs)];
  return (
    <button type="button" data-stop="" tabIndex={tabIndex} className={mergeClasses(styles.root, chosen && styles.chosen)} aria-label={heard} aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
      {sign}
      <span className={styles.words}>
        <span className={styles.line} title={title}>{title}</span>
        <span className={mergeClasses(styles.line, styles.quiet)} title={second}>{second}</span>
      </span>
      <span className={styles.counts}>
        {errors > 0 ? <Count sign={<SeverityIcon severity="error" size={12} />}>{errors}</Count> : null}
        {verify > 0 ? <Count sign={<SeverityIcon severity="verify" size={12} />}>{verify}</Count> : null}
      </span>
    </button>
  );
}

function Count({ sign, children }: { readonly sign: ReactElement; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return <span className={styles.count}>{sign}<span>{children}</span></span>;
}
