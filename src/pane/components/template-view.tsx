// 模板: which forms there are, and one of them prepared: blank or filled from the table shown, inserted as a sheet or downloaded.
import { Button, Field, Input, makeStyles, Radio, RadioGroup, Select, Text, tokens } from '@fluentui/react-components';
import { useEffect, useId, type ReactElement } from 'react';
import type { CatalogItem } from '../../catalog/catalog';
import { findRubric } from '../../rubrics/catalogue';
import type { TemplateInfo } from '../../templates/catalogue';
import { MOST_ROWS } from '../../templates/templates';
import type { Say } from '../catalogue';
import { saveFile } from '../save-file';
import { findTemplate, KINDS, offered, placesOf, readOptions } from '../template-choice';
import type { TemplateWork } from '../template-work';
import { ChevronRightIcon } from './icons';
import { Bar, NoticeBar, TaskLine } from './notices';
import { Page } from './page';
import { usePane } from './pane-context';
import { TablePick, useShownTable } from './table-pick';
import { WORDS_IN_COLOURS } from './words-in-colours';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  filters: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: tokens.spacingHorizontalS },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  box: { minWidth: 0, width: '100%' },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  item: { width: '100%', justifyContent: 'space-between', textAlign: 'left', padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`, fontWeight: tokens.fontWeightRegular, ...WORDS_IN_COLOURS },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  remarks: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
});

export function TemplatesView(): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const { filter } = state.templates;
  const { catalog, templates } = state.house;
  const found = offered(filter, templates);
  const places = placesOf(templates);
  return (
    <Page title={say('templates.title')}>
      <NoticeBar />
      <Text size={200} className={styles.quiet}>{say('templates.about')}</Text>
      <div className={styles.filters}>
        <Select aria-label={say('templates.kind')} value={filter.kind ?? ''} onChange={(_, { value }) => controller.templates.filter({ kind: value === 'catalog' ? 'catalog' : KINDS.find((one) => one === value) ?? null })}>
          <option value="">{say('templates.kind.all')}</option>
          {KINDS.map((kind) => <option key={kind} value={kind}>{say(`kind.${kind}`)}</option>)}
          {templates.length === 0 ? null : <option value="catalog">{say('templates.kind.catalog')}</option>}
        </Select>
        {/* A value before each place: the whole country has no name, and neither has no choice. */}
        <Select aria-label={say('templates.place')} value={filter.place === null ? '' : `:${filter.place}`} onChange={(_, { value }) => controller.templates.filter({ place: value === '' ? null : value.slice(1) })}>
          <option value="">{say('templates.place.all')}</option>
          <option value=":">{say('templates.place.country')}</option>
          {places.map((place) => <option key={place} value={`:${place}`}>{place}</option>)}
        </Select>
      </div>
      {found.shared.length === 0 ? null : (
        <section className={styles.section}>
          <h2 className={styles.title}>{say('templates.shared')}</h2>
          {catalog === null ? null : <Text size={200} className={styles.quiet}>{say('rubric.catalog', { title: catalog.title, version: catalog.version, publisher: catalog.publisher })}</Text>}
          <ul className={styles.list}>
            {found.shared.map((item) => <Item key={item.id} name={item.title} about={sharedWords(item, say)} onClick={() => controller.templates.choose({ from: 'catalog', id: item.id, rows: 1 })} />)}
          </ul>
        </section>
      )}
      {found.shipped.length === 0 ? null : (
        <section className={styles.section}>
          <h2 className={styles.title}>{say('templates.shipped')}</h2>
          <ul className={styles.list}>
            {found.shipped.map((info) => <Item key={info.id} name={info.title} about={shippedWords(info, say)} onClick={() => controller.templates.choose({ from: 'shipped', id: info.id, rows: info.rows })} />)}
          </ul>
        </section>
      )}
      {found.shared.length + found.shipped.length === 0 ? <Text role="status">{say('templates.none')}</Text> : null}
    </Page>
  );
}

function Item({ name, about, onClick }: { readonly name: string; readonly about: string; readonly onClick: () => void }): ReactElement {
  const styles = useStyles();
  return (
    <li>
      <Button className={styles.item} icon={<ChevronRightIcon />} iconPosition="after" onClick={onClick}>
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          <Text size={200} className={styles.quiet}>{about}</Text>
        </span>
      </Button>
    </li>
  );
}

function shippedWords({ kind, province }: TemplateInfo, say: Say): string {
  return `${say(`kind.${kind}`)}　${province ?? say('templates.place.country')}`;
}

function sharedWords({ version, from, until, places, tables = [] }: CatalogItem, say: Say): string {
  const years = from !== null && until !== null ? say('templates.between', { from, until }) : from !== null ? say('templates.from', { from }) : until !== null ? say('templates.until', { until }) : null;
  return [...(tables.length === 0 ? [] : [tables.map((kind) => say(`kind.${kind}`)).join(say('names.join'))]), places.length === 0 ? say('templates.place.country') : places.join(say('names.join')), ...(years === null ? [] : [years]), say('templates.version', { version })].join('　');
}

export function TemplateView(): ReactElement | null {
  const { state } = usePane();
  const { work } = state.templates;
  if (work === null) return null;
  if (work.from === 'catalog') {
    const item = state.house.templates.find(({ id }) => id === work.id);
    return item ? <Published item={item} /> : null;
  }
  const info = findTemplate(work.id);
  return info ? <Shipped info={info} work={work} /> : null;
}

function Published({ item }: { readonly item: CatalogItem }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  return (
    <Page title={say('template.title')} back="templates" foot={<Button appearance="primary" disabledFocusable={state.task !== null} onClick={() => void controller.templates.download(saveFile)}>{say('template.download')}</Button>}>
      <TaskLine />
      <NoticeBar />
      <section className={styles.section}>
        <h2 className={styles.title}>{item.title}</h2>
        <Text size={200} className={styles.quiet}>{sharedWords(item, say)}</Text>
      </section>
      <Text>{say('template.whole')}</Text>
    </Page>
  );
}

function Shipped({ info, work }: { readonly info: TemplateInfo; readonly work: TemplateWork }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const table = useShownTable()?.table ?? null;
  const { capabilities } = controller.services.port;
  const { form, content, carried } = work;
  const carries = content === 'table' && table !== null;
  // A workbook that was checked again has new tables.
  useEffect(() => {
    if (carries && carried?.of !== table) void controller.templates.carry();
  }, [carries, carried, table, controller, work.id]);
  const ready = carries ? carried?.of === table && carried.conversion.ok : readOptions(form).options !== null;
  const idle = state.task === null;
  // What bears no scores follows no rubric.
  const rubric = info.kind === 'project' || info.kind === 'department' ? findRubric(info.rubric) : null;
  return (
    <Page
      title={say('template.title')} back="templates"
      foot={(
        <>
          {capabilities.resultSheet ? <Button appearance="primary" disabledFocusable={!ready || !idle} onClick={() => void controller.templates.insert()}>{say('template.insert')}</Button> : null}
          <Button appearance={capabilities.resultSheet ? 'secondary' : 'primary'} disabledFocusable={!ready || !idle} onClick={() => void controller.templates.download(saveFile)}>{say('template.download')}</Button>
        </>
      )}
    >
      <TaskLine />
      <NoticeBar />
      <section className={styles.section}>
        <h2 className={styles.title}>{info.title}</h2>
        <Text size={200} className={styles.quiet}>{shippedWords(info, say)}</Text>
        <Text size={200} className={styles.quiet}>{say('template.source', { source: info.source })}</Text>
        {rubric === null ? null : <Text size={200} className={styles.quiet}>{say('template.rubric', { title: rubric.title })}</Text>}
        {capabilities.resultSheet ? null : <Text size={200} className={styles.quiet}>{say('template.noInsert')}</Text>}
      </section>
      {table === null ? null : (
        <Field label={say('template.content')}>
          <RadioGroup value={content} onChange={(_, { value }) => controller.templates.fill(value === 'table' ? 'table' : 'blank')}>
            <Radio value="blank" label={say('template.content.blank')} />
            <Radio value="table" label={say('template.content.table', { sheet: table.sheet })} />
          </RadioGroup>
        </Field>
      )}
      {carries ? <><TablePick /><Carried carried={carried?.of === table ? carried : null} /></> : <BlankForm info={info} work={work} />}
    </Page>
  );
}

function BlankForm({ info, work: { form } }: { readonly info: TemplateInfo; readonly work: TemplateWork }): ReactElement {
  const styles = useStyles();
  const { controller, say } = usePane();
  const { wrong } = readOptions(form);
  const complaint = (field: 'year' | 'rows', sentence: string): { readonly validationState: 'error' | 'none'; readonly validationMessage: string } => (wrong.includes(field) ? { validationState: 'error', validationMessage: sentence } : { validationState: 'none', validationMessage: '' });
  return (
    <>
      <Field label={say('template.unit')}>
        <Input className={styles.box} placeholder={say('template.open')} value={form.unit} onChange={(_, { value }) => controller.templates.type({ unit: value })} />
      </Field>
      <div className={styles.pair}>
        <Field label={say('template.year')} {...complaint('year', say('template.year.wrong'))}>
          <Input className={styles.box} inputMode="numeric" placeholder={say('template.open')} value={form.year} onChange={(_, { value }) => controller.templates.type({ year: value })} />
        </Field>
        <Field label={say(info.kind === 'base-data' ? 'template.rows.projects' : 'template.rows')} {...complaint('rows', say('template.rows.wrong', { most: MOST_ROWS }))}>
          <Input className={styles.box} inputMode="numeric" value={form.rows} onChange={(_, { value }) => controller.templates.type({ rows: value })} />
        </Field>
      </div>
    </>
  );
}

/** What does not fit, before anything is inserted. */
function Carried({ carried }: { readonly carried: TemplateWork['carried'] }): ReactElement {
  const styles = useStyles();
  const heading = useId();
  const { say, text } = usePane();
  if (carried === null) return <Text>{say('template.converting')}</Text>;
  const { conversion } = carried;
  if (!conversion.ok) return <Bar tone="warning" title={say('template.refused')}>{text(conversion.reason)}</Bar>;
  if (conversion.remarks.length === 0) return <Bar tone="done">{say('template.fits')}</Bar>;
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>{say('template.remarks', { count: conversion.remarks.length })}</h3>
      <ul className={styles.remarks}>{conversion.remarks.map((one, at) => <li key={at}>{text(one)}</li>)}</ul>
      <Text size={200} className={styles.quiet}>{say('template.remarksNote')}</Text>
    </section>
  );
}
