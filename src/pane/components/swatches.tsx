// The tones that marked cells get, shown as they look in a sheet.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { PALETTES, type PaletteName } from '../palettes';
import { SEVERITY_KEYS } from './severity';
import { usePane } from './pane-context';

const SHOWN = ['error', 'verify'] as const;

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS },
  // Cells of a sheet keep their colours in every theme.
  swatch: { padding: '2px 10px', border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusSmall, color: '#242424', fontSize: tokens.fontSizeBase200, forcedColorAdjust: 'none' },
});

export function Swatches({ palette }: { readonly palette: PaletteName }): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  return <div className={styles.row}>{SHOWN.map((severity) => <span key={severity} className={styles.swatch} style={{ backgroundColor: `#${PALETTES[palette][severity]}` }}>{say(SEVERITY_KEYS[severity])}</span>)}</div>;
}
