// Counts of listed items: 内设股室3个，分别为甲、乙、丙 lists three.
import type { Fact } from '../fact';
import { isSolid } from '../fact';
import { chineseNumber } from '../headings';
import { plainText } from '../plain-text';
import type { Reading } from '../reading';
import type { Outcome, Span } from '../report-rule';
import { defineReportRule, TEXT_BASIS } from '../report-rule';

type Message = 'list';

const UNITS = '个|家|项|类|名|人|位|所|处|场|种|条|辆|台|块|村|件|方面|部分|大类|大板块|阶段|大内容|步骤|大任务';
/** The number, at most a few words of what is counted, and the word that opens the list. */
const LIST_AFTER = new RegExp(`(\\d{1,2}|[两三四五六七八九十]{1,3})(?:${UNITS})[^，。；：、\\d()]{0,12}(?:[，：]?(?:具体)?(?:包括|包含|即)：|(?:[，：](?:分别|具体)?(?:为|是)?|[，：]?(?:分别为|分别是|分别|即|有|包括|包含))：?)(?=[^，。；：])`, 'g');
/** 甲、乙、丙等3个单位, 甲、乙和丙三家企业. */
const LIST_BEFORE = new RegExp(`([^，。；：\\n]{2,200}?、[^，。；：\\n]{1,200}?)(等)?(?:共计?)?(\\d{1,2}|[两三四五六七八九十]{1,3})(?:${UNITS})`, 'y');
/** 事业单位2个（市普查中心、市调查中心） */
const LIST_IN_BRACKET = new RegExp(`(\\d{1,2}|[两三四五六七八九十]{1,3})(?:${UNITS})([^，。；：、\\d()]{0,8})\\(([^()]{3,200})\\)`, 'g');
const ORGANISATION = /单位|机构|科室|股室|处室|科|股|部门|部|社区|行政村|乡镇|街道|中心|公司|学校|医院|站|馆/;
const OPENS_LIST = /分别(?:为|是)|[，：](?:即|为|有|包括|包含|是)|(?<!主要(?:有|包括|包含|为|是))：$/;
/** What follows a list and is none of its items. */
const ENDS_LIST = /\d|^(?:无|没有|未|其中|均|全部|共|总|编制|核定|实有|现有|在职|内设|下设|下辖|所属|年末|截[至止]|主要|分别|为|由|负责|属|并|同时|以|达|已|我)/;
const LONGEST_ITEM = 30;
/** 和 between two names, not in 普及, 和谐. */
const JOINT = /(?<!普|涉|危|推)及(?!时|格)|和(?![谐平睦])|与(?![会])|或(?!者)/g;

