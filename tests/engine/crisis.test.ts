import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MentionFilter } from '#shared/contract/mentions.ts';
import { peaksOf } from '#engine/features/crisis/peaks.ts';
import { paceOf, queuesPaused } from '#engine/storage/queues.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

const HOUR = 3_600_000;

describe('the crisis room', () => {
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

  const now = (): number => workspace.clock.now();
  const start = async (since?: number): Promise<string> =>
    (await workspace.ask('crisis.start', { brandId, ...(since === undefined ? {} : { since }) })).crisisId;
  const kinds = async (crisisId: string): Promise<string[]> =>
    (await workspace.ask('crisis.timeline', { crisisId })).entries.map(({ kind }) => kind);
  const itemOf = async (title: string): Promise<number> => {
    const { rows } = await workspace.ask('mentions.list', { filter: MentionFilter.parse({}) });
    return rows.find((row) => row.title === title)?.itemId ?? -1;
  };

  it('one switch holds every queue and checks sources more often, and undo or the end lets go', async () => {
    const { read } = workspace.engine.workspace;
    expect([queuesPaused(read), paceOf(read, 60)]).toEqual([false, 60]);
    await start();
    expect([queuesPaused(read), paceOf(read, 60), paceOf(read, 2)]).toEqual([true, 5, 2]);
    expect(await workspace.ask('crisis.list', {})).toMatchObject({ queuesPaused: true });
    await workspace.ask('history.undo', {});
    expect([queuesPaused(read), (await workspace.ask('crisis.list', {})).crises]).toEqual([false, []]);
    const crisisId = await start();
    const { changeId } = await workspace.ask('crisis.end', { crisisId });
    expect(queuesPaused(read)).toBe(false);
    await workspace.ask('history.undo', { changeId });
    expect(queuesPaused(read)).toBe(true);
    await workspace.ask('brands.archive', { brandId });
    expect(queuesPaused(read)).toBe(false);
  });

  it('makes healthy sources due at once, and leaves one that was asked to wait alone', async () => {
    const { write } = workspace.engine.workspace;
    const later = now() + HOUR;
    const due = (): number | undefined =>
      write.get<{ at: number }>('SELECT next_due_at AS at FROM source_state')?.at;
    write.run("UPDATE source_state SET status = 'failing', next_due_at = ?", [later]);
    await start();
    expect(due()).toBe(later);
    await workspace.ask('history.undo', {});
    write.run("UPDATE source_state SET status = 'ok', next_due_at = ?", [later]);
    await start();
    expect(due()).toBe(now());
  });

  it('is one at a time for a brand of one’s own', async () => {
    const crisisId = await start();
    await expect(start()).rejects.toThrow(/^conflict/);
    const rival = await workspace.ask('brands.create', { name: 'V', role: 'competitor', ownerId: brandId });
    await expect(workspace.ask('crisis.start', { brandId: rival.brandId })).rejects.toThrow(/^refused/);
    await expect(start(now() + HOUR)).rejects.toThrow(/^invalid/);
    await workspace.ask('crisis.end', { crisisId });
    await expect(workspace.ask('crisis.end', { crisisId })).rejects.toThrow(/^refused/);
    await start();
    expect((await workspace.ask('crisis.list', {})).crises.map(({ endedAt }) => endedAt)).toEqual([
      null,
      now(),
    ]);
  });

  it('collects the negative mentions since it began, narrowed by a query, and pins what is chosen', async () => {
    workspace.store(
      { title: 'Before', text: 'miramar bad pool', publishedAt: now() - 3 * HOUR },
      { title: 'Pool', text: 'miramar bad pool', publishedAt: now() - HOUR },
      { title: 'Beach', text: 'miramar bad beach', publishedAt: now() - HOUR },
      { title: 'Praise', text: 'miramar good pool', publishedAt: now() - HOUR },
    );
    const crisisId = await start(now() - 2 * HOUR);
    const thread = async (): Promise<string[]> =>
      (await workspace.ask('crisis.thread', { crisisId })).rows.map(({ title }) => title).sort();
    expect(await thread()).toEqual(['Beach', 'Pool']);
    await workspace.ask('crisis.update', { crisisId, query: 'pool' });
    expect(await thread()).toEqual(['Pool']);
    await expect(workspace.ask('crisis.update', { crisisId, query: '"pool' })).rejects.toThrow(/^invalid/);

    const itemIds = [await itemOf('Before'), await itemOf('Praise')];
    await workspace.ask('crisis.pin', { crisisId, itemIds });
    expect(await workspace.ask('crisis.pin', { crisisId, itemIds })).toEqual({ changeId: null });
    const pinned = async (): Promise<string[]> =>
      (await workspace.ask('crisis.pins', { crisisId })).rows.map(({ title }) => title);
    expect(await pinned()).toEqual(['Praise', 'Before']);
    await workspace.ask('crisis.unpin', { crisisId, itemId: itemIds[1] ?? -1 });
    expect(await pinned()).toEqual(['Before']);
    await workspace.ask('history.undo', {});
    expect(await pinned()).toEqual(['Praise', 'Before']);
    expect(await kinds(crisisId)).toEqual(['peak', 'started', 'pinned']);
    await expect(workspace.ask('crisis.pin', { crisisId, itemIds: [1] })).rejects.toThrow(/^not-found/);
  });

  it('keeps a timeline: what was done, notes at their own time, and the hours that stood out', async () => {
    const crisisId = await start(now() - 6 * HOUR);
    for (let n = 0; n < 8; n += 1) {
      const publishedAt = now() - (n < 6 ? 3 : n - 5) * HOUR + n * 60_000;
      workspace.store({ title: `t${n}`, text: 'miramar bad', publishedAt });
    }
    await workspace.ask('crisis.update', { crisisId, statement: 'We are on it.' });
    await workspace.ask('crisis.update', { crisisId, statement: 'We are on it.' });
    const at = now() - 5 * HOUR;
    const { entryId } = await workspace.ask('crisis.note', { crisisId, text: 'The pump broke', at });
    workspace.clock.move(HOUR);
    await workspace.ask('crisis.end', { crisisId });
    const { entries } = await workspace.ask('crisis.timeline', { crisisId });
    expect(entries.map(({ kind }) => kind)).toEqual(['note', 'peak', 'started', 'statement', 'ended']);
    expect(entries[1]).toMatchObject({ count: 6, at: Math.floor((at + 2 * HOUR) / HOUR) * HOUR });
    const started = await workspace.engine.dispatch('crisis.removeNote', { entryId: entries[2]?.id ?? '' });
    expect(started.ok ? '' : started.error.code).toBe('refused');
    await workspace.ask('crisis.removeNote', { entryId });
    expect(await kinds(crisisId)).not.toContain('note');
    await workspace.ask('history.undo', {});
    expect(await kinds(crisisId)).toContain('note');
  });

  it('counts and lists a story that spreads, though its copies are folded elsewhere', async () => {
    const words =
      'miramar bad pool and worse breakfast so nobody should ever go there again, the staff did not care';
    workspace.store(
      { title: 'First', text: words, publishedAt: now() - 3 * HOUR },
      { title: 'Copy', text: words, publishedAt: now() - HOUR },
      { title: 'Own', text: 'miramar bad', publishedAt: now() - HOUR },
    );
    const crisisId = await start(now() - 2 * HOUR);
    const { rows, count } = await workspace.ask('crisis.thread', { crisisId });
    const { negative } = await workspace.ask('crisis.report', { crisisId });
    expect(rows.map(({ title }) => title).sort()).toEqual(['Copy', 'Own']);
    expect([count, negative]).toEqual([2, 2]);
  });

  it('names the alerts of its time in the timeline', async () => {
    const { write } = workspace.engine.workspace;
    const raise = (id: string, at: number): void => {
      write.run(
        `INSERT INTO alert(id, kind, brand_id, about_id, story, story_key, nth, at, last_at, state, why)
         VALUES(?, 'negativeSpike', ?, ?, ?, '', 1, ?, ?, 0, '{}')`,
        [id, brandId, brandId, id, at, at],
      );
    };
    raise('early', now() - 3 * HOUR);
    raise('during', now() - HOUR);
    const crisisId = await start(now() - 2 * HOUR);
    const { entries } = await workspace.ask('crisis.timeline', { crisisId });
    expect(entries.map(({ kind, text, at }) => [kind, text, at])).toEqual([
      ['alert', 'negativeSpike', now() - HOUR],
      ['started', '', now()],
    ]);
  });

  it('a start on which something depends is not silently undone with it', async () => {
    const { changeId, crisisId } = await workspace.ask('crisis.start', { brandId });
    await workspace.ask('crisis.note', { crisisId, text: 'Called the papers' });
    await expect(workspace.ask('history.undo', { changeId })).rejects.toThrow(/^conflict/);
    expect(await kinds(crisisId)).toEqual(['started', 'note']);
  });

  it('ends with a post-mortem that adds up', async () => {
    const author = (name: string, followers: number) => ({ ident: name, name, url: null, followers });
    const since = now() - 4 * HOUR;
    const at = (minutes: number): number => since + minutes * 60_000;
    workspace.store(
      { title: 'early', text: 'miramar bad', publishedAt: at(-10), author: author('Zoe', 10) },
      { title: 'a', text: 'miramar bad', publishedAt: at(10), author: author('Ana', 50), kind: 'social' },
      { title: 'b', text: 'miramar bad', publishedAt: at(70), author: author('Dan', 9000), kind: 'social' },
      { title: 'c', text: 'miramar bad', publishedAt: at(75), author: author('Ana', 50), kind: 'social' },
      { title: 'd', text: 'miramar good', publishedAt: at(80), author: author('Eva', 99), kind: 'social' },
      { title: 'e', text: 'miramar', publishedAt: at(200), author: author('Ion', 99), kind: 'social' },
    );
    const crisisId = await start(since);
    await workspace.ask('crisis.end', { crisisId });
    workspace.clock.move(50 * HOUR);
    workspace.store({ title: 'later', text: 'miramar bad', publishedAt: now() - HOUR });
    const report = await workspace.ask('crisis.report', { crisisId });
    expect(report).toMatchObject({ mentions: 5, negative: 3, negativeShare: 0.6, undefined: 0 });
    expect(report.peak).toEqual({ at: Math.floor(at(70) / HOUR) * HOUR, mentions: 3 });
    expect(report.hours).toHaveLength(5);
    expect(report.first.map(({ name, title }) => `${name} ${title}`)).toEqual(['Ana a', 'Dan b']);
    expect(report.until - since).toBe(4 * HOUR);
    await workspace.ask('crisis.update', { crisisId, query: 'nothing' });
    expect((await workspace.ask('crisis.report', { crisisId })).first).toEqual([]);
  });
});

