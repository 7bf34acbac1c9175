// Forms of monitoring that ask how likely each target is to be reached: where that is in doubt, why is asked below the table.
import type { Table } from '../model/table';
import { compact } from '../reading/text';
import { headUnder } from './completion-rates';
import { cellsOf } from './indicator-facts';
import type { MissingReport } from './missing-messages';
import { isExplanation } from './reasons';
import { cellAt } from './rows';
import { indicatorName, words } from './wording';

const UNLIKELY = /^(?:(?:完全)?不可能|不能完成|难以完成)$/;
/** 如出现“有可能”、“不可能”选项，请在“偏差或不能完成目标原因分析”填写: what is possible wants a reason where the form says so. */
const ASKED_OF_POSSIBLE = /有可能[^。;；]*(?:请|须|需|应)[^。;；]*(?:填写|说明|分析)/;

/** 完成目标可能性 有可能 or 不可能 with a blank 偏差或不能完成目标原因分析 below the table. One finding a table. */
export function* unexplainedProspects(table: Table): Iterable<MissingReport> {
  const { kind, indicators, indicatorHeaders: { name, target }, closing, footnotes } = table;
  const head = name ?? target;
  const header = kind === 'monitoring' && head ? headUnder(table, head.row, '可能性', /可能性$/) : null;
  const asked = header && closing.find((field) => /(?:未|不能)完成.*原因|偏差.*原因/.test(field.name));
  if (!header || !asked || asked.entry.filled || closing.some(({ entry }) => isExplanation(entry))) return;
  const ofPossible = footnotes.some(({ text }) => ASKED_OF_POSSIBLE.test(text));
  for (const { name: line, row, reason } of indicators) {
    const said = cellAt(table, row, header.column);
    if (!said || isExplanation(reason)) continue;
    if (!UNLIKELY.test(compact(said.text)) && !(ofPossible && compact(said.text) === '有可能')) continue;
    yield {
      message: 'prospect', data: { name: indicatorName(line), said: words(said), label: asked.name },
      cells: cellsOf(asked.entry, said), expected: null, received: null, severity: 'verify',
    };
    return;
  }
}
