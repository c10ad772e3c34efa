import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startFakeMastodon, type FakeMastodon } from '#tests/connectors/mastodon/fake.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

const REDIRECT = 'http://127.0.0.1:9/back';
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** An inbox is looked at so often without being told. */
const NEXT_LOOK = 5 * MINUTE;
const patience = { timeout: 15_000 };

let fake: FakeMastodon;
let workspace: TestWorkspace;

beforeEach(async () => {
  fake = await startFakeMastodon(['seaview', 'anna']);
  workspace = testWorkspace({
    ports: {
      consent: {
        ask: async (page) => {
          const back = fake.store.grant(await page(REDIRECT), 'seaview');
          return { redirectUri: REDIRECT, parameters: Object.fromEntries(back.searchParams) };
        },
      },
    },
  });
  const brandId = await workspace.brand('Miramar', 'miramar');
  const typed = { server: fake.url };
  await workspace.ask('accounts.add', { brandId, connector: 'mastodon', typed, allowLocalNetwork: true });
});
afterEach(async () => {
  await workspace.close();
  await fake.close();
});

/** Lets the first look be over, as after the app was opened. */
async function open(): Promise<void> {
  workspace.engine.start();
  workspace.clock.move(3 * SECOND);
  await vi.waitFor(() => expect(fake.requests).toContain('GET /api/v1/conversations'), patience);
  await workspace.engine.inbox.settle();
}

/** Moves the clock on until the inbox has something. @returns how long that took, in milliseconds of that clock */
async function heardAfter(step: number): Promise<number> {
  const start = workspace.clock.now();
  await vi.waitFor(async () => {
    workspace.clock.move(step);
    await workspace.engine.inbox.settle();
    const { conversations } = await workspace.ask('conversations.list', {});
    expect(conversations).toMatchObject([{ said: { text: '@seaview are you open?' } }]);
  }, patience);
  return workspace.clock.now() - start;
}

it('what somebody writes is there before the next look while the live stream lasts', async () => {
  await open();
  await vi.waitFor(() => expect(fake.store.ears.size).toBe(1), patience);
  fake.store.write('anna', { text: '@seaview are you open?' });
  expect(await heardAfter(SECOND)).toBeLessThan(NEXT_LOOK - 4 * SECOND);
});

it('on a server without one, it is there at the next look', async () => {
  fake.store.isLive = false;
  await open();
  fake.store.write('anna', { text: '@seaview are you open?' });
  expect(await heardAfter(MINUTE)).toBeLessThanOrEqual(2 * NEXT_LOOK);
  expect(fake.store.ears.size).toBe(0);
});
