// The verdict first, in one line, then what the form claims beside what follows from its own figures.
import { Button, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { TableReview } from '../../model/review';
import { countsText, scoresOf, summarise, summariseTable } from '../summary';
import { GroupBars } from './group-bars';
import { usePane } from './pane-context';
import { VerdictIcon } from './severity';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  verdict: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorTransparentStroke}` },
  errors: { backgroundColor: tokens.colorStatusDangerBackground1 },
  'to-verify': { backgroundColor: tokens.colorStatusWarningBackground1 },
  clean: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  'not-checked': { backgroundColor: tokens.colorNeutralBackground3 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, margin: 0 },
  word: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, margin: 0, outline: 'none' },
  more: { color: tokens.colorNeutralForeground2 },
  scores: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: tokens.spacingHorizontalM },
  score: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  number: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  link: { alignSelf: 'flex-start', paddingLeft: 0, minWidth: 'auto', fontWeight: tokens.fontWeightRegular, color: tokens.colorBrandForegroundLink, '@media (forced-colors: active)': { color: 'ButtonText', paddingLeft: tokens.spacingHorizontalS } },
  label: { color: tokens.colorNeutralForeground3 },
});

export function VerdictCard(): ReactElement | null {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const { checked, filter } = state;
  if (!checked || checked.review.tables.length === 0) return null;
  const { tables } = checked.review;
  const only = filter.table ?? (tables.length === 1 ? 0 : null);
  const table = only === null ? null : (tables[only] ?? null);
  const summary = table ? summariseTable(checked.review, table) : summarise(checked.review);
  const { verdict, counts } = summary;
  const extra = [...(counts.explained > 0 ? [say('verdict.explained', { count: counts.explained })] : []), ...(counts.hints > 0 ? [say('verdict.hints', { count: counts.hints })] : [])];
  return (
    <section className={styles.root} aria-labelledby="biaoli-verdict">
      {tables.length > 1 ? (
        <Select aria-label={say('tables.pick')} value={only === null ? '' : String(only)} onChange={(_, { value }) => controller.dispatch({ type: 'filter', filter: { table: value === '' ? null : Number(value) } })}>
          <option value="">{say('tables.all', { count: tables.length })}</option>
          {tables.map((one, at) => <option key={at} value={at}>{say('tables.one', { sheet: one.table.sheet, verdict: say(`verdict.${summariseTable(checked.review, one).verdict}`) })}</option>)}
        </Select>
      ) : null}
      <div className={mergeClasses(styles.verdict, styles[verdict])}>
        <VerdictIcon verdict={verdict} size={24} />
        <div className={styles.words}>
          <h2 id="biaoli-verdict" tabIndex={-1} className={styles.word}>{say(`verdict.${verdict}`)}</h2>
          <Text>{countsText(summary, say)}</Text>
          {extra.length > 0 ? <Text size={200} className={styles.more}>{extra.join(' · ')}</Text> : null}
        </div>
      </div>
      {table ? <Scores table={table} /> : null}
    </section>
  );
}

function Scores({ table }: { readonly table: TableReview }): ReactElement | null {
  const styles = useStyles();
  const { controller, say, text } = usePane();
  const scores = scoresOf(table);
  if (!scores) return null;
  return (
    <>
      <div className={styles.scores}>
        <div className={styles.score}>
          <Text size={200} className={styles.label}>{say('score.claimed')}</Text>
          <span className={styles.number}>{text(scores.claimed)}</span>
          {scores.claimedSum ? <Text size={200} className={styles.label}>{text(scores.claimedSum)}</Text> : null}
        </div>
        <div className={styles.score}>
          <Text size={200} className={styles.label}>{say('score.computed')}</Text>
          <span className={styles.number}>{text(scores.computed)}</span>
          {scores.range ? <Text size={200} className={styles.label}>{text(scores.range)}</Text> : null}
        </div>
      </div>
      <GroupBars table={table} />
      <Button size="small" appearance="transparent" className={styles.link} onClick={() => controller.dispatch({ type: 'view', view: 'scorecard' })}>{say('score.open')}</Button>
    </>
  );
}
