// One emulated Excel: answers requests about its workbook, counts them, and fails on demand.
import { Engine } from './engine';
import { HostError } from './host-error';
import { workbookObject } from './workbook-object';
import { worksheetObject } from './worksheet-objects';
import type { WorkbookModel } from './workbook-model';
import { DELAY_FOR_CELL_EDIT } from './wire';
import type { ReplyBody, RequestBody } from './wire';
import type { World, WorldOptions } from './world';

/** One failure, at the given request or action, counted from 1 since the host was made or `recount` was called. */
export interface Fault {
  readonly kind: 'request' | 'action';
  readonly at: number;
  /** As Excel names it; GeneralException when left out. */
  readonly code?: string;
  /** The request was carried out, only its answer got lost. */
  readonly afterwards?: boolean;
}

export interface ExcelOptions extends Partial<WorldOptions> {
  /** Highest version of ExcelApi, such as '1.14'. Default '1.15', the highest that the npm client knows. */
  readonly requirementSet?: string;
  /** Other requirement sets by name, such as { CompressedFile: '1.1' }. */
  readonly sets?: Readonly<Record<string, string>>;
  /** Which version of ExcelApi brought a member, by 'kind.member' in lower case; what is not listed is always there. */
  readonly apiSets?: ReadonlyMap<string, string>;
  readonly latencyMs?: number;
  /** Bytes of one request and one answer; Excel on the web takes 5 MB. */
  readonly requestLimit?: number;
  readonly responseLimit?: number;
}

/** Counted since the host was made or `recount` was called. */
export interface Counters {
  requests: number;
  actions: number;
  requestBytes: number;
  responseBytes: number;
}

const WEB_LIMIT = 5 * 1024 * 1024;
const MESSAGES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: 'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  ApiNotFound: 'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  AccessDenied: 'You cannot perform the requested operation.',
  GeneralException: 'There was an internal error while processing the request.',
};
const STATUS: Readonly<Record<string, number>> = { AccessDenied: 403, ItemNotFound: 404, ApiNotFound: 404, RequestPayloadSizeLimitExceeded: 413, ResponsePayloadSizeLimitExceeded: 413, GeneralException: 500, InvalidOperationInCellEditMode: 400 };

function hostError(code: string): HostError {
  return new HostError(code, MESSAGES[code] ?? `Excel answered ${code}.`, STATUS[code] ?? 400);
}

function refused(code: string): ReplyBody {
  const { message, status } = hostError(code);
  return { Results: [], TraceIds: [], Error: { Code: code, Message: message, Location: '', HttpStatusCode: status, ActionIndex: 0 } };
}

function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

export class ExcelHost {
  /** May be changed at any time by a test. */
  fault: Fault | null = null;
  /** Somebody is typing in a cell: requests fail, those that asked for a delay wait for `endCellEdit`. */
  cellEdit = false;
  /** Runs before each request, with its number from 1: another author's edit between two requests, a sheet deleted … */
  beforeRequest: ((number: number, model: WorkbookModel) => void) | null = null;
  /** Members ('kind.member' in lower case) that this Excel answers NotImplemented to, whatever set it claims. */
  readonly missing = new Set<string>();
  readonly counters: Counters = { requests: 0, actions: 0, requestBytes: 0, responseBytes: 0 };
  /** Every request, for tests that look at what went over the wire. */
  readonly log: RequestBody[] = [];
  readonly engine: Engine;
  private waiting: (() => void)[] = [];

  constructor(readonly model: WorkbookModel, readonly options: ExcelOptions = {}) {
    const world: World = {
      model,
      options: { cellLimit: options.cellLimit ?? 5_000_000, huge: options.huge ?? 'null' },
      worksheet: (sheet) => worksheetObject(world, sheet),
      release: (reference) => { this.engine.references.delete(reference); },
      releaseAll: () => { this.engine.references.clear(); },
      liveReferences: () => this.engine.references.size,
    };
    this.engine = new Engine(() => workbookObject(world), (kind, member) => {
      if (this.missing.has(`${kind}.${member}`.toLowerCase())) throw hostError('NotImplemented');
      const version = options.apiSets?.get(`${kind}.${member}`.toLowerCase());
      if (version !== undefined && !this.isSetSupported('ExcelApi', version)) throw hostError('ApiNotFound');
    });
  }

  get requirementMatrix(): Readonly<Record<string, string>> {
    return { ExcelApi: this.options.requirementSet ?? '1.15', DelayForCellEdit: '1.1', CompressedFile: '1.1', DialogApi: '1.2', ...this.options.sets };
  }

  isSetSupported(name: string, version = '1.1'): boolean {
    const entry = Object.entries(this.requirementMatrix).find(([known]) => known.toLowerCase() === name.toLowerCase());
    return entry !== undefined && compareVersions(entry[1], version) >= 0;
  }

  get liveReferences(): number {
    return this.engine.references.size;
  }

  recount(): void {
    Object.assign(this.counters, { requests: 0, actions: 0, requestBytes: 0, responseBytes: 0 });
    this.log.length = 0;
  }

  endCellEdit(): void {
    this.cellEdit = false;
    for (const go of this.waiting.splice(0)) go();
  }

  /** @param text the request's body as it went over the wire */
  async process(text: string, flags: number): Promise<string> {
    if (this.cellEdit && (flags & DELAY_FOR_CELL_EDIT) !== 0) await new Promise<void>((go) => { this.waiting.push(go); });
    const { latencyMs = 0 } = this.options;
    if (latencyMs > 0) await new Promise((go) => { setTimeout(go, latencyMs); });
    const answer = JSON.stringify(this.answer(text));
    this.counters.responseBytes += answer.length;
    return answer.length > (this.options.responseLimit ?? WEB_LIMIT) ? JSON.stringify(refused('ResponsePayloadSizeLimitExceeded')) : answer;
  }

  private answer(text: string): ReplyBody {
    const body = JSON.parse(text) as RequestBody;
    this.counters.requests += 1;
    this.counters.requestBytes += text.length;
    this.log.push(body);
    const number = this.counters.requests;
    this.beforeRequest?.(number, this.model);
    if (this.cellEdit) return refused('InvalidOperationInCellEditMode');
    if (text.length > (this.options.requestLimit ?? WEB_LIMIT)) return refused('RequestPayloadSizeLimitExceeded');
    const { fault } = this;
    const code = fault?.code ?? 'GeneralException';
    const failsHere = fault?.kind === 'request' && fault.at === number;
    if (failsHere && fault.afterwards !== true) return refused(code);
    const reply = this.engine.run(body, () => {
      this.counters.actions += 1;
      if (this.fault?.kind === 'action' && this.fault.at === this.counters.actions) throw hostError(code);
    });
    this.model.settle();
    return failsHere ? refused(code) : reply;
  }
}
