// What the check that is being written says of every table of the open workbook, while it is written.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { CheckForm } from '../check-form';
import type { CheckReading, TableOutcome } from '../check-reading';
import { LocateIcon } from './icons';
import { usePane } from './pane-context';
import { SeverityIcon, VerdictIcon } from './severity';

const MOST_SHOWN = 20;
/** Cells of one finding that get a button: the first is where to look, the rest is what it was compared with. */
const MOST_CELLS = 4;

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  table: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  head: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  sign: { paddingTop: '2px' },
  words: { minWidth: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  cells: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXS },
  cell: { minWidth: 'auto' },
  start: { alignSelf: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function CheckResult({ form, reading }: { readonly form: CheckForm; readonly reading: CheckReading | null }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const { checked } = state;
  const tables = reading?.tables ?? null;
  return (
    <section className={styles.box} aria-label={say('checkForm.result')}>
      <h2 className={styles.title}>{say('checkForm.result')}</h2>
      {checked === null ? (
        <>
          <Text className={styles.quiet}>{say('checkForm.result.unchecked')}</Text>
          <Button size="small" className={styles.start} disabledFocusable={state.task !== null} onClick={() => void controller.check()}>{say('checkForm.result.check')}</Button>
        </>
      ) : (
        <div role="status" className={styles.list}>
          {tables === null ? <Text className={styles.quiet}>{say('checkForm.result.waiting')}</Text> : null}
          {tables?.length === 0 ? <Text className={styles.quiet}>{say('checkForm.result.none')}</Text> : null}
          {tables?.map((one, at) => <Outcome key={at} outcome={one} severity={form.severity} />)}
        </div>
      )}
    </section>
  );
}

function Outcome({ outcome: { sheet, word, findings, remarks }, severity }: { readonly outcome: TableOutcome; readonly severity: CheckForm['severity'] }): ReactElement {
  const styles = useStyles();
  const { controller, say } = usePane();
  const sign = word === 'fails' ? <SeverityIcon severity={severity} /> : <VerdictIcon size={16} verdict={word === 'holds' ? 'clean' : 'not-checked'} />;
  return (
    <div className={styles.table}>
      <div className={styles.head}><span className={styles.sign}>{sign}</span><span className={styles.words}><Text weight="semibold">{sheet}</Text>　{say(`checkForm.word.${word}`, { count: findings.length })}</span></div>
      {findings.length === 0 ? null : (
        <ul className={styles.list}>
          {findings.slice(0, MOST_SHOWN).map((finding, at) => (
            <li key={at}>
              <Text block>{finding.message}</Text>
              <span className={styles.cells}>
                {finding.cells.slice(0, MOST_CELLS).map((cell) => (
                  <Button key={cell} size="small" appearance="subtle" className={styles.cell} icon={<LocateIcon size={14} />} aria-label={say('checkForm.reveal', { sheet, cell })} disabled={!controller.services.port.capabilities.reveal} onClick={() => void controller.locate(sheet, cell)}>{cell}</Button>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {findings.length > MOST_SHOWN ? <Text size={200} className={styles.quiet}>{say('checkForm.result.more', { count: findings.length - MOST_SHOWN })}</Text> : null}
      {remarks.map((remark) => <Text key={remark} size={200} className={styles.quiet}>{remark}</Text>)}
    </div>
  );
}
