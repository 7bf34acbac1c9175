// What stands under the indicators: labelled texts such as 评价结论, signature lines, footnotes.
import type { Entry, Field, Table } from '../model/table';
import { isClosingLabel, labelText } from './labels';
import type { Lattice } from './lattice';
import { compact } from './text';

export interface Closing {
  readonly closing: readonly Field[];
  readonly footnotes: Table['footnotes'];
}

/** 注：… in one long text. */
function isNote(entry: Entry): boolean {
  return /^(?:注|附注|说明|备注|填表说明|填报说明|\d+[.、])/.test(compact(entry.text)) && entry.text.length > 12;
}

const NOTES = /^(?:注|附注|说明|备注|(?:填[表报]|[评计打]分|评价)(?:说明|标准|规则|细则|[方办]法))$/;

/** 备注 | 执行率低于60%不得分: a note in the cell beside its label, where it tells how points are given and not what the unit did. */
function isNoteBeside({ name, label, entry }: Field): boolean {
  return NOTES.test(name) && entry.cell !== label.cell && /(?:每|[低小少]于|不足|未达|以[上下]|[≥≤<>])[^。;\n]*分/.test(entry.text);
}

/** 未完成原因：部分活动取消 in one cell: the reason stands behind its own label. */
function behindColon(entry: Entry): Entry | null {
  const told = /^[^:]*(?:原因|偏差|问题|说明|措施)[^:]*:([^:]*[\p{L}\d][^:]*)$/u.exec(entry.text)?.[1]?.trim();
  return told === undefined ? null : { ...entry, raw: told, text: told, notApplicable: false, quantity: null };
}

/** What stands beside a label; the label itself at the right edge. 存在问题 | (blank) | 部分道路未完工: the only other text of the row, where a merge was taken off. */
export function answerBeside(lattice: Lattice, label: Entry): Entry {
  const right = lattice.areaOf(label).right + 1;
  if (right > lattice.range.right) return label;
  const beside = lattice.at(label.row, right);
  const [first, second, ...more] = lattice.starting(label.row);
  return !beside.filled && first?.cell === label.cell && second && more.length === 0 && !/[:：]$/.test(second.text) && !isClosingLabel(second.raw) ? second : beside;
}

/** Remarks between the lines of the list, told apart. */
export function remarksOf(fields: readonly Field[]): Closing {
  const notes = fields.filter(({ label }) => isNote(label));
  return { closing: fields.filter(({ label }) => !isNote(label)), footnotes: notes.map(({ label }) => ({ entry: label, text: label.text })) };
}

/** From the row `from` on. */
export function readClosing(lattice: Lattice, from: number): Closing {
  const closing: Field[] = [];
  const footnotes: { entry: Entry; text: string }[] = [];
  for (let row = from; row <= lattice.range.bottom; row++) {
    const entries = lattice.starting(row);
    const [first] = entries;
    if (!first) continue;
    if (isNote(first) || (entries.length === 1 && (first.text.length > 30 || labelText(first.raw).length > 20))) {
      footnotes.push({ entry: first, text: first.text });
      continue;
    }
    for (const entry of entries) {
      const label = labelText(entry.raw);
      if (label.length > 20 || closing.some((field) => field.entry.cell === entry.cell)) continue;
      const next = answerBeside(lattice, entry);
      // 项目负责人： | 财务负责人： in cells side by side: nothing is filled in.
      const beside = /[:：]$/.test(next.text) && labelText(next.raw).length <= 20 ? entry : next;
      const value = beside.filled && beside.cell !== entry.cell ? beside : (behindColon(entry) ?? beside);
      closing.push({ name: label.replace(/[:：].*$/, ''), label: entry, entry: value });
    }
  }
  return { closing, footnotes: [...footnotes, ...closing.filter(isNoteBeside).map(({ entry }) => ({ entry, text: entry.text }))] };
}
