import { z } from 'zod';
import {
  type ConnectorError,
  defineConnector,
  type Connector,
  type InboxBatch,
  type ReplyRequest,
  type ThreadEntry,
} from '#engine/connectors/kit/index.ts';
import { connectors } from '#engine/connectors/index.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Conversation, ConversationShelf } from '#shared/contract/inbox.ts';
import type { ReadReport } from '#engine/inbox/reader.ts';
import { judgeInput } from '#engine/collect/judge.ts';
import { ingest } from '#engine/collect/ingest.ts';
import { loadBrandMatchers } from '#engine/collect/matchers.ts';
import type { RawItem } from '#shared/model/item.ts';
import { item, judgeByWord, testWorkspace, type TestWorkspace } from './engine.ts';

const GUEST = { ident: 'ana', name: 'Ana Pop', url: 'https://net.example/ana', followers: 40 };

/** An entry of a thread with everything filled in: a guest's comment. */
export const entry = (part: Partial<ThreadEntry> & { ident: string }): ThreadEntry => ({
  parent: null,
  kind: 'comment',
  text: `Text of ${part.ident}`,
  author: part.own === true ? { ident: 'me', name: 'Seaview', url: null, followers: null } : GUEST,
  own: false,
  at: Date.UTC(2026, 10, 23, 9),
  url: `https://net.example/${encodeURIComponent(part.ident)}`,
  attachments: [],
  liked: false,
  hidden: false,
  gone: false,
  rating: null,
  private: false,
  ...part,
});

/** A network whose inbox says what a test wrote into it, one step after another, and which keeps what it is sent. */
export class ScriptedNetwork {
  /** What the following looks bring; a step may also throw, or run something. The cursor is the number of the next step. */
  readonly steps: (InboxBatch['threads'] | (() => InboxBatch['threads']))[] = [];
  readonly sent: ReplyRequest[] = [];
  readonly switched: { kind: string; ident: string; on: boolean }[] = [];
  /** Thrown by the next calls that send. */
  refusal: ConnectorError | null = null;
  looks = 0;
  /** How many looks are under way at most at the same time. */
  busiest = 0;
  #busy = 0;
  #hint: (() => void) | null = null;
  #breakLine: (() => void) | null = null;
  lines = 0;

  /** Says that something is new. */
  hint(): void {
    this.#hint?.();
  }

  /** Ends the line over which hints come. */
  breakLine(): void {
    this.#breakLine?.();
  }

  readonly connector: Connector = defineConnector(
    {
      id: 'scripted',
      name: 'Scripted',
      about: 'Brings what a test says.',
      auth: 'app-password',
      hosts: [],
      limits: { minIntervalMinutes: 5, requestGapMs: 0, itemsPerSearch: null },
      capabilities: ['account', 'inbox', 'hints', 'reply', 'like', 'hide', 'remove'],
      fields: [],
      settings: z.object({}),
      account: z.object({}),
      describe: () => ({ name: 'Scripted', detail: '' }),
      publishing: {
        text: { counter: 'graphemes', max: 300, maxBytes: null, linkLength: 23 },
        title: 'none',
        images: { max: 0, maxBytes: 1, types: [], altMax: 0 },
        threads: false,
        replyMax: 20,
        holds: null,
      },
    },
    {
      account: {
        signIn: () => Promise.reject(new Error('not in this test')),
        check: () => Promise.reject(new Error('not in this test')),
      },
      inbox: (_context, cursor) => this.#inbox(typeof cursor === 'number' ? cursor : 0),
      hints: ({ signal }) => this.#hints(signal),
      reply: {
        send: (_context, request) => {
          if (this.refusal) return Promise.reject(this.refusal);
          this.sent.push(request);
          const ident = `sent-${this.sent.length}`;
          return Promise.resolve({ ident, url: `https://net.example/${ident}`, held: false });
        },
        find: () => Promise.resolve(null),
      },
      like: (_context, request) => this.#switch('like', request),
      hide: (_context, request) => this.#switch('hide', request),
      remove: (_context, request) => this.#switch('delete', { ...request, on: true }),
    },
  );

