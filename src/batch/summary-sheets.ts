// The sheets of a summary, as the workbook and the CSV files have them: 单位, 各表, 问题, 规则, 雷同 and 与上年比较 where these were compared, 分布, 未核查.
import { SEVERITY_WORDS, VERDICT_WORDS } from '../exports/words';
import { VERDICTS } from '../model/review';
import type { Comparisons } from './comparisons';
import { copiesSheet, lastYearSheet } from './copies-sheets';
import { kindWord } from './kind-word';
import type { Example } from './problems';
import type { Summary } from './summary';
import type { XlsxCell, XlsxSheet } from './xlsx-sheet';

export const SPREAD = '分布';
/** Lines of one sheet; Excel's own limit is 1,048,576. */
const MOST_ROWS = 1_000_000;

const whole = 'whole' as const;
const score = 'score' as const;
const number = 'number' as const;
const wrapped = 'wrapped' as const;

const gravestText = (one: Example | null): string => (one === null ? '' : `${one.cell} ${one.message}`);

/** "60 以下", "80～85", "95 以上". */
export function bandWord({ from, to }: Summary['bands'][number], at: number, of: number): string {
  return at === 0 ? `${to} 以下` : at === of - 1 ? `${from} 以上` : `${from}～${to}`;
}

/** The first line of each unit's tables, and of each table's problems: where links lead. */
function firstLines<T, K>(lines: readonly T[], keyOf: (line: T) => K): ReadonlyMap<K, number> {
  const first = new Map<K, number>();
  for (const [at, line] of lines.entries()) if (at < MOST_ROWS && !first.has(keyOf(line))) first.set(keyOf(line), at + 2);
  return first;
}

function unitsSheet({ units, tables }: Summary): XlsxSheet {
  const firstOf = firstLines(tables, ({ unit }) => unit);
  return {
    name: '单位', words: 1, drawing: null,
    columns: [
      { title: '单位', width: 36, style: wrapped }, { title: '结论', width: 10 }, { title: '文件', width: 8, style: whole }, { title: '表', width: 8, style: whole }, { title: '错误', width: 8, style: whole }, { title: '待核实', width: 9, style: whole },
      { title: '由此引起', width: 11, style: whole }, { title: '已说明', width: 9, style: whole }, { title: '首要问题', width: 56, style: wrapped }, { title: '备注', width: 40, style: wrapped },
    ],
    rows: units.map((line) => [{ text: line.unit, link: `'各表'!A${firstOf.get(line.unit) ?? 1}` }, VERDICT_WORDS[line.verdict], line.files, line.tables, line.errors, line.verify, line.follows, line.explained, gravestText(line.gravest), line.note]),
  };
}

/** 各表, one line a table; 各项合计 only where there is no total to stand under 自评得分. */
export function tablesSheet({ tables, problems }: Summary): XlsxSheet {
  const firstOf = firstLines(problems, (problem) => problem.table);
  return {
    name: '各表', words: 4, drawing: null, printed: 15,
    columns: [
      { title: '单位', width: 24, style: wrapped }, { title: '项目', width: 24, style: wrapped }, { title: '表', width: 14, style: wrapped }, { title: '年度', width: 8 }, { title: '结论', width: 10 },
      { title: '自评得分', width: 11, style: score }, { title: '各项合计', width: 10, style: score }, { title: '复核得分', width: 11, style: score }, { title: '自评－复核', width: 12, style: score }, { title: '自评等级', width: 10 }, { title: '复核等级', width: 10 },
      { title: '错误', width: 8, style: whole }, { title: '待核实', width: 9, style: whole }, { title: '单元格', width: 9 }, { title: '首要问题', width: 44, style: wrapped },
      { title: '文件', width: 32 }, { title: '工作表', width: 18 }, { title: '最低可能', width: 11, style: score }, { title: '最高可能', width: 11, style: score }, { title: '由此引起', width: 11, style: whole }, { title: '已说明', width: 9, style: whole },
    ],
    rows: tables.map((line, place) => {
      const row = firstOf.get(place);
      const cell = line.gravest?.cell ?? '';
      return [
        line.unit, line.project ?? '', kindWord(line.kind), line.year, VERDICT_WORDS[line.verdict], line.claimed, line.claimedSum?.sum ?? null, line.computed, line.difference, line.claimedGrade ?? '', line.grade ?? '',
        line.errors, line.verify, row === undefined || cell === '' ? cell : { text: cell, link: `'问题'!A${row}` }, line.gravest?.message ?? '', line.file, line.sheet, line.low, line.high, line.follows, line.explained,
      ];
    }),
  };
}

