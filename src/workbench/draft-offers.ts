// What was not saved last time: offered for a month, restored or thrown away.
import type { Words } from './catalogue';
import type { Draft, WorkbenchServices } from './services';
import type { Message, WorkbenchAction, WorkbenchState } from './workbench-state';

const DRAFT_DAYS = 30;

export class DraftOffers {
  private drafts: readonly Draft[] = [];

  constructor(
    private readonly services: Pick<WorkbenchServices, 'drafts' | 'now'>,
    private readonly dispatch: (action: WorkbenchAction) => void,
    private readonly state: () => WorkbenchState,
    private readonly tell: (tone: Message['tone'], words: Words) => void,
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

  /** To be worked on here and nowhere else. Null: another window was first, and the offer goes; told. */
  async claim(id: string): Promise<Draft | null> {
    const offered = this.drafts.find((one) => one.id === id);
    if (!offered) return null;
    const draft = await this.services.drafts.claim(id);
    if (!draft) {
      this.forget(id);
      this.tell('info', { key: 'drafts.elsewhere', params: { name: offered.name } });
    }
    return draft;
  }

  async discard(id: string): Promise<void> {
    const draft = await this.claim(id);
    if (!draft) return;
    this.forget(id);
    await this.services.drafts.remove(id);
    this.dispatch({ type: 'announce', words: { key: 'drafts.discarded', params: { name: draft.name } } });
  }

  /** No longer offered; still kept. */
  forget(id: string): void {
    this.drafts = this.drafts.filter((one) => one.id !== id);
    this.dispatch({ type: 'drafts', drafts: this.state().drafts.filter((one) => one.id !== id) });
  }
}
