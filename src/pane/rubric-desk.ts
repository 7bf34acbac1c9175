// What happens when a bureau's rubric is copied, changed, tried and kept: in the workbook, on this computer, or in a file.
import type { OwnRules } from '../model/plan';
import type { Rubric } from '../model/rubric';
import type { Phrase } from './catalogue';
import { putBack, takenOut, type DeletedRule } from './deleted-rule';
import { idOf, NO_OWN_RULES, type Whereabouts } from './house-rules';
import type { DeskServices } from './desk-services';
import { keepHere } from './keep-here';
import type { PaneState } from './pane-state';
import type { RubricDraft } from './rubric-draft';
import type { RubricForm } from './rubric-form';

export class RubricDesk {
  constructor(private readonly services: DeskServices) {}

  /** Opens the form on a copy. */
  async copy(rubric: Rubric): Promise<void> {
    const { copyOf } = await this.services.road();
    const { house, stored } = this.state();
    const taken = [...house.rules.rubrics.map(({ id }) => id), ...idsOf(stored.own), ...idsOf(house.mine)];
    this.open({ form: copyOf(rubric, taken), base: rubric, touched: false, trial: null });
  }

  /** Opens the form on a rubric of one's own, to change it. */
  async change(rubric: Rubric): Promise<void> {
    const { formOf } = await this.services.road();
    this.open({ form: formOf(rubric), base: rubric, touched: false, trial: null });
  }

  /** Typing makes a trial stale. */
  type(form: RubricForm): void {
    const { draft } = this.state();
    if (draft) this.services.store.dispatch({ type: 'draft', draft: { ...draft, form, touched: true, trial: null } });
  }

  /** The unfinished one is given up for the one that was asked for. */
  giveUp(): void {
    const { instead } = this.state();
    if (instead?.form === 'rubric-form') this.show(instead.draft);
  }

  discard(): void {
    const { notice } = this.state();
    this.services.store.dispatch({ type: 'draft', draft: null });
    this.services.store.dispatch({ type: 'view', view: 'rubric' });
    // What was just kept is told on the page that one comes back to.
    this.services.store.dispatch({ type: 'notice', notice });
  }

  /** Judges the workbook with the draft, without keeping it. */
  async tryOut(): Promise<void> {
    const { readForm, trialOf } = await this.services.road();
    const { draft, checked, house } = this.state();
    if (!draft || !checked) return;
    const { rubric } = readForm(draft.form, draft.base);
    if (!rubric) return;
    const after = this.services.reviewed({ ...house, rules: { ...house.rules, rubrics: [rubric, ...house.rules.rubrics.filter(({ id }) => id !== rubric.id)] } });
    if (after) this.services.store.dispatch({ type: 'draft', draft: { ...draft, trial: trialOf(checked.review, after, rubric.id) } });
  }

  async keep(where: Whereabouts): Promise<void> {
    const { readForm } = await this.services.road();
    const { draft, stored, house } = this.state();
    const rubric = draft && readForm(draft.form, draft.base).rubric;
    if (!rubric) return;
    if (where === 'workbook') await this.services.keep({ ...stored, own: withRubric(stored.own, rubric) }, { key: 'rubric.kept.workbook', params: { title: rubric.title } });
    else await keepHere(this.services, withRubric(house.mine, rubric), { key: 'rubric.kept.computer', params: { title: rubric.title } });
    // A port may have refused, or another task been running; what was refused before is no matter of this one.
    if (rubricsOf(where === 'workbook' ? this.state().stored.own : this.state().house.mine).some((one) => JSON.stringify(one) === JSON.stringify(rubric))) this.discard();
  }

  async remove(id: string, where: Whereabouts): Promise<void> {
    const { stored, house } = this.state();
    const own = where === 'workbook' ? stored.own : house.mine;
    const at = idsOf(own).indexOf(id);
    const out = takenOut(own, 'rubrics', at);
    if (!out) return;
    const chosen = where === 'workbook' && stored.rubric === id ? id : null;
    const deleted: DeletedRule = { what: 'rubrics', where, value: out.value, at, chosen };
    const done: Phrase = { key: 'rubric.removed' };
    if (where === 'workbook') return this.services.keep({ ...stored, own: out.own, ...(chosen === null ? {} : { rubric: null }) }, done, deleted);
    return keepHere(this.services, out.own, done, deleted);
  }

  /** A rubric or check that was just deleted goes back where it was. */
  async restore(deleted: DeletedRule): Promise<void> {
    const { stored, house } = this.state();
    const done: Phrase = { key: 'rule.restored' };
    if (deleted.where === 'computer') return keepHere(this.services, putBack(house.mine, deleted), done);
    return this.services.keep({ ...stored, own: putBack(stored.own, deleted), ...(deleted.chosen === null ? {} : { rubric: deleted.chosen }) }, done);
  }

  /** A rubric file that somebody sent: opened in the form, or a Chinese sentence that says what is wrong. */
  async import(text: string): Promise<string | null> {
    const { readRubric, formOf } = await this.services.road();
    let value: unknown = null;
    try {
      value = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
      // Told below: what is no JSON is no rubric.
    }
    const reading = readRubric(value);
    if (!reading.ok) return reading.complaints[0]?.sentence ?? '';
    this.open({ form: formOf(reading.rubric), base: reading.rubric, touched: false, trial: null });
    return null;
  }

  /** What was typed into another one is not lost without a word. */
  private open(draft: RubricDraft): void {
    if (this.state().draft?.touched) this.services.store.dispatch({ type: 'instead', instead: { form: 'rubric-form', draft } });
    else this.show(draft);
  }

  private show(draft: RubricDraft): void {
    this.services.store.dispatch({ type: 'draft', draft });
    this.services.store.dispatch({ type: 'view', view: 'rubric-form' });
  }

  private state(): PaneState {
    return this.services.store.getState();
  }
}

function rubricsOf(own: OwnRules | undefined): readonly unknown[] {
  return (own ?? NO_OWN_RULES).rubrics;
}

function idsOf(own: OwnRules | undefined): readonly string[] {
  return rubricsOf(own).map(idOf);
}

function withRubric(own: OwnRules | undefined, rubric: Rubric): OwnRules {
  const { rubrics, checks } = own ?? NO_OWN_RULES;
  return { rubrics: [rubric, ...rubrics.filter((one) => idOf(one) !== rubric.id)], checks };
}
