// Entry of the workbench in one file: the same without the grid, its sheets shown as plain tables.
import { startWorkbench } from './workbench/start';

startWorkbench(null);
