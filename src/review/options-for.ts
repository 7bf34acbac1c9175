// How a workbook is to be judged: what it keeps itself goes before what the computer or a catalogue has.
import { EMPTY_STATE, type OwnRules, type StoredState } from '../model/plan';
import type { Rubric } from '../model/rubric';
import { readRubric } from '../rubrics/own';
import type { ReviewOptions } from './review-workbook';

/** A bureau's rules beside the shipped ones: from this computer, or from a catalogue. Read and found right already. */
export interface HouseRules {
  readonly rubrics: readonly Rubric[];
  /** Chinese sentences: what was meant to judge and does not. */
  readonly remarks: readonly string[];
}

export const NO_HOUSE_RULES: HouseRules = { rubrics: [], remarks: [] };

/** Rules as somebody kept them: those that are right, and a sentence for each that is not. `whose` begins the sentence. */
export function rulesIn(own: OwnRules | undefined, whose: string): HouseRules {
  const readings = (own?.rubrics ?? []).map(readRubric);
  return {
    rubrics: readings.flatMap((reading) => (reading.ok ? [reading.rubric] : [])),
    remarks: readings.flatMap((reading) => (reading.ok ? [] : [`${whose}没有采用：${reading.complaints[0]?.sentence ?? ''}`])),
  };
}

/** The options for a workbook with this record. A rubric in it that cannot be read is told in a remark and judges nothing. */
export function optionsFor({ rubric, waivers, own }: Pick<StoredState, 'rubric' | 'waivers' | 'own'> = EMPTY_STATE, house: HouseRules = NO_HOUSE_RULES): ReviewOptions {
  const inside = rulesIn(own, '工作簿里带的口径');
  const remarks = [...house.remarks, ...inside.remarks];
  const rubrics = [...inside.rubrics, ...house.rubrics.filter(({ id }) => !inside.rubrics.some((one) => one.id === id))];
  return { rubric, waivers, ...(rubrics.length > 0 ? { rubrics } : {}), ...(remarks.length > 0 ? { remarks } : {}) };
}
