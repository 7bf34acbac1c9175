import { grouped } from '../model/grouped';
// Which names are Word reports, and which workbooks of a folder a report goes with by its name alone: the same on every machine, without opening a file.

/** What a folder is searched for. */
const REPORT = /\.(?:docx|docm)$/i;
/** What somebody may name as a report: the reader says for each what to do. */
const NAMED = /\.(?:docx?|docm|dotx?|dotm|wps|wpt|rtf|odt|ofd|pdf|txt|mht|mhtml)$/i;
const SPEAKS_OF_REPORTS = /报告|自评|自查|绩效|评价/;
/** Papers that lie in the same folders and report nothing; the letters of this tool among them. 人才引进办法专项资金自评报告 is the report of a project. */
const OTHER_PAPER = /意见[书函]|通知|模板|样表|样式|填报说明|填表说明|操作手册|使用说明|(?:名单|目录|方案|办法|细则)(?!.*报告)/;

/** True for a file that is read as a report when it is named itself. */
export function isReportFile(name: string): boolean {
  return NAMED.test(name);
}

/** True for a Word file that a folder gives to the check: it lies beside a workbook, or its name speaks of a report. */
export function isReportInFolder(name: string, besideWorkbook: boolean): boolean {
  return REPORT.test(name) && !OTHER_PAPER.test(name) && (besideWorkbook || SPEAKS_OF_REPORTS.test(name));
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
const baseOf = (path: string): string => path.slice(folderOf(path).length).replace(/\.[^.]*$/, '');

/** Words that every file of such a folder may bear. */
const COMMON = /[（(【[]?已(?:更正|撤销|说明)[)）】\]]?|附[件表]|部门|单位|整体|项目|支出|预算|财政|资金|专项|绩效|自评|自查|评价|评分|报告|表格?|总结|情况|基础|数据|指标|目标|申报|运行|监控|终稿|定稿|初稿|修改|最终|上报|盖章版?|电子版|年度?|关于|[的及和与、，。．.\-—_\s\d（）()《》【】[\]〔〕]/g;
/** Shorter remains say nothing of whose a file is. */
const LEAST_CORE = 2;

/** What is left of a name that may tell one unit or project from another. */
export function coreOfName(path: string): string {
  return baseOf(path.normalize('NFC')).replace(COMMON, '');
}

/** Names are short; what is longer is compared by its beginning. */
const LONGEST_CORE = 40;

/** Pieces of a name, so that thousands of names are looked up and not compared pair by pair. */
function* pieces(core: string): Generator<string> {
  const short = core.slice(0, LONGEST_CORE);
  for (let from = 0; from < short.length; from++) for (let to = from + LEAST_CORE; to <= short.length; to++) yield short.slice(from, to);
}

function byCore(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return grouped(paths, (path) => {
    const core = coreOfName(path).slice(0, LONGEST_CORE);
    return core.length < LEAST_CORE ? null : core;
  });
}

/** A folder of hundreds of units is told apart by names; where they tell nothing no more than these are opened for one report. */
const MOST_CANDIDATES = 40;

interface Folder {
  /** Workbooks by the report whose name they share most. */
  readonly own: ReadonlyMap<string, readonly string[]>;
  /** Those that bear no report's name. */
  readonly free: readonly string[];
}

/** A workbook goes with the reports whose name lies in its own or the other way round; the longest name in common wins. */
function divided(reports: readonly string[], workbooks: readonly string[]): Folder {
  const reportsBy = byCore(reports);
  const workbooksBy = byCore(workbooks);
  const claims = new Map<string, { length: number; reports: Set<string> }>();
  const claim = (workbook: string, report: string, length: number): void => {
    const before = claims.get(workbook);
    if (!before || before.length < length) claims.set(workbook, { length, reports: new Set([report]) });
    else if (before.length === length) before.reports.add(report);
  };
  const meet = (from: ReadonlyMap<string, readonly string[]>, to: ReadonlyMap<string, readonly string[]>, note: (one: string, other: string, length: number) => void): void => {
    for (const [core, paths] of from) for (const piece of new Set(pieces(core))) for (const other of to.get(piece) ?? []) for (const one of paths) note(one, other, piece.length);
  };
  meet(reportsBy, workbooksBy, (report, workbook, length) => claim(workbook, report, length));
  meet(workbooksBy, reportsBy, (workbook, report, length) => claim(workbook, report, length));
  const own = new Map<string, string[]>();
  for (const workbook of workbooks) for (const report of claims.get(workbook)?.reports ?? []) {
    const known = own.get(report);
    if (known) known.push(workbook);
    else own.set(report, [workbook]);
  }
  return { own, free: workbooks.filter((path) => !claims.has(path)) };
}

/**
 * Workbooks that a report may belong to: those of its folder, else of the folders below it. Where reports share a folder a name in common decides,
 * and what bears the name of another report is left to that one.
 * @param reports all reports of the run; `workbooks` all its workbooks; paths as written in the results
 * @returns for a report its workbooks, in the order given
 */
export function companionsAmong(reports: readonly string[], workbooks: readonly string[]): (report: string) => readonly string[] {
  const reportsIn = grouped(reports, folderOf);
  const workbooksIn = grouped(workbooks, folderOf);
  const known = new Map<string, Folder>();
  const read = (folder: string): Folder => {
    const beside = workbooksIn.get(folder) ?? [];
    const below = (): readonly string[] => [...workbooksIn].filter(([other]) => folder !== '' && other.startsWith(folder)).flatMap(([, paths]) => paths);
    return divided(reportsIn.get(folder) ?? [], beside.length > 0 ? beside : below());
  };
  return (report) => {
    const folder = folderOf(report);
    const one = known.get(folder) ?? read(folder);
    known.set(folder, one);
    const own = one.own.get(report) ?? [];
    const alone = (reportsIn.get(folder)?.length ?? 0) <= 1;
    return (own.length > 0 && !alone ? own : [...own, ...one.free]).slice(0, MOST_CANDIDATES);
  };
}
