// The summary as one HTML page that needs nothing beside it: tables that sort and filter, charts that are read without colour, print that keeps heads with their lines.
import { SEVERITY_WORDS, VERDICT_WORDS } from '../exports/words';
import { grouped } from '../model/grouped';
import { VERDICTS, type Verdict } from '../model/review';
import type { Comparisons } from './comparisons';
import { copiesHtml, lastYearHtml } from './copies-html';
import { kindWord } from './kind-word';
import { REPORT_SCRIPT, REPORT_STYLE } from './html-report-page';
import { safe, table } from './html-table';
import type { Example, Problem } from './problems';
import type { Summary, TableLine } from './summary';
import { bandWord } from './summary-sheets';

/** Signs beside the words: a verdict is told without its colour. */
const SIGNS: Readonly<Record<Verdict, string>> = { errors: '✖', 'to-verify': '▲', clean: '✔', 'not-checked': '–' };

const verdictHtml = (verdict: Verdict): string => `<span class="v ${verdict}"><span aria-hidden="true">${SIGNS[verdict]}</span> ${VERDICT_WORDS[verdict]}</span>`;
const score = (value: number | null): string => (value === null ? '' : String(value));
/** Of less or more than 100 points it is no score to compare. */
const sumHtml = ({ claimedSum }: TableLine): string => (claimedSum === undefined ? '' : `${claimedSum.sum}${claimedSum.of === null || claimedSum.of === 100 ? '' : `<br /><small>分值 ${claimedSum.of}</small>`}`);
const range = (low: number | null, high: number | null): string => (low === null || high === null ? '' : `${low}～${high}`);
const gravestHtml = (gravest: Example | null): string => (gravest === null ? '' : `<span class="cell">${safe(gravest.cell)}</span> ${safe(gravest.message)}`);
const heavier: Readonly<Record<Verdict, number>> = { clean: 0, 'not-checked': 1, 'to-verify': 2, errors: 3 };

/** A page with more of them no longer moves. */
const PROBLEMS_SHOWN = 20_000;

interface Bars {
  readonly label: string;
  readonly claimed: number;
  readonly computed: number;
}

/** Two bars a line, told apart by pattern and by word, with their numbers. */
function chart(id: string, caption: string, lines: readonly Bars[]): string {
  const most = Math.max(1, ...lines.flatMap(({ claimed, computed }) => [claimed, computed]));
  const bar = (kind: string, word: string, value: number): string => `<span class="bar"><span class="word">${word}</span><span class="track"><span class="${kind}" style="width:${((100 * value) / most).toFixed(1)}%"></span></span><span class="value">${value}</span></span>`;
  return `<figure aria-labelledby="${id}"><figcaption id="${id}">${safe(caption)}</figcaption><ul class="chart">${lines.map(({ label, claimed, computed }) => `<li><span class="label">${safe(label)}</span>${bar('solid', '自评', claimed)}${bar('striped', '复核', computed)}</li>`).join('')}</ul></figure>`;
}

/** All of a table's problems behind a button, causes before what follows from them. */
function moreHtml(problems: readonly Problem[]): string {
  if (problems.length < 2) return '';
  const line = ({ severity, cell, message, after }: Problem): string => `<li>${after === null ? '' : `<small>由 ${safe(after)} 引起</small> `}${SEVERITY_WORDS[severity]} <span class="cell">${safe(cell)}</span> ${safe(message)}</li>`;
  return `<details><summary>全部 ${problems.length} 处</summary><ul>${problems.map(line).join('')}</ul></details>`;
}

