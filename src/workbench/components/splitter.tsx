// Between grid and pane: drag it, or move it with the arrow keys; a double click brings the usual width back.
import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { PANE_WIDTH, withinWidths } from '../settings';
import { useWorkbench } from './workbench-context';

const STEP = 16;
const LEAP = 64;

const useStyles = makeStyles({
  root: {
    position: 'absolute', top: 0, bottom: 0, right: '-4px', width: '7px', zIndex: 2, cursor: 'col-resize', touchAction: 'none', outline: 'none',
    '::before': { content: '""', position: 'absolute', top: 0, bottom: 0, left: '3px', width: '1px', backgroundColor: tokens.colorNeutralStroke2 },
    ':hover::before': { left: '2px', width: '3px', backgroundColor: tokens.colorBrandStroke1 },
    ':active::before': { left: '2px', width: '3px', backgroundColor: tokens.colorBrandStroke1 },
    ':focus-visible::before': { left: '1px', width: '4px', backgroundColor: tokens.colorStrokeFocus2 },
    '@media (forced-colors: active)': { '::before': { backgroundColor: 'CanvasText' }, ':focus-visible::before': { backgroundColor: 'Highlight' } },
  },
});

export function Splitter({ paneId }: { readonly paneId: string }): ReactElement {
  const styles = useStyles();
  const { controller, speak, state } = useWorkbench();
  const width = state.settings.paneWidth;
  const held = useRef<{ readonly from: number; readonly width: number } | null>(null);

  const press = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    held.current = { from: event.clientX, width };
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (held.current) controller.widen(held.current.width + held.current.from - event.clientX);
  };
  const release = (): void => {
    held.current = null;
  };
  const key = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? LEAP : STEP;
    // The pane is on the right: moving the divider to the left widens it.
    const next = { ArrowLeft: width + step, ArrowRight: width - step, Home: PANE_WIDTH.least, End: PANE_WIDTH.most, Enter: PANE_WIDTH.usual }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    controller.widen(withinWidths(next));
  };
  return (
    <div
      className={styles.root} role="separator" aria-orientation="vertical" tabIndex={0} aria-label={speak('splitter.label')} aria-controls={paneId}
      aria-valuenow={width} aria-valuemin={PANE_WIDTH.least} aria-valuemax={PANE_WIDTH.most}
      onPointerDown={press} onPointerMove={move} onPointerUp={release} onPointerCancel={release} onKeyDown={key} onDoubleClick={() => controller.widen(PANE_WIDTH.usual)}
    />
  );
}
