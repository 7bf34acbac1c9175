// What a template leaves behind: hints how to fill a cell, dots, crosses and bracketed notes for further lines.
import { remembered } from '../reading/memo';

/** "(100字以内)", "对照年度目标，说明…": instructions to the person who fills the form in, not an answer. Expects normalised text. */
export function isTemplateHint(text: string): boolean {
  const plain = text.replace(/\s+/g, '');
  return /[(（]\d+字(?:以内|左右|以上)?[)）]|^结合自评情况[,，]|^对照年度(?:绩效)?目标[,，]?(?:逐[项条])?说明|^针对(?:项目)?自评中发现的问题[,，]提出|需说明原因[(（]|^(?:此处|在此)填写|^请(?:在此|根据实际|据实|如实|逐项|简要)?(?:填写|说明|填报|简述|描述)/.test(plain);
}

/** "……", "XX", "***", "（一个项目一行）": a line for more of the same, never filled. Expects normalised text. */
export function isPlaceholder(text: string): boolean {
  const plain = text.replace(/\s+/g, '');
  return /^[….·。]{2,}$|^…+$|^[x×*]{2,}$/i.test(plain) || /[(（]?一个(?:项目|专项|指标|任务)一行[)）]?/.test(plain);
}

/** "XX项目", "××县", "≥XX%": a name of which the template's crosses were not replaced. */
function hasCrosses(text: string): boolean {
  return /(?:^|[^A-Za-z*])(?:[Xx]{2,}|×{2,})(?:[^A-Za-z]|$)|×{2,}/.test(text);
}

export type Leftover = 'hint' | 'placeholder' | 'crosses';

// Characters that every hint, placeholder or cross has: answers seldom do, and looking for them takes a tenth of trying the patterns.
const WORTH = /[字合说提填述行….·。xX×*]/;

/** What of the template is left in a text, null for an answer. */
export function leftoverIn(text: string): Leftover | null {
  return WORTH.test(text) ? knownLeftover(text) : null;
}

const knownLeftover = remembered((text: string): Leftover | null => (isTemplateHint(text) ? 'hint' : isPlaceholder(text) ? 'placeholder' : hasCrosses(text) ? 'crosses' : null));

/** "(≥**人)" inside an indicator's name: the template's target form. */
export function hasTemplateBrackets(text: string): boolean {
  return text.includes('**') && /[(（]?\s*(?:≥|≤|>|<|=|≧|≦)+\s*\*{2,}[^()（）]*[)）]?/.test(text);
}
