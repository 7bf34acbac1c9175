// Several files: a line each with name, verdict and counts; a click opens.
import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { VerdictIcon } from '../../pane/components/severity';
import { WORDS_IN_COLOURS } from '../../pane/components/words-in-colours';
import { inPlainOrder } from '../../pane/plain-order';
import { listHead, verdictLine } from '../file-list-words';
import type { ListedFile } from '../workbench-state';
import { CloseIcon } from './icons';
import { useFilesOver } from './use-page';
import { useWorkbench } from './workbench-context';

const useStyles = makeStyles({
  over: { width: '100%', borderRightStyle: 'none' },
  root: { display: 'flex', flexDirection: 'column', width: '256px', flexShrink: 0, minHeight: 0, backgroundColor: tokens.colorNeutralBackground2, borderRight: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minHeight: '40px', padding: `0 ${tokens.spacingHorizontalXS} 0 ${tokens.spacingHorizontalM}`, flexShrink: 0 },
  titles: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', padding: `${tokens.spacingVerticalXS} 0` },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: { listStyleType: 'none', margin: 0, padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalS}`, overflowY: 'auto', flexGrow: 1, minHeight: 0 },
  file: { width: '100%', minWidth: 0, justifyContent: 'flex-start', alignItems: 'flex-start', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`, textAlign: 'left', fontWeight: tokens.fontWeightRegular, position: 'relative', ...WORDS_IN_COLOURS },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected, '::before': { content: '""', position: 'absolute', left: 0, top: '8px', bottom: '8px', width: '3px', borderRadius: '2px', backgroundColor: tokens.colorCompoundBrandStroke } },
  sign: { paddingTop: '2px', width: '16px', flexShrink: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflowWrap: 'anywhere', lineHeight: '20px' },
});

export function FileListPanel(): ReactElement | null {
  const styles = useStyles();
  const { controller, speak, text, state: { listed, listShown, current } } = useWorkbench();
  const over = useFilesOver();
  if (!listShown || listed.length === 0) return null;
  const close = speak('files.close');
  // The button in the bar brings the list back: whoever folded it away goes on there.
  const fold = (): void => {
    controller.dispatch({ type: 'show-list', shown: false });
    document.querySelector<HTMLElement>('[data-files]')?.focus();
  };
  const open = (id: string): void => {
    if (over) fold();
    void controller.openListed(id);
  };
  return (
    <nav className={mergeClasses(styles.root, over && styles.over)} aria-label={speak('files.title')} data-area="files">
      <div className={styles.head}>
        <div className={styles.titles}>
          <h2 className={styles.title}>{speak('files.title')}</h2>
          <span className={styles.quiet}>{listHead(listed, speak)}</span>
        </div>
        <Button appearance="subtle" size="small" icon={<CloseIcon size={16} />} aria-label={close} title={close} onClick={fold} />
      </div>
      <ul className={styles.list}>
        {listed.map((file) => (
          <li key={file.id}>
            <Button appearance="subtle" className={mergeClasses(styles.file, file.id === current && styles.current)} aria-current={file.id === current ? 'true' : undefined} title={file.verdict?.reason ? text(file.verdict.reason) : inPlainOrder(file.name)} onClick={() => open(file.id)}>
              <span className={styles.sign}><Sign file={file} /></span>
              <span className={styles.words}>
                <span className={styles.name}>{inPlainOrder(file.name).replace(/\.xlsx$/i, '')}</span>
                <span className={styles.quiet}>{verdictLine(file, speak)}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Sign({ file }: { readonly file: ListedFile }): ReactElement {
  if (file.progress === 'judging') return <Spinner size="extra-tiny" />;
  return <VerdictIcon verdict={file.progress === 'judged' ? (file.verdict?.verdict ?? 'not-checked') : 'not-checked'} size={16} />;
}
