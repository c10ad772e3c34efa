import { describe, expect, it } from 'vitest';
import type { MentionRow } from '#shared/contract/mentions.ts';
import {
  arrange,
  isStarred,
  keepRow,
  linesOf,
  nothingShown,
  noteShown,
  patchKept,
  patchPages,
  patchRow,
  snoozeOf,
  stateOf,
  tagsOf,
  targetsOf,
} from './rows.ts';

const row = (itemId: number, ...brandIds: string[]): MentionRow => ({
  itemId,
  connector: 'feed',
  sourceId: 's',
  sourceName: 'Ziua',
  kind: 'news',
  site: 'ziua.ro',
  url: 'https://ziua.ro/1',
  title: 'Sezonul la Mamaia',
  excerpt: 'Hotel Miramar',
  marks: [],
  author: '',
  language: 'ro',
  publishedAt: 0,
  reach: 0,
  rating: null,
  influence: 1,
  copies: 0,
  notes: 0,
  sightings: 1,
  mentions: brandIds.map((brandId) => ({
    brandId,
    state: 'new' as const,
    starred: false,
    sentiment: 'neutral' as const,
    corrected: false,
    tagIds: [],
    shelf: 'main' as const,
    folded: false,
    assigneeId: null,
    snoozedUntil: null,
    relevance: null,
  })),
});

describe('patching', () => {
  it('changes the mentions that are targets and leaves the rest alone', () => {
    const [first, second] = [row(2, 'a', 'b'), row(1, 'a')];
    const pages = patchPages([{ rows: [first, second], next: null }], [{ itemId: 2, brandId: 'b' }], {
      type: 'state',
      state: 'done',
    });
    expect(pages[0]?.rows[0]?.mentions.map((mention) => mention.state)).toEqual(['new', 'done']);
    expect(pages[0]?.rows[1]).toBe(second);
    expect(first.mentions[1]?.state).toBe('new');
  });

  it('puts a tag on once and takes it off', () => {
    const targets = [{ itemId: 1, brandId: 'a' }];
    const once = patchRow(row(1, 'a'), targets, { type: 'tag', tagId: 't', on: true });
    const twice = patchRow(once, targets, { type: 'tag', tagId: 't', on: true });
    expect(tagsOf(twice)).toEqual(['t']);
    expect(tagsOf(patchRow(twice, targets, { type: 'tag', tagId: 't', on: false }))).toEqual([]);
  });

  it('sees a row of several brands as one', () => {
    const two = row(1, 'a', 'b');
    const starred = patchRow(two, [{ itemId: 1, brandId: 'b' }], { type: 'star', starred: true });
    expect([isStarred(two), isStarred(starred)]).toEqual([false, true]);
    const half = patchRow(two, [{ itemId: 1, brandId: 'a' }], { type: 'state', state: 'done' });
    expect(stateOf(half)).toBe('new');
    expect(stateOf(patchRow(half, targetsOf([half]), { type: 'state', state: 'done' }))).toBe('done');
  });
});

describe('arranging', () => {
  const shown = noteShown(nothingShown, [30, 20]);

  it('shows everything at first', () => {
    expect(arrange([row(30), row(20)], nothingShown)).toMatchObject({ waiting: [] });
    expect(arrange([row(30), row(20)], nothingShown).rows).toHaveLength(2);
  });

  it('lets new rows wait, wherever they belong, and joins older ones below', () => {
    const { rows, waiting } = arrange([row(40), row(30), row(25), row(20), row(10)], shown);
    expect(rows.map(({ itemId }) => itemId)).toEqual([30, 20, 10]);
    expect(waiting).toEqual([40, 25]);
    const after = arrange([row(40), row(30), row(25), row(20)], noteShown(shown, waiting));
    expect(after.waiting).toEqual([]);
  });

  it('shows a row again that had gone and came back', () => {
    expect(arrange([row(30), row(20)], shown).waiting).toEqual([]);
  });

  it('keeps a row in its place that left only because it was looked at', () => {
    const kept = { ...shown, kept: new Map([[30, row(30)]]) };
    expect(arrange([row(20)], kept).rows.map(({ itemId }) => itemId)).toEqual([30, 20]);
    expect(arrange([row(30), row(20)], kept).rows).toHaveLength(2);
  });

  it('shows stars on a kept row, and lets it go once its state is set by hand', () => {
    const kept = keepRow(shown, row(30, 'a'));
    expect(kept.kept.get(30)?.mentions[0]?.state).toBe('open');
    const targets = [{ itemId: 30, brandId: 'a' }];
    const starred = patchKept(kept, targets, { type: 'star', starred: true }).kept.get(30);
    expect(starred !== undefined && isStarred(starred)).toBe(true);
    expect(patchKept(kept, targets, { type: 'state', state: 'done' }).kept.size).toBe(0);
    expect(patchKept(kept, [{ itemId: 9, brandId: 'a' }], { type: 'state', state: 'done' })).toBe(kept);
  });

  it('is the same object when nothing is new', () => {
    expect(noteShown(shown, [20])).toBe(shown);
  });
});

describe('stories', () => {
  const copy = (itemId: number): MentionRow =>
    patchRow(row(itemId, 'a'), [{ itemId, brandId: 'a' }], { type: 'fold', folded: true });

  it('shows copies under the story they belong to, each once', () => {
    const copies = new Map([[30, [copy(28), copy(20), row(27, 'a')]]]);
    const lines = linesOf([row(30, 'a'), copy(20), row(10, 'a')], copies);
    expect(lines.map(({ row: one, under }) => [one.itemId, under])).toEqual([
      [30, null],
      [28, 30],
      [20, null],
      [10, null],
    ]);
  });

  it('says until when a mention is snoozed, and for a day that it came back', () => {
    const targets = [{ itemId: 1, brandId: 'a' }];
    const snoozed = patchRow(row(1, 'a'), targets, { type: 'snooze', until: 5000 });
    expect(snoozeOf(snoozed, 1000)).toEqual({ type: 'until', at: 5000 });
    const back = {
      ...snoozed,
      mentions: snoozed.mentions.map((one) => ({ ...one, state: 'open' as const })),
    };
    expect(snoozeOf(back, 6000)).toEqual({ type: 'back', at: 5000 });
    expect(snoozeOf(back, 5000 + 25 * 3_600_000)).toBeNull();
    expect(snoozeOf(row(1, 'a'), 0)).toBeNull();
  });
});
