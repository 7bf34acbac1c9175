// 等次 against the score: 优 needs 90 points, and a conclusion needs a score at all.
import type { Decimal } from '../../model/decimal';
import type { Fact } from '../fact';
import { isSolid } from '../fact';
import type { Reading } from '../reading';
import type { Outcome } from '../report-rule';
import { defineReportRule, holds } from '../report-rule';

type Message = 'against' | 'unscored';

/** 财预〔2020〕10号: 90（含）–100 优, 80（含）–90 良, 60（含）–80 中, below 差. */
const BANDS: Readonly<Record<string, readonly [low: number, high: number]>> = { 优: [90, 100.01], 良: [80, 90], 中: [60, 80], 差: [0, 60] };
const NAMES: Readonly<Record<string, string>> = { 优: '优', 优秀: '优', 良: '良', 良好: '良', 中: '中', 中等: '中', 合格: '中', 差: '差', 较差: '差', 不合格: '差' };
const GRADE = /(?:等级|等次|级别|档次|结论|评级|自评结果|评价结果|评定结果|自评|评定|评价|综合评价)(?:等级|等次|结果|级别)?(?:为|是|：|评定为|定为|达到|属于|均为){1,2}(优秀|良好|中等|较差|不合格|合格|优|良|中|差)(?![良化质势点先惠异秀好]|等(?![次级]))(?:等次|等级|档次|级|档)?|(?:为|是|达到|属于|：|属|评为|定为)(优秀|良好|中等|优|良|中|差)(?:等次|等级|档次|级|档)|(?:评为|评定为|定为|等级|等次)(优秀|良好|中等|合格|优|良|中|差)(?=[。，；)]|$)/g;
/** No item of a hundred points has more. */
const LEAST_TOTAL = 60;
/** In one paragraph. */
const MOST_SCORES = 20;
const TOTAL_SCORE = /(?:得分|评分|自评分|总分|分数|自评|评价分|分值合计|综合评定|评定|综合评价|合计|总计|共计)[\u4e00-\u9fa5]{0,6}(?:为|是|达到?|:|共)*$/;
const ITEM_SCORE = /指标|产出|效益|满意|执行|过程|决策|投入|管理|扣|满分|分值|权重|标准|一级|二级|三级|平均|加分|每/;

export const reportConclusion = defineReportRule<Message>({
  id: 'report-conclusion',
  title: '报告评价等次',
  severity: 'verify',
  why: '等次与得分不符或没有得分，评价结论没有依据。',
  basis: { document: '财预〔2020〕10号《项目支出绩效评价管理办法》', clause: '90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差', standing: 'quoted' },
  messages: {
    against: '得分{score}分对应的等次是“{expected}”，写的是“{received}”。',
    unscored: '结论为“{received}”，{where}没有总得分，等次没有依据。',
  },
  examples: [
    { shows: 'a grade that the score does not reach', text: '2022年度项目绩效自评报告\n自评得分为85分，等级为优。', findings: [{ quote: '优', message: '得分85分对应的等次是“良”，写的是“优”。' }] },
    { shows: 'a grade behind the rule for grades', text: '2022年度项目绩效自评报告\n90（含）—100分为优、80（含）—90分为良。本项目自评得分92.4分，评为良。', findings: [{ quote: '良', message: '得分92.4分对应的等次是“优”，写的是“良”。' }] },
    { shows: 'a grade without any score', text: '2022年度项目绩效自评报告\n科普专项经费自评结论为优秀等次。', form: { base: 'project', cells: { I20: null } }, findings: [{ quote: '优秀', message: '结论为“优秀”，报告和自评表都没有总得分，等次没有依据。' }] },
    { shows: 'a grade that follows from the score', text: '2022年度项目绩效自评报告\n自评得分为92.5分，评价等级为“优”。', findings: [] },
    { shows: 'a grade whose score stands in the table', text: '2022年度项目绩效自评报告\n自评结论为优秀等次。', form: { base: 'project' }, findings: [] },
    { shows: 'a project named after its surroundings', text: '2022年度项目绩效自评报告\n自评得分85分。人居环境整治项目自评结果为优，教学质量提升项目绩效评价等级为优。', findings: [{ quote: '优', message: '得分85分对应的等次是“良”，写的是“优”。' }, { quote: '优', message: '得分85分对应的等次是“良”，写的是“优”。' }] },
    { shows: 'a grade of the surroundings', text: '2022年度项目绩效自评报告\n生态环境质量评价为优，自评得分85分，等级为良。', findings: [] },
    { shows: 'an excellence that is no conclusion', text: '2022年度项目绩效自评报告\n本单位被评选为优秀组织单位。', findings: [] },
  ],
  *check(reading) {
    if (statesOwnBands(reading)) return;
    const scores = reading.facts.filter((fact) => fact.kind === 'score' && fact.role === 'level' && isSolid(fact) && TOTAL_SCORE.test(ofWhole(fact)) && !ITEM_SCORE.test(ofWhole(fact)) && fact.value.lte(100) && !isOfItem(reading, fact));
    const byLine = new Map<number, Fact[]>();
    for (const score of scores) byLine.set(score.line, [...(byLine.get(score.line) ?? []), score].slice(-MOST_SCORES));
    const all = new Set(scores.map(({ value }) => value.toString()));
    const only = all.size === 1 ? scores[0] ?? null : null;
    for (const line of reading.lines) {
      const { text } = line.plain;
      if (!/优|良|中|差|合格/.test(text) || line.heading) continue;
      for (const match of text.matchAll(GRADE)) {
        const word = match[1] ?? match[2] ?? match[3] ?? '';
        const name = NAMES[word];
        const start = match.index + match[0].lastIndexOf(word);
        if (name === undefined || !isConclusion(text, match.index, match[0].length, line.path.join())) continue;
        yield* judge(reading, { line: line.at, start, end: start + word.length }, name, word, byLine.get(line.at) ?? [], only, all.size > 0);
      }
    }
  },
});

