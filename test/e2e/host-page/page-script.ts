// What runs in the host page: the parent's side of the message protocol of Excel on the web, and a plain drawing of the sheet.
import type { GridView } from './grid-view';

export interface PageConfig {
  readonly addIn: string;
  readonly width: number;
  readonly locale: string;
  readonly documentUrl: string;
  readonly requirementMatrix: string;
  readonly readOnly: boolean;
  readonly settings: readonly (readonly [string, string])[];
}

interface XdmMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType: number;
  readonly _data: { readonly ArrayData?: readonly unknown[]; readonly DdaMethod?: { readonly DispatchId: number }; readonly DdaSettingsMethod?: { readonly Properties: unknown }; readonly targetId?: string };
}

/** Stands alone: its source is served to the browser. */
export function hostPage(config: PageConfig): void {
  const CONVERSATION = 'conversation-1';
  const CONTROL = '{00000000-0000-0000-0000-0000000000c1}';
  const SERVICE_ANSWER = 0;
  const EVENT_ANSWER = 1;
  const REGISTER = 1;
  const RICH_API = 93;
  const SAVE_SETTINGS = 76;
  const COMMAND_COMPLETED = 94;
  const EVENT_CATEGORY = 65_536;
  const TAB_EXIT = 13;
  const TAB_EXIT_BACK = 14;
  const ESC_EXIT = 15;
  let richEvent: XdmMessage | null = null;
  let commandEvent: XdmMessage | null = null;
  let completed = 0;
  let settings: unknown = config.settings;

  const frame = document.createElement('iframe');
  frame.title = 'add-in';
  frame.id = 'add-in';
  frame.name = JSON.stringify({
    baseFrameName: 'add-in', hostInfo: `Excel$Web$16.00$${config.locale}$telemetry$$disableLogging$0`, xdmInfo: `${CONVERSATION}|${CONTROL}|${location.origin}`, serializerVersion: 1, flights: '[]',
  });

  const send = (to: XdmMessage, kind: number, data: unknown): void => {
    frame.contentWindow?.postMessage(JSON.stringify({
      _messageType: 1, _actionName: to._actionName, _conversationId: to._conversationId, _correlationId: to._correlationId, _origin: location.origin, _errorCode: 0, _responseType: kind, _data: data, _serializerVersion: 1,
    }), location.origin);
  };

  const context = (): object => ({
    _id: CONTROL, _appName: 16, _appVersion: '16.00', _appUILocale: config.locale, _dataLocale: config.locale, _docUrl: config.documentUrl, _clientMode: config.readOnly ? 0 : 1,
    _settings: settings, _reason: 1, _osfControlType: 1, _eToken: '', _correlationId: '00000000-0000-0000-0000-000000000000', _appInstanceId: CONTROL, _appMinorVersion: 0,
    _requirementMatrix: config.requirementMatrix, _hostCustomMessage: '', _hostFullVersion: '16.0.17000.40000', _clientWindowHeight: 600, _clientWindowWidth: config.width,
    _addinName: 'add-in', _appDomains: [], _featureGates: {}, _initialDisplayMode: 0,
  });

  const execute = async (message: XdmMessage): Promise<void> => {
    const dispatch = message._data.DdaMethod?.DispatchId;
    if (dispatch === RICH_API) {
      // [custom data, method, path, headers, body, permission, flags, …]
      const [, , , , body, , flags] = message._data.ArrayData ?? [];
      const answer = await fetch(`/host/request?flags=${String(flags)}`, { method: 'POST', body: body as string });
      send(message, SERVICE_ANSWER, { Version: 1, Error: 0, Data: [200, [], await answer.text()] });
      return;
    }
    if (dispatch === COMMAND_COMPLETED) document.documentElement.dataset['completed'] = String(++completed);
    if (dispatch === SAVE_SETTINGS) settings = message._data.DdaSettingsMethod?.Properties ?? settings;
    send(message, SERVICE_ANSWER, { Version: 1, Error: 0 });
  };

  /** A dialog inside the frame of Excel is asked for as an event: its address stands in the name of the event's target. */
  const registered = (message: XdmMessage): void => {
    if (message._actionName === 'richApiMessage') richEvent = message;
    if (message._actionName === 'appCommandInvoked') commandEvent = message;
    const target = message._data.targetId ?? '';
    if (!target.startsWith('{')) return;
    const { url } = JSON.parse(target) as { url: string };
    const dialog = document.createElement('iframe');
    dialog.title = 'dialog';
    dialog.id = 'dialog';
    dialog.src = url;
    document.querySelector('#dialog')?.remove();
    document.body.append(dialog);
  };

  /** The client moves the focus inside the add-in and tells when it comes to an end: past the last element, or on Esc, the sheet has it. */
  const leave = (action: unknown): void => {
    if (action === TAB_EXIT || action === TAB_EXIT_BACK || action === ESC_EXIT) document.querySelector<HTMLElement>('.cells')?.focus();
  };

  window.addEventListener('message', (event: MessageEvent<string>) => {
    if (event.source !== frame.contentWindow || typeof event.data !== 'string' || !event.data.startsWith('{')) return;
    const message = JSON.parse(event.data) as XdmMessage;
    if (message._messageType !== 0) return;
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') send(message, SERVICE_ANSWER, context());
    else if (message._actionName === 'executeMethod') void execute(message);
    else if (message._actionName === 'ContextActivationManager_notifyHost') leave((message._data as unknown as readonly unknown[])[1]);
    else {
      if (message._actionType === REGISTER) registered(message);
      send(message, SERVICE_ANSWER, { Version: 1, Error: 0 });
    }
  });

  const element = <K extends keyof HTMLElementTagNameMap>(tag: K, text = '', className = ''): HTMLElementTagNameMap[K] => {
    const made = document.createElement(tag);
    made.textContent = text;
    made.className = className;
    return made;
  };
  const select = (sheet: string, row: number, column: number): void => {
    void fetch(`/host/select?sheet=${encodeURIComponent(sheet)}&row=${row}&column=${column}`, { method: 'POST' });
  };

  const draw = (view: GridView): void => {
    const table = element('table');
    const head = table.createTHead().insertRow();
    head.append(element('th'), ...view.columns.map(({ name }) => element('th', name)));
    for (const row of view.rows) {
      const line = table.insertRow();
      line.append(element('th', String(row.index)));
      for (const cell of row.cells) {
        const box = line.insertCell();
        box.textContent = cell.text;
        box.rowSpan = cell.rows;
        box.colSpan = cell.columns;
        box.dataset['cell'] = `${view.columns.find(({ index }) => index === cell.column)?.name ?? ''}${cell.row}`;
        if (cell.fill !== null) box.style.background = cell.fill;
        if (cell.note !== null) box.title = cell.note;
        box.classList.toggle('note', cell.note !== null);
        box.classList.toggle('number', cell.number);
        box.classList.toggle('selected', view.selected?.row === cell.row && view.selected.column === cell.column);
        box.addEventListener('click', () => { select(view.active, cell.row, cell.column); });
      }
    }
    const bar = element('div', '', 'bar');
    bar.append(element('b', view.selectedText || ' '), element('span', view.formula));
    const tabs = element('div', '', 'tabs');
    for (const name of view.sheets) {
      const tab = element('button', name, name === view.active ? 'active' : '');
      tab.addEventListener('click', () => { select(name, 1, 1); });
      tabs.append(tab);
    }
    const body = element('div', '', 'cells');
    body.tabIndex = 0;
    const held = document.activeElement?.classList.contains('cells') === true;
    body.append(table);
    document.querySelector('#sheet')?.replaceChildren(element('div', view.book, 'title'), bar, body, tabs);
    if (held) body.focus();
    body.querySelector('.selected')?.scrollIntoView({ block: 'center', inline: 'nearest' });
  };

  let drawing = 0;
  const redraw = async (): Promise<void> => {
    const turn = ++drawing;
    const view = (await (await fetch('/host/grid')).json()) as GridView;
    if (turn === drawing) draw(view);
  };
  const events = new EventSource('/host/events');
  events.addEventListener('redraw', () => { void redraw(); });
  events.addEventListener('excel', (event: MessageEvent<string>) => {
    const { type, target, payload } = JSON.parse(event.data) as { type: number; target: string; payload: unknown };
    if (richEvent) send(richEvent, EVENT_ANSWER, { ArrayData: [[EVENT_CATEGORY, type, target, JSON.stringify(payload), 0, false]] });
  });

  events.addEventListener('command', (event: MessageEvent<string>) => {
    if (commandEvent) send(commandEvent, EVENT_ANSWER, { 0: 'command', 1: JSON.parse(event.data) as string, 2: '{"source":{"id":"button"}}' });
  });

  const pane = document.querySelector<HTMLElement>('#pane');
  if (pane) pane.style.width = `${config.width}px`;
  // Events must be heard before the add-in can cause any.
  events.addEventListener('open', () => {
    if (frame.isConnected) return;
    frame.src = config.addIn;
    pane?.append(frame);
    void redraw();
  });
}

