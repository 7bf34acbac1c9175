/** @jest-environment jsdom */
import { heldFocus } from './areas';
import { InSight } from './in-sight';

/** A page whose line that had the focus is gone, as where a list gives way to a file. */
function page(below = ''): { readonly pane: HTMLElement; readonly takeFocus: () => Promise<void> } {
  document.body.innerHTML = '<div data-area="sheet" tabindex="-1"><div id="grid"></div></div><div data-area="pane" id="pane"><button>设置</button></div><button id="from">清单的一行</button>';
  const [grid, pane, from] = ['grid', 'pane', 'from'].map((id) => document.getElementById(id));
  if (!grid || !pane || !from) throw new Error('no page');
  pane.insertAdjacentHTML('beforeend', below);
  const inSight = new InSight(Promise.resolve({ grid, pane }), () => undefined);
  from.focus();
  const lost = heldFocus();
  from.remove();
  return { pane, takeFocus: () => inSight.takeFocus(lost) };
}

test('who comes from a line of a list goes on at the first finding, also where the list of findings comes late', async () => {
  const { pane, takeFocus } = page();
  await takeFocus();
  expect(document.activeElement?.textContent).toBe('设置');
  pane.insertAdjacentHTML('beforeend', '<button data-stop="1" tabindex="0">错误 I5</button>');
  await takeFocus();
  expect(document.activeElement?.textContent).toBe('错误 I5');
});

test('who has gone elsewhere meanwhile stays there', async () => {
  const { pane, takeFocus } = page();
  await takeFocus();
  pane.insertAdjacentHTML('beforeend', '<button id="own">重新核查</button><button data-stop="1" tabindex="0">错误 I5</button>');
  document.getElementById('own')?.focus();
  await takeFocus();
  expect(document.activeElement?.textContent).toBe('重新核查');
});

test('what takes the focus is the finding that is open, not the unfolded line above it', async () => {
  const { takeFocus } = page('<button data-stop="1" tabindex="0">错误 I5</button><button data-stop="f" tabindex="-1" aria-expanded="true">连带 3 处</button><button data-stop="2" tabindex="-1" aria-expanded="true" aria-controls="panel">错误 K5</button>');
  await takeFocus();
  expect(document.activeElement?.textContent).toBe('错误 K5');
});
