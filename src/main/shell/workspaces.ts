import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AppState } from '#shared/contract/app.ts';
import type { WorkerData } from '#engine/protocol.ts';
import type { EngineHost } from './engine-host.ts';

type Kind = AppState['workspace'];

export interface WorkspacesOptions {
  /** The folder that holds both workspaces. */
  userData: string;
  version: string;
  modelsFolder: string;
  host: EngineHost;
  /** Puts a checked copy of a backup in place of the workspace in `folder`, which is closed. */
  restore(folder: string, file: string): Promise<void>;
  remember(kind: Kind): void;
}

/** Which of the two workspaces is open, and the ways from one to the other. */
export class Workspaces {
  readonly #options: WorkspacesOptions;
  #kind: Kind;

  constructor(options: WorkspacesOptions, kind: Kind) {
    this.#options = options;
    // A sample that was deleted by hand is not made again unasked.
    this.#kind = kind === 'sample' && !existsSync(this.folder('sample')) ? 'own' : kind;
  }

  get kind(): Kind {
    return this.#kind;
  }

  folder(kind: Kind): string {
    return join(this.#options.userData, kind === 'own' ? 'workspace' : 'sample');
  }

  /** Opens the workspace that was open last. */
  start(): Promise<void> {
    return this.#options.host.open(this.#data());
  }

  /** Opens a workspace, the sample being made where it is missing. A blocked one is tried again. */
  async open(kind: Kind): Promise<void> {
    const { host } = this.#options;
    if (kind === this.#kind && host.blocked === null && host.running) return;
    await this.#go(kind, () => Promise.resolve());
  }

  /** Deletes the sample and returns to the own workspace. */
  async removeSample(): Promise<void> {
    const remove = (): Promise<void> =>
      rm(this.folder('sample'), { recursive: true, force: true, maxRetries: 5 });
    if (this.#kind === 'own') await remove();
    else await this.#go('own', remove);
  }

  /** Replaces the own workspace by a backup and opens it; when that is refused, it opens as it was. */
  restore(file: string): Promise<void> {
    return this.#go('own', async () => {
      await this.#options.restore(this.folder('own'), file);
    });
  }

  async #go(kind: Kind, between: () => Promise<void>): Promise<void> {
    this.#kind = kind;
    this.#options.remember(kind);
    await this.#options.host.open(this.#data(), between);
  }

  #data(): WorkerData {
    const { version, modelsFolder } = this.#options;
    return { folder: this.folder(this.#kind), version, modelsFolder, sample: this.#kind === 'sample' };
  }
}
