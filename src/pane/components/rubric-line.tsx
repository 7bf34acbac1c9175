// One line that names the rubric in force and opens its reasons and values.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ChevronRightIcon } from './icons';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  button: { width: '100%', justifyContent: 'flex-start', fontWeight: tokens.fontWeightRegular, paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS, minHeight: '28px', color: tokens.colorNeutralForeground2 },
  text: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', textAlign: 'left', minWidth: 0 },
  before: { minHeight: '28px', paddingLeft: tokens.spacingHorizontalXS, display: 'flex', alignItems: 'center', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  how: { flexShrink: 0, fontSize: tokens.fontSizeBase200, color: 'inherit', marginLeft: tokens.spacingHorizontalXS },
});

export function RubricLine(): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const tables = state.checked?.review.tables ?? [];
  const shown = state.filter.table === null ? tables : tables.slice(state.filter.table, state.filter.table + 1);
  const rubrics = [...new Map(shown.map(({ choice }) => [choice.rubric.id, choice.rubric.title])).values()];
  // The line keeps its place before the check, so that nothing moves under the pointer after it.
  if (rubrics.length === 0) return <div className={styles.before}>{say('rubric.before')}</div>;
  const version = rubrics.length === 1 ? shown[0]?.choice.rubric.version : undefined;
  const line = rubrics.length === 1 ? say('rubric.line', { title: rubrics[0] ?? '' }) : say('rubric.several', { count: rubrics.length });
  return (
    <Button appearance="subtle" size="small" className={styles.button} onClick={() => controller.dispatch({ type: 'view', view: 'rubric' })}>
      <span className={styles.text} title={line}>{line}</span>
      {rubrics.length > 1 ? null : <span className={styles.how}>{version === undefined ? say(state.stored.rubric === null ? 'rubric.auto' : 'rubric.chosen') : say('rubric.own.version', { version })}</span>}
      <ChevronRightIcon />
    </Button>
  );
}
