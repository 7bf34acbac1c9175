// A bureau's rules in the pane: from a catalogue beside the page, and from this computer. Loaded with the first check, so that a pane that only opens stays light.
import { loadCatalog, type CatalogCache, type CatalogSource, type KeptCatalog } from '../catalog/load-catalog';
import type { OwnRules } from '../model/plan';
import { rubricsIn } from '../review/options-for';
import { NO_HOUSE, NO_OWN_RULES, ownRulesOf, type House } from './house-rules';

/** Where own rules are kept on this computer. */
export interface OwnRulesStore {
  /** What was written last in this page, kept or not, beside what other pages keep. */
  read(): Promise<unknown>;
  /** Rejects where the rules are not kept: they are read until the page closes. */
  write(rules: OwnRules): Promise<void>;
}

export interface HouseServices {
  /** Null: this page has no place for a catalogue. */
  readonly catalog: CatalogSource | null;
  readonly cache: CatalogCache;
  readonly own: OwnRulesStore;
}

/** Never rejects. */
export async function loadHouse(services: HouseServices): Promise<House> {
  return (await openHouse(services)).house;
}

/** With the files of the catalogue, by which it is known. Never rejects. */
export async function openHouse({ catalog, cache, own }: HouseServices): Promise<{ readonly house: House; readonly kept: KeptCatalog | null }> {
  const [loaded, mine] = await Promise.all([catalog === null ? null : loadCatalog(catalog, cache), ownRulesIn(own)]);
  return { house: await houseWith(loaded ? { shared: loaded.house, catalog: loaded.catalog, templates: loaded.templates } : NO_HOUSE, mine ?? NO_OWN_RULES), kept: loaded?.kept ?? null };
}

/** The house with other rules on this computer. */
export async function houseWith({ shared, catalog, templates }: Pick<House, 'shared' | 'catalog' | 'templates'>, mine: OwnRules): Promise<House> {
  const here = rubricsIn(mine, '本机的口径');
  const checked = mine.checks.length === 0 ? { checks: shared.checks, remarks: [] } : await ownChecks(mine.checks, shared.checks);
  const rules = {
    rubrics: [...here.rubrics, ...shared.rubrics.filter(({ id }) => !here.rubrics.some((one) => one.id === id))],
    checks: checked.checks, remarks: [...shared.remarks, ...here.remarks, ...checked.remarks],
  };
  return { rules, shared, catalog, templates, mine };
}

async function ownChecks(mine: readonly unknown[], shared: House['shared']['checks']): Promise<Pick<House['rules'], 'checks' | 'remarks'>> {
  const { loadKept } = await import(/* webpackChunkName: "checks" */ '../formulas/load');
  return loadKept(mine, shared, '本机的审核公式');
}

/** Null: nothing is kept, or nothing can be read. Never rejects. */
export async function ownRulesIn(store: OwnRulesStore): Promise<OwnRules | null> {
  try {
    return ownRulesOf(await store.read());
  } catch {
    return null;
  }
}
