// In a narrow window grid and pane take turns.
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useWorkbench } from './workbench-context';

const useStyles = makeStyles({
  root: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingLeft: tokens.spacingHorizontalXS },
});

export function FaceSwitch(): ReactElement {
  const styles = useStyles();
  const { controller, speak, state } = useWorkbench();
  return (
    <TabList className={styles.root} aria-label={speak('faces.label')} selectedValue={state.face} onTabSelect={(_, { value }) => controller.dispatch({ type: 'face', face: value === 'grid' ? 'grid' : 'pane' })}>
      <Tab value="grid">{speak('stage.label')}</Tab>
      <Tab value="pane">{speak('pane.label')}</Tab>
    </TabList>
  );
}
