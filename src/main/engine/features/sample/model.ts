import type { ItemKind, RawItem } from '#shared/model/item.ts';

export type SampleLanguage = 'en' | 'ro' | 'de';
export type Tone = 'good' | 'bad' | 'mixed' | 'plain';

export const topics = [
  'room',
  'breakfast',
  'staff',
  'pool',
  'noise',
  'wifi',
  'price',
  'location',
  'checkin',
  'parking',
  'view',
] as const;
export type Topic = (typeof topics)[number];

/** What an item is about; it decides which bank its sentences come from. */
export const storyThemes = [
  'local',
  'crisis',
  'aftermath',
  'recovery',
  'offer',
  'jazz',
  'spike',
  'noise',
  'scene',
] as const;
export type StoryTheme = (typeof storyThemes)[number];
export type Theme = StoryTheme | 'everyday';

/** Templates of what guests say; see template.ts for the notation. */
export interface PhraseBank {
  /** Words of the language for `{slot}`s. */
  slots: Readonly<Record<string, readonly string[]>>;
  topics: Readonly<Record<Topic, { good: readonly string[]; bad: readonly string[] }>>;
  stay: readonly string[];
  titles: Readonly<Record<'good' | 'bad' | 'mixed', readonly string[]>>;
  closing: Readonly<Record<'good' | 'bad' | 'mixed', readonly string[]>>;
  social: Readonly<Record<'good' | 'bad' | 'plain', readonly string[]>>;
  forum: { title: readonly string[]; ask: readonly string[]; reply: readonly string[] };
  blog: { title: readonly string[]; opening: readonly string[]; closing: readonly string[] };
}

/** Templates of one story: as papers print it, as people share it, as guests tell it. */
export interface Story {
  headline: readonly string[];
  lead: readonly string[];
  detail: readonly string[];
  social: readonly string[];
  /** What guests say in reviews and forums; empty where the story is never told there. */
  guest: readonly string[];
}
export type StoryBank = Readonly<Record<StoryTheme, Story>>;

export type BrandKey = 'miramar' | 'scoicilor' | 'crivat' | 'ovidia';

export interface SampleBrand {
  key: BrandKey;
  name: string;
  role: 'own' | 'competitor';
  /** The own brand a competitor is watched for; null for an own brand. */
  ownerKey: BrandKey | null;
  /** Index into the palette of brand colours, from 0. */
  color: number;
}

export interface SampleQuery {
  brandKey: BrandKey;
  name: string;
  kind: 'brand' | 'product' | 'person' | 'campaign' | 'topic';
  text: string;
}

export interface SampleSource {
  key: string;
  connector: 'feed' | 'hacker-news';
  name: string;
  settings: Readonly<Record<string, string>>;
  kind: ItemKind;
}

export interface SampleItem {
  /** Every source that saw it, first sighting first; never empty. */
  sourceKeys: string[];
  raw: RawItem & { publishedAt: number };
  /** UTC milliseconds, from `publishedAt` up to `now`. */
  fetchedAt: number;
  /** What the writer of the sample meant, for tests and benches; never stored. */
  truth: { brandKeys: BrandKey[]; tone: Tone; theme: Theme };
}

export interface SampleTriage {
  itemIndex: number;
  brandKey: BrandKey;
  state: 'done' | 'open' | 'new';
  starred: boolean;
  tags: string[];
}

export interface SampleCampaign {
  brandKey: BrandKey;
  name: string;
  /** UTC milliseconds. */
  from: number;
  to: number;
  queryText: string;
}

export interface SampleData {
  brands: SampleBrand[];
  queries: SampleQuery[];
  sources: SampleSource[];
  items: SampleItem[];
  triage: SampleTriage[];
  tags: { name: string; color: number }[];
  campaigns: SampleCampaign[];
}
