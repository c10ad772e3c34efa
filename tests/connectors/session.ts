import type {
  AccountContext,
  Connector,
  Cursor,
  HttpPort,
  InboxBatch,
  SecretSlot,
  SignedIn,
  ThreadEntry,
} from '#engine/connectors/kit/index.ts';
import { ConnectorError } from '#engine/connectors/kit/index.ts';
import { createHttp } from '#engine/node/http.ts';
import { createSockets } from '#engine/node/sockets.ts';
import type { NetworkContext, SignInContext } from '#engine/connectors/kit/index.ts';
import type { Bench, BenchOptions } from './bench.ts';

/** Every host that was asked, and the port that wrote it down. */
export interface Recorder extends HttpPort {
  hosts: Set<string>;
}

function record(http: HttpPort): Recorder {
  const hosts = new Set<string>();
  return {
    hosts,
    request(request) {
      hosts.add(new URL(request.url).hostname);
      return http.request(request);
    },
  };
}

const nobody: SignInContext['consent'] = () => Promise.reject(new Error('this bench has no page to go to'));

/** A connector at a bench: makes contexts, signs in, reads the inbox. */
export class Session {
  readonly connector: Connector;
  readonly bench: Bench;
  readonly http: Recorder;
  /** Milliseconds that this machine's clock is wrong. */
  clockOffMs = 0;
  #signedIn: { facts: SignedIn; secrets: SecretSlot } | null = null;
  readonly #ports: { close(): Promise<void> }[];
  readonly #sockets;

  constructor(connector: Connector, bench: Bench) {
    const http = createHttp({ version: 'test' });
    this.#sockets = createSockets({ version: 'test' });
    this.#ports = [http, this.#sockets];
    this.connector = connector;
    this.bench = bench;
    this.http = record(bench.http ?? http);
  }

  now(): number {
    return (this.bench.now?.() ?? Date.now()) + this.clockOffMs;
  }

  network(parts: Partial<NetworkContext> = {}): NetworkContext {
    return {
      http: this.http,
      sockets: this.#sockets,
      signal: new AbortController().signal,
      now: () => this.now(),
      random: () => 0.5,
      allowLocalNetwork: true,
      log: () => undefined,
      spend: () => undefined,
      ...(this.bench.baseUrl === undefined ? {} : { baseUrl: this.bench.baseUrl }),
      ...parts,
    };
  }

  signIn(wrong?: Bench['wrong'], parts: Partial<NetworkContext> = {}): Promise<SignedIn> {
    const { typed, consent = nobody } = wrong ?? this.bench;
    return needed(this.connector.account, 'account').signIn({ ...this.network(parts), typed, consent });
  }

  /** The account, signed in at its first use. */
  async account(parts: Partial<NetworkContext> = {}): Promise<AccountContext> {
    this.#signedIn ??= await this.#open();
    const { facts, secrets } = this.#signedIn;
    return { ...this.network(parts), account: facts.settings, ident: facts.ident, secrets };
  }

  async #open(): Promise<{ facts: SignedIn; secrets: SecretSlot }> {
    const facts = await this.signIn();
    return { facts, secrets: slotOf(facts.secrets) };
  }

  /** Reads the inbox to its end. What was yielded before a failure is kept, with the cursor up to there. */
  async read(cursor: Cursor, parts: Partial<NetworkContext> = {}): Promise<Reading> {
    const reading: Reading = { entries: [], cursor, batches: 0, error: null };
    try {
      const context = await this.account(parts);
      for await (const batch of needed(this.connector.inbox, 'inbox')(context, cursor)) {
        take(reading, batch);
        if (reading.batches > 500) throw new Error('the inbox never ends');
      }
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      reading.error = error;
    }
    return reading;
  }

  async close(): Promise<void> {
    await Promise.all(this.#ports.map((port) => port.close()));
    await this.bench.close();
  }
}

/** What a run of the inbox gave. */
export interface Reading {
  entries: ThreadEntry[];
  /** Valid once the entries are stored. */
  cursor: Cursor;
  batches: number;
  error: ConnectorError | null;
}

function take(reading: Reading, batch: InboxBatch): void {
  reading.entries.push(...batch.threads.flatMap(({ entries }) => entries));
  reading.cursor = batch.cursor;
  reading.batches += 1;
}

/** Secrets in memory, with the rule that an empty value never takes the place of one that is there. */
export function slotOf(secrets: Readonly<Record<string, string>>): SecretSlot {
  const kept = new Map(Object.entries(secrets));
  return {
    get: (name) => kept.get(name),
    put: (values) => {
      for (const [name, value] of Object.entries(values)) if (value !== '') kept.set(name, value);
      return Promise.resolve();
    },
  };
}

/** @throws Error when a bench or a connector lacks what a check needs and the bench did not say so in `cannot` */
export function needed<What>(what: What | undefined, name: string): What {
  if (what === undefined) throw new Error(`this bench offers no ${name}: name the check in “cannot”`);
  return what;
}

/** Asks again until the answer is one that is waited for; gives the last answer when time is over. */
export async function settled<Value>(
  read: () => Promise<Value>,
  isThere: (value: Value) => boolean,
  { settleMs = 10_000 }: BenchOptions,
): Promise<Value> {
  const end = performance.now() + settleMs;
  for (;;) {
    const value = await read();
    if (isThere(value) || performance.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Runs what is expected to fail. @throws Error when it works, or fails with something else than a ConnectorError */
export async function failure(work: Promise<unknown>): Promise<ConnectorError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ConnectorError) return error;
  throw new Error('this should have failed with a ConnectorError', { cause: error });
}

let serial = 0;
/** A word nobody else wrote, to find a text by. */
export const freshWord = (): string => {
  serial += 1;
  return `earshot${Date.now().toString(36)}x${serial}`;
};

/** Emoji with joiners and skin tones, Arabic and Hebrew, Romanian: what has to arrive as it was typed. */
export const trickyText = (word: string): string => `${word} Mulțumim! 👩‍👩‍👧 👍🏽 🇷🇴 شكرا جزيلا תודה רבה — “ciao”`;
