import { v7 as uuidv7 } from 'uuid';
import { EarshotError } from '#shared/model/result.ts';
import { goOnAfterCap, setCap } from '../../accounts/quota-store.ts';
import { readAccount, type AccountRow } from '../../accounts/sessions.ts';
import { noteTrouble, noteWell } from '../../accounts/state.ts';
import { ConnectorError, isAbort, type AccountFacts, type SignedIn } from '../../connectors/kit/index.ts';
import type { CommandContext, Handlers } from '../../context.ts';
import { openActions } from '../../outbox/queue.ts';
import type { Change } from '../../storage/changes.ts';
import { brandKeyOf } from '../../storage/mentions-write.ts';
import { inboxFollows } from '../../storage/about.ts';
import { makeDueThrough } from '../../storage/sources.ts';
import { refuseInSample } from '../sources/handlers.ts';
import { toEarshotError } from '../sources/failures.ts';
import { connectorOf } from '../sources/insert.ts';
import { listAccounts, networkOf } from './list.ts';
import { signIn } from './sign-in.ts';

const now = (context: CommandContext): number => context.ports.clock.now();

/** @throws EarshotError `not-found` */
function account(context: CommandContext, accountId: string): AccountRow {
  try {
    return readAccount(context.workspace.write, accountId);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    throw new EarshotError('not-found', 'This account was removed.', { details: { accountId } });
  }
}

/** What is known of an account after a look at it. */
function writeFacts(change: Change, accountId: string, facts: AccountFacts): void {
  change.update('account', accountId, {
    handle: facts.handle,
    name: facts.name,
    url: facts.url,
    publishing: facts.publishing === null ? null : JSON.stringify(facts.publishing),
  });
}

async function secretKeeping({
  ports,
}: Pick<CommandContext, 'ports'>): Promise<'keyring' | 'keyfile' | 'session'> {
  if ((await ports.vault.kind()) === 'keyring') return 'keyring';
  return ports.vault.keyFile.exists() ? 'keyfile' : 'session';
}

