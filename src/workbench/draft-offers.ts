// What was not saved last time: offered for a month, restored or thrown away.
import type { Draft, WorkbenchServices } from './services';
import type { WorkbenchAction, WorkbenchState } from './workbench-state';

const DRAFT_DAYS = 30;

export class DraftOffers {
  private drafts: readonly Draft[] = [];

  constructor(
    private readonly services: Pick<WorkbenchServices, 'drafts' | 'now'>,
    private readonly dispatch: (action: WorkbenchAction) => void,
    private readonly state: () => WorkbenchState,
  ) {}

  async start(): Promise<void> {
    const { drafts, now } = this.services;
    const oldest = now().getTime() - DRAFT_DAYS * 86_400_000;
    const all = await drafts.list();
    const fresh = all.filter(({ at }) => Date.parse(at) >= oldest);
    this.drafts = fresh;
    this.dispatch({ type: 'drafts', drafts: fresh.map(({ id, name, at }) => ({ id, name, at })) });
    for (const draft of all) if (!fresh.includes(draft)) await drafts.remove(draft.id);
  }

  draft(id: string): Draft | null {
    return this.drafts.find((one) => one.id === id) ?? null;
  }

  async discard(id: string): Promise<void> {
    const draft = this.forget(id);
    if (!draft) return;
    await this.services.drafts.remove(id);
    this.dispatch({ type: 'announce', words: { key: 'drafts.discarded', params: { name: draft.name } } });
  }

  /** No longer offered; still kept. */
  forget(id: string): Draft | null {
    const draft = this.draft(id);
    this.drafts = this.drafts.filter((one) => one !== draft);
    this.dispatch({ type: 'drafts', drafts: this.state().drafts.filter((one) => one.id !== id) });
    return draft;
  }
}
