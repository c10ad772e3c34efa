import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RawItem } from '#shared/model/item.ts';
import { MentionFilter } from '#shared/contract/mentions.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { countedParams, topicParams } from '#renderer/ui/counted.ts';
import { dayAt, fromParams, toRequest } from '#renderer/views/mentions/filter.ts';
import { waitingParams } from '#renderer/views/today/links.ts';

const ZONE = 'Europe/Bucharest';
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 10, 0);

const WORDS = ['pool', 'breakfast', 'lift', 'noise', 'staff', 'view'] as const;
const NAMES = ['miramar', 'vega', 'miramar and vega'] as const;

const said = fc.record({
  of: fc.constantFrom(...NAMES),
  words: fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
  tone: fc.constantFrom('good', 'bad', ''),
  /** Minutes before now: five weeks, thickest in the last one. */
  ago: fc.oneof(fc.integer({ min: 1, max: 7 * 1440 }), fc.integer({ min: 1, max: 35 * 1440 })),
  author: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  site: fc.integer({ min: 0, max: 3 }),
  /** Repeats the item before it nearly word for word. */
  copy: fc.boolean(),
});

type Said = typeof said extends fc.Arbitrary<infer T> ? T : never;
interface Told {
  text: string;
}

const done = fc.record({
  at: fc.nat(),
  what: fc.constantFrom(
    'snooze',
    'done',
    'block',
    'mute',
    'reject',
    'star',
    'negative',
    'undecided',
    'apart',
  ),
});

function rawOf(all: readonly Told[], one: Said): Partial<RawItem> {
  const index = all.length;
  const before = all.at(-1);
  const own = Array.from({ length: 20 }, (_, n) => `w${index}x${n}`).join(' ');
  const text =
    one.copy && before !== undefined
      ? `${before.text} again`
      : `${one.of} ${one.words.join(' ')} ${one.tone} ${own}`;
  return {
    title: '',
    text,
    kind: one.author === null ? 'news' : 'social',
    url: `https://site${one.site}.example/${index}`,
    author:
      one.author === null
        ? null
        : { ident: `a${one.author}`, name: `Author ${one.author}`, url: null, followers: 100 },
    publishedAt: NOW - one.ago * 60_000,
  };
}

/** How long the list is that a link to Mentions opens, as the screen would ask for it. */
async function listed(workspace: TestWorkspace, params: Readonly<Record<string, string>>): Promise<number> {
  const { brand, ...wanted } = params;
  const brandIds = brand === undefined ? [] : brand.split(',');
  const filter = toRequest(fromParams(wanted), brandIds, ZONE, dayAt(workspace.clock.now(), ZONE));
  const { count } = await workspace.ask('mentions.count', { filter });
  return count;
}

async function decide(workspace: TestWorkspace, { at, what }: { at: number; what: string }): Promise<void> {
  const filter = MentionFilter.parse({ copies: true, states: ['new', 'open', 'done', 'snoozed'] });
  const { rows } = await workspace.ask('mentions.list', { filter, limit: 200 });
  const row = rows[at % Math.max(1, rows.length)];
  const mention = row?.mentions[0];
  if (row === undefined || mention === undefined) return;
  const targets = [{ itemId: row.itemId, brandId: mention.brandId }];
  if (what === 'snooze') await workspace.ask('mentions.snooze', { targets, until: NOW + DAY });
  else if (what === 'done') await workspace.ask('mentions.setState', { targets, state: 'done' });
  else if (what === 'block' || what === 'mute')
    await workspace.ask('mentions.block', { targets, kind: 'site', mode: what });
  else if (what === 'reject') await workspace.ask('relevance.teach', { targets, about: false });
  else if (what === 'star') await workspace.ask('mentions.star', { targets, starred: true });
  else if (what === 'negative') await workspace.ask('mentions.correct', { targets, sentiment: 'negative' });
  else if (what === 'undecided') await workspace.ask('mentions.correct', { targets, sentiment: 'undefined' });
  else await workspace.ask('mentions.fold', { targets, folded: false });
}

