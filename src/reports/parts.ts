// 其中 and its kin: which figure the ones that follow are parts of.
import type { Fact } from './fact';
import type { Measure, Scope, Subject } from './subjects';

const PARTS = /其中|分[为成]?[两二三四五六七八九十]个?(?:子项目|部分|板块|项目|大类)(?=：|$)|(?:支出|资金|使用|贴息|补助)(?:分类|构成|结构|分布|方向|用途)为?(?=：|$)|分项(?:得分)?(?:为|是)?(?=：|$)|按[\u4e00-\u9fa5]{2,10}?(?:分类|划分|分|看)(?=：|，|$)|分(?:项目|地区|区域|科目|类别|用途|级次|层级|来源)(?:来)?看|按[\u4e00-\u9fa5]{0,4}(?:用途|性质|类别|科目)(?=：|，|$)|(?<=支出|收入|经费|资金|决算|预算)中(?=，|$)|主要用于|来源(?:为|是)?|(?:分配|安排|构成|明细|使用)(?:情况)?如下|支出明细(?=，|：|$)|包括|包含|分别(?!(?:同比|[比较]上年)?(?:减少|增加|增长|下降|上升|提高|提升|降低|高于|低于|超))(?:为|是)?|分项为|由(?!于)|具体(?:为|是)|构成|组成/;
/** Above which scopes a scope stands in the field's own hierarchy: staff costs are a part of basic spending. */
const ABOVE: Readonly<Partial<Record<Scope, readonly Scope[]>>> = {
  staff: ['basic', 'total'], public: ['basic', 'total'], basic: ['total'], project: ['total'],
  wages: ['basic', 'total'], goods: ['basic', 'total'], family: ['basic', 'total'], capital: ['basic', 'total'],
  abroad: ['sangong'], vehicle: ['sangong'], reception: ['sangong'], 'vehicle-buying': ['vehicle'], 'vehicle-running': ['vehicle'],
};
const LOOK_BACK = 12;
/** A named whole may stand a long paragraph before. */
const FAR_BACK = 40;

/** 由 introduces parts only where 构成 or 组成 follows; 其他资金(包括上年结转)执行 explains a name. */
export function jointIn(words: string, behind: string): string {
  const joint = PARTS.exec(words.replace(/\([^()]*\)/g, ''))?.[0] ?? '';
  return joint !== '由' || /^[^。]*(?:构成|组成)/.test(behind) ? joint : '';
}

/** 比上年的10万元, 超任务6户 and 预算90万元的75% only measure something else: no parts follow from them. */
function headsParts(fact: Fact, left = false): boolean {
  return (fact.role === 'level' || PLANNED.test(fact.lead)) && !fact.aside && (left || fact.measure !== 'balance') && fact.measure !== 'carried-in' && !/^(?:比|较|与|和|同|相比|[，、]?超(?:额|任务|计划|目标))/.test(fact.lead) && !/^[的/]/.test(fact.tail);
}

/** 总投资38000万元，2022年计划投入18000万元，其中… */
const PLANNED = /(?:计划|预计|拟|应)(?:投入|投资|安排|支出|筹集)(?:资金)?$/;

/** 项目支出主要包括： goes on from the figure that was given for it before. */
export function wholeNamed(facts: readonly Fact[], scope: Scope | null, joint: string, source = '', words: string | null = null): number | null {
  if (scope === 'named' && joint === '中' && words !== null) return calledBefore(facts, words);
  // 一般公共预算支出按功能分类： names its whole by the source.
  if (scope === null || scope === 'named' || (scope === 'total' && joint !== '中' && source === '')) return null;
  const last = facts.at(-1);
  for (let i = facts.length - 1; i >= Math.max(0, facts.length - FAR_BACK); i--) {
    const fact = facts[i];
    if (fact && last && fact.line >= last.line - 2 && fact.scope === scope && (source === '' || scope !== 'total' || fact.source === source) && fact.kind === 'amount' && headsParts(fact) && fact.measure === 'spending') return i;
  }
  return null;
}

