import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { listenIn } from './live.ts';
import { FakeStore, Refusal, type FakeHeld, type FakePost } from './store.ts';

export interface FakeMastodon {
  url: string;
  store: FakeStore;
  /** `GET /path` of every request so far. */
  requests: string[];
  addressOf(post: Pick<FakePost, 'id' | 'author' | 'from'>): string;
  close(): Promise<void>;
}

interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Form or JSON, by name. */
  body: Record<string, unknown>;
  raw: Buffer;
  key: string | undefined;
  /** Who asks; null without a token. */
  who: string | null;
}

type Answer = { status?: number; value: unknown; headers?: Record<string, string> };

/** A server that keeps to Mastodon's rules, also where another would let things pass. */
export async function startFakeMastodon(accounts: readonly string[]): Promise<FakeMastodon> {
  const store = new FakeStore(accounts);
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`);
    void serve(new Handlers(store, url), request, response);
  });
  const lines = new Set<Socket>();
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    lines.add(socket);
    listenIn(request, socket, store);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    store,
    addressOf: ({ id, author, from }) => from ?? `${url}/users/${author}/statuses/${id}`,
    requests,
    close: async () => {
      for (const line of lines) line.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function serve(handlers: Handlers, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const send = ({ status = 200, value, headers = {} }: Answer): void => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(value));
  };
  try {
    send(handlers.answer(await readCall(request, handlers.store)));
  } catch (error) {
    if (error instanceof Refusal) send({ status: error.status, value: { error: error.message } });
    else response.destroy();
  }
}

async function readCall(request: IncomingMessage, store: FakeStore): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const url = new URL(request.url ?? '', 'http://x');
  const type = request.headers['content-type'] ?? '';
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const who = token === undefined ? null : (store.tokens.get(token) ?? '');
  if (who === '') throw new Refusal(401, 'The access token is invalid');
  const key = request.headers['idempotency-key'];
  const text = raw.toString();
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    body: type.startsWith('application/json')
      ? (JSON.parse(text) as Record<string, unknown>)
      : type.startsWith('application/x-www-form')
        ? Object.fromEntries(new URLSearchParams(text))
        : {},
    raw,
    key: typeof key === 'string' ? key : undefined,
    who,
  };
}

type Handler = (call: Call, part: string) => Answer;

class Handlers {
  readonly store: FakeStore;
  readonly #url: string;

  constructor(store: FakeStore, url: string) {
    this.store = store;
    this.#url = url;
  }

  answer(call: Call): Answer {
    for (const [method, pattern, handler, isOpen] of this.#routes) {
      const match = call.method === method ? pattern.exec(call.path) : null;
      if (!match) continue;
      if (isOpen !== true && call.who === null)
        throw new Refusal(401, 'This method requires an authenticated user');
      return handler(call, match[1] ?? '');
    }
    throw new Refusal(404, 'Record not found');
  }

  readonly #routes: [string, RegExp, Handler, boolean?][] = [
    ['POST', /^\/api\/v1\/apps$/, (call) => this.#register(call), true],
    ['POST', /^\/oauth\/token$/, (call) => this.#token(call), true],
    ['POST', /^\/oauth\/revoke$/, (call) => this.#revoke(call), true],
    ['GET', /^\/api\/v2\/instance$/, () => ({ value: this.#instance() }), true],
    ['GET', /^\/api\/v1\/accounts\/verify_credentials$/, (call) => ({ value: this.#account(me(call)) })],
    ['GET', /^\/api\/v1\/accounts\/lookup$/, (call) => this.#lookup(call), true],
    ['GET', /^\/api\/v1\/accounts\/(\w+)\/statuses$/, (call, id) => this.#postsOf(call, id), true],
    ['GET', /^\/api\/v1\/timelines\/tag\/(.+)$/, (call, tag) => this.#tag(call, tag), true],
    ['GET', /^\/api\/v2\/search$/, (call) => this.#search(call)],
    ['GET', /^\/api\/v1\/notifications$/, (call) => this.#notifications(call)],
    ['GET', /^\/api\/v1\/conversations$/, (call) => this.#conversations(call)],
    ['POST', /^\/api\/v2\/media$/, (call) => this.#upload(call)],
    ['GET', /^\/api\/v1\/media\/(\d+)$/, (_, id) => this.#media(id)],
    ['POST', /^\/api\/v1\/statuses$/, (call) => this.#publish(call)],
    ['GET', /^\/api\/v1\/statuses\/(\d+)$/, (call, id) => this.#one(call, id), true],
    ['PUT', /^\/api\/v1\/statuses\/(\d+)$/, (call, id) => this.#edit(call, id)],
    ['DELETE', /^\/api\/v1\/statuses\/(\d+)$/, (call, id) => this.#remove(call, id)],
    ['GET', /^\/api\/v1\/statuses\/(\d+)\/context$/, (call, id) => this.#context(call, id), true],
    ['POST', /^\/api\/v1\/statuses\/(\d+)\/favourite$/, (call, id) => this.#like(call, id, true)],
    ['POST', /^\/api\/v1\/statuses\/(\d+)\/unfavourite$/, (call, id) => this.#like(call, id, false)],
    ['GET', /^\/api\/v1\/scheduled_statuses$/, (call) => this.#heldOf(call)],
    ['DELETE', /^\/api\/v1\/scheduled_statuses\/(\d+)$/, (call, id) => this.#withdraw(call, id)],
  ];

  #register({ body }: Call): Answer {
    const scopes = textOf(body['scopes']).split(' ');
    const known = /^(?:read|write)(?::(?:accounts|notifications|search|statuses|favourites|media))?$/;
    if (!scopes.every((scope) => known.test(scope)))
      throw new Refusal(422, "Validation failed: Scopes doesn't match configured on the server.");
    return { value: this.store.register(textOf(body['redirect_uris'])) };
  }

  #token({ body }: Call): Answer {
    const form = new URLSearchParams(body as Record<string, string>);
    return { value: { access_token: this.store.exchange(form), token_type: 'Bearer' } };
  }

  #revoke({ body }: Call): Answer {
    const app = this.store.apps.get(textOf(body['client_id']));
    if (app?.secret !== body['client_secret'])
      throw new Refusal(403, 'You are not authorized to revoke this token');
    this.store.tokens.delete(textOf(body['token']));
    return { value: {} };
  }

  #instance(): unknown {
    return {
      domain: new URL(this.#url).host,
      version: '4.5.0',
      configuration: {
        ...(this.store.isLive ? { urls: { streaming: this.#url.replace('http', 'ws') } } : {}),
        statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
        media_attachments: { image_size_limit: 16_777_216, supported_mime_types: ['image/png', 'video/mp4'] },
      },
      api_versions: { mastodon: 7 },
    };
  }

  #account(name: string): Record<string, unknown> {
    const index = this.store.accounts.indexOf(name);
    if (index < 0) throw new Refusal(404, 'Record not found');
    return {
      id: String(1000 + index),
      username: name,
      acct: name,
      display_name: `${name} :sparkle:`,
      emojis: [{ shortcode: 'sparkle' }],
      url: `${this.#url}/@${name}`,
      followers_count: 3,
      following_count: 2,
      statuses_count: this.store.list(({ author }) => author === name).length,
    };
  }

  #status(post: FakePost, reader: string | null): Record<string, unknown> {
    const html = post.text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(
        /@(\w+)/g,
        `<span class="h-card"><a href="${this.#url}/@$1" class="u-url mention">@<span>$1</span></a></span>`,
      );
    return {
      id: post.id,
      uri: post.from ?? `${this.#url}/users/${post.author}/statuses/${post.id}`,
      url: post.from ?? `${this.#url}/@${post.author}/${post.id}`,
      created_at: new Date(post.at).toISOString(),
      account: this.#account(post.author),
      content: `<p>${html}</p>`,
      spoiler_text: post.warning,
      visibility: post.visibility,
      language: 'en',
      in_reply_to_id: post.parent,
      mentions: this.store.accounts.flatMap((name, index) =>
        post.text.includes(`@${name}`) ? [{ id: String(1000 + index) }] : [],
      ),
      media_attachments: post.images.map((id) => ({
        type: 'image',
        url: `${this.#url}/media/${id}.png`,
        description: this.store.media.get(id)?.alt || null,
      })),
      favourites_count: post.likes.size,
      replies_count: this.store.list(({ parent }) => parent === post.id).length,
      reblogs_count: 0,
      favourited: reader !== null && post.likes.has(reader),
      reblog: null,
    };
  }

  /** A page with a Link header, as long as there is more; what is newer comes first. */
  #page<Row extends { id: string }>(
    { query, path }: Call,
    rows: readonly Row[],
    show: (row: Row) => unknown,
  ): Answer {
    const [maxId, sinceId] = [query.get('max_id'), query.get('since_id')];
    const most = Math.min(40, Number(query.get('limit') ?? 20));
    const left = rows.filter(
      ({ id }) => (maxId === null || id < maxId) && (sinceId === null || id > sinceId),
    );
    const page = left.slice(0, most);
    const [first, last] = [page[0], page.at(-1)];
    const link =
      first === undefined || last === undefined
        ? {}
        : {
            link: `<${this.#url}${path}?limit=${most}&max_id=${last.id}>; rel="next", <${this.#url}${path}?min_id=${first.id}>; rel="prev"`,
          };
    return { value: page.map(show), headers: link };
  }

  #lookup({ query }: Call): Answer {
    return { value: this.#account((query.get('acct') ?? '').split('@')[0] ?? '') };
  }

  #postsOf(call: Call, id: string): Answer {
    const name = this.store.accounts[Number(id) - 1000];
    const rows = this.store.list(
      ({ author, visibility }) => author === name && (visibility === 'public' || call.who === author),
    );
    return this.#page(call, rows, (post) => this.#status(post, call.who));
  }

  #tag(call: Call, tag: string): Answer {
    const has = ({ text, visibility }: FakePost): boolean =>
      visibility === 'public' && text.toLowerCase().split(/\s+/).includes(`#${tag}`);
    return this.#page(call, this.store.list(has), (post) => this.#status(post, call.who));
  }

  #search(call: Call): Answer {
    const words = call.query.get('q') ?? '';
    if (words.startsWith('http')) return { value: this.#resolved(call, words) };
    const rows = this.store.list(({ text, visibility }) => visibility === 'public' && text.includes(words));
    const { value } = this.#page(call, rows, (post) => this.#status(post, call.who));
    return { value: { accounts: [], statuses: value, hashtags: [] } };
  }

  #resolved(call: Call, address: string): unknown {
    const post = call.query.get('resolve') === 'true' ? this.store.fetch(address) : undefined;
    return { accounts: [], statuses: post ? [this.#status(post, call.who)] : [], hashtags: [] };
  }

  #notifications(call: Call): Answer {
    const rows = this.store.notices.filter(({ to }) => to === call.who).toReversed();
    return this.#page(call, rows, (notice) => ({
      id: notice.id,
      type: 'mention',
      status: this.#status(this.store.post(notice.post, call.who), call.who),
    }));
  }

  #conversations(call: Call): Answer {
    const direct = this.store.list(
      (post) =>
        post.visibility === 'direct' && (post.author === call.who || post.text.includes(`@${me(call)}`)),
    );
    return this.#page(call, direct, (post) => ({
      id: `c${post.id}`,
      last_status: this.#status(post, call.who),
    }));
  }

  #upload({ raw }: Call): Answer {
    const text = raw.toString();
    if (!text.includes('name="file"')) throw new Refusal(422, "Validation failed: File can't be blank");
    const alt = /name="description"\r\n\r\n([\s\S]*?)\r\n--/.exec(text)?.[1] ?? '';
    const media = { id: this.store.id(), alt, looks: 1 };
    this.store.media.set(media.id, media);
    return { status: 202, value: { id: media.id, type: 'image', url: null } };
  }

  #media(id: string): Answer {
    const media = this.store.media.get(id);
    if (media === undefined) throw new Refusal(404, 'Record not found');
    media.looks -= 1;
    return { status: media.looks < 0 ? 200 : 206, value: { id, type: 'image', url: null } };
  }

  #publish(call: Call): Answer {
    const { body, key } = call;
    const text = textOf(body['status']);
    const at = body['scheduled_at'];
    if (typeof at === 'string') return { value: heldOf(this.store.hold(me(call), text, at)) };
    const parent = body['in_reply_to_id'];
    const draft = {
      text,
      parent: typeof parent === 'string' ? parent : null,
      visibility: textOf(body['visibility']) || 'public',
      warning: textOf(body['spoiler_text']),
      images: (body['media_ids'] as string[] | undefined) ?? [],
    };
    return { value: this.#status(this.store.write(me(call), draft, key), call.who) };
  }

  #one(call: Call, id: string): Answer {
    return { value: this.#status(this.store.post(id, call.who), call.who) };
  }

  #own(call: Call, id: string): FakePost {
    const post = this.store.post(id, call.who);
    if (post.author !== call.who) throw new Refusal(404, 'Record not found');
    return post;
  }

  #edit(call: Call, id: string): Answer {
    const post = this.#own(call, id);
    post.text = textOf(call.body['status']);
    post.images = (call.body['media_ids'] as string[] | undefined) ?? [];
    return { value: this.#status(post, call.who) };
  }

  #remove(call: Call, id: string): Answer {
    const value = this.#status(this.#own(call, id), call.who);
    this.store.remove(id);
    return { value };
  }

  #context(call: Call, id: string): Answer {
    const post = this.store.post(id, call.who);
    const show = (one: FakePost): unknown => this.#status(one, call.who);
    return {
      value: {
        ancestors: this.store.ancestors(post).map(show),
        descendants: this.store.descendants(post).map(show),
      },
    };
  }

  #like(call: Call, id: string, on: boolean): Answer {
    const post = this.store.post(id, call.who);
    if (on) post.likes.add(me(call));
    else post.likes.delete(me(call));
    return { value: this.#status(post, call.who) };
  }

  #heldOf(call: Call): Answer {
    return { value: [...this.store.held.values()].filter(({ author }) => author === call.who).map(heldOf) };
  }

  #withdraw(call: Call, id: string): Answer {
    if (this.store.held.get(id)?.author !== call.who) throw new Refusal(404, 'Record not found');
    this.store.held.delete(id);
    return { value: {} };
  }
}

const me = ({ who }: Call): string => who ?? '';

const heldOf = ({ id, at, text }: FakeHeld): unknown => ({
  id,
  scheduled_at: at,
  params: { text, scheduled_at: null },
  media_attachments: [],
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
