import { createHash, randomUUID } from 'node:crypto';
import { countGraphemes } from '#shared/networks/count.ts';

export interface FakePost {
  id: string;
  /** Its address on another server; null = it was written here. */
  from: string | null;
  author: string;
  text: string;
  at: number;
  parent: string | null;
  visibility: string;
  warning: string;
  images: string[];
  likes: Set<string>;
}

export interface FakeMedia {
  id: string;
  alt: string;
  /** Looks until it is worked on. */
  looks: number;
}

export interface FakeHeld {
  id: string;
  author: string;
  text: string;
  at: string;
}

/** A refusal as Mastodon words it. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const MINUTE = 60_000;

/** What a Mastodon server remembers, with its rules. */
export class FakeStore {
  readonly posts = new Map<string, FakePost>();
  readonly media = new Map<string, FakeMedia>();
  /** Posts of other servers that nobody here has seen yet, by address. */
  readonly elsewhere = new Map<string, { author: string; text: string }>();
  readonly held = new Map<string, FakeHeld>();
  readonly notices: { id: string; to: string; post: string }[] = [];
  /** Who is told at once, over a live stream. */
  readonly ears = new Set<{ who: string; say: (text: string) => void }>();
  /** Whether there are live streams at all. */
  isLive = true;
  readonly tokens = new Map<string, string>();
  readonly apps = new Map<string, { secret: string; redirect: string }>();
  readonly codes = new Map<string, { app: string; who: string; challenge: string }>();
  readonly #keys = new Map<string, string>();
  readonly accounts: readonly string[];
  #serial = 110_000_000_000_000_000;

  constructor(accounts: readonly string[]) {
    this.accounts = accounts;
  }

  id(): string {
    this.#serial += 256;
    return String(this.#serial);
  }

  /** @throws Refusal */
  post(id: string, reader: string | null): FakePost {
    const post = this.posts.get(id);
    const isFor = post?.visibility === 'direct' ? [post.author, ...named(post.text)] : null;
    if (post === undefined || (isFor !== null && (reader === null || !isFor.includes(reader))))
      throw new Refusal(404, 'Record not found');
    return post;
  }

  /** A post by its address, fetched from where it is if need be. */
  fetch(address: string): FakePost | undefined {
    const there = this.elsewhere.get(address);
    this.elsewhere.delete(address);
    if (there !== undefined) return this.write(there.author, { ...there, from: address });
    return [...this.posts.values()].find(({ from }) => from === address);
  }

  /** Publishes; the same key gives the same post again. */
  write(author: string, draft: Partial<FakePost> & { text: string }, key?: string): FakePost {
    const known = key === undefined ? undefined : this.posts.get(this.#keys.get(`${author} ${key}`) ?? '');
    if (known) return known;
    if (countGraphemes(draft.text) > 500)
      throw new Refusal(422, 'Validation failed: Text character limit of 500 exceeded');
    if (draft.text === '' && (draft.images ?? []).length === 0)
      throw new Refusal(422, "Validation failed: Text can't be blank");
    const unready = draft.images?.find((id) => (this.media.get(id)?.looks ?? 1) > 0);
    if (unready !== undefined)
      throw new Refusal(422, 'Cannot attach files that have not finished processing. Try again in a moment!');
    if (draft.parent != null) this.post(draft.parent, author);
    const post: FakePost = {
      id: this.id(),
      from: null,
      author,
      at: Date.now(),
      parent: null,
      visibility: 'public',
      warning: '',
      images: [],
      likes: new Set(),
      ...draft,
    };
    this.posts.set(post.id, post);
    if (key !== undefined) this.#keys.set(`${author} ${key}`, post.id);
    for (const to of new Set(named(post.text)))
      if (to !== author && this.accounts.includes(to)) this.#notify(to, post.id);
    return post;
  }

  #notify(to: string, post: string): void {
    this.notices.push({ id: this.id(), to, post });
    const message = { stream: ['user:notification'], event: 'notification', payload: '{}' };
    for (const { who, say } of this.ears) if (who === to) say(JSON.stringify(message));
  }

  hold(author: string, text: string, at: string): FakeHeld {
    if (Date.parse(at) < Date.now() + 5 * MINUTE)
      throw new Refusal(422, 'Validation failed: Scheduled at The scheduled date must be in the future');
    const held = { id: this.id(), author, text, at };
    this.held.set(held.id, held);
    return held;
  }

  /** What answered a deleted post stays, and forgets it. */
  remove(id: string): void {
    this.posts.delete(id);
    for (const post of this.posts.values()) if (post.parent === id) post.parent = null;
    for (let at = this.notices.length - 1; at >= 0; at -= 1)
      if (this.notices[at]?.post === id) this.notices.splice(at, 1);
  }

  ancestors(post: FakePost): FakePost[] {
    const parent = post.parent === null ? undefined : this.posts.get(post.parent);
    return parent === undefined ? [] : [...this.ancestors(parent), parent];
  }

  descendants(post: FakePost): FakePost[] {
    const children = [...this.posts.values()].filter(({ parent }) => parent === post.id);
    return children.flatMap((child) => [child, ...this.descendants(child)]);
  }

  /** Newest first. */
  list(wanted: (post: FakePost) => boolean): FakePost[] {
    return [...this.posts.values()].filter(wanted).sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  register(redirect: string): { client_id: string; client_secret: string } {
    const [id, secret] = [randomUUID(), randomUUID()];
    this.apps.set(id, { secret, redirect });
    return { client_id: id, client_secret: secret };
  }

  /** The person says yes on the page. @returns where the browser is sent */
  grant(page: string, who: string): URL {
    const asked = new URL(page).searchParams;
    const get = (name: string): string => asked.get(name) ?? '';
    const app = this.apps.get(get('client_id'));
    if (app?.redirect !== get('redirect_uri'))
      throw new Refusal(401, 'The redirect uri included is not valid.');
    if (get('code_challenge_method') !== 'S256' || get('response_type') !== 'code')
      throw new Refusal(400, 'The request is malformed.');
    const code = randomUUID();
    this.codes.set(code, { app: get('client_id'), who, challenge: get('code_challenge') });
    const back = new URL(app.redirect);
    back.search = new URLSearchParams({ code, state: get('state') }).toString();
    return back;
  }

  exchange(form: URLSearchParams): string {
    const get = (name: string): string => form.get(name) ?? '';
    const code = this.codes.get(get('code'));
    this.codes.delete(get('code'));
    const app = this.apps.get(get('client_id'));
    const challenge = createHash('sha256').update(get('code_verifier')).digest('base64url');
    const isRight =
      app !== undefined &&
      app.secret === get('client_secret') &&
      app.redirect === get('redirect_uri') &&
      code?.app === get('client_id') &&
      code.challenge === challenge;
    if (!isRight) throw new Refusal(400, 'The provided authorization grant is invalid, expired, or revoked.');
    const token = randomUUID();
    this.tokens.set(token, code.who);
    return token;
  }
}

const named = (text: string): string[] => [...text.matchAll(/@(\w+)/g)].map(([, name = '']) => name);
