import type { Input } from '#shared/contract/index.ts';
import { MentionState, Sentiment, Shelf, type MentionFilter } from '#shared/contract/mentions.ts';
import { ViewFilter } from '#shared/contract/triage.ts';
import { ItemKind } from '#shared/model/item.ts';

export const spans = ['today', '7', '30', '90', 'all', 'custom'] as const;
export type Span = (typeof spans)[number];

/** A calendar day, `YYYY-MM-DD`; '' where none is chosen. */
export type Day = string;

/** What the filter row holds. Brands come from the frame's switcher and are not part of it. */
export interface Filters {
  states: readonly MentionState[];
  sources: readonly string[];
  kinds: readonly ItemKind[];
  sentiments: readonly Sentiment[];
  languages: readonly string[];
  tags: readonly string[];
  assignees: readonly string[];
  connectors: readonly string[];
  /** Author keys; set from the reading pane. */
  authors: readonly number[];
  /** Hosts; set from the reading pane. */
  sites: readonly string[];
  minInfluence: MentionFilter['minInfluence'];
  shelf: Shelf;
  /** Whether copies of stories show as rows of their own. */
  copies: boolean;
  /** Whether a text search leaves copies out: each story once. */
  stories: boolean;
  starred: boolean;
  span: Span;
  /** First and last day (both included) of a custom span; '' leaves that side open. */
  fromDay: Day;
  toDay: Day;
  text: string;
}

/** The filters that hold several values, in the order of their chips. */
export const facets = ['states', 'sentiments', 'tags', 'assignees', 'sources', 'kinds', 'languages'] as const;
export type Facet = (typeof facets)[number];

export const noFilters: Filters = {
  states: [],
  sources: [],
  kinds: [],
  sentiments: [],
  languages: [],
  tags: [],
  assignees: [],
  connectors: [],
  authors: [],
  sites: [],
  minInfluence: 0,
  shelf: 'main',
  copies: false,
  stories: false,
  starred: false,
  span: 'all',
  fromDay: '',
  toDay: '',
  text: '',
};

export const influences = [0, 3, 5, 7, 9] as const satisfies readonly Filters['minInfluence'][];

const sorted = (values: readonly unknown[]): string[] =>
  values.map(String).toSorted((a, b) => a.localeCompare(b));

/** Whether two filters show the same list, whatever the order in which values were chosen. */
export function sameFilters(one: Filters, other: Filters): boolean {
  const plain = (filters: Filters): string =>
    JSON.stringify(
      Object.entries({ ...filters, text: filters.text.trim() })
        .map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? sorted(value) : value])
        .toSorted(([a], [b]) => a.localeCompare(b)),
    );
  return plain(one) === plain(other);
}

/** Whether anything narrows the list; blank text does not. */
export const isNarrow = (filters: Filters): boolean => !sameFilters(filters, noFilters);

/** Adds a value to a facet, or takes it away. */
export function toggle(filters: Filters, facet: Facet, value: string): Filters {
  const values: readonly string[] = filters[facet];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { ...filters, [facet]: next };
}

/** False when both days are given and the first lies after the last. */
export function daysInOrder(fromDay: Day, toDay: Day): boolean {
  return fromDay === '' || toDay === '' || fromDay <= toDay;
}

/** The day in a zone at a time in UTC milliseconds. */
export function dayAt(millis: number, zone: string): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(millis);
}

/** `days` after a day (negative: before). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The UTC milliseconds at which a day begins in an IANA zone. Where midnight is skipped by a clock change,
 * the first moment after it.
 */
export function startOfDay(day: Day, zone: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  const wall = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const offsetAt = (time: number): number => {
    const part = Object.fromEntries(wall.formatToParts(time).map(({ type, value }) => [type, value]));
    const shown = `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`;
    return Date.parse(shown) - time;
  };
  const guess = wanted - offsetAt(wanted);
  const exact = wanted - offsetAt(guess);
  // On a day whose midnight does not exist, the second look lands on the day before.
  return dayAt(exact, zone) === day ? exact : Math.max(exact, guess);
}

/**
 * The filter as the engine takes it. "Last 7 days" is `today` and the six days before, from midnight in
 * `zone`.
 */