function problemsSheet({ problems }: Summary): XlsxSheet {
  return {
    name: '问题', words: null, drawing: null, printed: 9,
    columns: [
      { title: '单位', width: 24, style: wrapped }, { title: '项目', width: 24, style: wrapped }, { title: '级别', width: 8 }, { title: '问题', width: 18, style: wrapped }, { title: '单元格', width: 9 }, { title: '说明', width: 56, style: wrapped },
      { title: '应为', width: 14, style: wrapped }, { title: '填报', width: 14, style: wrapped }, { title: '起因', width: 9 }, { title: '依据', width: 40 }, { title: '文件', width: 32 }, { title: '工作表', width: 18 },
    ],
    rows: problems.slice(0, MOST_ROWS).map((one) => [one.unit, one.project ?? '', SEVERITY_WORDS[one.severity], one.title, one.cell, one.message, one.expected ?? '', one.received ?? '', one.after ?? '', one.basis, one.file, one.sheet]),
  };
}

function rulesSheet({ rules }: Summary): XlsxSheet {
  return {
    name: '规则', words: null, drawing: null,
    columns: [
      { title: '规则', width: 24, style: wrapped }, { title: '级别', width: 8 }, { title: '单位', width: 8, style: whole }, { title: '表', width: 8, style: whole }, { title: '处', width: 8, style: whole }, { title: '由别处引起', width: 12, style: whole },
      { title: '例一', width: 44, style: wrapped }, { title: '例二', width: 44, style: wrapped }, { title: '例三', width: 44, style: wrapped },
    ],
    rows: rules.map(({ title, severity, units, tables, findings, follows, examples }) => [
      title, SEVERITY_WORDS[severity], units, tables, findings, follows, ...[0, 1, 2].map((at) => { const one = examples[at]; return one ? `${one.message}（${one.file} ${one.cell}）` : ''; }),
    ]),
  };
}

/** The bands come first: the chart stands on them. */
function spreadSheet({ bands, grades, spreads, agreement, verdicts, unscored, bySum, notReviewed }: Summary): XlsxSheet {
  const { claimed, computed } = spreads;
  const both = (word: string, of: (spread: NonNullable<typeof claimed>) => number): readonly XlsxCell[] => ['统计', word, claimed && of(claimed), computed && of(computed)];
  const only = (kind: string, word: string, value: number): readonly XlsxCell[] => [kind, word, null, value];
  return {
    name: SPREAD, words: null, drawing: 'rId1',
    columns: [{ title: '类别', width: 10 }, { title: '得分、等级或项目', width: 24 }, { title: '自评', width: 10, style: number }, { title: '复核', width: 10, style: number }],
    rows: [
      ...bands.map((band, at): readonly XlsxCell[] => ['得分', bandWord(band, at, bands.length), band.claimed, band.computed]),
      ['得分', '没有单一得分', unscored.claimed, unscored.computed], ['得分', '没有全表总分，按各项合计', bySum, null],
      ...grades.map(({ grade, claimed: own, computed: ours }): readonly XlsxCell[] => ['等级', grade, own, ours]),
      both('表数', ({ count }) => count), both('平均分', ({ mean }) => mean), both('中位数', ({ median }) => median), both('最低分', ({ lowest }) => lowest), both('最高分', ({ highest }) => highest),
      only('比较', '可比的表', agreement.compared), only('比较', '自评与复核相同', agreement.same), only('比较', '自评高于复核', agreement.over), only('比较', '自评低于复核', agreement.under), only('比较', '等级不同', agreement.gradeDiffers),
      ...VERDICTS.map((word) => only('结论', `${VERDICT_WORDS[word]}的表`, verdicts[word])), only('结论', '未能核查的文件', notReviewed.length),
    ],
  };
}

export function summarySheets(summary: Summary, { copies, lastYear }: Comparisons = {}): readonly XlsxSheet[] {
  return [
    unitsSheet(summary), tablesSheet(summary), problemsSheet(summary), rulesSheet(summary), ...(copies ? [copiesSheet(copies)] : []), ...(lastYear ? [lastYearSheet(lastYear)] : []), spreadSheet(summary),
    { name: '未核查', words: null, drawing: null, columns: [{ title: '文件', width: 48, style: wrapped }, { title: '原因', width: 80, style: wrapped }], rows: summary.notReviewed.map(({ file, reason }) => [file, reason]) },
  ];
}
