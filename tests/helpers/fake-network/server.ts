import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { z } from 'zod';
import { openStream } from '../live-stream.ts';
import { FakeStore, type FakeAccount, type FakeOptions, type FakePost } from './store.ts';

/** A social network of our own on loopback: posts are HTML, tokens run out, comments arrive. */
export interface FakeNetwork {
  /** `http://127.0.0.1:<port>` */
  url: string;
  store: FakeStore;
  close(): Promise<void>;
}

interface Call {
  url: URL;
  method: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
  /** Null without a token that is good. */
  me: FakeAccount | null;
}

interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  bytes?: { type: string; data: Buffer };
}

const PAGE = 20;
const Draft = z.object({
  text: z.string(),
  parent: z.string().nullish(),
  images: z.array(z.string()).default([]),
  publishAt: z.number().nullish(),
  private: z.boolean().default(false),
});

export async function startFakeNetwork(options: FakeOptions = {}): Promise<FakeNetwork> {
  const store = new FakeStore(options);
  const files = new Map<string, { type: string; data: Buffer }>();
  const codes = new Map<string, { handle: string; challenge: string }>();
  const routes = new Routes(store, files, codes);
  const server = createServer((request, response) => void answer(request, response, store, routes));
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    const me = signedIn(store, request.headers);
    if (me === null) socket.destroy();
    else openStream(request, socket, (say) => store.listen(me.handle, () => say('notice')));
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    store,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  store: FakeStore,
  routes: Routes,
): Promise<void> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    // The client left in the middle: as if it had never asked.
    return;
  }
  const { status, body, headers, bytes } = routes.handle({
    url: new URL(request.url ?? '/', 'http://127.0.0.1'),
    method: request.method ?? 'GET',
    headers: request.headers,
    body: Buffer.concat(chunks),
    me: signedIn(store, request.headers),
  });
  response.writeHead(status, { 'content-type': bytes?.type ?? 'application/json', ...headers });
  response.end(bytes?.data ?? (body === undefined ? '' : JSON.stringify(body)));
}

function signedIn(store: FakeStore, headers: IncomingMessage['headers']): FakeAccount | null {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  return [...store.accounts.values()].find(({ access }) => access.has(token)) ?? null;
}

const NO_TOKEN: Reply = { status: 401, body: { error: 'token-expired' } };
const NOT_THERE: Reply = { status: 404, body: { error: 'not-there' } };

/** What each path answers. */
class Routes {
  readonly #store: FakeStore;
  readonly #files: Map<string, { type: string; data: Buffer }>;
  readonly #codes: Map<string, { handle: string; challenge: string }>;

  constructor(
    store: FakeStore,
    files: Map<string, { type: string; data: Buffer }>,
    codes: Map<string, { handle: string; challenge: string }>,
  ) {
    this.#store = store;
    this.#files = files;
    this.#codes = codes;
  }

  handle(call: Call): Reply {
    this.#store.release();
    const [version, noun = '', id = '', verb = ''] = call.url.pathname.split('/').slice(1);
    if (version === 'oauth') return noun === 'token' ? this.#token(call) : this.#authorize(call);
    if (version === 'files') {
      const file = this.#files.get(noun);
      return file ? { status: 200, bytes: file } : NOT_THERE;
    }
    if (noun === 'search') return this.#search(call);
    if (noun === 'profiles') return this.#profile(decodeURIComponent(id), call.me);
    if (call.me === null) return NO_TOKEN;
    const mine = { ...call, me: call.me };
    if (noun === 'me') return this.#profile(call.me.handle, call.me);
    if (noun === 'notices') return this.#notices(mine);
    if (noun === 'media' || noun === 'files') return this.#upload(mine, noun);
    if (noun === 'held') return this.#held(mine, id);
    if (noun === 'posts' && id === '') return call.method === 'POST' ? this.#write(mine) : this.#own(mine);
    if (noun === 'posts') return this.#post(mine, id, verb);
    return NOT_THERE;
  }

