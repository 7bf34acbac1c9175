// The attributes of one tag, checked and kept as offsets: nothing is copied until a value is asked for.
import { decodeEntities, malformed } from './xml-entities';
import { AMP, APOSTROPHE, COLON, EQUALS, GT, isSpace, LT, NOT_FIRST, NOT_NAME, QUOTE, SLASH } from './xml-characters';

/** Names of one tag are compared pairwise, so their number must have an end. */
const MAX_ATTRIBUTES = 500;

export class TagAttributes {
  private count = 0;
  private readonly nameFrom: number[] = [];
  private readonly localFrom: number[] = [];
  private readonly nameTo: number[] = [];
  private readonly valueFrom: number[] = [];
  private readonly valueTo: number[] = [];

  constructor(private readonly source: string) {}

  /** Reads up to '>' or '/>' and gives its position. */
  read(from: number): number {
    const { source } = this;
    let i = from;
    this.count = 0;
    for (;;) {
      const before = i;
      let code = source.charCodeAt(i);
      while (isSpace(code)) code = source.charCodeAt(++i);
      if (code === GT || code === SLASH) return i;
      if (i === before || NOT_FIRST[code] !== 0) throw malformed('XML 标签不合规范');
      const nameFrom = i;
      let local = i;
      for (; NOT_NAME[code] === 0; code = source.charCodeAt(++i)) if (code === COLON) local = i + 1;
      const nameTo = i;
      while (isSpace(code)) code = source.charCodeAt(++i);
      if (code !== EQUALS) throw malformed('XML 属性不合规范');
      code = source.charCodeAt(++i);
      while (isSpace(code)) code = source.charCodeAt(++i);
      if (code !== QUOTE && code !== APOSTROPHE) throw malformed('XML 属性缺少引号');
      const quote = code;
      const valueFrom = ++i;
      let entities = false;
      for (code = source.charCodeAt(i); code !== quote; code = source.charCodeAt(++i)) {
        if (code === LT || Number.isNaN(code)) throw malformed('XML 属性缺少引号');
        if (code === AMP) entities = true;
      }
      if (entities) decodeEntities(source.slice(valueFrom, i));
      this.keep(nameFrom, local, nameTo, valueFrom, i);
      i++;
    }
  }

  private keep(nameFrom: number, local: number, nameTo: number, valueFrom: number, valueTo: number): void {
    const { count, source } = this;
    for (let k = 0; k < count; k++) {
      const known = this.nameFrom[k]!;
      if (this.nameTo[k]! - known === nameTo - nameFrom && source.startsWith(source.slice(nameFrom, nameTo), known)) throw malformed('XML 属性重复');
    }
    if (count >= MAX_ATTRIBUTES) throw malformed('XML 属性过多');
    this.nameFrom[count] = nameFrom;
    this.localFrom[count] = local;
    this.nameTo[count] = nameTo;
    this.valueFrom[count] = valueFrom;
    this.valueTo[count] = valueTo;
    this.count = count + 1;
  }

  /** Value by local name (one without a prefix first); null when absent. */
  value(local: string): string | null {
    const { source } = this;
    let found = -1;
    for (let i = 0; i < this.count; i++) {
      const from = this.localFrom[i]!;
      if (this.nameTo[i]! - from !== local.length || !source.startsWith(local, from)) continue;
      found = i;
      if (from === this.nameFrom[i]) break;
    }
    return found < 0 ? null : this.valueAt(found);
  }

  /** All values by names as written. */
  all(): Map<string, string> {
    const all = new Map<string, string>();
    for (let i = 0; i < this.count; i++) all.set(this.source.slice(this.nameFrom[i], this.nameTo[i]), this.valueAt(i));
    return all;
  }

  private valueAt(i: number): string {
    const raw = this.source.slice(this.valueFrom[i], this.valueTo[i]);
    return /[&\t\r\n]/.test(raw) ? decodeEntities(raw.replace(/\r\n|[\t\r\n]/g, ' ')) : raw;
  }
}
