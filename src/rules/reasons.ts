// Where a form lets people explain themselves, and whether what stands there is an explanation.
import type { Entry, Indicator, Table } from '../model/table';
import { perTable } from './per-table';
import { leftoverIn } from './template-text';

/** Real words: not blank, not "无" or a dash, not 0, not the template's hint. */
export function isExplanation(entry: Entry | null): boolean {
  if (!entry?.filled || entry.notApplicable || /^[\d.%]*$|^无[。.]?$|^(?:正常|已?完成)[。.]?$/.test(entry.text)) return false;
  const left = leftoverIn(entry.text);
  return left !== 'hint' && left !== 'placeholder';
}

/** Explanations below the body: 偏差大或目标未完成原因分析, 存在问题, 其他需要说明事项. */
const closingExplanations = perTable((table): readonly Entry[] =>
  table.closing.filter((field) => /原因|偏差|问题|说明|改进/.test(field.name)).map((field) => field.entry).filter((entry) => isExplanation(entry)));

/** The indicator's own reason, or one below the table that may cover it. */
export function indicatorExplained(table: Table, indicator: Indicator): boolean {
  return isExplanation(indicator.reason) || closingExplanations(table).length > 0;
}

/** True where the form gives no room for a reason: silence is then no omission. */
export function hasRoomForReasons(table: Table): boolean {
  return table.indicatorHeaders.reason !== undefined || table.fund?.headers.reason !== undefined || table.closing.some((field) => /原因|偏差|问题|说明/.test(field.name));
}

/** Texts anywhere in the table that may explain how money was spent or moved. */
export function moneyExplained(table: Table, about: RegExp): boolean {
  const { fund } = table;
  const rows = fund?.total ? [fund.total, ...fund.parts] : (fund?.parts ?? []);
  if (rows.some((row) => isExplanation(row.reason))) return true;
  const texts = [
    ...closingExplanations(table),
    ...table.indicators.flatMap((indicator) => (isExplanation(indicator.reason) && indicator.reason ? [indicator.reason] : [])),
    ...table.goals.flatMap((goal) => (goal.actual ? [goal.actual] : [])),
  ];
  return texts.some((entry) => about.test(entry.text));
}
