import { z } from 'zod';
import type { Capability, ConnectorManifest } from '#shared/model/connector.ts';
import type { AnyFunctions, Functions } from './capabilities.ts';
import { ConnectorError } from './errors.ts';

type Defaulted = 'collectNeedsAccount' | 'accountFields' | 'accountSteps' | 'cannot' | 'publishing';

type Declared<
  Settings extends z.ZodType,
  Account extends z.ZodType,
  Typed extends z.ZodType,
  Can extends Capability,
> = Omit<ConnectorManifest, 'capabilities' | 'limits' | Defaulted> &
  Partial<Pick<ConnectorManifest, Defaulted>> & {
    limits: Omit<ConnectorManifest['limits'], 'quotas'> &
      Partial<Pick<ConnectorManifest['limits'], 'quotas'>>;
    capabilities: readonly Can[];
    /** The settings of a source. */
    settings: Settings;
    /** What a person types to add an account; left out where there are no accounts. */
    signIn?: Typed;
    /** What `signIn` gives back to be kept. */
    account?: Account;
    /** What a person recognises a source by: its name, and the address or words searched for. */
    describe(settings: z.output<Settings>): { name: string; detail: string };
  };

/** A connector as the engine uses it: data, and a function for each declared capability. Inputs are parsed first. */
export interface Connector extends ConnectorManifest, AnyFunctions {
  readonly settings: z.ZodType;
  readonly signIn: z.ZodType;
  /** Settings are parsed first; throws ConnectorError `invalid` when they do not fit. */
  describe(settings: unknown): { name: string; detail: string };
}

/** Declares a connector; a declared capability without its function, or the reverse, does not compile. */
export function defineConnector<
  Settings extends z.ZodType,
  const Can extends Capability,
  Account extends z.ZodType = z.ZodNull,
  Typed extends z.ZodType = z.ZodNull,
>(
  manifest: Declared<Settings, Account, Typed, Can>,
  functions: Functions<Can, z.output<Settings>, z.output<Account>, z.output<Typed>>,
): Connector {
  const { settings, signIn = z.null(), account = z.null(), describe, limits, ...rest } = manifest;
  const checked = withParsing(functions, { settings, signIn, account });
  return {
    collectNeedsAccount: false,
    accountFields: [],
    accountSteps: [],
    cannot: [],
    publishing: null,
    ...rest,
    limits: { quotas: [], ...limits },
    capabilities: [...manifest.capabilities],
    settings,
    signIn,
    describe: (value) => describe(parse(settings, value, 'source')),
    ...checked,
  };
}

interface Schemas {
  settings: z.ZodType;
  signIn: z.ZodType;
  account: z.ZodType;
}

/** Stored or typed settings reach a connector parsed, with their defaults, or not at all. */
function withParsing(functions: AnyFunctions, { settings, signIn, account }: Schemas): AnyFunctions {
  const own = <C extends { account: unknown }>(context: C): C => ({
    ...context,
    account: parse(account, context.account, 'account'),
  });
  const through = <C extends { through: { account: unknown } | null }>(context: C): C => ({
    ...context,
    through: context.through === null ? null : own(context.through),
  });
  const { collect, inbox, hints, reply, like, hide, remove, publish, edit, metrics, profile, hostMedia } =
    functions;
  const { account: signing } = functions;
  return {
    ...(collect && {
      collect: (context, cursor) =>
        collect(through({ ...context, settings: parse(settings, context.settings, 'source') }), cursor),
    }),
    ...(signing && {
      account: {
        signIn: (context) => signing.signIn({ ...context, typed: parse(signIn, context.typed, 'account') }),
        check: (context) => signing.check(own(context)),
        ...(signing.signOut && {
          signOut: (context) => signing.signOut?.(own(context)) ?? Promise.resolve(),
        }),
      },
    }),
    ...(inbox && { inbox: (context, cursor) => inbox(own(context), cursor) }),
    ...(hints && { hints: (context) => hints(own(context)) }),
    ...(reply && {
      reply: {
        send: (context, request) => reply.send(own(context), request),
        find: (context, attempt) => reply.find(own(context), attempt),
      },
    }),
    ...(like && { like: (context, request) => like(own(context), request) }),
    ...(hide && { hide: (context, request) => hide(own(context), request) }),
    ...(remove && { remove: (context, request) => remove(own(context), request) }),
    ...(publish && {
      publish: {
        send: (context, request) => publish.send(own(context), request),
        find: (context, attempt) => publish.find(own(context), attempt),
        ...(publish.withdraw && {
          withdraw: (context, request) => publish.withdraw?.(own(context), request) ?? Promise.resolve(),
        }),
      },
    }),
    ...(edit && { edit: (context, request) => edit(own(context), request) }),
    ...(metrics && { metrics: (context) => metrics(own(context)) }),
    ...(profile && { profile: (context, handle) => profile(through(context), handle) }),
    ...(hostMedia && { hostMedia: (context, image) => hostMedia(own(context), image) }),
  };
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: 'source' | 'account',
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  throw new ConnectorError(
    'invalid',
    'settings',
    `A setting of this ${what} does not fit (${field}): ${issue?.message ?? ''}. Open the ${what} and correct it.`,
    { field, params: { field } },
  );
}
