// The rubric in force: why it was chosen, every value with its standing, and another one to choose.
import { Badge, Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import type { Rubric } from '../../model/rubric';
import { rubricsIn } from '../../review/options-for';
import { RUBRICS } from '../../rubrics/catalogue';
import { differencesOf } from '../rubric-comparison';
import { rubricFacts } from '../rubric-facts';
import { CatalogueBar, NoticeBar, UnfinishedBar } from './notices';
import { OwnRubrics } from './own-rubrics';
import { Page } from './page';
import { usePane } from './pane-context';
import { TablePick, useShownTable } from './table-pick';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  facts: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  term: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  start: { alignSelf: 'flex-start' },
  value: { margin: 0, overflowWrap: 'anywhere' },
  source: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** All that may be chosen: the workbook's own first, then the computer's and the catalogue's, then the shipped ones. */
function useRubrics(): readonly Rubric[] {
  const { state } = usePane();
  const inside = useMemo(() => rubricsIn(state.stored.own, '').rubrics, [state.stored.own]);
  return [...inside, ...state.house.rules.rubrics.filter(({ id }) => !inside.some((one) => one.id === id)), ...RUBRICS];
}

export function RubricChooser(): ReactElement {
  const { controller, say, state } = usePane();
  const chosen = state.stored.rubric;
  const all = useRubrics();
  return (
    <Field label={say('rubric.change')}>
      <Select value={chosen ?? ''} disabled={state.task !== null} onChange={(_, { value }) => void controller.chooseRubric(value === '' ? null : value)}>
        <option value="">{say('rubric.automatic')}</option>
        {chosen !== null && !all.some(({ id }) => id === chosen) ? <option value={chosen}>{chosen}</option> : null}
        {all.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
      </Select>
    </Field>
  );
}

export function RubricView(): ReactElement {
  const styles = useStyles();
  const { controller, say, state, text } = usePane();
  const table = useShownTable();
  return (
    <Page title={say('rubric.title')}>
      <NoticeBar />
      <CatalogueBar />
      {state.draft === null ? null : <UnfinishedBar title={state.draft.form.title} form="rubric-form" />}
      <TablePick />
      {table === null ? null : (
        <>
          <section className={styles.section}>
            <h2 className={styles.title}>{table.choice.rubric.title}</h2>
            <Text size={200} className={styles.source}>{[table.choice.rubric.issuer, table.choice.rubric.documentNumber].filter((one) => one !== '').join('，')}</Text>
          </section>
          <section className={styles.section}>
            <h2 className={styles.title}>{say('rubric.why')}</h2>
            <Text>{text(table.choice.why)}</Text>
          </section>
          {table.choice.overridden.length === 0 ? null : (
            <section className={styles.section}>
              <h2 className={styles.title}>{say('rubric.overridden')}</h2>
              <ul className={styles.list}>{table.choice.overridden.map((name) => <li key={name}>{name}</li>)}</ul>
            </section>
          )}
          <RubricChooser />
          <div className={styles.section}>
            <Button className={styles.start} onClick={() => void controller.desk.copy(table.choice.rubric)}>{say('rubric.copy')}</Button>
          </div>
          <Comparison rubric={table.choice.rubric} />
          <OwnRubrics />
          <OwnChecks />
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
      {table === null ? <><OwnRubrics /><OwnChecks /></> : null}
    </Page>
  );
}


/** The way to the page of own checks. */
function OwnChecks(): ReactElement {
  const styles = useStyles();
  const { controller, say } = usePane();
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{say('checks.title')}</h2>
      <Text size={200} className={styles.source}>{say('checks.open.about')}</Text>
      <Button size="small" className={styles.start} onClick={() => controller.dispatch({ type: 'view', view: 'checks' })}>{say('checks.open')}</Button>
    </section>
  );
}

/** Another rubric beside the one in force. */
function Comparison({ rubric }: { readonly rubric: Rubric }): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  const all = useRubrics();
  const [chosen, choose] = useState('');
  const other = all.find(({ id }) => id === chosen) ?? null;
  const differences = other ? differencesOf(rubric, other) : [];
  return (
    <section className={styles.section}>
      <Field label={say('rubric.compare')}>
        <Select value={chosen} onChange={(_, { value }) => choose(value)}>
          <option value="">{say('rubric.compare.none')}</option>
          {all.filter(({ id }) => id !== rubric.id).map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
        </Select>
      </Field>
      {other === null ? null : (
        <div role="status" className={styles.section}>
          <Text>{differences.length === 0 ? say('rubric.compare.same') : say('rubric.compare.differs', { count: differences.length })}</Text>
          <dl className={styles.facts}>
            {differences.map(({ label, left, right }) => (
              <div key={label}>
                <dt className={styles.term}>{say(label)}</dt>
                <dd className={styles.value}><Text size={200} className={styles.source}>{say('rubric.compare.this')} </Text>{left}</dd>
                <dd className={styles.value}><Text size={200} className={styles.source}>{say('rubric.compare.other')} </Text>{right}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </section>
  );
}