export const reportCount = defineReportRule<Message>({
  id: 'report-count',
  title: '报告列举数量',
  severity: 'verify',
  why: '说的个数和列出的不一样，漏列或多列都要改。',
  basis: TEXT_BASIS,
  messages: { list: '写的是{received}，列出的是{expected}个：{items}。' },
  examples: [
    { shows: 'one item short', text: '设有内设股室4个，分别为学会工作部、普及工作部、办公室，无二级机构。', findings: [{ quote: '4个', message: '写的是4个，列出的是3个：学会工作部、普及工作部、办公室。' }] },
    { shows: 'more items than the number says', text: '将红旗社区、通用机场、中心医院、第二小学等3个单位的资料报送至市科协。', findings: [{ quote: '3个', message: '写的是3个，列出的是4个：将红旗社区、通用机场、中心医院、第二小学。' }] },
    { shows: 'a list in a bracket', text: '下属事业单位2个（市普查中心、市调查中心、市数据中心）。', findings: [{ quote: '2个', message: '写的是2个，列出的是3个：市普查中心、市调查中心、市数据中心。' }] },
    { shows: 'a list behind a colon', text: '下属二级预算单位5个：市林科所、市森防站、市林场站、市野保站。', findings: [{ quote: '5个', message: '写的是5个，列出的是4个：市林科所、市森防站、市林场站、市野保站。' }] },
    { shows: 'a list behind both words and a colon', text: '内设6个职能科室，分别为：预防保健科、内科、外科、妇女保健科、中医科。\n共设置6个内设机构，包括：数据要素科、创新发展科、项目促进科、技术保障科、基础建设科。', findings: [{ quote: '6个', message: '写的是6个，列出的是5个：预防保健科、内科、外科、妇女保健科、中医科。' }, { quote: '6个', message: '写的是6个，列出的是5个：数据要素科、创新发展科、项目促进科、技术保障科、基础建设科。' }] },
    { shows: 'a list that goes on behind a semicolon, and one of the main items', text: '下设4个中心，分别为：监测中心、信息中心；培训中心、服务中心。\n推进5项工作主要包括：规划编制、项目申报、资金争取、工程验收。', findings: [] },
    { shows: 'items behind commas, and items that are numbered', text: '全年完成3项工作，分别是开展科普宣传、科普讲座活动，组织科技竞赛，举办科普展览。\n存在3个问题，分别是：一是预算编制不细、执行偏慢，二是资料不全，三是公开不及时。', findings: [] },
    { shows: 'an indicator of the table with two things in its name', text: '2022年度农村道路养护项目绩效自评报告\n养护道路里程、培养博士、硕士研究生、养护按期完成率等3项指标均得满分。', form: { base: 'project', cells: { D15: '培养博士、硕士研究生' } }, findings: [] },
    { shows: 'as many as listed', text: '设有内设股室3个，分别为学会工作部、普及工作部和办公室，无二级机构。', findings: [] },
    { shows: 'only some of them listed', text: '设有内设股室9个，分别为学会工作部、普及工作部、办公室等。', findings: [] },
    { shows: 'a name that holds an “and” itself', text: '内设5个科室，分别为预算科、国库科、行政政法和教科文科、农业农村科、办公室。', findings: [] },
  ],
  *check(reading) {
    const names = namesWithMarks(reading);
    for (const line of reading.lines) {
      const text = names.reduce((rest, name) => rest.replaceAll(name, name.replaceAll('、', '·')), line.plain.text);
      if (!text.includes('、')) continue;
      for (const match of text.matchAll(LIST_AFTER)) {
        if (!OPENS_LIST.test(match[0])) continue;
        yield* judgeAfter(reading, line.at, text, match.index, match[1] ?? '', match[0]);
      }
      for (const match of text.matchAll(LIST_IN_BRACKET)) yield* judgeBracket(reading, line.at, text, match);
      for (const clause of text.matchAll(/[^，。；：\n]+/g)) {
        if (clause[0].includes('、') && clause[0].length <= 300) yield* judgeBefore(reading, line.at, clause[0], clause.index);
      }
    }
  },
});

/** Indicators of the tables that hold a 、 in their name, as 培养博士、硕士研究生 does, are one item each. */
function namesWithMarks({ sources }: Reading): readonly string[] {
  return sources.flatMap(({ review }) => review.table.indicators.map(({ name }) => plainText(name.raw).text)).filter((name) => name.includes('、'));
}

interface Listed {
  readonly items: readonly string[];
  /** Words such as 和 inside items, which may part two of them. */
  readonly joints: number;
}

function listed(text: string): Listed | null {
  const plain = text.replace(/\([^()]*\)/g, '');
  const items = plain.split('、').map((item) => item.trim());
  if (items.length < 2 || items.some((item) => item === '' || item.length > LONGEST_ITEM || /\d+(?:\.\d+)?(?:%|万|亿|元)/.test(item))) return null;
  return { items, joints: items.reduce((count, item) => count + (item.match(JOINT)?.length ?? 0), 0) };
}

function figureAt(reading: Reading, line: number, start: number): Fact | null {
  return reading.index.around(line, 0).find((fact) => fact.start === start && fact.kind === 'count' && isSolid(fact)) ?? null;
}

function* outcome(reading: Reading, span: Span, digits: string, { items, joints }: Listed, always: boolean): Iterable<Outcome<Message>> {
  const value = chineseNumber(digits);
  const fact = figureAt(reading, span.line, span.start);
  if (value === null || (/\d/.test(digits) && !fact)) return;
  const facts = fact ? [fact] : [];
  if (value >= items.length && value <= items.length + joints) return void (yield { facts, cells: [], fault: null });
  if (!always && value > items.length) return;
  const text = reading.lineOf.get(span.line)?.plain.text ?? '';
  const received = text.slice(span.start, span.end);
  const expected = String(items.length);
  yield { facts, cells: [], fault: { message: 'list', data: { received, expected, items: items.slice(0, 12).join('、') }, places: [fact ?? span], expected, received, calculation: null } };
}

