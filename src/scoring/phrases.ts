// Every sentence that tells how points follow, or why they do not: said here once, so that a pane in another language can say it again from the same parts.

/** Chinese; parts are figures, names of columns, words of the table, or another of these sentences (`derivation`, `why`). */
export const PHRASES = {
  // What is missing or cannot be compared.
  noActual: () => '实际完成值未填，无法计算',
  noTarget: () => '年度指标值未填，无法计算',
  noTargetsByDesign: () => '本表按评分标准打分，不设年度指标值，得分不作推算',
  targetNotNumber: () => '年度指标值不是一个数，无法计算',
  targetMixed: () => '年度指标值含多个数或说明文字，不能按一个数计算',
  targetRange: () => '指标值是区间，实际完成值不是一个数，无法计算',
  targetNotDate: () => '年度指标值不是日期',
  targetIsStart: () => '指标值是起始日期，不作判断',
  targetNotPositive: () => '指标值不大于 0，不能按比例计算',
  targetNegative: () => '指标值小于 0，不能按比例计算',
  targetApproximate: (target: string) => `指标值（${target}）是约数，不能按一个数计算`,
  actualWords: () => '实际完成值是文字，不能与指标值比较',
  actualDate: () => '实际完成值是日期，不能与指标值比较',
  actualNotDate: () => '指标值是日期，实际完成值不是日期，不能比较',
  actualNotNumber: () => '实际完成值不是一个数，无法计算',
  actualUnit: () => '实际完成值单位不明，无法计算',
  datesIncomplete: () => '日期不完整，不能比较先后',
  unitsDiffer: (target: string, actual: string) => `指标值（${target}）与实际完成值（${actual}）单位不同，无法计算`,
  noDirection: (target: string, actual: string) => `指标值${target}没有写明是上限还是下限，实际${actual}，不作判断`,

  // Of an indicator.
  met: (comparison: string, points: string) => `${comparison}，达标，得满分 ${points}`,
  metUnweighted: (comparison: string) => `${comparison}，达标`,
  unmetUnweighted: (comparison: string) => `${comparison}，未达标；本表没有分值，应得分无法计算`,
  exceededUnweighted: (comparison: string) => `${comparison}，超出限额；本表没有分值，应得分无法计算`,
  byOwnStandard: (standard: string) => `未达标，按本指标自己的评分标准计分：${standard}`,
  inRange: () => '在指标值区间内，得满分',
  outOfRange: () => '在指标值区间外，扣分由评分人酌定',
  inTime: () => '按期完成，得满分',
  late: () => '完成日期晚于指标值，扣分由评分人酌定',
  openWords: (points: string) => `定性指标，得分由 0 至 ${points}，按完成情况评定`,
  openWordsUnweighted: () => '定性指标，按完成情况评定',
  band: (label: string, low: string, high: string) => `定性指标“${label}”档：分值的 ${low}%–${high}%`,
  bandPoints: (derivation: string, low: string, high: string) => `${derivation}，应得 ${low} 至 ${high}`,
  sharedWeight: (count: string) => `${count}项指标合用一个分值，各项得分按完成情况评定`,
  sharedScore: (count: string) => `${count}项指标合用一个得分，按完成情况评定`,
  withCoefficient: (derivation: string, product: string) => `${derivation}；所填得分系数 ${product}`,
  byCoefficient: (product: string, why: string) => `${product}，按所填得分系数；${why}`,
  scoreIsWeight: (derivation: string) => `${derivation}；本表没有分值，以所填得分为准`,

  // Of the execution.
  noFundTotal: () => '没有找到年度资金总额一行，无法计算执行率',
  amountBlank: (column: string) => `年度资金总额的${column}未填，无法计算执行率`,
  amountNoNumber: (column: string) => `年度资金总额的${column}不是数字，无法计算执行率`,
  amountZero: (column: string) => `年度资金总额的${column}为 0，无法计算执行率`,
  partsFilled: (why: string, parts: string) => `${why}；其中${parts}，请先补全合计行`,
  spendingNegative: () => '年度资金总额的全年执行数是负数，无法计算执行率',
  noExecutionWeight: () => '没有找到预算执行的分值，无法计算得分',
  partsUneven: () => '各部分的分值合计与预算执行的分值不等，无法计算得分',
  partsIncomplete: () => '各部分的预算数或执行数未填，无法计算得分',
  executionStandard: (rate: string, standard: string) => `执行率 ${rate}，按本表的评分标准计分：${standard}`,
  atMostWeight: (derivation: string, points: string) => `${derivation}，不超过分值，计 ${points}`,
  atLeastNought: (derivation: string) => `${derivation}，低于 0，计 0`,
  rateAlone: (derivation: string) => `${derivation}（表内没有预算数和执行数，按所填执行率计算）`,
  rateFilledIn: (derivation: string) => `${derivation}（按所填执行率计算）`,
  otherBudget: (derivation: string, wanted: string, used: string) => `${derivation}（表内没有${wanted}，按${used}计算）`,
  rateReached: (rate: string, target: string, points: string) => `执行率 ${rate}%，达到指标值 ${target}%，得满分 ${points}`,
  bySumOfParts: (derivation: string) => `${derivation}，按其中各项合计`,

  // Of the whole card.
  executionUnseen: (cell: string, points: string) => `${cell} 总分：预算执行的${points}分没有在表里认出，总分没有复核`,

  // Of a sentence around it.
  against: (actual: string, target: string) => `${actual} 对 ${target}`,
} as const satisfies Readonly<Record<string, (...parts: readonly string[]) => string>>;
