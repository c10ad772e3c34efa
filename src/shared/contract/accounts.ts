import { z } from 'zod';
import { Capability, ConnectorAuth, Quota, SettingField } from '../model/connector.ts';
import { PublishingLimits } from '../model/publishing.ts';
import { Done, Id, Millis, Nothing, ReasonParams, Undoable } from './common.ts';
import { command, query } from './define.ts';

/** What a network can do for its user, and what it asks of them. Generated from the connectors' manifests. */
export const Network = z.strictObject({
  connector: z.string(),
  name: z.string(),
  about: z.string(),
  auth: ConnectorAuth,
  capabilities: z.array(Capability),
  /** Whether searching it works only through an account. */
  collectNeedsAccount: z.boolean(),
  /** What is asked when an account is added. */
  accountFields: z.array(SettingField),
  /** How to get it, one step a line. */
  steps: z.array(z.string()),
  /** What cannot be done there today, and why. */
  cannot: z.array(z.string()),
  publishing: PublishingLimits.nullable(),
});
export type Network = z.infer<typeof Network>;

/** `waiting` not looked at yet; `reauth` the network no longer takes the sign-in: its owner has to renew it. */
export const AccountStatus = z.enum(['waiting', 'ok', 'failing', 'reauth']);
export type AccountStatus = z.infer<typeof AccountStatus>;

/** What a network lets an account do in a time, and how much of it is used. Amounts are in the unit; money in hundredths. */
export const AccountQuota = Quota.pick({ bucket: true, unit: true, per: true }).extend({
  used: z.number().int(),
  /** What the network gives; null where only its user's own limit counts. */
  given: z.number().int().nullable(),
  /** The limit of its user; null where they set none. */
  cap: z.number().int().nullable(),
  /** When it begins anew. */
  until: Millis,
});
export type AccountQuota = z.infer<typeof AccountQuota>;

export const Account = z.strictObject({
  id: Id,
  brandId: Id,
  brandName: z.string(),
  connector: z.string(),
  network: z.string(),
  handle: z.string(),
  name: z.string(),
  url: z.string(),
  allowLocalNetwork: z.boolean(),
  createdAt: Millis,
  capabilities: z.array(Capability),
  /** What this very account may publish; null where nothing. */
  publishing: PublishingLimits.nullable(),
  health: z.strictObject({
    status: AccountStatus,
    code: z.string().nullable(),
    params: ReasonParams,
    message: z.string(),
    lastTriedAt: Millis.nullable(),
    lastSuccessAt: Millis.nullable(),
  }),
  /** Conversations that wait for an answer, and what waits in the outbox. */
  open: z.number().int(),
  queued: z.number().int(),
  quotas: z.array(AccountQuota),
});
export type Account = z.infer<typeof Account>;

const Typed = z.record(z.string().max(60), z.union([z.string().max(4000), z.boolean()]));

/** Where secrets are: sealed by the system, sealed with a key file, or only until Earshot is closed. */
export const SecretKeeping = z.enum(['keyring', 'keyfile', 'session']);

/** Own profiles on networks. */
export const accounts = {
  'networks.list': query({
    summary: 'Every network with what it can do and what it needs.',
    input: Nothing,
    output: z.strictObject({ networks: z.array(Network), secrets: SecretKeeping }),
  }),
  'accounts.list': query({
    summary: 'Own accounts with their health and what they can do.',
    input: z.strictObject({ brandIds: z.array(Id).max(50).default([]) }),
    output: z.strictObject({ accounts: z.array(Account) }),
  }),
  'accounts.add': command({
    summary:
      'Signs in to a network with what was typed and keeps the account. May open the browser and wait.',
    input: z.strictObject({
      brandId: Id,
      connector: z.string().max(60),
      typed: Typed,
      allowLocalNetwork: z.boolean().default(false),
    }),
    output: z.strictObject({ accountId: Id, changeId: Id.nullable() }),
  }),
  'accounts.reauthorise': command({
    summary: 'Signs in again to an account whose sign-in has died; it has to be the same profile.',
    input: z.strictObject({ accountId: Id, typed: Typed }),
    output: Done,
  }),
  'accounts.test': command({
    summary: 'Looks now whether the sign-in holds and what the server takes.',
    input: z.strictObject({ accountId: Id }),
    output: z.strictObject({
      ok: z.boolean(),
      code: z.string().nullable(),
      params: ReasonParams,
      message: z.string(),
    }),
  }),
  'accounts.update': command({
    summary: 'Gives an account to another brand, or changes whether it may reach the local network.',
    input: z.strictObject({
      accountId: Id,
      brandId: Id.optional(),
      allowLocalNetwork: z.boolean().optional(),
    }),
    output: Undoable,
  }),
  'accounts.cap': command({
    summary: 'Sets how much of an allowance an account may use at most in its period; null for no own limit.',
    input: z.strictObject({
      accountId: Id,
      bucket: z.string().max(60),
      most: z.number().int().min(0).max(100_000_000).nullable(),
    }),
    output: Done,
  }),
  'accounts.remove': command({
    summary:
      'Removes an account and its sign-in; its conversations are kept. Refused while something waits to be sent, unless that is cancelled with it.',
    input: z.strictObject({ accountId: Id, cancelQueued: z.boolean().default(false) }),
    output: Undoable,
  }),
  'accounts.keepSecrets': command({
    summary: 'On a machine without a keyring: keeps sign-ins with a key file beside the data from now on.',
    input: Nothing,
    output: z.strictObject({ secrets: SecretKeeping }),
  }),
};
