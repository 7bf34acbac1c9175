// The head of a form: title, year, labelled values, amount unit, province, and a total given above the indicators.
import { hasAny } from '../model/characters';
import type { AmountUnit, Entry, Field, TotalRow } from '../model/table';
import { fundColumn, indicatorColumn, isActualGoalLabel, isExpectedGoalLabel, isHeadTotalLabel, isTitle, labelText } from './labels';
import type { Lattice } from './lattice';
import { countyProvinceIn, provinceIn } from './places';
import { readBareQuantity } from './quantity';
import { compact, normalise } from './text';

const FIELD_WORD = /名称|部门|单位|负责人|联系人|填[报表]人|经办人|电话|日期|时间|类型|类别|属性|分类|用途|性质|代码|编码|编号|处室|得分|总分|评分|总投资|补助|安排|依据|情况|措施|计划|必要性|申报数|个数|规模|地址|所属|级次|项目内容|项目概况|概述|起止|期限|资金来源|业务|领域|功能分类|科目|其他资金|其他问题|等级|等次/;

/** A label of the head: short, without figures, and worded like one. */
function isFieldLabel(entry: Entry): boolean {
  const label = labelText(entry.raw).replace(/^\d+[.、]/, '');
  return label.length >= 2 && label.length <= 18 && typeof entry.value === 'string' && !/[,。;；!?]/.test(label) && FIELD_WORD.test(label)
    && !/^\d/.test(label) && !/^[一二三四五六七八九十]+、.{0,4}基本情况$/.test(label) && (isHeadTotalLabel(entry.raw) || (fundColumn(entry.raw) === null && indicatorColumn(entry.raw) === null));
}

/** "单位名称:农业工作科" in one cell: the label before the colon and what stands after it. */
function inlineField(entry: Entry): Field | null {
  const match = /^([^:。,;]{2,18})[:]([^]*)$/.exec(entry.text);
  const label = match?.[1];
  if (label === undefined || !FIELD_WORD.test(compact(label)) || /^注|其中|资金/.test(compact(label))) return null;
  const rest = (match?.[2] ?? '').trim();
  return { name: labelText(label), label: entry, entry: { ...entry, text: rest, filled: rest !== '', notApplicable: false, quantity: null } };
}

/** "项目名称:…  主管部门:…  自评得分:97.9分" in one cell: each label with what follows it up to the next wide gap. Empty for a cell of one. */
function inlineFields(entry: Entry): readonly Field[] {
  // A wide gap is rare, and looking for it takes one pass over the text.
  if (typeof entry.value !== 'string' || !/[ \u3000]{2}\S/.test(entry.value) || !/[:：]/.test(entry.value)) return [];
  const parts = entry.value.split(/[ \u3000]{2,}|\n/).map((part) => part.trim()).filter((part) => part !== '');
  const fields = parts.map((part) => inlineField({ ...entry, raw: part, text: normalise(part).trim() }));
  return fields.length > 1 && fields.every((field) => field !== null) ? fields.map((field) => (isHeadTotalLabel(field.name) ? withFigure(field) : field)) : [];
}

/** The figure of a total that stands in one cell with its label. */
function withFigure(field: Field): Field {
  const { entry } = field;
  return { ...field, entry: { ...entry, raw: entry.text, quantity: readBareQuantity(entry.text) } };
}

/** Reads labelled values of the rows given: a label, and what stands to its right. A label followed by a label has a blank value between them only if a cell lies between. */
export function readFields(lattice: Lattice, rows: Iterable<number>): readonly Field[] {
  const fields: Field[] = [];
  for (const row of rows) {
    const entries = lattice.starting(row);
    let taken = '';
    entries.forEach((entry) => {
      if (entry.cell === taken || isTitle(entry.raw)) return;
      const several = inlineFields(entry);
      if (several.length > 0) {
        fields.push(...several);
        return;
      }
      const inline = inlineField(entry);
      if (inline && (inline.entry.filled || entries.length === 1)) {
        if (!isTitle(inline.label.raw)) fields.push(isHeadTotalLabel(inline.name) ? withFigure(inline) : inline);
        return;
      }
      if (!isFieldLabel(entry)) return;
      const right = lattice.areaOf(entry).right + 1;
      if (right > lattice.range.right) return;
      const value = valueBeside(lattice, row, right);
      // 填报单位： | 单位：万元: nobody filled in the first, and its own cell is the place for it.
      if (OF_AMOUNTS.test(compact(value.text))) {
        if (inline) fields.push(inline);
        return;
      }
      // A neighbour that is itself a label means that this cell had no place for a value (a side heading); 自评总分 is one even where nothing stands behind it.
      if (value.filled && isFieldLabel(value) && (isHeadTotalLabel(value.raw) || !looksLikeValue(value, lattice, row))) return;
      if (isExpectedGoalLabel(value.raw) && value.filled || isActualGoalLabel(value.raw) && value.filled) return;
      fields.push({ name: labelText(entry.raw), label: entry, entry: value });
      taken = value.cell;
    });
  }
  return fields;
}

/** 单位：万元, what the amounts are written in. */
const OF_AMOUNTS = /^(?:金额)?单位[:：](?:人民币)?[百千万亿]*元$/;

