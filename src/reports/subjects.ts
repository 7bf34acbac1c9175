// What a figure is said to be: the field's words before it, read into scope, measure, source, year and role.

/** Which money or people; 'total' is everything the unit or the project has, 'named' an own name. */
export type Scope =
  | 'total' | 'basic' | 'project' | 'staff' | 'public' | 'sangong' | 'abroad' | 'vehicle' | 'vehicle-buying' | 'vehicle-running' | 'reception'
  | 'wages' | 'goods' | 'family' | 'capital' | 'meeting' | 'training' | 'posts' | 'employed' | 'retired' | 'people' | 'named';

export type Measure = 'original-budget' | 'final-budget' | 'budget' | 'received' | 'income' | 'spending' | 'balance' | 'carried-in' | 'adjustment';

/** level: how much there is · up, down: by how much it changed · share: of another figure · rate: a quotient · each: per head · limit: a target or threshold */
export type Role = 'level' | 'up' | 'down' | 'share' | 'rate' | 'each' | 'limit';

export interface Subject {
  /** The words, trimmed; null when there are none. */
  readonly words: string | null;
  readonly scope: Scope | null;
  readonly measure: Measure | null;
  /** 一般公共预算, 政府性基金 and the like; '' when none is named. */
  readonly source: string;
  /** A year as written, or how far from the report's own: −1 for 上年. */
  readonly year: { readonly said: number } | { readonly offset: number } | null;
  readonly role: Role;
}

const SOURCES: readonly (readonly [RegExp, string])[] = [
  [/一般公共(?:服务)?预算(?:财政拨款|拨款|财政|当年)?|公共预算财政拨款|公共财政预算(?:拨款)?|一般预算拨款/, '一般公共预算'],
  [/政府性?基金(?:预算)?(?:财政拨款|拨款)?/, '政府性基金'],
  [/国有资本经营(?:预算)?(?:财政拨款|拨款)?/, '国有资本经营'],
  [/社会保险基金(?:预算)?|社保基金(?:预算)?/, '社会保险基金'],
  [/纳入专户管理的?非税收入(?:拨款)?|财政专户(?:管理)?资金|非税收入/, '财政专户'],
  [/(?:中央|省级?|市级?|县级?|区级?|上级)(?:财政)?(?:专项)?(?:转移支付|补助|配套)|(?:中央|省级|市级|县级|区级|上级)(?:财政)?(?:专项)?资金/, '上级或配套资金'],
  [/事业(?:单位)?(?:经营)?收入|经营收入|其他(?:资金|收入)|自筹(?:资金)?|上级补助收入|附属单位上缴收入|单位资金/, '其他资金'],
  [/财政(?:性)?(?:补助|拨款)|当年财政/, '财政拨款'],
];

const SCOPES: readonly (readonly [RegExp, Scope])[] = [
  [/因公出国\(?境?\)?(?:费用?|经费)?|出国\(?境?\)?(?:经费|费用?)/g, 'abroad'],
  [/公务用?车(?:辆)?购置(?:费)?(?:[和及与、](?:公务用车)?(?:运行)?(?:维护)?|(?:公务用车)?运行(?:维护)?|维护)(?:费用?|经费)|公务用?车(?:辆)?购置[和及与、](?:公务用车)?(?:运行|维护)(?:维护|费|经费)*/g, 'vehicle'],
  [/(?:公务用?车(?:辆)?|公车)(?:运行|运转)(?:维护)?(?:费用?|经费)?/g, 'vehicle-running'],
  [/(?:公务用?车(?:辆)?|公车)(?:新增)?购置(?:费用?|经费)?/g, 'vehicle-buying'],
  [/公务接待(?:费用?|经费)?|接待费/g, 'reception'],
  [/三公(?:两费)?(?:经费|费用)?/g, 'sangong'],
  [/会议费/g, 'meeting'],
  [/培训费/g, 'training'],
  [/人员(?:支出|经费|类支出|费用)/g, 'staff'],
  [/(?:日常)?公用(?:支出|经费|类支出|费用)|日常公用/g, 'public'],
  [/工资福利(?:性)?(?:支出)?/g, 'wages'],
  [/商品(?:和|与|及)?服务(?:性)?支出/g, 'goods'],
  [/对?个人(?:和|及|与)家庭(?:的)?(?:补助|支出)*/g, 'family'],
  [/资本性支出|基本建设支出/g, 'capital'],
  [/基本(?:支出|经费)/g, 'basic'],
  [/项目(?:支出|经费)/g, 'project'],
  [/(?:核定|人员|事业|行政|单位|总|批准)*编制(?:数|人数|总数)?/g, 'posts'],
  [/(?:实有)?在职(?:在编)?(?:干部|职工|人员|人数|在岗)*/g, 'employed'],
  [/离?退休(?:干部|职工|人员|人数)*/g, 'retired'],
];

