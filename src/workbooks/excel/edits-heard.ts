// Who edited which sheets: other people's and the user's edits are passed on, ours are not.
import type { Edited } from '../port';
import { inExcel } from './batch';
import type { Features } from './requirements';

type Changed = Pick<Excel.WorksheetChangedEventArgs, 'worksheetId' | 'address' | 'source'> & { readonly triggerSource?: string };

/** Remembers what we wrote, for Excels that do not tell whose edit an event is about (below ExcelApi 1.14). */
export class EditsHeard {
  private readonly own = new Set<string>();
  private names = new Map<string, string>();

  /** sheet!A1 of the cells that get new contents now. */
  writing(places: readonly string[]): void {
    for (const place of places) this.own.add(place);
  }

  /** After a fresh look at the workbook nothing of ours is still under way. */
  settled(): void {
    this.own.clear();
  }

  private isOwn({ address, triggerSource }: Changed, sheet: string): boolean {
    const heard = this.own.delete(`${sheet}!${address.replaceAll('$', '')}`);
    return heard || triggerSource === 'ThisLocalAddin';
  }

  private async nameOf(id: string): Promise<string | null> {
    if (!this.names.has(id)) {
      // A sheet added since, or renamed: rare enough to ask again.
      const asked = await inExcel({}, async ({ context, sync }) => {
        const sheets = context.workbook.worksheets.load('items/id,items/name');
        await sync();
        return new Map(sheets.items.map((sheet) => [sheet.id, sheet.name]));
      });
      if (asked.ok) this.names = asked.value;
    }
    return this.names.get(id) ?? null;
  }

  /** Starts listening in the batch given; the answer stops. */
  async start(context: Excel.RequestContext, sync: () => Promise<void>, features: Features, onEdited: (edited: Edited) => void): Promise<() => void> {
    const sheets = context.workbook.worksheets.load('items/id,items/name');
    const handler = async (event: Changed): Promise<void> => {
      const sheet = await this.nameOf(event.worksheetId);
      if (sheet === null || this.isOwn(event, sheet)) return;
      onEdited({ sheets: [sheet], remote: event.source === 'Remote' });
    };
    const together = features.collectionEvents ? context.workbook.worksheets.onChanged.add(handler) : null;
    await sync();
    this.names = new Map(sheets.items.map(({ id, name }) => [id, name]));
    // Below ExcelApi 1.9 each sheet is listened to by itself.
    const handlers = together ? [together] : sheets.items.map((sheet) => sheet.onChanged.add(handler));
    if (!together) await sync();
    return () => {
      for (const one of handlers) one.remove();
      // Nobody waits for it: a handler that Excel has dropped already needs no dropping.
      void context.sync().catch(() => undefined);
    };
  }
}
