import type { Sent } from '#engine/connectors/kit/index.ts';
import { testWorkspace } from './engine.ts';
import { PublishingNetwork } from './publishing-network.ts';

/**
 * An engine of its own process that sends what waits in a folder until somebody kills it, or nothing waits any more.
 * Arguments: the folder, and the address of the network.
 */
const [folder = '', network = ''] = process.argv.slice(2);
const { connector } = new PublishingNetwork();

const ask = async (path: string, body: object): Promise<Sent | null> => {
  const answer = await fetch(`${network}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return (await answer.json()) as Sent | null;
};
const press = {
  ...connector,
  publish: {
    send: async (_context: unknown, { key, text }: { key: string; text: string }): Promise<Sent> => {
      const sent = await ask('/send', { key, text });
      if (sent === null) throw new Error('The network said nothing.');
      return sent;
    },
    find: (_context: unknown, { key }: { key: string }) => ask('/find', { key }),
  },
};

const { engine, clock } = testWorkspace({ folder, ports: { connectors: new Map([[press.id, press]]) } });
engine.outbox.start();
// Time runs a hundred times as fast, so that looks and pauses do not have to be waited for.
setInterval(() => {
  clock.move(2000);
  const left = engine.workspace.read.get<{ n: number }>(
    "SELECT count(*) AS n FROM action WHERE state IN ('queued', 'sending', 'uncertain')",
  );
  if (left?.n === 0) process.exit(0);
}, 20);
