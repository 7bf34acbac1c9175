// The protocol: walks object paths, runs actions in order, answers with results or with the first error and its action.
import { HostError, itemNotFound, notEmulated } from './host-error';
import { isHostObject } from './host-object';
import type { HostObject } from './host-object';
import { ACTION, PATH } from './wire';
import type { Action, ArgumentInfo, ObjectPath, QueryInfo, ReplyBody, RequestBody, WireError } from './wire';

/** Called before each action; throws a HostError to make it fail. */
export type BeforeAction = (index: number) => void;

function member<T>(members: Readonly<Record<string, T>> | undefined, name: string): readonly [string, T] | null {
  if (!members) return null;
  const exact = members[name];
  if (exact !== undefined) return [name, exact];
  const lower = name.toLowerCase();
  return Object.entries(members).find(([key]) => key.toLowerCase() === lower) ?? null;
}

/** Sent by the loader itself, to services that are not the workbook. */
const SILENT: HostObject = { kind: 'Service', methods: new Proxy({}, { get: () => () => null }) };

/** Throws where a member came with a later requirement set than this Excel has. */
export type Demand = (kind: string, member: string) => void;

export class Engine {
  /** Objects that the client keeps across requests. */
  readonly references = new Map<string, HostObject>();
  private readonly names = new WeakMap<HostObject, string>();
  private serial = 0;

  constructor(private readonly root: () => HostObject, readonly demand: Demand) {}

  keep(object: HostObject): void {
    if (this.names.has(object)) return;
    this.serial += 1;
    this.names.set(object, `ref${this.serial}`);
    this.references.set(`ref${this.serial}`, object);
  }

  run(body: RequestBody, before: BeforeAction): ReplyBody {
    return new Batch(this, this.root, body).run(before);
  }

  identityOf(object: HostObject): Record<string, unknown> {
    const name = this.names.get(object);
    return { ...object.identity?.(), ...(name === undefined ? {} : { _ReferenceId: name }) };
  }
}

class Batch {
  private readonly live = new Map<number, HostObject | null>();
  private readonly results: { ActionId: number; Value: unknown }[] = [];
  private readonly traces: number[] = [];

  constructor(private readonly engine: Engine, private readonly root: () => HostObject, private readonly body: RequestBody) {}

