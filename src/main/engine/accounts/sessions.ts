import { z } from 'zod';
import { EarshotError } from '#shared/model/result.ts';
import {
  ConnectorError,
  spendFrom,
  type AccountContext,
  type Connector,
  type NetworkContext,
} from '../connectors/kit/index.ts';
import type { Ports } from '../ports.ts';
import type { WriteHandle } from '../storage/handles.ts';
import { quotaStore } from './quota-store.ts';
import { Secrets } from './secrets.ts';

/** An account as it is stored. */
export interface AccountRow {
  id: string;
  brandId: string;
  connector: string;
  ident: string;
  handle: string;
  name: string;
  url: string;
  settings: Record<string, unknown>;
  allowLocalNetwork: boolean;
}

const Settings = z.record(z.string(), z.json());

/** @throws ConnectorError `gone` when it was removed */
export function readAccount(read: Pick<WriteHandle, 'get'>, accountId: string): AccountRow {
  const row = read.get<
    Omit<AccountRow, 'settings' | 'allowLocalNetwork'> & { settings: string; local: number }
  >(
    `SELECT id, brand_id AS brandId, connector, ident, handle, name, url, settings, allow_local_network AS local
     FROM account WHERE id = ? AND archived_at IS NULL`,
    [accountId],
  );
  if (!row) {
    throw new ConnectorError(
      'gone',
      'account-removed',
      'The account this went through was removed. Add it again, or choose another.',
    );
  }
  const { local, settings, ...rest } = row;
  return { ...rest, settings: Settings.parse(JSON.parse(settings)), allowLocalNetwork: local === 1 };
}

/** Makes what connectors are called with, for accounts and for what needs none. */
export class AccountSessions {
  readonly secrets: Secrets;
  readonly #write: WriteHandle;
  readonly #ports: Ports;

  constructor(write: WriteHandle, ports: Ports) {
    this.#write = write;
    this.#ports = ports;
    this.secrets = new Secrets(write, ports.vault);
  }

  /** @throws ConnectorError `invalid` for a network this version does not know */
  connector(id: string): Connector {
    const connector = this.#ports.connectors.get(id);
    if (connector) return connector;
    throw new ConnectorError(
      'invalid',
      'unknown-connector',
      `This Earshot does not know the network “${id}”. Update it.`,
      { params: { connector: id } },
    );
  }

  /** What a call needs that belongs to no account. `owner` is whose allowance is spent. */
  network(
    owner: { id: string; connector: Connector; allowLocalNetwork: boolean },
    signal: AbortSignal,
  ): NetworkContext {
    const { clock, http, sockets, log, random } = this.#ports;
    return {
      http,
      sockets,
      signal,
      now: () => clock.now(),
      random,
      allowLocalNetwork: owner.allowLocalNetwork,
      log: (message, details) => log.info(message, { owner: owner.id, ...details }),
      spend: (bucket, amount) =>
        spendFrom(owner.connector.limits.quotas, quotaStore(this.#write, owner.id), {
          bucket,
          amount,
          now: clock.now(),
        }),
    };
  }

  /** @throws ConnectorError `reauth` when its secrets are missing or cannot be opened, `gone` when it was removed */
  async open(
    accountId: string,
    signal: AbortSignal,
  ): Promise<{ row: AccountRow; connector: Connector; context: AccountContext }> {
    const row = readAccount(this.#write, accountId);
    const connector = this.connector(row.connector);
    const secrets = await this.secrets.slot(accountId).catch(keyDamaged);
    if (secrets === null) {
      throw new ConnectorError(
        'reauth',
        'no-secrets',
        `Earshot no longer has the sign-in of ${row.handle}. Sign in again under Accounts.`,
        { params: { handle: row.handle } },
      );
    }
    const owner = { id: accountId, connector, allowLocalNetwork: row.allowLocalNetwork };
    const context = {
      ...this.network(owner, signal),
      account: row.settings,
      ident: row.ident,
      secrets,
    };
    return { row, connector, context };
  }
}

/** The key file is damaged: its sentence is for the owner of the account, who can put the file back. */
function keyDamaged(error: unknown): never {
  if (!(error instanceof EarshotError)) throw error;
  throw new ConnectorError('reauth', 'key-damaged', error.message, { cause: error });
}