/** One of these is in every word of a scope. */
const SCOPE_WORDS = /费|支出|经费|三公|接待|用车|公车|公用|编制|在职|退休|福利|家庭/;
const TOTAL = /(?:整体|部门|单位|全年|全部|本年|年度|总|合计|累计|当年|本级|我[局会校办院中心]{0,2})*(?:收入|支出|预算|决算|资金|经费)(?:总|合)?(?:计|额|数|规模)?/;
/** Before one of these words, an own name makes the scope: 科普专项经费. */
const NAMED = /([\u4e00-\u9fa5A-Za-z0-9《》·]{2,30}?(?:专项资金|专项经费|补助资金|工作经费|项目资金|项目经费|补助|补贴|经费|资金|费用?|收入|支出|项目|工程|基金|拨款))/;

const MEASURES: readonly (readonly [RegExp, Measure])[] = [
  [/应(?:到位|下达|安排|配套)/, 'budget'],
  [/到位(?:资金|金额|数|总?额)?[为是共计达了]*$/, 'received'],
  [/年初(?:部门|批复|财政|批准|下达|安排|核定|单位|项目|收入|支出)*预算|年初(?:批复|安排|下达|核定|批准)|原预算|预算年初/, 'original-budget'],
  [/(?:调整后|最终|变动后|追加后|全年|年终|年末)的?(?:部门|单位|财政|收入|支出|项目|资金)*预算(?!执行)|预算调整(?:为|后|数(?!额))|调整预算(?:数)?(?!相关)|预算数调整(?:为|后)|^(?:调整|追加|调[增减]|核减|变动)后(?:为|共|合计|达到?)*$|可(?:使用|用|支配)(?:的)?(?:资金|财力|经费)/, 'final-budget'],
  [/追加|调[增减]|核[增减]/, 'adjustment'],
  [/(?:上年[度末]?|去年|年初|期初|以前年度|历年)(?:财政拨款|资金|滚存|累计)*(?:结转|结余|结存)|(?:年初|期初|上年末?)余额/, 'carried-in'],
  [/收支(?:差额|相抵)|预算数?[和与](?:实际)?(?:执行|支出)数?的?差[额异]|结余|结存|结转|剩余|余额|(?:尚?未)(?:使用|支出|支付|拨付|执行|结算)/, 'balance'],
  [/(?:实际|全年|已|累计)执行预算(?:资金|金额)/, 'spending'],
  [/支出预算|预算支出|收入预算|预算收入|预算(?:总)?(?:批复|安排|下达|金额|数|资金|经费|总额|额|为|指标)|控制数/, 'budget'],
  [/预算执行|执行数|已?执行|支出决算|决算支出|实际(?:支出|使用|支付|发放|投入|完成(?!值))|实付|支出|支付|使用|列支|开支/, 'spending'],
  [/到位|拨付|拨入|收到|获得[\u4e00-\u9fa5]*资金/, 'received'],
  [/收入/, 'income'],
  [/预算|批复|下达|安排|核定/, 'budget'],
  [/决算|发生|实报|结算(?:补贴|资金|支付|拨付|金额)|兑付|兑现/, 'spending'],
];

