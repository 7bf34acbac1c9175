// When an indicator or a form says itself how points follow from the result: then no proportion is held against it.

/** 不得分, 得0分, 得分为0: none of the points. */
const NOTHING = String.raw`不(?:予)?[得计记给]分|[得计记给为是]\s*[0零]\s*分|(?:得分|分[值数])\s*[为是计记=]\s*[0零](?![.\d])`;
/** 得 10 分, 计10分; 合计100分 and 总计 100 分 only add points up. */
const POINTS = String.raw`(?:[得给]|(?<![合共总累小统])计)\s*\d+(?:\.\d+)?\s*分`;
/** 得满分, 满分; 满分100分 only says how many there are. */
const FULL = String.raw`(?:[得计给记]满分|满分(?![值为是共]?[:：]?\s*\d))`;
/** 每低 1 个百分点扣 0.5 分, 不达标不得分, 80%–90% 得 8 分. */
const STEPS = new RegExp(`扣|${NOTHING}|酌情|加\\d|${POINTS}`);
/** Full marks from a line on; in proportion below it where the words say so. */
const THRESHOLD = new RegExp(`${FULL}|分档|折算|一半|全部分值`);
const PROPORTION = /比例|[×*÷/]|乘|除以/;
/** Takes points away: a step by itself. */
const DEDUCTS = new RegExp(`扣\\d|扣[^，,]{0,8}分|${NOTHING}`);
/** Gives points for something: where nothing is asked for, words like 预算执行率计10分 tell the weight. */
const GIVES = new RegExp(`${FULL}|${POINTS}`);
const CONDITION = /[%％‰≥≧≤≦><＞＜]|每|达|以上|以下|之间|不足|低于|高于|大于|小于|等于|超过|完成|未|否则|按时|及时/;

/** 未完成按比例扣分 leaves what is in proportion. */
const TAKEN_IN_PROPORTION = /按[^，,。;；]{0,8}比例[^，,。;；]{0,4}扣[减除]?(?!\s*\d)/g;

/** 良：95%-98% beside the other grades. */
const GRADED = /^良好?：/;

/** The words, where they set their own way from result to points; null where they only say "in proportion". */
export function ownStandard(written: string): string | null {
  if (written === '') return null;
  const text = written.replace(TAKEN_IN_PROPORTION, '按比例');
  return GRADED.test(text) || STEPS.test(text) || (THRESHOLD.test(text) && !PROPORTION.test(text)) ? written : null;
}

/** 95%（含）以上得满分, ≥90%的得满分: full marks from a rate below the whole on. */
const FULL_FROM = /(?:(?:[≥≧>＞]=?|达到?|不低于|不少于|超过|大于)\s*)?(\d+(?:\.\d+)?)\s*[%％]\s*(?:[(（]含[)）])?\s*(?:及?以上)?[^。；;，,\d]{0,6}(?:[得计给记]满分|满分)/g;

/** The same for the execution rate, where a line from which on full marks are given may stand beside a proportion: 实际支出/预算×100%，95%以上得满分. */
export function ownRateStandard(text: string): string | null {
  return ownStandard(text) ?? (givesFullEarly(text) ? text : null);
}

/** With `reached` in percent: from a line on that was reached. */
export function givesFullEarly(text: string, reached = 100): boolean {
  return text.includes('满分') && [...text.matchAll(FULL_FROM)].some(([, percent]) => Number(percent) < 100 && Number(percent) <= reached);
}

/** 执行率=实际支出/预算数×100%: how the rate is made, not what it is worth. */
const QUOTIENT = /率[)）]?\s*[=＝][^，,]*?[×*]\s*100\s*[%％]/g;
/** 每低一个百分点扣1分 goes on about the rate of the sentence before. */
const TAKEN_EVERY = /每[^分，,]{1,12}[，,]?扣[减除]?\d/;

