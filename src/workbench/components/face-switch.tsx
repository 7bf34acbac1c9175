// In a narrow window grid and pane take turns.
import type { ReactElement } from 'react';
import { Tabs } from './tabs';
import { useWorkbench } from './workbench-context';

export function FaceSwitch(): ReactElement {
  const { controller, speak, state } = useWorkbench();
  const faces = [{ tab: 'grid', text: speak('stage.label') }, { tab: 'pane', text: speak('pane.label') }] as const;
  return <Tabs label={speak('faces.label')} tabs={faces} chosen={state.face} onChoose={(face) => controller.dispatch({ type: 'face', face })} />;
}
