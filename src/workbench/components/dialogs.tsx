// Two dialogs: what to do with unsaved changes, and which keys do what.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactElement } from 'react';
import { KEYS } from '../shortcuts';
import { Modal } from './modal';
import { useWorkbench } from './workbench-context';

const useStyles = makeStyles({
  title: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  keys: { display: 'grid', gridTemplateColumns: '136px 1fr', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS, margin: 0, alignItems: 'baseline' },
  key: { display: 'flex', gap: tokens.spacingHorizontalXS, flexWrap: 'wrap', alignItems: 'baseline', color: tokens.colorNeutralForeground2 },
  cap: { fontFamily: 'inherit', fontSize: tokens.fontSizeBase200, padding: '1px 6px', borderRadius: tokens.borderRadiusSmall, border: `1px solid ${tokens.colorNeutralStroke1}`, backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1, whiteSpace: 'nowrap' },
  does: { margin: 0 },
});

export function UnsavedDialog(): ReactElement {
  const { controller, speak, state } = useWorkbench();
  const cancel = (): void => void controller.decide('cancel');
  return (
    <Modal open={state.dialog === 'unsaved'} title={speak('unsaved.title', { name: state.opened?.name ?? '' })} onCancel={cancel} actions={(
      <>
        <Button appearance="primary" onClick={() => void controller.decide('save')}>{speak('unsaved.save')}</Button>
        <Button onClick={() => void controller.decide('discard')}>{speak('unsaved.discard')}</Button>
        <Button onClick={cancel}>{speak('cancel')}</Button>
      </>
    )}>
      {speak('unsaved.text')}
    </Modal>
  );
}

export function KeysDialog(): ReactElement {
  const styles = useStyles();
  const { controller, speak, state } = useWorkbench();
  const close = (): void => controller.dispatch({ type: 'dialog', dialog: null });
  return (
    <Modal open={state.dialog === 'keys'} title={speak('keys.title')} onCancel={close} closesOutside actions={<Button appearance="primary" onClick={close}>{speak('close')}</Button>}>
      {KEYS.map(({ title, rows }) => (
        <Fragment key={title}>
          <h3 className={styles.title}>{speak(title)}</h3>
          <dl className={styles.keys}>
            {rows.map(({ keys, does }) => (
              <Fragment key={does}>
                <dt className={styles.key}>{keys.map((one, at) => <Fragment key={one}>{at > 0 ? <span>{speak('keys.or')}</span> : null}<kbd className={styles.cap}>{one}</kbd></Fragment>)}</dt>
                <dd className={styles.does}>{speak(does)}</dd>
              </Fragment>
            ))}
          </dl>
        </Fragment>
      ))}
    </Modal>
  );
}
