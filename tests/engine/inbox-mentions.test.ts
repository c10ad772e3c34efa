import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entry, InboxDesk } from '#tests/helpers/scripted-network.ts';

let desk: InboxDesk;

beforeEach(async () => {
  desk = await InboxDesk.open();
});
afterEach(async () => {
  expect(await desk.workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  await desk.workspace.close();
});

/** What a brand's mentions say and in which state they are, newest first. */
async function mentions(brandId = desk.brandId): Promise<string[]> {
  const { rows } = await desk.workspace.ask('mentions.list', {
    filter: { brandIds: [brandId], states: ['new', 'done'] },
  });
  return rows.map(({ excerpt, mentions: [mention] }) => `${excerpt}: ${mention?.state ?? 'none'}`);
}

const post = entry({ ident: 'post', kind: 'post', own: true, text: 'Good morning' });
const comment = entry({ ident: 'c1', parent: 'post', text: 'Is the pool heated?' });

describe('what comes into an inbox', () => {
  it('is heard about the brand without its name in it: what others say in public, and nothing else', async () => {
    desk.arrive(
      post,
      comment,
      entry({ ident: 'own', parent: 'c1', own: true, text: 'It is' }),
      entry({ ident: 'm1', kind: 'message', private: true, text: 'My number is 7' }),
      entry({ ident: 'c2', parent: 'post', text: 'Gone by now', gone: true }),
      entry({ ident: 'c3', parent: 'post', text: 'Buy our pills', held: true }),
      entry({ ident: 'r1', kind: 'review', text: 'Lovely rooms', rating: 80 }),
    );
    await desk.read();
    expect((await mentions()).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'Is the pool heated?: done',
      'Lovely rooms: done',
    ]);
    const { rows } = await desk.workspace.ask('mentions.list', { filter: { kinds: ['review'] } });
    expect(rows).toMatchObject([{ rating: 80, author: 'Ana Pop' }]);
    const { sources } = await desk.workspace.ask('sources.list', {});
    expect(sources, 'an inbox is no source that somebody added').toEqual([]);
  });

  it('comes to the mentions once, however often it is read, and is done when its conversation is', async () => {
    desk.arrive(post, comment);
    desk.arrive(post, comment);
    await desk.read();
    await desk.read();
    expect(await mentions()).toEqual(['Is the pool heated?: new']);
    const { id: conversationId } = await desk.only();
    const { changeId } = await desk.workspace.ask('conversations.setState', {
      conversationId,
      state: 'closed',
    });
    expect(await mentions()).toEqual(['Is the pool heated?: done']);
    await desk.workspace.ask('history.undo', { changeId });
    expect(await mentions()).toEqual(['Is the pool heated?: new']);
  });

  it('is done when the account answers it, here or elsewhere', async () => {
    desk.arrive(post, comment);
    await desk.read();
    expect(await mentions()).toEqual(['Is the pool heated?: new']);
    desk.arrive(
      post,
      comment,
      entry({ ident: 'own', parent: 'c1', own: true, text: 'It is', at: comment.at + 1000 }),
    );
    await desk.read();
    expect(await mentions()).toEqual(['Is the pool heated?: done']);
  });

  it('stays with its brand whatever its queries say, and the preview counts it neither way', async () => {
    desk.arrive(post, comment);
    await desk.read();
    const { brands } = await desk.workspace.ask('brands.list', {});
    const queryId = brands[0]?.queries[0]?.id ?? '';
    const text = 'miramar OR pool';
    expect(await desk.workspace.ask('queries.preview', { text, queryId })).toMatchObject({
      adds: 0,
      drops: 0,
    });
    for (const next of [text, 'miramar']) {
      await desk.workspace.ask('queries.update', { queryId, text: next });
      expect(await mentions()).toEqual(['Is the pool heated?: new']);
    }
  });

  it('follows its account to another brand, and back with the undo', async () => {
    const other = await desk.workspace.brand('Alba', 'alba');
    desk.arrive(post, comment);
    await desk.read();
    const { changeId } = await desk.workspace.ask('accounts.update', {
      accountId: desk.accountId,
      brandId: other,
    });
    expect([await mentions(), await mentions(other)]).toEqual([[], ['Is the pool heated?: new']]);
    await desk.workspace.ask('history.undo', { changeId: changeId ?? '' });
    expect([await mentions(), await mentions(other)]).toEqual([['Is the pool heated?: new'], []]);
  });

  it('becomes a mention also when a search had brought it, and no query wanted it', async () => {
    await desk.workspace.source('https://paper.example/feed.xml');
    desk.hear({ ident: 'c1', url: comment.url, title: '', text: comment.text });
    expect(await mentions()).toEqual([]);
    desk.arrive(post, comment);
    await desk.read();
    expect(await mentions()).toEqual(['Is the pool heated?: new']);
  });
});
