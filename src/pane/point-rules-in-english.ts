// The built-in rules about amounts and points in English: rates, weights, scores and totals.

export interface EnglishRule {
  readonly title: string;
  /** What goes wrong for the unit when it stays. */
  readonly why: string;
  /** By the keys of the rule's own messages, with the same placeholders. */
  readonly messages: Readonly<Record<string, string>>;
}

export const RULES_OF_POINTS_IN_ENGLISH: Readonly<Record<string, EnglishRule>> = {
  'execution-rate': {
    title: 'Execution rate',
    why: 'The execution rate decides the execution score: a wrong one makes the total wrong.',
    messages: {
      mismatch: 'The execution rate should be {expected} ({spending} ÷ {budget}); the cell says {received}.',
      parts: 'The total amount is not filled in as it is: by the sum of its parts the execution rate should be {expected} ({spending} ÷ {budget}); the cell says {received}.',
      indicator: 'The result of “{name}” should be {expected} ({spending} ÷ {budget}); the cell says {received}.',
    },
  },
  'execution-score': {
    title: 'Execution score',
    why: 'The execution score follows from weight and rate: a wrong one makes the total wrong.',
    messages: { mismatch: 'The execution score should be {expected} ({derivation}); the cell says {received}.' },
  },
  'execution-above-100': {
    title: 'Spending above budget',
    why: 'Spending does not normally exceed the final budget: check the figures or say where the money came from.',
    messages: {
      spending: 'Actual spending {spending} is above the budget {budget}, a rate of {rate}: check or explain.',
      noBudget: 'Actual spending is {spending} while “{column}” is 0: money spent without a budget, check or explain.',
      rate: 'The execution rate says {received}, above 100%: check spending and budget, or explain.',
    },
  },
  'fund-parts': {
    title: 'Total and its parts',
    why: 'The total of the year must equal the sum of its sources; otherwise neither budget nor spending can be checked.',
    messages: {
      mismatch: '“{column}”: the total is {received}, its parts add up to {expected}.',
      rated: '“{column}”: the total is {received}, its parts add up to {expected}; the rate {rate} agrees with the parts.',
      mistyped: '“{column}”: the total is {total}, its parts add up to {sum}; “{name}” should be {expected} by its rate {rate}, the cell says {received}.',
      short: '“{column}”: the total is {received}, only {expected} of its parts is filled in and the others are blank; {rest} has no source.',
      part: '“{name}”, “{column}”: {received}, its parts add up to {expected}.',
      between: '“{name}”, “{column}”: {received}; by the total and by its own lines it should be {expected}.',
      nested: '“{part}”, “{column}”: {total}, its parts add up to {sum}; “{name}” should be {expected} by its rate {rate}, the cell says {received}.',
      blank: '“{column}”: the total is blank although its parts add up to {expected}; it should be their sum.',
      empty: '“{column}”: the total says {received} although its parts add up to {expected}; it should be their sum.',
      stated: '“{name}” says {received}; its lines add up to {expected}.',
      balance: '“{name}”, “{column}”: {received}; by the other amounts of its row it should be {expected} ({derivation}).',
      split: 'The lines of “{name}” add up to {parts}, which is none of {columns} ({totals}).',
    },
  },
  subtotal: {
    title: 'Subtotal and its parts',
    why: 'A subtotal that differs from its parts means that one of them is wrong, and the figures cannot be used.',
    messages: {
      sum: '“{name}”, “{column}”: {received}, its parts add up to {expected}.',
      short: '“{name}”, “{column}”: {received}, only {expected} of its parts is filled in and the others are blank.',
      above: '“{name}”, “{column}”: {received}, while its parts already come to {expected}, more than the subtotal.',
      group: 'The subtotal of “{name}” is {received}; the {count} scores under it add up to {expected}.',
      line: 'The score of “{name}” says {received}; the {count} sums that hold it were all made with {expected}, which it should be.',
      part: '“{name}” says {received}; the {count} scores above add up to {expected}.',
      task: 'Task “{name}”: the total is {received}, its sources add up to {expected}.',
      tasks: '“{name}”, “{column}”: {received}, the tasks above add up to {expected}.',
      detail: '“{name}”, “{column}”: {received}, the {count} lines above add up to {expected}.',
      reached: '“{name}” was reached to {expected} ({actual} ÷ {target}); the cell says {received}.',
      apart: '“{name}” is off by {expected} ({actual} against {target}); the cell says {received}.',
      scored: '“{name}” got {expected} of its points ({score} ÷ {weight}); the cell says {received}.',
      kept: '“{name}”, “{column}” should be {expected} ({budget} − {spent}); the cell says {received}: please check.',
      headed: '“{name}” says {received}; its parts add up to {expected}.',
      rate: '“{name}” should be {expected} ({numerator} ÷ {denominator}); the cell says {received}.',
    },
  },
  'score-above-weight': {
    title: 'Score above its weight',
    why: 'No score may exceed its weight or be negative: the total would be inflated or meaningless.',
    messages: {
      above: '“{name}”: the score {received} is above its weight {weight}.',
      deducted: '“{name}”: the score {received} takes off more than the {weight} that may be taken off.',
      together: '“{name}” and those below it, {count} in all, have {weight} points together; their scores make {received}, which is above that.',
      group: '“{name}” is marked with {weight} points; its {count} scores make {received}, which is above that.',
      negative: '“{name}”: the score {received} is negative; it lies between 0 and {weight}.',
    },
  },
  'group-weight': {
    title: 'Weight of a group',
    why: 'Where the points of a group differ from the sum of its indicators, the total cannot be right.',
    messages: {
      mismatch: '“{name}” is marked with {expected} points; its {count} indicators add up to {received}.',
      subtotal: 'The subtotal of “{name}” gives {received} points; it is marked with {expected}, which is what its {count} indicators add up to.',
      part: '“{name}” gives {received} points; the {count} indicators above it add up to {expected}.',
      groups: '“{name}” is marked with {expected} points; its {count} groups are marked with {received} together.',
      lines: '“{name}” is marked with {expected} points; its {count} indicators add up to {received}.',
      inner: '“{name}” is marked with {expected} points; its {count} groups of the second level are marked with {received} together.',
      source: '“{name}” gives {received} points; by its score and the {whole} points of the execution it should be worth {expected}.',
    },
  },
  'weight-total': {
    title: 'Sum of weights',
    why: 'Where the weights do not add up to full marks, scores cannot be compared or graded.',
    messages: {
      mismatch: 'The weights add up to {received} (execution {execution}, indicators {indicators}) of {expected}.',
      mistyped: 'The weights add up to {received} of {expected}; by its score and the other weights “{name}” should be worth {right}, the cell says {weight}.',
      declared: 'The weights add up to {expected}, but the total’s weight says {received}.',
      above: 'The weights add up to {received}, and the total’s weight says {received} as well; full marks are {expected}. Please verify.',
      project: '“{name}”: its weights add up to {received}, they should make {expected}: please check.',
      nothing: 'The total’s weight says {received} although no indicator has a weight; it should be {expected}.',
    },
  },
  'weight-scheme': {
    title: 'Weights of the groups',
    why: 'The weights of the groups are set by the finance bureau: other ones need a ground.',
    messages: { deviates: '“{name}” has {received} points, the rubric gives {expected}: verify that there is a ground.' },
  },
  'score-total': {
    title: 'Total score',
    why: 'The total decides the grade: where it differs from the sum of the scores it cannot be trusted.',
    messages: {
      line: '“{name}”: the score should be {expected}, the sum of the points in its line; the cell says {received}.',
      beside: '“{name}”: the total says {received}, the lines add up to {expected}: please check.',
      between: '“{name}”, “{column}” should be {expected}, the difference of {theirs} and {own}; the cell says {received}: please check.',
      project: '“{name}”: the total says {received}, the scores listed for it add up to {expected}: please check.',
      mean: '“{name}”, “{column}”: {received}, the mean of the experts’ points is {expected}: please check.',
      mismatch: 'The total should be {expected}, the sum of the scores; the cell says {received}.',
      lost: 'The total says {received}, the scores add up to {expected}: the {gap} between them is just what “{name}” lost although its target was met. Please check the total and that score.',
      above: 'The scores add up to {expected}, more than the {full} points there are; the total says {received}: please check points and scores, then add them up again.',
      unreachable: 'The total says {received}, but the scores filled in add up to {sum} and the others bring {open} at most, {expected} in all.',
      head: '“{name}” above the table says {received}, the total is {expected}.',
      foot: '“{name}” below the table says {received}, the total is {expected}.',
      below: 'The total says {received}, less than the sum of the scores filled in, {expected}.',
    },
  },
  grade: {
    title: 'Grade',
    why: 'The grade follows from the total: a wrong one makes the conclusion wrong.',
    messages: {
      mismatch: 'A total of {score} is graded “{expected}” ({bands}); the cell says “{received}”.',
      line: '“{name}”: a score of {score} is graded “{expected}” ({bands}); the cell says “{received}”.',
    },
  },
  'missing-total': {
    title: 'Total missing',
    why: 'Without a total there is neither a conclusion nor a grade.',
    messages: {
      sum: 'The total is blank; the scores add up to {expected}.',
      blank: 'The total is blank; it should be the sum of the scores.',
    },
  },
};
