import { z } from 'zod';
import { contract, requestNames } from '#shared/contract/index.ts';
import { EarshotError } from '#shared/model/result.ts';
import { withEngine } from './engine.ts';
import type { Printer } from './output.ts';

export function listRequests(printer: Printer): Promise<boolean> {
  const requests = requestNames.map((name) => {
    const { kind, host, summary, input, output } = contract[name];
    return {
      name,
      kind,
      host,
      summary,
      input: z.toJSONSchema(input, { io: 'input' }),
      output: z.toJSONSchema(output),
    };
  });
  const width = Math.max(...requestNames.map((name) => name.length));
  return Promise.resolve(
    printer.value(
      { requests },
      requests.map(({ name, kind, host, summary }) => {
        const only = host === 'shell' ? ' (only in the window)' : '';
        return `${name.padEnd(width)}  ${kind.padEnd(7)}  ${summary}${only}`;
      }),
    ),
  );
}

/** Sends one request; prints the envelope; waits for a job it started. */
export async function callRequest(
  printer: Printer,
  folder: string,
  name: string | undefined,
  text: string | undefined,
): Promise<boolean> {
  if (name === undefined) {
    throw new EarshotError('invalid', 'Say which request to send, or use --list to see them all.');
  }
  const input = parseInput(text ?? '{}');
  return withEngine(folder, async (engine) => {
    const result = await engine.dispatch(name, input);
    await engine.settle();
    return printer.result(result, [JSON.stringify(result, null, 2)]);
  });
}

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EarshotError(
      'invalid',
      `The input is not JSON: ${why}. Put it in single quotes: '{"limit": 10}'.`,
    );
  }
}
