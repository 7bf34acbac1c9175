// Everything that judges and plans, in one piece that is loaded after the pane has shown itself.
import { RESULT_COLUMNS, resultRows } from '../exports/result-sheet';
import { lockedCells } from '../review/locked-cells';
import { judgeFor, optionsFor, withJudge } from '../review/options-for';
import { planWorkbook } from '../review/plan-workbook';
import { reviewReportTables } from '../review/report-tables';
import { reviewWorkbook, type ReviewOptions } from '../review/review-workbook';
import { addWaiver, cellsAlike, tableUnder, withoutWaiver, writeWaiver } from '../review/waivers';
import { readRubric } from '../rubrics/own';
import { houseWith, loadHouse, openHouse, ownRulesIn } from './house';
import type { PaneState } from './pane-state';
import { asMarked, keyOfEdit } from './preview-items';
import { copyOf, formOf, readForm } from './rubric-form';
import { trialOf } from './rubric-trial';

/** How the workbook is to be judged now. */
function optionsOf({ stored, house, judge }: Pick<PaneState, 'stored' | 'house' | 'judge'>): ReviewOptions {
  return withJudge(optionsFor(stored, house.rules), judge.own);
}

/** The road from a snapshot to a plan, for one dynamic import. */
export const road = { RESULT_COLUMNS, resultRows, planWorkbook, reviewWorkbook, reviewReportTables, optionsOf, judgeFor, loadHouse, openHouse, houseWith, ownRulesIn, readRubric, copyOf, formOf, readForm, trialOf, addWaiver, cellsAlike, tableUnder, withoutWaiver, writeWaiver, asMarked, keyOfEdit, lockedCells };
export type Road = typeof road;
