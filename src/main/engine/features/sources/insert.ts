import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { EarshotError } from '#shared/model/result.ts';
import type { Connector } from '../../connectors/kit/index.ts';
import type { Ports } from '../../ports.ts';
import type { Change } from '../../storage/changes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { findSource, makeDue } from '../../storage/sources.ts';
import { toEarshotError } from './failures.ts';
import { requireFields } from './fields.ts';

const DEFAULT_INTERVAL = 30;

/** Every connector by its id. */
export type Networks = Ports['connectors'];

export interface NewSource {
  connector: string;
  name: string | null;
  settings: Record<string, unknown>;
  intervalMinutes?: number | undefined;
  allowLocalNetwork: boolean;
  /** The account it is read through; null or absent = none. */
  accountId?: string | null | undefined;
}

/** @throws EarshotError `invalid` for an id nobody has */
export function connectorOf(connectors: Networks, id: string): Connector {
  const connector = connectors.get(id);
  if (!connector) {
    const known = [...connectors.keys()].join(', ');
    throw new EarshotError('invalid', `There is no connector “${id}”. Known are: ${known}.`, {
      details: { field: 'connector' },
    });
  }
  return connector;
}

/** @throws EarshotError `invalid` for a network that cannot be searched or read */
export function collecting(connector: Connector): Connector & Required<Pick<Connector, 'collect'>> {
  const { collect } = connector;
  if (collect !== undefined) return { ...connector, collect };
  throw new EarshotError('invalid', `${connector.name} brings nothing that could be collected.`, {
    details: { field: 'connector' },
  });
}

/** @throws EarshotError `invalid` when the account is missing, or belongs to another network */
export function checkAccount(read: ReadHandle, connector: Connector, accountId: string | null): void {
  const details = { field: 'account', code: 'needs-account' };
  if (accountId === null) {
    if (!connector.collectNeedsAccount) return;
    throw new EarshotError(
      'invalid',
      `${connector.name} can only be searched through an account of yours. Choose one; add it under Accounts first if there is none.`,
      { details },
    );
  }
  const account = read.get<{ connector: string }>(
    'SELECT connector FROM account WHERE id = ? AND archived_at IS NULL',
    [accountId],
  );
  if (account?.connector === connector.id) return;
  throw new EarshotError('invalid', `Choose one of your ${connector.name} accounts to search through.`, {
    details,
  });
}

/** Settings as the connector reads them. @throws EarshotError `invalid`, naming the field */
export function checkSettings(
  connector: Connector,
  settings: Record<string, unknown>,
): { name: string; detail: string; settings: Record<string, unknown>; json: string } {
  requireFields(connector.fields, settings);
  try {
    const parsed = z.record(z.string(), z.json()).parse(connector.settings.parse(settings));
    return { ...connector.describe(settings), settings: parsed, json: JSON.stringify(parsed) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw toEarshotError(error);
    const [issue] = error.issues;
    const field = String(issue?.path[0] ?? '');
    const label = connector.fields.find(({ key }) => key === field)?.label ?? field;
    throw new EarshotError('invalid', `${label}: ${issue?.message ?? 'this does not fit'}.`, {
      details: { field, code: 'settings' },
    });
  }
}

/** Adds a source within a change; it is due at once. @returns its id */
export function insertSource(change: Change, connectors: Networks, source: NewSource, now: number): string {
  const connector = collecting(connectorOf(connectors, source.connector));
  const accountId = source.accountId ?? null;
  checkAccount(change.write, connector, accountId);
  const { name, json } = checkSettings(connector, source.settings);
  const same = change.write.get<{ name: string; archivedAt: number | null }>(
    'SELECT name, archived_at AS archivedAt FROM source WHERE connector = ? AND settings = ? AND archived_at IS NULL',
    [connector.id, json],
  );
  if (same) {
    throw new EarshotError('conflict', `You already have this source: “${same.name}”.`, {
      details: { name: same.name },
    });
  }
  const id = uuidv7();
  change.insert('source', {
    id,
    connector: connector.id,
    name: source.name ?? name,
    settings: json,
    interval_minutes: Math.max(
      source.intervalMinutes ?? DEFAULT_INTERVAL,
      connector.limits.minIntervalMinutes,
    ),
    paused: 0,
    allow_local_network: source.allowLocalNetwork ? 1 : 0,
    created_at: now,
    archived_at: null,
    account_id: accountId,
  });
  makeDue(change.write, findSource(change.write, id).key, now);
  return id;
}
