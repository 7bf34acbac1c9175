// People in post against posts: more of them than the establishment allows, or a control rate that does not follow.
import { HUNDRED, near } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid, resultSlack } from '../fact';
import type { Reading } from '../reading';
import { defineReportRule, holds, TEXT_BASIS } from '../report-rule';
import { clausesOf } from '../sentences';
import { percentText, written } from '../showing';

type Message = 'within' | 'rate';

const WITHIN = /(?:在职|供养|人员|职工|实有|人数)[^，。；]{0,12}控制在[^，。；]{0,6}编制[^，。；]{0,6}(?:内|范围)|(?:未|没有|无)超编/;
const CONTROL_RATE = /(?:控制|满编|在编)率(?:为|是|达)?$/;
/** Posts and people of one kind are parts of the whole establishment. */
const PART = /行政|事业|工勤|参公|参照|机关|下属|二级|政法|其中|编外|聘用/;

export const reportHeadcount = defineReportRule<Message>({
  id: 'report-headcount',
  title: '报告人员编制',
  severity: 'verify',
  why: '在职人数超过编制却写控制在编制内，或控制率算错，都会被退回。',
  basis: TEXT_BASIS,
  messages: {
    within: '写的是“{received}”，但在职{employed}多于编制{posts}。',
    rate: '控制率应为{expected}（{calculation}），写的是{received}。',
  },
  examples: [
    { shows: 'more people than posts', text: '核定编制12名，实有在职14人，财政供养人员控制在编制以内。', findings: [{ quote: '财政供养人员控制在编制以内', message: '写的是“财政供养人员控制在编制以内”，但在职14人多于编制12名。' }] },
    { shows: 'a control rate that does not follow', text: '核定编制126人，实有在职118人，财政供养人员控制率为95.63%。', findings: [{ quote: '95.63%', message: '控制率应为93.65%（118 ÷ 126），写的是95.63%。' }] },
    { shows: 'a control rate that holds', text: '核定编制8名，实有在职7人，控制率87.5%，财政供养人员控制在预算编制以内。', findings: [] },
    { shows: 'posts of several kinds', text: '行政编制12名，事业编制20名，实有在职30人，控制率93.75%，财政供养人员控制在编制以内。', findings: [] },
  ],
  *check(reading) {
    const posts = only(reading, 'posts');
    const employed = only(reading, 'employed');
    if (!posts || !employed || posts.value.isZero()) return;
    for (const line of reading.lines) {
      const { text } = line.plain;
      if (!text.includes('编')) continue;
      for (const { start, end } of clausesOf(text)) {
        const words = text.slice(start, Math.min(end, start + 60));
        if (!WITHIN.test(words)) continue;
        if (employed.value.lte(posts.value)) yield holds([employed, posts]);
        else yield { facts: [employed, posts], cells: [], fault: { message: 'within', data: { received: words, employed: written(reading, employed), posts: written(reading, posts) }, places: [{ line: line.at, start, end }, employed, posts], expected: null, received: words, calculation: null } };
      }
    }
    for (const rate of reading.facts) {
      if (rate.kind !== 'rate' || rate.token.kind !== 'rate' || !isSolid(rate) || !CONTROL_RATE.test(rate.lead) || /三公|经费|费用|预算|公用/.test(rate.lead) || Math.abs(rate.line - employed.line) > 3) continue;
      const percent = employed.value.div(posts.value).times(HUNDRED);
      if (near(percent, rate.value, resultSlack(rate).times(2))) {
        yield holds([rate, employed, posts]);
        continue;
      }
      const [expected, received] = [percentText(percent), written(reading, rate)];
      const calculation = `${employed.value.toString()} ÷ ${posts.value.toString()}`;
      yield { facts: [rate, employed, posts], cells: [], fault: { message: 'rate', data: { expected, received, calculation }, places: [rate, employed, posts], expected, received, calculation: `${calculation} = ${expected}` } };
    }
  },
});

/** 在职41人，其中行政11人: a part of the posts or of the people in them, not of all that the unit has. */
function ofPosts(reading: Reading, fact: Fact): boolean {
  const whole = fact.parent === null ? undefined : reading.facts[fact.parent]?.scope;
  return whole === 'posts' || whole === 'employed';
}

/** The report's one number of posts, or of people in them. */
function only(reading: Reading, scope: 'posts' | 'employed'): Fact | null {
  const found = reading.index.about(scope, reading.base).filter((fact) => fact.kind === 'count' && fact.role === 'level' && isSolid(fact) && !fact.aside && !ofPosts(reading, fact) && !/个|项/.test(fact.unit));
  const first = found[0];
  if (!first || found.some((fact) => !fact.value.eq(first.value) || (found.length > 1 || scope === 'employed' || /其中|下属|二级/.test(fact.lead)) && PART.test(fact.lead.replace(/其中/g, '')))) return null;
  return first;
}
