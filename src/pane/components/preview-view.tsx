// The list to look through before anything is written: by sheet, old → new, each with a box to untick.
import { Button, Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { cellLookup } from '../../review/plan';
import type { Capabilities } from '../../workbooks/port';
import { cellNames } from '../outcome-phrases';
import type { Preferences } from '../preferences';
import { previewSheets, type PreviewItem } from '../preview-items';
import { ArrowIcon, LockIcon } from './icons';
import { NoticeBar } from './notices';
import { Page } from './page';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  sheet: { display: 'flex', flexDirection: 'column' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingBottom: tokens.spacingVerticalSNudge },
  box: { width: '100%' },
  numbers: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, paddingLeft: '36px', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  before: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  after: { fontWeight: tokens.fontWeightSemibold },
  left: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, padding: tokens.spacingHorizontalM, backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium },
  locked: { display: 'flex', gap: tokens.spacingHorizontalS },
  tools: { display: 'flex', gap: tokens.spacingHorizontalS },
});

const MARK_WORDS = { both: 'preview.markWords', fill: 'preview.markFill', none: 'preview.markNone' } as const;

/** What of the marks this host can make. */
function marksIn({ marks, notes }: Capabilities, wanted: Preferences['marks']): Preferences['marks'] {
  if (!marks) return 'none';
  return wanted === 'both' && notes === 'none' ? 'fill' : wanted;
}

export function PreviewView(): ReactElement | null {
  const styles = useStyles();
  const { controller, language, say, state } = usePane();
  const { preview, checked, preferences } = state;
  if (!preview || !checked) return null;
  const lookup = cellLookup(checked.snapshot);
  const sheets = previewSheets(preview.full, preview.corrections, preview.unticked, (sheet, cell) => lookup(sheet, cell)?.style.numberFormat ?? 'General', language);
  const keys = sheets.flatMap((sheet) => sheet.items.map((item) => item.key));
  const marks = preview.withMarks ? preview.marks.length : 0;
  const count = preview.corrections.length + marks;
  const { capabilities } = controller.services.port;
  // What is being written is no longer chosen.
  const busy = state.task !== null;
  const leave = (): void => controller.corrections.leave();
  return (
    <Page title={say('preview.title')} onBack={leave} foot={(
      <>
        <Button appearance="primary" disabledFocusable={count === 0 || busy} onClick={() => void controller.corrections.write()}>{state.task?.kind === 'writing' || state.task?.kind === 'verifying' ? say(`task.${state.task.kind}`) : say('preview.write', { count })}</Button>
        <Button onClick={leave}>{say('cancel')}</Button>
      </>
    )}>
      <NoticeBar />
      <Text>{say(keys.length > 0 ? 'preview.lead' : preview.marks.length > 0 ? 'preview.markLead' : 'preview.empty')}</Text>
      {keys.length > 1 ? (
        <div className={styles.tools}>
          <Button size="small" disabledFocusable={busy} onClick={() => controller.corrections.tick(keys, true)}>{say('preview.all')}</Button>
          <Button size="small" disabledFocusable={busy} onClick={() => controller.corrections.tick(keys, false)}>{say('preview.none')}</Button>
        </div>
      ) : null}
      {sheets.map(({ sheet, items }) => (
        <section key={sheet} className={styles.sheet}>
          <h2 className={styles.title}>{say('preview.sheet', { sheet, count: items.length })}</h2>
          <ul className={styles.list}>{items.map((item) => <Item key={item.key} item={item} />)}</ul>
        </section>
      ))}
      {preview.marks.length > 0 ? <Checkbox checked={preview.withMarks} disabled={busy} label={say('preview.marks', { count: preview.marks.length })} onChange={(_, { checked: on }) => controller.corrections.markToo(on === true)} /> : null}
      <div className={styles.words}>
        {preview.locked.size > 0 ? <Text size={200} className={styles.locked}><LockIcon /><span>{say('preview.locked', { count: preview.locked.size, cells: cellNames([...preview.locked].map((key) => key.slice(key.lastIndexOf('!') + 1)), say) })}</span></Text> : null}
        <Text size={200}>{say(MARK_WORDS[marksIn(capabilities, preferences.marks)])}</Text>
        <Text size={200}>{say('preview.undo')}</Text>
      </div>
    </Page>
  );
}

function Item({ item }: { readonly item: PreviewItem }): ReactElement {
  const styles = useStyles();
  const { controller, say, state } = usePane();
  const dependent = item.state === 'dependent';
  return (
    <li className={styles.item}>
      <Checkbox className={styles.box} checked={item.state === 'ticked'} disabled={dependent || state.task !== null} label={say('preview.pick', { cell: item.cell, rule: item.rule })} onChange={(_, { checked }) => controller.corrections.tick([item.key], checked === true)} />
      <div className={styles.numbers}>
        <span className={item.state === 'ticked' ? styles.before : styles.left}>{item.before === '' ? say('preview.blank') : item.before}</span>
        <ArrowIcon size={14} />
        <span className={mergeClasses(styles.after, item.state !== 'ticked' && styles.left)}>{item.after === '' ? say('preview.blank') : item.after}</span>
        {item.formula === null ? null : <Text size={200} className={styles.quiet}>{say('detail.formula', { formula: item.formula })}</Text>}
        {dependent ? <Text size={200} className={styles.quiet}>{say('preview.dependent')}</Text> : null}
      </div>
    </li>
  );
}
