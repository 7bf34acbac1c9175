// Every rule about reports, in the order in which causes come before what follows from them.
import { reportTable } from './against-tables';
import type { ReportRule } from './report-rule';
import { reportAdjustment } from './statements/adjustment';
import { reportBalance } from './statements/balance';
import { reportComparison } from './statements/comparison';
import { reportConclusion } from './statements/conclusion';
import { reportOverspending } from './statements/overspending';
import { reportRate } from './statements/rate';
import { reportShare } from './statements/share';
import { reportSum } from './statements/sum';
import { reportUnit } from './statements/unit';

export const REPORT_RULES: readonly ReportRule[] = [
  reportTable, reportSum, reportBalance, reportOverspending, reportUnit, reportComparison, reportRate, reportShare, reportAdjustment, reportConclusion,
];
