/// <reference types="custom-functions-runtime" />
// Gives every described function to Excel's runtime, and turns refusals into cell errors.
import type { Outcome } from './arguments';
import { FUNCTIONS } from './description';

/** The global CustomFunctions as far as it is used; its errors came with its second version. */
export type FunctionsRuntime = Pick<typeof CustomFunctions, 'associate'> & Partial<Pick<typeof CustomFunctions, 'Error' | 'ErrorCode'>>;

export function registerFunctions(runtime: FunctionsRuntime): void {
  for (const { id, compute } of FUNCTIONS) {
    runtime.associate(id, (...given: readonly unknown[]): number | string => {
      const outcome = compute(given);
      if (outcome.kind === 'value') return outcome.value;
      throw cellError(runtime, outcome) as Error;
    });
  }
}

/** Excel shows the sentence beside #VALUE! and #N/A, and none beside #DIV/0!. Without error classes any error becomes #VALUE!. */
function cellError({ Error: CellError, ErrorCode }: FunctionsRuntime, { code, message }: Outcome & { readonly kind: 'error' }): object {
  return CellError && ErrorCode ? new CellError(ErrorCode[code], message) : new Error(message);
}
