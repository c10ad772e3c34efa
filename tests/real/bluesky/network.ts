import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const Addresses = z.object({
  pdsUrl: z.string(),
  plcUrl: z.string(),
  appviewUrl: z.string().nullable(),
  streamUrl: z.string().nullable(),
});
const Account = z.object({
  did: z.string(),
  handle: z.string(),
  password: z.string(),
  appPassword: z.string(),
});
const Answer = z.object({ id: z.number(), value: z.unknown(), error: z.string().optional() });

export type BlueskyAccount = z.infer<typeof Account>;

/** The directory and one PDS. */
export interface BlueskyServer {
  pdsUrl: string;
  plcUrl: string;
  /** `handle` of letters and digits, without the domain; it becomes `<handle>.test`. */
  createAccount(handle: string): Promise<BlueskyAccount>;
  /** Makes its app password invalid, as its owner would in the settings. */
  revokeAppPassword(did: string): Promise<void>;
  close(): Promise<void>;
}

/** A whole network: what one writes, others can read. */
export interface BlueskyNetwork extends BlueskyServer {
  appviewUrl: string;
  /** Jetstream's JSON, made of this network's commits; ws on this machine. */
  streamUrl: string;
  /** Waits until everybody can read what was written so far. */
  processAll(): Promise<void>;
}

/** Starts a real network on free ports of this machine; takes some seconds. */
export async function startBlueskyNetwork(): Promise<BlueskyNetwork> {
  const { addresses, call, server } = await start('all');
  return {
    ...server,
    appviewUrl: addresses.appviewUrl ?? '',
    streamUrl: addresses.streamUrl ?? '',
    processAll: async () => {
      await call('processAll', {});
    },
  };
}

/** Starts a PDS without anything that could read across it. */
export async function startBlueskyPds(): Promise<BlueskyServer> {
  return (await start('pds')).server;
}

type Call = (name: string, input: Record<string, unknown>) => Promise<unknown>;

async function start(
  kind: 'all' | 'pds',
): Promise<{ addresses: z.infer<typeof Addresses>; call: Call; server: BlueskyServer }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'servers', 'bluesky.mjs'), kind], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Not the environment of a test runner, which would change how Node resolves modules.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_ENABLED: 'false' },
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-4000);
  });
  const gone = new Promise<never>((_, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`the Bluesky network ended (${String(code)}): ${complaints}`)),
    );
  });
  // Its end is news only to whoever waits for an answer.
  gone.catch(() => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<unknown> => {
    const line = await Promise.race([lines.next(), gone]);
    if (line.done === true) return gone;
    return JSON.parse(line.value);
  };
  const addresses = Addresses.parse(await read());
  let last = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const call: Call = (name, input) => {
    const mine = turn.then(async () => {
      last += 1;
      child.stdin.write(`${JSON.stringify({ ...input, id: last, call: name })}\n`);
      const { error, value } = Answer.parse(await read());
      if (error !== undefined) throw new Error(error);
      return value;
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
  const server: BlueskyServer = {
    pdsUrl: addresses.pdsUrl,
    plcUrl: addresses.plcUrl,
    createAccount: async (handle) => Account.parse(await call('createAccount', { handle })),
    revokeAppPassword: async (did) => {
      await call('revokeAppPassword', { did });
    },
    close: async () => {
      await call('close', {});
      child.stdin.end();
      await gone.catch(() => undefined);
    },
  };
  return { addresses, call, server };
}
