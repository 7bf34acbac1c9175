// How a workbook is to be judged: what it keeps itself goes before what the computer or a catalogue has.
import { EMPTY_STATE, type OwnRules, type StoredState } from '../model/plan';
import type { OwnJudge } from '../formulas/judge';
import type { OwnCheck } from '../formulas/own-check';
import { present } from '../model/present';
import type { Rubric } from '../model/rubric';
import { readRubric } from '../rubrics/own';
import type { ReviewOptions } from './review-workbook';

/** A bureau's rules beside the shipped ones: from this computer, or from a catalogue. Read and found right already. */
export interface HouseRules {
  readonly rubrics: readonly Rubric[];
  /** Own checks, compiled. */
  readonly checks: readonly OwnCheck[];
  /** Chinese sentences: what was meant to judge and does not. */
  readonly remarks: readonly string[];
}

export const NO_HOUSE_RULES: HouseRules = { rubrics: [], checks: [], remarks: [] };

/** Rubrics as somebody kept them: those that are right, and a sentence for each that is not. `whose` begins the sentence. */
export function rubricsIn(own: OwnRules | undefined, whose: string): Pick<HouseRules, 'rubrics' | 'remarks'> {
  const readings = (own?.rubrics ?? []).map(readRubric);
  return {
    rubrics: present(readings, (reading) => (reading.ok ? reading.rubric : null)),
    remarks: readings.flatMap((reading) => (reading.ok ? [] : [`${whose}没有采用：${reading.complaints[0]?.sentence ?? ''}`])),
  };
}

/** The options for a workbook with this record. A rubric in it that cannot be read is told in a remark and judges nothing. */
export function optionsFor({ rubric, waivers, own }: Pick<StoredState, 'rubric' | 'waivers' | 'own'> = EMPTY_STATE, house: HouseRules = NO_HOUSE_RULES): ReviewOptions {
  const inside = rubricsIn(own, '工作簿里带的口径');
  const remarks = [...house.remarks, ...inside.remarks];
  const rubrics = [...inside.rubrics, ...house.rubrics.filter(({ id }) => !inside.rubrics.some((one) => one.id === id))];
  return { rubric, waivers, ...(rubrics.length > 0 ? { rubrics } : {}), ...(remarks.length > 0 ? { remarks } : {}) };
}

/** Own checks made ready to judge: the workbook's, and the house's under other numbers. The language is loaded only where there is any; null: there is none. */
export async function judgeFor(own: OwnRules | undefined, house: Pick<HouseRules, 'checks'>): Promise<{ readonly judge: OwnJudge; readonly remarks: readonly string[] } | null> {
  const kept = own?.checks ?? [];
  if (kept.length + house.checks.length === 0) return null;
  const { loadKept } = await import(/* webpackChunkName: "checks" */ '../formulas/load');
  return loadKept(kept, house.checks, '工作簿里带的审核公式');
}

/** The options with the workbook's own checks and the house's. */
export async function fullOptionsFor(state: Pick<StoredState, 'rubric' | 'waivers' | 'own'> = EMPTY_STATE, house: HouseRules = NO_HOUSE_RULES): Promise<ReviewOptions> {
  return withJudge(optionsFor(state, house), await judgeFor(state.own, house));
}

export function withJudge(options: ReviewOptions, own: { readonly judge: OwnJudge; readonly remarks: readonly string[] } | null): ReviewOptions {
  return own === null ? options : { ...options, own: own.judge, remarks: [...(options.remarks ?? []), ...own.remarks] };
}
