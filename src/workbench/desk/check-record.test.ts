import { corpusTables, toWorkbook } from '../../../test/corpus/workbooks';
import { makeDocx, p } from '../../../test/word/make-docx';
import { PLAIN_JUDGES } from '../../batch/judges';
import { lineOf, type FileRecord } from '../../batch/record';
import { redactRecord } from '../../batch/redact';
import { SUMMARY_FORMATS } from '../../batch/summary-file';
import { checkedRecord } from './check-record';
import { failedLine, reviewTask } from './review-task';
import { Shelf } from './shelf';

const lines: string[] = [];
beforeAll(async () => {
  const review = async (file: string, bytes: Uint8Array): Promise<void> => {
    const done = await reviewTask({ file, whereabouts: { kind: 'file', file: new Blob([bytes as Uint8Array<ArrayBuffer>]) }, known: null }, PLAIN_JUDGES);
    lines.push(done?.line ?? '');
  };
  for (const table of corpusTables().slice(0, 60)) await review(`${table.id}.xlsx`, toWorkbook([table]));
  await review('自评报告.docx', makeDocx({ body: p('项目支出绩效自评报告') + p('全年预算数100万元，全年执行数90万元，预算执行率为95%。') }));
  lines.push(failedLine('坏.xlsx', '这不是 Excel 工作簿。', '0').line);
});

test('every line that is written has the shape, without its free text as well', () => {
  const records = lines.map((line) => JSON.parse(line) as FileRecord);
  expect([...lines, ...records.map((one) => lineOf(redactRecord(one)))].filter((line) => checkedRecord(line) === null)).toEqual([]);
  expect(records.map(({ status }) => status)).toEqual(expect.arrayContaining(['checked', 'unreadable']));
});

type Place = readonly string[];

/** Every place of a value, of a list its first. */
function placesIn(value: unknown, at: Place = []): readonly Place[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [...(at.length > 0 ? [at] : []), ...(Array.isArray(value) ? inside.slice(0, 1) : inside).flatMap(([name, one]) => placesIn(one, [...at, name]))];
}

function withOther(line: string, place: Place, other: unknown): string {
  const copy: unknown = JSON.parse(line);
  const holder = place.slice(0, -1).reduce((value, name) => (value as Record<string, unknown>)[name], copy) as Record<string, unknown>;
  holder[place.at(-1) ?? ''] = other;
  return JSON.stringify(copy);
}

test('whatever is altered in a line, it is refused or everything can be made of it', async () => {
  const line = lines.reduce((a, b) => (a.length > b.length ? a : b));
  const broken: string[] = [];
  let taken = 0;
  for (const place of placesIn(JSON.parse(line))) {
    for (const other of [null, 7, '文', {}, [], undefined, [null]]) {
      const altered = withOther(line, place, other);
      if (!checkedRecord(altered)) continue;
      taken++;
      const shelf = new Shelf();
      await shelf.load(new Blob([altered]));
      try {
        const { files, units, rules } = shelf.list();
        for (const { file } of files) shelf.detail({ kind: 'file', key: file });
        for (const { unit } of units) shelf.detail({ kind: 'unit', key: unit });
        for (const { rule } of rules) shelf.detail({ kind: 'rule', key: rule });
        shelf.compareWith([altered]);
        shelf.comparisons();
        shelf.results(true);
        const format = SUMMARY_FORMATS[taken % SUMMARY_FORMATS.length] ?? 'json';
        shelf.summary(format, { title: '汇总', date: '2024-03-15', version: '0' }, taken % 2 === 0);
      } catch (error) {
        broken.push(`${place.join('.')} as ${JSON.stringify(other)}: ${String(error)}`);
      }
    }
  }
  expect(broken).toEqual([]);
  expect(taken).toBeGreaterThan(50);
});