export const accountHandlers = {
  'networks.list': async (_input, context) => ({
    networks: [...context.ports.connectors.values()].map(networkOf),
    secrets: await secretKeeping(context),
  }),

  'accounts.list': ({ brandIds }, { read, ports }) => ({
    accounts: listAccounts(read, ports, brandIds),
  }),

  'accounts.add': async ({ brandId, connector: id, typed, allowLocalNetwork }, context) => {
    refuseInSample(context);
    brandKeyOf(context.read, brandId);
    const connector = connectorOf(context.ports.connectors, id);
    const signedIn = await signIn(context, { connector, typed, allowLocalNetwork });
    context.signal.throwIfAborted();
    const { accountId, known } = idFor(context, connector.id, brandId, signedIn);
    // Secrets first: an account that is listed can be used.
    await context.accounts.secrets.replace(accountId, signedIn.secrets);
    let changeId: string | null;
    try {
      changeId = storeAccount(context, {
        accountId,
        known,
        brandId,
        connector: connector.id,
        signedIn,
        allowLocalNetwork,
      });
    } catch (error) {
      await context.accounts.secrets.forget(accountId);
      throw error;
    }
    context.outbox.look();
    context.inbox.look();
    context.collector.look();
    return { accountId, changeId };
  },

  'accounts.reauthorise': async ({ accountId, typed }, context) => {
    const row = account(context, accountId);
    const connector = connectorOf(context.ports.connectors, row.connector);
    const signedIn = await signIn(context, { connector, typed, allowLocalNetwork: row.allowLocalNetwork });
    if (signedIn.ident !== row.ident) {
      throw new EarshotError(
        'conflict',
        `That is ${signedIn.handle}, another profile than ${row.handle}. Sign in as ${row.handle}, or add the other as an account of its own.`,
        { details: { handle: row.handle, other: signedIn.handle } },
      );
    }
    // It may have been removed while its owner was at the network's page.
    account(context, accountId);
    await context.accounts.secrets.replace(accountId, signedIn.secrets);
    context.change(
      (change) => {
        writeFacts(change, accountId, signedIn);
        change.update('account', accountId, { settings: JSON.stringify(signedIn.settings) });
        noteWell(change.write, accountId, now(context));
        makeDueThrough(change.write, accountId, now(context));
      },
      { undoable: false },
    );
    context.emitChanged(['accounts', 'inbox', 'outbox', 'sources']);
    context.outbox.look();
    context.inbox.look();
    context.collector.look();
    return {};
  },

  'accounts.test': async ({ accountId }, context) => {
    account(context, accountId);
    try {
      const { connector, context: session } = await context.accounts.open(accountId, context.signal);
      const facts = await connector.account?.check(session);
      account(context, accountId);
      context.change(
        (change) => {
          if (facts !== undefined) writeFacts(change, accountId, facts);
          noteWell(change.write, accountId, now(context));
        },
        { undoable: false },
      );
      context.outbox.look();
      return { ok: true, code: null, params: {}, message: '' };
    } catch (error) {
      if (!(error instanceof ConnectorError) || isAbort(error)) throw toEarshotError(error);
      noteTrouble(context.workspace.write, accountId, error, now(context));
      return { ok: false, code: error.code, params: { ...error.params }, message: error.message };
    } finally {
      context.emitChanged(['accounts']);
    }
  },

  'accounts.update': ({ accountId, brandId, allowLocalNetwork }, context) => {
    account(context, accountId);
    if (brandId !== undefined) brandKeyOf(context.read, brandId);
    return {
      changeId: context.change((change) => {
        change.update('account', accountId, {
          ...(brandId === undefined ? {} : { brand_id: brandId }),
          ...(allowLocalNetwork === undefined ? {} : { allow_local_network: allowLocalNetwork ? 1 : 0 }),
        });
        if (brandId !== undefined) inboxFollows(change, accountId, brandId);
      }).changeId,
    };
  },

  'accounts.cap': ({ accountId, bucket, most }, context) => {
    const { connector } = account(context, accountId);
    const { limits, name } = connectorOf(context.ports.connectors, connector);
    if (!limits.quotas.some((quota) => quota.bucket === bucket)) {
      throw new EarshotError('invalid', `${name} has no such allowance to limit.`, {
        details: { field: 'bucket' },
      });
    }
    const { write } = context.workspace;
    write.transaction(() => {
      setCap(write, accountId, bucket, most);
      goOnAfterCap(write, accountId, now(context));
      makeDueThrough(write, accountId, now(context));
    });
    context.emitChanged(['accounts', 'outbox']);
    context.collector.look();
    context.outbox.reopen(accountId);
    context.inbox.look();
    return {};
  },

  'accounts.remove': async ({ accountId, cancelQueued }, context) => {
    const signOut = await openToSignOut(context, accountId);
    const row = account(context, accountId);
    const waiting = openActions(context.read, accountId);
    refuseOpen(context, row, cancelQueued ? 0 : waiting);
    // Nothing of it may begin to leave while the network is asked to forget the sign-in: it goes from here first.
    const { changeId } = context.change(
      (change) => {
        const open = change.write.all<{ id: string }>(
          "SELECT id FROM action WHERE account_id = ? AND state IN ('draft', 'approved', 'queued', 'failed', 'missed')",
          [accountId],
        );
        for (const { id } of open) context.outbox.cancel(change, id);
        change.update('account', accountId, { archived_at: now(context) });
        noteTrouble(change.write, accountId, signedOut(row.handle), now(context));
      },
      waiting > 0 ? { undoable: false } : {},
    );
    await context.accounts.secrets.forget(accountId);
    await signOut();
    context.inbox.look();
    return { changeId };
  },

  'accounts.keepSecrets': async (_input, context) => {
    context.ports.vault.keyFile.create();
    await context.accounts.secrets.sealSession();
    context.emitChanged(['accounts']);
    return { secrets: await secretKeeping(context) };
  },
} satisfies Handlers<
  | 'networks.list'
  | 'accounts.list'
  | 'accounts.add'
  | 'accounts.reauthorise'
  | 'accounts.test'
  | 'accounts.update'
  | 'accounts.cap'
  | 'accounts.remove'
  | 'accounts.keepSecrets'
>;

