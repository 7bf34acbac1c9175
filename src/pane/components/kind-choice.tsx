// The kinds of table that a rubric or a check is meant for: one box each under one label.
import { Checkbox, Field, FieldContextProvider, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { TableKind } from '../../model/table';
import { usePane } from './pane-context';

const KINDS: readonly TableKind[] = ['project', 'department', 'base-data', 'targets', 'monitoring'];

const useStyles = makeStyles({ checks: { display: 'flex', flexDirection: 'column' } });

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly validationState?: 'error' | 'none';
  readonly validationMessage?: string;
  readonly 'data-wrong'?: true;
  readonly kinds: readonly TableKind[];
  readonly onChange: (kinds: readonly TableKind[]) => void;
}

export function KindChoice({ kinds, onChange, ...field }: Props): ReactElement {
  const styles = useStyles();
  const { say } = usePane();
  return (
    <Field {...field}>
      <div className={styles.checks} role="group" aria-label={field.label}>
        {/* Out of the field's reach: it would give every box its own id, and each label would tick the first. */}
        <FieldContextProvider value={undefined}>
          {KINDS.map((kind) => <Checkbox key={kind} label={say(`kind.${kind}`)} checked={kinds.includes(kind)} onChange={(_, { checked }) => onChange(KINDS.filter((one) => (one === kind ? checked === true : kinds.includes(one))))} />)}
        </FieldContextProvider>
      </div>
    </Field>
  );
}