/** 医疗收入中， behind 医疗收入15418.92万元，占82.71%: one value of that name, just before. */
function calledBefore(facts: readonly Fact[], words: string): number | null {
  const name = words.replace(/中$/, '');
  const last = facts.at(-1);
  const found = facts.slice(-LOOK_BACK).filter((fact) => last && name.length >= 4 && fact.line >= last.line && fact.kind === 'amount' && fact.words === name && headsParts(fact) && !fact.token.partial);
  const [first] = found;
  return first && found.every(({ value }) => value.eq(first.value)) ? first.index : null;
}

/** 其中 at the beginning of a sentence goes on from the one before: from what the parts belong to, else from its last amount. */
function before(facts: readonly Fact[], above: readonly Scope[] | undefined, kind: Fact['kind'], unit: string): number | null {
  // 0-6岁儿童 holds no figure of its own.
  const last = facts.findLast(({ token }) => !token.partial);
  // 补贴机具12480台，受益农户9860户。其中拖拉机1560台: of what is counted in the same unit.
  const counted = kind === 'count' && facts.slice(-LOOK_BACK).some((fact) => fact.sentence === last?.sentence && fact.kind === kind && fact.unit === unit);
  for (let i = facts.length - 1; i >= Math.max(0, facts.length - LOOK_BACK); i--) {
    const fact = facts[i];
    if (!fact || !last || fact.line < last.line - 1) break;
    if (!headsParts(fact) || fact.kind !== kind || counted && fact.unit !== unit) continue;
    // 总支出2462.85万元，上年2339.71万元，同比增长5.26%。其中：…: this year's are divided.
    const now = facts[i - 1];
    if (/^[，、]?(?:上年|去年)(?:度|同期)?(?:为|是)?$/.test(fact.lead) && now?.sentence === fact.sentence && now.kind === kind && now.year > fact.year) continue;
    if (above ? above.includes(fact.scope ?? 'named') : fact.parent === null && fact.sentence === last.sentence) return i;
  }
  return null;
}

/** A figure that words like 其中 introduce as a part. */
export interface Introduced {
  readonly scope: Scope | null;
  readonly kind: Fact['kind'];
  readonly unit: string;
  readonly sentence: number;
  /** True where the joint begins its sentence: the whole may stand in the one before. */
  readonly opens: boolean;
  /** 其中养护结转: a part of what was left over. */
  readonly ofBalance: boolean;
}

/** Whose parts follow: by the field's own hierarchy where the words name it, else the figure just before. */
export function parentOf(facts: readonly Fact[], { scope, kind, unit, sentence, opens, ofBalance }: Introduced): number | null {
  const above = scope === null ? undefined : ABOVE[scope];
  const last = facts.at(-1);
  // 年末结转143.58万元，其中养护结转98.2万元
  if (ofBalance && last && last.sentence === sentence && last.measure === 'balance' && last.kind === kind && headsParts(last, true)) return last.index;
  return inSentence(facts, above, sentence, kind) ?? (opens ? before(facts, above, kind, unit) : null);
}

/** In the sentence itself: what stands above in the hierarchy, else the nearest. */
function inSentence(facts: readonly Fact[], above: readonly Scope[] | undefined, sentence: number, kind: Fact['kind']): number | null {
  let nearest: number | null = null;
  for (let i = facts.length - 1; i >= Math.max(0, facts.length - LOOK_BACK); i--) {
    const fact = facts[i];
    if (!fact || fact.sentence < sentence) break;
    if (!headsParts(fact) || fact.kind !== kind) continue;
    nearest ??= i;
    if (above?.includes(fact.scope ?? 'named')) return i;
    // A figure that is itself a part does not head the parts of its sister, unless 其中 comes again.
    if (above === undefined) break;
  }
  return nearest;
}

