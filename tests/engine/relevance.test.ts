import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MentionFilter } from '#shared/contract/mentions.ts';
import type { TestWorkspace } from '#tests/helpers/engine.ts';
import { learningDesk, type LearningDesk } from '#tests/helpers/learning.ts';

describe('what a name means', () => {
  let desk: LearningDesk;
  let workspace: TestWorkspace;
  let brandId: string;
  beforeEach(async () => {
    desk = await learningDesk();
    ({ workspace, brandId } = desk);
  });
  afterEach(() => workspace.close());

  const store = (...parts: Parameters<LearningDesk['store']>) => desk.store(...parts);
  const rows = (part: Partial<MentionFilter> = {}) => desk.rows(part);
  const titles = (part: Partial<MentionFilter> = {}) => desk.titles(part);
  const target = (title: string) => desk.target(title);
  const doctor = async (): Promise<boolean> => (await workspace.ask('workspace.doctor', {})).ok;
  const tick = () => desk.tick();
  const hotel = ['room', 'pool', 'breakfast', 'reception', 'bed', 'lobby'];
  const ship = ['engine', 'harbour', 'captain', 'cargo', 'anchor', 'deck'];
  const about = (words: string[], of: string) =>
    words.map((word) => ({ title: word, text: `The ${word} of ${of} Miramar, ${of}, seen today` }));
  const teach = async (words: string[], is: boolean | null): Promise<void> => {
    await workspace.ask('relevance.teach', { targets: await Promise.all(words.map(target)), about: is });
  };
  const relevance = async () => (await workspace.ask('relevance.status', {})).brands[0];

  it('moves what is not about the brand out of the lists, and back with undo', async () => {
    await store(...about(hotel.slice(0, 2), 'hotel'));
    await teach(['pool'], false);
    expect([await titles(), await titles({ shelf: 'rejected' })]).toEqual([['room'], ['pool']]);
    expect(await workspace.ask('relevance.examples', { brandId })).toMatchObject({
      examples: [{ title: 'pool', about: false }],
    });
    expect(await doctor()).toBe(true);
    await workspace.ask('history.undo', {});
    expect([await titles(), (await relevance())?.notAbout]).toEqual([['pool', 'room'], 0]);
    await teach(['pool'], false);
    await teach(['pool'], null);
    expect([await titles(), (await relevance())?.notAbout]).toEqual([['pool', 'room'], 0]);
  });

  it('ranks nothing with fewer than five examples of each kind', async () => {
    await store(...about(hotel, 'hotel'), ...about(ship, 'ship'));
    await teach(hotel, true);
    await teach(ship.slice(0, 4), false);
    await tick();
    expect(await relevance()).toMatchObject({ about: 6, notAbout: 4, active: false, accuracy: null });
    await store({ title: 'late', text: 'The mast of ship Miramar, ship' });
    expect(await titles({ shelf: 'maybe' })).toEqual([]);
  });

  it('ranks nothing with a classifier that is no better than chance', async () => {
    await store(...about(hotel, 'hotel'), ...about(ship, 'hotel'));
    await teach(hotel, true);
    await teach(ship, false);
    await tick();
    const taught = await relevance();
    expect(taught).toMatchObject({ about: 6, notAbout: 6, active: false });
    expect(taught?.accuracy).toBeLessThan(0.6);
  });

  it('puts doubtful mentions on the maybe shelf, never away, and brings them back when switched off', async () => {
    await store(...about(hotel, 'hotel'), ...about(ship, 'ship'), {
      title: 'before',
      text: 'The mast of ship Miramar, ship',
    });
    await store({ title: 'starred', text: 'The rudder of ship Miramar, an old ship' });
    await workspace.ask('mentions.star', { targets: [await target('starred')], starred: true });
    await teach(hotel, true);
    await teach(ship, false);
    await tick();
    expect(await relevance()).toMatchObject({ active: true, accuracy: 1 });
    await store({ title: 'sail', text: 'A new sail for ship Miramar, the ship' });
    await store({ title: 'sauna', text: 'A new sauna for hotel Miramar, the hotel' });
    expect(await titles({ shelf: 'maybe' })).toEqual(['sail']);
    expect(await titles()).toContain('sauna');
    const [sail] = await rows({ shelf: 'maybe' });
    expect(sail?.mentions[0]?.relevance).toBeLessThan(0.5);

    await workspace.ask('relevance.rank', { brandId });
    expect(await titles({ shelf: 'maybe' })).toEqual(['before', 'sail']);
    expect(await titles()).toContain('starred');
    expect((await relevance())?.maybe).toBe(2);
    expect(await doctor()).toBe(true);

    await teach(['before'], true);
    expect(await titles()).toContain('before');
    await workspace.ask('relevance.set', { brandId, enabled: false });
    expect(await titles({ shelf: 'maybe' })).toEqual([]);
    expect(await titles({ shelf: 'rejected' })).toEqual([...ship].sort());
    await store({ title: 'jib', text: 'A jib for ship Miramar, the ship' });
    expect(await titles()).toContain('jib');
    expect(await doctor()).toBe(true);
  });

  it('ranks what a changed query finds, a story’s copies with it, and leaves what was decided', async () => {
    const { brands } = await workspace.ask('brands.list', {});
    const queryId = brands[0]?.queries[0]?.id ?? '';
    await store(...about(hotel, 'hotel'), ...about(ship, 'ship'));
    await teach(hotel, true);
    await teach(ship, false);
    await store({ title: 'starred', text: 'The rudder of ship Miramar, an old ship' });
    await workspace.ask('mentions.star', { targets: [await target('starred')], starred: true });
    await tick();
    await workspace.ask('queries.update', { queryId, text: 'miramar AND (room OR pool)' });
    const story =
      'A mast for ship Miramar, the ship that left the harbour last night with all its cargo on deck';
    await store(
      { title: 'mast', text: story, url: 'https://one.example/mast' },
      { title: 'mast', text: `${story} again`, url: 'https://two.example/mast' },
      { title: 'sauna', text: 'A new sauna for hotel Miramar, the hotel' },
    );
    expect(await titles()).toEqual(['pool', 'room']);
    await workspace.ask('queries.update', { queryId, text: 'miramar' });
    expect(await titles({ shelf: 'maybe', copies: true })).toEqual(['mast', 'mast']);
    expect((await rows({ shelf: 'maybe' }))[0]?.mentions[0]?.relevance).toBeLessThan(0.5);
    expect(await titles()).toEqual([...hotel, 'sauna', 'starred'].sort());
    expect(await titles({ shelf: 'rejected' })).toEqual([...ship].sort());
    expect(await doctor()).toBe(true);
  });

  it('takes words of the owner’s, and refuses a brand that is gone', async () => {
    await workspace.ask('relevance.set', { brandId, must: ['hotel'], mustNot: ['ship', 'harbour'] });
    expect(await relevance()).toMatchObject({
      must: ['hotel'],
      mustNot: ['ship', 'harbour'],
      enabled: true,
    });
    await workspace.ask('history.undo', {});
    expect(await relevance()).toMatchObject({ must: [], mustNot: [] });
    const gone = '01900000-0000-7000-8000-000000000000';
    const result = await workspace.engine.dispatch('relevance.set', { brandId: gone, enabled: false });
    expect(result).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
