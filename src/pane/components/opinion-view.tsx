// 审核意见: text to copy and one A4 page to print.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { lineText, opinionOf, opinionText } from '../opinion';
import { CopyIcon, PrintIcon } from './icons';
import { NoticeBar } from './notices';
import { Page } from './page';
import { usePane } from './pane-context';
import { TablePick, useShownTable } from './table-pick';
import { useCopy } from './use-copy';

const useStyles = makeStyles({
  paper: {
    backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}`, boxShadow: tokens.shadow4, padding: tokens.spacingHorizontalL, overflowWrap: 'anywhere', lineHeight: 1.6,
    // Paper is white with black letters whatever the theme: 10.5 pt is 五号, the size of forms.
    '@media print': { backgroundColor: '#fff', color: '#000', border: 'none', boxShadow: 'none', padding: 0, fontSize: '10.5pt', lineHeight: 1.5 },
  },
  heading: { textAlign: 'center', fontSize: tokens.fontSizeBase400, margin: '0 0 12px', '@media print': { fontSize: '16pt' } },
  facts: { margin: '0 0 12px', display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: tokens.spacingHorizontalM },
  fact: { margin: 0 },
  conclusion: { fontWeight: tokens.fontWeightSemibold, margin: '0 0 8px' },
  list: { margin: '0 0 12px', paddingLeft: '22px' },
  closing: { display: 'flex', flexDirection: 'column', gap: '12px', marginTop: '24px', '@media print': { gap: '9mm', marginTop: '10mm' } },
  // One table leaves nothing to pick: no gap for it.
  screen: { ':empty': { display: 'none' }, '@media print': { display: 'none' } },
});

/** One page: nothing around the opinion keeps the height of a window. */
const PAPER = '@page { size: A4; margin: 18mm } @media print { html, body, #pane, .fui-FluentProvider { height: auto !important; background: #fff !important } }';

export function OpinionView(): ReactElement {
  const styles = useStyles();
  const copy = useCopy();
  const { controller, say, state: { checked } } = usePane();
  const table = useShownTable();
  const { name } = controller.services.port;
  const opinion = useMemo(() => (checked && table ? opinionOf(checked.review, table, name, controller.today()) : null), [checked, table, name, controller]);
  return (
    <Page title={say('opinion.title')} foot={opinion ? (
      <>
        <Button appearance="primary" icon={<CopyIcon />} onClick={() => copy(opinionText(opinion))}>{say('opinion.copy')}</Button>
        <Button icon={<PrintIcon />} onClick={() => window.print()}>{say('opinion.print')}</Button>
      </>
    ) : undefined}>
      <style>{PAPER}</style>
      <div className={styles.screen}><NoticeBar /></div>
      <div className={styles.screen}><TablePick /></div>
      <Text size={200} className={styles.screen}>{say('opinion.lead')}</Text>
      {opinion === null ? null : (
        <article className={styles.paper} lang="zh-CN">
          <h2 className={styles.heading}>{opinion.heading}</h2>
          <dl className={styles.facts}>{opinion.facts.map(([label, text]) => [<dt key={`${label}:`}>{label}</dt>, <dd key={label} className={styles.fact}>{text}</dd>])}</dl>
          <p className={styles.conclusion}>{opinion.conclusion}</p>
          {opinion.lines.length === 0 ? null : <ol className={styles.list}>{opinion.lines.map((line) => <li key={line.number}>{lineText(line)}</li>)}</ol>}
          {opinion.rest === null ? null : <p>{opinion.rest}</p>}
          <div className={styles.closing}>{opinion.closing.map((line) => <span key={line}>{line}</span>)}</div>
        </article>
      )}
    </Page>
  );
}