/** Money that came, is left over or was carried in is no part of what was spent. */
const NO_PARTS: ReadonlySet<Measure | null> = new Set<Measure>(['balance', 'carried-in', 'received']);

/** Sums of the form that are made up of this year's money and what was carried in. */
const HAS_CARRIED: ReadonlySet<Measure> = new Set<Measure>(['budget', 'final-budget', 'original-budget', 'spending']);

/** What comes of a budget through the year is no part of it. */
const CHANGED: Readonly<Partial<Record<Measure, readonly (Measure | null)[]>>> = { adjustment: ['final-budget'], 'original-budget': ['adjustment', 'final-budget'] };

/** 财政资金300万元，带动投资800万元: what came of the money. */
const CAME_OF_IT = /(?:带动|撬动|拉动|吸引|引导|挽回|追回|缴纳|实现综合)[\u4e00-\u9fa5]{0,12}$/;

/** The list of parts is over: another year, another side of the budget, or words between 其中 and the figure that bear no figure. */
export function endsParts(list: { readonly open: boolean; readonly jointAt: number }, subject: Subject, parent: Fact | undefined, at: number, lead: string): boolean {
  if (list.open ? beginsAnew(subject, parent, lead) : at > list.jointAt + 1) return true;
  if (CAME_OF_IT.test(lead)) return true;
  // 编制210名，…；在职198人: people are no part of the posts.
  if (parent?.scope === 'posts' && subject.scope !== 'posts' && (list.open || subject.scope === 'employed' || subject.scope === 'retired')) return true;
  if (subject.measure === 'balance' && parent?.measure === 'balance') return false;
  // 全年预算数3715.61万元，其中：当年财政拨款…，上年结转资金928.9万元，其他资金…, as in the form
  if (subject.measure === 'carried-in' && list.open && HAS_CARRIED.has(parent?.measure ?? 'income') && /^[，、]?上年结转(?:资金)?$/.test(lead)) return false;
  // 预算批复数1000万元，其中财政拨款…，其他资金…；预算执行数950万元
  if (list.open && parent?.measure?.includes('budget') === true && subject.measure === 'spending' && subject.scope === 'total' && /执行数$|^[，、]?(?:全年|实际)(?:实际)?支出$/.test(lead)) return true;
  // 年初预算1000万元，其中人员经费…；追加200万元，其中公用经费…，调整后预算1200万元
  if (NO_PARTS.has(subject.measure) || CHANGED[parent?.measure ?? 'income']?.includes(subject.measure)) return true;
  return list.open && parent?.yearSaid === true && isOtherYear(subject.year);
}

/** 另有县级配套486万元 comes on top; 总收入1286.4万元，其中…；总支出1260.67万元 is the other side of the budget. */
function beginsAnew(subject: Subject, parent: Fact | undefined, lead: string): boolean {
  return /^另(?:有|外|安排|行)/.test(lead) || parent?.measure === 'income' && subject.measure === 'spending' && /总支出|支出(?:总计|合计)|全年支出/.test(lead);
}

/** 上年, told from the report's own year. */
const isOtherYear = (year: Subject['year']): boolean => year !== null && 'offset' in year && year.offset !== 0;

/** After the parts of a part (人员经费 and 公用经费 of 基本支出), 项目支出 is a part of the whole again. */
export function parentAbove(facts: readonly Fact[], scope: Scope | null, introduced: number, sentence: number): number | null {
  const above = scope === null ? undefined : ABOVE[scope];
  if (above === undefined || above.includes(facts[introduced]?.scope ?? 'named')) return introduced;
  for (let i = facts.length - 1; i >= Math.max(0, facts.length - LOOK_BACK); i--) {
    const fact = facts[i];
    if (!fact || fact.sentence < sentence) break;
    if (fact.role === 'level' && above.includes(fact.scope ?? 'named')) return i;
  }
  // Where no whole is given, 项目支出 is no part of 基本支出 either.
  return scope === 'project' && facts[introduced]?.scope === 'basic' ? null : introduced;
}
