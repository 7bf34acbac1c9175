// What happens when an own check (审核公式) is written, tried on the open workbook, kept in the workbook or on this computer, handed on and taken in.
import type { OwnRules } from '../model/plan';
import type { Phrase } from './catalogue';
import { BLANK_CHECK, formOfValue, freeId, valueOf, valueOfCheck, type CheckForm } from './check-form';
import type { CheckLanguage } from './check-language';
import type { CheckReading } from './check-reading';
import { takenOut, type DeletedRule } from './deleted-rule';
import { idOf, NO_OWN_RULES, type Whereabouts } from './house-rules';
import { keepHere } from './keep-here';
import type { PaneState } from './pane-state';
import { settled } from './pane-store';
import type { CheckPlace, CheckWriting } from './check-writing';
import type { DeskServices } from './desk-services';

export class CheckDesk {
  constructor(private readonly services: Pick<DeskServices, 'store' | 'house' | 'keep' | 'road' | 'reviewAgain'>) {}

  /** Opens the form on a new check. */
  write(): void {
    const { stored, house } = this.state();
    this.open({ ...BLANK_CHECK, id: freeId([...checksOf(stored.own), ...house.mine.checks, ...house.shared.checks].map(idOf)) }, null);
  }

  /** Opens the form on a check that is kept; one of the catalogue is copied and goes before it under the same number. */
  change(value: unknown, place: CheckPlace): void {
    this.open(formOfValue(value), place === 'catalog' ? null : { place, id: idOf(value) });
  }

  type(change: Partial<CheckForm>): void {
    const { writing } = this.state();
    if (writing) this.show({ ...writing, form: { ...writing.form, ...change }, touched: true });
  }

  /** Reads the form as it is now, and tries it on the tables of the last check. */
  async read(): Promise<CheckReading | null> {
    const language = await settled(this.language(), null);
    // After waiting: what was typed meanwhile is read too.
    const { writing, checked } = this.state();
    if (!writing || !language) return null;
    const reading = language.readCheckForm(writing.form, checked?.review.tables ?? []);
    this.show({ ...writing, reading });
    return reading;
  }

  /** False: something is wrong, and the form says what. */
  async keep(where: Whereabouts): Promise<boolean> {
    const language = await this.languageOrTold();
    const { writing, checked, stored, house } = this.state();
    if (!writing || !language) return false;
    const own = where === 'workbook' ? stored.own : house.mine;
    const { was } = writing;
    // By its number: a check of the workbook may have been read again meanwhile.
    const replaced = was?.place === where ? checksOf(own).findIndex((one) => idOf(one) === was.id) : -1;
    const others = checksOf(own).filter((_, at) => at !== replaced);
    const reading = language.readCheckForm(writing.form, checked?.review.tables ?? [], new Set(others.map(idOf)));
    this.show({ ...writing, reading, tried: true });
    if (reading.complaints.length > 0) return false;
    const value = valueOf(writing.form);
    const checks = replaced < 0 ? [...others, value] : checksOf(own).map((one, at) => (at === replaced ? value : one));
    await this.keepIn(where, checks, { key: `checks.kept.${where}`, params: { label: value.label } });
    if (!this.has(where, value)) return false;
    this.discard();
    return true;
  }

  /** The unfinished one is given up for the one that was asked for. */
  giveUp(): void {
    const { instead } = this.state();
    if (instead?.form === 'check-form') this.begin(instead.writing);
  }

  discard(): void {
    const { store } = this.services;
    const { notice } = this.state();
    store.dispatch({ type: 'writing', writing: null });
    store.dispatch({ type: 'view', view: 'checks' });
    // What was just kept is told on the page that one comes back to.
    store.dispatch({ type: 'notice', notice });
  }

  async remove(value: unknown, where: Whereabouts): Promise<void> {
    const { stored, house } = this.state();
    const own = where === 'workbook' ? stored.own : house.mine;
    const at = checksOf(own).indexOf(value);
    const out = takenOut(own, 'checks', at);
    if (out) await this.keepIn(where, out.own.checks, { key: 'checks.removed', params: { label: formOfValue(value).label } }, { what: 'checks', where, value, at, chosen: null });
  }

  /** A file that somebody sent, JSON or plain text: its checks wait for a place, or every problem as a Chinese sentence. */
  async import(text: string): Promise<readonly string[]> {
    const language = await this.languageOrTold();
    if (!language) return [];
    const file = language.readCheckFile(text);
    this.services.store.dispatch({ type: 'incoming', incoming: file.ok ? { title: file.set.title, checks: file.set.checks.map(valueOfCheck), advice: file.set.advice } : null });
    return file.ok ? [] : file.problems;
  }

  /** Keeps what came in; a check of the same number is replaced. */
  async takeIn(where: Whereabouts): Promise<void> {
    const { incoming, stored, house } = this.state();
    if (!incoming) return;
    const fresh = new Set(incoming.checks.map(({ id }) => id));
    const others = checksOf(where === 'workbook' ? stored.own : house.mine).filter((one) => !fresh.has(idOf(one)));
    await this.keepIn(where, [...others, ...incoming.checks], { key: `checks.taken.${where}`, params: { count: incoming.checks.length } });
    if (incoming.checks.every((check) => this.has(where, check))) this.leave();
  }

  /** What came in is not kept. */
  leave(): void {
    this.services.store.dispatch({ type: 'incoming', incoming: null });
  }

  private async keepIn(where: Whereabouts, checks: readonly unknown[], done: Phrase, deleted?: DeletedRule): Promise<void> {
    const { stored, house } = this.state();
    if (where === 'computer') return keepHere(this.services, { ...house.mine, checks }, done, deleted);
    await this.services.keep({ ...stored, own: { ...(stored.own ?? NO_OWN_RULES), checks } }, done, deleted);
  }

  /** A port may have refused, or another task been running. */
  private has(where: Whereabouts, value: unknown): boolean {
    const { stored, house } = this.state();
    return checksOf(where === 'workbook' ? stored.own : house.mine).includes(value);
  }

  private open(form: CheckForm, was: CheckWriting['was']): void {
    const writing: CheckWriting = { form, was, touched: false, reading: null, tried: false };
    // What was typed into another one is not lost without a word.
    if (this.state().writing?.touched) this.services.store.dispatch({ type: 'instead', instead: { form: 'check-form', writing } });
    else this.begin(writing);
  }

  private begin(writing: CheckWriting): void {
    this.show(writing);
    this.services.store.dispatch({ type: 'view', view: 'check-form' });
  }

  private show(writing: CheckWriting): void {
    this.services.store.dispatch({ type: 'writing', writing });
  }

  /** Null: it did not come, as from a server that has a newer one, and that is told. */
  private async languageOrTold(): Promise<CheckLanguage | null> {
    const language = await settled(this.language(), null);
    if (!language) this.services.store.refuse({ ok: false, word: 'failed', reason: '' });
    return language;
  }

  private async language(): Promise<CheckLanguage> {
    return (await import(/* webpackChunkName: "check-language" */ './check-language')).language;
  }

  private state(): PaneState {
    return this.services.store.getState();
  }
}

function checksOf(own: OwnRules | undefined): readonly unknown[] {
  return own?.checks ?? [];
}
