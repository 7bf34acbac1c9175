// The two tones that marked cells get, shown as they look in a sheet.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from './pane-context';

/** Excel's own 差 and 适中. */
const TONES = [['filter.error', '#FFC7CE'], ['filter.verify', '#FFEB9C']] as const;

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS },
  // Cells of a sheet keep their colours in every theme.
  swatch: { padding: '2px 10px', border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusSmall, color: '#242424', fontSize: tokens.fontSizeBase200, forcedColorAdjust: 'none' },
});

export function Swatches(): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  return <div className={styles.row}>{TONES.map(([key, colour]) => <span key={key} className={styles.swatch} style={{ backgroundColor: colour }}>{say(key)}</span>)}</div>;
}
