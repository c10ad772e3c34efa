import { z } from 'zod';
import { PublishingLimits } from './publishing.ts';

/**
 * What a connector can do. `account` signs in and looks whether a sign-in still holds; all that follow it need an
 * account, but for `profile`, which reads public figures.
 */
export const Capability = z.enum([
  'collect', // brings items by a search, a tag, a feed
  'account', // an own profile can be connected
  'inbox', // comments, mentions and messages that need an answer
  'hints', // says at once that something new is there, between two looks at the inbox
  'reply',
  'like',
  'hide', // hides what somebody else wrote under an own post
  'remove', // deletes an own post or reply
  'publish',
  'edit', // changes what is published
  'metrics', // own figures: followers, and what a post got
  'profile', // public figures of anybody's profile
  'hostMedia', // gives a file an address that the open internet can read
]);
export type Capability = z.infer<typeof Capability>;

/** How a connector proves who is asking; `address` means the secret, if any, is part of a typed address. */
export const ConnectorAuth = z.enum(['none', 'address', 'api-key', 'app-password', 'oauth']);
export type ConnectorAuth = z.infer<typeof ConnectorAuth>;

/**
 * One setting as a form shows it. `label` and `help` are English; their translation keys are
 * `networks.<id>.account.<key>.label` and `.help`, or `networks.<id>.source.…` for the fields of a source.
 * A `secret` is never shown again once it was typed; an account's that is not required may be left out, and the sign-in
 * then goes through the browser.
 */
export const SettingField = z.object({
  key: z.string(),
  input: z.enum(['text', 'address', 'choice', 'switch', 'secret']),
  label: z.string(),
  help: z.string(),
  placeholder: z.string(),
  required: z.boolean(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type SettingField = z.infer<typeof SettingField>;

/** What a network lets one user do in a time; counted before it is spent. */
export const Quota = z.object({
  bucket: z.string(),
  unit: z.enum(['calls', 'units', 'cents']),
  /** Most in a period; null where its user sets the cap (money). */
  amount: z.number().int().positive().nullable(),
  per: z.enum(['day', 'month']),
  /** IANA zone whose midnight begins a new period. */
  zone: z.string(),
});
export type Quota = z.infer<typeof Quota>;

/** Everything about a connector that is data: screens and validation read it here, never in code of their own. */
export const ConnectorManifest = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,58}$/),
  name: z.string(),
  /** What it brings, in a sentence or two. */
  about: z.string(),
  auth: ConnectorAuth,
  /** The only hosts it may contact (`.example.org` means any subdomain); `any` where its user types the address. */
  hosts: z.union([z.literal('any'), z.array(z.string())]),
  limits: z.object({
    /** Shortest time between two collections of one source, in minutes. */
    minIntervalMinutes: z.number().int().min(1),
    /** Pause between two requests to one host, in milliseconds. */
    requestGapMs: z.number().int().min(0),
    /** Most items the network gives for one search; null where it states none. */
    itemsPerSearch: z.number().int().nullable(),
    quotas: z.array(Quota).default([]),
  }),
  capabilities: z.array(Capability),
  /** Whether `collect` works only through a connected account. */
  collectNeedsAccount: z.boolean().default(false),
  /** The settings of a source. */
  fields: z.array(SettingField),
  /** What is asked when an account is added; empty where none can be. */
  accountFields: z.array(SettingField).default([]),
  /** How to get what `accountFields` ask for, as its user will meet it, one step a line. English. */
  accountSteps: z.array(z.string()).default([]),
  /** What an ordinary owner cannot do on this network today, and why, one sentence each. English. */
  cannot: z.array(z.string()).default([]),
  /** What may be published; null where nothing can be. An account may know better (`AccountFacts.publishing`). */
  publishing: PublishingLimits.nullable().default(null),
});
export type ConnectorManifest = z.infer<typeof ConnectorManifest>;

/** What went wrong with a connector; it decides what the scheduler does next. */
export const ConnectorErrorKind = z.enum([
  'reauth', // the sign-in is no longer accepted; its owner has to renew it
  'rate-limited', // asked to wait until a stated time
  'invalid', // a setting is wrong
  'gone', // the other end says it is gone for good
  'transient', // may work next time by itself
  'refused', // the other end, or our own rules, said no
]);
export type ConnectorErrorKind = z.infer<typeof ConnectorErrorKind>;