/** 自评分值为92.4分 is what was scored. */
const ofWhole = ({ lead }: Fact): string => lead.replace(/自评分值/, '自评得分');

/** 产出指标50分（得分49分）: of an item, not of the whole. */
function isOfItem(reading: Reading, score: Fact): boolean {
  const before = reading.facts[score.index - 1];
  return score.aside && before?.kind === 'score' && before.clause === score.clause;
}

/** 90分以上为优, 优(90-100分): the rule, not what it says of this report. */
const BANDS_SAID = /以上[^，。]{0,6}为|(?:以上|[-~至—]\d+|含)分?\)/;

/** 评价等级为优的10个，良的2个; 90分以上的11个，评为优: how many have the grade. */
function isOfSeveral(text: string, at: number, length: number): boolean {
  return /^(?:等次|等级|档次|级|档)?的(?:项目|单位|部门|指标|有|共|占|\d)/.test(text.slice(at + length, at + length + 8)) || /\d(?:个|项|家)(?:项目|单位|部门|子?项目)?[，、]?$/.test(text.slice(Math.max(0, at - 10), at));
}

/** 环境质量评价为良好 is no conclusion of a report; 人居环境整治项目绩效评价等级为优 is one, whatever the project is called. */
const OF_THING = /(?:质量|环境|水平)(?!.*(?:自评|绩效|得分|评分|结论))/;

function isConclusion(text: string, at: number, length: number, path: string): boolean {
  const around = text.slice(Math.max(0, at - 60), at + 40);
  const own = text.slice(Math.max(0, at - 60), at).split('。').at(-1) + (text.slice(at, at + 40).split('。')[0] ?? '');
  const clause = text.slice(0, at + length).split(/[，。；]/).at(-1) ?? '';
  return !isOfSeveral(text, at, length) && !OF_THING.test(clause) && !/获|评选|表彰|空气|水质|考核|学生|教师|设备|工程质量|验收|上年|去年|信用|服务质量/.test(around) && !BANDS_SAID.test(own) && (/自评|评价|绩效|得分|评分|结论/.test(around) || /评价|自评|评分|结论/.test(path));
}

/** A report that lays out bands of its own is judged by nobody's. */
function statesOwnBands(reading: Reading): boolean {
  return reading.lines.some(({ plain }) => plain.text.length < 3000 && /(?:\d{2}分?(?:\(含\))?(?:以上|-|~|至|—)[^。]{0,12}(?:为|:|：)?优|优秀?[（(:：]?[^。，]{0,6}\d{2}分?(?:\(含\))?(?:以上|-|~|至))/.test(plain.text) && !/90/.test(plain.text));
}

function* judge(reading: Reading, span: { line: number; start: number; end: number }, name: string, word: string, here: readonly Fact[], only: Fact | null, scored: boolean): Iterable<Outcome<Message>> {
  const text = reading.lineOf.get(span.line)?.plain.text ?? '';
  // 复评得分89.6分，等级为良；自评得分92分，等级为优: the score before the grade in its own part of the sentence, else the nearest.
  const own = here.findLast(({ end }) => end <= span.start && !/[。；]/.test(text.slice(end, span.start)));
  // 自评89分，等级“良”；财政重点评价91分，等级“优”: of another score than the report's own.
  if (!own && reading.index.around(span.line, 0).some(({ kind, value, end }) => kind === 'score' && (value.gte(LEAST_TOTAL) || within(value, name)) && end <= span.start && !/[。；]/.test(text.slice(end, span.start)))) return;
  const near = own ?? [...here].sort((a, b) => Math.abs(a.start - span.start) - Math.abs(b.start - span.start))[0];
  const score = near ?? only;
  const inTables = reading.tables.filter(({ kind }) => kind === 'score');
  if (score) {
    if (within(score.value, name)) return void (yield holds([score]));
    const expected = Object.keys(BANDS).find((band) => within(score.value, band)) ?? '';
    yield { facts: [score], cells: [], fault: { message: 'against', data: { score: score.value.toString(), expected, received: word }, places: [span, score], expected, received: word, calculation: null } };
    return;
  }
  if (scored) return;
  const total = inTables[0];
  if (inTables.length === 1 && total) {
    if (within(total.value, name)) return void (yield holds([], [total.at]));
    const expected = Object.keys(BANDS).find((band) => within(total.value, band)) ?? '';
    if (expected !== '') yield { facts: [], cells: [total.at], fault: { message: 'against', data: { score: total.value.toString(), expected, received: word }, places: [span], expected, received: word, calculation: null } };
    return;
  }
  if (inTables.length > 0) return;
  const forms = reading.sources.filter(({ review }) => review.table.kind === 'project' || review.table.kind === 'department');
  const cells = forms.flatMap(({ file, review }) => (review.table.total ? [{ file, sheet: review.table.sheet, cell: (review.table.total.score ?? review.table.total.label).cell }] : []));
  const where = forms.length > 0 ? '报告和自评表都' : '报告';
  yield { facts: [], cells, fault: { message: 'unscored', data: { received: word, where }, places: [span], expected: null, received: word, calculation: null, ...(forms.length > 0 ? {} : { severity: 'hint' as const }) } };
}

function within(score: Decimal, band: string): boolean {
  const [low, high] = BANDS[band] ?? [0, 0];
  return score.gte(low) && score.lt(high);
}
