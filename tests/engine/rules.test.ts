import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RuleDraft, type RuleAction, type RuleCondition } from '#shared/contract/rules.ts';
import { MentionFilter, type MentionOf } from '#shared/contract/mentions.ts';
import type { EventPayload } from '#shared/contract/events.ts';
import { usualHours } from '#shared/model/business-hours.ts';
import { after, changes, type Standing } from '#engine/features/rules/effects.ts';
import { compileRule, type RuleSubject } from '#engine/features/rules/evaluate.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

type Draft = Parameters<typeof RuleDraft.parse>[0];
const text = (words: string): RuleCondition => ({ type: 'text', text: words });
const draft = (part: Partial<RuleDraft>): Draft => ({
  name: 'Pool',
  conditions: [text('pool')],
  actions: [{ type: 'star' }],
  ...part,
});

describe('rules on arrival', () => {
  let workspace: TestWorkspace;
  let brandId: string;
  beforeEach(async () => {
    workspace = testWorkspace();
    await workspace.source('http://127.0.0.1:9/feed');
    brandId = await workspace.brand('Miramar', 'miramar');
  });
  afterEach(async () => {
    expect((await workspace.ask('workspace.doctor', {})).findings.filter(({ ok }) => !ok)).toEqual([]);
    await workspace.close();
  });

  const add = async (part: Partial<RuleDraft>, enabled = true): Promise<string> => {
    const rule = RuleDraft.parse(draft(part));
    return (await workspace.ask('rules.create', { rule, enabled })).ruleId;
  };
  const rows = async (words: string) => {
    const filter = MentionFilter.parse({ text: words, states: ['new', 'open', 'done', 'snoozed'] });
    return (await workspace.ask('mentions.list', { filter })).rows;
  };
  const itemOf = async (title: string): Promise<number> =>
    (await rows(title)).find((row) => row.title === title)?.itemId ?? -1;
  const mention = async (title: string): Promise<MentionOf | undefined> =>
    (await rows(title)).find((row) => row.title === title)?.mentions[0];
  const hits = async (title: string) =>
    (await workspace.ask('rules.hits', { itemId: await itemOf(title) })).hits;

  it('does to what arrives what a person would do by hand, and says which rule did it', async () => {
    const { tagId } = await workspace.ask('tags.create', { name: 'pool' });
    const { assigneeId } = await workspace.ask('assignees.create', { name: 'Ana' });
    const ruleId = await add({
      actions: [
        { type: 'tag', tagId },
        { type: 'star' },
        { type: 'assign', assigneeId },
        { type: 'sentiment', sentiment: 'negative' },
        { type: 'snooze', minutes: 60 },
      ],
    });
    workspace.store({ title: 'A', text: 'miramar pool' }, { title: 'B', text: 'miramar beach' });
    expect(await mention('A')).toMatchObject({
      tagIds: [tagId],
      starred: true,
      assigneeId,
      sentiment: 'negative',
      corrected: true,
      state: 'snoozed',
      snoozedUntil: workspace.clock.now() + 3_600_000,
    });
    expect(await mention('B')).toMatchObject({ tagIds: [], starred: false, state: 'new' });
    expect(await hits('A')).toMatchObject([{ ruleId, name: 'Pool', brandId, undone: false }]);
    expect((await hits('A'))[0]?.actions.map(({ type }) => type)).toEqual([
      'tag',
      'star',
      'assign',
      'sentiment',
      'snooze',
    ]);
    expect(await hits('B')).toEqual([]);
    expect((await workspace.ask('rules.list', {})).rules).toMatchObject([{ hits: 1, missing: [] }]);
  });

  it('is one undoable step of the history for each rule and batch, and not what a plain undo takes back', async () => {
    await add({});
    const { tagId } = await workspace.ask('tags.create', { name: 'mine' });
    workspace.store({ title: 'A', text: 'miramar pool' });
    expect((await workspace.ask('history.list', {})).changes[0]).toMatchObject({ request: 'rules.applied' });
    // The last thing the person did was making the tag.
    expect((await workspace.ask('history.undo', {})).undone?.request).toBe('tags.create');
    expect((await workspace.ask('tags.list', {})).tags.map(({ id }) => id)).not.toContain(tagId);
    const [hit] = await hits('A');
    await workspace.ask('history.undo', { changeId: hit?.changeId ?? '' });
    expect(await mention('A')).toMatchObject({ starred: false });
    expect(await hits('A')).toMatchObject([{ undone: true }]);
  });

  it('runs in order: several may apply, one sees what the one before did, and a stop is a stop', async () => {
    const first = await add({ name: 'first', actions: [{ type: 'sentiment', sentiment: 'negative' }] });
    await add({
      name: 'second',
      conditions: [{ type: 'sentiment', values: ['negative'], not: false }],
      actions: [{ type: 'star' }],
      stop: true,
    });
    const third = await add({ name: 'third', actions: [{ type: 'done' }] });
    workspace.store({ title: 'A', text: 'miramar pool' });
    expect((await hits('A')).map(({ name }) => name).sort()).toEqual(['first', 'second']);
    expect(await mention('A')).toMatchObject({ starred: true, state: 'new' });

    const { changeId } = await workspace.ask('rules.move', { ruleId: third, to: 0 });
    await workspace.ask('rules.update', { ruleId: first, enabled: false });
    workspace.store({ title: 'B', text: 'miramar pool' });
    expect((await hits('B')).map(({ name }) => name)).toEqual(['third']);
    await workspace.ask('history.undo', { changeId });
    expect((await workspace.ask('rules.list', {})).rules.map(({ name }) => name)).toEqual([
      'first',
      'second',
      'third',
    ]);
  });

  it('leaves out an action whose tag is gone, says so, and goes on collecting', async () => {
    const { tagId } = await workspace.ask('tags.create', { name: 'gone' });
    await add({ actions: [{ type: 'tag', tagId }, { type: 'star' }] });
    await workspace.ask('tags.remove', { tagId });
    workspace.store({ title: 'A', text: 'miramar pool' });
    expect(await mention('A')).toMatchObject({ starred: true, tagIds: [] });
    expect((await workspace.ask('rules.list', {})).rules[0]?.missing).toEqual(['tag']);
  });

  it('tells once a batch, with the newest mention, and never about a copy or somebody muted', async () => {
    await add({ actions: [{ type: 'notify' }] });
    await workspace.ask('blocks.add', { kind: 'site', mode: 'mute', ident: 'muted.example', name: 'Muted' });
    const told: EventPayload<'rules.noticed'>[] = [];
    workspace.engine.onEvent((name, payload) => {
      if (name === 'rules.noticed') told.push(payload as EventPayload<'rules.noticed'>);
    });
    workspace.store(
      { title: 'Old', text: 'miramar pool', publishedAt: Date.UTC(2026, 10, 1) },
      { title: 'New', text: 'miramar pool again', publishedAt: Date.UTC(2026, 10, 2) },
      { title: 'Muted', text: 'miramar pool', url: 'https://muted.example/1' },
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toMatchObject([{ name: 'Pool', count: 2, title: 'New', itemId: await itemOf('New') }]);
    expect(await hits('Muted')).toEqual([]);
    // A hit that changed nothing stored cannot be undone.
    expect(await hits('New')).toMatchObject([{ changeId: null, undone: false }]);
  });

  it('shows in a dry run what applying then does, and one undo takes all of it back', async () => {
    workspace.store(
      ...Array.from({ length: 600 }, (_, n) => ({
        title: `t${n}`,
        text: n % 3 === 0 ? 'miramar pool' : 'miramar beach',
        publishedAt: Date.UTC(2026, 9, 1, 0, n),
      })),
    );
    workspace.store({ title: 'ancient', text: 'miramar pool', publishedAt: Date.UTC(2025, 0, 1) });
    const done = await itemOf('t0');
    await workspace.ask('mentions.star', { targets: [{ itemId: done, brandId }], starred: true });
    const rule = RuleDraft.parse(draft({ actions: [{ type: 'star' }, { type: 'notify' }] }));
    const before = await workspace.ask('history.list', {});
    const preview = await workspace.ask('rules.preview', { rule });
    expect(preview).toMatchObject({ scanned: 600, matched: 200 });
    expect(preview.effects).toEqual([
      { type: 'star', count: 199 },
      { type: 'notify', count: 200 },
    ]);
    expect(preview.examples).toHaveLength(10);
    expect(preview.examples[0]?.title).toBe('t597');
    expect(await workspace.ask('history.list', {})).toEqual(before);
    expect((await workspace.ask('rules.preview', { rule, scope: 'all' })).matched).toBe(201);

    const ruleId = await add(rule, false);
    const { changeId } = await workspace.ask('rules.apply', { ruleId });
    const starred = MentionFilter.parse({ starred: true });
    expect(await workspace.ask('mentions.count', { filter: starred })).toMatchObject({ count: 200 });
    expect((await workspace.ask('rules.preview', { rule })).effects[0]).toEqual({ type: 'star', count: 0 });
    expect((await workspace.ask('rules.list', {})).rules[0]?.hits).toBe(199);
    await workspace.ask('history.undo', { changeId });
    expect(await workspace.ask('mentions.count', { filter: starred })).toMatchObject({ count: 1 });
    expect(await hits('t597')).toMatchObject([{ undone: true }]);
  });

  it('stops where it is when cancelled; what it did can still be taken back', async () => {
    workspace.store(
      ...Array.from({ length: 700 }, (_, n) => ({ title: `t${n}`, text: `miramar pool number ${n}` })),
    );
    const ruleId = await add({}, false);
    workspace.engine.onEvent((name, payload) => {
      const job = payload as EventPayload<'job.progress'>;
      if (name === 'job.progress' && job.kind === 'rules') workspace.engine.jobs.cancel(job.jobId);
    });
    const { changeId } = await workspace.ask('rules.apply', { ruleId, scope: 'all' });
    const starred = MentionFilter.parse({ starred: true });
    const { count } = await workspace.ask('mentions.count', { filter: starred });
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(700);
    await workspace.ask('history.undo', { changeId });
    expect(await workspace.ask('mentions.count', { filter: starred })).toMatchObject({ count: 0 });
  });

  it('moves what needs an answer to the inbox, once', async () => {
    await add({ actions: [{ type: 'inbox' }] });
    workspace.store({ title: 'A', text: 'miramar pool' }, { title: 'B', text: 'miramar beach' });
    const open = async (): Promise<(string | undefined)[]> =>
      (await workspace.ask('conversations.list', {})).conversations.map((one) => one.mention?.title);
    expect(await open()).toEqual(['A']);
    const [hit] = await hits('A');
    expect(hit?.actions).toEqual([{ type: 'inbox' }]);
    const [conversation] = (await workspace.ask('conversations.list', {})).conversations;
    await workspace.ask('conversations.setState', {
      conversationId: conversation?.id ?? '',
      state: 'closed',
    });
    await workspace.ask('rules.apply', { ruleId: hit?.ruleId ?? '' });
    expect(await open()).toEqual([]);
    await workspace.ask('history.undo', {});
    expect(await open()).toEqual(['A']);
    await workspace.ask('history.undo', { changeId: hit?.changeId ?? '' });
    expect(await open()).toEqual([]);
  });

  it('leaves alone what a person decided', async () => {
    workspace.store({ title: 'A', text: 'miramar pool' });
    const target = { itemId: await itemOf('A'), brandId };
    const { assigneeId: ana } = await workspace.ask('assignees.create', { name: 'Ana' });
    const { assigneeId: dan } = await workspace.ask('assignees.create', { name: 'Dan' });
    await workspace.ask('mentions.assign', { targets: [target], assigneeId: ana });
    await workspace.ask('mentions.setState', { targets: [target], state: 'done' });
    const ruleId = await add({
      actions: [
        { type: 'assign', assigneeId: dan },
        { type: 'snooze', minutes: 60 },
      ],
    });
    await workspace.ask('rules.apply', { ruleId });
    expect(await mention('A')).toMatchObject({ assigneeId: ana, state: 'done' });
    expect(await hits('A')).toEqual([]);
  });

  it('refuses a rule that cannot be meant, and one that is gone', async () => {
    const ask = async (part: Partial<RuleDraft>): Promise<string> => {
      const result = await workspace.engine.dispatch('rules.create', { rule: draft(part) });
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await ask({ conditions: [text('"open')] })).toBe('invalid');
    expect(await ask({ actions: [{ type: 'done' }, { type: 'snooze', minutes: 60 }] })).toBe('invalid');
    expect(await ask({ actions: [{ type: 'star' }, { type: 'star' }] })).toBe('invalid');
    expect(await ask({ conditions: [] })).toBe('invalid');
    const ruleId = await add({});
    await workspace.ask('rules.remove', { ruleId });
    await expect(workspace.ask('rules.apply', { ruleId })).rejects.toThrow(/^not-found/);
    await expect(workspace.ask('rules.move', { ruleId, to: 0 })).rejects.toThrow(/^not-found/);
    await workspace.ask('history.undo', {});
    expect((await workspace.ask('rules.list', {})).rules).toMatchObject([{ id: ruleId, enabled: true }]);
  });
});

describe('conditions', () => {
  const subject = (item: Partial<RuleSubject['item']> = {}): RuleSubject => ({
    brandId: 'b1',
    sourceIds: ['s1', 's2'],
    connector: 'feed',
    sentiment: 'negative',
    influence: 6,
    item: {
      title: 'Sea',
      text: 'The pool was cold',
      author: 'Ana Pop',
      site: 'news.example.com',
      url: 'https://news.example.com/1',
      language: 'en',
      source: 'Paper',
      kind: 'review',
      followers: null,
      rating: 2,
      hasLink: false,
      hasMedia: false,
      // A Monday, 10:00 in Bucharest.
      publishedAt: Date.UTC(2026, 10, 23, 8),
      ...item,
    },
  });
  const holds = (condition: RuleCondition, about = subject()): boolean =>
    compileRule({ match: 'all', conditions: [condition] })(about);

  it.each<[RuleCondition, boolean]>([
    [text('pool'), true],
    [text('beach'), false],
    [{ type: 'author', values: ['ana'], not: false }, true],
    [{ type: 'author', values: ['dan', 'POP'], not: true }, false],
    [{ type: 'site', values: ['example.com'], not: false }, true],
    [{ type: 'site', values: ['ample.com'], not: false }, false],
    [{ type: 'source', values: ['s2'], not: false }, true],
    [{ type: 'connector', values: ['bluesky'], not: true }, true],
    [{ type: 'kind', values: ['news', 'review'], not: false }, true],
    [{ type: 'sentiment', values: ['positive'], not: false }, false],
    [{ type: 'language', values: ['ro'], not: true }, true],
    [{ type: 'brand', values: ['b2'], not: false }, false],
    [{ type: 'influence', atLeast: 6 }, true],
    [{ type: 'influence', atLeast: 7 }, false],
    [{ type: 'rating', op: 'atMost', stars: 2 }, true],
    [{ type: 'rating', op: 'atLeast', stars: 2.5 }, false],
    [{ type: 'hours', hours: usualHours('Europe/Bucharest'), not: false }, true],
    [{ type: 'hours', hours: usualHours('Europe/Bucharest'), not: true }, false],
    [{ type: 'hours', hours: usualHours('America/New_York'), not: false }, false],
  ])('%j', (condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });

  it('what is not reported fulfils neither a condition nor its opposite', () => {
    const unknown = subject({ author: '', language: null, rating: null });
    for (const not of [false, true]) {
      expect(holds({ type: 'author', values: ['ana'], not }, unknown)).toBe(false);
      expect(holds({ type: 'language', values: ['ro'], not }, unknown)).toBe(false);
    }
    expect(holds({ type: 'rating', op: 'atMost', stars: 5 }, unknown)).toBe(false);
  });

  it('all means every one, any means one', () => {
    const conditions = [text('pool'), text('beach')];
    expect(compileRule({ match: 'all', conditions })(subject())).toBe(false);
    expect(compileRule({ match: 'any', conditions })(subject())).toBe(true);
  });
});

describe('actions', () => {
  const standing = fc.record<Standing>({
    state: fc.constantFrom('new', 'open', 'done', 'snoozed'),
    starred: fc.boolean(),
    sentiment: fc.constantFrom('negative', 'neutral', 'positive', 'undefined'),
    corrected: fc.boolean(),
    assigned: fc.boolean(),
    tagIds: fc.subarray(['t1', 't2']),
    inInbox: fc.boolean(),
    quiet: fc.boolean(),
  });
  const action = fc.constantFrom<RuleAction>(
    { type: 'tag', tagId: 't1' },
    { type: 'star' },
    { type: 'done' },
    { type: 'assign', assigneeId: 'a1' },
    { type: 'sentiment', sentiment: 'positive' },
    { type: 'snooze', minutes: 60 },
    { type: 'inbox' },
  );

  it('once done, an action has nothing left to change', () => {
    fc.assert(
      fc.property(action, standing, (one, before) => {
        fc.pre(changes(one, before));
        expect(changes(one, after(one, before))).toBe(false);
      }),
    );
  });
});