export function toRequest(
  filters: Filters,
  brandIds: readonly string[],
  zone: string,
  today: Day,
): Input<'mentions.list'>['filter'] {
  return {
    brandIds: [...brandIds],
    text: filters.text.trim(),
    sourceIds: [...filters.sources],
    kinds: [...filters.kinds],
    states: [...filters.states],
    sentiments: [...filters.sentiments],
    languages: [...filters.languages],
    tagIds: [...filters.tags],
    assigneeIds: [...filters.assignees],
    connectors: [...filters.connectors],
    authors: [...filters.authors],
    sites: [...filters.sites],
    minInfluence: filters.minInfluence,
    shelf: filters.shelf,
    copies: filters.copies,
    stories: filters.stories,
    starred: filters.starred,
    ...times(filters, zone, today),
  };
}

function times(filters: Filters, zone: string, today: Day): { from: number | null; to: number | null } {
  if (filters.span === 'all') return { from: null, to: null };
  if (filters.span === 'custom') {
    return {
      from: filters.fromDay === '' ? null : startOfDay(filters.fromDay, zone),
      to: filters.toDay === '' ? null : startOfDay(addDays(filters.toDay, 1), zone),
    };
  }
  const days = filters.span === 'today' ? 1 : Number(filters.span);
  return { from: startOfDay(addDays(today, 1 - days), zone), to: null };
}

const daysOf: Partial<Record<Span, number>> = { today: 1, 7: 7, 30: 30, 90: 90 };

/** The filters as a saved view keeps them: a span that moves with the calendar stays one. */
export function toView(filters: Filters, brandIds: readonly string[], zone: string): ViewFilter {
  const { from = null, to = null, ...rest } = toRequest(filters, brandIds, zone, dayAt(0, zone));
  const lastDays = daysOf[filters.span] ?? 0;
  return ViewFilter.parse({ ...rest, lastDays, ...(lastDays === 0 ? { from, to } : {}) });
}

/** What a saved view keeps as filters of the screen; its brands are the frame's to choose. */
export function fromView(filter: ViewFilter, zone: string): Filters {
  const { from, to, lastDays } = filter;
  const moving = spans.find((span) => daysOf[span] === lastDays);
  return {
    states: filter.states,
    sources: filter.sourceIds,
    kinds: filter.kinds,
    sentiments: filter.sentiments,
    languages: filter.languages,
    tags: filter.tagIds,
    assignees: filter.assigneeIds,
    connectors: filter.connectors,
    authors: filter.authors,
    sites: filter.sites,
    minInfluence: filter.minInfluence,
    shelf: filter.shelf,
    copies: filter.copies,
    stories: filter.stories,
    starred: filter.starred,
    span: moving ?? (from === null && to === null ? 'all' : 'custom'),
    fromDay: from === null ? '' : dayAt(from, zone),
    toDay: to === null ? '' : dayAt(to - 1, zone),
    text: filter.text,
  };
}

/**
 * The filters a link to this screen asks for (`states`, `sentiments`, `kinds`, `sources`, `tags`, `languages`,
 * `assignees`, `connectors`, `authors`, `sites` as comma lists, `influence` at least, `shelf`, `copies`, `stories`,
 * `starred`, `span`, `from`, `to`, `text`); unknown values are left out.
 */
export function fromParams(params: Readonly<Record<string, string>>): Filters {
  const list = (name: string): string[] => (params[name] ?? '').split(',').filter((value) => value !== '');
  const among = <T extends string>(values: readonly T[], name: string): T[] =>
    values.filter((value) => list(name).includes(value));
  const day = (name: string): Day =>
    /^\d{4}-\d\d-\d\d$/.test(params[name] ?? '') ? (params[name] ?? '') : '';
  const [fromDay, toDay] = [day('from'), day('to')];
  const span = params['span'] ?? (fromDay === '' && toDay === '' ? 'all' : 'custom');
  return {
    states: among(MentionState.options, 'states'),
    sources: list('sources'),
    kinds: among(ItemKind.options, 'kinds'),
    sentiments: among(Sentiment.options, 'sentiments'),
    languages: list('languages'),
    tags: list('tags'),
    assignees: list('assignees'),
    connectors: list('connectors'),
    authors: list('authors')
      .map(Number)
      .filter((key) => Number.isSafeInteger(key) && key > 0),
    sites: list('sites'),
    minInfluence: influences.find((least) => String(least) === params['influence']) ?? 0,
    shelf: Shelf.options.find((shelf) => shelf === params['shelf']) ?? 'main',
    copies: params['copies'] === 'true',
    stories: params['stories'] === 'true',
    starred: params['starred'] === 'true',
    span: spans.find((one) => one === span) ?? 'all',
    fromDay,
    toDay,
    text: params['text'] ?? '',
  };
}
