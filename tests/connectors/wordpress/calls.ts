import type { IncomingMessage } from 'node:http';
import { Refusal, type FakeSite, type FakeUser } from './store.ts';

export interface Call {
  method: string;
  /** Below the root of the interface. */
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  /** Null for anybody. */
  user: FakeUser | null;
  /** Scheme and host by which the site was asked: it calls itself that. */
  origin: string;
}

/** Reads a request to the interface, in either form its address may have; null when it is for a page. */
export async function readCall(request: IncomingMessage, site: FakeSite): Promise<Call | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const origin = `http://${request.headers.host ?? ''}`;
  const url = new URL(request.url ?? '', origin);
  const path = url.pathname.startsWith('/wp-json')
    ? url.pathname.slice('/wp-json'.length) || '/'
    : url.searchParams.get('rest_route');
  if (path === null) return null;
  url.searchParams.delete('rest_route');
  const raw = Buffer.concat(chunks);
  return {
    method: request.method ?? 'GET',
    path,
    query: url.searchParams,
    body: bodyOf(raw, request.headers['content-type'] ?? ''),
    user: userOf(request.headers.authorization, site),
    origin,
  };
}

function bodyOf(raw: Buffer, type: string): Record<string, unknown> {
  if (type.startsWith('application/json')) return JSON.parse(raw.toString()) as Record<string, unknown>;
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(type)?.[1];
  if (boundary === undefined) return {};
  const parts = raw
    .toString()
    .split(`--${boundary}`)
    .flatMap((part) => {
      const [, name = '', fileName] = /name="([^"]*)"(?:; filename="([^"]*)")?/.exec(part) ?? [];
      const value = part.slice(part.indexOf('\r\n\r\n') + 4, -2);
      return name === '' ? [] : [[name, fileName ?? value] as const];
    });
  return Object.fromEntries(parts);
}

/** Null for a name or a password that is not taken. @throws Refusal where the site tells why, whatever was asked for */
function userOf(authorization: string | undefined, site: FakeSite): FakeUser | null {
  const packed = /^Basic (.+)$/.exec(authorization ?? '')?.[1];
  if (packed === undefined) return null;
  const [login = '', ...rest] = Buffer.from(packed, 'base64').toString().split(':');
  const user = site.users.find((one) => one.login === login);
  const isRight = user?.password != null && user.password === rest.join(':').replaceAll(' ', '');
  if (user !== undefined && isRight) return user;
  if (!site.tellsWhy) return null;
  if (user === undefined) {
    throw new Refusal(401, 'invalid_username', 'Unknown username. Check again or try your email address.');
  }
  throw new Refusal(401, 'incorrect_password', 'The provided password is an invalid application password.');
}

const CAPABILITIES: Readonly<Record<FakeUser['role'], readonly string[]>> = {
  administrator: ['edit_posts', 'publish_posts', 'upload_files', 'moderate_comments', 'list_users'],
  editor: ['edit_posts', 'publish_posts', 'upload_files', 'moderate_comments'],
  author: ['edit_posts', 'publish_posts', 'upload_files'],
  subscriber: ['read'],
};

export const capabilitiesOf = ({ role }: FakeUser): Record<string, boolean> =>
  Object.fromEntries(CAPABILITIES[role].map((name) => [name, true]));

export const may = (user: FakeUser | null, what: string): boolean =>
  user !== null && capabilitiesOf(user)[what] === true;

/** @throws Refusal 401 for anybody, 403 for a user of too small a role, as WordPress tells them apart */
export function demand(call: Call, what: string, code = 'rest_forbidden'): void {
  if (may(call.user, what)) return;
  throw new Refusal(call.user === null ? 401 : 403, code, 'Sorry, you are not allowed to do that.');
}
