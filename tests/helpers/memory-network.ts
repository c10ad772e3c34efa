import { z } from 'zod';
import type { OutgoingImage, PublishingLimits } from '#shared/model/publishing.ts';
import {
  abortError,
  ConnectorError,
  defineConnector,
  type AccountContext,
  type Connector,
  type Sent,
} from '#engine/connectors/kit/index.ts';

/** What happens to the next thing that is sent. */
export type Fate =
  | 'ok'
  | 'offline' // never left this machine
  | 'lost' // left, did not arrive, nobody knows
  | 'answer-lost' // arrived, the answer did not come back
  | 'rate-limited'
  | 'reauth'
  | 'refused'
  | 'hangs'; // until it is stopped; nothing arrived

interface MemoryPost {
  ident: string;
  key: string;
  text: string;
  images: readonly OutgoingImage[];
  /** Until when the network holds it; null = it is out. */
  heldUntil: number | null;
}

interface Asked {
  key: string;
  text: string;
  holdUntil?: number | null;
  images?: readonly OutgoingImage[];
}

/** A network in memory that keeps what it is sent, forgets no key and answers as it is told. */
export class MemoryNetwork {
  readonly posts: MemoryPost[] = [];
  readonly fates: Fate[] = [];
  /** What posts were changed to, as it arrived. */
  readonly edits: string[] = [];
  readonly sendingSince: number[] = [];
  /** From when on each look was to find something. */
  readonly lookedSince: number[] = [];
  /** What this very server takes; null = as the manifest says. */
  publishing: PublishingLimits | null = null;
  /** What is sent waits for this. */
  gate: Promise<void> = Promise.resolve();
  /** Whether the same key twice is one post, as some networks promise. */
  honoursKeys = false;
  /** Tokens in the order they were given out, used, and given back. */
  readonly given: string[] = [];
  readonly used: string[] = [];
  readonly signedOut: string[] = [];
  /** Thrown by every check and signing out, while it is there. */
  refusal: ConnectorError | null = null;
  /** Looks can be made to fail. */
  looksFail = 0;
  readonly connector: Connector;

  constructor() {
    const send = (context: AccountContext, asked: Asked): Promise<Sent> => this.#take(context, asked);
    const find = (
      _context: AccountContext,
      { key, since, what }: { key: string; since: number; what: Pick<Asked, 'text' | 'holdUntil'> },
    ): Promise<Sent | null> => {
      this.lookedSince.push(since);
      if (this.looksFail > 0) {
        this.looksFail -= 1;
        return Promise.reject(new ConnectorError('transient', 'http-502', 'The network is ill.'));
      }
      // Held posts stand in a list of their own, which is read only when one was to be held.
      const found = this.posts.find(
        (post) => post.key === key && (post.heldUntil === null || what.holdUntil != null),
      );
      return Promise.resolve(found === undefined ? null : this.#sent(found.ident, found.heldUntil !== null));
    };
    this.connector = defineConnector(
      {
        id: 'memory',
        name: 'Memory',
        about: 'In memory.',
        auth: 'app-password',
        hosts: [],
        limits: { minIntervalMinutes: 1, requestGapMs: 0, itemsPerSearch: null },
        capabilities: ['account', 'publish', 'reply', 'like', 'edit'],
        settings: z.object({}),
        signIn: z.looseObject({ name: z.string() }),
        account: z.looseObject({}),
        fields: [],
        publishing: {
          text: { counter: 'graphemes', max: 300, maxBytes: null, linkLength: 23 },
          title: 'none',
          images: { max: 4, maxBytes: 1_000_000, types: ['image/jpeg', 'image/png'], altMax: 1000 },
          threads: true,
          replyMax: null,
          holds: { minMinutes: 5, maxDays: 30 },
        },
        describe: () => ({ name: 'Memory', detail: '' }),
      },
      {
        account: {
          signIn: ({ typed }) => {
            const token = `secret-token-${this.given.length + 1}`;
            this.given.push(token);
            return Promise.resolve({ ...this.#facts(typed.name), settings: {}, secrets: { token } });
          },
          check: ({ ident }) =>
            this.refusal === null ? Promise.resolve(this.#facts(ident)) : Promise.reject(this.refusal),
          signOut: async ({ secrets }) => {
            await this.gate;
            if (this.refusal !== null) throw this.refusal;
            this.signedOut.push(secrets.get('token') ?? '');
          },
        },
        publish: { send, find, withdraw: (_context, { ident }) => this.#withdraw(ident) },
        reply: { send, find },
        edit: (context, { ident, post }) => this.#meet(context, () => this.#edit(ident, post)),
        like: (context, { ident }) =>
          this.#take(context, { key: `like ${ident}`, text: '' }).then(() => undefined),
      },
    );
  }

  #facts(name: string) {
    const { publishing } = this;
    return { ident: name, handle: `@${name}`, name, url: '', followers: null, publishing };
  }

  #sent(ident: string, held: boolean): Sent {
    return { ident, url: `https://memory.example/${ident}`, held };
  }

  /** What is held no more went out, or was taken back before. */
  #withdraw(ident: string): Promise<void> {
    const at = this.posts.findIndex((post) => post.ident === ident && post.heldUntil !== null);
    if (at === -1) return Promise.reject(new ConnectorError('gone', 'not-held', 'This is held no more.'));
    this.posts.splice(at, 1);
    if (this.fates.shift() === 'answer-lost') {
      return Promise.reject(new ConnectorError('transient', 'too-slow', 'Too slow.'));
    }
    return Promise.resolve();
  }

  /** What stands there is set, however often it is asked for. */
  #edit(ident: string, { text, images }: Pick<Asked, 'text' | 'images'>): Sent {
    const post = this.posts.find((one) => one.ident === ident && one.heldUntil === null);
    if (post === undefined) throw new ConnectorError('gone', 'post-gone', 'This post is gone.');
    Object.assign(post, { text, images });
    this.edits.push(text);
    return this.#sent(ident, false);
  }

  #take(
    context: AccountContext,
    { key, text, holdUntil: heldUntil = null, images = [] }: Asked,
  ): Promise<Sent> {
    return this.#meet(context, () => {
      const known = this.honoursKeys ? this.posts.find((post) => post.key === key) : undefined;
      const ident = known?.ident ?? `post-${this.posts.length + 1}`;
      if (known === undefined) this.posts.push({ ident, key, text, images, heldUntil });
      return this.#sent(ident, heldUntil !== null);
    });
  }

  /** Lets what is sent meet its fate. */
  async #meet(context: AccountContext, arrive: () => Sent): Promise<Sent> {
    this.sendingSince.push(context.now());
    this.used.push(context.secrets.get('token') ?? '');
    await this.gate;
    const fate = this.fates.shift() ?? 'ok';
    switch (fate) {
      case 'offline':
        throw new ConnectorError('transient', 'offline', 'Offline.', { effect: 'no' });
      case 'lost':
        throw new ConnectorError('transient', 'connection-lost', 'The connection broke.');
      case 'rate-limited':
        throw new ConnectorError('rate-limited', 'http-429', 'Wait.', { until: context.now() + 120_000 });
      case 'reauth':
        throw new ConnectorError('reauth', 'http-401', 'Sign in again.');
      case 'refused':
        throw new ConnectorError('refused', 'http-403', 'No.');
      case 'hangs':
        return new Promise((_resolve, reject) => {
          context.signal.addEventListener('abort', () => reject(abortError()), { once: true });
        });
      case 'ok':
        return arrive();
      case 'answer-lost':
        arrive();
        throw new ConnectorError('transient', 'too-slow', 'Too slow.');
    }
  }
}
