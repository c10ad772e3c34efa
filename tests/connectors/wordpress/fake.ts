import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { capabilitiesOf, demand, may, readCall, type Call } from './calls.ts';
import { commentShown, listed, mediaShown, postShown, type Listed } from './lists.ts';
import { FakeSite, Refusal } from './store.ts';

export interface FakeWordPress {
  url: string;
  site: FakeSite;
  /** `GET /wp/v2/posts` of every request to the interface so far. */
  requests: string[];
  close(): Promise<void>;
}

export interface FakeOptions {
  now?: () => number;
  /** How the home page tells where the interface is; null for not at all. */
  announces?: 'header' | 'page' | null;
  /** In place of the interface's own answer, for odd sites; undefined = as usual. */
  instead?: (call: Call) => { status: number; body: string } | undefined;
}

interface Answer {
  status?: number;
  value: unknown;
  headers?: Record<string, string>;
}

/** A site that keeps to WordPress's rules, also where another one would let things pass. */
export async function startFakeWordPress(options: FakeOptions = {}): Promise<FakeWordPress> {
  const site = new FakeSite(options.now);
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      try {
        const call = await readCall(request, site);
        if (call === null) {
          sendPage(
            response,
            `http://${request.headers.host ?? ''}`,
            options.announces === undefined ? 'header' : options.announces,
          );
          return;
        }
        requests.push(`${call.method} ${call.path}`);
        const odd = options.instead?.(call);
        if (odd === undefined) send(response, answerOf(site, call));
        else response.writeHead(odd.status, { 'content-type': 'text/html' }).end(odd.body);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { status, code, message } = error;
        send(response, { status, value: { code, message, data: { status } } });
      }
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    site,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function send(response: ServerResponse, { status = 200, value, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers });
  response.end(JSON.stringify(value));
}

function sendPage(response: ServerResponse, origin: string, announces: FakeOptions['announces']): void {
  const root = `${origin}/wp-json/`;
  response.writeHead(200, {
    'content-type': 'text/html',
    ...(announces === 'header' ? { link: `<${root}>; rel="https://api.w.org/"` } : {}),
  });
  const link = announces === 'page' ? `<link rel="https://api.w.org/" href="${root}" />` : '';
  response.end(`<!doctype html><html><head><title>Sea View</title>${link}</head><body>Welcome</body></html>`);
}

function answerOf(site: FakeSite, call: Call): Answer {
  const [, kind = '', id] = /^\/wp\/v2\/(posts|pages|comments|media)(?:\/(\d+))?$/.exec(call.path) ?? [];
  if (call.path === '/') return { value: index(call) };
  if (call.path === '/wp/v2/users/me') return { value: me(call) };
  if (call.path === '/wp/v2/users') return users(site, call);
  const number = id === undefined ? null : Number(id);
  const way = `${call.method} ${kind}${number === null ? '' : '/'}`;
  const at = number ?? 0;
  switch (way) {
    case 'GET posts':
    case 'GET pages':
    case 'GET comments':
    case 'GET media':
      return list(listed(site, call, kind));
    case 'GET posts/':
      editable(call);
      return { value: postShown(site.postAt(at), call) };
    case 'GET comments/':
      return { value: commentShown(site, seen(site, call, at), call) };
    case 'POST posts':
      return { status: 201, value: postShown(publish(site, call), call) };
    case 'POST posts/':
      return { value: postShown(change(site, call, at), call) };
    case 'POST comments':
      return { status: 201, value: commentShown(site, answer(site, call), call) };
    case 'POST comments/':
      return { value: commentShown(site, moderate(site, call, at), call) };
    case 'POST media':
      return { status: 201, value: mediaShown(upload(site, call), call) };
    case 'DELETE posts/':
    case 'DELETE comments/':
    case 'DELETE media/':
      return { value: remove(site, call, kind, at) };
    default:
      throw new Refusal(404, 'rest_no_route', 'No route was found matching the URL and request method.');
  }
}

const list = ({ rows, total, pages }: Listed): Answer => ({
  value: rows,
  headers: { 'x-wp-total': String(total), 'x-wp-totalpages': String(pages) },
});

const index = ({ origin }: Call): unknown => ({
  name: 'Sea View &amp; friends',
  home: origin,
  namespaces: ['oembed/1.0', 'wp/v2'],
  authentication: {
    'application-passwords': {
      endpoints: { authorization: `${origin}/wp-admin/authorize-application.php` },
    },
  },
});

function me({ user, query }: Call): unknown {
  if (user === null) throw new Refusal(401, 'rest_not_logged_in', 'You are not currently logged in.');
  const isEdit = query.get('context') === 'edit';
  return { id: user.id, name: user.name, ...(isEdit ? { capabilities: capabilitiesOf(user) } : {}) };
}

function users(site: FakeSite, call: Call): Answer {
  if (!site.tellsUsers) throw new Refusal(403, 'rest_user_cannot_view', 'Sorry, you may not list users.');
  if (call.query.get('who') === 'authors') demand(call, 'edit_posts', 'rest_forbidden_who');
  const rows = site.users.filter((user) => may(user, 'edit_posts'));
  return { value: rows.map(({ id, name }) => ({ id, name })) };
}

