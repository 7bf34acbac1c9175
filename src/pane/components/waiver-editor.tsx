// Writing an explanation: the question a reviewer would ask, the reason, who says so, and when.
import { Button, Field, Input, makeStyles, Select, Text, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { messageIn } from '../finding-words';
import type { WaiverDraft } from '../../review/waivers';
import type { Located } from '../located';
import { isComposing } from './composing';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground1 },
  row: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: tokens.spacingHorizontalS },
  narrow: { minWidth: '0px' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** Kept in the workbook as they are written here: the next reader's language may be another. */
const ROLES = [['填报人', 'waiver.role.filler'], ['审核人', 'waiver.role.reviewer']] as const;

export function WaiverEditor({ located, refused, typed }: { readonly located: Located; readonly refused: string | null; readonly typed: WaiverDraft | null }): ReactElement {
  const styles = useStyles();
  const { controller, language, say, state, text } = usePane();
  const [reason, setReason] = useState(typed?.reason ?? located.finding.waived?.reason ?? '');
  const [role, setRole] = useState(typed?.role ?? state.preferences.role);
  const [date, setDate] = useState(() => typed?.date ?? controller.today());
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    if (refused !== null) box.current?.focus();
  }, [refused]);
  // Out of sight, for a look at another page or at other rows, is not given up.
  const now = useRef<WaiverDraft>({ reason, role, date });
  useLayoutEffect(() => {
    now.current = { reason, role, date };
  });
  useEffect(() => () => controller.dispatch({ type: 'typed', key: located.key, typed: now.current }), [controller, located.key]);
  const close = (): void => controller.dispatch({ type: 'explain', key: null });
  return (
    <form
      className={styles.root} aria-label={say('waiver.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void controller.explain(located, { reason, role, date });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.stopPropagation();
        close();
      }}
    >
      <Text size={200}>{say('waiver.question', { question: messageIn(language, located.finding) })}</Text>
      <Field label={say('waiver.reason')} hint={say('waiver.hint')} validationState={refused === null ? 'none' : 'error'} validationMessageIcon={null} {...(refused === null ? {} : { validationMessage: text(refused) })}>
        <Textarea ref={box} rows={3} resize="vertical" value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <div className={styles.row}>
        <Field label={say('waiver.role')} size="small">
          <Select size="small" value={role} className={styles.narrow} onChange={(_, { value }) => setRole(value)}>
            {ROLES.map(([value, key]) => <option key={value} value={value}>{say(key)}</option>)}
            {ROLES.some(([value]) => value === role) ? null : <option value={role}>{role}</option>}
          </Select>
        </Field>
        <Field label={say('waiver.date')} size="small"><Input size="small" type="date" className={styles.narrow} value={date} onChange={(_, { value }) => setDate(value)} /></Field>
      </div>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={state.task !== null}>{say('waiver.save')}</Button>
        <Button size="small" onClick={close}>{say('cancel')}</Button>
      </div>
    </form>
  );
}