function* judgeAfter(reading: Reading, line: number, text: string, start: number, digits: string, opening: string): Iterable<Outcome<Message>> {
  const from = start + opening.length;
  const rest = text.slice(from, from + 400);
  const end = rest.search(/[，。；\n：]/);
  const words = end < 0 ? rest : rest.slice(0, end);
  if (end < 0 && rest.length === 400) return;
  // The list may go on behind the comma: A、B，C、D.
  const behind = rest.slice(end + 1, end + 60).split(/[，。；\n]/)[0] ?? '';
  if (/等|另|以及其他|^一是/.test(words) || opening.endsWith('：') && rest.charAt(end) === '；' || (rest.charAt(end) === '，' && behind.includes('、')) || rest.charAt(end) === '：') return;
  const list = listed(words.replace(/^(?:分别)?(?:为|是|有|包括|即)/, ''));
  const unit = /^[\u4e00-\u9fa5]{1,3}/.exec(opening.slice(digits.length))?.[0].charAt(0) ?? '';
  if (!list || /\d/.test(list.items.join(''))) return;
  // 分别是开展科普宣传、讲座，组织竞赛，举办展览: the first item may hold the 、, and the others stand behind commas.
  if (rest.charAt(end) === '，' && list.items.length < (chineseNumber(digits) ?? 0) && !ENDS_LIST.test(behind)) return;
  // Two short of five may be departments written with 和; more than that is a different list.
  if (/分别/.test(opening) || Math.abs((chineseNumber(digits) ?? 0) - list.items.length) <= 1) yield* outcome(reading, { line, start, end: start + digits.length + unit.length }, digits, list, /分别/.test(opening) || (opening.endsWith('：') && /^。?$/.test(rest.charAt(end))));
}

function* judgeBracket(reading: Reading, line: number, text: string, match: RegExpExecArray): Iterable<Outcome<Message>> {
  const [, digits = '', noun = '', inside = ''] = match;
  const named = noun !== '' ? noun : text.slice(Math.max(0, match.index - 8), match.index);
  const list = listed(inside.replace(/^(?:分别)?(?:为|是|有|包括|即)：?/, ''));
  if (!list || !ORGANISATION.test(named) || /等|另|含|其中|以及|[，；。]|\d/.test(inside)) return;
  yield* outcome(reading, { line, start: match.index, end: match.index + digits.length + 1 }, digits, list, true);
}

function* judgeBefore(reading: Reading, line: number, clause: string, at: number): Iterable<Outcome<Message>> {
  LIST_BEFORE.lastIndex = 0;
  const match = LIST_BEFORE.exec(clause);
  if (!match) return;
  const [whole, items = '', partly, digits = ''] = match;
  const opened = /^.*?(?:内设|下设|设有|下辖|设置|共有|辖)(?!机构)(?:有|了)?/.exec(items);
  const list = listed(opened ? items.slice(opened[0].length) : items);
  if (!list) return;
  const start = at + whole.length - digits.length - (/(?:方面|部分|大类|大板块|阶段|大内容|步骤|大任务)$/.exec(whole)?.[0].length ?? 1);
  const value = chineseNumber(digits) ?? 0;
  // Without 等 the words before a number need not be its list: 县医院、县中医院14名医务人员.
  const agrees = value >= list.items.length && value <= list.items.length + list.joints;
  if (agrees || (opened && partly === undefined && list.items.length >= 3 && Math.abs(value - list.items.length) <= 3) || (partly !== undefined && value >= 2 && list.items.length > value && list.joints === 0 && list.items.slice(1).every((item) => !/[的在对向把为由将]/.test(item)))) {
    yield* outcome(reading, { line, start, end: start + digits.length + 1 }, digits, list, opened !== null && partly === undefined);
  }
}
