// The head of the pane: which file, and settings.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { inPlainOrder } from '../plain-order';
import { FileIcon, SettingsIcon } from './icons';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, paddingLeft: tokens.spacingHorizontalM, paddingRight: tokens.spacingHorizontalXS, minHeight: '40px', flexShrink: 0 },
  icon: { color: tokens.colorBrandForeground1 },
  name: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold, margin: 0, fontSize: tokens.fontSizeBase300 },
});

export function Header(): ReactElement {
  const styles = useStyles();
  const { controller, say } = usePane();
  const name = inPlainOrder(controller.services.port.name) || say('header.unnamed');
  return (
    <header className={styles.root}>
      <span className={styles.icon}><FileIcon size={20} /></span>
      <Text as="h1" className={styles.name} title={name}>{name}</Text>
      <Button appearance="subtle" icon={<SettingsIcon size={20} />} aria-label={say('header.settings')} title={say('header.settings')} onClick={() => controller.dispatch({ type: 'view', view: 'settings' })} />
    </header>
  );
}
