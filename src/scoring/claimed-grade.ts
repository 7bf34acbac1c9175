// The grade that a form gives itself: in its total row, or beside 等级 above or below the list.
import type { Entry, Table } from '../model/table';

export interface ClaimedGrade {
  readonly entry: Entry;
  /** 优, 良, 中 or 差, without 秀, 好 and the label before it. */
  readonly name: string;
}

const LABEL = /^(?:(?:单位|项目)?(?:自评|评价|评定|评分|绩效|综合|总体)+(?:结果)?)?等[级次]$|^(?:单位|项目)?(?:自评|评价)(?:结论|结果)$/;
// Nothing but one grade: 优□良☑中□差□ is a choice, which is not read.
const GRADE = /^(?:[^:]{0,8}等[级次]:?)?(优|良|中|差)(?:秀|好|等)?$/;

/** The grade claimed; null where the form gives none, or in words of its own. */
export function claimedGradeOf({ total, fields, closing }: Table): ClaimedGrade | null {
  const named = [...fields, ...closing].filter(({ name }) => LABEL.test(name)).flatMap(({ entry, label }) => [entry, label]);
  for (const entry of [total?.grade, ...named]) {
    const name = entry?.filled ? gradeSaid(entry) : null;
    if (entry && name !== null) return { entry, name };
  }
  return null;
}

/** 优, 良, 中 or 差 of a cell that says nothing else; null for any other. */
export function gradeSaid({ text }: Entry): string | null {
  return GRADE.exec(text.replace(/\s/g, ''))?.[1] ?? null;
}
