import { z } from 'zod';
import {
  Api,
  ConnectorError,
  askTokens,
  cleanText,
  htmlToText,
  httpAddress,
  renew,
  type AccountContext,
  type ApiRequest,
  type NetworkContext,
  type ThreadEntry,
} from '#engine/connectors/kit/index.ts';
import type { RawAuthor } from '#shared/model/item.ts';

export const FakeAccountSettings = z.object({ server: z.string(), handle: z.string() });
export type Own = AccountContext<z.infer<typeof FakeAccountSettings>>;

export const Post = z.object({
  id: z.string(),
  html: z.string(),
  author: z.object({ handle: z.string(), name: z.string(), followers: z.number() }),
  parent: z.string().nullable(),
  at: z.number(),
  images: z.array(z.object({ path: z.string(), alt: z.string() })),
  likes: z.number(),
  comments: z.number(),
  liked: z.boolean(),
  hidden: z.boolean(),
  private: z.boolean(),
  key: z.string().nullable(),
});
export type Post = z.infer<typeof Post>;
export const Page = z.object({ posts: z.array(Post), next: z.string().nullish() });
export const Profile = z.object({
  handle: z.string(),
  name: z.string(),
  followers: z.number(),
  following: z.number(),
  posts: z.number(),
  recent: z.array(Post),
});
export type Profile = z.infer<typeof Profile>;

const Failure = z.object({ error: z.string() });

export function openApi(context: NetworkContext, server: string, authorization?: () => string | null): Api {
  return new Api(context, {
    origin: server,
    network: 'Fakebook',
    ...(authorization === undefined ? {} : { authorization }),
    explain(status, body) {
      if (status === 404 || status === 410)
        return new ConnectorError('gone', 'not-there', 'This is no longer there; it was probably deleted.');
      if (status !== 422) return undefined;
      const reason = Failure.safeParse(body).data?.error ?? '';
      return new ConnectorError('invalid', 'not-taken', `The network did not take this: ${reason}.`, {
        params: { reason },
      });
    },
  });
}

/** The calls of one account; a token that ran out is renewed once and the call made again. */
export class Calls {
  readonly #context: Own;
  readonly #api: Api;

  constructor(context: Own) {
    this.#context = context;
    const { secrets } = context;
    this.#api = openApi(context, context.account.server, () => `Bearer ${secrets.get('access') ?? ''}`);
  }

  async call<Schema extends z.ZodType>(schema: Schema, request: ApiRequest): Promise<z.output<Schema>> {
    const { secrets } = this.#context;
    const used = secrets.get('access');
    try {
      return (await this.#api.call(schema, request)).value;
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.kind !== 'reauth') throw error;
      // Somebody else may have renewed it meanwhile.
      if (secrets.get('access') === used) await this.#renew();
      return (await this.#api.call(schema, request)).value;
    }
  }

  #renew(): Promise<void> {
    const { secrets } = this.#context;
    return renew(secrets, () =>
      askTokens(openApi(this.#context, this.#context.account.server), '/oauth/token', {
        grant_type: 'refresh_token',
        refresh_token: secrets.get('refresh') ?? '',
      }),
    );
  }
}

const addressOf = (server: string, post: Post): string => `${server}/@${post.author.handle}/${post.id}`;

export const textOf = (post: Post): string => htmlToText(post.html);

export const authorOf = (server: string, { author }: Post): RawAuthor => ({
  ident: author.handle,
  name: author.name,
  url: httpAddress(`${server}/@${author.handle}`),
  followers: author.followers,
});

export const sentOf = (
  server: string,
  post: Post,
  held = false,
): { ident: string; url: string; held: boolean } => ({
  ident: post.id,
  url: addressOf(server, post),
  held,
});

export function entryOf(context: Own, post: Post, kind: ThreadEntry['kind']): ThreadEntry {
  const { server, handle } = context.account;
  return {
    ident: post.id,
    parent: post.parent,
    kind,
    text: textOf(post),
    author: authorOf(server, post),
    own: post.author.handle === handle,
    at: Math.min(post.at, context.now()),
    url: addressOf(server, post),
    attachments: post.images.map(({ path, alt }) => ({ kind: 'image', url: `${server}${path}`, alt })),
    liked: post.liked,
    hidden: post.hidden,
    gone: false,
    rating: null,
    private: post.private,
  };
}

/** Whether a post says what was typed, however the network wrote it down. */
export const says = (post: Post, typed: string): boolean => textOf(post) === cleanText(typed);
