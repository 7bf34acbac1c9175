// The built-in rules in English, for a pane in that language. Rules, notes in cells, opinions and files speak Chinese, as the forms do; names and figures are quoted as the table has them.
import { RULES_OF_POINTS_IN_ENGLISH, type EnglishRule } from './point-rules-in-english';

export const ENGLISH_RULES: Readonly<Record<string, EnglishRule>> = {
  ...RULES_OF_POINTS_IN_ENGLISH,
  'missing-field': {
    title: 'Required cell blank',
    why: 'A form with blank required cells is sent back.',
    messages: {
      field: '“{name}” is blank.',
      nothing: 'Neither money nor indicators are filled in: there is nothing to check.',
      indicators: 'No line of the indicators is filled in.',
      amount: '“{name}”: “{column}” is blank while other amounts of the line are filled in.',
      partBudget: '“{name}” has spending {spending} but no budget, so that it cannot be held against the total.',
      partUnplanned: '“{name}” has spending {spending} and no budget, while the budgets of the other parts already make the total: please check.',
      rate: 'The execution rate is blank; budget {budget} and spending {spending} are filled in, so it should be {expected}.',
      executionScore: 'The execution score is blank; its weight is {weight}.',
      actual: '“{name}”: the actual value is blank.',
      noResult: '“{name}”: target {target}, the actual value says only “{actual}”, yet it scores {score}, without an explanation.',
      score: '“{name}”: the score is blank; its weight is {weight}.',
      scores: 'None of the {count} indicators has a score, and there is no total.',
      target: '“{name}” has an actual value and a score but no target: the score has no ground.',
      targetOnly: '“{name}” has no target; the other indicators of the form have one.',
      scoreOnly: '“{name}” has a result but no score; the other indicators of the form have one.',
      goalless: '“{name}” has an actual value but no target to hold it against.',
      weight: '“{name}” scores {score} but has no weight.',
      name: 'A line with weight {weight} and score {score} has no indicator name.',
      reason: '“{name}”: target {target}, actual {actual}, target missed; the reason is blank.',
      none: '“{name}”: target {target}, actual {actual}, {how}; the reason says “{said}”.',
      lost: '“{name}” scores {score} of {weight}; why points were deducted is blank.',
      limit: '“{name}”: target {target}, actual {actual}, limit exceeded; the reason is blank.',
      below: '“{name}”: target {target}, actual {actual}, {how}; “{label}” below the table says “{said}”.',
      belowBlank: '“{name}”: target {target}, actual {actual}, {how}; “{label}” below the table is blank.',
      prospect: '“{name}”: that the target will be reached is “{said}”; “{label}” below the table is blank.',
      unit: '“{name}”: neither the target “{target}” nor the actual value “{actual}” has a unit.',
      units: '{count} indicators have no unit in target and actual value, such as “{name}” with “{target}”.',
      goal: 'The results are filled in, the goals are blank.',
      goals: 'Neither the goals of the year nor their results are filled in.',
      line: '“{name}”: “{column}” is blank while other years of the line are filled in.',
      parent: '“{name}” is blank while its parts are filled in; it should be their sum.',
      controlPart: '“{name}” is {rate} while “{column}” is blank: the rate has no ground.',
      controlRate: '“{name}” is blank; {numerator} ÷ {denominator} makes {expected}.',
    },
  },
  'placeholder-left': {
    title: 'Template text left',
    why: 'Placeholder lines and hints of the template show that the place was not filled in.',
    messages: {
      line: 'The template’s line “{received}” was neither deleted nor replaced.',
      name: 'The indicator name “{received}” is the template’s, no real one.',
      blankLine: 'A blank indicator line was left: fill it in or delete it.',
      hint: 'The template’s hint “{received}” still stands here instead of content.',
      crosses: 'The XX in “{received}” was not replaced.',
      pending: '“{received}” was put in for the time being; real content is missing.',
      brackets: '{count} indicator names still carry signs of the template (such as “{received}”): please tidy up.',
    },
  },
  'indicator-score': {
    title: 'Indicator score',
    why: 'Where scores do not follow from results, the self-evaluation does not hold.',
    messages: {
      unmet: '“{name}”: target {target}, actual {actual}, target missed; the score should be {expected} ({derivation}), the cell says {received}.',
      exceeded: '“{name}”: target {target}, actual {actual}, limit exceeded; the score should be {expected} ({derivation}), the cell says {received}.',
      deducted: '“{name}”: weight {weight}, {deducted} taken off; the score should be {expected}, the cell says {received}.',
      marked: '“{name}”: marked {deducted} out of 100, weight {weight}; the score should be {expected}, the cell says {received}.',
      coefficient: '“{name}”: weight {weight}, coefficient {coefficient}; the score should be {expected} (weight × coefficient), the cell says {received}.',
      late: '“{name}”: target {target}, actual {actual}, later than agreed, yet full marks {received} without an explanation.',
      outside: '“{name}”: target {target}, actual {actual}, outside the range, yet full marks {received} without an explanation.',
      words: '“{name}”: target {target}, actual {actual}, not achieved, yet full marks {received} without an explanation.',
    },
  },
  'qualitative-percent': {
    title: 'Percentage for a qualitative target',
    why: 'A percentage does not tell how far a qualitative target was achieved: a reviewer cannot confirm the score.',
    messages: { percent: '“{name}”: the target “{target}” is a description, the actual value only “{actual}”: describe how far it was achieved.' },
  },
  'unit-mismatch': {
    title: 'Units differ',
    why: 'A target and a result in different units cannot be compared: the score has no ground.',
    messages: {
      units: '“{name}”: target “{target}” and actual value “{actual}” are in different units and cannot be compared.',
      shifted: '“{name}”: target “{target}” and actual value “{actual}” have the same digits and another decimal point: verify unit or point.',
      words: '“{name}”: the target “{target}” is a number, the actual value says only “{actual}”: give the number.',
      date: '“{name}”: the target “{target}” is a time, the actual value says “{actual}”: give the time.',
      dated: '“{name}”: the target “{target}” is a number, the actual value is a time, “{actual}”: give the number.',
      percent: 'The unit is written “{received}”; it should be “{expected}”.',
    },
  },
  'actual-not-measurable': {
    title: 'Actual value is no result',
    why: 'A copied target or a bare “achieved” does not tell what was done: the score cannot be verified.',
    messages: {
      signed: '“{name}”: the actual value “{actual}” carries a comparison sign and does not tell how much it is: give the real number (target “{target}”).',
      copied: '“{name}”: the actual value “{actual}” carries a comparison sign, as if the target “{target}” had been copied: give the real number.',
      weight: '“{name}”: target “{target}” and actual value “{actual}” both equal the weight; they are no quantity of the indicator.',
      impossible: '“{name}”: the actual value “{actual}” is above 100%, which cannot be (target “{target}”): please verify.',
      restated: '“{name}”: the target “{target}” can be measured, the actual value says only “{actual}”: give the real number.',
    },
  },
  'date-out-of-year': {
    title: 'Date outside the year',
    why: 'The form covers one year: another one mostly comes from an old form or a slip.',
    messages: { outside: '“{name}”, “{what}”: “{received}” is not in {expected}, the year of the form.' },
  },
  'overshoot-unexplained': {
    title: 'Far above target, no reason',
    why: 'A result far above target often means that the target was too low: a reason is needed.',
    messages: { far: '“{name}”: target {target}, actual {actual}, {over} above (a reason is needed beyond {above}); none is given.' },
  },
  'deduction-unexplained': {
    title: 'Points deducted, no reason',
    why: 'Points deducted from a target that was met cannot be judged without a reason.',
    messages: { deducted: '“{name}”: target {target}, actual {actual}, met; {received} of {expected} points, and why is not said.' },
  },
  'underspend-unexplained': {
    title: 'Low execution, no reason',
    why: 'A low execution rate needs a reason; without one, budgeting or execution is taken to be at fault.',
    messages: { low: 'The execution rate {received} ({spending} ÷ {budget}) is below {expected}; no reason is given.' },
  },
  'overspend-unexplained': {
    title: 'Overspending, no reason',
    why: 'Spending above budget needs an additional grant or an explanation.',
    messages: {
      fund: 'Actual spending {received} is above the budget {budget} (by {over}); no reason is given.',
      line: '“{name}”: spending {received} is above the budget {budget} (by {over}): verify and explain.',
    },
  },
  'budget-adjustment-unexplained': {
    title: 'Budget adjusted, no reason',
    why: 'A budget changed within the year needs a reason, which is checked against the approval.',
    messages: { moved: 'Original budget {original}, final budget {final}, {direction} by {difference}; no reason is given.' },
  },
  'goal-not-answered': {
    title: 'Goals not answered',
    why: 'Where the goals are not answered one by one, the self-evaluation says nothing.',
    messages: {
      blank: 'The goals are filled in, the results are blank.',
      formula: 'The results say only “{received}”, not what was done of the goals.',
      amount: 'The goals say “{expected}”, the results “{received}”: amounts are no goals.',
      copied: 'The results copy the goals, “{received}”, and do not say what was done.',
    },
  },
  'target-implausible': {
    title: 'Implausible target',
    why: 'A target that cannot be exceeded or cannot be reached measures nothing.',
    messages: {
      beyond: '“{name}”: target “{received}”; a rate is 100% at most, so write “=100%”.',
      impossible: '“{name}”: the target “{received}” is above 100% and cannot be reached: please check.',
      reversed: '“{name}”: the lower the better, but the target is “{received}”: please check.',
    },
  },
  'indicator-misplaced': {
    title: 'Indicator in the wrong group',
    why: 'Indicators in wrong groups distort the weights and what is assessed.',
    messages: { misplaced: '“{name}” stands under “{received}”; by its content it belongs to “{expected}”.' },
  },
  'duplicate-indicator': {
    title: 'Repeated content',
    why: 'An indicator set twice is scored twice; digits pasted twice are misread.',
    messages: {
      twice: '“{name}” has the same name and target as {first}: verify that it is not there twice.',
      glued: '“{received}” is doubled: check whether “{expected}” is meant.',
    },
  },
  'number-format': {
    title: 'Number format',
    why: 'Numbers stored as text are left out of formulas and sums.',
    messages: {
      text: '{count} cells hold numbers as text (such as {first} “{received}”), which sums leave out.',
      percent: 'The execution rate says “{received}” without a percent sign; it should be “{expected}”.',
      amount: '“{name}”, “{column}”: “{received}” is no number and cannot be checked.',
      negative: '“{name}”, “{column}”: “{received}” is negative: please check.',
      words: '“{name}”: the score “{received}” is no number and is not in the sum.',
    },
  },
  rounding: {
    title: 'Rounding and decimals',
    why: 'Rounded too far or with too many decimals, a figure differs from what a reviewer computes.',
    messages: {
      coarse: 'The execution rate says {received}; exactly it is {expected}.',
      fine: '“{name}”: the score {received} has too many decimals; with {digits} of them it is {expected}.',
    },
  },
  'formula-error': {
    title: 'Formula error',
    why: 'A cell with an error has no result: scores and totals that depend on it cannot be checked.',
    messages: { error: 'The cell shows {received} ({meaning}): mend the formula or type the value.' },
  },
  'formula-range': {
    title: 'Range of a formula',
    why: 'A total that leaves out, doubles or misplaces rows goes wrong with the next change, and nobody sees it.',
    messages: {
      omits: 'The formula “{received}” in {cell} leaves out {cells}.',
      doubles: 'The formula “{received}” in {cell} counts {cells} twice.',
      outside: 'The formula “{received}” in {cell} takes in {cells}, which do not belong to the total.',
      row: 'The formula “{received}” in {cell} refers to row {other}, not to its own, row {own}.',
    },
  },
  'formula-overwritten': {
    title: 'Formula overwritten',
    why: 'A typed value among formulas does not follow when the figures change.',
    messages: { typed: '{cell} holds the typed value {received}; {count} cells of the column have formulas (such as {first} “{formula}”): verify that it was not overwritten.' },
  },
  'cross-table': {
    title: 'Tables agree',
    why: 'A project with different figures in two tables contradicts itself.',
    messages: {
      amount: '“{name}”, “{what}”: {received} here, {expected} in {cell} of table “{sheet}”.',
      units: '“{name}”, “{what}”: {received} here, {stated} in {cell} of table “{sheet}”, which is {expected} here.',
      score: '“{name}”: the total is {received} here, {expected} in {cell} of table “{sheet}”.',
    },
  },
};

/** What rules put into their sentences beside names and figures of the table. */
export const ENGLISH_WORDS: Readonly<Record<string, string>> = {
  空白: 'blank', '（未命名指标）': '(unnamed indicator)', 未达标: 'target missed', 超出限额: 'limit exceeded', 调增: 'raised', 调减: 'cut', 两: '2',
  引用的单元格已被删除: 'the cell it refers to was deleted', 除数为0或空白: 'the divisor is 0 or blank', 参与计算的单元格不是数字: 'a cell in it is no number', 函数或名称写错: 'a function or name is misspelt',
  查找不到对应的值: 'the value looked for is not there', 数值超出范围: 'the number is out of range', 区域写法有误: 'a range is written wrongly', 公式无法计算: 'the formula cannot be calculated',
};
