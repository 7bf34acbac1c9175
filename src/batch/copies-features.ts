// What of a table may have been copied: its indicators, goals, results and figures, each with its cell.
import type { Comparison } from '../rubrics/comparison';
import { isPlaceholder, isTemplateHint } from '../rules/template-text';
import { exactOf, hashOf, ownerKey, setOf, shinglesOf, union, wordsOf } from './copies-text';
import type { FileRecord, TableFacts } from './record';

export const ASPECTS = ['indicators', 'goals', 'results'] as const;
/** goals: what is to be reached; results: what the unit says it has reached and why not. */
export type Aspect = (typeof ASPECTS)[number];

export interface Passage {
  readonly aspect: Aspect;
  /** What it is, for people. */
  readonly role: '指标' | '预期目标' | '实际完成情况' | '实际完成值' | '偏差原因';
  readonly cell: string;
  readonly text: string;
  readonly words: string;
  /** Of an indicator: what was answered, or its target where the form asks for no answer; '' for other passages. */
  readonly answer: string;
  readonly shingles: Uint32Array;
}

export interface Figure {
  readonly cell: string;
  readonly name: string;
  readonly text: string;
  readonly hash: number;
}

export interface TableFeatures {
  readonly file: string;
  readonly sha256: string | null;
  readonly sheet: string;
  readonly kind: string;
  readonly year: number | null;
  readonly unit: string | null;
  readonly project: string | null;
  /** Whose it is; one key for each file that does not say. */
  readonly owner: string;
  readonly named: boolean;
  readonly passages: readonly Passage[];
  readonly shingles: Readonly<Record<Aspect, Uint32Array>>;
  /** Each value once. */
  readonly figures: readonly Figure[];
  readonly values: Uint32Array;
  /** Of everything the table says beside names of units and projects. */
  readonly whole: number;
}

const SEEDS: Readonly<Record<Aspect | 'figures', number>> = { indicators: 0x1b873593, goals: 0x2c1b3c6d, results: 0x3ad8025f, figures: 0x4cf5ad43 };
const NUMBERS = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;

/** Digits that say something: 26400 has three, 0.50 has one. */
function significant(digits: string): number {
  return digits.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '').length;
}

/** The value of a written number without what display adds; null for one that tells nothing: few digits, a year. */
function telling(written: string, digits: number): string | null {
  const plain = written.replaceAll(',', '');
  const value = plain.includes('.') ? plain.replace(/0+$/, '').replace(/\.$/, '') : plain;
  return significant(value) < digits || /^(?:19|20)\d{2}$/.test(value) ? null : value;
}

function figuresOf(facts: TableFacts, digits: number): readonly Figure[] {
  const found = new Map<string, Figure>();
  const add = (name: string, cell: string | null, text: string | null): void => {
    for (const [written] of text?.matchAll(NUMBERS) ?? []) {
      const value = telling(written, digits);
      if (value !== null && !found.has(value)) found.set(value, { name, cell: cell ?? '', text: text ?? '', hash: hashOf(value, SEEDS.figures) });
    }
  };
  add('年初预算数', facts.fundCells.originalBudget, facts.fund.originalBudget);
  add('全年预算数', facts.fundCells.finalBudget, facts.fund.finalBudget);
  add('全年执行数', facts.fundCells.actualSpending, facts.fund.actualSpending);
  for (const part of facts.parts) {
    add(part.name, part.cell, part.finalBudget);
    add(part.name, part.cell, part.actualSpending);
  }
  for (const one of facts.indicators) add(one.name, one.actualCell, one.actual);
  // Under the same name of a line a shorter figure tells as much.
  for (const { name, cell, text } of facts.figures) {
    const value = telling(text, digits - 1);
    const key = `${name}/${value}`;
    if (value !== null && !found.has(key)) found.set(key, { name, cell, text, hash: hashOf(key, SEEDS.figures) });
  }
  return [...found.values()];
}

function passagesOf(facts: TableFacts, template: ReadonlySet<string>): readonly Passage[] {
  const passages: Passage[] = [];
  const add = (aspect: Aspect, role: Passage['role'], cell: string | null, text: string | null, own = text, answer = ''): void => {
    if (text === null || own === null || isTemplateHint(own) || isPlaceholder(own)) return;
    const words = wordsOf(own);
    const shingles = template.has(words) ? [] : shinglesOf(words, SEEDS[aspect]);
    if (shingles.length > 0) passages.push({ aspect, role, cell: cell ?? '', text, words, answer, shingles: setOf(shingles) });
  };
  for (const goal of facts.goals) {
    add('goals', '预期目标', goal.expectedCell, goal.expected);
    // What only repeats the goal is a fault of its own, and no second passage.
    if (goal.actual !== goal.expected) add('results', '实际完成情况', goal.actualCell, goal.actual);
  }
  for (const one of facts.indicators) {
    const answer = one.actual ?? one.target;
    add('indicators', '指标', one.cell, [one.name, one.target, one.actual].filter((part) => part !== null).join('｜'), `${one.name}${one.target ?? ''}`, answer === null ? '' : exactOf(answer));
    if (one.actual !== one.target) add('results', '实际完成值', one.actualCell, one.actual);
    add('results', '偏差原因', one.reasonCell, one.reason);
  }
  return passages;
}

/** Features of every table in the records, in their order. */
export function featuresOf(records: readonly FileRecord[], { templateTexts, copies }: Comparison): readonly TableFeatures[] {
  const template = new Set(templateTexts.value.map(wordsOf));
  return records.flatMap(({ file, sha256, tables }) => tables.map(({ sheet, kind, year, facts }): TableFeatures => {
    const passages = passagesOf(facts, template);
    const figures = figuresOf(facts, copies.value.figures.digits);
    const of = (aspect: Aspect): Uint32Array => union(passages.filter((one) => one.aspect === aspect).map(({ shingles }) => shingles));
    const owner = ownerKey(facts);
    return {
      file, sha256, sheet, kind, year, unit: facts.unit, project: facts.project,
      // The same bytes under two names are one table handed in twice, whoever it is of.
      owner: owner ?? `\u0000${sha256 ?? file}`, named: owner !== null,
      passages, shingles: { indicators: of('indicators'), goals: of('goals'), results: of('results') },
      figures, values: setOf(figures.map(({ hash }) => hash)), whole: wholeOf(kind, facts),
    };
  }));
}

function wholeOf(kind: string, { fund, parts, goals, indicators, figures }: TableFacts): number {
  const said = [
    ...Object.values(fund), ...parts.flatMap(({ finalBudget, actualSpending }) => [finalBudget, actualSpending]), ...goals.flatMap(({ expected, actual }) => [expected, actual]),
    ...indicators.flatMap(({ name, target, actual, reason }) => [name, target, actual, reason]), ...figures.flatMap(({ name, text }) => [name, text]),
  ];
  return hashOf(`${kind}\n${said.map((text) => (text === null ? '' : exactOf(text))).join('\n')}`);
}
