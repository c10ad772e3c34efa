import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ports } from '#engine/ports.ts';
import { testWorkspace, type TestWorkspace } from './engine.ts';
import { MemoryNetwork } from './memory-network.ts';

interface Planned {
  /** UTC milliseconds; default: now. */
  dueAt?: number;
  kind?: 'publish' | 'reply' | 'like';
  hold?: boolean;
  images?: { mediaId: string; alt: string }[];
}

/** A workspace with one brand and one account of a network in memory, its outbox running. */
export class OutboxDesk {
  readonly network: MemoryNetwork;
  readonly folder: string;
  workspace: TestWorkspace;
  brandId = '';
  accountId = '';
  readonly #ports: Partial<Ports>;

  private constructor(network: MemoryNetwork, portsFor: (folder: string) => Partial<Ports>) {
    this.network = network;
    this.folder = mkdtempSync(join(tmpdir(), 'earshot-outbox-'));
    const connectors = new Map([[network.connector.id, network.connector]]);
    this.#ports = { connectors, ...portsFor(this.folder) };
    this.workspace = testWorkspace({ folder: this.folder, ports: this.#ports });
  }

  static async open(
    network = new MemoryNetwork(),
    portsFor: (folder: string) => Partial<Ports> = () => ({}),
  ): Promise<OutboxDesk> {
    const desk = new OutboxDesk(network, portsFor);
    desk.brandId = await desk.workspace.brand('Miramar', 'miramar');
    const { accountId } = await desk.workspace.ask('accounts.add', {
      brandId: desk.brandId,
      connector: network.connector.id,
      typed: { name: 'seaview' },
    });
    desk.accountId = accountId;
    desk.workspace.engine.outbox.start();
    return desk;
  }

  /** Ends the engine and starts another in the same folder, `later` milliseconds after. */
  async restart(later = 0): Promise<void> {
    const now = this.workspace.clock.now() + later;
    await this.workspace.close();
    this.workspace = testWorkspace({ folder: this.folder, ports: this.#ports });
    this.workspace.clock.move(now - this.workspace.clock.now());
    this.workspace.engine.outbox.start();
  }

  /** Puts something into the outbox and lets it look. @returns its id */
  queue(text: string, { dueAt, kind = 'publish', hold = false, images = [] }: Planned = {}): string {
    const { engine, clock } = this.workspace;
    const { accountId } = this;
    const to = { accountId, dueAt: dueAt ?? clock.now() };
    const change = engine.workspace.changes.begin({ request: 'test', undoable: false });
    const id = engine.workspace.write.transaction(() => {
      switch (kind) {
        case 'publish':
          return engine.outbox.add(change, { ...to, kind, payload: { text, hold, images } });
        case 'reply': {
          const payload = { to: 'x', thread: 'x', text, private: false, toHandle: null };
          return engine.outbox.add(change, { ...to, kind, payload });
        }
        case 'like':
          return engine.outbox.add(change, { ...to, kind, payload: { ident: text, on: true } });
      }
    });
    engine.outbox.look();
    return id;
  }

  state(actionId: string): string {
    const { read } = this.workspace.engine.workspace;
    return (
      read.get<{ state: string }>('SELECT state FROM action WHERE id = ?', [actionId])?.state ?? 'not there'
    );
  }

  /** Lets time pass in steps, so that whatever waits has its turn. Milliseconds. */
  async pass(ms: number, step = 5000): Promise<void> {
    const { engine, clock } = this.workspace;
    await engine.outbox.settle();
    for (let left = ms; left > 0; left -= step) {
      clock.move(Math.min(step, left));
      await engine.outbox.settle();
    }
  }

  /** The machine sleeps: time passes at once, without a timer in between, and then all that waited look at the clock. */
  async sleep(ms: number): Promise<void> {
    this.workspace.clock.move(ms);
    await this.workspace.engine.outbox.settle();
  }

  async close(): Promise<void> {
    await this.workspace.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
