// Own checks (审核公式) at hand, place by place: to be written, changed, handed on, taken in, deleted.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { CheckPlace } from '../check-writing';
import { BLANK_CHECK, fileOf } from '../check-form';
import { checkEntries, type CheckEntry } from '../check-places';
import { JSON_TYPE, saveFile } from '../save-file';
import { CheckImport } from './check-import';
import { AddIcon, CopyIcon, RemoveIcon } from './icons';
import { NoticeBar, UnfinishedBar } from './notices';
import { Page } from './page';
import { usePane } from './pane-context';
import { SeverityIcon, SEVERITY_KEYS } from './severity';
import { useCopy } from './use-copy';

const PLACES: readonly CheckPlace[] = ['workbook', 'computer', 'catalog'];

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  item: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, padding: tokens.spacingHorizontalS, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  sign: { paddingTop: '2px' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', minWidth: 0 },
  formula: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  wrong: { color: tokens.colorStatusDangerForeground3, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

export function CheckListView(): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const { stored, house } = state;
  const entries = useMemo(() => checkEntries(stored.own?.checks ?? [], house.mine.checks, house.shared.checks), [stored.own, house]);
  return (
    <Page title={say('checks.title')}>
      <NoticeBar />
      <Unfinished />
      <Text size={200} className={styles.quiet}>{say('checks.about')}</Text>
      <div className={styles.buttons}>
        <Button appearance="primary" icon={<AddIcon />} onClick={() => controller.checks.write()}>{say('checks.write')}</Button>
        <CheckImport entries={entries} />
      </div>
      {entries.length === 0 ? <Text className={styles.quiet}>{say('checks.none')}</Text> : null}
      {PLACES.map((place) => <PlaceSection key={place} place={place} entries={entries.filter((one) => one.place === place)} />)}
    </Page>
  );
}

/** A form that was left untouched is not missed. */
function Unfinished(): ReactElement | null {
  const { state } = usePane();
  const { label, formula, id } = state.writing?.form ?? BLANK_CHECK;
  if (label.trim() === '' && formula.trim() === '' && state.instead?.form !== 'check-form') return null;
  return <UnfinishedBar title={label.trim() === '' ? id : label} form="check-form" />;
}

function PlaceSection({ place, entries }: { readonly place: CheckPlace; readonly entries: readonly CheckEntry[] }): ReactElement | null {
  const styles = useStyles();
  const { say, state } = usePane();
  const hand = useExport();
  if (entries.length === 0) return null;
  const { catalog } = state.house;
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{say(`checks.place.${place}`)}</h2>
      {place === 'catalog' && catalog !== null ? <Text size={200} className={styles.quiet}>{say('rubric.catalog', { title: catalog.title, version: catalog.version, publisher: catalog.publisher })}</Text> : null}
      <ul className={styles.list}>{entries.map((entry, at) => <CheckItem key={`${entry.form.id} ${at}`} entry={entry} />)}</ul>
      {entries.length < 2 ? null : <div className={styles.buttons}><Button size="small" onClick={() => hand(entries.map(({ value }) => value), `${say('checks.title')}.json`)}>{say('checks.exportAll')}</Button></div>}
    </section>
  );
}

function CheckItem({ entry: { place, value, form, wrong, behind } }: { readonly entry: CheckEntry }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const hand = useExport();
  const copy = useCopy();
  const label = form.label === '' ? form.id : form.label;
  const change = place === 'catalog' ? 'checks.copy' : 'checks.change';
  return (
    <li className={styles.item}>
      <div className={styles.head}><span className={styles.sign}><SeverityIcon severity={form.severity} /></span><span className={styles.name}>{label}</span></div>
      <Text size={200} className={styles.quiet}>{[form.id, say(SEVERITY_KEYS[form.severity]), ...form.kinds.map((kind) => say(`kind.${kind}`))].join('　')}</Text>
      <Text className={styles.formula}>{form.formula}</Text>
      {wrong === null ? null : <Text size={200} className={styles.wrong}>{say('checks.wrong', { why: wrong })}</Text>}
      {behind === null ? null : <Text size={200} className={styles.quiet}>{say(`checks.behind.${behind}`)}</Text>}
      <div className={styles.buttons}>
        <Button size="small" aria-label={say(`${change}.of`, { label })} onClick={() => controller.checks.change(value, place)}>{say(change)}</Button>
        <Button size="small" aria-label={say('checks.export.of', { label })} onClick={() => hand([value], `${form.id}.json`)}>{say('checks.export')}</Button>
        <Button size="small" appearance="subtle" icon={<CopyIcon />} aria-label={say('rubric.own.copy', { title: label })} title={say('copy')} onClick={() => copy(fileOf([value]))} />
        {place === 'catalog' ? null : <Button size="small" appearance="subtle" icon={<RemoveIcon />} aria-label={say('checks.remove.of', { label })} title={say('checks.remove.of', { label })} disabledFocusable={state.task !== null} onClick={() => void controller.checks.remove(value, place)} />}
      </div>
    </li>
  );
}

/** Saves checks as a file that can be imported here, put into a catalogue, or given to the command line. */
function useExport(): (checks: readonly unknown[], name: string) => void {
  const { controller } = usePane();
  return (checks, name) => {
    saveFile({ name, content: fileOf(checks), type: JSON_TYPE });
    const phrase = { key: 'checks.exported', params: { name } } as const;
    controller.dispatch({ type: 'notice', notice: { tone: 'info', phrase } });
    controller.dispatch({ type: 'announce', phrase });
  };
}
