// Numbers of headings that repeat or leave one out.
import type { HeadingNumber } from '../headings';
import type { Line } from '../lines';
import type { Outcome } from '../report-rule';
import { defineReportRule, TEXT_BASIS } from '../report-rule';

type Message = 'repeated' | 'gap';

const RANK: Readonly<Record<HeadingNumber['style'], number>> = { 第一部分: 0, '一、': 1, '（一）': 2, '1、': 3, '（1）': 4, '①': 5 };
/** Below these, numbers belong to running text and begin anew as they like. */
const LOWEST = 3;

export const reportNumbering = defineReportRule<Message>({
  id: 'report-numbering',
  title: '报告标题序号',
  severity: 'hint',
  why: '序号重复或跳号，让人以为漏了内容。',
  basis: { ...TEXT_BASIS, clause: '同级标题序号应连续不重复' },
  messages: {
    repeated: '标题“{received}”的序号与上一个同级标题“{before}”重复。',
    gap: '标题“{received}”的序号不连续，上一个同级标题是“{before}”。',
  },
  examples: [
    { shows: 'two headings with one number', text: '一、基本情况\n（一）资金使用情况\n（二）项目管理情况\n（二）制度执行情况', findings: [{ quote: '（二）制度执行情况', message: '标题“（二）制度执行情况”的序号与上一个同级标题“（二）项目管理情况”重复。' }] },
    { shows: 'a number left out', text: '一、基本情况\n二、支出情况\n四、绩效情况\n五、存在的问题', findings: [{ quote: '四、绩效情况', message: '标题“四、绩效情况”的序号不连续，上一个同级标题是“二、支出情况”。' }] },
    { shows: 'a numbered paragraph of prose between two headings', text: '一、资金情况\n（一）资金投入\n（二）总体完成情况。全年建成高标准农田12.8万亩，完成目标任务。\n（三）指标完成情况', findings: [] },
    { shows: 'numbers that begin anew under the next heading', text: '一、基本情况\n（一）职能\n（二）机构\n二、支出情况\n（一）基本支出\n（二）项目支出', findings: [] },
  ],
  *check(reading) {
    const last = new Map<number, Line>();
    // （二）总体完成情况。全年建成… goes on as prose and is no heading, but its number is there.
    const inProse = new Map<number, number>();
    // Text that was pasted has lost the numbers that Word counted: a short line without one may be such a heading.
    let unnumbered = -1;
    const at = new Map<Line, number>();
    const isTyped = reading.lines.every(({ number, heading }) => !heading || number === null || !number.automatic);
    for (const [i, line] of reading.lines.entries()) {
      const { number } = line;
      at.set(line, i);
      if (number === null && line.plain.text !== '' && line.plain.text.length <= 24 && !/[。；：，]/.test(line.plain.text)) unnumbered = i;
      if (!number) continue;
      const rank = RANK[number.style];
      if (!line.heading) {
        inProse.set(rank, number.value);
        continue;
      }
      for (const [deeper] of last) if (deeper > rank) last.delete(deeper);
      const before = last.get(rank);
      last.set(rank, line);
      if (rank > LOWEST || !before?.number || number.automatic || before.number.automatic) continue;
      const told = inProse.get(rank) === number.value - 1;
      inProse.delete(rank);
      yield* judge(line, number, before, before.number, rank, !told && isTyped && (reading.document.format === 'docx' || unnumbered < (at.get(before) ?? 0)));
    }
  },
});

function* judge(line: Line, number: HeadingNumber, before: Line, earlier: HeadingNumber, rank: number, gaps: boolean): Iterable<Outcome<Message>> {
  const shown = (one: Line): string => (one.paragraph.label + one.paragraph.text).trim().slice(0, 30);
  const span = { line: line.at, start: 0, end: Math.min(line.plain.text.length, 40) };
  const data = { received: shown(line), before: shown(before) };
  const fault = (message: Message): Outcome<Message> => ({ facts: [], cells: [], fault: { message, data, places: [span], expected: null, received: null, calculation: null } });
  if (number.value === earlier.value && number.value > 1) yield fault('repeated');
  else if (gaps && rank <= 2 && number.value === earlier.value + 2 && earlier.value >= 1) yield fault('gap');
}