/** Mean and the like, and how claimed and computed scores compare. */
function figuresHtml({ spreads: { claimed, computed }, agreement }: Summary): string {
  const both = (word: string, of: (spread: NonNullable<typeof claimed>) => number): readonly [string, string] => [word, `自评 ${claimed ? of(claimed) : '—'}，复核 ${computed ? of(computed) : '—'}`];
  const lines: readonly (readonly [string, string])[] = [
    both('平均分', ({ mean }) => mean), both('中位数', ({ median }) => median), both('最低分', ({ lowest }) => lowest), both('最高分', ({ highest }) => highest),
    ['自评与复核可比的表', `${agreement.compared} 张`], ['两者相同', `${agreement.same} 张`], ['自评高于复核', `${agreement.over} 张`], ['自评低于复核', `${agreement.under} 张`], ['等级不同', `${agreement.gradeDiffers} 张`],
  ];
  return `<dl>${lines.map(([word, value]) => `<div><dt>${word}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

const FILTER = `<p class="filter"><label>筛选 <input type="search" id="filter" placeholder="单位、项目、单元格或内容" /></label> <label>结论 <select id="word"><option value="">全部</option>${VERDICTS.map((word) => `<option value="${word}">${VERDICT_WORDS[word]}</option>`).join('')}</select></label> <span id="left" role="status"></span></p>`;

/** Rows of tables by their ids in the page, so that a unit leads to its first one. */
function unitsHtml({ units, tables }: Summary, rowIds: ReadonlyMap<TableLine, string>): string {
  const rowOf = new Map([...tables].reverse().map((line) => [line.unit, rowIds.get(line)]));
  return table('by-unit', '每个单位一行，问题重的在前', [
    { title: '单位', html: ({ unit, note }) => `<a href="#${rowOf.get(unit) ?? 'tables'}" data-unit="${safe(unit)}">${safe(unit)}</a>${note === '' ? '' : `<br /><small>${safe(note)}</small>`}`, holds: 'name' },
    { title: '结论', html: ({ verdict }) => verdictHtml(verdict), key: ({ verdict }) => heavier[verdict] },
    { title: '文件', html: (line) => String(line.files), number: true },
    { title: '表数', html: (line) => String(line.tables), number: true },
    { title: '错误', html: ({ errors }) => String(errors), number: true },
    { title: '待核实', html: ({ verify }) => String(verify), number: true },
    { title: '由此引起', html: (line) => String(line.follows), number: true },
    { title: '首要问题', html: ({ gravest }) => gravestHtml(gravest), holds: 'sentence' },
  ], units, ({ verdict }) => verdict);
}

function tablesHtml({ tables, problems }: Summary, rowIds: ReadonlyMap<TableLine, string>): string {
  const tooMany = problems.length > PROBLEMS_SHOWN;
  // By the place of the table: of two on one sheet each has its own.
  const listOf = grouped(tooMany ? [] : problems, (problem) => problem.table);
  const places = new Map(tables.map((line, place) => [line, place]));
  const summed = tables.some(({ claimedSum }) => claimedSum !== undefined);
  const lines = table('by-table', `每张表一行${summed ? '；没有全表总分的，自评得分空着，各项得分之和列在“各项合计”' : ''}`, [
    { title: '单位', html: ({ unit }) => safe(unit), holds: 'name' },
    { title: '项目', html: ({ project, kind }) => safe(project ?? kindWord(kind)), holds: 'name' },
    { title: '结论', html: ({ verdict }) => verdictHtml(verdict), key: ({ verdict }) => heavier[verdict] },
    { title: '自评得分', html: ({ claimed }) => score(claimed), number: true },
    ...(summed ? [{ title: '各项合计', html: sumHtml, key: ({ claimedSum }: TableLine) => claimedSum?.sum ?? null, number: true }] : []),
    { title: '复核得分', html: ({ computed, low, high }) => (computed === null ? range(low, high) : score(computed)), key: ({ computed, low }) => computed ?? low, number: true },
    { title: '自评－复核', html: ({ difference }) => (difference === null ? '' : String(difference)), number: true },
    { title: '自评等级', html: ({ claimedGrade }) => safe(claimedGrade ?? ''), holds: 'word' },
    { title: '复核等级', html: ({ grade }) => safe(grade ?? ''), holds: 'word' },
    { title: '错误', html: ({ errors }) => String(errors), number: true },
    { title: '待核实', html: ({ verify }) => String(verify), number: true },
    { title: '由此引起', html: (line) => String(line.follows), number: true },
    { title: '首要问题', html: (line) => `${gravestHtml(line.gravest)}${moreHtml(listOf.get(places.get(line) ?? -1) ?? [])}`, holds: 'sentence' },
    { title: '文件', html: ({ file, sheet }) => `${safe(file)}<br /><small>${safe(sheet)}</small>`, holds: 'sentence' },
  ], tables, ({ verdict }) => verdict, (line) => (rowIds.get(line) ?? ''));
  return `${lines}${tooMany ? `<p>问题共 ${problems.length} 处，太多，这里只列首要的；全部见 Excel 汇总的“问题”表。</p>` : ''}`;
}

function rulesHtml({ rules }: Summary): string {
  return table('by-rule', '每条规则一行，涉及单位多的在前', [
    { title: '规则', html: ({ title: name }) => safe(name), holds: 'word' },
    { title: '级别', html: ({ severity }) => SEVERITY_WORDS[severity], holds: 'word' },
    { title: '单位数', html: (line) => String(line.units), number: true },
    { title: '表数', html: (line) => String(line.tables), number: true },
    { title: '处数', html: ({ findings }) => String(findings), number: true },
    { title: '由别处引起', html: ({ follows }) => String(follows), number: true },
    { title: '例子', html: ({ examples }) => `<ul>${examples.map(({ file, sheet, cell, message }) => `<li>${safe(message)} <small>${safe(file)}“${safe(sheet)}”${safe(cell)}</small></li>`).join('')}</ul>`, holds: 'sentence' },
  ], rules);
}

/** How scores and grades are spread, claimed and computed. */
function spreadHtml(summary: Summary): string {
  const { bands, grades, unscored, bySum } = summary;
  const caption = `得分（${bySum === 0 ? '' : `没有全表总分的 ${bySum} 张按各项合计计入；`}没有自评得分的 ${unscored.claimed} 张、复核得分不唯一或算不出的 ${unscored.computed} 张不在内）`;
  return `${figuresHtml(summary)}
${chart('bands', caption, bands.map((band, index) => ({ label: bandWord(band, index, bands.length), claimed: band.claimed, computed: band.computed })))}
${grades.length > 0 ? chart('grades', '等级', grades.map(({ grade, claimed, computed }) => ({ label: grade, claimed, computed }))) : ''}`;
}

/** Reports that go with no table are told here, or nowhere. */
function reportsHtml({ reports, problems }: Summary): string {
  if (reports.length === 0) return '';
  const told = (file: string): readonly Problem[] => problems.filter((problem) => problem.table === null && problem.file === file);
  return `<section id="reports"><h2>没有对上表的报告</h2>
${table('by-report', '文中没有表，也没有对上同一单位工作簿的报告，每份一行', [
    { title: '文件', html: ({ file }) => safe(file), holds: 'name' },
    { title: '结论', html: ({ verdict }) => verdictHtml(verdict), key: ({ verdict }) => heavier[verdict] },
    { title: '错误', html: ({ errors }) => String(errors), number: true },
    { title: '待核实', html: ({ verify }) => String(verify), number: true },
    { title: '问题', html: ({ file }) => `<ul>${told(file).map(({ severity, cell, message }) => `<li>${SEVERITY_WORDS[severity]} <span class="cell">${safe(cell)}</span> ${safe(message)}</li>`).join('')}</ul>`, holds: 'sentence' },
  ], reports)}
</section>
`;
}

function restHtml({ notReviewed }: Summary): string {
  return table('not-reviewed', '每个文件一行，附原因', [
    { title: '文件', html: ({ file }) => safe(file) },
    { title: '原因', html: ({ reason }) => safe(reason) },
  ], notReviewed);
}

/** A whole page; `title` names the batch, `at` is its date for people. Comparisons that were not made have no section. */
export function summaryHtml(summary: Summary, { title, at }: { readonly title: string; readonly at: string }, { copies, lastYear }: Comparisons = {}): string {
  const { units, tables, notReviewed, verdicts, files } = summary;
  const rowIds = new Map(tables.map((line, index) => [line, `t${index + 1}`]));
  const tile = (word: Verdict): string => `<li>${verdictHtml(word)}<strong>${verdicts[word]} <small>张表</small></strong></li>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'" />
<title>${safe(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header><h1>${safe(title)}</h1><p>${safe(at)}　共 ${files} 个文件、${tables.length} 张表、${units.length} 个单位${notReviewed.length > 0 ? `；<a href="#rest">其中 ${notReviewed.length} 个文件未能核查</a>` : ''}。</p>
<ul class="tiles" aria-label="各结论的表数">${VERDICTS.map(tile).join('')}</ul></header>
<main>
<nav aria-label="目录"><a href="#units">单位</a> <a href="#tables">各表</a> <a href="#rules">规则</a>${copies ? ' <a href="#copies">雷同</a>' : ''}${lastYear ? ' <a href="#last-year">与上年比较</a>' : ''}${summary.reports.length > 0 ? ' <a href="#reports">报告</a>' : ''} <a href="#spread">分布</a> <a href="#rest">未核查</a></nav>
${FILTER}
<section id="units"><h2>按单位</h2>
${unitsHtml(summary, rowIds)}
</section>
<section id="tables"><h2>各表</h2>
${tablesHtml(summary, rowIds)}
</section>
<section id="rules"><h2>按规则</h2>
${rulesHtml(summary)}
</section>
${copies ? copiesHtml(copies) : ''}
${lastYear ? lastYearHtml(lastYear) : ''}
${reportsHtml(summary)}<section id="spread"><h2>得分和等级的分布</h2>
${spreadHtml(summary)}
</section>
<section id="rest"><h2>未能核查的文件</h2>
${restHtml(summary)}
</section>
</main>
<footer><p>由表里如一核查。结论供审核参考，是否退回由审核人决定。</p></footer>
<script>${REPORT_SCRIPT}</script>
</body>
</html>
`;
}
