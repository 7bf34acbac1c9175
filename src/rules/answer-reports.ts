// One report for each line whose answer has a given fault: what the rules on answers share.
import type { Table } from '../model/table';
import type { Answer } from './answers';
import { answerOf } from './answers';
import { asksForResults, cellsOf, targetWords } from './indicator-facts';
import type { RuleReport } from './rule';
import { excerpt, indicatorName, words } from './wording';

/** Reports every line whose answer is one of those named, with the message named for it. Silent where the form asks for no results: halfway through the year 尚未验收 is an answer. */
export function* answerReports<Message extends string>(table: Table, messages: Readonly<Partial<Record<Answer, Message>>>): Iterable<RuleReport<Message>> {
  if (!asksForResults(table)) return;
  for (const indicator of table.indicators) {
    const message = messages[answerOf(table, indicator)];
    if (!message || !indicator.actualEntry) continue;
    yield {
      message,
      data: { name: indicatorName(indicator.name), target: targetWords(indicator), actual: excerpt(indicator.actualEntry) },
      cells: cellsOf(indicator.actualEntry, indicator.targetEntry),
      expected: null,
      received: words(indicator.actualEntry),
    };
  }
}