  run(before: BeforeAction): ReplyBody {
    let failure: WireError | null = null;
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        before(index);
        const value = this.perform(action);
        if (value !== undefined) this.results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        failure = this.failure(error, action, index);
        break;
      }
    }
    return { Results: this.results, TraceIds: this.traces, Error: failure };
  }

  private failure(error: unknown, action: Action, index: number): WireError {
    if (!(error instanceof HostError)) throw error;
    const name = action.Name === undefined || action.Name === '' ? this.body.ObjectPaths[action.ObjectPathId]?.Name : action.Name;
    return { Code: error.code, Message: error.message, Location: name ?? '', HttpStatusCode: error.status, ActionIndex: index };
  }

  /** The result's value; undefined where the client expects no row. */
  private perform(action: Action): unknown {
    if (action.ActionType === ACTION.trace) {
      this.traces.push(action.Id);
      // Without a row of its own the client never finishes registering a handler.
      return null;
    }
    const object = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object && this.engine.identityOf(object);
      case ACTION.query:
      case ACTION.queryAsJson:
        return this.query(object, action.QueryInfo ?? {});
      case ACTION.method: {
        if (object === null) return null;
        const value = this.call(object, action.Name ?? '', action.ArgumentInfo);
        return isHostObject(value) ? this.engine.identityOf(value) : value ?? null;
      }
      case ACTION.setProperty:
        this.assign(object, action.Name ?? '', this.argumentsOf(action.ArgumentInfo)[0]);
        return undefined;
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.assign(object, name, value);
        return undefined;
      case ACTION.ensureUnchanged:
        return null;
      default:
        throw notEmulated(`action type ${action.ActionType}`);
    }
  }

  private assign(object: HostObject | null, name: string, value: unknown): void {
    if (object === null) throw itemNotFound();
    this.engine.demand(object.kind, name);
    const setter = member(object.set, name);
    if (!setter) throw notEmulated(`setting ${object.kind}.${name}`);
    setter[1](value);
  }

  private call(object: HostObject, name: string, info: ArgumentInfo | undefined): unknown {
    if (name === '_KeepReference') {
      this.engine.keep(object);
      return null;
    }
    this.engine.demand(object.kind, name);
    const method = object.methods?.[name];
    if (!method) throw notEmulated(`${object.kind}.${name}`);
    return method(...this.argumentsOf(info));
  }

  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, at) => {
      const reference = references[at] ?? 0;
      if (typeof reference === 'number') return reference > 0 ? this.resolve(reference) : value;
      return reference.map((id, i) => (id > 0 ? this.resolve(id) : (value as readonly unknown[])[i]));
    });
  }

  private resolve(id: number): HostObject | null {
    const known = this.live.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id];
    if (!path) throw new HostError('InvalidObjectPath', 'The object path is not valid.', 400);
    const object = this.follow(path);
    this.live.set(id, object);
    return object;
  }

  private follow(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case PATH.global:
        return this.root();
      case PATH.new:
        return SILENT;
      case PATH.null:
        return null;
      case PATH.reference: {
        const object = this.engine.references.get(path.Name);
        if (!object) throw new HostError('InvalidReference', 'This reference is not valid for the current operation.', 400);
        return object;
      }
      default:
        return this.step(this.resolve(path.ParentObjectPathId ?? 0), path);
    }
  }

  private step(parent: HostObject | null, path: ObjectPath): HostObject | null {
    if (parent === null) return null;
    if (path.ObjectPathType === PATH.property) {
      this.engine.demand(parent.kind, path.Name);
      const property = member(parent.nav, path.Name);
      if (!property) throw notEmulated(`${parent.kind}.${path.Name}`);
      return property[1]();
    }
    if (path.ObjectPathType === PATH.indexer) {
      if (!parent.item) throw notEmulated(`an item of ${parent.kind}`);
      return parent.item(this.argumentsOf(path.ArgumentInfo)[0]);
    }
    const value = this.call(parent, path.Name, path.ArgumentInfo);
    return isHostObject(value) ? value : null;
  }

  private query(object: HostObject | null, info: QueryInfo): unknown {
    if (object === null) return null;
    const answer = this.engine.identityOf(object);
    const select = info.Select ?? [];
    if (object.items) {
      const from = info.Skip ?? 0;
      const items = object.items().slice(from, info.Top === undefined ? undefined : from + info.Top);
      const inner = { ...info, Skip: undefined, Top: undefined, Select: select.map((name) => name.replace(/^items\//i, '')).filter((name) => !/^(items|\$none)$/i.test(name)) };
      return { ...answer, _Items: items.map((item) => this.query(item, inner as QueryInfo)) };
    }
    const all = Object.keys(object.props ?? {}).filter((name) => this.isThere(object.kind, name));
    const names = select.length === 0 || select.some((name) => /^\$all$/i.test(name)) ? [...all, ...select.filter((name) => name.includes('/'))] : select;
    for (const name of names) if (!/^\$none$/i.test(name)) this.queryMember(object, name, answer);
    for (const name of info.Expand ?? []) this.queryMember(object, name, answer);
    return answer;
  }

  private isThere(kind: string, name: string): boolean {
    try {
      this.engine.demand(kind, name);
      return true;
    } catch (error) {
      if (error instanceof HostError) return false;
      throw error;
    }
  }

  private queryMember(object: HostObject, name: string, answer: Record<string, unknown>): void {
    const [head = '', ...rest] = name.split('/');
    this.engine.demand(object.kind, head);
    const property = rest.length === 0 ? member(object.props, head) : null;
    if (property) {
      answer[property[0]] = property[1]();
      return;
    }
    const navigation = member(object.nav, head);
    if (!navigation) throw notEmulated(`${object.kind}.${head}`);
    const [key, go] = navigation;
    const inner = this.query(go(), { Select: rest.length > 0 ? [rest.join('/')] : [] });
    answer[key] = inner === null ? null : { ...(answer[key] as object | undefined), ...(inner as object) };
  }
}
