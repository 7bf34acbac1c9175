// The rubric in force: why it was chosen, every value with its standing, and another one to choose.
import { Badge, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { RUBRICS } from '../../rubrics/catalogue';
import { rubricFacts } from '../rubric-facts';
import { Page } from './page';
import { usePane } from './pane-context';
import { TablePick, useShownTable } from './table-pick';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  facts: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  term: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  source: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

export function RubricChooser(): ReactElement {
  const { controller, say, state } = usePane();
  const chosen = state.stored.rubric;
  return (
    <Field label={say('rubric.change')}>
      <Select value={chosen ?? ''} disabled={state.task !== null} onChange={(_, { value }) => void controller.chooseRubric(value === '' ? null : value)}>
        <option value="">{say('rubric.automatic')}</option>
        {chosen !== null && !RUBRICS.some(({ id }) => id === chosen) ? <option value={chosen}>{chosen}</option> : null}
        {RUBRICS.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
      </Select>
    </Field>
  );
}

export function RubricView(): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  const table = useShownTable();
  return (
    <Page title={say('rubric.title')}>
      <TablePick />
      {table === null ? null : (
        <>
          <section className={styles.section}>
            <h2 className={styles.title}>{table.choice.rubric.title}</h2>
            <Text size={200} className={styles.source}>{[table.choice.rubric.issuer, table.choice.rubric.documentNumber].filter((text) => text !== '').join('，')}</Text>
          </section>
          <section className={styles.section}>
            <h2 className={styles.title}>{say('rubric.why')}</h2>
            <Text>{table.choice.why}</Text>
          </section>
          {table.choice.overridden.length === 0 ? null : (
            <section className={styles.section}>
              <h2 className={styles.title}>{say('rubric.overridden')}</h2>
              <ul className={styles.list}>{table.choice.overridden.map((name) => <li key={name}>{name}</li>)}</ul>
            </section>
          )}
          <RubricChooser />
          <section className={styles.section}>
            <h2 className={styles.title}>{say('rubric.values')}</h2>
            <Text size={200} className={styles.source}>{say('rubric.standing')}</Text>
            <dl className={styles.facts}>
              {rubricFacts(table.choice.rubric).map((fact) => (
                <div key={fact.label}>
                  <dt className={styles.term}>{say(fact.label)} <Badge appearance={fact.standing === 'assumed' ? 'tint' : 'outline'} size="medium" color="informative">{say(`standing.${fact.standing}`)}</Badge></dt>
                  <dd className={styles.value}>{fact.value}</dd>
                  <dd className={styles.value}><Text size={200} className={styles.source}>{fact.quote === null ? fact.source : say('rubric.quote', { quote: fact.quote, source: fact.source })}</Text></dd>
                </div>
              ))}
            </dl>
          </section>
        </>
      )}
    </Page>
  );
}
