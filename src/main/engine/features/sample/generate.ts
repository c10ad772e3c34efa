import type { Engagement, ItemKind } from '#shared/model/item.ts';
import {
  CRISIS_WINDOW,
  DAY,
  localDate,
  momentIn,
  spans,
  subjectWeights,
  windowStart,
  WINDOWS,
  type Subject,
} from './calendar.ts';
import type { SampleData, SampleItem, SampleLanguage, SampleTriage, Tone } from './model.ts';
import { asAuthor, somebody, typedBy, type Person } from './people.ts';
import { createRandom, type Random } from './random.ts';
import { brands, sampleCampaigns, sampleQueries, sources, tags } from './world.ts';
import { createWriter, type Assignment } from './writer.ts';

export interface SampleOptions {
  /** UTC milliseconds at which the sample ends. */
  now: number;
  seed?: number;
  /** Exact number of items; at least 7, the ones of the last hours. */
  count?: number;
}

const MINUTE = 60_000;
const sourceByKey = new Map(sources.map((source) => [source.key, source]));

/** Romanian papers print each other's stories; the foreign ones are alone in their language. */
const newsSources: Readonly<Record<SampleLanguage, readonly string[]>> = {
  ro: ['ziua-de-coasta', 'faleza-azi', 'agentia-pontica'],
  en: ['black-sea-post'],
  de: ['kuestenbote'],
};
const blogs = { ro: 'marea-pe-jos', en: 'salt-on-the-map', de: 'meersalz' } as const;
const kindWeights: Readonly<Record<'everyday' | 'hot' | 'story' | 'printed', Record<ItemKind, number>>> = {
  everyday: { review: 0.35, social: 0.36, forum: 0.18, news: 0.11 },
  hot: { review: 0.14, social: 0.52, forum: 0.14, news: 0.2 },
  story: { review: 0.2, social: 0.5, forum: 0.12, news: 0.18 },
  printed: { review: 0, social: 0.2, forum: 0, news: 0.8 },
};

/** Minutes before `now`, tone and kind of what has just come in. */
const fresh: readonly [number, Tone, ItemKind][] = [
  [3, 'bad', 'social'],
  [8, 'good', 'review'],
  [17, 'bad', 'review'],
  [31, 'plain', 'forum'],
  [52, 'bad', 'social'],
  [96, 'good', 'social'],
  [140, 'bad', 'forum'],
];

/**
 * Streams the sample, oldest first, one day in memory at a time: exactly `count` items, the same ones for
 * the same options.
 */
