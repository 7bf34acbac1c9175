// Who wants to hear of something.

export interface Listeners<T> {
  /** The answer stops listening. */
  readonly add: (listener: (told: T) => void) => () => void;
  readonly tell: (told: T) => void;
}

export function listeners<T>(): Listeners<T> {
  const all = new Set<(told: T) => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell(told) {
      for (const listener of all) listener(told);
    },
  };
}
