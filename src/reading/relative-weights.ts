// Weights of the inner levels that are shares of the level above (数量指标 50% of 产出指标), not points of the whole.
import { HUNDRED, ONE, ZERO, decimal, near, type Decimal } from '../model/decimal';
import type { Indicator, IndicatorGroup } from '../model/table';

const HUNDREDTH = decimal('0.01');

/** Whether weights make 100 in each of the groups that they divide, told one after the other in the order of the lines. */
class Shares {
  #at: number | null = null;
  #sum: Decimal = ZERO;
  #wholes = 0;
  #others = 0;

  put(at: number | null | undefined, weight: Decimal | undefined | null): void {
    if (at === null || at === undefined || !weight) return;
    if (at === this.#at) this.#sum = this.#sum.plus(weight);
    else {
      this.#close();
      this.#at = at;
      this.#sum = weight;
    }
  }

  /** Two groups that make another sum are enough: as a rule after a few lines. */
  get refuted(): boolean {
    return this.#others > 1;
  }

  /** Two wholes at least: what is divided into 100 once may be the form itself. One group of several may be wrong. */
  areShares(): boolean {
    this.#close();
    return this.#wholes > 1 && this.#others < 2;
  }

  #close(): void {
    if (this.#at === null) return;
    if (near(this.#sum, HUNDRED, HUNDREDTH) || near(this.#sum, ONE, HUNDREDTH)) this.#wholes++;
    else this.#others++;
    this.#at = null;
  }
}

/** The groups without points that are shares of the group around them. */
export function withoutSharesOfGroups(groups: readonly IndicatorGroup[], indicators: readonly Indicator[]): readonly IndicatorGroup[] {
  const shares = new Shares();
  for (const { level, declaredWeight, indicators: [first] } of groups) if (level === 2 && first !== undefined) shares.put(indicators[first]?.group, declaredWeight);
  return shares.areShares() ? groups.map((group) => (group.level === 2 ? { ...group, declaredWeight: null, declaredAt: null } : group)) : groups;
}

/** True where the weights of the lines are shares of their groups, or of the groups around these: 75 and 25 points of two groups that make up 50% of the whole. */
export function areSharesOfGroups(indicators: readonly Indicator[]): boolean {
  return areShares(indicators, ({ group, subgroup }) => subgroup ?? group) || areShares(indicators, ({ group }) => group);
}

function areShares(indicators: readonly Indicator[], groupOf: (indicator: Indicator) => number | null): boolean {
  const shares = new Shares();
  for (const indicator of indicators) {
    shares.put(groupOf(indicator), indicator.weight?.quantity?.value);
    if (shares.refuted) return false;
  }
  return shares.areShares();
}
