// The pane's few icons, drawn on a grid of 20 units; they take the colour of their text and are never the only sign.
import type { ReactElement } from 'react';

interface IconProps {
  readonly size?: number;
}

function icon(body: ReactElement): (props: IconProps) => ReactElement {
  return function Icon({ size = 16 }: IconProps): ReactElement {
    return (
      <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" style={{ flexShrink: 0, display: 'block' }}>
        {body}
      </svg>
    );
  };
}

export const ErrorIcon = icon(<><circle cx="10" cy="10" r="7.25" fill="currentColor" stroke="none" /><path d="m7.5 7.5 5 5m0-5-5 5" stroke="var(--icon-forced, var(--icon-ground, #fff))" strokeWidth={1.75} /></>);
export const VerifyIcon = icon(<><path d="M10 2.6 18 16.8H2z" fill="currentColor" stroke="currentColor" strokeWidth={1} /><path d="M10 8v4m0 2.4v.1" stroke="var(--icon-forced, var(--icon-ground, #fff))" strokeWidth={1.75} /></>);
export const HintIcon = icon(<><circle cx="10" cy="10" r="7" /><path d="M10 9v4.5M10 6.4v.1" strokeWidth={1.75} /></>);
export const CleanIcon = icon(<><circle cx="10" cy="10" r="7.25" fill="currentColor" stroke="none" /><path d="m6.75 10.25 2.25 2.25 4.25-4.75" stroke="var(--icon-forced, var(--icon-ground, #fff))" strokeWidth={1.75} /></>);
export const NotCheckedIcon = icon(<><circle cx="10" cy="10" r="7" strokeDasharray="2.5 2.5" /><path d="M7.5 10h5" strokeWidth={1.75} /></>);
export const SettingsIcon = icon(<><circle cx="10" cy="10" r="2.5" /><path d="M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4" /><circle cx="10" cy="10" r="5" /></>);
export const FileIcon = icon(<><rect x="3" y="3" width="14" height="14" rx="1.5" /><path d="M3 7.5h14M8 7.5V17M3 12h14" /></>);
export const ChevronRightIcon = icon(<path d="m7.5 4.5 5.5 5.5-5.5 5.5" />);
export const ChevronDownIcon = icon(<path d="m4.5 7.5 5.5 5.5 5.5-5.5" />);
export const BackIcon = icon(<path d="M16.5 10h-13m5-5.5L3.5 10l5 5.5" />);
export const SearchIcon = icon(<><circle cx="8.75" cy="8.75" r="5.25" /><path d="m12.75 12.75 4 4" /></>);
export const FollowIcon = icon(<path d="M5 3.5v6.25c0 1.25 1 2.25 2.25 2.25H15m-3.5-3.5L15 12l-3.5 3.5" />);
export const NoteIcon = icon(<><path d="M4 3.5h12v9l-4 4H4z" /><path d="M16 12.5h-4v4M7 7h6M7 10h4" /></>);
export const UndoIcon = icon(<path d="M3.5 4v5h5M4 9c1.2-3 3.8-4.5 6.5-4.5a6 6 0 0 1 0 12c-2 0-3.7-.9-4.8-2.3" />);
export const LocateIcon = icon(<><circle cx="10" cy="10" r="5" /><path d="M10 2.5V6M10 14v3.5M2.5 10H6M14 10h3.5" /></>);
export const CopyIcon = icon(<><rect x="7" y="3" width="9.5" height="11" rx="1.5" /><path d="M4 6.5V15c0 1.1.9 2 2 2h7" /></>);
export const ArrowIcon = icon(<path d="M3.5 10h13m-5-5 5 5-5 5" />);
export const LockIcon = icon(<><rect x="4.5" y="9" width="11" height="8" rx="1.5" /><path d="M7 9V6.5a3 3 0 0 1 6 0V9" /></>);
export const ShieldIcon = icon(<><path d="M10 2.5 16.5 5v4.75c0 3.9-2.6 6.4-6.5 7.75-3.9-1.35-6.5-3.85-6.5-7.75V5z" /><path d="m7.25 10 2 2 3.5-4" /></>);
export const CheckIcon = icon(<path d="m4 10.5 4 4 8-9" />);
export const InfoIcon = HintIcon;
export const CardIcon = icon(<><path d="M3 16.5h14" /><path d="M5.5 13.5v-4M10 13.5v-9M14.5 13.5v-6" strokeWidth={2.25} /></>);
export const OpinionIcon = icon(<><path d="M5 2.5h7l3.5 3.5v11.5H5z" /><path d="M12 2.5V6h3.5M7.5 9.5h5.5M7.5 12h5.5M7.5 14.5h3" /></>);
export const SheetIcon = icon(<><rect x="3" y="3.5" width="14" height="13" rx="1.5" /><path d="M3 7.5h14M10 10v4M8 12h4" /></>);
export const TemplateIcon = icon(<><rect x="3" y="3" width="14" height="14" rx="1.5" /><path d="M3 7.5h14M6 11h3.5M6 14h3.5M12.5 10.5h1.5v4h-1.5z" /></>);
export const EraseIcon = icon(<><path d="m8 16.5-4.2-4.2a1.2 1.2 0 0 1 0-1.7l6.8-6.8a1.2 1.2 0 0 1 1.7 0l3.9 3.9a1.2 1.2 0 0 1 0 1.7L9 16.5zM8 16.5h8.5M7 7.5l5.5 5.5" /></>);
export const PrintIcon = icon(<><path d="M6 7V3h8v4M6 14H4.5A1.5 1.5 0 0 1 3 12.5v-4A1.5 1.5 0 0 1 4.5 7h11A1.5 1.5 0 0 1 17 8.5v4a1.5 1.5 0 0 1-1.5 1.5H14" /><path d="M6 11.5h8V17H6z" /></>);
export const MoreIcon = icon(<path d="M4.5 10v.01M10 10v.01M15.5 10v.01" strokeWidth={2.5} />);
export const AddIcon = icon(<path d="M10 4v12M4 10h12" />);
export const RemoveIcon = icon(<path d="m5 5 10 10M15 5 5 15" />);
export const ReportIcon = icon(<><path d="M4.5 2.5h11v15h-11z" /><path d="M7 6.5h6M7 9.5h6M7 12.5h3" /><path d="m11 14 1.5 1.5 3-3.5" strokeWidth={1.75} /></>);