function editable(call: Call): void {
  if (call.query.get('context') === 'edit') demand(call, 'edit_posts', 'rest_forbidden_context');
}

/** A comment that whoever asks may see. */
function seen(site: FakeSite, call: Call, id: number) {
  const comment = site.commentAt(id);
  if (call.query.get('context') === 'edit') demand(call, 'moderate_comments', 'rest_forbidden_context');
  if (comment.status !== 'approved') demand(call, 'moderate_comments', 'rest_cannot_read');
  return comment;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function publish(site: FakeSite, call: Call) {
  demand(call, 'publish_posts', 'rest_cannot_create');
  const { body } = call;
  const at = timeIn(body) ?? site.now();
  const status = textOf(body['status']);
  if (status !== 'publish' && status !== 'future')
    throw new Refusal(400, 'rest_invalid_param', 'Invalid parameter(s): status');
  return site.write({
    title: textOf(body['title']),
    content: textOf(body['content']),
    slug: textOf(body['slug']),
    author: call.user?.id ?? 0,
    at,
    // Whatever was asked for, the time decides.
    status: at > site.now() ? 'future' : 'publish',
  });
}

/** `2026-11-24T10:00:00`, which is UTC. */
function timeIn(body: Record<string, unknown>): number | null {
  const text = body['date_gmt'];
  if (text === undefined) return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(textOf(text)))
    throw new Refusal(400, 'rest_invalid_param', 'Invalid parameter(s): date_gmt');
  return Date.parse(`${textOf(text)}Z`);
}

function change(site: FakeSite, call: Call, id: number) {
  demand(call, 'edit_posts', 'rest_cannot_edit');
  const post = site.postAt(id);
  const at = timeIn(call.body) ?? post.at;
  return Object.assign(post, {
    title: textOf(call.body['title']),
    content: textOf(call.body['content']),
    modified: site.now(),
    at,
    status: at > site.now() ? 'future' : post.status === 'future' ? 'publish' : post.status,
  });
}

function answer(site: FakeSite, call: Call) {
  if (call.user === null)
    throw new Refusal(401, 'rest_comment_login_required', 'Sorry, you must be logged in to comment.');
  const { body, user } = call;
  const post = site.posts.find((one) => one.id === body['post']);
  if (post === undefined) {
    throw new Refusal(
      403,
      'rest_comment_invalid_post_id',
      'Sorry, you are not allowed to create this comment without a post.',
    );
  }
  if (post.closed) throw new Refusal(403, 'rest_comment_closed', 'Sorry, comments are closed for this item.');
  return site.insert({
    post: post.id,
    parent: Number(body['parent']),
    content: textOf(body['content']),
    agent: textOf(body['author_user_agent']),
    author: user.id,
    name: user.name,
    email: `${user.login}@seaview.example`,
  });
}

function moderate(site: FakeSite, call: Call, id: number) {
  demand(call, 'moderate_comments', 'rest_cannot_edit');
  const comment = site.commentAt(id);
  const status = textOf(call.body['status']);
  if (status === comment.status)
    throw new Refusal(500, 'rest_comment_failed_edit', 'Updating comment status failed.');
  comment.status = status;
  return comment;
}

function upload(site: FakeSite, call: Call) {
  demand(call, 'upload_files', 'rest_cannot_create');
  const { body } = call;
  const fileName = textOf(body['file']);
  if (!/\.(?:jpg|png|gif|webp)$/.test(fileName)) {
    const reason = 'Sorry, you are not allowed to upload this file type.';
    throw new Refusal(500, 'rest_upload_unknown_error', reason);
  }
  const slug = site.freeSlug(textOf(body['slug']));
  const media = {
    id: site.id(),
    slug,
    alt: textOf(body['alt_text']),
    title: textOf(body['title']),
    fileName,
  };
  site.media.push(media);
  return media;
}

function remove(site: FakeSite, call: Call, kind: string, id: number): unknown {
  demand(call, 'moderate_comments', 'rest_cannot_delete');
  const isForced = call.query.get('force') === 'true';
  if (kind === 'media') {
    if (!isForced)
      throw new Refusal(501, 'rest_trash_not_supported', "Media do not support trashing. Set 'force=true'.");
    const at = site.media.findIndex((one) => one.id === id);
    if (at < 0) throw new Refusal(404, 'rest_post_invalid_id', 'Invalid post ID.');
    site.media.splice(at, 1);
    return { deleted: true };
  }
  const target = kind === 'posts' ? site.postAt(id) : site.commentAt(id);
  if (isForced) {
    if ('slug' in target) site.posts.splice(site.posts.indexOf(target), 1);
    else site.drop(id);
    return { deleted: true };
  }
  if (!site.hasTrash)
    throw new Refusal(501, 'rest_trash_not_supported', 'The post does not support trashing.');
  if (target.status === 'trash') throw new Refusal(410, 'rest_already_trashed', 'Already trashed.');
  target.status = 'trash';
  if ('slug' in target) target.slug = `${target.slug}__trashed`;
  return { id };
}
