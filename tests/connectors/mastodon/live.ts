import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { openStream } from '../../helpers/live-stream.ts';
import type { FakeStore } from './store.ts';

/** A live stream, for who may have it. */
export function listenIn(request: IncomingMessage, socket: Socket, store: FakeStore): void {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const who = store.tokens.get(token);
  const asked = new URL(request.url ?? '', 'http://x');
  const isThere = asked.pathname === '/api/v1/streaming' && asked.searchParams.get('stream') !== null;
  if (who === undefined || !store.isLive || !isThere) {
    socket.destroy();
    return;
  }
  openStream(request, socket, (say) => {
    const ear = { who, say };
    store.ears.add(ear);
    return () => store.ears.delete(ear);
  });
}
