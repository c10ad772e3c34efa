import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Guest, SeenPost } from '../../connectors/bench.ts';
import type { SnacUser } from './snac.ts';

const REDIRECT = 'http://127.0.0.1:9/nobody';

const Status = z.object({
  id: z.string(),
  uri: z.string(),
  account: z.object({ url: z.string() }),
  content: z.string(),
  text: z.string().nullish(),
  visibility: z.string(),
  favourites_count: z.number(),
  in_reply_to_id: z.string().nullish(),
  media_attachments: z.array(z.object({ url: z.string(), description: z.string().nullish() })),
});
type Status = z.infer<typeof Status>;

/** Somebody on a real server, by its API and, where that lacks something, by its website. */
export class SnacGuest implements Guest {
  readonly #url: string;
  readonly #user: SnacUser;
  readonly #token: string;

  private constructor(url: string, user: SnacUser, token: string) {
    this.#url = url;
    this.#user = user;
    this.#token = token;
  }

  static async signIn(
    url: string,
    user: SnacUser,
    grant: (page: string, user: SnacUser) => Promise<string>,
  ): Promise<SnacGuest> {
    const post = async (path: string, fields: Record<string, string>): Promise<unknown> => {
      const response = await fetch(url + path, { method: 'POST', body: new URLSearchParams(fields) });
      return response.json();
    };
    const scope = 'read write';
    const app = z
      .object({ client_id: z.string(), client_secret: z.string() })
      .parse(await post('/api/v1/apps', { client_name: 'Guest', redirect_uris: REDIRECT, scopes: scope }));
    const asked = { client_id: app.client_id, redirect_uri: REDIRECT, response_type: 'code', scope };
    const back = await grant(`${url}/oauth/authorize?${new URLSearchParams(asked).toString()}`, user);
    const code = new URL(back).searchParams.get('code') ?? '';
    const fields = { ...app, grant_type: 'authorization_code', code, redirect_uri: REDIRECT };
    const { access_token: token } = z
      .object({ access_token: z.string() })
      .parse(await post('/oauth/token', fields));
    return new SnacGuest(url, user, token);
  }

  async comment(under: string, text: string): Promise<string> {
    const post = await this.#status(under);
    return this.#post({
      status: `${mentionOf(post)} ${text}`,
      in_reply_to_id: numberOf(under),
      visibility: 'public',
    });
  }

  mention(text: string): Promise<string> {
    return this.#post({ status: `@seaview ${text}`, visibility: 'public' });
  }

  /** Writes a message that only the account can see. */
  message(text: string): Promise<string> {
    return this.#post({ status: `@seaview ${text}`, visibility: 'direct' });
  }

  /** Writes for everybody, to nobody. */
  write(text: string): Promise<string> {
    return this.#post({ status: text, visibility: 'public' });
  }

  /** The server's API cannot delete; its website can. */
  async remove(ident: string): Promise<void> {
    const { uri, account } = await this.#status(ident);
    const response = await fetch(`${this.#url}/${this.#user.name}/admin/action`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        // It takes this type only without a charset behind it.
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${this.#user.name}:${this.#user.password}`).toString('base64')}`,
      },
      body: new URLSearchParams({ id: uri, actor: account.url, action: 'Delete' }).toString(),
    });
    if (response.status !== 303) throw new Error(`the website did not delete: ${response.status}`);
  }

  async find(word: string): Promise<SeenPost[]> {
    const seen = z.array(Status).parse(await this.#get('/api/v1/timelines/public?local=true&limit=40'));
    const account = z
      .object({ id: z.string() })
      .parse(await this.#get('/api/v1/accounts/lookup?acct=seaview'));
    const own = z.array(Status).parse(await this.#get(`/api/v1/accounts/${account.id}/statuses?limit=40`));
    const all = new Map(
      [...seen.filter(({ uri }) => uri.includes('/seaview/')), ...own].map((one) => [one.id, one]),
    );
    return [...all.values()]
      .map((one) => ({
        ident: one.uri,
        text: one.text ?? one.content,
        alts: one.media_attachments.map(({ description }) => description ?? ''),
      }))
      .filter(({ text }) => text.includes(word));
  }

  async likes(ident: string): Promise<number> {
    return (await this.#status(ident)).favourites_count;
  }

  /** One post as this guest sees it. */
  async see(ident: string): Promise<Status> {
    return this.#status(ident);
  }

  async #status(ident: string): Promise<Status> {
    return Status.parse(await this.#get(`/api/v1/statuses/${numberOf(ident)}`));
  }

  async #post(fields: Record<string, string>): Promise<string> {
    const response = await fetch(`${this.#url}/api/v1/statuses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}` },
      body: new URLSearchParams(fields),
    });
    return Status.parse(await response.json()).uri;
  }

  async #get(path: string): Promise<unknown> {
    const response = await fetch(this.#url + path, { headers: { authorization: `Bearer ${this.#token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  }
}

/** Who is answered, as people of the same server write it: the server finds no domain with a port. */
const mentionOf = ({ uri }: Status): string => `@${new URL(uri).pathname.split('/')[1] ?? ''}`;

/** The server's number of a post, from its address; the time in front may be any. */
const numberOf = (address: string): string =>
  `${'0'.repeat(10)}${createHash('md5').update(address).digest('hex')}`;