/** The cell beside a label; where that is blank (nothing merged, or a blank column between), the next filled one up to the following label. */
function valueBeside(lattice: Lattice, row: number, column: number): Entry {
  const beside = lattice.at(row, column);
  if (beside.filled) return beside;
  const next = lattice.starting(row).find((entry) => entry.column > column && !/^单位[:：]/.test(entry.text));
  return next && (!isFieldLabel(next) || looksLikeValue(next, lattice, row) && (next.column - column <= 1 || namesItself(next))) && !isExpectedGoalLabel(next.raw) && !isActualGoalLabel(next.raw) ? next : beside;
}

const LABEL_END = /(?:名称|部门|单位|人|电话|日期|时间|类[型别]|属性|分类|用途|性质|代码|编码|编号|处室|分|依据|情况|措施|计划|必要性|规模|地址|级次|内容|概况|概述|期限|科目|问题|等[级次]|总投资|申报数|安排|来源|领域|业务)$/;

/** 某县交通运输局部门, 基本公共卫生服务补助资金: too long for a label, and none ends like it. */
function namesItself({ raw }: Entry): boolean {
  const label = labelText(raw);
  return label.length > 8 && (!LABEL_END.test(label) || /[局委厅办院校所站队]部门$/.test(label));
}

/** A unit's name often holds 部门 or 单位: it is a value when the next cell is a label again or the row ends. */
function looksLikeValue(entry: Entry, lattice: Lattice, row: number): boolean {
  const next = lattice.areaOf(entry).right + 1;
  const after = lattice.starting(row).find((other) => other.column >= next);
  return after === undefined || isFieldLabel(after);
}

const TERM = /(20\d{2})(?:[^\d].{0,8}?)?[-—–~至]+\s*(?!\1)20\d{2}/;
/** 2023.1.1—2023.12.31. */
const WITHIN_ONE = /(20\d{2})[年./-]\s*\d{1,2}[^至~—–]{0,6}[-—–~至]+\s*\1[年./-]/;

/** （2022年度） 填表日期：2023年2月20日 in one cell: what stands before the day. */
function withoutDay(text: string): string {
  const at = text.includes('填') ? text.search(/填[报表](?:日期|时间)/) : -1;
  return at < 0 ? text : text.slice(0, at).trim();
}

const ZERO_TO_NINE = '零一二三四五六七八九';
const YEAR_IN_WORDS = /二[〇○零OＯ0]([〇○零OＯ0一二三])([〇○零OＯ0一二三四五六七八九])(?=\s*年)/gi;

/** 二〇二三年度 is 2023年度. */
function yearInFigures(text: string): string {
  if (!text.includes('二')) return text;
  return text.replace(YEAR_IN_WORDS, (_all: string, ...digits: readonly string[]) => `20${digits.slice(0, 2).map((digit) => String(Math.max(ZERO_TO_NINE.indexOf(digit), 0))).join('')}`);
}

const mayTellTheDay = hasAny('日时月');

/** The year a table is about: from the title lines, else from any head cell that names a 年度, else from dated headers. */
export function readYear(all: readonly string[]): number | null {
  // The day a form was filled in is no year it is about: forms of one year are filled in the next.
  const texts = all.map((text) => withoutDay(yearInFigures(text))).filter((text) => text !== '' && !(mayTellTheDay(text) && /^(?:填报|填表|报送|编制)?(?:日期|时间)|年\s*\d{1,2}\s*月/.test(text)));
  for (const pattern of [/(20\d{2})\s*年?\s?度/, /年度:(20\d{2})(?!\d)/, /(20\d{2})年(?:度)?(?:部门|项目|专项|整体|绩效|市级|区级|县级|省级)/, /\((20\d{2})年?\)?/, /(20\d{2})年/, WITHIN_ONE, /(?<!\d)(20\d{2})(?=部门|项目|专项|整体|绩效)/]) {
    for (const text of texts) {
      // 2021年—2023年 is how long a project runs.
      if (pattern.source.endsWith('年') && TERM.test(text)) continue;
      const match = pattern.exec(text);
      if (match?.[1] !== undefined) return Number(match[1]);
    }
  }
  return null;
}

/** 年度 | 2022 in cells of their own. */
export function yearBeside(entries: readonly Entry[]): number | null {
  const at = entries.findIndex((entry, i) => entry.text.length <= 8 && entry.text.includes('年') && /^(?:评价|自评|预算|绩效|所属)?年[度份]$/.test(labelText(entry.raw)) && entries[i + 1]?.row === entry.row);
  const year = at < 0 ? undefined : /^(20\d{2})年?度?$/.exec(compact(entries[at + 1]?.text ?? ''))?.[1];
  return year === undefined ? null : Number(year);
}

/** 元 or 万元, as the form's labels say; null when they do not. */
export function readAmountUnit(texts: readonly string[]): AmountUnit | null {
  for (const text of texts) {
    // 实施单位：元谋县水务局 names no unit of money.
    const match = /(?:单位[:]?|[(（])\s*(万元|亿元|千元|元)(?![谋阳江氏坝宝])\s*[)）]?/.exec(compact(normalise(text)));
    if (match) return match[1] as AmountUnit;
  }
  return null;
}

/** The first province named, or told by a city's name, in the texts given; where there is none, the first that a county tells. */
export function readProvince(texts: readonly string[]): string | null {
  for (const province of [provinceIn, countyProvinceIn]) for (const text of texts) {
    const found = province(text);
    if (found !== null) return found;
  }
  return null;
}

/** 自评得分 in the head, as a total. */
export function headTotal(fields: readonly Field[]): TotalRow | null {
  const field = fields.find((f) => isHeadTotalLabel(f.name));
  return field ? { label: field.label, place: 'head', weight: null, score: field.entry, grade: null } : null;
}
