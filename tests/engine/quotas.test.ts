import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connector } from '#engine/connectors/kit/index.ts';
import { MemoryNetwork } from '#tests/helpers/memory-network.ts';
import { OutboxDesk } from '#tests/helpers/outbox-desk.ts';

/** A network that takes 30 cents a post and gives 100 searches a day. */
function priced({ connector }: MemoryNetwork): Connector {
  const { publish, limits } = connector;
  if (publish === undefined) throw new Error('the network in memory publishes');
  return {
    ...connector,
    limits: {
      ...limits,
      quotas: [
        { bucket: 'posts', unit: 'cents', amount: null, per: 'month', zone: 'UTC' },
        { bucket: 'searches', unit: 'calls', amount: 100, per: 'day', zone: 'America/Los_Angeles' },
      ],
    },
    publish: {
      ...publish,
      send: (context, post) => {
        context.spend('posts', 30);
        return publish.send(context, post);
      },
    },
  };
}

describe('what an account may use', () => {
  let desk: OutboxDesk;
  beforeEach(async () => {
    const network = new MemoryNetwork();
    const connectors = new Map([[network.connector.id, priced(network)]]);
    desk = await OutboxDesk.open(network, () => ({ connectors }));
  });
  afterEach(() => desk.close());

  const quotas = async () => (await desk.workspace.ask('accounts.list', {})).accounts[0]?.quotas;
  const cap = (most: number | null, bucket = 'posts') =>
    desk.workspace.ask('accounts.cap', { accountId: desk.accountId, bucket, most });

  it('is listed with what is used, and when it begins anew', async () => {
    desk.queue('One');
    await desk.pass(0);
    expect(await quotas()).toEqual([
      {
        bucket: 'posts',
        unit: 'cents',
        per: 'month',
        used: 30,
        given: null,
        cap: null,
        until: Date.UTC(2026, 11, 1),
      },
      {
        bucket: 'searches',
        unit: 'calls',
        per: 'day',
        used: 0,
        given: 100,
        cap: null,
        // Midnight in California.
        until: Date.UTC(2026, 10, 24, 8),
      },
    ]);
  });

  it('stops at the limit its owner set, and goes on once that is raised', async () => {
    await cap(50);
    const [first, second] = [desk.queue('One'), desk.queue('Two')];
    await desk.pass(5000);
    expect([desk.state(first), desk.state(second)].sort()).toEqual(['queued', 'sent']);
    await desk.pass(60_000);
    expect(desk.network.posts).toHaveLength(1);
    expect(await quotas()).toMatchObject([{ used: 30, cap: 50 }, {}]);
    await cap(null);
    await desk.pass(5000);
    expect([desk.state(first), desk.state(second)]).toEqual(['sent', 'sent']);
    expect(await quotas()).toMatchObject([{ used: 60, cap: null }, {}]);
  });

  it('is limited only where there is such an allowance', async () => {
    await expect(cap(1, 'likes')).rejects.toThrow('invalid');
  });
});
