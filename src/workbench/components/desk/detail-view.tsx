// What stands behind a line of a list: its tables and findings; each opens its workbook at its cell.
import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { BackIcon } from '../../../pane/components/icons';
import { titleIn } from '../../../pane/finding-words';
import { inPlainOrder } from '../../../pane/plain-order';
import { SeverityIcon, VerdictIcon } from '../../../pane/components/severity';
import { unitWords } from '../../desk/desk-rows';
import { detailHeight, detailRows, type DetailRow } from '../../desk/detail-rows';
import type { DetailWish } from '../../desk/desk-list';
import { CloseIcon } from '../icons';
import { useDesk } from './use-desk';
import { VirtualList } from './virtual-list';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minWidth: 0, minHeight: 0, backgroundColor: tokens.colorNeutralBackground1 },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  title: { flex: '1 1 0', minWidth: 0, margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  note: { padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  row: {
    boxSizing: 'border-box', width: '100%', height: '100%', display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS, padding: `8px ${tokens.spacingHorizontalM}`, textAlign: 'left',
    font: 'inherit', color: 'inherit', backgroundColor: 'transparent', border: 'none', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  table: { backgroundColor: tokens.colorNeutralBackground3 },
  sign: { paddingTop: '2px' },
  words: { flex: '1 1 0', minWidth: 0, display: 'flex', flexDirection: 'column' },
  line: { overflowWrap: 'anywhere', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  message: { lineHeight: '20px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: '16px', overflowWrap: 'anywhere' },
});

const keyOf = ({ key }: DetailRow): string => key;

export function DetailView({ wish, instead }: { readonly wish: DetailWish; readonly instead: boolean }): ReactElement {
  const styles = useStyles();
  const { desk, now: { detail, list, attached, focus }, controller, speak, text } = useDesk('detail', 'list', 'attached', 'focus');
  const language = controller.language();
  const rows = useMemo(() => (detail ? detailRows(wish, detail, language) : []), [detail, wish, language]);
  const heading = useRef<HTMLHeadingElement>(null);
  const title = wish.kind === 'rule' ? titleIn(language, list?.rules.find(({ rule }) => rule === wish.key) ?? { rule: wish.key }) : wish.kind === 'unit' ? unitWords(wish.key, speak) : wish.key;
  // Reached at once by who came here with the keyboard; who comes back from a file goes on at the line.
  const returning = useRef(focus !== null);
  useEffect(() => {
    if (!returning.current) heading.current?.focus();
    returning.current = false;
  }, [wish]);
  // There is no line to come back to.
  const bare = focus === 'detail' && detail !== null && rows.length === 0;
  useEffect(() => {
    if (!bare) return;
    heading.current?.focus();
    desk.focused();
  }, [bare, desk]);
  const file = wish.kind === 'file' ? list?.files.find((one) => one.file === wish.key) : undefined;
  const close = speak('desk.detailClose');
  return (
    <section
      className={styles.root} aria-label={speak('desk.detail', { name: title })} data-area="detail" tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') desk.close();
      }}
    >
      <div className={styles.head}>
        {instead ? <Button appearance="subtle" icon={<BackIcon />} aria-label={close} title={close} onClick={() => desk.close()} /> : null}
        <h2 ref={heading} className={styles.title} tabIndex={-1}>{inPlainOrder(title)}</h2>
        {file && attached ? <Button size="small" onClick={() => void controller.openFromDesk(file.file, null)}>{speak('desk.open')}</Button> : null}
        {instead ? null : <Button appearance="subtle" icon={<CloseIcon size={16} />} aria-label={close} title={close} onClick={() => desk.close()} />}
      </div>
      {file && file.reason !== null ? <div className={styles.note}>{text(file.reason)}</div> : null}
      {!detail ? <div className={styles.note}><Spinner size="tiny" label={speak('desk.detailLoading')} /></div> : rows.length === 0 ? ((file?.reason ?? null) === null ? <div className={styles.note}>{speak('desk.detailEmpty')}</div> : null) : (
        <VirtualList label={speak('desk.detail', { name: title })} items={rows} keyOf={keyOf} heightOf={detailHeight} place={desk.placeOf(`detail/${wish.kind}/${wish.key}`)} focused={focus === 'detail'} onFocused={desk.focused}>
          {(row, tabIndex) => (row.kind === 'table' ? (
            <button type="button" data-stop="" tabIndex={tabIndex} className={mergeClasses(styles.row, styles.table)} onClick={() => void controller.openFromDesk(row.file, null)}>
              <span className={styles.sign}><VerdictIcon verdict={row.verdict} size={16} /></span>
              <span className={styles.words}><span className={styles.line}>{row.title}</span><span className={styles.quiet}>{row.second}</span></span>
            </button>
          ) : (
            <button type="button" data-stop="" tabIndex={tabIndex} className={styles.row} aria-label={row.heard} onClick={() => void controller.openFromDesk(row.place.file, row.place)}>
              <span className={styles.sign}><SeverityIcon severity={row.place.severity} size={16} /></span>
              <span className={styles.words}>
                <span className={styles.line}>{row.title}</span>
                <span className={styles.message}>{row.place.message}</span>
                {row.after === null ? null : <span className={styles.quiet}>{row.after}</span>}
              </span>
            </button>
          ))}
        </VirtualList>
      )}
    </section>
  );
}
