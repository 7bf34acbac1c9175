// Copying text: the clipboard API where the page is secure, the old command on plain http, where the API is absent.
import { usePane } from './pane-context';

export function useCopy(): (text: string) => void {
  const { controller } = usePane();
  return (text) => {
    void copyText(text).then((done) => {
      const phrase = { key: done ? 'copied' : 'copy.failed' } as const;
      controller.dispatch({ type: 'notice', notice: { tone: done ? 'info' : 'warning', phrase } });
      controller.dispatch({ type: 'announce', phrase });
    });
  };
}

async function copyText(text: string): Promise<boolean> {
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
  try {
    if (clipboard) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // An embedded page may be denied the API; the command below needs no permission.
  }
  return copyByCommand(text);
}

function copyByCommand(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