describe('peaks', () => {
  const hour = fc.integer({ min: 0, max: 50 });
  const hoursOf = (counts: readonly number[]) =>
    counts.map((mentions, index) => ({ at: index * HOUR, mentions, negative: 0 }));

  it('are the hours that stand out from their neighbours and from the mean', () => {
    expect(peaksOf(hoursOf([0, 1, 9, 2, 0, 0, 7, 7, 1])).map(({ at }) => at / HOUR)).toEqual([2, 6]);
    expect(peaksOf(hoursOf([2, 0, 2, 0]))).toEqual([]);
    expect(peaksOf([])).toEqual([]);
  });

  it('are never more than five, in order, and each at least as great as its neighbours', () => {
    fc.assert(
      fc.property(fc.array(hour, { maxLength: 80 }), (counts) => {
        const peaks = peaksOf(hoursOf(counts));
        expect(peaks.length).toBeLessThanOrEqual(5);
        expect(peaks.map(({ at }) => at)).toEqual(peaks.map(({ at }) => at).sort((a, b) => a - b));
        for (const { at, mentions } of peaks) {
          expect(mentions).toBeGreaterThanOrEqual(
            Math.max(3, counts[at / HOUR - 1] ?? 0, counts[at / HOUR + 1] ?? 0),
          );
        }
      }),
    );
  });
});
