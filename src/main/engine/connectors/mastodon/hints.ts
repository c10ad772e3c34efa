import { z } from 'zod';
import { ConnectorError } from '#engine/connectors/kit/index.ts';
import { readInstance } from './instance.ts';
import { ownApi, type Own } from './protocol.ts';

const Message = z.object({ event: z.string() });
const WORTH_A_LOOK = new Set(['notification', 'conversation', 'notifications_merged']);

/**
 * Says when a notification arrives, while the server's live stream lasts. A server without one, or one that cannot be
 * reached, ends it at once: looking now and then goes on without it.
 */
export async function* hints(context: Own): AsyncGenerator<void> {
  const { streaming } = await readInstance(ownApi(context));
  const url = streamOf(streaming);
  if (url === null) return;
  try {
    const messages = context.sockets.listen({
      url: url.href,
      headers: { authorization: `Bearer ${context.secrets.get('access') ?? ''}` },
      allowedHosts: [url.hostname],
      allowLocalNetwork: context.allowLocalNetwork,
      signal: context.signal,
    });
    for await (const message of messages) if (isWorthALook(message)) yield;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    context.log('the live stream ended', { host: url.hostname, code: error.code });
  }
}

function streamOf(streaming: string | null): URL | null {
  if (streaming === null || !URL.canParse(streaming)) return null;
  const url = new URL(streaming);
  if (url.protocol === 'https:') url.protocol = 'wss:';
  if (url.protocol !== 'wss:' && url.protocol !== 'ws:') return null;
  url.pathname = `${url.pathname.replace(/\/$/, '')}/api/v1/streaming`;
  url.search = '?stream=user:notification';
  return url;
}

function isWorthALook(message: string): boolean {
  try {
    const read = Message.safeParse(JSON.parse(message));
    return read.success && WORTH_A_LOOK.has(read.data.event);
  } catch {
    return false;
  }
}
