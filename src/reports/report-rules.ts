// Every rule about reports, in the order in which causes come before what follows from them.
import { reportTable } from './against-tables';
import type { ReportRule } from './report-rule';
import { reportAdjustment } from './statements/adjustment';
import { reportBalance } from './statements/balance';
import { reportComparison } from './statements/comparison';
import { reportConclusion } from './statements/conclusion';
import { reportOverspending } from './statements/overspending';
import { reportRate } from './statements/rate';
import { reportProduct } from './statements/product';
import { reportShare } from './statements/share';
import { reportCount } from './statements/count';
import { reportDate } from './statements/date';
import { reportFigure } from './statements/figure';
import { reportHeadcount } from './statements/headcount';
import { reportNumbering } from './statements/numbering';
import { reportSection } from './statements/section';
import { reportSum } from './statements/sum';
import { reportUnit } from './statements/unit';

export const REPORT_RULES: readonly ReportRule[] = [
  reportTable, reportSum, reportBalance, reportOverspending, reportUnit, reportComparison, reportRate, reportProduct, reportShare, reportAdjustment, reportConclusion, reportFigure, reportCount, reportHeadcount, reportDate, reportSection, reportNumbering,
];
