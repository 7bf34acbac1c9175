// Everything that judges and plans, in one piece that is loaded after the pane has shown itself.
import { RESULT_COLUMNS, resultRows } from '../exports/result-sheet';
import { lockedCells } from '../review/locked-cells';
import { optionsFor } from '../review/options-for';
import { planWorkbook } from '../review/plan-workbook';
import { reviewReportTables } from '../review/report-tables';
import { reviewWorkbook } from '../review/review-workbook';
import { addWaiver, writeWaiver } from '../review/waivers';
import { readRubric } from '../rubrics/own';
import { houseWith, loadHouse } from './house';
import { asMarked, keyOfEdit } from './preview-items';
import { copyOf, formOf, readForm } from './rubric-form';
import { trialOf } from './rubric-trial';

/** The road from a snapshot to a plan, for one dynamic import. */
export const road = { RESULT_COLUMNS, resultRows, planWorkbook, reviewWorkbook, reviewReportTables, optionsFor, loadHouse, houseWith, readRubric, copyOf, formOf, readForm, trialOf, addWaiver, writeWaiver, asMarked, keyOfEdit, lockedCells };
export type Road = typeof road;
