import { Firehose } from '@atproto/sync';
import { WebSocketServer } from 'ws';

/**
 * The network's real commits as Jetstream gives them: JSON over a web socket, from a cursor in microseconds on.
 * @param network a network of @atproto/dev-env
 */
export async function startLiveStream(network, port) {
  const events = [];
  const server = new WebSocketServer({ host: '127.0.0.1', port, path: '/subscribe' });
  await new Promise((resolve) => server.once('listening', resolve));
  const wanted = new Map();
  const offer = (socket, event) => {
    const collections = wanted.get(socket);
    if (collections.length > 0 && !collections.includes(event.commit.collection)) return;
    socket.send(JSON.stringify(event));
  };
  server.on('connection', (socket, request) => {
    const query = new URL(request.url, 'ws://127.0.0.1').searchParams;
    wanted.set(socket, query.getAll('wantedCollections'));
    const cursor = query.get('cursor');
    if (cursor !== null) for (const event of events) if (event.time_us > Number(cursor)) offer(socket, event);
    socket.on('close', () => wanted.delete(socket));
  });
  const firehose = new Firehose({
    service: network.pds.url.replace('http', 'ws'),
    idResolver: network.pds.ctx.idResolver,
    unauthenticatedCommits: true,
    excludeIdentity: true,
    excludeAccount: true,
    excludeSync: true,
    // From the beginning: what was written before this stream began can be replayed, too.
    getCursor: () => 0,
    onError: (error) => process.stderr.write(`${error.message}\n`),
    handleEvent: (event) => {
      if (!['create', 'update', 'delete'].includes(event.event)) return;
      const last = events.at(-1)?.time_us ?? 0;
      const live = {
        did: event.did,
        time_us: Math.max(Date.now() * 1000, last + 1),
        kind: 'commit',
        commit: {
          rev: event.rev,
          operation: event.event,
          collection: event.collection,
          rkey: event.rkey,
          ...(event.event === 'delete' ? {} : { record: event.record, cid: event.cid.toString() }),
        },
      };
      events.push(live);
      for (const socket of wanted.keys()) offer(socket, live);
    },
  });
  void firehose.start();
  return {
    url: `ws://127.0.0.1:${port}`,
    /** How many events came so far. */
    count: () => events.length,
    close: async () => {
      await firehose.destroy();
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
