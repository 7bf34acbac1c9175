// What a figure inherits from the words before it: year, subject and side of the budget of its sentence, of its paragraph, of the report.
import type { Fact } from './fact';
import type { Line } from './lines';
import { jointIn, wholeNamed } from './parts';
import type { Measure, Scope, Subject } from './subjects';
import { readSubject } from './subjects';

/** What the whole report is about. */
export interface ReportSubject {
  readonly year: number | null;
  /** Plain title of a report on one project; null for a report on a whole unit. */
  readonly project: string | null;
}

/** What is carried on inside a sentence. */
export interface Carry {
  /** Number of the sentence inside the paragraph. */
  readonly sentence: number;
  readonly year: Subject['year'];
  readonly scope: Scope | null;
  readonly words: string | null;
  readonly measure: Measure | null;
  readonly source: string;
  readonly joint: string;
  readonly parent: number | null;
  /** Clause in which the joint was met: parts follow in it or in the next one. */
  readonly jointAt: number;
  /** True where the joint begins a sentence: its whole stands in the sentence before. */
  readonly opens: boolean;
  /** True once a part was read: the list goes on until something else begins. */
  readonly open: boolean;
  /** Said once for the figures that follow: “三公”经费预算支出： */
  readonly group: Measure | null;
  /** Of the figure that scope and words were taken from. */
  readonly kind: Fact['kind'] | null;
}

export const NOTHING_CARRIED: Carry = { sentence: -1, year: null, scope: null, words: null, measure: null, source: '', joint: '', parent: null, jointAt: -1, opens: false, open: false, group: null, kind: null };

/** What a clause without a figure must say to matter for the next: most of a report's prose does not. */
const CARRIES = /分项|分类|划分|分[为成]?[两二三四五六七八九十]个|按[\u4e00-\u9fa5]{2,10}[分看]$|年|同期|其中|包[括含]|分别|由|具体|构成|组成|用于|来源|支出|收入|预算|经费|资金|费|编制|在职|退休|三公|接待|用车|决算|结[余转]|如下/;
/** 与2021年相比 names a year that is only looked back at. */
const LOOKS_BACK = /^(?:与|比|较|同|和)|相比/;
/** Words that say nothing of their own: 支出决算 behind 公务接待费支出预算10万元 speaks of the same costs. */
const GENERIC = /^(?:其?实际|财政拨款|调整后?|变更后|最终)?(?:支出|预算|决算|收入|执行|使用|完成|支付|到位|拨付|年[初末])*(?:支出|决算|预算|结转|结余|和|数|金额|资金)*$/;

export const isGeneric = (words: string | null): boolean => GENERIC.test(words ?? '');

/** A clause without a figure may say year, subject or 其中 for the ones behind it. */
export function carried(carry: Carry, words: string, facts: readonly Fact[], at: number, opens: boolean): Carry {
  // 未发生因公出国(境)费用 has nothing to hand on.
  if (!CARRIES.test(words) || /^(?:未|没有|无)(?:发生|安排|产生)/.test(words)) return carry;
  const subject = readSubject(words, '', false);
  const joint = jointIn(words, '');
  // 主要包括：（基本工资、津贴补贴等） explains a part; the list of parts goes on behind it.
  if (carry.open && /主要|具体/.test(words)) return carry;
  return {
    ...carry,
    year: LOOKS_BACK.test(words) ? carry.year : subject.year ?? carry.year,
    group: isBudget(subject.measure) ? subject.measure : subject.measure === 'spending' ? null : carry.group,
    ...(joint === '' ? {} : { joint, jointAt: at, opens, open: false, parent: wholeNamed(facts, subject.scope, joint, subject.source, subject.words) }),
    ...(subject.scope !== null && subject.scope !== 'named' ? { scope: subject.scope, words: subject.words, measure: subject.measure ?? carry.measure, source: subject.source } : {}),
    ...(subject.scope === 'named' && subject.measure !== null ? { measure: subject.measure } : {}),
  };
}

const isBudget = (measure: Measure | null): boolean => measure !== null && measure.includes('budget');

/** A part of the budget is on the side that its whole, or the words before all parts, are on. */
export function measureFor(subject: Subject, inherited: Measure | null, parents: Measure | null): Measure | null {
  const { measure, scope } = subject;
  if (parents !== null && (measure === null || measure === 'spending' || measure === 'income' && isBudget(parents)) && scope !== null && scope !== 'total') return parents;
  return measure ?? inherited;
}

const COMMON = /专项|项目|资金|经费|补助|工程|支出|实际|完成|到位|预算|年初|安排|下达|批复|财政|使用|支付|执行|全年|累计|拨付|投入|总|额|截至|共|已|的|本级|用于/g;

/** The own name at the end of the words stands in the title: 科普经费项目 of 科普专项经费绩效自评报告. */
function namesProject(words: string, title: string): boolean {
  const core = words.replace(COMMON, ' ').trim().split(' ').at(-1) ?? '';
  const plain = title.replace(COMMON, '');
  return core === '' || (core.length >= 2 && plain.includes(core.slice(-Math.min(core.length, 4))));
}

const NO_SPENDING: ReadonlySet<Scope> = new Set<Scope>(['total', 'named', 'posts', 'employed', 'retired', 'people']);
const BUDGETED = /预算|下达|批复|安排|计划|年初|标准|定额|指标/;
const SENTENCE = 160;

/** 公用经费36.70万元 without further words is what was spent, unless its sentence speaks of a budget. */
export function spendingUnlessBudgeted(scope: Scope | null, text: string, at: number): Measure | null {
  if (scope === null || NO_SPENDING.has(scope)) return null;
  const before = text.slice(Math.max(0, at - SENTENCE), at);
  return BUDGETED.test(before.slice(before.lastIndexOf('。') + 1)) ? null : 'spending';
}

/** What a report on one project calls 项目资金 or by the name in its title is all there is; under 基本支出情况, 实际支出66.44万元 is the basic spending. */
export function scopeIn(line: Line, scope: Scope | null, words: string | null, measure: Measure | null, of: ReportSubject, own: boolean): Scope | null {
  if (of.project !== null && words !== null && own && (scope === 'project' || (scope === 'named' && measure !== null && namesProject(words, of.project)))) return 'total';
  if ((scope !== 'total' && scope !== null) || measure !== 'spending' || of.project !== null) return scope;
  const heading = line.path.at(-1) ?? '';
  if (heading.length > 20 || /总|整体|收入|部门|单位/.test(words ?? '')) return scope;
  if (/基本支出/.test(heading) && !/项目支出/.test(heading)) return 'basic';
  return /项目支出/.test(heading) && !/基本支出|绩效/.test(heading) ? 'project' : scope;
}

export function yearOf(year: Subject['year'], reportYear: number | null): number {
  if (year !== null && 'said' in year) return year.said;
  // Without a year of its own a report still tells this year from the last: they are 0 and −1 then.
  return (reportYear ?? 0) + (year?.offset ?? 0);
}

/** Only a year in digits holds for the sentences that follow. */
export const writtenYear = (year: Subject['year']): Subject['year'] => (year && 'said' in year ? year : null);
