// The small window that a ribbon command speaks through. The words travel behind the # of its address, which no server is sent.
import { languages, sayIn } from '../pane/catalogue';
import type { Message } from './check-and-mark';

const TONES: Readonly<Record<Message['tone'], string>> = { errors: '✖', 'to-verify': '▲', clean: '✔', 'not-checked': '－' };
/** Addresses grow long with Chinese; browsers and Office take some thousand characters for certain. */
const MOST_LINES = 8;

export function addressOf(page: string, message: Message): string {
  const lines = message.lines.length > MOST_LINES ? [...message.lines.slice(0, MOST_LINES - 1), sayIn(message.language)('command.more')] : message.lines;
  return `${page}#${encodeURIComponent(JSON.stringify({ ...message, lines }))}`;
}

/** What an address carries; null when it carries nothing of ours. */
export function messageIn(hash: string): Message | null {
  try {
    const read = JSON.parse(decodeURIComponent(hash.replace(/^#/, ''))) as Partial<Message> | null;
    const tone = read?.tone;
    if (typeof read?.title !== 'string' || tone === undefined || !(tone in TONES) || !Array.isArray(read.lines)) return null;
    return { tone, title: read.title, language: languages.find((one) => one === read.language) ?? 'zh-CN', lines: read.lines.filter((line): line is string => typeof line === 'string') };
  } catch {
    return null;
  }
}

/** Words, never markup: the address could come from anywhere. */
export function showMessage(into: HTMLElement, { tone, title, lines, language }: Message): void {
  document.documentElement.lang = language;
  const heading = document.createElement('h1');
  heading.textContent = `${TONES[tone]} ${title}`;
  heading.className = tone;
  const paragraphs = lines.map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
  into.replaceChildren(heading, ...paragraphs);
}

let shown: Office.Dialog | null = null;
/** Office's code for a window that is still open. */
const ALREADY_OPEN = 12007;
const CLOSING = 400;

function display(address: string): Promise<Office.AsyncResult<Office.Dialog>> {
  return new Promise((done) => Office.context.ui.displayDialogAsync(address, { height: 35, width: 30, displayInIframe: true }, done));
}

/** Opens the window in the place of the one before; ends when it is open. False when Office or the user refused it. */
export async function openMessage(message: Message): Promise<boolean> {
  const address = addressOf(new URL('message.html', window.location.href).href, message);
  shown?.close();
  shown = null;
  let result = await display(address);
  if (result.status !== Office.AsyncResultStatus.Succeeded && result.error.code === ALREADY_OPEN) {
    // Closing takes its time.
    await new Promise((go) => { setTimeout(go, CLOSING); });
    result = await display(address);
  }
  if (result.status !== Office.AsyncResultStatus.Succeeded) return false;
  shown = result.value;
  return true;
}
