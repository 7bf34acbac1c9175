// Entry of the browser workbench with its grid: wires the worker, the browser's storage and the page.
import { startWorkbench } from './workbench/start';

startWorkbench(async () => {
  const { openUniverView } = await import(/* webpackChunkName: "grid" */ './workbooks/grid/univer-view');
  return openUniverView;
});
