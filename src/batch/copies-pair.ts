// Two tables side by side: how alike they are where they could differ, and the passages that they share.
import type { Comparison } from '../rubrics/comparison';
import type { Candidates } from './copies-candidates';
import { ASPECTS, type Aspect, type Passage, type TableFeatures } from './copies-features';
import { common, dice } from './copies-text';

export interface SharedPassage {
  readonly what: Passage['role'] | '数字';
  readonly first: { readonly cell: string; readonly text: string };
  readonly second: { readonly cell: string; readonly text: string };
  /** False: alike, not the same. */
  readonly same: boolean;
}

export interface AspectLikeness {
  readonly aspect: Aspect | 'figures';
  /** 0 to 1. */
  readonly similarity: number;
  /** Letters in common; figures in common. */
  readonly shared: number;
  /** True where it passes its threshold. */
  readonly alike: boolean;
}

export interface PairLikeness {
  readonly similarity: number;
  readonly aspects: readonly AspectLikeness[];
  readonly passages: readonly SharedPassage[];
}

/** What a figure counts beside the three-letter runs of texts. */
const FIGURE_WEIGHT = 4;

/** Without what is the template's; remembers, since one table may stand in many pairs. */
export class OwnWords {
  private readonly own = new Map<TableFeatures, Readonly<Record<Aspect | 'figures', Uint32Array>>>();

  constructor(private readonly shared: Pick<Candidates, 'boilerplate' | 'commonFigures'>) {}

  of(table: TableFeatures): Readonly<Record<Aspect | 'figures', Uint32Array>> {
    let own = this.own.get(table);
    if (!own) {
      const { shingles } = table;
      own = { indicators: this.without(shingles.indicators), goals: this.without(shingles.goals), results: this.without(shingles.results), figures: table.values.filter((hash) => !this.shared.commonFigures.has(hash)) };
      this.own.set(table, own);
    }
    return own;
  }

  /** At least half of it is nobody else's. */
  telling({ shingles }: Passage): boolean {
    return this.without(shingles).length * 2 >= shingles.length;
  }

  private without(shingles: Uint32Array): Uint32Array {
    return shingles.filter((hash) => !this.shared.boilerplate.has(hash));
  }
}

type Matched = readonly [Passage, Passage];

/** Each passage of the first with the one of the second that is most like it, no passage twice; the same ones first. */
function matched(first: readonly Passage[], second: readonly Passage[], least: number): readonly Matched[] {
  const free = new Set(second);
  const pairs: Matched[] = [];
  const left: Passage[] = [];
  for (const one of first) {
    const same = [...free].find(({ words, role }) => words === one.words && role === one.role);
    if (same) {
      free.delete(same);
      pairs.push([one, same]);
    } else left.push(one);
  }
  for (const one of left) {
    let best: Passage | null = null;
    let most = least;
    for (const other of free) {
      const likeness = other.role === one.role ? dice(common(one.shingles, other.shingles), one.shingles.length, other.shingles.length) : 0;
      if (likeness >= most && (best === null || likeness > most)) [best, most] = [other, likeness];
    }
    if (best === null) continue;
    free.delete(best);
    pairs.push([one, best]);
  }
  return pairs;
}

function figurePassages(a: TableFeatures, b: TableFeatures, shared: ReadonlySet<number>): readonly SharedPassage[] {
  const other = new Map(b.figures.map((figure) => [figure.hash, figure]));
  return a.figures.flatMap((one): readonly SharedPassage[] => {
    const two = shared.has(one.hash) ? other.get(one.hash) : undefined;
    return two ? [{ what: '数字', first: { cell: one.cell, text: `${one.name}：${one.text}` }, second: { cell: two.cell, text: `${two.name}：${two.text}` }, same: true }] : [];
  });
}

/** Null for two tables that are not alike enough in any respect. */
export function comparePair(a: TableFeatures, b: TableFeatures, own: OwnWords, { value }: Comparison['copies'], sameProject: boolean): PairLikeness | null {
  const [x, y] = [own.of(a), own.of(b)];
  const texts = ASPECTS.map((aspect): AspectLikeness => {
    const shared = common(x[aspect], y[aspect]);
    const similarity = dice(shared, x[aspect].length, y[aspect].length);
    return { aspect, similarity, shared, alike: shared >= value[aspect].letters && similarity >= value[aspect].similarity };
  });
  const figures = common(x.figures, y.figures);
  const figureLikeness = dice(figures, x.figures.length, y.figures.length);
  const aspects = [...texts, { aspect: 'figures', similarity: figureLikeness, shared: figures, alike: figures >= value.figures.count && figureLikeness >= value.figures.similarity } as const];
  if (!aspects.some(({ alike }) => alike)) return null;

  const of = (table: TableFeatures): readonly Passage[] => table.passages.filter((passage) => own.telling(passage));
  const pairs = matched(of(a), of(b), value.passage);
  const lines = pairs.filter(([one]) => one.role === '指标');
  const answered = lines.filter(([one, two]) => one.answer !== '' && one.answer === two.answer).length;
  const judged = aspects.map((one): AspectLikeness => (one.aspect === 'indicators' ? { ...one, alike: one.alike && answered >= value.indicators.agreement * lines.length } : one));
  // Units that carry out one project are given its goals from above: those alone say nothing.
  if (!judged.some(({ alike, aspect }) => alike && !(sameProject && aspect === 'goals'))) return null;

  const sharedFigures = new Set(x.figures.filter((hash) => y.figures.includes(hash)));
  const passages: readonly SharedPassage[] = pairs.map(([one, two]) => ({ what: one.role, first: { cell: one.cell, text: one.text }, second: { cell: two.cell, text: two.text }, same: one.words === two.words }));
  const indicators = passages.filter(({ what }) => what === '指标');
  // An indicator stands with its actual: that needs no second line.
  const told = (text: string): boolean => indicators.some(({ first, second }) => first.text.endsWith(`｜${text}`) && second.text.endsWith(`｜${text}`));
  const sizes = (side: typeof x): number => ASPECTS.reduce((sum, aspect) => sum + side[aspect].length, FIGURE_WEIGHT * side.figures.length);
  const shared = texts.reduce((sum, one) => sum + one.shared, FIGURE_WEIGHT * figures);
  return {
    similarity: dice(shared, sizes(x), sizes(y)),
    aspects: judged,
    passages: [
      ...passages.filter(({ what, first }) => what !== '实际完成值' || !told(first.text)),
      ...figurePassages(a, b, sharedFigures).filter(({ first }) => !told(first.text.slice(first.text.indexOf('：') + 1))),
    ],
  };
}
