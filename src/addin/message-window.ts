// The small window that a ribbon command speaks through. The words travel behind the # of its address, which no server is sent.
import { languages, sayIn } from '../pane/catalogue';
import type { Message } from './check-and-mark';

const TONES: Readonly<Record<Message['tone'], string>> = { errors: '✖', 'to-verify': '▲', clean: '✔', 'not-checked': '－' };
/** As many as the window has room for. */
const MOST_LINES = 8;
/** Addresses grow long with Chinese, nine characters for each; browsers and Office take some thousand for certain. */
const LONGEST = 3000;
/** Of a sentence that is too long alone: at twelve characters each at most it fits. */
const MOST_LETTERS = 200;

/** What does not fit is left out from the end, and told to be in the pane. */
export function addressOf(page: string, message: Message): string {
  const { lines, language } = message;
  const written = (kept: readonly string[]): string => `${page}#${encodeURIComponent(JSON.stringify({ ...message, lines: kept }))}`;
  const whole = written(lines);
  if (lines.length <= MOST_LINES && whole.length <= LONGEST) return whole;
  const more = sayIn(language)('command.more');
  for (let count = Math.min(lines.length, MOST_LINES) - 1; count > 0; count--) {
    const address = written([...lines.slice(0, count), more]);
    if (address.length <= LONGEST) return address;
  }
  return written([`${[...(lines[0] ?? '')].slice(0, MOST_LETTERS).join('')}……`, more]);
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
