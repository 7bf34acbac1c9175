/** @jest-environment ./test/excel-host/environment.js */
// The functions in Office's own runtime file, unmodified: they are known to it by their ids, and what they throw is an error of its kind.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUNCTIONS } from '../../src/functions/description';

const RUNTIME = join(process.cwd(), 'node_modules/@microsoft/office-js/dist/custom-functions-runtime.js');

interface Loaded {
  readonly CustomFunctions: { readonly _association: { readonly mappings: Readonly<Record<string, (...given: readonly unknown[]) => unknown>> }; readonly Error: new () => Error };
}

describe("Office's runtime of custom functions", () => {
  let mappings: Loaded['CustomFunctions']['_association']['mappings'];

  beforeAll(async () => {
    // The file looks for the element that loads it.
    const tag = document.createElement('script');
    tag.type = 'text/plain';
    tag.src = 'https://localhost/custom-functions-runtime.js';
    document.head.append(tag);
    // Indirect, so that the file runs in the scope of the window as a script tag would run it.
    const evaluate = globalThis.eval;
    evaluate(readFileSync(RUNTIME, 'utf8'));
    await import('../../src/functions');
    ({ mappings } = (globalThis as unknown as Loaded).CustomFunctions._association);
  });

  const errorOf = (id: string, ...given: readonly unknown[]): unknown => {
    try {
      return mappings[id]?.(...given);
    } catch (error) {
      expect(error).toBeInstanceOf((globalThis as unknown as Loaded).CustomFunctions.Error);
      return JSON.parse(JSON.stringify(error));
    }
  };

  it('knows every function by its id', () => {
    expect(Object.keys(mappings)).toEqual(FUNCTIONS.map(({ id }) => id));
  });

  it('gets values, the invocation coming after the arguments', () => {
    const invocation = { functionName: 'INDICATORSCORE', address: 'Sheet1!A1' };
    expect([mappings['EXECUTIONRATE']?.(1, 2, invocation), mappings['INDICATORSCORE']?.('≥2', 1, 10, null, null, invocation), mappings['INDICATORSCORE']?.('≥2', 1, 10, invocation), mappings['GRADE']?.(90, null, invocation)]).toEqual([0.5, 5, 5, '优']);
  });

  it('gets cell errors with their sentences, and none with #DIV/0!, where Excel shows none', () => {
    expect(errorOf('GRADE', 'abc')).toMatchObject({ errorType: 'Value', basicValue: '#VALUE!', message: '“总分”应是一个数，填的是“abc”。' });
    expect(errorOf('GRADE', null)).toMatchObject({ errorType: 'NotAvailable', basicValue: '#N/A', message: '“总分”没有填，无法计算。' });
    expect(errorOf('EXECUTIONRATE', 1, 0)).toMatchObject({ errorType: 'Div0', basicValue: '#DIV/0!' });
    expect(errorOf('EXECUTIONRATE', 1, 0)).not.toHaveProperty('message');
  });
});
