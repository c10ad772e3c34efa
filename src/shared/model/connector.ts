import { z } from 'zod';

/** What a connector can do. Grows by one member when the first connector implements it. */
export const Capability = z.enum(['collect']);
export type Capability = z.infer<typeof Capability>;

/** How a connector proves who is asking; `address` means the secret, if any, is part of a typed address. */
export const ConnectorAuth = z.enum(['none', 'address', 'api-key', 'app-password', 'oauth']);
export type ConnectorAuth = z.infer<typeof ConnectorAuth>;

/** One setting as a form shows it. `label` and `help` are English; their translation keys are `connector.<id>.<key>.label` and `.help`. */
export const SettingField = z.object({
  key: z.string(),
  input: z.enum(['text', 'address', 'choice', 'switch']),
  label: z.string(),
  help: z.string(),
  placeholder: z.string(),
  required: z.boolean(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type SettingField = z.infer<typeof SettingField>;

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
  }),
  capabilities: z.array(Capability),
  fields: z.array(SettingField),
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
