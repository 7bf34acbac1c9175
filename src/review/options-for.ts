// How a workbook is to be judged: what it keeps itself goes before what the computer or a catalogue has.
import { EMPTY_STATE, type StoredState } from '../model/plan';
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

/** The options for a workbook with this record. A rubric in it that cannot be read is told in a remark and judges nothing. */
export function optionsFor({ rubric, waivers, own }: Pick<StoredState, 'rubric' | 'waivers' | 'own'> = EMPTY_STATE, house: HouseRules = NO_HOUSE_RULES): ReviewOptions {
  const readings = (own?.rubrics ?? []).map(readRubric);
  const inside = readings.flatMap((reading) => (reading.ok ? [reading.rubric] : []));
  const remarks = [...house.remarks, ...readings.flatMap((reading) => (reading.ok ? [] : [`工作簿里带的口径没有采用：${reading.complaints[0]?.sentence ?? ''}`]))];
  const rubrics = [...inside, ...house.rubrics.filter(({ id }) => !inside.some((one) => one.id === id))];
  return { rubric, waivers, ...(rubrics.length > 0 ? { rubrics } : {}), ...(remarks.length > 0 ? { remarks } : {}) };
}
