// The summary as one HTML page that needs nothing beside it: tables that sort and filter, charts that are read without colour, print that keeps heads with their lines.
import { SEVERITY_WORDS, VERDICT_WORDS } from '../exports/words';
import type { Verdict } from '../model/review';
import type { Comparisons } from './comparisons';
import { copiesHtml, lastYearHtml } from './copies-html';
import { kindWord } from './kind-word';
import { REPORT_SCRIPT, REPORT_STYLE } from './html-report-page';
import { safe, table } from './html-table';
import type { Example, Summary } from './summary';

/** Signs beside the words: a verdict is told without its colour. */
const SIGNS: Readonly<Record<Verdict, string>> = { errors: '✖', 'to-verify': '▲', clean: '✔', 'not-checked': '–' };

const verdictHtml = (verdict: Verdict): string => `<span class="v ${verdict}"><span aria-hidden="true">${SIGNS[verdict]}</span> ${VERDICT_WORDS[verdict]}</span>`;
const score = (value: number | null): string => (value === null ? '' : String(value));
const range = (low: number | null, high: number | null): string => (low === null || high === null ? '' : `${low}～${high}`);
const gravestHtml = (gravest: Example | null): string => (gravest === null ? '' : `<span class="cell">${safe(gravest.cell)}</span> ${safe(gravest.message)}`);
const heavier: Readonly<Record<Verdict, number>> = { clean: 0, 'not-checked': 1, 'to-verify': 2, errors: 3 };

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

/** A whole page; `title` names the batch, `at` is its date for people. Comparisons that were not made have no section. */
export function summaryHtml(summary: Summary, { title, at }: { readonly title: string; readonly at: string }, { copies, lastYear }: Comparisons = {}): string {
  const { units, tables, rules, bands, grades, notReviewed, verdicts, files, unscored } = summary;
  const tile = (word: Verdict): string => `<li>${verdictHtml(word)}<strong>${verdicts[word]}</strong></li>`;
  const filter = `<p class="filter"><label>筛选 <input type="search" id="filter" placeholder="单位、项目、单元格或内容" /></label> <label>结论 <select id="word"><option value="">全部</option>${(['errors', 'to-verify', 'clean', 'not-checked'] as const).map((word) => `<option value="${word}">${VERDICT_WORDS[word]}</option>`).join('')}</select></label> <span id="left" role="status"></span></p>`;
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
<header><h1>${safe(title)}</h1><p>${safe(at)}　共 ${files} 个文件、${tables.length} 张表、${units.length} 个单位${notReviewed.length > 0 ? `；${notReviewed.length} 个文件未能核查` : ''}。</p>
<ul class="tiles" aria-label="各结论的表数">${(['errors', 'to-verify', 'clean', 'not-checked'] as const).map(tile).join('')}</ul></header>
<main>
<nav aria-label="目录"><a href="#units">单位</a> <a href="#tables">各表</a> <a href="#rules">规则</a>${copies ? ' <a href="#copies">雷同</a>' : ''}${lastYear ? ' <a href="#last-year">与上年比较</a>' : ''} <a href="#spread">分布</a> <a href="#rest">未核查</a></nav>
${filter}
<section id="units"><h2>按单位</h2>
${table('by-unit', '每个单位一行，问题重的在前', [
    { title: '单位', html: ({ unit, note }) => `${safe(unit)}${note === '' ? '' : `<br /><small>${safe(note)}</small>`}` },
    { title: '结论', html: ({ verdict }) => verdictHtml(verdict), key: ({ verdict }) => heavier[verdict] },
    { title: '文件', html: (line) => String(line.files), number: true },
    { title: '表数', html: (line) => String(line.tables), number: true },
    { title: '错误', html: ({ errors }) => String(errors), number: true },
    { title: '待核实', html: ({ verify }) => String(verify), number: true },
    { title: '由此引起', html: (line) => String(line.follows), number: true },
    { title: '首要问题', html: ({ gravest }) => gravestHtml(gravest) },
  ], units, ({ verdict }) => verdict)}
</section>
<section id="tables"><h2>各表</h2>
${table('by-table', '每张表一行', [
    { title: '单位', html: ({ unit }) => safe(unit) },
    { title: '项目', html: ({ project, kind }) => safe(project ?? kindWord(kind)) },
    { title: '结论', html: ({ verdict }) => verdictHtml(verdict), key: ({ verdict }) => heavier[verdict] },
    { title: '自评得分', html: ({ claimed }) => score(claimed), number: true },
    { title: '复核得分', html: ({ computed, low, high }) => (computed === null ? range(low, high) : score(computed)), key: ({ computed, low }) => computed ?? low, number: true },
    { title: '复核等级', html: ({ grade }) => safe(grade ?? '') },
    { title: '错误', html: ({ errors }) => String(errors), number: true },
    { title: '待核实', html: ({ verify }) => String(verify), number: true },
    { title: '由此引起', html: (line) => String(line.follows), number: true },
    { title: '首要问题', html: ({ gravest }) => gravestHtml(gravest) },
    { title: '文件', html: ({ file, sheet }) => `${safe(file)}<br /><small>${safe(sheet)}</small>` },
  ], tables, ({ verdict }) => verdict)}
</section>
<section id="rules"><h2>按规则</h2>
${table('by-rule', '每条规则一行，涉及单位多的在前', [
    { title: '规则', html: ({ title: name }) => safe(name) },
    { title: '程度', html: ({ severity }) => SEVERITY_WORDS[severity] },
    { title: '单位数', html: (line) => String(line.units), number: true },
    { title: '表数', html: (line) => String(line.tables), number: true },
    { title: '处数', html: ({ findings }) => String(findings), number: true },
    { title: '例子', html: ({ examples }) => `<ul>${examples.map(({ file, sheet, cell, message }) => `<li>${safe(message)} <small>${safe(file)}“${safe(sheet)}”${safe(cell)}</small></li>`).join('')}</ul>` },
  ], rules)}
</section>
${copies ? copiesHtml(copies) : ''}
${lastYear ? lastYearHtml(lastYear) : ''}
<section id="spread"><h2>得分和等级的分布</h2>
${chart('bands', `得分（未填自评得分的 ${unscored.claimed} 张、复核得分不唯一或算不出的 ${unscored.computed} 张不在内）`, bands.map(({ from, to, claimed, computed }, at) => ({ label: at === 0 ? `${to} 以下` : at === bands.length - 1 ? `${from} 以上` : `${from}～${to}`, claimed, computed })))}
${grades.length > 0 ? chart('grades', '等级', grades.map(({ grade, claimed, computed }) => ({ label: grade, claimed, computed }))) : ''}
</section>
<section id="rest"><h2>未能核查的文件</h2>
${table('not-reviewed', '每个文件一行，附原因', [
    { title: '文件', html: ({ file }) => safe(file) },
    { title: '原因', html: ({ reason }) => safe(reason) },
  ], notReviewed)}
</section>
</main>
<footer><p>由表里如一核查。结论供审核参考，是否退回由审核人决定。</p></footer>
<script>${REPORT_SCRIPT}</script>
</body>
</html>
`;
}
