// Where a goal without a cell leads: what concerns a whole table begins at the top of its sheet.
import { sampleSnapshot } from '../../test/pane/sample';
import { fakeWorld, type FakePort } from '../../test/workbench/fakes';
import type { Book } from '../workbooks/grid/book';
import { Session } from './session';

test('a goal without a cell brings its sheet to the front, at its top; without a sheet there is nowhere to go', async () => {
  const world = fakeWorld(sampleSnapshot());
  const session = new Session({ services: world, name: 'a.xlsx', draftId: 'd', restored: false, book: { readOnly: false } as Book, onChange: () => undefined, onRefused: () => undefined } as unknown as Session['facts']);
  for (const [sheet, cell] of [['自评表2', ''], ['自评表', 'G9'], ['', '']] as const) await session.reveal({ sheet, cell });
  expect((session.port as FakePort & { readonly calls: readonly string[] }).calls).toEqual(['reveal 自评表2!A1', 'reveal 自评表!G9']);
});
