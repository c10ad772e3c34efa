import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, requestNames } from '#shared/contract/index.ts';
import { Failure } from '#shared/model/result.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

const engineRequests = requestNames.filter((name) => contract[name].host === 'engine');

describe('every request of the contract', () => {
  let workspace: TestWorkspace;
  beforeAll(() => {
    workspace = testWorkspace();
  });
  afterAll(() => workspace.close());

  it.each(engineRequests)(
    '%s refuses malformed input with a clear `invalid` and nothing else',
    async (name) => {
      const wrong = [
        undefined,
        null,
        7,
        'text',
        [],
        { surprise: true },
        { after: 'x', limit: -1, brandId: 5 },
      ];
      for (const input of wrong) {
        if (contract[name].input.safeParse(input).success) continue;
        const result = await workspace.engine.dispatch(name, input);
        expect(result.ok).toBe(false);
        if (result.ok) continue;
        expect(() => Failure.parse(result.error)).not.toThrow();
        expect(result.error.code).toBe('invalid');
        expect(result.error.message.length).toBeGreaterThan(10);
      }
    },
  );

  it('answers any name and any JSON with a result, never a throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'app.state', '')),
        fc.jsonValue(),
        async (name, input) => {
          const result = await workspace.engine.dispatch(name, input);
          expect(result.ok).toBe(false);
          if (!result.ok) expect(result.error.code).toBe('invalid');
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each(engineRequests)('%s refuses random objects without an internal error', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (input) => {
        fc.pre(!contract[name].input.safeParse(input).success);
        const result = await workspace.engine.dispatch(name, input);
        expect(result.ok ? 'ok' : result.error.code).toBe('invalid');
      }),
      { numRuns: 15 },
    );
  });
});
