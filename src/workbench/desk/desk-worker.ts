// The desk's worker: started when first asked for, and anew after it has ended.
import type { Desk } from '../engine-client';

export class DeskWorker {
  private desk: Promise<Desk> | null = null;

  constructor(private readonly start: () => Promise<Desk>) {}

  readonly get = (): Promise<Desk> => {
    this.desk ??= this.start().catch((error: unknown) => {
      this.desk = null;
      throw error;
    });
    return this.desk;
  };

  /** False where another came in its place, or none. */
  async isAtWork(desk: Desk): Promise<boolean> {
    return (await this.desk) === desk;
  }

  end(): void {
    void this.desk?.then((desk) => desk.end(), () => undefined);
    this.desk = null;
  }
}
