// Which part of a list is shown: buttons beside each other, each with its count; where there is little room one list to choose from.
import { makeStyles, Select, ToggleButton, tokens } from '@fluentui/react-components';
import { useRef, type ReactElement } from 'react';
import { useCompact, useKeptFocus } from '../use-page';

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 'auto', paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
  select: { flexShrink: 0, maxWidth: '100%' },
});

interface FilterChoiceProps<T extends string> {
  readonly label: string;
  /** The first is the whole: to press what is chosen once more leads back to it. */
  readonly choices: readonly { readonly value: T; readonly text: string }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

export function FilterChoice<T extends string>({ label, choices, chosen, onChoose }: FilterChoiceProps<T>): ReactElement {
  const styles = useStyles();
  const compact = useCompact();
  const chips = useRef<HTMLDivElement>(null);
  useKeptFocus(chips);
  const whole = choices[0]?.value ?? chosen;
  return compact ? (
    <Select size="small" className={styles.select} aria-label={label} value={chosen} onChange={(_, { value }) => onChoose(choices.find((one) => one.value === value)?.value ?? whole)}>
      {choices.map(({ value, text }) => <option key={value} value={value}>{text}</option>)}
    </Select>
  ) : (
    <div ref={chips} className={styles.chips} role="group" aria-label={label}>
      {choices.map(({ value, text }) => <ToggleButton key={value} size="small" className={styles.chip} checked={chosen === value} onClick={() => onChoose(chosen === value ? whole : value)}>{text}</ToggleButton>)}
    </div>
  );
}
