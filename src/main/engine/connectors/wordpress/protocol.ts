import { z } from 'zod';
import {
  Api,
  ConnectorError,
  cleanLine,
  htmlToText,
  type AccountContext,
  type ApiAnswer,
  type ApiRequest,
  type HttpResponse,
  type NetworkContext,
} from '#engine/connectors/kit/index.ts';

/** What is kept of an account besides its secrets. */
export const WordPressAccount = z.object({
  /** The address of the site, without a slash at its end. */
  home: z.string(),
  /** Where its interface for programs begins: `https://…/wp-json`, or `https://…/?rest_route=` with plain links. */
  root: z.string(),
  /** The number of the user that signed in. */
  user: z.number().int().positive(),
});
export type WordPressAccount = z.infer<typeof WordPressAccount>;
export type Own = AccountContext<WordPressAccount>;

const Id = z.number().int().positive();
const Rendered = z.object({ rendered: z.string() });

export const Post = z.object({
  id: Id,
  date_gmt: z.string(),
  modified_gmt: z.string(),
  /** Only for those who may edit it. */
  status: z.string().default('publish'),
  link: z.string(),
  title: Rendered.default({ rendered: '' }),
  content: Rendered.default({ rendered: '' }),
  featured_media: z.number().int().default(0),
});
export type Post = z.infer<typeof Post>;

/** What a comment's `status` says; other plugins add words of their own. */
export const HELD = 'hold';
export const APPROVED = 'approved';

export const Comment = z.object({
  id: Id,
  post: z.number().int(),
  /** 0 where it answers the post itself. */
  parent: z.number().int(),
  /** 0 for a visitor without a login. */
  author: z.number().int(),
  author_name: z.string(),
  author_url: z.string().default(''),
  /** These two only for those who may moderate. */
  author_email: z.string().default(''),
  author_user_agent: z.string().default(''),
  date_gmt: z.string(),
  content: Rendered,
  link: z.string(),
  status: z.string().default(APPROVED),
});
export type Comment = z.infer<typeof Comment>;

/** The most entries a list of WordPress holds. */
export const PAGE = 100;

/** A path below the root of the interface, whatever form that has. */
export const pathIn = (root: string, path: string): string =>
  root.includes('?') ? root + path.replace('?', '&') : root + path;

/** A client of one site. Its paths begin at the root of the interface. */
export class SiteApi {
  readonly #api: Api;
  readonly #base: string;

  constructor(context: NetworkContext, root: string, authorization?: () => string) {
    const { origin, hostname } = new URL(root);
    this.#base = root.slice(origin.length);
    this.#api = new Api(context, {
      origin,
      ...(authorization === undefined ? {} : { authorization }),
      network: hostname,
      explain: (status, body, response) =>
        explain({ status, body, response, isSignedIn: authorization !== undefined }),
    });
  }

  /** Like `Api.call`. */
  async call<Schema extends z.ZodType>(
    schema: Schema,
    request: ApiRequest,
  ): Promise<ApiAnswer<z.output<Schema>>> {
    return this.#api.call(schema, { ...request, path: this.#base + request.path });
  }

  /** Like `Api.raw`. */
  async raw(request: ApiRequest): Promise<HttpResponse> {
    return this.#api.raw({ ...request, path: this.#base + request.path });
  }
}

/** A client that speaks for an account. */
export const ownApi = (context: Own): SiteApi =>
  new SiteApi(context, context.account.root, () =>
    basic(context.secrets.get('user') ?? '', context.secrets.get('password') ?? ''),
  );

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;

const Said = z.object({ code: z.string(), message: z.string().default('') });

/** WordPress's own codes for things that are not there any more. */
const GONE = new Set(['rest_post_invalid_id', 'rest_comment_invalid_id', 'rest_already_trashed']);

interface Refusal {
  status: number;
  body: unknown;
  response: HttpResponse;
  isSignedIn: boolean;
}

/** Better errors than a bare status: WordPress says why. */
function explain({ status, body, response, isSignedIn }: Refusal): ConnectorError | undefined {
  const said = Said.safeParse(body);
  const host = new URL(response.url).hostname;
  const { code, message } = said.success ? said.data : { code: '', message: '' };
  const reason = cleanLine(htmlToText(message), 300);
  const params = { host, reason, status, network: host };
  const details = { said: code };
  if (status === 413 || code === 'rest_upload_file_too_big') {
    return new ConnectorError(
      'refused',
      'too-large',
      `A file is larger than ${host} takes. Choose a smaller one.`,
      { params },
    );
  }
  if (GONE.has(code)) {
    return new ConnectorError('gone', 'not-there', `${host} does not have this any more.`, { params });
  }
  if (status === 401 && isSignedIn) {
    return new ConnectorError(
      'reauth',
      'signed-out',
      `${host} no longer accepts the sign-in. Sign in again under Accounts; nothing is lost meanwhile.`,
      { params, details },
    );
  }
  if (status === 401 || (status === 403 && !isSignedIn)) return restBlocked(host);
  // A file that the site does not take is told as a problem of the server; it would never become better by itself.
  const isNo = [400, 403, 409].includes(status) || code === 'rest_upload_unknown_error';
  if (isNo && reason !== '') {
    return new ConnectorError('refused', 'said-no', `${host} refused this: ${reason}`, { params, details });
  }
  return undefined;
}

/** @param field the key of the setting that holds the address, where one was typed */
export function restBlocked(host: string, field?: string): ConnectorError {
  return new ConnectorError(
    field === undefined ? 'refused' : 'invalid',
    'rest-blocked',
    `${host} keeps programs out: its REST API is closed, mostly by a plugin for security. If it is your site, allow the REST API in that plugin, at least for users who are signed in. If it is not, add the feed of the site as a source instead.`,
    field === undefined ? { params: { host } } : { field, params: { host, field } },
  );
}

/** Null where the site does not have it any more. */
export async function orGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ConnectorError && error.code === 'not-there') return null;
    throw error;
  }
}

/** Whether an error says that a site keeps this to itself: not for programs, not for this user, or not there at all. */
export const isKeptBack = (error: unknown): boolean =>
  error instanceof ConnectorError && (error.kind === 'refused' || error.code === 'http-404');

/** How a site is written for people and in identities: `seaview.example/blog`. */
export const shortAddress = (home: string): string => home.replace(/^https?:\/\//, '').replace(/\/+$/, '');

export type Kind = 'post' | 'comment' | 'media';

/** `seaview.example#comment-12`: the same for what is collected and for what an account reads. */
export const identOf = (home: string, kind: Kind, id: number): string =>
  `${shortAddress(home)}#${kind}-${id}`;

/**
 * What an identity names on an account's own site.
 * @throws ConnectorError `refused` for anything elsewhere
 */
export function onOwnSite(ident: string, home: string): { kind: Kind; id: number } {
  const [, site = '', kind, id] = /^(.*)#(post|comment|media)-(\d{1,15})$/.exec(ident) ?? [];
  if (site === shortAddress(home) && (kind === 'post' || kind === 'comment' || kind === 'media')) {
    return { kind, id: Number(id) };
  }
  throw new ConnectorError(
    'refused',
    'other-site',
    `This does not stand on ${shortAddress(home)}, so this account cannot do anything there. Open the original instead.`,
    { params: { host: shortAddress(home) } },
  );
}

/** Where something is in the interface. */
export const pathOf = (kind: Kind, id: number): string =>
  `/wp/v2/${{ post: 'posts', comment: 'comments', media: 'media' }[kind]}/${id}`;
