// What judges a folder, in one line.
import type { Speak } from '../catalogue';
import type { Applied, NamedRubric } from './desk-judges';

function rubricWords({ title, version }: Omit<NamedRubric, 'id'>, speak: Speak): string {
  return version === null ? speak('desk.named', { title }) : speak('desk.namedVersion', { title, version });
}

export function appliedWords({ rubric, catalog, own, checks }: Applied, speak: Speak): string {
  return [
    rubric === null ? speak('desk.by.each') : speak('desk.by.one', { rubric: rubricWords(rubric, speak) }),
    // Where one judges every table the others judge none.
    ...(rubric === null && own.length > 0 ? [speak('desk.by.own', { rubrics: own.map((one) => rubricWords(one, speak)).join(speak('desk.by.between')) })] : []),
    ...(catalog === null ? [] : [speak('desk.by.catalog', { catalog: rubricWords(catalog, speak) })]),
    ...(checks === 0 ? [] : [speak('desk.by.checks', { count: checks })]),
  ].join(speak('desk.by.parts'));
}
