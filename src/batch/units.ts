// Whose a table is: as it says itself, else as the other tables of its workbook say, else as the folder it lies in is called, else the department over it; and the name it goes by in every output.
import type { JsonFinding } from '../exports/json';
import { ownerKey, unitKey } from './copies-text';
import { nameText, plain } from './letter-words';
import type { FileRecord } from './record';
import { unnamedUnit } from './unnamed';

type TableRecord = FileRecord['tables'][number];

/** table: written in it · workbook: in another table of the file · folder: the name of a folder · department: all that forms of some places ask for is 主管部门 · none: nobody says. */
export type UnitSource = 'table' | 'workbook' | 'folder' | 'department' | 'none';

export interface OwnedTable {
  readonly file: string;
  readonly table: TableRecord;
  /** What the unit goes by in summary and letters. */
  readonly unit: string;
  readonly source: UnitSource;
  /** The table's own, and those between tables of its workbook that stand on its sheet. */
  readonly findings: readonly JsonFinding[];
}

/** What a body is called by at the end of its name. */
const BODY = /(?:局|委|委员会|办|办公室|厅|院|校|学|园|所|站|中心|队|馆|社|会|政府|街道|街道办事处|镇|乡|公司|集团|处|部|科|股|联|协|库|台|场)$/;
/** Words for many bodies or any. */
const ANYBODY = /^(?:各|全(?![州南椒])|所有|其他|其它|(?:[市县区省]直|直属|机关)(?!机关|事务|工委|党)|下属|附件|资料)|^(?:学校|乡镇|街道|医院|公司|部门|单位|科室|处室|集团|\p{L}{1,2}$)/u;

/** Longer ones are no names; the key tells them apart to the end. */
const LONGEST = 60;

const nameKey = (folder: string): string => unitKey(folder.replace(/[（(【[].*?[)）】\]]$/, ''));

/** The folder that is a body's: the nearest one that another table names, else that is called like one. */
function folderOf(file: string, known: ReadonlyMap<string, string>): string | null {
  const folders = file.split('/').slice(0, -1).reverse();
  for (const folder of folders) {
    const key = nameKey(folder);
    const same = known.get(key);
    if (same !== undefined) return same;
    const name = nameText(folder).replace(/^[\d.、\s]+/, '').replace(/[（(【[].*?[)）】\]]$/, '');
    if (BODY.test(name) && !ANYBODY.test(name)) return name;
  }
  return null;
}

/** A section's own name tells nobody apart: the body's stands before it. */
function writtenName({ facts: { unit, department } }: TableRecord): string | null {
  const key = ownerKey({ unit, department });
  if (unit === null || key === null) return null;
  const section = key.includes('/') && department !== null && !unitKey(unit).startsWith(unitKey(department));
  return section ? `${nameText(department)}${nameText(unit)}` : plain(unit, LONGEST);
}

const PLACE = /(?:省|市|州|盟|县|区|旗|乡|镇|街道)$/;

/** The place that the nearest folder is called by, for a name that says no place itself. */
function placeOf(file: string, name: string): string {
  if (/\p{L}[省市州盟县区旗乡镇]|街道/u.test(name)) return '';
  return file.split('/').slice(0, -1).reverse().find((folder) => PLACE.test(nameKey(folder))) ?? '';
}

interface Named {
  readonly name: string;
  readonly source: UnitSource;
}

function namesIn({ file, tables }: FileRecord, known: ReadonlyMap<string, string>): readonly (Named | null)[] {
  const written = tables.map(writtenName);
  const inFile = new Set(written.filter((name) => name !== null).map(unitKey));
  const [only] = inFile.size === 1 ? inFile : [];
  const folder = folderOf(file, known);
  return written.map((own, at): Named | null => {
    if (own !== null) return { name: known.get(unitKey(own)) ?? own, source: 'table' };
    if (only !== undefined) return { name: known.get(only) ?? only, source: 'workbook' };
    if (folder !== null) return { name: folder, source: 'folder' };
    const department = tables[at]?.facts.department ?? null;
    return department === null ? null : { name: known.get(unitKey(department)) ?? nameText(department), source: 'department' };
  });
}

/** All tables of the records, in their order. The same records give the same names, however the batch was cut. */
export function ownedTables(records: readonly FileRecord[]): readonly OwnedTable[] {
  // The first spelling names the unit: codes and punctuation make no second one.
  const known = new Map<string, string>();
  for (const table of records.flatMap(({ tables }) => tables)) {
    const name = writtenName(table);
    if (name !== null && !known.has(unitKey(name))) known.set(unitKey(name), name);
  }
  const names = records.map((record) => namesIn(record, known));
  // Two counties have an education bureau each: where the folders say so, the place tells them apart.
  const places = new Map<string, Set<string>>();
  records.forEach(({ file }, at) => names[at]?.forEach((one) => {
    const place = one === null ? '' : placeOf(file, one.name);
    if (one !== null && place !== '') places.set(unitKey(one.name), (places.get(unitKey(one.name)) ?? new Set()).add(place));
  }));
  // A report without a table of its own speaks of the unit whose workbook it was compared with.
  const strayed = new Map<string, JsonFinding[]>();
  for (const { file, tables, findings, report } of records) {
    const [home] = report?.against ?? [];
    if (tables.length > 0 || home === undefined) continue;
    const name = file.replace(/^.*\//, '');
    strayed.set(home, [...(strayed.get(home) ?? []), ...findings.map((finding) => ({ ...finding, message: `报告“${name}”：${finding.message}` }))]);
  }
  const fullName = (file: string, { name }: Named): string => ((places.get(unitKey(name))?.size ?? 0) > 1 ? `${placeOf(file, name)}${name}` : name);
  return records.flatMap(({ file, tables, findings }, at) => tables.map((table, place): OwnedTable => {
    const named = names[at]?.[place] ?? null;
    // A finding between tables belongs to the first table of its sheet, else to the first one.
    const mine: readonly JsonFinding[] = [...findings.filter(({ sheet }) => Math.max(0, tables.findIndex((one) => one.sheet === sheet)) === place), ...(place === 0 ? strayed.get(file) ?? [] : [])];
    return {
      file, table, unit: named === null ? unnamedUnit(plain(file, 200)) : fullName(file, named), source: named?.source ?? 'none',
      findings: mine.length === 0 ? table.findings : [...table.findings, ...mine],
    };
  }));
}

/** The records with the summary's name of the unit in every table that has one, for comparing units and years. Below one department there may be many: it stands for none of them. */
export function withUnits(records: readonly FileRecord[]): readonly FileRecord[] {
  const owned = new Map(ownedTables(records).map((one) => [one.table, one]));
  return records.map((record) => ({
    ...record,
    tables: record.tables.map((table) => {
      const one = owned.get(table);
      return !one || one.source === 'none' || one.source === 'department' || one.unit === table.facts.unit ? table : { ...table, facts: { ...table.facts, unit: one.unit } };
    }),
  }));
}

/** Reports without a table of their own whose workbook is not among the records either: nobody says whose they are, but what their words contradict is somebody's to put right. */
export function looseReports(records: readonly FileRecord[]): readonly FileRecord[] {
  const homes = new Set(records.filter(({ tables }) => tables.length > 0).map(({ file }) => file));
  return records.filter(({ status, tables, report }) => status === 'checked' && tables.length === 0 && report !== undefined && !homes.has(report.against[0] ?? ''));
}
