import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MentionFilter } from '#shared/contract/mentions.ts';
import {
  addDays,
  dayAt,
  daysInOrder,
  facets,
  fromParams,
  fromView,
  isNarrow,
  noFilters,
  sameFilters,
  startOfDay,
  toggle,
  toRequest,
  toView,
  type Filters,
} from './filter.ts';

const today = '2026-11-21';

describe('chips', () => {
  it('adds and takes away a value', () => {
    const once = toggle(noFilters, 'states', 'new');
    expect(once.states).toEqual(['new']);
    expect(isNarrow(once)).toBe(true);
    expect(toggle(once, 'states', 'new')).toEqual(noFilters);
  });

  it('narrows by any facet, and is the same list whatever the order of choices', () => {
    for (const facet of facets) expect(isNarrow(toggle(noFilters, facet, 'a'))).toBe(true);
    const [one, other] = [
      ['a', 'b'],
      ['b', 'a'],
    ].map((tags) => ({ ...noFilters, tags }));
    expect(sameFilters(one ?? noFilters, other ?? noFilters)).toBe(true);
    expect(sameFilters({ ...noFilters, tags: ['a'] }, { ...noFilters, sources: ['a'] })).toBe(false);
  });

  it('does not count blank text as a filter', () => {
    expect(isNarrow({ ...noFilters, text: '  ' })).toBe(false);
  });
});

describe('days', () => {
  it.each([
    ['2026-11-21', 'Europe/Bucharest', '2026-11-20T22:00:00Z'],
    ['2026-07-01', 'Europe/Bucharest', '2026-06-30T21:00:00Z'],
    ['2026-10-25', 'Europe/Bucharest', '2026-10-24T21:00:00Z'],
    ['2026-10-26', 'Europe/Bucharest', '2026-10-25T22:00:00Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00Z'],
    ['2026-11-21', 'Asia/Tokyo', '2026-11-20T15:00:00Z'],
    // Chile's clocks skip midnight: the day begins at one.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00Z'],
  ])('%s begins in %s at %s', (day, zone, at) => {
    expect(new Date(startOfDay(day, zone)).toISOString()).toBe(new Date(at).toISOString());
  });

  it('begins within its own day, one millisecond after the day before', () => {
    const zones = ['UTC', 'Europe/Bucharest', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland'];
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (one, zone) => {
        const start = startOfDay(one, zone);
        expect(dayAt(start, zone)).toBe(one);
        expect(dayAt(start - 1, zone)).toBe(addDays(one, -1));
      }),
      { numRuns: 60 },
    );
  });

  it('knows when the days are the wrong way round', () => {
    expect(daysInOrder('2026-02-01', '2026-01-31')).toBe(false);
    expect(daysInOrder('', '2026-01-31')).toBe(true);
  });
});

describe('the request', () => {
  it('fits the contract', () => {
    const filters = { ...noFilters, span: '7', text: ' pool ', states: ['open'] } as const;
    const filter = MentionFilter.parse(toRequest(filters, [], 'Europe/Bucharest', today));
    expect(filter).toMatchObject({ text: 'pool', states: ['open'], to: null });
    expect(filter.from).toBe(Date.parse('2026-11-14T22:00:00Z'));
  });

  it('takes the last day of a custom span whole', () => {
    const filters = { ...noFilters, span: 'custom', fromDay: '', toDay: '2026-11-20' } as const;
    const filter = toRequest(filters, [], 'UTC', today);
    expect(filter).toMatchObject({ from: null, to: Date.parse('2026-11-21T00:00:00Z') });
  });

  it('reads a link and leaves out what it does not know', () => {
    const filters = fromParams({ states: 'new,gone', sentiments: 'negative', from: '2026-01-01', span: 'x' });
    expect(filters).toEqual({
      ...noFilters,
      states: ['new'],
      sentiments: ['negative'],
      fromDay: '2026-01-01',
    });
    expect(fromParams({ from: '2026-01-01' }).span).toBe('custom');
    expect(fromParams({})).toEqual(noFilters);
  });
});

describe('a saved view', () => {
  const zone = 'Europe/Bucharest';
  const kept = (filters: Filters): Filters => fromView(toView(filters, [], zone), zone);

  it('keeps a span that moves with the calendar as one', () => {
    expect(toView({ ...noFilters, span: '7' }, [], zone)).toMatchObject({
      lastDays: 7,
      from: null,
      to: null,
    });
  });

  it('gives back what was kept', () => {
    const filters: fc.Arbitrary<Filters> = fc.record({
      states: fc.subarray(['new', 'open', 'done', 'snoozed'] as const),
      sentiments: fc.subarray(['negative', 'neutral', 'positive', 'undefined'] as const),
      kinds: fc.subarray(['news', 'social', 'forum', 'review'] as const),
      shelf: fc.constantFrom('main', 'maybe', 'rejected', 'blocked'),
      minInfluence: fc.constantFrom(0, 3, 5, 7, 9),
      sites: fc.subarray(['ziua.ro', 'example.org']),
      authors: fc.subarray([1, 2]),
      languages: fc.subarray(['ro', 'en']),
      connectors: fc.subarray(['feed']),
      sources: fc.constant([]),
      tags: fc.constant([]),
      assignees: fc.constant([]),
      copies: fc.boolean(),
      stories: fc.boolean(),
      starred: fc.boolean(),
      text: fc.constantFrom('', 'pool'),
      span: fc.constantFrom('today', '7', '30', '90', 'all'),
      fromDay: fc.constant(''),
      toDay: fc.constant(''),
    });
    fc.assert(
      fc.property(filters, (one) => {
        expect(kept(one)).toEqual(one);
      }),
    );
    const days = { ...noFilters, span: 'custom', fromDay: '2026-10-25', toDay: '2026-11-02' } as const;
    expect(kept(days)).toEqual(days);
  });
});