/** Where an undo brings the account back, its sign-in is gone. */
const signedOut = (handle: string): ConnectorError =>
  new ConnectorError(
    'reauth',
    'no-secrets',
    `Sign in again as ${handle}: the sign-in was deleted with the account.`,
    {
      params: { handle },
    },
  );

/** A profile that was an account of this brand before is that account again, with its conversations. */
function idFor(
  context: CommandContext,
  connector: string,
  brandId: string,
  { ident, handle }: SignedIn,
): { accountId: string; known: boolean } {
  const row = context.workspace.write.get<{ id: string; archivedAt: number | null }>(
    `SELECT id, archived_at AS archivedAt FROM account WHERE connector = ? AND ident = ? AND brand_id = ?
     ORDER BY archived_at IS NOT NULL, created_at DESC LIMIT 1`,
    [connector, ident, brandId],
  );
  if (row === undefined) return { accountId: uuidv7(), known: false };
  if (row.archivedAt === null) throw connectedAlready(handle);
  return { accountId: row.id, known: true };
}

const connectedAlready = (handle: string): EarshotError =>
  new EarshotError('conflict', `${handle} is connected already.`, { details: { handle } });

interface NewAccount {
  accountId: string;
  /** Whether it was an account before, and is one again. */
  known: boolean;
  brandId: string;
  connector: string;
  signedIn: SignedIn;
  allowLocalNetwork: boolean;
}

/** @returns the id of the change @throws EarshotError `conflict` when another window was quicker */
function storeAccount(context: CommandContext, account: NewAccount): string | null {
  const { accountId, known, brandId, connector, signedIn, allowLocalNetwork } = account;
  return context.change((change) => {
    const other = change.write.get(
      'SELECT 1 FROM account WHERE connector = ? AND ident = ? AND brand_id = ? AND id <> ? AND archived_at IS NULL',
      [connector, signedIn.ident, brandId, accountId],
    );
    if (other) throw connectedAlready(signedIn.handle);
    const row = {
      handle: signedIn.handle,
      name: signedIn.name,
      url: signedIn.url,
      settings: JSON.stringify(signedIn.settings),
      publishing: signedIn.publishing === null ? null : JSON.stringify(signedIn.publishing),
      allow_local_network: allowLocalNetwork ? 1 : 0,
      archived_at: null,
    };
    if (known) change.update('account', accountId, row);
    else
      change.insert('account', {
        id: accountId,
        brand_id: brandId,
        connector,
        ident: signedIn.ident,
        created_at: now(context),
        ...row,
      });
    noteWell(change.write, accountId, now(context));
    makeDueThrough(change.write, accountId, now(context));
  }).changeId;
}

/** @throws EarshotError `conflict` while something is on its way out, or `waiting` things wait for their time */
function refuseOpen(
  { read }: CommandContext,
  { id, handle }: Pick<AccountRow, 'id' | 'handle'>,
  waiting: number,
): void {
  if (waiting > 0) {
    throw new EarshotError(
      'conflict',
      `${waiting} ${waiting === 1 ? 'thing waits' : 'things wait'} to be sent from ${handle}. Cancel them with the account, or send them first.`,
      { details: { waiting } },
    );
  }
  const leaving = read.get(
    "SELECT 1 FROM action WHERE account_id = ? AND state IN ('sending', 'uncertain') LIMIT 1",
    [id],
  );
  if (leaving) {
    throw new EarshotError(
      'conflict',
      `Something is on its way out of ${handle} and its outcome is not known yet. Try again in a minute.`,
      { retryable: true },
    );
  }
}

/**
 * Takes the sign-in in hand, to give it back to the network once it is deleted here. Where the network does not take it
 * back, or cannot be asked, the account goes all the same.
 */
async function openToSignOut(context: CommandContext, accountId: string): Promise<() => Promise<void>> {
  const failed = (error: unknown): void =>
    context.ports.log.info('could not sign out', { why: error instanceof Error ? error.message : '' });
  try {
    const { connector, context: session } = await context.accounts.open(accountId, context.signal);
    return async () => connector.account?.signOut?.(session).catch(failed);
  } catch (error) {
    failed(error);
    return () => Promise.resolve();
  }
}
