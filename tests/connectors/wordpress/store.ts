/** Somebody with a login of the site. */
export interface FakeUser {
  id: number;
  login: string;
  name: string;
  role: 'administrator' | 'editor' | 'author' | 'subscriber';
  /** Without spaces; null once it was taken back. */
  password: string | null;
}

export interface FakePost {
  id: number;
  type: 'posts' | 'pages' | 'rooms';
  title: string;
  content: string;
  slug: string;
  status: string;
  author: number;
  /** UTC milliseconds. */
  at: number;
  modified: number;
  closed: boolean;
}

export interface FakeComment {
  id: number;
  post: number;
  parent: number;
  author: number;
  name: string;
  email: string;
  /** HTML as it was sent. */
  content: string;
  agent: string;
  status: string;
  at: number;
}

export interface FakeMedia {
  id: number;
  slug: string;
  alt: string;
  title: string;
  fileName: string;
}

/** An answer of WordPress's own that is an error: its code, its sentence, its status. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A site's contents, with the rules of WordPress that matter to whoever uses it from outside. */
export class FakeSite {
  readonly users: FakeUser[] = [
    { id: 1, login: 'owner', name: 'The owner', role: 'administrator', password: null },
    { id: 2, login: 'maria', name: 'Maria', role: 'editor', password: 'abcdEFGH1234ijklMNOP5678' },
    { id: 3, login: 'guest', name: 'A customer', role: 'subscriber', password: 'zzzzEFGH1234ijklMNOP5678' },
  ];
  readonly posts: FakePost[] = [];
  readonly comments: FakeComment[] = [];
  readonly media: FakeMedia[] = [];
  /** Whether what is deleted goes to the trash first. */
  hasTrash = true;
  /** Whether a wrong sign-in is told as one, as some plugins make it; a bare site acts as if nobody had tried. */
  tellsWhy = false;
  /** Whether WordPress tells anybody else who its users are. */
  tellsUsers = true;
  readonly #now: () => number;
  #last = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  now(): number {
    return this.#now();
  }

  id(): number {
    this.#last += 1;
    return this.#last;
  }

  write(part: Partial<FakePost> = {}): FakePost {
    const id = this.id();
    const post: FakePost = {
      id,
      type: 'posts',
      title: `Post ${id}`,
      content: '<p>Text</p>',
      slug: this.freeSlug(part.slug ?? `post-${id}`),
      status: 'publish',
      author: 1,
      at: this.now(),
      modified: this.now(),
      closed: false,
      ...part,
    };
    this.posts.push(post);
    return post;
  }

  freeSlug(wanted: string): string {
    const taken = new Set([...this.posts, ...this.media].map(({ slug }) => slug));
    let slug = wanted;
    for (let count = 2; taken.has(slug); count += 1) slug = `${wanted}-${count}`;
    return slug;
  }

  /** A visitor's comment, plain text, from the form below a post. */
  comment(text: string, part: Partial<FakeComment> & { post: number }): FakeComment {
    return this.insert({ content: escaped(text), ...part });
  }

  /** @throws Refusal `comment_duplicate` where the same person says the same once more in the same place */
  insert(part: Partial<FakeComment> & { post: number; content: string }): FakeComment {
    const comment: FakeComment = {
      id: this.id(),
      parent: 0,
      author: 0,
      name: 'Ana',
      email: 'ana@guests.example',
      agent: 'Browser',
      status: 'approved',
      at: this.now(),
      ...part,
    };
    const twin = this.comments.some(
      (one) =>
        one.post === comment.post &&
        one.parent === comment.parent &&
        one.author === comment.author &&
        one.email === comment.email &&
        one.content === comment.content &&
        one.status !== 'trash',
    );
    if (twin) {
      throw new Refusal(
        409,
        'comment_duplicate',
        'Duplicate comment detected; it looks as though you&#8217;ve already said that!',
      );
    }
    this.comments.push(comment);
    return comment;
  }

  /** Deletes a comment for good; what answered it moves up to what it answered. */
  drop(id: number): void {
    const at = this.comments.findIndex((one) => one.id === id);
    const [gone] = this.comments.splice(at, at < 0 ? 0 : 1);
    if (gone === undefined) return;
    for (const below of this.comments) if (below.parent === id) below.parent = gone.parent;
  }

  commentAt(id: number): FakeComment {
    const found = this.comments.find((one) => one.id === id);
    if (found === undefined) throw new Refusal(404, 'rest_comment_invalid_id', 'Invalid comment ID.');
    return found;
  }

  postAt(id: number, type: FakePost['type'] = 'posts'): FakePost {
    const found = this.posts.find((one) => one.id === id && one.type === type);
    if (found === undefined) throw new Refusal(404, 'rest_post_invalid_id', 'Invalid post ID.');
    return found;
  }

  /** Publishes what is due, as WordPress does when somebody visits. */
  visit(): void {
    for (const post of this.posts)
      if (post.status === 'future' && post.at <= this.now()) post.status = 'publish';
  }
}