/** A sentence of a note or header that scores the execution rate by steps: 执行率≥95%得满分，每低1%扣0.5分. */
export function executionStandard(texts: Iterable<string>): string | null {
  for (const text of texts) {
    if (!text.includes('率')) continue;
    let about = false;
    for (const sentence of text.split(/[。；;\n]/)) {
      const named = /(?:执行率|预算执行|执行进度)/.test(sentence);
      about = named || about && !/指标|目标|完成|满意/.test(sentence);
      if (!named && !(about && TAKEN_EVERY.test(sentence))) continue;
      if ((DEDUCTS.test(sentence) || (GIVES.test(sentence) && CONDITION.test(sentence))) && (!PROPORTION.test(sentence.replace(QUOTIENT, '')) || givesFullEarly(sentence))) return sentence.trim();
    }
  }
  return null;
}

/** 扣0.5分, 扣减该指标分值的2%, 酌情给分: not 按比例扣分, nor 扣分依据. */
const TAKEN_OFF = /扣[减除]?\s*\d|(?<!比例[^，,]{0,4})扣[^，,]{0,8}分(?![依理情项栏])|酌情/;
const NO_POINTS = new RegExp(NOTHING);
/** 低于60%, ≤60%, 60%（含）以下: the figure stands before or behind. */
const UNDER = String.raw`(?:(?<!不)(?:低|小|少)于|不足|不到|达不到|未达到?|[<＜≤≦])\s*(\d+(?:\.\d+)?)\s*[%％]|(\d+(?:\.\d+)?)\s*[%％]?\s*(?:[(（]不?含(?:\d+[%％])?[)）])?\s*[及或]?以下`;
/** 目标不足三条 is of how many there are. */
const SHORT = new RegExp(`每(?:低|少|差|降|下降)|低于|(?:不足|不到)(?=(?:年度)?(?:指标|目标)值)|小于|未(?:完成|达)|${UNDER}`);
const OF_OTHERS = /执行率|预算执行|执行进度|资金|原因|说明|报告|报送|材料|^(?!.*定量).*定性/;

/**
 * What a note takes from lines of the list that fell short: 'some' points, which may be more or fewer than the proportion takes (未完成的每低1%扣0.5分), or
 * 'all' of them, which are never fewer (完成率低于60%不得分). Null where no note says so.
 */
export function takenFromLines(texts: Iterable<string>): 'some' | 'all' | null {
  const rules = [...texts].flatMap(ofLines).filter((one) => SHORT.test(one));
  if (rules.some((one) => TAKEN_OFF.test(one))) return 'some';
  return rules.some((one) => NO_POINTS.test(one)) ? 'all' : null;
}

/** 完成率90%以上得满分，其余按比例计分: true where a note gives full marks for so much of a target, in percent, that fell short. */
export function fullForLines(texts: Iterable<string>, reached: number): boolean {
  return [...texts].flatMap(ofLines).some((one) => !one.includes('满意') && givesFullEarly(one, reached));
}

/** The sentences about lines of the list; 完成的得满分；达不到的酌情扣分: one that names nothing else goes on about them. */
function ofLines(text: string): readonly string[] {
  let about = false;
  return text.split(/[。；;\n]/).filter((sentence) => (about = !OF_OTHERS.test(sentence) && (about || /指标|目标|完成/.test(sentence))));
}

const NOTHING_BELOW = new RegExp(`(?:${UNDER})[^。；;\\n]{0,8}?(?:${NOTHING})`);

/** 得分=执行率×10，执行率低于60%不得分: the rate, in percent, below which a proportion ends, with the words that say so. */
export function nothingBelow(texts: Iterable<string>): { readonly percent: number; readonly words: string } | null {
  for (const text of texts) {
    if (!text.includes('率')) continue;
    // 分值×执行率；低于60%不得分: a sentence that names nothing else goes on about the rate.
    let proportion = '';
    for (const sentence of text.split(/[。；;\n]/)) {
      const about = /执行率|预算执行|执行进度/.test(sentence);
      if (!about && /指标|目标|完成|满意/.test(sentence)) proportion = '';
      if (about && PROPORTION.test(sentence)) proportion = sentence.trim();
      const [, behind, before] = (proportion === '' ? null : NOTHING_BELOW.exec(sentence)) ?? [];
      const percent = behind ?? before;
      if (percent !== undefined) return { percent: Number(percent), words: sentence.trim() };
    }
  }
  return null;
}

/** Cut to what fits into a derivation. */
export function shortened(standard: string): string {
  return standard.length > 40 ? `${standard.slice(0, 40)}…` : standard;
}