  #token({ body }: Call): Reply {
    const form = new URLSearchParams(body.toString());
    const granted = this.#grant(form);
    if (granted === undefined) return { status: 400, body: { error: 'invalid_grant' } };
    const { access, refresh } = this.#store.tokens(granted);
    return { status: 200, body: { access_token: access, refresh_token: refresh, expires_in: 7200 } };
  }

  #grant(form: URLSearchParams): FakeAccount | undefined {
    const account = this.#store.accounts.get(form.get('username') ?? '');
    if (form.get('grant_type') === 'password')
      return account?.password === form.get('password') ? account : undefined;
    if (form.get('grant_type') === 'authorization_code') {
      const code = this.#codes.get(form.get('code') ?? '');
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      this.#codes.delete(form.get('code') ?? '');
      return code?.challenge === proof ? this.#store.accounts.get(code.handle) : undefined;
    }
    const token = form.get('refresh_token') ?? '';
    const holder = [...this.#store.accounts.values()].find(({ refresh }) => refresh.has(token));
    holder?.refresh.delete(token);
    return holder;
  }

  /** Its person says yes at once; `login_hint` says who it is. */
  #authorize({ url }: Call): Reply {
    const code = `code-${this.#codes.size + 1}`;
    this.#codes.set(code, {
      handle: url.searchParams.get('login_hint') ?? '',
      challenge: url.searchParams.get('code_challenge') ?? '',
    });
    const back = new URL(url.searchParams.get('redirect_uri') ?? 'http://127.0.0.1');
    back.searchParams.set('code', code);
    back.searchParams.set('state', url.searchParams.get('state') ?? '');
    return { status: 302, headers: { location: back.href } };
  }

  #profile(handle: string, me: FakeAccount | null): Reply {
    const account = this.#store.accounts.get(handle);
    if (!account) return NOT_THERE;
    const posts = this.#store.postsOf(handle);
    const body = {
      handle,
      name: account.name,
      followers: account.followers.size,
      following: [...this.#store.accounts.values()].filter(({ followers }) => followers.has(handle)).length,
      posts: posts.length,
      recent: posts.slice(0, PAGE).map((post) => this.#view(post, me)),
    };
    return { status: 200, body };
  }

  #search({ url, me }: Call): Reply {
    const word = (url.searchParams.get('q') ?? '').toLowerCase();
    const found = [...this.#store.posts.values()].filter((post) => post.text.toLowerCase().includes(word));
    return this.#page(found.reverse(), url, me);
  }

  #own({ url, me }: Call & { me: FakeAccount }): Reply {
    return this.#page(this.#store.postsOf(me.handle), url, me);
  }

  /** Newest first; `before` is the last one of the page before. */
  #page(posts: FakePost[], url: URL, me: FakeAccount | null): Reply {
    const before = url.searchParams.get('before');
    const from = before === null ? 0 : posts.findIndex(({ id }) => id === before) + 1;
    const page = posts.slice(from, from + PAGE);
    const next = from + PAGE < posts.length ? (page.at(-1)?.id ?? null) : null;
    return { status: 200, body: { posts: page.map((post) => this.#view(post, me)), next } };
  }

  #notices({ url, me }: Call & { me: FakeAccount }): Reply {
    const after = Number(url.searchParams.get('after') ?? 0);
    const all = this.#store.notices.filter(({ to, serial }) => to === me.handle && serial > after);
    const page = all.slice(0, PAGE);
    return { status: 200, body: { notices: page, next: all.length > PAGE ? page.at(-1)?.serial : null } };
  }

  #upload({ body, headers, me }: Call & { me: FakeAccount }, noun: string): Reply {
    const parts = multipart(body, headers['content-type'] ?? '');
    const file = parts.find(({ name }) => name === 'file');
    if (!file) return { status: 422, body: { error: 'a file is missing' } };
    const alt = parts.find(({ name }) => name === 'alt')?.data.toString() ?? '';
    const id = `m${this.#store.media.size + 1}-${me.handle}`;
    this.#store.media.set(id, { id, type: file.type, bytes: file.data.byteLength, alt });
    this.#files.set(id, { type: file.type, data: file.data });
    return { status: 200, body: { id, path: noun === 'files' ? `/files/${id}` : null } };
  }

  #held({ method, me }: Call & { me: FakeAccount }, id: string): Reply {
    const own = [...this.#store.held.values()].filter(({ author }) => author === me.handle);
    if (method === 'GET') return { status: 200, body: { posts: own.map((post) => this.#view(post, me)) } };
    if (!own.some((post) => post.id === id)) return NOT_THERE;
    this.#store.held.delete(id);
    return { status: 204 };
  }

  #write({ body, headers, me }: Call & { me: FakeAccount }): Reply {
    const draft = Draft.safeParse(JSON.parse(body.toString()));
    if (!draft.success) return { status: 422, body: { error: 'not a post' } };
    const { text, parent = null, images, publishAt } = draft.data;
    if (parent !== null && !this.#store.posts.has(parent)) return NOT_THERE;
    const made = {
      text,
      parent,
      isPrivate: draft.data.private,
      images: images.flatMap((id) => this.#store.media.get(id) ?? []),
      key: headers['idempotency-key']?.toString() ?? null,
    };
    const post =
      publishAt == null ? this.#store.write(me.handle, made) : this.#store.hold(me.handle, made, publishAt);
    return { status: 200, body: this.#view(post, me) };
  }

  #post({ method, body, me }: Call & { me: FakeAccount }, id: string, verb: string): Reply {
    const post = this.#store.posts.get(id);
    if (!post) return NOT_THERE;
    if (verb === 'thread')
      return { status: 200, body: { posts: this.#store.thread(id).map((one) => this.#view(one, me)) } };
    if (verb === 'like') {
      if (method === 'PUT') post.likes.add(me.handle);
      else post.likes.delete(me.handle);
    } else if (verb === 'hide') post.isHidden = method === 'PUT';
    else if (post.author !== me.handle) return { status: 403, body: { error: 'not yours' } };
    else if (method === 'DELETE') this.#store.remove(id);
    else if (method === 'PUT') post.text = Draft.parse(JSON.parse(body.toString())).text;
    return { status: 200, body: this.#view(post, me) };
  }

  #view(post: FakePost, me: FakeAccount | null): unknown {
    const author = this.#store.account(post.author);
    const isMine = me?.handle === post.author;
    return {
      id: post.id,
      html: `<p>${escape(post.text).replace(/\n/g, '<br>')}</p><script>alert("${post.id}")</script>`,
      author: { handle: author.handle, name: author.name, followers: author.followers.size },
      parent: post.parent,
      at: post.at,
      images: post.images.map(({ id, alt }) => ({ path: `/files/${id}`, alt })),
      likes: post.likes.size,
      comments: [...this.#store.posts.values()].filter(({ parent }) => parent === post.id).length,
      liked: me !== null && post.likes.has(me.handle),
      hidden: post.isHidden,
      private: post.isPrivate,
      key: isMine ? post.key : null,
    };
  }
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

interface Part {
  name: string;
  type: string;
  data: Buffer;
}

function multipart(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary=([^;]+)/.exec(contentType)?.[1];
  if (boundary === undefined) return [];
  const text = body.toString('latin1');
  return text.split(`--${boundary}`).flatMap((part) => {
    const end = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/.exec(part)?.[1];
    if (end === -1 || name === undefined) return [];
    const type = /content-type: (.+)/i.exec(part.slice(0, end))?.[1]?.trim() ?? 'text/plain';
    return [{ name, type, data: Buffer.from(part.slice(end + 4, -2), 'latin1') }];
  });
}