export const PAGE_STYLE = `
  html, body { margin: 0; height: 100%; font: 12px "Noto Sans CJK SC", sans-serif; }
  body { display: flex; } #sheet { flex: 1; min-width: 0; display: flex; flex-direction: column; background: #fff; }
  #dialog { position: fixed; left: 20%; top: 25%; width: 480px; height: 280px; border: 1px solid #888; background: #fff; }
  #pane { border-left: 1px solid #c8c6c4; height: 100vh; } #pane iframe { border: 0; width: 100%; height: 100%; display: block; }
  .title { background: #107c41; color: #fff; padding: 6px 10px; } .bar { display: flex; gap: 16px; padding: 4px 10px; border-bottom: 1px solid #d1d1d1; min-height: 16px; }
  .cells { flex: 1; overflow: auto; } table { border-collapse: collapse; } th { background: #f3f2f1; font-weight: normal; color: #616161; position: sticky; top: 0; }
  th, td { border: 1px solid #e1dfdd; padding: 2px 6px; min-width: 40px; max-width: 220px; height: 18px; position: relative; } td { cursor: cell; } td.number { text-align: right; }
  td.selected { outline: 2px solid #107c41; outline-offset: -2px; } td.note::after { content: ""; position: absolute; top: 0; right: 0; border: 4px solid; border-color: #c00 #c00 transparent transparent; }
  .tabs { border-top: 1px solid #d1d1d1; background: #f3f2f1; } .tabs button { border: 0; background: none; padding: 6px 12px; } .tabs .active { background: #fff; color: #107c41; font-weight: bold; }
`;
