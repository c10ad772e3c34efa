import { randomUUID } from 'node:crypto';

export interface FakeImage {
  id: string;
  type: string;
  bytes: number;
  alt: string;
}

export interface FakePost {
  id: string;
  author: string;
  text: string;
  parent: string | null;
  /** UTC milliseconds. */
  at: number;
  images: FakeImage[];
  likes: Set<string>;
  isHidden: boolean;
  isPrivate: boolean;
  key: string | null;
}

export interface HeldPost extends FakePost {
  publishAt: number;
}

export interface FakeAccount {
  handle: string;
  name: string;
  password: string;
  access: Set<string>;
  refresh: Set<string>;
  followers: Set<string>;
}

export interface Notice {
  /** Counts up over the whole network. */
  serial: number;
  to: string;
  kind: 'comment' | 'mention' | 'message';
  post: string;
}

export interface FakeOptions {
  /** UTC milliseconds; default: this machine's clock. */
  now?: () => number;
  /** Whether a second post with the same `Idempotency-Key` is the first one. Default true. */
  honoursKeys?: boolean;
}

export interface NewPost {
  text: string;
  parent?: string | null;
  images?: FakeImage[];
  key?: string | null;
  isPrivate?: boolean;
}

/** What the network remembers. Methods do what its people do, without a request. */
export class FakeStore {
  readonly accounts = new Map<string, FakeAccount>();
  readonly posts = new Map<string, FakePost>();
  readonly held = new Map<string, HeldPost>();
  readonly media = new Map<string, FakeImage>();
  readonly notices: Notice[] = [];
  readonly #now: () => number;
  readonly #honoursKeys: boolean;
  readonly #listeners = new Set<(notice: Notice) => void>();
  #serial = 0;

  constructor(options: FakeOptions) {
    this.#now = options.now ?? (() => Date.now());
    this.#honoursKeys = options.honoursKeys ?? true;
  }

  now(): number {
    return this.#now();
  }

  createAccount(handle: string, name = handle): FakeAccount {
    const account = {
      handle,
      name,
      password: `password of ${handle}`,
      access: new Set<string>(),
      refresh: new Set<string>(),
      followers: new Set<string>(),
    };
    this.accounts.set(handle, account);
    return account;
  }

  account(handle: string): FakeAccount {
    const account = this.accounts.get(handle);
    if (!account) throw new Error(`nobody is called ${handle}`);
    return account;
  }

  /** New tokens; a refresh token works once. */
  tokens(account: FakeAccount): { access: string; refresh: string } {
    const made = { access: `access-${randomUUID()}`, refresh: `refresh-${randomUUID()}` };
    account.access.add(made.access);
    account.refresh.add(made.refresh);
    return made;
  }

  /** Access tokens of an account run out; the refresh token is good. */
  expire(handle: string): void {
    this.account(handle).access.clear();
  }

  /** Its owner takes back what apps may do. */
  revoke(handle: string): void {
    this.account(handle).access.clear();
    this.account(handle).refresh.clear();
  }

  write(author: string, draft: NewPost): FakePost {
    this.release();
    const known = this.#sameKey(author, draft.key ?? null);
    if (known) return known;
    const post = this.#make(author, draft);
    this.posts.set(post.id, post);
    this.#tell(post);
    return post;
  }

  /** Keeps a post until its time. */
  hold(author: string, draft: NewPost, publishAt: number): FakePost {
    const known = this.#sameKey(author, draft.key ?? null);
    if (known) return known;
    const post = { ...this.#make(author, draft), publishAt };
    this.held.set(post.id, post);
    return post;
  }

  /** Publishes what is due. */
  release(): void {
    for (const post of this.held.values()) {
      if (post.publishAt > this.now()) continue;
      this.held.delete(post.id);
      const { publishAt, ...rest } = post;
      this.posts.set(post.id, { ...rest, at: publishAt });
    }
  }

  remove(id: string): void {
    this.posts.delete(id);
  }

  follow(who: string, whom: string): void {
    this.account(whom).followers.add(who);
  }

  /** Newest first. */
  postsOf(handle: string): FakePost[] {
    this.release();
    return [...this.posts.values()].filter((post) => post.author === handle).reverse();
  }

  /** A post and everything under it, oldest first. */
  thread(id: string): FakePost[] {
    const post = this.posts.get(id);
    if (!post) return [];
    const above = post.parent === null ? undefined : this.posts.get(post.parent);
    if (above) return this.thread(above.id);
    const found = [post];
    for (const one of this.posts.values())
      if (found.some((other) => other.id === one.parent)) found.push(one);
    return found;
  }

  /** Calls for each notice of an account; the answer ends it. */
  listen(handle: string, heard: () => void): () => void {
    const listener = (notice: Notice): void => {
      if (notice.to === handle) heard();
    };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #sameKey(author: string, key: string | null): FakePost | undefined {
    if (key === null || !this.#honoursKeys) return undefined;
    return [...this.posts.values(), ...this.held.values()].find(
      (post) => post.author === author && post.key === key,
    );
  }

  #make(
    author: string,
    { text, parent = null, images = [], key = null, isPrivate = false }: NewPost,
  ): FakePost {
    this.#serial += 1;
    return {
      id: `p${this.#serial}`,
      author,
      text,
      parent,
      at: this.now(),
      images,
      likes: new Set(),
      isHidden: false,
      isPrivate,
      key: this.#honoursKeys ? key : null,
    };
  }

  #tell(post: FakePost): void {
    const above = post.parent === null ? undefined : this.posts.get(post.parent)?.author;
    for (const { handle } of this.accounts.values()) {
      if (handle === post.author) continue;
      const isNamed = post.text.includes(`@${handle}`);
      if (above !== handle && !isNamed) continue;
      const kind = post.isPrivate ? 'message' : above === handle ? 'comment' : 'mention';
      const notice: Notice = { serial: this.notices.length + 1, to: handle, kind, post: post.id };
      this.notices.push(notice);
      for (const listener of this.#listeners) listener(notice);
    }
  }
}
