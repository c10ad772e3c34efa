import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MentionFilter } from '#shared/contract/mentions.ts';
import {
  addDays,
  clearPart,
  dayAt,
  daysInOrder,
  facets,
  fromParams,
  isNarrow,
  noFilters,
  startOfDay,
  toggle,
  toRequest,
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

  it('clears every part back to nothing', () => {
    let filters: Filters = { ...noFilters, starred: true, span: '7' };
    for (const facet of facets) filters = toggle(filters, facet, 'a');
    filters = clearPart(clearPart(filters, 'starred'), 'span');
    for (const facet of facets) filters = clearPart(filters, facet);
    expect(filters).toEqual(noFilters);
    expect(isNarrow(filters)).toBe(false);
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
