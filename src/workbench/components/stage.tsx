// The place of the sheets: the grid draws into it, a quiet line covers it until the grid is there, and one line below says what is not shown.
import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import type { ReactElement, Ref } from 'react';
import { BackIcon, InfoIcon } from '../../pane/components/icons';
import { keptInEnglish } from '../kept-in-english';
import { sheetFacts } from '../workbench-state';
import { useWorkbench } from './workbench-context';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minWidth: 0, minHeight: 0, position: 'relative', outlineOffset: '-2px' },
  frame: { position: 'relative', flex: '1 1 0', minHeight: 0 },
  // Isolated: what the grid lifts up inside must not rise above the cover and the bar's menus.
  grid: { position: 'absolute', inset: 0, overflow: 'hidden', isolation: 'isolate' },
  cover: { position: 'absolute', inset: 0, display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', gap: tokens.spacingVerticalM, backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground2, zIndex: 1, textAlign: 'center', padding: tokens.spacingHorizontalXL },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, flexShrink: 0, padding: `4px ${tokens.spacingHorizontalM}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, backgroundColor: tokens.colorNeutralBackground3, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  back: { flexShrink: 0, display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, padding: `4px ${tokens.spacingHorizontalS} 4px ${tokens.spacingHorizontalM}`, backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  place: { flex: '1 1 0', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  hidden: { visibility: 'hidden' },
});

interface StageProps {
  readonly gridRef: Ref<HTMLDivElement>;
  /** Behind the pane in a narrow window: kept at its size, out of reach. */
  readonly behind: boolean;
  /** Where the pane is not to be seen, the sheets are what the page is about. */
  readonly alone: boolean;
  readonly divider: ReactElement | null;
  readonly className?: string;
}

export function Stage({ gridRef, behind, alone, divider, className }: StageProps): ReactElement {
  const styles = useStyles();
  const { controller, speak, state } = useWorkbench();
  const covered = state.stage === 'opening' || state.stage === 'failed' || state.opening !== null;
  return (
    <section className={mergeClasses(styles.root, behind && styles.hidden, className)} role={alone ? 'main' : 'region'} aria-label={speak('stage.label')} aria-busy={state.stage === 'opening'} data-area="grid" tabIndex={-1}>
      <div className={styles.frame}>
        {/* Never inert: Univer 0.25.1 started inside an inert element takes no letters afterwards. The cover keeps the pointer away. */}
        <div ref={gridRef} className={styles.grid} data-cells="" />
        {covered ? (
          <div className={styles.cover}>
            {state.stage === 'failed' && state.opening === null
              ? <><span>{speak('stage.failed')}</span><Button onClick={() => void controller.retryStage()}>{speak('stage.retry')}</Button></>
              : <Spinner size="small" label={speak('stage.opening')} />}
          </div>
        ) : null}
      </div>
      {covered ? null : <Lines />}
      {alone ? <WayBack /> : null}
      {divider}
    </section>
  );
}

/** Who came from a finding goes back to it. */
function WayBack(): ReactElement | null {
  const styles = useStyles();
  const { controller, speak, state: { located } } = useWorkbench();
  if (!located) return null;
  const place = speak('stage.located', { sheet: located.sheet, cell: located.cell });
  return (
    <div className={styles.back}>
      <span className={styles.place} title={place}>{place}</span>
      <Button data-back="" className={styles.button} icon={<BackIcon size={16} />} onClick={() => void controller.backToPane()}>{speak('stage.back')}</Button>
    </div>
  );
}

function Lines(): ReactElement | null {
  const styles = useStyles();
  const { controller, speak, state } = useWorkbench();
  const { kept, cutAt } = sheetFacts(state);
  const things = controller.language() === 'en-US' ? kept.map(keptInEnglish) : kept;
  const lines = [
    ...(kept.length > 0 ? [speak('stage.kept', { things: things.join(speak('stage.join')) })] : []),
    ...(cutAt === null ? [] : [speak('stage.cut', { row: cutAt })]),
    ...(state.stage === 'viewer' ? [speak('stage.viewOnly')] : state.stage === 'fallback' ? [speak('stage.fallback')] : []),
  ];
  if (lines.length === 0) return null;
  return <div className={styles.line}><InfoIcon size={16} /><span>{lines.join(' ')}</span></div>;
}
