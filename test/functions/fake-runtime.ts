// Excel's side of custom functions, as its documentation tells it: functions are found by the ids of the metadata, optional arguments left out are null, and the invocation comes last.
import { metadataFor, type FunctionsMetadata } from '../../src/functions/metadata';
import { registerFunctions, type FunctionsRuntime } from '../../src/functions/register';

export type CellResult = { readonly value: number | string } | { readonly error: string; readonly message: string | undefined };

/** What a cell may hold that a formula refers to; undefined for an argument left out. */
export type Given = string | number | boolean | null | undefined | readonly (readonly (string | number | null)[])[];

class CellError extends Error {
  constructor(readonly code: string, message?: string) {
    super(message);
  }
}

const CODES = { invalidValue: '#VALUE!', notAvailable: '#N/A', divisionByZero: '#DIV/0!' };

export class FakeExcel {
  readonly functions = new Map<string, (...given: readonly unknown[]) => unknown>();
  readonly #metadata: FunctionsMetadata;
  readonly #leftOut: null | undefined;

  /** `leftOut`: what an optional argument is that the formula leaves out. */
  constructor({ metadata = metadataFor('zh-CN'), errors = true, leftOut = null }: { readonly metadata?: FunctionsMetadata; readonly errors?: boolean; readonly leftOut?: null | undefined } = {}) {
    this.#metadata = metadata;
    this.#leftOut = leftOut;
    const associate = (id: string, run: (...given: readonly unknown[]) => unknown): void => { this.functions.set(id, run); };
    registerFunctions({ associate, ...(errors ? { Error: CellError, ErrorCode: CODES } : {}) } as unknown as FunctionsRuntime);
  }

  /** What =绩效.name(…) shows. Throws what Excel would not accept as a formula. */
  call(name: string, ...given: readonly Given[]): CellResult {
    const described = this.#metadata.functions.find((one) => one.name === name);
    const run = described && this.functions.get(described.id);
    if (!described || !run) throw new Error(`#NAME? ${name}`);
    const { parameters, result } = described;
    if (given.length > parameters.length || parameters.slice(given.length).some((one) => one.optional !== true)) throw new Error(`${name} does not take ${given.length} arguments`);
    const values = parameters.map((_, index) => (given[index] === undefined ? this.#leftOut : given[index]));
    try {
      const value = run(...values, { functionName: described.id });
      if (typeof value !== result.type) throw new TypeError(`${name} gave a ${typeof value}`);
      return { value: value as number | string };
    } catch (error) {
      if (error instanceof TypeError) throw error;
      return error instanceof CellError ? { error: error.code, message: error.message } : { error: '#VALUE!', message: (error as Error).message };
    }
  }
}
