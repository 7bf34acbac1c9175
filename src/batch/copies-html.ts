// Two sections of the HTML report: tables alike between units with the shared passages side by side, and this year beside last year.
import { STANDING_WORDS } from '../exports/words';
import type { Copies, CopyPair, TablePlace } from './copies';
import { safe, table } from './html-table';
import { YEAR_WORDS, type LastYear, type YearLine } from './last-year';

/** A page with more blocks than this is no longer read; the workbook has them all. */
const PAIRS_SHOWN = 200;
const PASSAGES_SHOWN = 30;
const LINES_SHOWN = 2000;

const cut = (text: string): string => (text.length > 240 ? `${text.slice(0, 239)}…` : text);
const whereHtml = ({ file, sheet }: TablePlace): string => `${safe(file)}<br /><small>${safe(sheet)}</small>`;
const nameHtml = (place: TablePlace): string => `${safe(place.unit ?? place.file)}${place.project === null ? '' : `<br /><small>${safe(place.project)}</small>`}`;
const standsOn = ({ standing, source }: Copies['basis']): string => `<p><small>界限：${STANDING_WORDS[standing]}。${safe(source)}。</small></p>`;

function passageHtml({ cell, text }: { readonly cell: string; readonly text: string }): string {
  return `<span class="cell">${safe(cell)}</span> ${safe(cut(text))}`;
}

function pairHtml({ first, second, message, passages }: CopyPair, id: string): string {
  const more = passages.length - PASSAGES_SHOWN;
  return `<article aria-labelledby="${id}-title"><h4 id="${id}-title">${safe(first.unit ?? first.file)}　${safe(second.unit ?? second.file)}</h4><p>${safe(message)}</p>
${table(id, `${first.file}“${first.sheet}”与${second.file}“${second.sheet}”`, [
    { title: '内容', html: ({ what, same }) => `${what}<br /><small>${same ? '相同' : '相近'}</small>`, holds: 'word' },
    { title: first.unit ?? first.file, html: (passage) => passageHtml(passage.first), holds: 'sentence' },
    { title: second.unit ?? second.file, html: (passage) => passageHtml(passage.second), holds: 'sentence' },
  ], passages.slice(0, PASSAGES_SHOWN))}${more > 0 ? `<p>另有 ${more} 处，见 Excel 汇总。</p>` : ''}</article>`;
}

/** Section 雷同. */
export function copiesHtml({ groups, duplicates, basis }: Copies): string {
  const pairs = groups.flatMap((group, at) => group.pairs.map((pair) => ({ pair, group: at + 1, members: group.members.length })));
  const shown = pairs.slice(0, PAIRS_SHOWN);
  let group = 0;
  const blocks = shown.map(({ pair, group: number, members }, at) => {
    const head = number === group ? '' : `<h3>第 ${number} 组（${members} 张表）</h3>`;
    group = number;
    return `${head}${pairHtml(pair, `pair-${at + 1}`)}`;
  });
  return `<section id="copies"><h2>雷同</h2>
<p>不同单位的表内容相同或相近的，请核实是否误交或照抄；模板和多数单位都写的词句不计在内。</p>${standsOn(basis)}
${pairs.length === 0 ? '<p class="none">没有。</p>' : blocks.join('\n')}${pairs.length > shown.length ? `<p>另有 ${pairs.length - shown.length} 对，见 Excel 汇总。</p>` : ''}
<h3>重复报送</h3>
${table('duplicates', '同一单位的同一张表', [
    { title: '单位', html: ({ members: [one] }) => (one ? nameHtml(one) : ''), holds: 'name' },
    { title: '情况', html: ({ message }) => safe(message) },
    { title: '文件', html: ({ members }) => `<ul>${members.map((one) => `<li>${whereHtml(one)}</li>`).join('')}</ul>` },
  ], duplicates)}
</section>`;
}

function sideHtml(place: TablePlace | null, value: YearLine['now']): string {
  if (value === null) return '';
  return `${value.cell === null ? '' : `<span class="cell">${safe(value.cell)}</span> `}${safe(cut(value.text))}${place === null ? '' : `<br /><small>${safe(place.file)}</small>`}`;
}

/** Section 与上年比较. */
export function lastYearHtml({ matched, vanished, fresh, lines, remarks, basis }: LastYear): string {
  return `<section id="last-year"><h2>与上年比较</h2>
<p>两年都有的表 ${matched} 张，本年没有的 ${vanished} 张，本年新增的 ${fresh} 张。${remarks.map(safe).join('')}</p>${standsOn(basis)}
${table('by-year', '每个问题一行，两年的内容并列', [
    { title: '单位', html: (line) => safe(line.unit ?? line.nowPlace?.file ?? line.thenPlace?.file ?? '') },
    { title: '项目', html: ({ project }) => safe(project ?? '') },
    { title: '情况', html: ({ kind }) => YEAR_WORDS[kind], holds: 'word' },
    { title: '说明', html: ({ message }) => safe(message), holds: 'sentence' },
    { title: '本年', html: ({ nowPlace, now }) => sideHtml(nowPlace, now), holds: 'sentence' },
    { title: '上年', html: ({ thenPlace, then }) => sideHtml(thenPlace, then), holds: 'sentence' },
  ], lines.slice(0, LINES_SHOWN))}${lines.length > LINES_SHOWN ? `<p>另有 ${lines.length - LINES_SHOWN} 行，见 Excel 汇总。</p>` : ''}
</section>`;
}
