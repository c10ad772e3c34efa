import { describe, expect, it } from 'vitest';
import { RawItem } from '#shared/model/item.ts';
import { fold } from '#shared/text/fold.ts';
import { DAY, localDate } from './calendar.ts';
import { generateSample, sampleItems } from './generate.ts';
import type { SampleItem } from './model.ts';

const now = Date.UTC(2026, 8, 14, 8, 20);
const sample = generateSample({ now });
const { items } = sample;
const tally = (of: (item: SampleItem) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[of(item)] = (counts[of(item)] ?? 0) + 1;
  return counts;
};
const whole = (item: SampleItem): string => fold(`${item.raw.title} ${item.raw.text}`);
const spanish = /\b(spain|spania|spanien|valencia|gandia)\b/;
const matchesMiramar = (item: SampleItem): boolean => {
  const text = whole(item);
  const near = /\bmiramar\b/.test(text) && /\b(constan|mamaia|hotel|pension)/.test(text);
  return near && !spanish.test(text);
};

describe('the sample workspace', () => {
  it('is the same for the same seed and differs for another', () => {
    expect(generateSample({ now })).toEqual(sample);
    expect(generateSample({ now, seed: 2 }).items[0]).not.toEqual(items[0]);
  });

  it('holds valid items, sorted, up to now, with sources that exist', () => {
    const keys = new Set(sample.sources.map(({ key }) => key));
    const used = new Set<string>();
    let before = 0;
    for (const { raw, sourceKeys, fetchedAt } of items) {
      RawItem.parse(raw);
      expect(raw.publishedAt).toBeGreaterThanOrEqual(before);
      expect(fetchedAt).toBeGreaterThanOrEqual(raw.publishedAt);
      before = raw.publishedAt;
      for (const key of sourceKeys) {
        expect(keys).toContain(key);
        used.add(key);
      }
    }
    expect(before).toBeLessThan(now);
    expect(used).toEqual(keys);
    expect(items).toHaveLength(1_900);
    expect(new Set(items.map(({ raw }) => raw.ident)).size).toBe(items.length);
  });

  it('spreads over languages, kinds, brands and months', () => {
    const languages = tally(({ raw }) => raw.language ?? 'none');
    for (const language of ['ro', 'en', 'de']) expect(languages[language]).toBeGreaterThan(150);
    const kinds = tally(({ raw }) => raw.kind);
    for (const kind of ['news', 'social', 'forum', 'review']) expect(kinds[kind]).toBeGreaterThan(150);
    for (const brand of sample.brands) {
      expect(items.filter(({ truth }) => truth.brandKeys.includes(brand.key)).length).toBeGreaterThan(80);
    }
    const months = tally(({ raw }) =>
      String(Math.min(5, Math.floor((now - raw.publishedAt) / (30.5 * DAY)))),
    );
    for (let month = 0; month < 6; month += 1) expect(months[String(month)]).toBeGreaterThan(120);
  });

  it.each([0, 3, 6, 9])('shows the crisis in month four, in any season (month %i)', (month) => {
    const end = Date.UTC(2026, month, 20, 19);
    const days = new Map<string, number>();
    for (const { raw, truth } of sampleItems({ now: end })) {
      const day = localDate(raw.publishedAt).toISOString().slice(0, 10);
      days.set(day, (days.get(day) ?? 0) + (truth.brandKeys.includes('miramar') ? 1 : 0));
    }
    const sorted = [...days.entries()].sort((a, b) => a[1] - b[1]);
    const median = sorted[Math.floor(sorted.length / 2)]?.[1] ?? 0;
    const [peakDay, peak] = sorted.at(-1) ?? ['', 0];
    expect(peak).toBeGreaterThanOrEqual(6 * median);
    const at = 182 - (end - Date.parse(peakDay)) / DAY;
    expect(at).toBeGreaterThan(91);
    expect(at).toBeLessThan(122);
  });

  it('matches the brand query for Miramar in Constanța and not for Miramar in Spain', () => {
    for (const item of items)
      expect(matchesMiramar(item), item.raw.text).toBe(item.truth.brandKeys.includes('miramar'));
    expect(
      items.filter((item) => spanish.test(whole(item)) && whole(item).includes('hotel miramar')),
    ).not.toHaveLength(0);
  });

  it('seldom repeats a sentence', () => {
    const seen = new Map<string, number>();
    for (const { raw } of items) {
      for (const sentence of raw.text.split(/(?<=[.!?])\s+|\n+/)) {
        if (sentence.length > 35) seen.set(sentence, (seen.get(sentence) ?? 0) + 1);
      }
    }
    const often = [...seen.entries()].filter(([, times]) => times > 8);
    expect(often).toEqual([]);
  });

  it('names no address outside .example and leaves no slot unfilled', () => {
    expect(JSON.stringify(sample)).not.toMatch(/https?:\/\/(?![^/"]*\.example[/":])/);
    for (const { raw } of items) expect(`${raw.title}${raw.text}`).not.toMatch(/[[\]{}|]|undefined/);
  });

  it('has open negatives from today and old work done', () => {
    const fresh = sample.triage.filter(({ itemIndex, state }) => {
      const item = items[itemIndex];
      return state === 'open' && item?.truth.tone === 'bad' && now - item.raw.publishedAt < 3 * 3_600_000;
    });
    expect(fresh.length).toBeGreaterThanOrEqual(4);
    const old = sample.triage.filter(
      ({ itemIndex }) => now - (items[itemIndex]?.raw.publishedAt ?? now) > 10 * DAY,
    );
    expect(old.filter(({ state }) => state === 'done').length / old.length).toBeGreaterThan(0.8);
  });

  it('streams exactly as many as asked', () => {
    let count = 0;
    let last = 0;
    for (const item of sampleItems({ now, count: 20_000 })) {
      count += 1;
      expect(item.raw.publishedAt >= last).toBe(true);
      last = item.raw.publishedAt;
    }
    expect(count).toBe(20_000);
  });
});
