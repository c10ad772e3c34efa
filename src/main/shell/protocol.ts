import { readFile, realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';

export const SCHEME = 'app';
export const HOST = 'earshot';
export const ORIGIN = `${SCHEME}://${HOST}`;

/** In production emotion makes empty style elements only, so the hash of the empty string is enough. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src-elem 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "style-src-attr 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/**
 * The file below `root` that an address names, or null. Refuses other schemes and hosts, encoded path
 * separators, NUL, parent segments, and file types that are not in the table. Does not touch the disk.
 */
export function pathFor(root: string, address: string): string | null {
  const match = /^([a-z]+):\/\/([^/?#]*)([^?#]*)/u.exec(address);
  if (match === null || match[1] !== SCHEME || match[2] !== HOST) return null;
  let path: string;
  try {
    path = decodeURIComponent(match[3] ?? '');
  } catch {
    return null;
  }
  if (path === '' || path === '/') path = '/index.html';
  if (/[\p{Cc}\\:]/u.test(path)) return null;
  const parts = path.slice(1).split('/');
  if (!path.startsWith('/') || parts.some((part) => part === '' || part === '.' || part === '..'))
    return null;
  if (TYPES[extname(path)] === undefined) return null;
  const file = join(root, ...parts);
  return isInside(root, file) ? file : null;
}

function isInside(root: string, file: string): boolean {
  const way = relative(root, file);
  return way !== '' && !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

function notFound(): Response {
  return new Response('Not found', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  });
}

/**
 * Answers a request of the window from the folder `root`. Everything that is not a known file inside it,
 * also after following symbolic links, is 404.
 */
export async function serve(root: string, request: { url: string; method: string }): Promise<Response> {
  const file = request.method === 'GET' || request.method === 'HEAD' ? pathFor(root, request.url) : null;
  if (file === null) return notFound();
  try {
    // Inside an asar archive there are no links, and realpath answers the same path.
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
    if (!isInside(realRoot, realFile)) return notFound();
    const body = await readFile(realFile);
    return new Response(new Uint8Array(body), {
      status: 200,
      headers: {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      },
    });
  } catch {
    return notFound();
  }
}
