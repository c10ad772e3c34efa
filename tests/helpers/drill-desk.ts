import english from '#renderer/app/i18n/en/errors.json' with { type: 'json' };
import romanian from '#renderer/app/i18n/ro/errors.json' with { type: 'json' };
import { connectors } from '#engine/connectors/index.ts';
import { fakeConnector, startFakeNetwork, type FakeNetwork } from './fake-network/index.ts';
import { startFaultProxy, type FaultProxy, type FaultRule } from './fault-proxy.ts';
import { testWorkspace, type TestWorkspace } from './engine.ts';
import { bitmapPng } from './pictures.ts';

const MINUTE = 60_000;
const OWN = 'seaview';

/** What the window is told of an account or a source. */
export interface Told {
  status: string;
  code: string | null;
}

/**
 * A whole engine with its clock running, an account and a source of a network on loopback, and a proxy between them that
 * makes things go wrong.
 */
export class DrillDesk {
  readonly workspace: TestWorkspace;
  readonly network: FakeNetwork;
  readonly proxy: FaultProxy;
  accountId = '';
  /** How far the network's clock is off, in milliseconds. */
  readonly #off: { ms: number };
  #mediaId = '';

  private constructor(
    workspace: TestWorkspace,
    network: FakeNetwork,
    proxy: FaultProxy,
    off: { ms: number },
  ) {
    this.workspace = workspace;
    this.network = network;
    this.proxy = proxy;
    this.#off = off;
  }

  static async open(honoursKeys: boolean): Promise<DrillDesk> {
    const off = { ms: 0 };
    const workspace = testWorkspace({
      ports: { connectors: new Map([...connectors, [fakeConnector.id, fakeConnector]]) },
    });
    const network = await startFakeNetwork({ now: () => workspace.clock.now() + off.ms, honoursKeys });
    const desk = new DrillDesk(workspace, network, await startFaultProxy(network.url), off);
    await desk.#begin();
    return desk;
  }

  async #begin(): Promise<void> {
    const { workspace, network, proxy } = this;
    network.store.createAccount(OWN, 'Sea View');
    network.store.createAccount('anna', 'Anna');
    const brandId = await workspace.brand('Miramar', 'miramar');
    ({ accountId: this.accountId } = await workspace.ask('accounts.add', {
      brandId,
      connector: 'fake',
      typed: this.#typed(),
      allowLocalNetwork: true,
    }));
    await workspace.ask('sources.create', {
      connector: 'fake',
      settings: { server: proxy.url, words: 'miramar' },
      intervalMinutes: 5,
      allowLocalNetwork: true,
    });
    const bytes = bitmapPng(200, 200, { noise: true }).toString('base64');
    this.#mediaId = (await workspace.ask('media.add', { name: 'beach.png', bytes })).id;
    workspace.engine.start();
    await this.pass(10, 5);
  }

  #typed(): Record<string, string> {
    const { password } = this.network.store.account(OWN);
    return { server: this.proxy.url, handle: OWN, password };
  }

  /** The network's clock is wrong from now on. */
  setOff(ms: number): void {
    this.#off.ms = ms;
  }

  signInAgain(): Promise<unknown> {
    return this.workspace.ask('accounts.reauthorise', { accountId: this.accountId, typed: this.#typed() });
  }

  /** A guest asks something under a new post of the account. */
  comment(text: string): void {
    const { store } = this.network;
    const post = store.write(OWN, { text: `Under this: ${text}` });
    store.write('anna', { text, parent: post.id });
  }

  /** Somebody talks about the brand, without naming the account. */
  mention(text: string): void {
    this.network.store.write('anna', { text: `miramar: ${text}` });
  }

  /** A post with an image, due now. @returns its action's id */
  publish(text: string): string {
    const { engine, clock } = this.workspace;
    const images = [{ mediaId: this.#mediaId, alt: 'The beach' }];
    const id = engine.workspace.write.transaction(() =>
      engine.outbox.add(engine.workspace.changes.begin({ request: 'test', undoable: false }), {
        kind: 'publish',
        accountId: this.accountId,
        payload: { text, images },
        dueAt: clock.now(),
      }),
    );
    engine.outbox.look();
    return id;
  }

  /** Answers the guest who said this. */
  async reply(to: string, text: string): Promise<string> {
    const { conversations } = await this.workspace.ask('conversations.list', {});
    const conversation = conversations.find(({ said }) => said.text === to);
    if (conversation === undefined) throw new Error(`nobody said “${to}”`);
    const answer = { conversationId: conversation.id, text };
    return (await this.workspace.ask('conversations.reply', answer)).actionId;
  }

  /** Lets so many minutes pass in steps of some, and everything that is due in each of them end. */
  async pass(minutes: number, step = 1): Promise<void> {
    const { engine, clock } = this.workspace;
    const settle = async (): Promise<void> => {
      await engine.outbox.settle();
      await engine.inbox.settle();
      await engine.settle();
    };
    await settle();
    for (let passed = 0; passed < minutes; passed += step) {
      clock.move(step * MINUTE);
      await settle();
    }
  }

  /** Puts a fault between the engine and its network while `work` runs. */
  async under(rule: FaultRule, work: () => Promise<void>): Promise<void> {
    const heal = this.proxy.inject(rule);
    await work();
    heal();
  }

  async account(): Promise<Told & { message: string }> {
    const { accounts } = await this.workspace.ask('accounts.list', {});
    const health = accounts.find(({ id }) => id === this.accountId)?.health;
    if (health === undefined) throw new Error('the account is not there');
    return health;
  }

  async source(): Promise<Told> {
    const { sources } = await this.workspace.ask('sources.list', {});
    const health = sources[0]?.health;
    if (health === undefined) throw new Error('the source is not there');
    return health;
  }

  async action(id: string): Promise<{ state: string; code: string | null }> {
    const states = ['queued', 'sending', 'sent', 'failed', 'uncertain', 'missed', 'cancelled'] as const;
    const { actions } = await this.workspace.ask('actions.list', { states: [...states], limit: 200 });
    const found = actions.find((one) => one.id === id);
    return { state: found?.state ?? 'not there', code: found?.reasonCode ?? null };
  }

  /** Every text of the account's own, and how often it is on the network. */
  seen(text: string): number {
    return this.network.store.postsOf(OWN).filter((post) => post.text === text).length;
  }

  /** How often a guest's words stand in the inbox. */
  heard(text: string): number {
    return this.#count('SELECT count(*) AS n FROM thread_entry WHERE text = ?', text);
  }

  /** How often somebody's words about the brand are among what was collected. */
  collected(text: string): number {
    return this.#count(
      'SELECT count(*) AS n FROM item i JOIN mention m ON m.item = i.id WHERE i.body = ?',
      `miramar: ${text}`,
    );
  }

  #count(sql: string, text: string): number {
    return this.workspace.engine.workspace.read.get<{ n: number }>(sql, [text])?.n ?? 0;
  }

  async close(): Promise<void> {
    await this.workspace.close();
    await this.proxy.close();
    await this.network.close();
  }
}

/** The words a person reads for a code, in both languages. */
export function wordsFor(code: string | null): string[] {
  const key = (code ?? '').replace(/^http-5\d\d$/, 'http-5xx');
  return [english, romanian].map(({ health }) => (health as Record<string, string>)[key] ?? '');
}
