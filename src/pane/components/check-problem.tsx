// What is wrong with a formula, shown in its own line: the offending piece underlined and pointed at, with a correction where there is one.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FormulaProblem } from '../../formulas/problem';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  // Room below each line for the pointer.
  line: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`, lineHeight: '1.9', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  piece: {
    position: 'relative', color: tokens.colorStatusDangerForeground3, backgroundColor: 'transparent', fontWeight: tokens.fontWeightSemibold, textDecorationLine: 'underline', textDecorationStyle: 'wavy', textDecorationThickness: '1px', textUnderlineOffset: '3px',
    '::after': { content: '""', position: 'absolute', left: '2px', bottom: '-10px', borderLeft: '4px solid transparent', borderRight: '4px solid transparent', borderBottom: `5px solid ${tokens.colorStatusDangerForeground3}`, forcedColorAdjust: 'none' },
    '@media (forced-colors: active)': { color: 'CanvasText', '::after': { borderBottomColor: 'CanvasText' } },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface ProblemProps {
  readonly text: string;
  readonly problem: FormulaProblem;
  readonly onGoTo?: () => void;
  readonly onReplace?: (suggestion: string) => void;
}

/** The line of the text in which the problem stands. */
export function ProblemView({ text, problem, onGoTo, onReplace }: ProblemProps): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  const start = Math.min(problem.start, text.length);
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', start);
  const to = next < 0 ? text.length : next;
  const end = Math.max(start, Math.min(problem.end, to));
  const piece = text.slice(start, end);
  const { suggestion } = problem;
  return (
    <div className={styles.root}>
      <div className={styles.line}>{text.slice(from, start)}<mark className={styles.piece}>{piece.trim() === '' ? say('checkForm.end') : piece}</mark>{text.slice(end, to)}</div>
      {onGoTo === undefined ? null : (
        <div className={styles.buttons}>
          <Button size="small" onClick={onGoTo}>{say('checkForm.goTo')}</Button>
          {suggestion === null || onReplace === undefined ? null : <Button size="small" onClick={() => onReplace(suggestion)}>{say('checkForm.replace', { text: suggestion })}</Button>}
        </div>
      )}
    </div>
  );
}