  #switch(kind: string, request: { ident: string; on: boolean }): Promise<void> {
    if (this.refusal) return Promise.reject(this.refusal);
    this.switched.push({ kind, ...request });
    return Promise.resolve();
  }

  async *#inbox(from: number): AsyncGenerator<InboxBatch> {
    this.looks += 1;
    this.#busy += 1;
    this.busiest = Math.max(this.busiest, this.#busy);
    try {
      for (let at = from; at < this.steps.length; at += 1) {
        await Promise.resolve();
        const step = this.steps[at] ?? [];
        yield { threads: typeof step === 'function' ? step() : step, cursor: at + 1, notes: {} };
      }
    } finally {
      this.#busy -= 1;
    }
  }

  async *#hints(signal: AbortSignal): AsyncGenerator<void> {
    this.lines += 1;
    const waiting: ('hint' | 'end')[] = [];
    let wake: () => void = () => undefined;
    const say = (what: 'hint' | 'end'): void => {
      waiting.push(what);
      wake();
    };
    this.#hint = () => say('hint');
    this.#breakLine = () => say('end');
    signal.addEventListener('abort', () => say('end'), { once: true });
    for (;;) {
      const next = waiting.shift();
      if (next === 'end') return;
      if (next === 'hint') yield;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
}

/** Connects an account of the network, signed in. @returns its id */
export function connectAccount({ engine, clock }: TestWorkspace, brandId: string, serial = 1): string {
  const id = `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
  const { write } = engine.workspace;
  write.run(
    `INSERT INTO account(id, brand_id, connector, ident, handle, name, url, settings, created_at)
     VALUES(?, ?, 'scripted', ?, ?, 'Seaview', 'https://net.example/me', '{}', ?)`,
    [id, brandId, `me-${serial}`, `@seaview${serial}`, clock.now()],
  );
  const sealed = `sealed:${Buffer.from(JSON.stringify({ password: 'x' })).toString('base64')}`;
  write.run('INSERT INTO account_secret(account_id, sealed) VALUES(?, ?)', [id, sealed]);
  return id;
}

/** A workspace with one brand and one account of a scripted network, and the short ways a test of the inbox goes. */
export class InboxDesk {
  readonly network = new ScriptedNetwork();
  readonly workspace = testWorkspace({
    ports: { connectors: new Map([...connectors, [this.network.connector.id, this.network.connector]]) },
  });
  brandId = '';
  accountId = '';

  static async open(): Promise<InboxDesk> {
    const desk = new InboxDesk();
    desk.brandId = await desk.workspace.brand('Miramar', 'miramar');
    desk.accountId = connectAccount(desk.workspace, desk.brandId);
    return desk;
  }

  /** What the next look brings of the thread under the own post `post`. */
  arrive(...entries: ThreadEntry[]): void {
    this.network.steps.push([{ ident: 'post', entries }]);
  }

  /** Stores a post as if a search on the scripted network had found it; there must be a source. */
  hear(part: Partial<RawItem>): void {
    const { engine, clock } = this.workspace;
    const raw = item({ kind: 'social', ...part });
    const sources = [{ key: 1, connector: 'scripted', name: 'Search' }] as const;
    const entries = [{ raw, sources, fetchedAt: clock.now(), judged: judgeByWord(judgeInput(raw)) }];
    const options = { hooks: engine.services.hooks, now: clock.now() };
    ingest(engine.workspace, loadBrandMatchers(engine.workspace.read), [{ entries }], options);
  }

  read(): Promise<ReadReport> {
    return this.workspace.engine.inbox.read(this.accountId);
  }

  async shelf(state: ConversationShelf = 'open'): Promise<Conversation[]> {
    return (await this.workspace.ask('conversations.list', { state })).conversations;
  }

  /** The one conversation of a shelf. */
  async only(state: ConversationShelf = 'open'): Promise<Conversation> {
    const [conversation, ...more] = await this.shelf(state);
    if (conversation !== undefined && more.length === 0) return conversation;
    throw new Error(`not one conversation is ${state}`);
  }

  async thread(state: ConversationShelf = 'open'): Promise<Output<'conversations.get'>> {
    return this.workspace.ask('conversations.get', { conversationId: (await this.only(state)).id });
  }

  /** Lets promises that are ready go on, until nothing is under way. */
  async turns(): Promise<void> {
    for (let at = 0; at < 20; at += 1) await new Promise((resolve) => setImmediate(resolve));
    await this.workspace.engine.inbox.settle();
    await this.workspace.engine.outbox.settle();
  }

  /** Starts the engine, with the first look. */
  async start(): Promise<void> {
    this.workspace.engine.start();
    this.workspace.clock.move(3000);
    await this.turns();
  }
}
