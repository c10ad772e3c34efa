import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorError, type ThreadEntry } from '#engine/connectors/kit/index.ts';
import { connectAccount, entry, InboxDesk } from '#tests/helpers/scripted-network.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NINE = Date.UTC(2026, 10, 23, 9);

let desk: InboxDesk;

beforeEach(async () => {
  desk = await InboxDesk.open();
});
afterEach(async () => {
  expect(await desk.workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  await desk.workspace.close();
});

const post = (): ThreadEntry =>
  entry({ ident: 'post', kind: 'post', own: true, at: NINE - HOUR, text: 'Good morning' });
const stateOf = (): { status: string; code: string | null; message: string; due: number; failures: number } =>
  desk.workspace.engine.workspace.write.get(
    'SELECT status, code, message, next_due_at AS due, failures FROM account_state WHERE account_id = ?',
    [desk.accountId],
  ) ?? { status: 'none', code: null, message: '', due: 0, failures: 0 };

describe('what arrives', () => {
  it('is one conversation a thread: the post first, what the guest said, and the clock from there', async () => {
    desk.arrive(post(), entry({ ident: 'c1', parent: 'post', text: 'That was bad', at: NINE }));
    await desk.read();
    const conversation = await desk.only();
    expect(conversation).toMatchObject({
      accountId: desk.accountId,
      connector: 'scripted',
      saidAt: NINE,
      dueAt: NINE + 24 * HOUR,
      said: { who: 'Ana Pop', text: 'That was bad', kind: 'comment', sentiment: 'negative' },
      mention: null,
    });
    const { entries, waiting, through } = await desk.thread();
    expect(entries.map(({ ident }) => ident)).toEqual(['post', 'c1']);
    expect(waiting).toEqual(['c1']);
    expect(through).toMatchObject([{ handle: '@seaview1', network: 'Scripted', can: { reply: true } }]);
    const list = await desk.workspace.ask('conversations.list', {});
    expect(list.accounts).toMatchObject([{ accountId: desk.accountId, open: 1 }]);
    expect(list.open).toBe(1);
  });

  it('gives a review of two stars a day and a better one two', async () => {
    const review = { kind: 'review', parent: null, at: NINE } as const;
    desk.network.steps.push([
      { ident: 'r1', entries: [entry({ ...review, ident: 'r1', rating: 40 })] },
      { ident: 'r2', entries: [entry({ ...review, ident: 'r2', rating: 100 })] },
    ]);
    await desk.read();
    const due = (await desk.shelf()).map(({ said, dueAt }) => [said.rating, dueAt - NINE]);
    expect(due).toEqual([
      [40, 24 * HOUR],
      [100, 48 * HOUR],
    ]);
  });

  it('comes twice without being there twice, and follows what changed', async () => {
    desk.arrive(post(), entry({ ident: 'c1', parent: 'post' }));
    desk.arrive(post(), entry({ ident: 'c1', parent: 'post', liked: true, hidden: true, text: 'Changed' }));
    await desk.read();
    const { entries } = await desk.thread();
    expect(entries).toHaveLength(2);
    expect(entries[1]).toMatchObject({ liked: true, hidden: true, text: 'Changed' });
  });

  it('keeps the words of what was deleted on the network, marked', async () => {
    desk.arrive(post(), entry({ ident: 'c1', parent: 'post', text: 'Rude', at: NINE }));
    await desk.read();
    desk.arrive(
      post(),
      entry({ ident: 'c1', parent: 'post', text: '', author: null, gone: true, at: NINE }),
      entry({ ident: 'c2', parent: 'c1', text: 'Why?', at: NINE + MINUTE }),
    );
    await desk.read();
    const { entries, waiting, conversation } = await desk.thread();
    expect(entries[1]).toMatchObject({ text: 'Rude', authorName: 'Ana Pop', gone: true });
    expect(waiting).toEqual(['c2']);
    await expect(
      desk.workspace.ask('conversations.reply', { conversationId: conversation.id, text: 'Sorry', to: 'c1' }),
    ).rejects.toThrow(/refused: What you answer was deleted/);
  });

  it('takes emoji and text from right to left, without marks that turn it around, and no hostile address', async () => {
    const text = '👨‍👩‍👧‍👦 مرحبا @Miramar שלום';
    const turned = text.replace('ש', '\u202Eש');
    desk.arrive(entry({ ident: 'm1', kind: 'mention', text: turned, url: 'javascript:alert(1)' }));
    await desk.read();
    const { entries, conversation } = await desk.thread();
    expect(entries[0]).toMatchObject({ text, url: '' });
    expect(conversation.said.text).toBe(text);
    const found = await desk.workspace.ask('conversations.list', { text: 'مرحبا' });
    expect(found.conversations).toHaveLength(1);
  });

  it('asks nobody to answer what was weeks old at the first look, and leaves own posts without company out', async () => {
    desk.network.steps.push([
      { ident: 'old', entries: [entry({ ident: 'old', kind: 'mention', at: NINE - 40 * 24 * HOUR })] },
      { ident: 'own', entries: [entry({ ident: 'own', kind: 'post', own: true })] },
    ]);
    await desk.read();
    expect(await desk.shelf()).toEqual([]);
    expect((await desk.only('closed')).said.who).toBe('Ana Pop');
  });

  it('is found by words of either side, without accents, and by account', async () => {
    desk.arrive(post(), entry({ ident: 'c1', parent: 'post', text: 'Micul dejun a fost rău și rece' }));
    await desk.read();
    const found = async (input: { text?: string; accountIds?: string[] }): Promise<number> =>
      (await desk.workspace.ask('conversations.list', input)).conversations.length;
    expect(await found({ text: 'RAU SI RECE' })).toBe(1);
    expect(await found({ text: 'morning' })).toBe(1);
    expect(await found({ text: 'parking' })).toBe(0);
    expect(await found({ accountIds: [desk.accountId] })).toBe(1);
    expect(await found({ accountIds: [connectAccount(desk.workspace, desk.brandId, 2)] })).toBe(0);
  });
});

describe('an answer given elsewhere', () => {
  it('ends the waiting, and the next word of the guest begins it again', async () => {
    desk.arrive(post(), entry({ ident: 'c1', parent: 'post', at: NINE }));
    await desk.read();
    desk.arrive(post(), entry({ ident: 'a1', parent: 'c1', own: true, at: NINE + HOUR }));
    await desk.read();
    expect(await desk.only('answered')).toMatchObject({ answeredAt: NINE + HOUR });
    desk.arrive(post(), entry({ ident: 'c2', parent: 'a1', at: NINE + 2 * HOUR }));
    await desk.read();
    expect(await desk.only()).toMatchObject({ answeredAt: null, saidAt: NINE + 2 * HOUR });
  });

  it('leaves others under the same post waiting', async () => {
    const dan = { ident: 'dan', name: 'Dan', url: null, followers: null };
    desk.arrive(
      post(),
      entry({ ident: 'c1', parent: 'post', at: NINE }),
      entry({ ident: 'c2', parent: 'post', at: NINE + MINUTE, author: dan }),
    );
    await desk.read();
    desk.arrive(post(), entry({ ident: 'a1', parent: 'c1', own: true, at: NINE + HOUR }));
    await desk.read();
    expect((await desk.thread()).waiting).toEqual(['c2']);
    expect(await desk.only()).toMatchObject({ saidAt: NINE + MINUTE, said: { who: 'Dan' } });
  });
});

describe('done and snooze', () => {
  it('are undone, and something new ends a snooze', async () => {
    desk.arrive(post(), entry({ ident: 'c1', parent: 'post', at: NINE }));
    await desk.read();
    const { id: conversationId } = await desk.only();
    const closed = await desk.workspace.ask('conversations.setState', { conversationId, state: 'closed' });
    await desk.only('closed');
    await desk.workspace.ask('history.undo', { changeId: closed.changeId });
    await desk.only();
    const until = desk.workspace.clock.now() + HOUR;
    const snoozed = await desk.workspace.ask('conversations.snooze', { conversationId, until });
    expect(await desk.only('snoozed')).toMatchObject({ snoozedUntil: until });
    expect((await desk.workspace.ask('conversations.list', {})).open).toBe(0);
    await desk.workspace.ask('history.undo', { changeId: snoozed.changeId });
    await desk.only();
    await desk.workspace.ask('conversations.snooze', { conversationId, until });
    desk.arrive(post(), entry({ ident: 'c2', parent: 'post', at: NINE + HOUR }));
    await desk.read();
    expect(await desk.only()).toMatchObject({ snoozedUntil: null });
  });

  it('a snooze ends at its time', async () => {
    desk.arrive(post(), entry({ ident: 'c1', parent: 'post' }));
    await desk.read();
    const { id: conversationId } = await desk.only();
    const until = desk.workspace.clock.now() + HOUR;
    await desk.workspace.ask('conversations.snooze', { conversationId, until });
    desk.workspace.clock.move(HOUR - 1);
    desk.workspace.engine.services.tick();
    await desk.only('snoozed');
    desk.workspace.clock.move(1);
    desk.workspace.engine.services.tick();
    await desk.only();
    await expect(
      desk.workspace.ask('conversations.snooze', { conversationId, until: desk.workspace.clock.now() }),
    ).rejects.toThrow(/invalid: This time has passed/);
  });
});

describe('reading', () => {
  it('stores a batch whole with its cursor or not at all, and goes on after it', async () => {
    desk.arrive(post(), entry({ ident: 'c1', parent: 'post' }));
    let crash = true;
    desk.network.steps.push(() => {
      if (crash)
        throw new ConnectorError('transient', 'unreachable', 'The network went away. Earshot tries again.');
      return [{ ident: 'other', entries: [entry({ ident: 'm2', kind: 'mention' })] }];
    });
    expect(await desk.read()).toMatchObject({ ok: false, code: 'unreachable', added: 1 });
    expect(await desk.shelf()).toHaveLength(1);
    crash = false;
    expect(await desk.read()).toMatchObject({ ok: true, added: 1 });
    expect(await desk.shelf()).toHaveLength(2);
    expect(desk.network.looks).toBe(2);
  });

  it('leaves nothing of a batch that cannot be stored', async () => {
    const broken = entry({ ident: 'm2', kind: 'mention', at: Number.NaN });
    desk.network.steps.push([
      { ident: 'one', entries: [entry({ ident: 'm1', kind: 'mention' })] },
      { ident: 'two', entries: [broken] },
    ]);
    expect(await desk.read()).toMatchObject({ ok: false, code: 'unexpected' });
    expect(await desk.shelf()).toEqual([]);
    broken.at = NINE;
    expect(await desk.read()).toMatchObject({ ok: true, added: 2 });
  });

  it('stops when the sign-in is refused, says so, and goes on once it is renewed', async () => {
    desk.network.steps.push(() => {
      throw new ConnectorError('reauth', 'signed-out', 'Sign in again.');
    });
    await desk.start();
    expect(stateOf()).toMatchObject({ status: 'reauth', code: 'signed-out', message: 'Sign in again.' });
    const { looks } = desk.network;
    desk.workspace.clock.move(HOUR);
    await desk.turns();
    expect(desk.network.looks).toBe(looks);
    desk.network.steps.splice(0, 1, [{ ident: 'x', entries: [entry({ ident: 'm1', kind: 'mention' })] }]);
    desk.workspace.engine.workspace.write.run("UPDATE account_state SET status = 'ok' WHERE account_id = ?", [
      desk.accountId,
    ]);
    desk.workspace.clock.move(30_000);
    await desk.turns();
    expect(await desk.shelf()).toHaveLength(1);
  });

  it('waits as long as a network asks, and longer after each failure', async () => {
    const until = desk.workspace.clock.now() + 3 * HOUR;
    desk.network.steps.push(() => {
      throw new ConnectorError('rate-limited', 'slow-down', 'Wait.', { until });
    });
    await desk.read();
    expect(stateOf()).toMatchObject({ status: 'failing', due: until, failures: 1 });
    desk.network.steps.splice(0, 1, () => {
      throw new ConnectorError('transient', 'unreachable', 'Later.');
    });
    const pauses: number[] = [];
    for (let at = 0; at < 6; at += 1) {
      await desk.read();
      pauses.push((stateOf().due - desk.workspace.clock.now()) / MINUTE);
    }
    expect(pauses).toEqual([10, 20, 40, 80, 80, 80]);
  });

  it('reads one inbox once at a time, by the clock, and never offline', async () => {
    await desk.start();
    expect(desk.network.looks).toBe(1);
    await Promise.all([desk.read(), desk.read(), desk.read()]);
    expect(desk.network.busiest).toBe(1);
    expect(desk.network.looks).toBe(2);
    desk.workspace.engine.inbox.setOnline(false);
    desk.workspace.clock.move(HOUR);
    await desk.turns();
    expect(desk.network.looks).toBe(2);
    desk.workspace.engine.inbox.setOnline(true);
    await desk.turns();
    expect(desk.network.looks).toBe(3);
  });

  it('looks at once when the network hints, and opens a broken line again', async () => {
    await desk.start();
    expect([desk.network.looks, desk.network.lines]).toEqual([1, 1]);
    desk.workspace.clock.move(10_000);
    desk.arrive(post(), entry({ ident: 'c1', parent: 'post' }));
    desk.network.hint();
    await desk.turns();
    expect(await desk.shelf()).toHaveLength(1);
    desk.network.breakLine();
    await desk.turns();
    expect(desk.network.lines).toBe(1);
    desk.workspace.clock.move(10_000);
    await desk.turns();
    expect(desk.network.lines).toBe(2);
  });
});
