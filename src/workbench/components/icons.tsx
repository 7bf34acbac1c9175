// The workbench's few icons, drawn as the pane's are; the mark is the product's own.
import type { ReactElement } from 'react';

interface IconProps {
  readonly size?: number;
}

function icon(body: ReactElement): (props: IconProps) => ReactElement {
  return function Icon({ size = 20 }: IconProps): ReactElement {
    return (
      <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth={1.25} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" style={{ flexShrink: 0, display: 'block' }}>
        {body}
      </svg>
    );
  };
}

export const OpenIcon = icon(<><path d="M2.5 15V5A1.5 1.5 0 0 1 4 3.5h3.4c.4 0 .8.2 1.1.4L10 5.5h5A1.5 1.5 0 0 1 16.5 7v1.5" /><path d="M2.5 15.2 4.8 9.4c.2-.5.7-.9 1.3-.9h10.4c.9 0 1.5.9 1.2 1.8l-1.9 5.2c-.2.6-.8 1-1.4 1H3.7c-.8 0-1.4-.7-1.2-1.3z" /></>);
export const FolderIcon = icon(<><path d="M5.5 3.5h4l1.5 2h5A1.5 1.5 0 0 1 17.5 7v5" /><path d="M2.5 8A1.5 1.5 0 0 1 4 6.5h3.2l1.5 2h4.8A1.5 1.5 0 0 1 15 10v5a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 15z" /></>);
export const SaveIcon = icon(<><path d="M3 4.5A1.5 1.5 0 0 1 4.5 3h9L17 6.5v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15.5z" /><path d="M6.5 3v3.5h6V3M6 17v-5.5h8V17" /></>);
export const ExportIcon = icon(<><path d="M10 12.5V3m-3.5 3.25L10 2.75l3.5 3.5" /><path d="M6 9H4.5v7.5h11V9H14" /></>);
export const SampleIcon = icon(<><path d="M6 2.5h8M8 2.5v5L3.6 14.9a1.75 1.75 0 0 0 1.5 2.6h9.8a1.75 1.75 0 0 0 1.5-2.6L12 7.5v-5" /><path d="M6 12.5h8" /></>);
export const FilesIcon = icon(<><path d="M7 2.5h5L15.5 6v8H7z" /><path d="M12 2.5V6h3.5M4.5 5.5v11h8" /></>);
export const KeyboardIcon = icon(<><rect x="2" y="5" width="16" height="10.5" rx="1.5" /><path d="M5 8.25h.01M8.3 8.25h.01M11.7 8.25h.01M15 8.25h.01M6.5 12.25h7" strokeWidth={1.6} /></>);
export const LanguageIcon = icon(<><circle cx="10" cy="10" r="7.5" /><path d="M2.5 10h15M10 2.5c2.2 2.2 3.2 4.7 3.2 7.5s-1 5.3-3.2 7.5c-2.2-2.2-3.2-4.7-3.2-7.5s1-5.3 3.2-7.5z" /></>);
export const ThemeIcon = icon(<><circle cx="10" cy="10" r="7.5" /><path d="M10 2.5v15a7.5 7.5 0 0 0 0-15z" fill="currentColor" /></>);
export const CloseIcon = icon(<path d="m4.5 4.5 11 11m0-11-11 11" />);
/** Figures for other programs. */
export const DataIcon = icon(<path d="M8 3.5H7A1.5 1.5 0 0 0 5.5 5v3L4 10l1.5 2v3A1.5 1.5 0 0 0 7 16.5h1M12 3.5h1A1.5 1.5 0 0 1 14.5 5v3l1.5 2-1.5 2v3a1.5 1.5 0 0 1-1.5 1.5h-1" />);
/** What is measured by. */
export const RulerIcon = icon(<><rect x="2.5" y="7" width="15" height="6.5" rx="1.25" /><path d="M5.5 7v2.5M8.5 7v3.5M11.5 7v2.5M14.5 7v3.5" /></>);
export const BoxIcon = icon(<rect x="4" y="4" width="12" height="12" rx="1.5" />);
export const TickedBoxIcon = icon(<><rect x="4" y="4" width="12" height="12" rx="1.5" /><path d="m7 10.25 2.25 2.25 4-4.75" strokeWidth={1.5} /></>);
export const ChevronIcon = icon(<path d="m4 7 6 6 6-6" strokeWidth={1.75} />);
export const RestoreIcon = icon(<><path d="M3.5 4v4.5H8" /><path d="M4 8a6.5 6.5 0 1 1-.4 3.5M10 6.5V10l2.5 1.75" /></>);

export function Mark({ size = 24 }: IconProps): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false" style={{ flexShrink: 0, display: 'block', forcedColorAdjust: 'none' }}>
      <rect x="2" y="2" width="28" height="28" rx="6" fill="#0f5f6e" />
      <path d="M8 9h16M8 15h9M8 21h6" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <path d="m15.5 20.5 4 4L26 15.5" fill="none" stroke="#8be0b5" strokeWidth="3.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
