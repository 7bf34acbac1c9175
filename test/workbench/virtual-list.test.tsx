/** @jest-environment jsdom */
import './jsdom-gaps';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { VirtualList } from '../../src/workbench/components/desk/virtual-list';

const NUMBERS = ['一', '二', '三', '四', '五'];
const HEIGHT = 50;

function shown(): HTMLElement {
  const { container } = render(
    <VirtualList label="数" items={NUMBERS} keyOf={(one) => one} heightOf={() => HEIGHT} place={{ top: 0, index: 0 }}>
      {(one, tabIndex) => <button type="button" data-stop="" tabIndex={tabIndex}>{one}</button>}
    </VirtualList>,
  );
  return container;
}

const rows = (container: HTMLElement): readonly (readonly [string | null, string, string])[] => Array.from(container.querySelectorAll('li'), (row) => [row.textContent, row.style.top, row.style.height] as const);

afterEach(() => {
  jest.restoreAllMocks();
  cleanup();
});

test('a row whose text needs more than was reckoned with gets it, and the rows below move down', () => {
  jest.spyOn(HTMLLIElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return this.textContent === '二' ? 90 : HEIGHT;
  });
  expect(rows(shown())).toEqual([['一', '0px', '50px'], ['二', '50px', '90px'], ['三', '140px', '50px'], ['四', '190px', '50px'], ['五', '240px', '50px']]);
});

test('arrows bring the row into sight in the page as well', () => {
  const into = jest.fn<void, [unknown]>();
  Element.prototype.scrollIntoView = function (this: Element, how) {
    into([this.textContent, how]);
  };
  shown();
  const first = screen.getByRole('button', { name: '一' });
  act(() => first.focus());
  fireEvent.keyDown(first, { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toBe('二');
  expect(into.mock.calls).toEqual([[['二', { block: 'nearest' }]]]);
});
