// What findings rest on: the form itself, or a value of the rubric with its standing.
import { documentOf } from '../scoring/basis';
import type { Basis, Rubric, Sourced } from '../model/rubric';
import type { StatedRule } from '../model/table';

/** Arithmetic inside the table: the parts and the whole that the form itself lays out. */
export const FORM_BASIS: Basis = { document: '本表', clause: '表内勾稽关系', standing: 'seen' };

/** What a rule names as a whole where each of its findings rests on the rubric that judges the table; findings give the value's own standing. */
export const RUBRIC_BASIS: Basis = { document: '所用口径', clause: '随口径而定，biaoli rubrics 可查每个数值和出处', standing: 'assumed' };

/** What a form of this kind asks to be filled in. */
export const FILLING_BASIS: Basis = { document: '本表', clause: '填报要求：应填栏目据实填写', standing: 'seen' };

/** What every self-evaluation is asked for; kept as assumed where no document was read. */
export function practice(clause: string): Basis {
  return { document: '绩效自评通行做法', clause, standing: 'assumed' };
}

/** A rubric's value as basis: its words where they were read, else what it says. */
export function rubricBasis(rubric: Rubric, value: Sourced<unknown>, clause: string): Basis {
  return { document: documentOf(rubric), clause: value.quote ?? clause, standing: value.standing };
}

/** A rule that the table states itself: its words are there to be read. */
export function statedBasis(stated: StatedRule): Basis {
  return { document: `本表 ${stated.at.cell}`, clause: stated.quote, standing: 'quoted' };
}