/** What should be paid was not yet, and a 差额 of other things is neither of the two. */
const OWED = /应(?:支付|付|缴|发|拨|支出|补助)|(?<!收支|预算数?[和与](?:实际)?(?:执行|支出)数?的?)(?:差额|差异|之差|相差)[为是达共约]*$/;
const UP = /(?:增加|增长|增产|上升|提高|增幅|升幅|上涨|净增|增多|多支|多收|超支|超出|超过|扩大|同比增|上浮|提升|超收|^(?:同比|[比较]上年)?增收|^多出?)(?:了|约|额|数|额?为|幅度|幅|金额|比例|率|达|:)*$/;
const DOWN = /(?:减少|缩短|下降|降低|降幅|节约|压减|压缩|缩减|节省|减幅|少支|少收|回落|下浮|同比减|(?<!增收)节支|减轻[\u4e00-\u9fa5]{0,2}(?:负担|压力)|减|^(?:同比|[比较]上年)?减收|^少)(?:了|约|额|数|额?为|幅度|幅|金额|比例|率|达|:)*$|(?:节约|节省|节支)(?:财政)?(?:资金|经费|开支|支出)(?:了|约|共|为)*$/;
const ABOVE_BUDGET = /超(?:出|过)?(?:了)?(?:年初|年度|全年)?(?:部门)?预算(?:数)?$/;
const SHARE = /占|比重|占比/;
/** 农村饮水安全巩固提升1260万元 is a name, no change. */
const NAME_OF_CHANGE = /(?:巩固|改造|整治|能力|质量|品质|服务|综合|全面|建设|提质)(?:提升|提高|增效)$/;
const EACH = /人均|户均|日均|场均|次均|平均|每[人户年月天次辆亩个]|每[\u4e00-\u9fa5]{1,4}$|每[百千万]人口?|单价|标准(?:为|是)?$|单位成本|均(?:为|达)?$/;
const LIMIT = /不(?:得)?(?:低于|少于|超过|高于|大于|小于|多于)|≥|≤|>|<|至少|最多|目标(?:值|为)|指标值|(?:计划|预计|预期|力争|拟|将)(?:投资|完成|安排|实施|改造|新增|培训|举办|建设|支出|使用|投入|开展|新建|补助|达到?)[\u4e00-\u9fa5]{0,12}$|达到?[\u4e00-\u9fa5]{0,4}以上|上限|限额|预算控制|控制(?:额|在)/;
const RATE = /率|进度|程度|满意度|比例|百分比/;
const YEAR = /(19|20)(\d{2})年/g;
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/上年|去年|上一年|上一预算年|同期|往年/g, -1],
  [/本年|今年|当年|本预算年/g, 0],
  [/明年|下年|次年|下一年|来年/g, 1],
];
const PARTICLES = /^(?:\([一二三四五六七八九十]{1,3}\)|截[至止]|其中|其(?![他余它])|包括|分别为?|主要|另|另外|同时|以及|并|与|和|较|比|低于|高于|同|从|由|对|按(?![期时质])|年度|度|[、,.(\-·]|含|共|内|的|一是|二是|三是|四是|五是|六是|\d{1,2}[、.)]|[①-⑳]|\(\d{1,2}\)|[一二三四五六七八九十]{1,2}是)+/;
const ENDINGS = /(?:(?:预|决|结)算(?:数|金额|额)?|为|是|共|合|(?<![审会统估设])计|总|(?<!下)达到?|(?<![签节])约|有|了|仅|只|数|额|金额|人民币|分别|实际|完成|资金|:|的|到|由|大约|近|超过?|\()+$/;

/** The last place where any of the patterns matches, and what it stands for. */
function lastOf<T>(text: string, patterns: readonly (readonly [RegExp, T])[]): { readonly value: T; readonly index: number; readonly end: number } | null {
  let last: { value: T; index: number; end: number } | null = null;
  for (const [pattern, value] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!last || end > last.end) last = { value, index: match.index, end };
    }
  }
  return last;
}

/** The year that words name, the last one where several do. */
export function yearIn(words: string): Subject['year'] {
  const said = [...words.matchAll(YEAR)].at(-1);
  // 结转下年 is left at the end of this one.
  const relative = /[年期]/.test(words) ? lastOf(words.replace(/结转(?:至|到)?下一?年/g, '结转'), RELATIVE) : null;
  if (relative && (!said || relative.index > said.index)) return { offset: relative.value };
  return said ? { said: Number(`${said[1] ?? ''}${said[2] ?? ''}`) } : null;
}

/** Reads the words between the previous figure, or the beginning of the clause, and the figure; `tail` is what follows it in the clause. */
export function readSubject(lead: string, tail: string, isRate: boolean): Subject {
  const year = yearIn(lead);
  const whole = lead.replace(/(?:19|20)\d{2}(?:(?=年初)|年(?:度|底|末)?)/g, '').replace(PARTICLES, '');
  const text = whole.replace(/(?:上年|去年|上一年|本年|今年|当年)(?:度|[末底](?=的|为|$))?(?:同期)?(?![度末底]?(?:财政拨款|资金|滚存|累计)*(?:结转|结余|结存|余额))/g, '').replace(PARTICLES, '');
  const source = SOURCES.find(([pattern]) => pattern.test(text))?.[1] ?? '';
  const bare = SOURCES.reduce((rest, [pattern], i) => (i === 5 || i === 6 ? rest : rest.replace(pattern, '')), text);
  const own = bare.replace(/基本支出|项目支出|人员支出|公用支出|服务支出|资本性支出|福利支出/g, '');
  // 其他资金(包括上年结转资金)执行: what stands in a bracket only explains the name.
  const measure = OWED.test(bare) ? null : measureIn(own.replace(/\([^()]*\)/g, '')) ?? measureIn(own);
  const role = roleOf(text, tail, isRate);
  const known = scopeOf(bare, text, source, measure);
  // What a quarter takes is no total of the year.
  const scope = known === 'total' && PERIOD.test(text) ? 'named' : known;
  const named = text.replace(ENDINGS, '');
  const words = (named.length >= 2 ? named : /^(?:仅|只|则)?[为是]$/.test(text) ? '' : text).replace(/^.*(?:安排|下达|拨付|获得|收到|争取|用于|投入|申请)(?=[\u4e00-\u9fa5]{4,}$)/, '').slice(-24);
  return { words: words === '' ? null : words, scope, measure: measure ?? (scope && impliesSpending(bare) ? 'spending' : null), source, year, role };
}

