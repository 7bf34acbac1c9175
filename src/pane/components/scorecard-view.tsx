// The scorecard: every item with its weight, what is claimed, what follows from the figures, and how.
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Fragment, type ReactElement } from 'react';
import { show } from '../../model/decimal';
import type { TableReview } from '../../model/review';
import { itemGroups } from '../../scoring/group-totals';
import { derivationIn, notComputedIn } from '../derivations-in-english';
import { cardRow } from '../group-bars';
import { scoresOf } from '../summary';
import { GroupBars } from './group-bars';
import { NoticeBar } from './notices';
import { Page } from './page';
import { usePane } from './pane-context';
import { VerifyIcon } from './icons';
import { TablePick, useShownTable } from './table-pick';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, tableLayout: 'fixed' },
  name: { width: '38%' },
  head: { textAlign: 'left', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, padding: '4px 2px', borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  group: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, padding: '8px 2px 2px' },
  cell: { padding: '4px 2px 0', overflowWrap: 'anywhere', verticalAlign: 'baseline' },
  derivation: { padding: '0 2px 4px', color: tokens.colorNeutralForeground3, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  differs: { fontWeight: tokens.fontWeightBold, color: tokens.colorStatusDangerForeground3 },
  sign: { display: 'inline-flex', verticalAlign: 'text-bottom', marginRight: '2px', color: tokens.colorStatusDangerForeground3, '--icon-ground': tokens.colorNeutralBackground1 },
  total: { fontWeight: tokens.fontWeightSemibold, padding: '6px 2px', fontSize: tokens.fontSizeBase300, verticalAlign: 'baseline' },
  // A block: beside a name of several lines the figures stand with its first.
  link: { display: 'block', border: 'none', padding: 0, background: 'none', font: 'inherit', color: 'inherit', textAlign: 'left', cursor: 'pointer', minHeight: '24px', ':hover': { textDecorationLine: 'underline' }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

export function ScorecardView(): ReactElement {
  const styles = useStyles();
  const { language, say } = usePane();
  const table = useShownTable();
  return (
    <Page title={say('card.title')}>
      <NoticeBar />
      <TablePick />
      {table === null || table.scorecard.items.length === 0 ? <Text>{say('card.empty')}</Text> : (
        <>
          <GroupBars table={table} />
          <Card review={table} />
          {table.scorecard.notComputed.length === 0 ? null : (
            <section>
              <Text block weight="semibold">{say('card.notComputed')}</Text>
              <ul className={styles.list}>{table.scorecard.notComputed.map((sentence, at) => <li key={at}><Text size={200}>{notComputedIn(language, sentence)}</Text></li>)}</ul>
            </section>
          )}
        </>
      )}
    </Page>
  );
}

function Card({ review }: { readonly review: TableReview }): ReactElement {
  const styles = useStyles();
  const { controller, language, say, text } = usePane();
  const scores = scoresOf(review);
  const { weightSum } = review.scorecard;
  return (
    <table className={styles.table}>
      <colgroup><col className={styles.name} /><col /><col /><col /></colgroup>
      <thead>
        <tr><th scope="col" className={styles.head}>{say('card.item')}</th>{(['card.weight', 'card.claimed', 'card.computed'] as const).map((key) => <th key={key} scope="col" className={mergeClasses(styles.head, styles.number)}>{say(key)}</th>)}</tr>
      </thead>
      <tbody>
        {itemGroups(review.scorecard.items).map(({ aspect, items }) => (
          <Fragment key={aspect}>
            <tr><th scope="rowgroup" colSpan={4} className={styles.group}>{say(`aspect.${aspect}`)}</th></tr>
            {items.map((item) => {
              const row = cardRow(item, review);
              return (
                <Fragment key={`${row.cell}/${row.name}`}>
                  <tr>
                    <td className={styles.cell}><button type="button" className={styles.link} onClick={() => void controller.locate(review.table.sheet, row.cell)}>{row.name}</button></td>
                    <td className={mergeClasses(styles.cell, styles.number)}>{row.weight}</td>
                    <td className={mergeClasses(styles.cell, styles.number, row.differs && styles.differs)}>{row.differs ? <span className={styles.sign} role="img" aria-label={say('card.differs')}><VerifyIcon size={14} /></span> : null}{row.claimed}</td>
                    <td className={mergeClasses(styles.cell, styles.number)}>{row.computed}</td>
                  </tr>
                  <tr><td colSpan={4} className={styles.derivation}>{row.cell}　{derivationIn(language, row.derivation)}</td></tr>
                </Fragment>
              );
            })}
          </Fragment>
        ))}
      </tbody>
      {scores ? (
        <tfoot>
          <tr>
            <th scope="row" className={mergeClasses(styles.total, styles.group)}>{say('card.total')}</th>
            <td className={mergeClasses(styles.total, styles.number)}>{weightSum === null ? '—' : show(weightSum)}</td>
            <td className={mergeClasses(styles.total, styles.number)}>{text(scores.claimed)}</td>
            <td className={mergeClasses(styles.total, styles.number)}>{text(scores.computed)}</td>
          </tr>
          {scores.range ? <tr><td colSpan={4} className={mergeClasses(styles.derivation, styles.number)}>{text(scores.range)}</td></tr> : null}
        </tfoot>
      ) : null}
    </table>
  );
}
