// What a template leaves behind: hints how to fill a cell, dots, crosses and bracketed notes for further lines.
import { hasAny } from '../model/characters';
import { remembered } from '../reading/memo';
import { compact } from '../reading/text';

/** "(100字以内)", "对照年度目标，说明…": instructions to the person who fills the form in, not an answer. Expects normalised text. */
export function isTemplateHint(text: string): boolean {
  const whole = compact(text);
  const plain = unwrapped(whole);
  return /[(（]\d+字(?:以内|左右|以上)?[)）]/.test(whole) && !ANSWERED.test(whole) || EXAMPLE.test(plain) || IN_SHORT.test(plain) || /^结合自评情况[,，]|^对照年度(?:绩效)?目标[,，]?(?:逐[项条])?说明|^针对(?:项目)?自评中发现的问题[,，]提出|需说明原因[(（]|^(?:此处|在此)填写|^请(?:在此|根据实际|据实|如实|逐项|简要)?(?:填写|说明|填报|简述|描述)|^请在(?:此|此处|本栏)(?:处)?(?:简要|据实|如实)?(?:说明|填写|填报|描述)[^。;]*[。;]?$|^(?:本页)?(?:不够时?|不足时?)?可?另附[页表纸]|^填[写表报]说明$/.test(plain);
}

/** A sentence that was written before （300字以内）, and does not tell what to write. */
const ANSWERED = /^(?!.{0,12}(?:说明|填写|填报|简述|概述|描述|阐述|请))[^(（]{8,}[。!！;；][(（]\d+字(?:以内|左右|以上)?[)）]$/;
/** 例如：培训人数 where the number of people trained was to be named; a whole sentence that begins so tells something. */
const EXAMPLE = /^(?:例如?|如)[:,][^。;]{1,16}[。;]?$/;
/** 简要说明项目完成情况: told what to write; an answer that begins so goes on to say it. */
const IN_SHORT = /^(?:简要|逐[项条]|据实|如实)(?:地)?(?:说明|填写|描述|阐述|概述|填列|填报)[^。;:\d]{0,24}$/;

/** （请填写具体内容）: hints often stand in brackets as a whole. */
function unwrapped(plain: string): string {
  return /^[(（【][^()（）【】]+[)）】]$/.test(plain) ? plain.slice(1, -1) : plain;
}

/** "……", "XX", "***", "（一个项目一行）": a line for more of the same, never filled. Expects normalised text. */
export function isPlaceholder(text: string): boolean {
  const plain = compact(text);
  return /^[….·。]{2,}$|^…+$|^[x×*]{2,}$/i.test(plain) || NUMBERED_BLANKS.test(plain) || /[(（]?一个(?:项目|专项|指标|任务)一行[)）]?/.test(plain);
}

/** 目标1：…… 目标2：……, with nothing behind them. One 目标1： alone may be the label of what stands beside it. No character can be read in two ways: people paste numbers of any length. */
const NUMBERED_BLANKS = /^(?=.*(?:[….·。]{2}|…|[:.、](?:目标|指标|任务)))[….·。]*(?:(?:目标|指标|任务)\d{1,2}(?!\d)[:.、….·。]*|\d{1,2}(?!\d)[:.、….·。]+)+$/;

/** 待补充, 略: written for the time being. */
function isPending(text: string): boolean {
  return /^(?:待定|待补充?|待填[写报]?|待完善|待核实|待确认|暂未填|暂略|略|TBD|tbd)[.。]?$/.test(compact(text));
}

/** 187XXXX0000, 0515-8666XXXX: a number of a person, covered for publication. */
const COVERED = /(?<!\d)\d{3,}(?:[-—]\d*)?[Xx×*]{3,}\d+|(?:电话|手机|传真|联系方式|身份证号?|账号):?[^\u4e00-\u9fa5。;]{0,14}[Xx×*]{3,}/g;

/** "XX项目", "××县", "≥XX%": a name of which the template's crosses were not replaced. */
function hasCrosses(whole: string): boolean {
  const text = whole.replace(COVERED, '');
  return /(?:^|[^A-Za-z*])(?:[Xx]{2,}|×{2,})(?:[^A-Za-z]|$)|×{2,}/.test(text);
}

export type Leftover = 'hint' | 'placeholder' | 'crosses' | 'pending';

// Characters that every hint, placeholder or cross has: answers seldom do, and looking for them takes a tenth of trying the patterns.
const mayBeLeft = hasAny('字合说提填述行如附待略定:….·。xX×*Tt');

/** What of the template is left in a text, null for an answer. */
export function leftoverIn(text: string): Leftover | null {
  return mayBeLeft(text) ? knownLeftover(text) : null;
}

const knownLeftover = remembered((text: string): Leftover | null => (isTemplateHint(text) ? 'hint' : isPlaceholder(text) ? 'placeholder' : hasCrosses(text) ? 'crosses' : isPending(text) ? 'pending' : null));

/** "(≥**人)" inside an indicator's name: the template's target form. */
export function hasTemplateBrackets(text: string): boolean {
  return text.includes('**') && /[(（]?\s*(?:≥|≤|>|<|=|≧|≦)+\s*\*{2,}[^()（）]*[)）]?/.test(text);
}