const measureIn = (text: string): Measure | null => MEASURES.find(([pattern]) => pattern.test(text))?.[1] ?? null;

function impliesSpending(text: string): boolean {
  return /支出/.test(text);
}

function scopeOf(bare: string, text: string, source: string, measure: Measure | null): Scope | null {
  const known = SCOPE_WORDS.test(bare) ? lastOf(bare, SCOPES) : null;
  if (known) {
    // 会议费、培训费3万元 is about both; 项目支出中的科普经费 about the latter.
    const before = bare.slice(0, known.index);
    const after = bare.slice(known.end);
    if (/[、和及与]$/.test(before) && known.value !== 'posts') return 'named';
    if (/^[\u4e00-\u9fa5]*(?:其中|中)[\u4e00-\u9fa5]{2,}(?:费|经费|资金)/.test(after)) return 'named';
    return isOwnName(before) && (known.value === 'project' || known.value === 'basic') ? 'named' : known.value;
  }
  const stripped = bare.replace(/(?:上年|去年|上一年|本年|今年|当年|本|该|全)(?:度)?/g, '');
  const total = TOTAL.exec(stripped);
  if (total && !isOwnName(stripped.slice(0, total.index))) return NAMED.test(stripped.slice(0, total.index)) ? 'named' : 'total';
  if (measure !== null && !isOwnName(stripped)) return 'total';
  if (NAMED.test(stripped)) return 'named';
  if (/结余|结转|到位|批复|下达|拨付|追加|调[增减]/.test(stripped) && !/[\u4e00-\u9fa5]{4,}(?:结余|到位|批复|下达|拨付)/.test(stripped.replace(/年?初?年?末?|实际|资金|财政|预算|结转|和/g, ''))) return 'total';
  if (stripped === '' && source !== '') return 'total';
  return text === '' ? null : 'named';
}

/** A part of the year. */
export const PERIOD = /[一二三四1-4]季度|[上下]半年|\d{1,2}月?[至到-]\d{1,2}月/;

/** Words before 支出 or 资金 that name something of its own: 科普, 疫情防控; not 单位, 实际, 我局. */
const isOwnName = (before: string): boolean => nameIn(before).length >= 2;

/** What stands before the words of a scope as a name of its own: 编外 of 编外人员经费; '' where nothing does. */
export function ownNameIn(words: string | null): string {
  const known = words === null ? null : lastOf(words, SCOPES);
  const name = known ? nameIn((words ?? '').slice(0, known.index)) : '';
  return name.length >= 2 ? name : '';
}

function nameIn(before: string): string {
  return before.replace(/[^\u4e00-\u9fa5]/g, '')
    .replace(/年内|到位|街道|办事处|政府|机关|学校|医院|区|县|市|省|镇|乡|馆|所|站|校|(?<!住)院|局|委|办|会|中心|我|本|单位|部门|财政|使用|支付|列支|数|额|截至|截止|年底|底|月|日|其|可用|支配|投入|剩余|尚未|实付|工程款|款项|结余|结转|和|到|目前|拨付|收到|拨款|实际|全年|年度|完成|实现|年初|年末|总|共|合计|批复|安排|下达|到位|一般|公共|预算|整体|收入|决算|支出|执行|调整|后|追加|的|用于|主要|科协|各项|全部|经费|资金|核定|批准|部|按照|根据|经|累计|根|据|由|在|和|与|上级|本级|当|中|其|县级|可|支配/g, '');
}

function roleOf(text: string, tail: string, isRate: boolean): Role {
  if (ABOVE_BUDGET.test(text)) return 'up';
  if (UP.test(text) && (isRate || !NAME_OF_CHANGE.test(text))) return /(?:增加|增长|上升|提高|提升)(?:到|至|为)$/.test(text) ? 'level' : 'up';
  // 由20分钟缩短为5分钟
  if (DOWN.test(text) && !/^(?:缩短|压缩|压减|减少|下降|降低)为$/.test(text)) return 'down';
  // 平均住院日由上年的8.3天下降到8.1天: the average itself changes.
  if (EACH.test(text.slice(-12)) && !/[由从][\u4e00-\u9fa5]{0,6}$/.test(text)) return 'each';
  if (isRate && (SHARE.test(text.slice(-24)) || /^的?(?:占比|比重)/.test(tail))) return 'share';
  // 预算执行率未达100%
  if (isRate && /(?:未|没有|不)能?达到?$/.test(text)) return 'limit';
  if (LIMIT.test(text.slice(-16)) || /^(?:[(（]?含[)）]?)?以[上下内]/.test(tail)) return 'limit';
  if (isRate && RATE.test(text)) return 'rate';
  return 'level';
}
