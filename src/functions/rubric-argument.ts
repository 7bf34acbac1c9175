// Which rubric a function is asked to use: by its id, its title, or a word that only one title or place has.
import type { Rubric } from '../model/rubric';
import type { Entry } from '../model/table';
import { compact, normalise } from '../reading/text';
import { NATIONAL_ID, RUBRICS, findRubric } from '../rubrics/catalogue';
import { wrong, type Refused } from './arguments';

const IDS = RUBRICS.map(({ id }) => id).join('、');

/** The rubric that the argument names; the national frame where it is left out. */
export function rubricFor(entry: Entry | undefined): Rubric | Refused {
  // Excel on a desktop hands a blank cell over as 0, which no rubric is called.
  const asked = entry?.filled === true && !entry.notApplicable && entry.value !== 0 ? entry.text : NATIONAL_ID;
  const byId = findRubric(asked.toLowerCase());
  if (byId) return byId;
  const word = compact(asked);
  const exact = RUBRICS.filter(({ title }) => plain(title) === word);
  const found = exact.length > 0 ? exact : RUBRICS.filter(({ title, places }) => plain(title).includes(word) || places.includes(word));
  const [only, second] = found;
  if (only && !second) return only;
  if (only) return wrong(`有${found.length}个口径符合“${asked}”，请写编号：${found.map(({ id, title }) => `${id}（${title}）`).join('、')}。`);
  return wrong(`没有口径“${asked}”。可用的编号：${IDS}；也可以写口径的名称，不写则用 ${NATIONAL_ID}。`);
}

function plain(title: string): string {
  return compact(normalise(title));
}
