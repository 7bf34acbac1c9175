// Puts the workbench into a page. The entry hands in everything that is not drawing.
import { createRoot } from 'react-dom/client';
import { Shell } from './components/shell';
import { WorkbenchController } from './controller';
import type { MountedWorkbench, WorkbenchServices } from './services';

/** Mounts into an element that fills its page. */
export function mountWorkbench(element: HTMLElement, services: WorkbenchServices): MountedWorkbench {
  const controller = new WorkbenchController(services);
  const root = createRoot(element);
  root.render(<Shell controller={controller} />);
  void controller.start();
  return {
    open: (files) => controller.open(files),
    openSample: () => controller.openSample(),
    unmount: () => {
      controller.dispose();
      root.unmount();
    },
  };
}
