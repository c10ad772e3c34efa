import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input, Output, RequestName } from '#shared/contract/index.ts';
import type { RawItem } from '#shared/model/item.ts';
import { noEngagement } from '#shared/model/item.ts';
import { createEngine, type Engine } from '#engine/index.ts';
import { ingest, type IngestResult } from '#engine/collect/ingest.ts';
import { signature } from '#engine/understand/duplicates.ts';
import { loadBrandMatchers } from '#engine/collect/matchers.ts';
import { judgeInput, noJudge, type Judge, type JudgeInput, type Judged } from '#engine/collect/judge.ts';
import { createHttp } from '#engine/node/http.ts';
import { connectors } from '#engine/connectors/index.ts';
import { createImages } from '#engine/node/images.ts';
import { createSockets } from '#engine/node/sockets.ts';
import type { Clock, Ports, Vault } from '#engine/ports.ts';

/** A clock that stands still until it is moved; timers fire when it passes them. */
export class TestClock implements Clock {
  #now: number;
  #timers: { at: number; run: () => void }[] = [];

  constructor(now = Date.UTC(2026, 10, 23, 10, 0)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  move(ms: number): void {
    this.#now += ms;
    const due = this.#timers.filter((timer) => timer.at <= this.#now);
    this.#timers = this.#timers.filter((timer) => timer.at > this.#now);
    for (const timer of due) timer.run();
  }
}

/** Calls negative what says "bad" and positive what says "good", so that a test needs no model. */
export function judgeByWord({ title, text, hint }: JudgeInput): Judged {
  const sign = signature(`${title}\n${text}`);
  const about = { language: hint ?? 'en', signature: sign };
  if (text.includes('bad')) return { ...about, sentiment: 'negative', score: -1 };
  if (text.includes('good')) return { ...about, sentiment: 'positive', score: 1 };
  return { ...about, sentiment: 'neutral', score: 0 };
}

export const wordJudge: Judge = {
  ...noJudge,
  judge: (inputs) => Promise.resolve(inputs.map(judgeByWord)),
};

/** Seals readably enough to be told apart, and unreadably enough to find a secret that was not sealed. */
export function testVault(): Vault {
  return {
    kind: () => Promise.resolve('keyring'),
    seal: (plain) => Promise.resolve(`sealed:${Buffer.from(plain).toString('base64')}`),
    unseal: (sealed) => Promise.resolve(Buffer.from(sealed.slice(7), 'base64').toString()),
    keyFile: { exists: () => false, create: () => undefined },
  };
}

export interface TestWorkspace {
  engine: Engine;
  clock: TestClock;
  folder: string;
  /** The answer of a request; a failure is thrown as an Error with its code in front. */
  ask<N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** A brand with one query; matching has ended when it resolves. */
  brand(name: string, query: string): Promise<string>;
  source(url: string): Promise<string>;
  store(...items: Partial<RawItem>[]): IngestResult;
  close(): Promise<void>;
}

let serial = 0;

/** An item with everything filled in. */
export function item(part: Partial<RawItem> = {}): RawItem {
  serial += 1;
  return {
    ident: `item-${serial}`,
    kind: 'news',
    url: `https://paper.example/${serial}`,
    title: `Title ${serial}`,
    text: 'Some text.',
    author: null,
    publishedAt: Date.UTC(2026, 10, 20, 8, serial % 60),
    language: 'en',
    engagement: noEngagement,
    hasLink: false,
    hasMedia: false,
    rating: null,
    ...part,
  };
}

/** A real engine on a real database in a temporary folder. */
export function testWorkspace(options: { folder?: string; ports?: Partial<Ports> } = {}): TestWorkspace {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'earshot-test-'));
  const clock = new TestClock();
  const http = createHttp({ version: 'test' });
  const images = createImages();
  const engine = createEngine(folder, {
    clock,
    random: () => 0.5,
    http,
    sockets: createSockets({ version: 'test' }),
    connectors,
    vault: testVault(),
    consent: { ask: () => Promise.reject(new Error('nobody is asked for consent in this test')) },
    judge: wordJudge,
    images,
    log: { info: () => undefined, warn: () => undefined },
    close: async () => {
      await Promise.all([http.close(), images.close()]);
    },
    ...options.ports,
  });
  const ask = async <N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = await engine.dispatch(name, input);
    await engine.settle();
    if (result.ok) return result.value as Output<N>;
    throw new Error(`${result.error.code}: ${result.error.message}`);
  };
  return {
    engine,
    clock,
    folder,
    ask,
    async brand(name, query) {
      const { brandId } = await ask('brands.create', {
        name,
        role: 'own',
        query: { name, kind: 'brand', text: query },
      });
      return brandId;
    },
    async source(url) {
      const settings = { url };
      const { sourceId } = await ask('sources.create', {
        connector: 'feed',
        name: url,
        settings,
        allowLocalNetwork: true,
      });
      return sourceId;
    },
    store(...items) {
      const source = engine.workspace.write.get<{ key: number }>('SELECT key FROM source LIMIT 1');
      const key = source?.key ?? 1;
      const entries = items.map((part) => {
        const raw = item(part);
        return {
          raw,
          sources: [{ key, connector: 'feed', name: 'Paper' }] as const,
          fetchedAt: clock.now(),
          judged: judgeByWord(judgeInput(raw)),
        };
      });
      const [result] = ingest(engine.workspace, loadBrandMatchers(engine.workspace.read), [{ entries }], {
        hooks: engine.services.hooks,
        now: clock.now(),
      });
      return result ?? { added: 0, known: 0, mentions: 0 };
    },
    async close() {
      await engine.stop();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
