import { z } from 'zod';
import type { OutgoingPost, PublishingLimits } from '#shared/model/publishing.ts';
import { ConnectorError, defineConnector, type Connector } from '#engine/connectors/kit/index.ts';
import type { TestWorkspace } from './engine.ts';

const LIMITS: PublishingLimits = {
  text: { counter: 'graphemes', max: 60, maxBytes: null, linkLength: 23 },
  title: 'none',
  images: { max: 2, maxBytes: 20_000, types: ['image/jpeg', 'image/png'], altMax: 100 },
  threads: true,
  replyMax: null,
  holds: { minMinutes: 5, maxDays: 300 },
};

/** A network that keeps what is published on it. */
export class PublishingNetwork {
  readonly sent: (OutgoingPost & { key: string })[] = [];
  /** What it holds for later, by its ident, and everything it was asked to let go of. */
  readonly held = new Map<string, OutgoingPost & { key: string }>();
  readonly withdrawn: string[] = [];
  /** Thrown by every call that sends, while it is there. */
  refusal: ConnectorError | null = null;
  /** Thrown by calls that take something back, or only this one, while it is there: after it was done where `lost`. */
  stubborn: { error: ConnectorError; lost: boolean; ident?: string } | null = null;

  readonly connector: Connector = defineConnector(
    {
      id: 'press',
      name: 'Press',
      about: 'Takes what a test publishes.',
      auth: 'app-password',
      hosts: [],
      limits: { minIntervalMinutes: 5, requestGapMs: 0, itemsPerSearch: null },
      capabilities: ['account', 'publish'],
      fields: [],
      settings: z.object({}),
      account: z.object({}),
      describe: () => ({ name: 'Press', detail: '' }),
      publishing: LIMITS,
    },
    {
      account: {
        signIn: () => Promise.reject(new Error('not in this test')),
        check: () => Promise.reject(new Error('not in this test')),
      },
      publish: {
        send: (_context, post) => {
          if (this.refusal) return Promise.reject(this.refusal);
          this.sent.push(post);
          const ident = `post-${this.sent.length}`;
          if (post.holdUntil !== null) this.held.set(ident, post);
          return Promise.resolve({
            ident,
            url: `https://press.example/${ident}`,
            held: post.holdUntil !== null,
          });
        },
        find: (_context, { key }) => {
          const at = this.sent.findIndex((post) => post.key === key);
          const ident = `post-${at + 1}`;
          if (at === -1 || this.withdrawn.includes(ident)) return Promise.resolve(null);
          return Promise.resolve({
            ident,
            url: `https://press.example/${ident}`,
            held: this.held.has(ident),
          });
        },
        withdraw: (_context, { ident }) => {
          const stubborn = (this.stubborn?.ident ?? ident) === ident ? this.stubborn : null;
          if (stubborn !== null && !stubborn.lost) return Promise.reject(stubborn.error);
          if (!this.held.delete(ident))
            return Promise.reject(new ConnectorError('gone', 'not-held', 'This is not held any more.'));
          this.withdrawn.push(ident);
          return stubborn === null ? Promise.resolve() : Promise.reject(stubborn.error);
        },
      },
    },
  );

  /** Connects an account, signed in. @returns its id */
  connect({ engine, clock }: TestWorkspace, brandId: string, serial = 1): string {
    const id = `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
    const { write } = engine.workspace;
    write.run(
      `INSERT INTO account(id, brand_id, connector, ident, handle, name, url, settings, created_at)
       VALUES(?, ?, 'press', ?, ?, 'Seaview', 'https://press.example/me', '{}', ?)`,
      [id, brandId, `me-${serial}`, `@seaview${serial}`, clock.now()],
    );
    const sealed = `sealed:${Buffer.from(JSON.stringify({ password: 'x' })).toString('base64')}`;
    write.run('INSERT INTO account_secret(account_id, sealed) VALUES(?, ?)', [id, sealed]);
    return id;
  }
}
