// The desk as a whole: head, tabs, and a list with what stands behind the chosen line.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { comparedCounts } from '../../desk/compared-rows';
import type { DeskTab } from '../../desk/desk-state';
import { Tabs } from '../tabs';
import { useMedia } from '../use-page';
import { ComparedView } from './compared-view';
import { DeskHead } from './desk-head';
import { DeskListView } from './desk-list-view';
import { DetailView } from './detail-view';
import { LettersDialog } from './letters-dialog';
import { RulesDialog } from './rules-dialog';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minWidth: 0, minHeight: 0, backgroundColor: tokens.colorNeutralBackground1 },
  body: { display: 'flex', flex: '1 1 0', minHeight: 0, minWidth: 0 },
  beside: { borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
});

const TABS: readonly DeskTab[] = ['units', 'files', 'rules', 'compared'];

export function DeskView(): ReactElement {
  const styles = useStyles();
  const { desk, now: { tab, list, chosen, comparisons }, speak } = useDesk('tab', 'list', 'chosen', 'comparisons');
  const wide = useMedia('(min-width: 900px)', true);
  const root = useRef<HTMLElement>(null);
  const compared = comparisons === null || comparisons === 'asked' ? null : comparedCounts(comparisons).all;
  const label = (one: DeskTab): string => (one !== 'compared' ? speak(`desk.${one}`, { count: list?.[one].length ?? 0 }) : compared === null ? speak('desk.compared') : speak('desk.comparedCount', { count: compared }));
  // Came here first: nothing to go on with yet. What there was is taken up by what is inside, before this hears of it.
  const goesOn = useRef(desk.getState().focus !== null);
  useEffect(() => {
    if (!goesOn.current) root.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  }, [desk]);
  const listed = wide || !chosen;
  return (
    <main ref={root} className={styles.root} aria-label={speak('desk.label')}>
      {listed ? <DeskHead /> : null}
      {listed ? <Tabs label={speak('desk.tabs')} tabs={TABS.map((one) => ({ tab: one, text: label(one) }))} chosen={tab} onChoose={(one) => desk.show(one)} /> : null}
      <div className={styles.body}>
        {tab === 'compared' ? <ComparedView /> : (
          <>
            {listed ? <DeskListView /> : null}
            {chosen ? <div className={mergeClasses(styles.body, wide && styles.beside)}><DetailView wish={chosen} instead={!wide} /></div> : null}
          </>
        )}
      </div>
      <LettersDialog />
      <RulesDialog />
    </main>
  );
}