export function* sampleItems({ now, seed = 1, count = 1_900 }: SampleOptions): Generator<SampleItem> {
  const random = createRandom(seed);
  const writer = createWriter(random);
  const crowd = Math.max(120, Math.min(40_000, Math.floor(count / 12)));
  const plans = Array.from({ length: WINDOWS }, (_, window) => subjectWeights(now, window));
  const totals = plans.map((plan) => [...plan.values()].reduce((sum, weight) => sum + weight, 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const spread = Math.max(0, Math.floor(count) - fresh.length);
  let serial = 0;
  let passed = 0;
  let given = 0;

  const make = (task: Assignment, room: number): SampleItem[] => {
    const written = writer.write(task);
    const who = somebody(random, task.language, crowd);
    const keys = sightings(task, random);
    const truth = { brandKeys: written.brandKeys, tone: task.tone, theme: task.theme };
    const build = (sourceKeys: string[], at: number, title: string, text: string): SampleItem => {
      serial += 1;
      return {
        sourceKeys,
        truth,
        ...collected({ task, who, title, text, at, now, serial, sourceKey: sourceKeys[0] ?? '' }, random),
      };
    };
    const items = [build(keys, task.at, written.title, written.text)];
    const syndicated = task.kind === 'news' && task.theme !== 'everyday' && random.chance(0.5);
    if (syndicated) {
      const others = newsSources[task.language].filter((key) => !keys.includes(key));
      for (const key of others) {
        const at = task.at + random.int(6, 200) * MINUTE;
        const credit = random.pick([
          'Sursa: Agenția Pontica',
          '(Agenția Pontica)',
          'Foto și text: Agenția Pontica',
        ]);
        if (items.length < room && at < now)
          items.push(build([key], at, written.title, `${written.text}\n\n${credit}`));
      }
    } else if (task.kind === 'social' && random.chance(0.04) && items.length < room) {
      const at = task.at + random.int(1, 50) * MINUTE;
      const other = keys[0] === 'mastodon-constanta' ? 'bluesky-hotels' : 'mastodon-constanta';
      if (at < now)
        items.push(
          build(
            [other],
            at,
            '',
            `${random.pick(['RT ', '', '🔁 '])}${written.text}${random.pick([' #litoral', ' 👀', ''])}`,
          ),
        );
    }
    return items;
  };

  for (const [window, plan] of plans.entries()) {
    passed += totals[window] ?? 0;
    const budget = Math.round((spread * passed) / all) - given;
    given += budget;
    const subjects = [...plan.keys()];
    const chances = Object.fromEntries(
      subjects.map((subject, index) => [String(index), plan.get(subject) ?? 0]),
    );
    const items: SampleItem[] = [];
    const end = windowStart(now, window + 1);
    while (items.length < budget) {
      const subject = subjects[Number(random.weighted(chances))];
      if (subject === undefined) break;
      const at = Math.min(momentIn(now, window, random), now - 4 * MINUTE);
      items.push(...make(assign(subject, at, window, random), budget - items.length));
    }
    if (window === WINDOWS - 1) {
      for (const [minutes, tone, kind] of fresh) {
        const language = random.pick(['ro', 'ro', 'en', 'de'] as const);
        items.push(
          ...make(
            { brand: 'miramar', theme: 'everyday', kind, language, tone, at: now - minutes * MINUTE },
            1,
          ),
        );
      }
    }
    for (const item of items) item.raw.publishedAt = Math.min(item.raw.publishedAt, end - 1);
    items.sort((a, b) => a.raw.publishedAt - b.raw.publishedAt);
    yield* items;
  }
}

function assign(subject: Subject, at: number, window: number, random: Random): Assignment {
  const { theme, brand } = subject;
  const hot = theme === 'crisis' || theme === 'aftermath' || theme === 'spike';
  const shape = hot ? 'hot' : theme === 'local' ? 'printed' : theme === 'everyday' ? 'everyday' : 'story';
  const kind = random.weighted(kindWeights[shape]);
  const language: SampleLanguage = random.weighted({ ro: 0.52, en: 0.28, de: 0.2 });
  return {
    brand,
    theme,
    kind: brand === null && kind === 'review' ? 'social' : kind,
    language,
    tone: toneOf(subject, kind, window, random),
    at,
  };
}

function toneOf({ theme, brand }: Subject, kind: ItemKind, window: number, random: Random): Tone {
  if (theme === 'crisis' || theme === 'spike') return 'bad';
  if (theme === 'aftermath') return random.weighted({ bad: 0.6, mixed: 0.4 });
  if (theme === 'recovery' || theme === 'offer' || theme === 'jazz') return 'good';
  if (theme !== 'everyday' || brand === null) return 'plain';
  const shaken = brand === 'miramar' && window > CRISIS_WINDOW && window < CRISIS_WINDOW + 18;
  const bad = shaken ? 0.42 : { miramar: 0.17, scoicilor: 0.19, crivat: 0.34, ovidia: 0.22 }[brand];
  const plain = kind === 'forum' ? 0.4 : kind === 'social' ? 0.12 : 0;
  return random.weighted({ bad, mixed: 0.14, plain, good: 0.86 - bad - plain });
}

function sightings(task: Assignment, random: Random): string[] {
  if (task.kind === 'news') {
    return [task.theme === 'everyday' ? blogs[task.language] : random.pick(newsSources[task.language])];
  }
  if (task.kind === 'review')
    return [task.language === 'ro' && random.chance(0.6) ? 'parerea-mea' : 'stayscore'];
  if (task.kind === 'forum') {
    if (task.language === 'ro') return ['forumul-vacantei'];
    return [
      task.language === 'en' && (task.theme === 'scene' || random.chance(0.06))
        ? 'hacker-news'
        : 'travel-table',
    ];
  }
  const search = task.brand === 'miramar' || task.theme === 'noise' ? 'bluesky-miramar' : 'bluesky-hotels';
  if (random.chance(0.35)) return ['mastodon-constanta'];
  return random.chance(0.2)
    ? [search, search === 'bluesky-miramar' ? 'bluesky-hotels' : 'mastodon-constanta']
    : [search];
}

interface Draft {
  task: Assignment;
  who: Person;
  title: string;
  text: string;
  at: number;
  now: number;
  serial: number;
  sourceKey: string;
}

function collected(draft: Draft, random: Random): Pick<SampleItem, 'raw' | 'fetchedAt'> {
  const { task, who, at, now, serial, sourceKey } = draft;
  const source = sourceByKey.get(sourceKey);
  const host = new URL(source?.settings['url'] ?? 'https://coast.example').host;
  const social = task.kind === 'social';
  const printed = task.kind === 'news';
  const id = serial.toString(36).padStart(5, '0');
  const day = localDate(at).toISOString().slice(0, 10).replaceAll('-', '/');
  const path = social ? `@${who.handle}/${id}` : `${day}/${slug(draft.title)}-${id}`;
  const url = `https://${host}/${path}`;
  const byline = {
    ident: source?.name ?? host,
    name: source?.name ?? host,
    url: `https://${host}/`,
    followers: null,
  };
  return {
    raw: {
      ident: source?.connector === 'hacker-news' ? String(40_000_000 + serial) : url,
      kind: task.kind,
      url,
      title: printed ? draft.title : typedBy(who, draft.title),
      text: printed ? draft.text : typedBy(who, draft.text),
      author: printed
        ? task.theme === 'everyday' || random.chance(0.6)
          ? byline
          : null
        : asAuthor(who, host, social),
      publishedAt: at,
      language: printed || random.chance(0.6) ? task.language : null,
      engagement: engagementOf(task, who, random),
      hasLink: false,
      hasMedia: false,
      rating: task.kind === 'review' ? ratingOf(task.tone, random) : null,
    },
    fetchedAt: Math.min(now, at + random.int(2, 45) * MINUTE),
  };
}

function engagementOf(task: Assignment, who: Person, random: Random): Engagement {
  const heat = task.theme === 'crisis' ? 4 : task.theme === 'everyday' ? 1 : 1.8;
  const burst = -Math.log(1 - random.next()) * heat;
  if (task.kind === 'social') {
    const reactions = Math.floor(burst * (2 + who.followers * 0.012));
    return {
      reactions,
      comments: Math.floor(reactions * 0.15 * random.next()),
      shares: Math.floor(reactions * 0.2 * random.next()),
      views: null,
    };
  }
  if (task.kind === 'forum')
    return {
      reactions: null,
      comments: Math.floor(burst * 4),
      shares: null,
      views: Math.floor(40 + burst * 220),
    };
  if (task.kind === 'review')
    return { reactions: Math.floor(burst * 1.5), comments: null, shares: null, views: null };
  return {
    reactions: null,
    comments: random.chance(0.5) ? Math.floor(burst * 6) : null,
    shares: random.chance(0.4) ? Math.floor(burst * 15) : null,
    views: null,
  };
}

function ratingOf(tone: Tone, random: Random): number {
  if (tone === 'good') return random.pick([80, 90, 100, 100]);
  return tone === 'bad' ? random.pick([10, 20, 20, 30, 40]) : random.pick([50, 60, 60, 70]);
}

function slug(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'text'
  );
}

/** The whole sample workspace: pure, the same for the same options. For large volumes use `sampleItems`. */
export function generateSample(options: SampleOptions): SampleData {
  const { now, seed = 1 } = options;
  const items = [...sampleItems(options)];
  const random = createRandom(seed + 1);
  const offerMonth = localDate(windowStart(now, spans.offer[0])).getUTCMonth();
  return {
    brands: brands.map((brand) => ({ ...brand })),
    queries: sampleQueries(offerMonth),
    sources: sources.map((source) => ({ ...source, settings: { ...source.settings } })),
    items,
    triage: items.flatMap((item, index) => triageOf(item, index, now, random)),
    tags: tags.map((tag) => ({ ...tag })),
    campaigns: sampleCampaigns(now, offerMonth),
  };
}

function triageOf(
  { raw, truth }: SampleItem,
  itemIndex: number,
  now: number,
  random: Random,
): SampleTriage[] {
  if (!truth.brandKeys.includes('miramar')) return [];
  const age = now - raw.publishedAt;
  const bad = truth.tone === 'bad';
  let state: SampleTriage['state'];
  if (age < DAY) state = bad ? 'open' : 'new';
  else if (age < 10 * DAY) state = random.weighted({ new: 0.78, open: bad ? 0.2 : 0.08, done: 0.14 });
  else state = random.weighted({ done: 0.88, open: 0.03, new: 0.09 });
  const given: string[] = [];
  if (state !== 'new') {
    if (truth.theme === 'crisis' || truth.theme === 'aftermath') given.push('pool');
    if (bad && random.chance(0.4)) given.push('complaint');
    if (truth.tone === 'good' && random.chance(0.2)) given.push(random.pick(['praise', 'quote on our site']));
    if (raw.kind === 'news' && random.chance(0.5)) given.push('press');
    if (state === 'open' && bad && age < 3 * DAY) given.push('answer today');
  }
  return [{ itemIndex, brandKey: 'miramar', state, starred: random.chance(0.04), tags: given }];
}
