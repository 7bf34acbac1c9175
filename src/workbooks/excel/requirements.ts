// What this Excel can do, asked by requirement set, and what is done instead where it cannot.
import type { Capabilities } from '../port';

/** Sets by what they brought; the version is a string, because 1.10 is not 1.1. */
export const SETS = {
  /** Events of a sheet, hyperlinks, names of workbooks: below it the add-in does not start. */
  least: '1.7',
  readOnly: '1.8',
  /** What may be typed into a cell; lines of the grid hidden. */
  validations: '1.8',
  /** One event for all sheets, properties of rows and cells in one call, fill patterns. */
  collectionEvents: '1.9',
  pageLayout: '1.9',
  comments: '1.10',
  /** Results of dynamic arrays told from typed values. */
  spills: '1.12',
  mergedAreas: '1.13',
  /** Sheets of a file inserted. */
  sheetsFromFile: '1.13',
  /** Events tell whether this add-in caused them. */
  triggerSource: '1.14',
  notes: '1.18',
  undoGroup: '1.20',
} as const;

/** Some Excels say that they know comments and answer NotImplemented when asked, or fail at one whose cell is gone: nothing else is to fail with them. */
export function withoutRemarks(features: Features): Features {
  return { ...features, notes: false, comments: false };
}

export type Supports = (version: string) => boolean;

export interface Features {
  readonly readOnly: boolean;
  readonly collectionEvents: boolean;
  readonly cellProperties: boolean;
  readonly comments: boolean;
  readonly spills: boolean;
  readonly mergedAreas: boolean;
  readonly notes: boolean;
  readonly undoGroup: boolean;
  readonly validations: boolean;
  readonly pageLayout: boolean;
  readonly sheetsFromFile: boolean;
  /** Merged areas can be had from a copy of the file. */
  readonly file: boolean;
  /** Requests and answers are held to 5 MB. */
  readonly web: boolean;
}

/** Asks once. `supports` answers for the set ExcelApi. */
export function featuresOf(supports: Supports, rest: Pick<Features, 'file' | 'web'>): Features {
  const since19 = supports(SETS.collectionEvents);
  return {
    readOnly: supports(SETS.readOnly), collectionEvents: since19, cellProperties: since19, comments: supports(SETS.comments), spills: supports(SETS.spills),
    mergedAreas: supports(SETS.mergedAreas), notes: supports(SETS.notes), undoGroup: supports(SETS.undoGroup),
    validations: supports(SETS.validations), pageLayout: supports(SETS.pageLayout), sheetsFromFile: supports(SETS.sheetsFromFile), ...rest,
  };
}

export const NO_MERGES = '这个版本的 Excel 不能告诉我们哪些单元格是合并的，合并表头可能认不全：请更新到 Excel 2021 或以后的版本，或把文件保存后用命令行核查。';

/** Sentences on what is missing and what is done instead, the gravest first. */
function limitsOf(features: Features): readonly string[] {
  return [
    ...(features.mergedAreas ? [] : [features.file ? '这个版本的 Excel 不能直接读合并单元格：核查时改从文件副本中读，会慢一些。' : NO_MERGES]),
    ...(features.notes ? [] : features.comments
      ? ['这个版本的 Excel 不能由加载项写批注（注释）：改写为批注会话（线程批注），看起来略有不同；旧式批注读不到。']
      : ['这个版本的 Excel 不能由加载项写批注：只标颜色，原因请看窗格，或插入核查结果表。']),
    ...(features.pageLayout ? [] : [`这个版本的 Excel 插入报告里的表格或模板时，不能带上打印设置${features.validations ? '' : '、下拉选项和输入限制'}：请插入后自行设置，或更新 Excel。`]),
    ...(features.undoGroup ? [] : ['这个版本的 Excel 不保证能用 Ctrl+Z 撤回整次更正：请用窗格里的“撤销”。']),
  ];
}

export function capabilitiesOf(features: Features): Capabilities {
  return {
    marks: true, notes: features.notes ? 'note' : features.comments ? 'comment' : 'none', undoGroup: features.undoGroup,
    resultSheet: true, reveal: true, events: true, state: true, limits: limitsOf(features),
  };
}
