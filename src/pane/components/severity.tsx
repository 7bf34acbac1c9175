// How severities and verdicts look: an icon, a word and a colour, never the colour alone.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Severity } from '../../model/finding';
import type { Verdict } from '../../model/review';
import type { MessageKey } from '../catalogue';
import { CleanIcon, ErrorIcon, HintIcon, NotCheckedIcon, VerifyIcon } from './icons';

const useStyles = makeStyles({
  // Foreground 3 keeps 4.5:1 on every ground that a row has, dark theme included.
  error: { color: tokens.colorStatusDangerForeground3, '--icon-ground': tokens.colorNeutralBackground1 },
  verify: { color: tokens.colorStatusWarningForeground1, '--icon-ground': tokens.colorNeutralBackground1 },
  hint: { color: tokens.colorNeutralForeground3 },
  clean: { color: tokens.colorStatusSuccessForeground1, '--icon-ground': tokens.colorNeutralBackground1 },
});

const SEVERITY_ICONS = { error: ErrorIcon, verify: VerifyIcon, hint: HintIcon } as const;
export const SEVERITY_KEYS = { error: 'severity.error', verify: 'severity.verify', hint: 'severity.hint' } as const satisfies Record<Severity, MessageKey>;

export function useSeverityClass(severity: Severity): string {
  return useStyles()[severity];
}

export function SeverityIcon({ severity, size }: { readonly severity: Severity; readonly size?: number }): ReactElement {
  const styles = useStyles();
  const Icon = SEVERITY_ICONS[severity];
  return <span className={styles[severity]}><Icon size={size ?? 16} /></span>;
}

const VERDICTS = { errors: ['error', ErrorIcon], 'to-verify': ['verify', VerifyIcon], clean: ['clean', CleanIcon], 'not-checked': ['hint', NotCheckedIcon] } as const;

export function VerdictIcon({ verdict, size = 20, className }: { readonly verdict: Verdict; readonly size?: number; readonly className?: string }): ReactElement {
  const styles = useStyles();
  const [tone, Icon] = VERDICTS[verdict];
  return <span className={mergeClasses(styles[tone], className)}><Icon size={size} /></span>;
}
