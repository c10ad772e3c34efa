import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MentionFilter, type Sentiment } from '#shared/contract/mentions.ts';
import { sentimentCode } from '#engine/storage/codes.ts';
import { mentionRecord, patchMention } from '#engine/storage/mention-rows.ts';
import { RollupBatch } from '#engine/storage/rollups.ts';
import { reindexItems } from '#engine/storage/search-index.ts';
import { item, type TestWorkspace } from '#tests/helpers/engine.ts';
import { learningDesk, type LearningDesk } from '#tests/helpers/learning.ts';

const filter = (part: Partial<MentionFilter> = {}): MentionFilter => MentionFilter.parse(part);
const WEEK = 7 * 86_400_000;

describe('learning', () => {
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
  const sentiments = async (): Promise<Record<string, Sentiment | undefined>> =>
    Object.fromEntries((await rows()).map(({ title, mentions }) => [title, mentions[0]?.sentiment]));
  const status = () => workspace.ask('learning.status', {});
  const negatives = (mention: string): Promise<number> =>
    workspace
      .ask('mentions.count', { filter: filter({ sentiments: ['negative'], text: mention }) })
      .then(({ count }) => count);

  /** Six posts whose word "sec" the model takes for nothing and the owner for bad. */
  const places = ['Turda', 'Arad', 'Iasi', 'Cluj', 'Sibiu', 'Deva'];
  const teachSec = async (): Promise<void> => {
    await store(
      ...places.map((place) => ({ title: place, text: `Miramar ${place.toLowerCase()} sec` })),
      ...Array.from({ length: 24 }, (_, n) => ({ title: `calm${n}`, text: `miramar number${n} calm` })),
    );
    const targets = await Promise.all(places.map(target));
    await workspace.ask('mentions.correct', { targets, sentiment: 'negative' });
  };

  describe('a correction', () => {
    it('counts everywhere at once, and is undone everywhere at once', async () => {
      await store({ title: 'A', text: 'miramar good' }, { title: 'B', text: 'miramar good day' });
      const a = await target('A');
      await workspace.ask('mentions.correct', { targets: [a], sentiment: 'negative' });
      expect(await sentiments()).toEqual({ A: 'negative', B: 'positive' });
      expect(await negatives('')).toBe(1);
      expect(await doctor()).toBe(true);
      expect(await workspace.ask('learning.why', a)).toMatchObject({
        sentiment: 'negative',
        corrected: true,
        base: { sentiment: 'positive' },
        learned: null,
      });
      expect((await status()).labels).toBe(1);
      await workspace.ask('history.undo', {});
      expect(await sentiments()).toEqual({ A: 'positive', B: 'positive' });
      expect((await status()).labels).toBe(0);
      expect(await doctor()).toBe(true);
    });

    it('reaches the copies of its story, those that come later too; one with a word of its own keeps that', async () => {
      const text =
        'miramar opens its new terrace above the sea this summer and everybody in town is invited to come';
      const url = (site: string): string => `https://${site}.example/terrace`;
      await store(
        { title: 'First', text, url: url('one') },
        { title: 'First', text: `${text} again`, url: url('two') },
      );
      await store({ title: 'First', text: `${text} today`, url: url('three') });
      const [newest, , oldest] = await rows();
      if (newest === undefined || oldest === undefined) throw new Error('no copies');
      expect(newest.mentions[0]?.folded).toBe(true);
      const at = (row: { itemId: number }): { itemId: number; brandId: string } => ({
        itemId: row.itemId,
        brandId,
      });
      // Corrected on a copy: the story's first mention and its other copies follow.
      await workspace.ask('mentions.correct', { targets: [at(newest)], sentiment: 'negative' });
      expect((await rows()).map(({ mentions }) => mentions[0]?.sentiment)).toEqual([
        'negative',
        'negative',
        'negative',
      ]);
      await store({ title: 'First', text: `${text} once more` });
      expect((await rows()).every(({ mentions }) => mentions[0]?.sentiment === 'negative')).toBe(true);
      await workspace.ask('mentions.correct', { targets: [at(oldest)], sentiment: 'positive' });
      expect((await workspace.ask('learning.why', at(newest))).sentiment).toBe('negative');
      expect((await workspace.ask('learning.why', at(oldest))).sentiment).toBe('positive');
      expect((await status()).labels).toBe(2);
      await workspace.ask('mentions.correct', { targets: [at(newest)], sentiment: 'neutral' });
      expect((await workspace.ask('learning.why', at(newest))).sentiment).toBe('neutral');
      expect((await workspace.ask('learning.why', at(oldest))).sentiment).toBe('positive');
      expect(await doctor()).toBe(true);
    });

    it('of a story does not reach a copy taken out of it, nor the other way round', async () => {
      const text =
        'miramar opens its new terrace above the sea this summer and everybody in town is invited to come';
      const url = (site: string): string => `https://${site}.example/terrace`;
      await store(
        { title: 'First', text: `${text} good`, url: url('one') },
        { title: 'Copy', text: `${text} good again`, url: url('two') },
        { title: 'Other', text: `${text} good today`, url: url('three') },
      );
      const [first, copy] = [await target('First'), await target('Copy')];
      await workspace.ask('mentions.correct', { targets: [first], sentiment: 'negative' });
      expect(await sentiments()).toEqual({ First: 'negative', Copy: 'negative', Other: 'negative' });
      // Out of its story it is what it says itself.
      await workspace.ask('mentions.fold', { targets: [copy], folded: false });
      expect(await sentiments()).toEqual({ First: 'negative', Copy: 'positive', Other: 'negative' });
      await workspace.ask('history.undo', {});
      expect(await sentiments()).toMatchObject({ Copy: 'negative' });
      await workspace.ask('mentions.fold', { targets: [copy], folded: false });

      await workspace.ask('mentions.correct', { targets: [first], sentiment: 'neutral' });
      expect(await sentiments()).toEqual({ First: 'neutral', Copy: 'positive', Other: 'neutral' });
      await workspace.ask('mentions.correct', { targets: [copy], sentiment: 'undefined' });
      expect(await sentiments()).toEqual({ First: 'neutral', Copy: 'undefined', Other: 'neutral' });
      // What comes in later follows the story, not what left it.
      await store({ title: 'Late', text: `${text} good once more`, url: url('four') });
      expect(await sentiments()).toMatchObject({ Late: 'neutral' });

      // Hidden again without a word of its own, it follows again.
      await workspace.ask('mentions.correct', { targets: [copy], sentiment: null });
      await workspace.ask('mentions.fold', { targets: [copy], folded: true });
      expect(await sentiments()).toMatchObject({ First: 'neutral', Copy: 'neutral' });
      expect(await doctor()).toBe(true);
    });

    it('can leave a mention undecided, which teaches nothing and forgets what it taught before', async () => {
      await teachSec();
      await workspace.ask('learning.train', {});
      expect(await status()).toMatchObject({ labels: 6, head: { corrections: 6, used: true } });
      const targets = await Promise.all(places.map(target));
      await workspace.ask('mentions.correct', { targets, sentiment: 'undefined' });
      expect(await sentiments()).toMatchObject({ Turda: 'undefined', Deva: 'undefined', calm0: 'neutral' });
      expect(await negatives('')).toBe(0);
      expect(await workspace.ask('learning.why', await target('Turda'))).toMatchObject({
        sentiment: 'undefined',
        corrected: true,
      });
      await tick();
      expect(await status()).toMatchObject({ labels: 0, weeks: [], head: null, waiting: false });
      await store({ title: 'Later', text: 'miramar later sec' });
      expect(await sentiments()).toMatchObject({ Later: 'neutral' });
      expect(await doctor()).toBe(true);

      // One step back, everything is as it was, and is learned from again.
      await workspace.ask('history.undo', {});
      expect(await sentiments()).toMatchObject({ Turda: 'negative', Deva: 'negative' });
      await tick();
      expect(await status()).toMatchObject({ labels: 6, head: { corrections: 6 } });
      expect(await doctor()).toBe(true);
    });

    it('outlives re-matching, being seen again, and judging again', async () => {
      const raw = item({ title: 'A', text: 'miramar bad' });
      await store(raw);
      await workspace.ask('mentions.correct', { targets: [await target('A')], sentiment: 'positive' });
      await store(raw);
      await workspace.ask('queries.rematch', {});
      await workspace.ask('learning.rejudge', { days: 30 });
      expect(await sentiments()).toEqual({ A: 'positive' });
      const { brands } = await workspace.ask('brands.list', {});
      const queryId = brands[0]?.queries[0]?.id ?? '';
      await workspace.ask('queries.update', { queryId, text: 'nothing' });
      expect(await titles()).toEqual([]);
      await workspace.ask('queries.update', { queryId, text: 'miramar' });
      expect(await sentiments()).toEqual({ A: 'positive' });
      expect(await doctor()).toBe(true);
    });

    it('is taken back with null, and a bulk of which one part is gone changes nothing', async () => {
      await store({ title: 'A', text: 'miramar bad' });
      const a = await target('A');
      await workspace.ask('mentions.correct', { targets: [a], sentiment: 'positive' });
      await workspace.ask('mentions.correct', { targets: [a], sentiment: null });
      expect(await sentiments()).toEqual({ A: 'negative' });
      const result = await workspace.engine.dispatch('mentions.correct', {
        targets: [a, { itemId: 1, brandId }],
        sentiment: 'neutral',
      });
      expect(result).toMatchObject({ ok: false, error: { code: 'not-found' } });
      expect(await sentiments()).toEqual({ A: 'negative' });
      expect((await status()).labels).toBe(0);
    });
  });

  describe('the head', () => {
    it('learns a moment after corrections, judges what arrives, and forgets when told', async () => {
      await teachSec();
      expect(await status()).toMatchObject({ labels: 6, agreed: 0, head: null, waiting: true });
      workspace.engine.services.tick();
      await workspace.engine.settle();
      expect((await status()).head).toBeNull();
      await tick();
      expect(await status()).toMatchObject({
        waiting: false,
        head: { corrections: 6, used: true, ownAgreement: 1 },
      });
      await store({ title: 'New', text: 'miramar sec sec' }, { title: 'Other', text: 'miramar quiet' });
      expect(await sentiments()).toMatchObject({ New: 'negative', Other: 'neutral' });
      expect(await workspace.ask('learning.why', await target('New'))).toMatchObject({
        base: { sentiment: 'neutral' },
        learned: { sentiment: 'negative' },
        corrected: false,
      });

      await workspace.ask('learning.forget', {});
      await tick();
      expect(await status()).toMatchObject({ head: null, forgotten: 6, waiting: false });
      await store({ title: 'Later', text: 'miramar sec again' });
      expect(await sentiments()).toMatchObject({ Later: 'neutral', Turda: 'negative' });
      await workspace.ask('learning.train', {});
      expect(await status()).toMatchObject({ head: { used: true }, forgotten: 0 });
    });

    it('is not used where it would agree less than before', async () => {
      // Each word once good, once bad: whatever is learned from one is wrong about the other.
      await store(
        ...places.flatMap((place) => [
          { title: `${place}+`, text: `good miramar ${place}` },
          { title: `${place}-`, text: `bad miramar ${place}` },
        ]),
      );
      for (const [sign, sentiment] of [
        ['+', 'negative'],
        ['-', 'positive'],
      ] as const) {
        const wrong = await Promise.all(places.slice(0, 1).map((place) => target(`${place}${sign}`)));
        await workspace.ask('mentions.correct', { targets: wrong, sentiment });
      }
      for (const [sign, sentiment] of [
        ['+', 'positive'],
        ['-', 'negative'],
      ] as const) {
        const right = await Promise.all(places.slice(1).map((place) => target(`${place}${sign}`)));
        await workspace.ask('mentions.correct', { targets: right, sentiment });
      }
      await tick();
      const { head, labels, agreed } = await status();
      expect([labels, agreed]).toEqual([12, 10]);
      expect(head?.used).toBe((head?.ownAgreement ?? 0) >= (head?.baseAgreement ?? 1));
      expect(head?.baseAgreement).toBeCloseTo(10 / 12);
    });

    it('judges what is stored again, and puts it back', async () => {
      await store({ title: 'Old', text: 'miramar turda sec' }, { title: 'Ruled', text: 'miramar arad sec' });
      // As a rule does: not the model's word, and nobody's correction.
      const { itemId } = await target('Ruled');
      workspace.engine.workspace.write.transaction(() => {
        const { workspace: opened } = workspace.engine;
        const keys = { brandKey: 1, itemId };
        const rollups = new RollupBatch(opened.zone);
        const sentiment = sentimentCode('positive');
        patchMention(opened.write, rollups, keys, mentionRecord(opened.write, keys), { sentiment });
        rollups.flush(opened.write);
        reindexItems(opened.write, [itemId]);
      });
      await store({
        title: 'Ancient',
        text: 'miramar very sec',
        publishedAt: workspace.clock.now() - 10 * WEEK,
      });
      await teachSec();
      await tick();
      await workspace.ask('learning.rejudge', { days: 30 });
      expect(await sentiments()).toMatchObject({ Old: 'negative', Ancient: 'neutral', Ruled: 'positive' });
      expect((await status()).rejudged).toBe(2);
      expect(await doctor()).toBe(true);
      await workspace.ask('learning.revert', {});
      expect(await sentiments()).toMatchObject({ Old: 'neutral', Turda: 'negative', Ruled: 'positive' });
      expect((await status()).rejudged).toBe(0);
      expect(await doctor()).toBe(true);
    });

    it('forgets corrections, too, and undo brings those back', async () => {
      await teachSec();
      await tick();
      await workspace.ask('learning.forget', { corrections: true });
      expect(await sentiments()).toMatchObject({ Turda: 'neutral', Deva: 'neutral' });
      expect(await status()).toMatchObject({ labels: 0, head: null });
      await workspace.ask('history.undo', {});
      expect(await sentiments()).toMatchObject({ Turda: 'negative', Deva: 'negative' });
      expect(await status()).toMatchObject({ labels: 6, forgotten: 6 });
      expect(await doctor()).toBe(true);
    });

    it('counts agreement by week, before it was told', async () => {
      await store({ title: 'A', text: 'miramar good' }, { title: 'B', text: 'miramar bad' });
      await workspace.ask('mentions.correct', { targets: [await target('A')], sentiment: 'positive' });
      await workspace.ask('mentions.correct', { targets: [await target('B')], sentiment: 'neutral' });
      workspace.clock.move(WEEK);
      await store({ title: 'C', text: 'miramar good day' });
      await workspace.ask('mentions.correct', { targets: [await target('C')], sentiment: 'positive' });
      expect((await status()).weeks).toEqual([
        { from: '2026-11-23', labels: 2, agreed: 1 },
        { from: '2026-11-30', labels: 1, agreed: 1 },
      ]);
    });
  });
});
