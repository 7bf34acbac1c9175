// A page that takes the pane's whole width: a way back, a heading that takes the focus, and what it is about.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { isComposing } from './composing';
import { BackIcon } from './icons';
import { RefusalBar } from './notices';
import type { View } from '../pane-state';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, '@media print': { display: 'block', height: 'auto' } },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minHeight: '40px', paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalM, flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, '@media print': { display: 'none' } },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, outline: 'none' },
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', padding: tokens.spacingHorizontalM, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM,
    // Titles of rubrics are long: a box is as wide as the pane, not as its longest line.
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 }, '& .fui-Select': { minWidth: 0, maxWidth: '100%' }, '& .fui-Select__select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' }, '@media print': { overflow: 'visible', padding: 0, display: 'block' } },
  foot: { flexShrink: 0, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap', '@media print': { display: 'none' } },
});

interface PageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** Where 返回 and Esc lead; left out: the list. */
  readonly back?: View;
  /** What they do instead. */
  readonly onBack?: () => void;
}

export function Page({ title, children, foot, back: to = 'list', onBack }: PageProps): ReactElement {
  const styles = useStyles();
  const { controller, say } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Something on the page may have been asked for: then it has the focus already.
    if (heading.current?.closest('main')?.contains(document.activeElement) !== true) heading.current?.focus();
  }, []);
  const back = onBack ?? ((): void => controller.dispatch({ type: 'view', view: to }));
  return (
    <main
      className={styles.root} aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        // Unheard by Excel on the web, which takes the focus back into the sheet on Esc.
        event.stopPropagation();
        back();
      }}
    >
      <div className={styles.head}>
        <Button appearance="subtle" icon={<BackIcon size={20} />} aria-label={say('back')} title={say('back')} onClick={back} />
        <h1 ref={heading} tabIndex={-1} className={styles.title}>{title}</h1>
      </div>
      {/* A scrolling region must be reachable by keyboard even where nothing inside takes the focus. */}
      <div className={styles.body} tabIndex={0}><RefusalBar />{children}</div>
      {foot === undefined ? null : <div className={styles.foot}>{foot}</div>}
    </main>
  );
}
