// The tables that a report is compared with: its own, and those of workbooks that speak of the same unit or project.
import type { ReportDocument } from '../model/report';
import type { FileReview, TableReview } from '../model/review';
import type { TableSource } from '../reports/table-source';

const NAMES = /单位|部门|^项目名称$|学校|机构/;
const LEAST_NAME = 4;

/** Without what writing varies: blanks, brackets, and the places in front of a body's name. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s()“”"·.,，。、]/g, '');
}

/** A name and its shorter forms: 永州市零陵区科学技术协会, 零陵区科学技术协会. */
function forms(name: string): readonly string[] {
  const all: string[] = [];
  for (let rest = bare(name); rest.length >= LEAST_NAME; ) {
    all.push(rest);
    const place = /^.{1,6}?(?:省|市|州|盟|自治区|县|区|旗)/.exec(rest)?.[0];
    if (place === undefined) break;
    rest = rest.slice(place.length);
  }
  // A mere 财政局 is in every report of its county.
  return all.filter((form, at) => at === 0 || form.length >= LEAST_NAME);
}

function namesOf({ table }: TableReview): readonly string[] {
  return table.fields.filter(({ name }) => NAMES.test(name)).map(({ entry }) => entry.text).filter((text) => /\p{L}{2}/u.test(text) && bare(text).length >= LEAST_NAME);
}

export interface Matched {
  readonly sources: readonly TableSource[];
  /** Files that the report was compared with, in order. */
  readonly against: readonly string[];
  readonly remarks: readonly string[];
}

/**
 * @param own review of the tables inside the report
 * @param workbooks reviews of the workbooks that may belong to it
 * @param named true: somebody named them for this report, so nothing is asked
 */
export function sourcesOf(document: ReportDocument, own: readonly TableReview[], workbooks: readonly FileReview[], named: boolean): Matched {
  const text = bare(document.paragraphs.map((paragraph) => paragraph.text).join('\n'));
  const inside = own.map((review): TableSource => ({ file: null, review }));
  const belongs = (review: TableReview): boolean => {
    if (named) return true;
    const names = namesOf(review);
    return names.length === 0 || names.some((name) => forms(name).some((form) => text.includes(form)));
  };
  const outside = workbooks.flatMap(({ file, review }) => (review?.tables ?? []).filter(belongs).map((table): TableSource => ({ file, review: table })));
  const read = workbooks.filter(({ review }) => (review?.tables.length ?? 0) > 0);
  const remarks = read.length > 0 && outside.length === 0 ? [`同一文件夹的 ${read.length} 个工作簿里没有与报告同一单位或项目的表，没有对照。`] : [];
  return { sources: [...inside, ...outside], against: [...new Set(outside.map(({ file }) => file ?? ''))], remarks };
}
