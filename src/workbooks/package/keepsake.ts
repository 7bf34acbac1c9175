// What reading has made of a part, left beside an archive that keeps parts, so that writing straight after need not make it again.
import type { Archive } from './zip';

export class Keepsake<T> {
  private readonly kept = new WeakMap<Archive, Map<string, T>>();

  /** Leaves what was made of a part. It is shared from now on: nobody may change it. */
  leave(archive: Archive, part: string, made: T): void {
    if (!archive.keeps) return;
    const known = this.kept.get(archive);
    if (known) known.set(part, made);
    else this.kept.set(archive, new Map([[part, made]]));
  }

  of(archive: Archive, part: string): T | undefined {
    return this.kept.get(archive)?.get(part);
  }
}
