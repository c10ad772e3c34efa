import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MentionFilter, type MentionRow } from '#shared/contract/mentions.ts';
import { ViewFilter } from '#shared/contract/triage.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

const HOUR = 3_600_000;
const story =
  'The Miramar hotel in Constanta opens its new pool on Friday and every guest is invited to swim';
const author = (name: string): { ident: string; name: string; url: null; followers: number } => ({
  ident: `@${name}`,
  name,
  url: null,
  followers: 2000,
});

describe('triage', () => {
  let workspace: TestWorkspace;
  let brandId: string;
  beforeEach(async () => {
    workspace = testWorkspace();
    await workspace.source('http://127.0.0.1:9/feed');
    brandId = await workspace.brand('Miramar', 'miramar');
  });
  afterEach(async () => {
    const { ok, findings } = await workspace.ask('workspace.doctor', {});
    expect(
      findings.filter((finding) => !finding.ok),
      'the doctor',
    ).toEqual([]);
    expect(ok).toBe(true);
    await workspace.close();
  });

  const rows = async (part: Partial<MentionFilter> = {}): Promise<MentionRow[]> =>
    (await workspace.ask('mentions.list', { filter: MentionFilter.parse(part) })).rows;
  const titles = async (part: Partial<MentionFilter> = {}): Promise<string[]> =>
    (await rows(part)).map(({ title }) => title).toSorted();
  const find = async (title: string): Promise<MentionRow> => {
    const all = [
      ...(await rows({ copies: true, states: ['new', 'open', 'done', 'snoozed'] })),
      ...(await rows({ shelf: 'blocked' })),
    ];
    const row = all.find((one) => one.title === title);
    if (row === undefined) throw new Error(`no mention ${title}`);
    return row;
  };
  const target = async (title: string): Promise<{ itemId: number; brandId: string }> => ({
    itemId: (await find(title)).itemId,
    brandId,
  });
  const undo = (): Promise<unknown> => workspace.ask('history.undo', {});
  const wake = async (): Promise<void> => {
    workspace.engine.services.tick();
    await workspace.engine.settle();
  };

  describe('snooze', () => {
    it('hides until its time, then comes back open with the time it came back', async () => {
      workspace.store({ title: 'A', text: 'miramar' }, { title: 'B', text: 'miramar' });
      const until = workspace.clock.now() + 3 * HOUR;
      await workspace.ask('mentions.snooze', { targets: [await target('A')], until });
      expect(await titles()).toEqual(['B']);
      expect(await titles({ starred: false, sentiments: ['neutral'] })).toEqual(['B']);
      expect(await titles({ states: ['snoozed'] })).toEqual(['A']);

      workspace.clock.move(2 * HOUR);
      await wake();
      expect(await titles({ states: ['snoozed'] })).toEqual(['A']);
      workspace.clock.move(HOUR);
      await wake();
      expect(await titles({ states: ['open'] })).toEqual(['A']);
      expect((await find('A')).mentions).toMatchObject([{ state: 'open', snoozedUntil: until }]);
    });

    it('is taken back by undo as it was', async () => {
      workspace.store({ title: 'A', text: 'miramar' });
      const a = await target('A');
      await workspace.ask('mentions.snooze', { targets: [a], until: workspace.clock.now() + HOUR });
      await undo();
      expect((await find('A')).mentions).toMatchObject([{ state: 'new', snoozedUntil: null }]);
    });

    it('refuses a time that has passed', async () => {
      workspace.store({ title: 'A', text: 'miramar' });
      const targets = [await target('A')];
      await expect(
        workspace.ask('mentions.snooze', { targets, until: workspace.clock.now() }),
      ).rejects.toThrow(/^invalid/);
    });
  });

  it('gives mentions to people, and to nobody when a person is removed', async () => {
    workspace.store({ title: 'A', text: 'miramar' }, { title: 'B', text: 'miramar' });
    const { assigneeId } = await workspace.ask('assignees.create', { name: 'Ana' });
    await expect(workspace.ask('assignees.create', { name: 'ana' })).rejects.toThrow(/^conflict/);
    await workspace.ask('mentions.assign', { targets: [await target('A')], assigneeId });
    expect(await titles({ assigneeIds: [assigneeId] })).toEqual(['A']);
    expect((await workspace.ask('assignees.list', {})).assignees).toMatchObject([{ name: 'Ana', open: 1 }]);
    await workspace.ask('assignees.remove', { assigneeId });
    expect((await find('A')).mentions).toMatchObject([{ assigneeId: null }]);
    await undo();
    expect(await titles({ assigneeIds: [assigneeId] })).toEqual(['A']);
  });

  it('keeps notes with a mention, through edit, removal and undo', async () => {
    workspace.store({ title: 'A', text: 'miramar' });
    const a = await target('A');
    const { noteId } = await workspace.ask('notes.add', { ...a, text: 'Call them' });
    await workspace.ask('notes.update', { noteId, text: 'Call them on Monday' });
    expect((await find('A')).notes).toBe(1);
    await workspace.ask('notes.remove', { noteId });
    expect((await find('A')).notes).toBe(0);
    await undo();
    const { noteTexts } = await workspace.ask('mentions.get', { itemId: a.itemId });
    expect(noteTexts).toMatchObject([{ noteId, text: 'Call them on Monday' }]);
    await expect(
      workspace.ask('notes.add', { itemId: a.itemId + 1, brandId, text: 'Nowhere' }),
    ).rejects.toThrow(/^not-found/);
  });

  describe('stories', () => {
    beforeEach(() => {
      workspace.store({ title: 'First', text: story, url: 'https://one.example/a' });
      workspace.store({ title: 'Second', text: story, url: 'https://two.example/a' });
      workspace.store({ title: 'Third', text: `${story}.`, url: 'https://three.example/a' });
    });

    it('hide the same text from other places behind the first, on which it can be opened', async () => {
      expect(await titles()).toEqual(['First']);
      const first = await find('First');
      expect(first.copies).toBe(2);
      const { rows: copies, total } = await workspace.ask('mentions.copies', { itemId: first.itemId });
      expect(copies.map(({ title }) => title).toSorted()).toEqual(['Second', 'Third']);
      expect(total).toBe(2);
      expect(await titles({ copies: true })).toEqual(['First', 'Second', 'Third']);
      expect(await titles({ text: 'pool' })).toEqual(['First', 'Second', 'Third']);
    });

    it('are done, snoozed and undone as one', async () => {
      const targets = [await target('First')];
      await workspace.ask('mentions.setState', { targets, state: 'done' });
      expect(await titles({ states: ['done'], copies: true })).toEqual(['First', 'Second', 'Third']);
      await undo();
      expect(await titles({ states: ['new'], copies: true })).toEqual(['First', 'Second', 'Third']);
      await workspace.ask('mentions.snooze', { targets, until: workspace.clock.now() + HOUR });
      expect(await titles({ states: ['snoozed'], copies: true })).toEqual(['First', 'Second', 'Third']);
      workspace.clock.move(2 * HOUR);
      await wake();
      expect(await titles({ states: ['open'], copies: true })).toEqual(['First', 'Second', 'Third']);
    });

    it('follow the state and the corrections of the first, until they are let out', async () => {
      const targets = [await target('First')];
      await workspace.ask('mentions.setState', { targets, state: 'done' });
      await workspace.ask('mentions.correct', { targets, sentiment: 'negative' });
      for (const title of ['First', 'Second', 'Third']) {
        expect((await find(title)).mentions).toMatchObject([
          { state: 'done', sentiment: 'negative', corrected: true },
        ]);
      }
      await workspace.ask('mentions.fold', { targets: [await target('Second')], folded: false });
      await workspace.ask('mentions.setState', { targets, state: 'open' });
      expect((await find('Third')).mentions).toMatchObject([{ state: 'open' }]);
      // Let out of the story, it is dealt with by itself.
      expect((await find('Second')).mentions).toMatchObject([{ state: 'done' }]);
    });

    it('let one out for good, also when everything is matched again', async () => {
      await workspace.ask('mentions.fold', { targets: [await target('Second')], folded: false });
      expect(await titles()).toEqual(['First', 'Second']);
      const { brands } = await workspace.ask('brands.list', {});
      const queryId = brands[0]?.queries[0]?.id ?? '';
      await workspace.ask('queries.update', { queryId, text: 'miramar OR pool' });
      expect(await titles()).toEqual(['First', 'Second']);
      await workspace.ask('mentions.fold', { targets: [await target('Second')], folded: true });
      expect(await titles()).toEqual(['First']);
      expect((await find('First')).copies).toBe(2);
    });
  });

  describe('blocks', () => {
    beforeEach(() => {
      workspace.store(
        { title: 'Spam', text: 'miramar', author: author('bot'), url: 'https://shop.example/1' },
        { title: 'Guest', text: 'miramar', author: author('guest'), url: 'https://talk.example/1' },
      );
    });

    it('put what an author said aside, now and later, and give it back', async () => {
      const targets = [await target('Spam')];
      const { blocked } = await workspace.ask('mentions.block', { targets, kind: 'author', mode: 'block' });
      expect(blocked).toBe(1);
      expect(await titles()).toEqual(['Guest']);
      workspace.store({ title: 'More spam', text: 'miramar', author: author('bot') });
      expect(await titles()).toEqual(['Guest']);
      expect(await titles({ shelf: 'blocked' })).toEqual(['More spam', 'Spam']);
      await undo();
      expect(await titles()).toEqual(['Guest', 'More spam', 'Spam']);
      expect((await workspace.ask('blocks.list', {})).blocks).toEqual([]);
    });

    it('put a site aside for one brand only', async () => {
      const other = await workspace.brand('Vega', 'miramar');
      const targets = [await target('Spam')];
      await workspace.ask('mentions.block', { targets, kind: 'site', mode: 'block' });
      expect(await titles({ brandIds: [brandId] })).toEqual(['Guest']);
      expect(await titles({ brandIds: [other] })).toEqual(['Guest', 'Spam']);
      const { blocks } = await workspace.ask('blocks.list', {});
      expect(blocks).toMatchObject([{ kind: 'site', mode: 'block', ident: 'shop.example', brandId }]);
      await workspace.ask('blocks.remove', { blockId: blocks[0]?.id ?? '' });
      expect(await titles({ brandIds: [brandId] })).toEqual(['Guest', 'Spam']);
    });

    it('mute: still listed, and arrives as done', async () => {
      const targets = [await target('Spam'), await target('Guest')];
      const { blocked } = await workspace.ask('mentions.block', {
        targets,
        kind: 'author',
        mode: 'mute',
        everyBrand: true,
      });
      expect(blocked).toBe(2);
      workspace.store({ title: 'Again', text: 'miramar', author: author('bot') });
      expect(await titles({ states: ['new'] })).toEqual(['Guest', 'Spam']);
      expect(await titles({ states: ['done'] })).toEqual(['Again']);
      await workspace.ask('mentions.block', { targets, kind: 'author', mode: 'block', everyBrand: true });
      expect((await workspace.ask('blocks.list', {})).blocks.map(({ mode }) => mode)).toEqual([
        'block',
        'block',
      ]);
      expect(await titles()).toEqual([]);
      await undo();
      expect((await workspace.ask('blocks.list', {})).blocks.map(({ mode }) => mode)).toEqual([
        'mute',
        'mute',
      ]);
      expect(await titles()).toEqual(['Again', 'Guest', 'Spam']);
    });

    it('of nobody change nothing', async () => {
      workspace.store({ title: 'Unsigned', text: 'miramar', author: null });
      const targets = [await target('Unsigned')];
      expect(await workspace.ask('mentions.block', { targets, kind: 'author', mode: 'block' })).toEqual({
        changeId: null,
        blocked: 0,
      });
    });
  });

  describe('saved views', () => {
    const filter = (part: Partial<ViewFilter> = {}): ViewFilter => ViewFilter.parse(part);
    const names = async (): Promise<string[]> =>
      (await workspace.ask('views.list', {})).views.map(({ name }) => name);

    it('keep a filter with its count', async () => {
      workspace.store({ title: 'A', text: 'miramar bad' }, { title: 'B', text: 'miramar good' });
      await workspace.ask('views.create', { name: 'Bad', filter: filter({ sentiments: ['negative'] }) });
      expect((await workspace.ask('views.list', {})).views).toMatchObject([
        { name: 'Bad', count: 1, more: false, filter: { sentiments: ['negative'] } },
      ]);
      const other = await workspace.brand('Vega', 'vega');
      expect((await workspace.ask('views.list', { brandIds: [other] })).views).toMatchObject([{ count: 0 }]);
      await expect(workspace.ask('views.create', { name: 'bad', filter: filter() })).rejects.toThrow(
        /^conflict/,
      );
    });

    it('count the last days from today on', async () => {
      const now = workspace.clock.now();
      workspace.store(
        { title: 'Today', text: 'miramar', publishedAt: now - HOUR },
        { title: 'Last week', text: 'miramar', publishedAt: now - 6 * 24 * HOUR },
      );
      await workspace.ask('views.create', { name: 'Today', filter: filter({ lastDays: 1 }) });
      await workspace.ask('views.create', { name: 'Week', filter: filter({ lastDays: 7 }) });
      const counts = async (): Promise<number[]> =>
        (await workspace.ask('views.list', {})).views.map(({ count }) => count);
      expect(await counts()).toEqual([1, 2]);
      workspace.clock.move(24 * HOUR);
      expect(await counts()).toEqual([0, 1]);
    });

    it('are renamed, moved, given another filter and removed, each one step of undo', async () => {
      for (const name of ['One', 'Two', 'Three'])
        await workspace.ask('views.create', { name, filter: filter() });
      const { views } = await workspace.ask('views.list', {});
      const three = views[2]?.id ?? '';
      await workspace.ask('views.update', { viewId: three, position: 0 });
      expect(await names()).toEqual(['Three', 'One', 'Two']);
      await undo();
      expect(await names()).toEqual(['One', 'Two', 'Three']);
      await workspace.ask('views.update', { viewId: three, name: 'Last', filter: filter({ starred: true }) });
      expect((await workspace.ask('views.list', {})).views[2]).toMatchObject({
        name: 'Last',
        filter: { starred: true },
      });
      await workspace.ask('views.remove', { viewId: three });
      expect(await names()).toEqual(['One', 'Two']);
      await undo();
      expect(await names()).toEqual(['One', 'Two', 'Last']);
    });
  });

  it('keeps a corrected sentiment when everything is matched again, until it is taken back', async () => {
    workspace.store({ title: 'A', text: 'miramar, bad as ever' });
    const targets = [await target('A')];
    const said = async (): Promise<unknown> => (await find('A')).mentions[0];
    await workspace.ask('mentions.correct', { targets, sentiment: 'positive' });
    const { brands } = await workspace.ask('brands.list', {});
    const queryId = brands[0]?.queries[0]?.id ?? '';
    await workspace.ask('queries.update', { queryId, text: 'miramar OR pool' });
    expect(await said()).toMatchObject({ sentiment: 'positive', corrected: true });
    expect(await titles({ sentiments: ['positive'] })).toEqual(['A']);
    await workspace.ask('mentions.correct', { targets, sentiment: null });
    expect(await said()).toMatchObject({ sentiment: 'negative', corrected: false });
    await undo();
    expect(await said()).toMatchObject({ sentiment: 'positive', corrected: true });
  });

  it('a story corrected by hand is corrected in its copies', async () => {
    workspace.store({ title: 'First', text: `${story}, bad`, url: 'https://one.example/a' });
    workspace.store({ title: 'Second', text: `${story}, bad`, url: 'https://two.example/a' });
    await workspace.ask('mentions.correct', { targets: [await target('First')], sentiment: 'neutral' });
    expect(await titles({ copies: true, sentiments: ['neutral'] })).toEqual(['First', 'Second']);
    await undo();
    expect(await titles({ copies: true, sentiments: ['negative'] })).toEqual(['First', 'Second']);
  });

  it('shelves keep apart what is counted and what is not', async () => {
    workspace.store({ title: 'Ours', text: 'miramar' }, { title: 'A film', text: 'miramar' });
    await workspace.ask('relevance.teach', { targets: [await target('A film')], about: false });
    expect(await titles()).toEqual(['Ours']);
    expect(await titles({ shelf: 'rejected' })).toEqual(['A film']);
    expect(await titles({ shelf: 'maybe' })).toEqual([]);
    const count = async (part: Partial<MentionFilter>): Promise<number> =>
      (await workspace.ask('mentions.count', { filter: MentionFilter.parse(part) })).count;
    expect([await count({}), await count({ shelf: 'rejected' })]).toEqual([1, 1]);
    await undo();
    expect(await titles()).toEqual(['A film', 'Ours']);
  });

  it('a thousand at once are one step', async () => {
    const parts = Array.from({ length: 1000 }, (_, at) => ({ title: `t${at}`, text: 'miramar' }));
    workspace.store(...parts);
    const targets: { itemId: number; brandId: string }[] = [];
    for (let after: number | null = null; targets.length < 1000;) {
      const page: Awaited<ReturnType<typeof list>> = await list(after);
      targets.push(...page.rows.map(({ itemId }) => ({ itemId, brandId })));
      after = page.next;
    }
    await workspace.ask('mentions.snooze', { targets, until: workspace.clock.now() + HOUR });
    expect((await list(null)).rows).toEqual([]);
    await undo();
    expect(
      await workspace.ask('mentions.count', { filter: MentionFilter.parse({ states: ['new'] }) }),
    ).toEqual({ count: 1000, more: false });
    function list(after: number | null) {
      return workspace.ask('mentions.list', { filter: MentionFilter.parse({}), after, limit: 200 });
    }
  });
});
