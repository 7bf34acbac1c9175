// The text of a report with its figures marked. Hundreds of figures are one stop for Tab: arrows move among them.
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { memo, useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import type { OpenReport } from '../open-report';
import { cellOf, type Piece, type ReportLine } from '../report-text';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  text: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  // Reports of two thousand paragraphs: those out of sight are not laid out.
  line: { margin: 0, overflowWrap: 'anywhere', lineHeight: '1.7', outline: 'none', contentVisibility: 'auto', containIntrinsicSize: 'auto 48px' },
  heading: { fontWeight: tokens.fontWeightSemibold },
  table: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, padding: tokens.spacingHorizontalS, border: `1px dashed ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
  figure: { font: 'inherit', color: 'inherit', lineHeight: 'inherit', display: 'inline', border: 'none', padding: '0 1px', margin: 0, background: 'none', cursor: 'pointer', borderRadius: tokens.borderRadiusSmall, textAlign: 'left',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' } },
  holds: { textDecorationLine: 'underline', textDecorationColor: tokens.colorStatusSuccessForeground1, textDecorationThickness: '2px', textUnderlineOffset: '3px' },
  contradicts: { textDecorationLine: 'underline', textDecorationStyle: 'wavy', textDecorationColor: tokens.colorStatusDangerForeground1, textUnderlineOffset: '3px', backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

export function paragraphId(paragraph: number): string {
  return `biaoli-report-${paragraph}`;
}

export function ReportText({ lines, report }: { readonly lines: readonly ReportLine[]; readonly report: OpenReport }): ReactElement {
  const styles = useStyles();
  const { controller, say } = usePane();
  const root = useRef<HTMLDivElement>(null);
  const { looked } = report;
  const first = lines.flatMap((line) => (line.kind === 'paragraph' ? line.pieces : [])).find((piece) => piece.kind === 'figure');
  const stop = looked ?? (first?.kind === 'figure' ? first.figure : null);
  // Come from a cell of the sheet, or back from another page: where one was.
  const start = useRef(looked);
  useEffect(() => {
    if (start.current !== null) root.current?.querySelector<HTMLElement>(`button[data-figure="${start.current}"]`)?.focus();
  }, []);
  const move = (event: KeyboardEvent): void => {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 } as const;
    if (!(event.target instanceof HTMLButtonElement) || event.target.dataset.figure === undefined) return;
    const figures = [...(root.current?.querySelectorAll<HTMLButtonElement>('button[data-figure]') ?? [])];
    const at = figures.indexOf(event.target);
    const step = Object.hasOwn(steps, event.key) ? steps[event.key as keyof typeof steps] : 0;
    const next = event.key === 'Home' ? figures[0] : event.key === 'End' ? figures.at(-1) : step === 0 ? undefined : figures[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    controller.reports.look(Number(next.dataset.figure));
  };
  return (
    <section className={styles.section} aria-label={say('report.text')}>
      <h2 className={styles.title}>{say('report.text')}</h2>
      <Text size={200} className={styles.quiet}>{first ? say('report.legendHint', { legend: say('report.legend'), hint: say('report.textHint') }) : say('report.legend')}</Text>
      <div ref={root} className={styles.text} onKeyDown={move}>
        {lines.map((line) => (line.kind === 'table' ? <TableLine key={`table ${line.table}`} line={line} /> : <Paragraph key={line.index} line={line} stop={stopIn(line.pieces, stop)} />))}
      </div>
    </section>
  );
}

/** The tab stop where it stands in this paragraph, so that the others need not be drawn anew. */
function stopIn(pieces: readonly Piece[], stop: number | null): number | null {
  return pieces.some((piece) => piece.kind === 'figure' && piece.figure === stop) ? stop : null;
}

const Paragraph = memo(function Paragraph({ line, stop }: { readonly line: Extract<ReportLine, { kind: 'paragraph' }>; readonly stop: number | null }): ReactElement {
  const styles = useStyles();
  return (
    <p id={paragraphId(line.index)} tabIndex={-1} className={mergeClasses(styles.line, line.heading && styles.heading)}>
      {line.label === '' ? null : `${line.label} `}
      {line.pieces.map((piece, at) => (piece.kind === 'words' ? <span key={at}>{piece.text}</span> : <Figure key={at} piece={piece} stop={stop === piece.figure} />))}
    </p>
  );
});

function Figure({ piece, stop }: { readonly piece: Extract<Piece, { kind: 'figure' }>; readonly stop: boolean }): ReactElement {
  const styles = useStyles();
  const { controller, say } = usePane();
  const go = (): void => {
    const { report } = controller.getState();
    controller.reports.look(piece.figure);
    const cell = report && cellOf(report.review, piece.figure);
    if (cell) void controller.reveal(cell.sheet, cell.cell);
  };
  return (
    <button
      type="button" className={mergeClasses(styles.figure, piece.state === 'holds' && styles.holds, piece.state === 'contradicts' && styles.contradicts)} tabIndex={stop ? 0 : -1}
      data-figure={piece.figure} data-state={piece.state} aria-label={say(`report.figure.${piece.state}`, { text: piece.text })} onClick={go}
    >
      {piece.text}
    </button>
  );
}

function TableLine({ line }: { readonly line: Extract<ReportLine, { kind: 'table' }> }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  return (
    <div className={styles.table}>
      <Text>{say('report.table', { name: line.name, rows: line.rows, columns: line.columns })}</Text>
      {controller.services.port.capabilities.resultSheet ? <Button size="small" disabledFocusable={state.task !== null} onClick={() => void controller.reports.insert([line.table])}>{say('report.insert')}</Button> : null}
    </div>
  );
}
