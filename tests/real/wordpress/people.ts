import { z } from 'zod';
import { htmlToText } from '../../../src/main/engine/connectors/kit/index.ts';
import type { SeenPost } from '../../connectors/bench.ts';

const Rendered = z.object({ rendered: z.string() });
const Post = z.object({ id: z.number(), author: z.number(), content: Rendered });
const Comment = z.object({ id: z.number(), post: z.number(), author: z.number(), content: Rendered });
export const Status = z.object({ id: z.number(), status: z.string() });

/** Who may do what on a site. */
export interface WordPressUser {
  id: number;
  name: string;
  /** An application password. */
  password: string;
}

interface Call {
  method?: string;
  json?: unknown;
}

/** The site's interface for somebody with an application password, or for anybody. Paths begin with `/wp/v2`. */
export class Caller {
  readonly #url: string;
  readonly #user: WordPressUser | null;

  constructor(url: string, user: WordPressUser | null) {
    this.#url = url;
    this.#user = user;
  }

  async answer(path: string, { method = 'GET', json }: Call = {}): Promise<Response> {
    const user = this.#user;
    const basic = user === null ? '' : Buffer.from(`${user.name}:${user.password}`).toString('base64');
    return fetch(`${this.#url}/?rest_route=${path.replace('?', '&')}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(user === null ? {} : { authorization: `Basic ${basic}` }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  }

  async call<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    call: Call = {},
  ): Promise<z.output<Schema>> {
    const response = await this.answer(path, call);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return schema.parse(await response.json());
  }
}

/** Visitors of a site, who write in the form below a post, and see what everybody sees. */
export class Visitors {
  readonly #url: string;
  readonly #short: string;
  readonly #anybody: Caller;
  readonly #owner: Caller;

  /** @param seenAt where the connector sees the site: the same, or a proxy before it */
  constructor(url: string, seenAt: string, owner: WordPressUser) {
    this.#url = url;
    this.#short = new URL(seenAt).host;
    this.#anybody = new Caller(url, null);
    this.#owner = new Caller(url, owner);
  }

  async comment(under: string, text: string, name = 'Ana'): Promise<string> {
    const { kind, id } = numberOf(under);
    const post = kind === 'post' ? id : (await this.#anybody.call(Comment, `/wp/v2/comments/${id}`)).post;
    const response = await fetch(`${this.#url}/wp-comments-post.php`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        comment: text,
        author: name,
        email: `${name.toLowerCase()}@guests.example`,
        url: '',
        comment_post_ID: String(post),
        comment_parent: kind === 'post' ? '0' : String(id),
      }),
    });
    const made = /#comment-(\d+)$/.exec(response.headers.get('location') ?? '')?.[1];
    if (made === undefined) throw new Error(`the form did not take the comment: ${await response.text()}`);
    return `${this.#short}#comment-${made}`;
  }

  /** A comment with two links, which WordPress holds until somebody lets it through. */
  suspicious(under: string, text: string, name?: string): Promise<string> {
    return this.comment(under, `${text} https://a.example https://b.example`, name);
  }

  /** Somebody of the house takes it away for good. */
  async remove(ident: string): Promise<void> {
    await this.#owner.call(z.unknown(), `/wp/v2/comments/${numberOf(ident).id}?force=true`, {
      method: 'DELETE',
    });
  }

  async find(word: string): Promise<SeenPost[]> {
    const query = `search=${word}&per_page=100`;
    const posts = await this.#anybody.call(z.array(Post), `/wp/v2/posts?${query}`);
    const comments = await this.#anybody.call(z.array(Comment), `/wp/v2/comments?${query}`);
    const seen = (
      kind: string,
      { id, content }: { id: number; content: { rendered: string } },
    ): SeenPost => ({
      ident: `${this.#short}#${kind}-${id}`,
      text: htmlToText(content.rendered),
      alts: [...content.rendered.matchAll(/<img[^>]* alt="([^"]*)"/g)].map(([, alt = '']) => htmlToText(alt)),
    });
    return [
      ...posts.map((post) => seen('post', post)),
      ...comments.filter(({ author }) => author > 0).map((comment) => seen('comment', comment)),
    ];
  }

  async isHidden(ident: string): Promise<boolean> {
    return (await this.#anybody.answer(`/wp/v2/comments/${numberOf(ident).id}`)).status === 401;
  }
}

/** `seaview.example#comment-12` → comment, 12. */
export function numberOf(ident: string): { kind: string; id: number } {
  const [, kind, id] = /#(post|comment|media)-(\d+)$/.exec(ident) ?? [];
  if (kind === undefined) throw new Error(`${ident} is nothing of a site`);
  return { kind, id: Number(id) };
}
