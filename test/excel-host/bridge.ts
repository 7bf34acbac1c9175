// The host side of the client's JSON bridge: requests in, answers and events out.
import type { ExcelHost } from './excel-host';
import { EVENT_CATEGORY } from './wire';

interface BridgeRequest {
  readonly id: number;
  readonly type: number;
  readonly flags: number;
  readonly message: { readonly body: unknown };
}

export interface Bridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
  /** Stops events. */
  close(): void;
}

const REQUEST = 1;
const ANSWER = 2;
const EVENT_MESSAGE = 3;

export function bridgeTo(host: ExcelHost): Bridge {
  const listener = (event: { type: number; target: string; payload: object }): void => {
    const entry = { messageCategory: EVENT_CATEGORY, messageType: event.type, targetId: event.target, message: JSON.stringify(event.payload), isRemoteOverride: false };
    // Excel tells of a change after it answered the request that made it.
    setTimeout(() => bridge.onMessageFromHost?.(JSON.stringify({ type: EVENT_MESSAGE, controlId: '', message: { entries: [entry] } })), 0);
  };
  const bridge: Bridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      const request = JSON.parse(text) as BridgeRequest;
      if (request.type !== REQUEST) return;
      void host.process(JSON.stringify(request.message.body), request.flags).then((answer) => {
        bridge.onMessageFromHost?.(JSON.stringify({ id: request.id, type: ANSWER, message: { statusCode: 200, headers: {}, body: JSON.parse(answer) as unknown } }));
      });
    },
    close() {
      host.model.listeners.delete(listener);
      bridge.onMessageFromHost = null;
    },
  };
  host.model.listeners.add(listener);
  return bridge;
}