it('opens from every number a list of just as many', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(said, { minLength: 12, maxLength: 40 }),
      fc.array(done, { maxLength: 12 }),
      async (items, decisions) => {
        const workspace = testWorkspace();
        try {
          await workspace.ask('settings.set', { key: 'zone', value: ZONE });
          await workspace.source('http://127.0.0.1:9/feed');
          const own = await workspace.brand('Miramar', 'miramar');
          await workspace.brand('Bay', 'miramar AND (pool OR view)');
          await workspace.ask('brands.create', {
            name: 'Vega',
            role: 'competitor',
            ownerId: own,
            query: { name: 'Vega', kind: 'brand', text: 'vega' },
          });
          const texts: Told[] = [];
          for (const one of items) {
            const raw = rawOf(texts, one);
            texts.push({ text: raw.text ?? '' });
            workspace.store(raw);
          }
          for (const one of decisions) await decide(workspace, one);

          const numbers = await numbersOf(workspace, own);
          for (const { name, value, params } of numbers) {
            expect(`${name}: ${await listed(workspace, params)}`).toBe(`${name}: ${value}`);
          }
          expect((await workspace.ask('workspace.doctor', {})).ok).toBe(true);
        } finally {
          await workspace.close();
        }
      },
    ),
    { numRuns: 12 },
  );
});

interface Shown {
  name: string;
  value: number;
  params: Readonly<Record<string, string>>;
}

/** Every number of Compare, Today and Insights that opens a list, with the link it opens it by. */
async function numbersOf(workspace: TestWorkspace, own: string): Promise<Shown[]> {
  const numbers: Shown[] = [];
  const show = (name: string, value: number, params: Shown['params']): void => {
    numbers.push({ name, value, params });
  };
  const span = { brandId: own, days: 30 } as const;
  const compared = await workspace.ask('compare.summary', span);
  const { fromDay, toDay } = compared;
  const days = compared.brands[0]?.daily.mentions.map((_, at) =>
    new Date(Date.parse(fromDay) + at * DAY).toISOString().slice(0, 10),
  );
  for (const { brandId, name, now, daily } of compared.brands) {
    show(`compare ${name}`, now.mentions, countedParams(brandId, fromDay, toDay));
    for (const sentiment of ['negative', 'neutral', 'positive', 'undefined'] as const) {
      const params = countedParams(brandId, fromDay, toDay, { sentiments: sentiment });
      show(`compare ${name} ${sentiment}`, now[sentiment], params);
    }
    daily.mentions.forEach((count, at) => {
      const day = days?.[at] ?? '';
      show(`compare ${name} ${day}`, count, countedParams(brandId, day, day));
    });
  }
  for (const { brandId, sites, voices } of (await workspace.ask('compare.voices', span)).brands) {
    for (const { site, mentions } of sites)
      show(`voices ${site}`, mentions, countedParams(brandId, fromDay, toDay, { sites: site }));
    for (const { authorKey, mentions } of voices)
      show(
        `voices ${authorKey}`,
        mentions,
        countedParams(brandId, fromDay, toDay, { authors: `${authorKey}` }),
      );
  }
  for (const { brandId, topics } of (await workspace.ask('compare.topics', span)).brands)
    for (const { term, count, query } of topics)
      show(`owned ${term}`, count, countedParams(brandId, fromDay, toDay, topicParams(query)));

  for (const brandIds of [[], [own]]) {
    const today = await workspace.ask('today.summary', { brandIds });
    const frame = brandIds.length === 0 ? {} : { brand: own };
    show('today new', today.newCount, { ...frame, ...waitingParams('new', today) });
    show('today negative', today.negativeCount, { ...frame, ...waitingParams('negative', today) });
    show('today maybe', today.maybeCount, { ...frame, ...waitingParams('maybe', today) });
    today.week.forEach(({ brandId, now }) =>
      show('today week', now, countedParams(brandId, today.days.at(-7) ?? '', today.days.at(-1) ?? '')),
    );
    for (const { brandId, counts } of today.series)
      counts.forEach((count, at) => {
        const day = today.days[at] ?? '';
        show(`today ${day}`, count, countedParams(brandId, day, day));
      });
  }

  const topics = await workspace.ask('insights.topics', { brandId: own, days: 7 });
  for (const { term, count, before, query } of [...topics.rising, ...topics.falling, ...topics.common]) {
    const { fromDay: from, toDay: to, beforeFromDay, beforeToDay } = topics;
    show(`topic ${term}`, count, countedParams(own, from, to, topicParams(query)));
    show(`topic before ${term}`, before, countedParams(own, beforeFromDay, beforeToDay, topicParams(query)));
  }
  const people = await workspace.ask('insights.people', { brandId: own, days: 7 });
  for (const { authorKey, mentions } of people.people)
    show(
      `person ${authorKey}`,
      mentions,
      countedParams(own, people.fromDay, people.toDay, { authors: `${authorKey}` }),
    );
  for (const { site, mentions } of people.sites)
    show(`site ${site}`, mentions, countedParams(own, people.fromDay, people.toDay, { sites: site }));
  return numbers;
}
