// A whole Bluesky network (`all`: directory, PDS, AppView), or its directory and PDS alone (`pds`), as a process of its
// own. Speaks JSON lines: the first line says where things are; then one answer to each `{ id, call, … }`. Ends with
// its standard input.
import { createInterface } from 'node:readline';

import { AtpAgent } from '@atproto/api';
import { TestNetwork, TestNetworkNoAppView } from '@atproto/dev-env';

import { freePort, startDatabases } from './databases.mjs';
import { startLiveStream } from './live-stream.mjs';

const kind = process.argv[2];
// Servers log to standard output when they feel like it; our lines go there alone.
const say = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
const answer = (value) => say(`${JSON.stringify(value)}\n`);

const databases = kind === 'all' ? await startDatabases() : null;
// Whatever goes wrong from here on, the databases end with this process.
process.once('uncaughtException', (error) => void fail(error));
process.once('unhandledRejection', (error) => void fail(error));
const network = await startNetwork();
const stream = databases === null ? null : await startLiveStream(network, await freePort());

function startNetwork() {
  if (databases === null) return TestNetworkNoAppView.create({});
  process.env.REDIS_HOST = databases.redisHost;
  return TestNetwork.create({ dbPostgresUrl: databases.postgresUrl, dbPostgresSchema: 'earshot' });
}

async function fail(error) {
  process.stderr.write(`${String(error?.stack ?? error)}\n`);
  await databases?.close();
  process.exit(1);
}

const PASSWORD = 'a password for this test only';
const agents = new Map();

const CALLS = {
  /** An account with its own password and an app password. `handle` without the network's domain. */
  createAccount: async ({ handle }) => {
    const agent = new AtpAgent({ service: network.pds.url });
    await agent.createAccount({
      handle: `${handle}.test`,
      email: `${handle}@guests.test`,
      password: PASSWORD,
    });
    await agent.app.bsky.actor.profile.create(
      { repo: agent.assertDid, rkey: 'self' },
      { displayName: handle },
    );
    agents.set(agent.assertDid, agent);
    const made = await agent.com.atproto.server.createAppPassword({ name: 'earshot' });
    return {
      did: agent.assertDid,
      handle: `${handle}.test`,
      password: PASSWORD,
      appPassword: made.data.password,
    };
  },
  revokeAppPassword: async ({ did }) => {
    await agents.get(did).com.atproto.server.revokeAppPassword({ name: 'earshot' });
    return null;
  },
  /** Waits until the AppView and the live stream know everything that was written. */
  processAll: async () => {
    await network.processAll();
    if (stream !== null) {
      for (let before = -1; before !== stream.count();) {
        before = stream.count();
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    return null;
  },
  close: async () => {
    await stream?.close();
    await network.close();
    await databases?.close();
    return null;
  },
};

let isClosed = false;
async function close() {
  if (isClosed) return;
  isClosed = true;
  await CALLS.close();
}

answer({
  pdsUrl: network.pds.url,
  plcUrl: network.plc.url,
  appviewUrl: network.bsky?.url ?? null,
  streamUrl: stream?.url ?? null,
});
for await (const line of createInterface({ input: process.stdin })) {
  const { id, call, ...input } = JSON.parse(line);
  try {
    const value = call === 'close' ? await close() : await CALLS[call](input);
    answer({ id, value: value ?? null });
  } catch (error) {
    answer({ id, error: String(error?.stack ?? error) });
  }
  if (call === 'close') break;
}
await close();
process.exit(0);
