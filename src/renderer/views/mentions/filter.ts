import type { Input } from '#shared/contract/index.ts';
import type { MentionState, Sentiment } from '#shared/contract/mentions.ts';
import type { ItemKind } from '#shared/model/item.ts';

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
  starred: boolean;
  span: Span;
  /** First and last day (both included) of a custom span; '' leaves that side open. */
  fromDay: Day;
  toDay: Day;
  text: string;
}

/** The filters that hold several values, in the order of their chips. */
export const facets = ['states', 'sentiments', 'kinds', 'sources', 'languages', 'tags'] as const;
export type Facet = (typeof facets)[number];

export const noFilters: Filters = {
  states: [],
  sources: [],
  kinds: [],
  sentiments: [],
  languages: [],
  tags: [],
  starred: false,
  span: 'all',
  fromDay: '',
  toDay: '',
  text: '',
};

/** Whether anything narrows the list. */
export function isNarrow(filters: Filters): boolean {
  return (
    facets.some((facet) => filters[facet].length > 0) ||
    filters.starred ||
    filters.text.trim() !== '' ||
    filters.span !== 'all'
  );
}

/** Adds a value to a facet, or takes it away. */
export function toggle(filters: Filters, facet: Facet, value: string): Filters {
  const values: readonly string[] = filters[facet];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { ...filters, [facet]: next };
}

/** Takes one chip away. */
export function clearPart(filters: Filters, part: Facet | 'starred' | 'span'): Filters {
  if (part === 'starred') return { ...filters, starred: false };
  if (part === 'span') return { ...filters, span: 'all', fromDay: '', toDay: '' };
  return { ...filters, [part]: [] };
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

const has = <T extends string>(values: readonly T[], value: string): value is T =>
  (values as readonly string[]).includes(value);

/**
 * The filters a link to this screen asks for (`states`, `sentiments`, `kinds`, `sources`, `tags`,
 * `languages` as comma lists, `starred`, `span`, `from`, `to`, `text`); unknown values are left out.
 */
export function fromParams(params: Readonly<Record<string, string>>): Filters {
  const list = (name: string): string[] => (params[name] ?? '').split(',').filter((value) => value !== '');
  const day = (name: string): Day =>
    /^\d{4}-\d\d-\d\d$/.test(params[name] ?? '') ? (params[name] ?? '') : '';
  const [fromDay, toDay] = [day('from'), day('to')];
  const span = params['span'] ?? (fromDay === '' && toDay === '' ? 'all' : 'custom');
  return {
    states: list('states').filter((value) => has(['new', 'open', 'done'] as const, value)),
    sources: list('sources'),
    kinds: list('kinds').filter((value) => has(['news', 'social', 'forum', 'review'] as const, value)),
    sentiments: list('sentiments').filter((value) =>
      has(['negative', 'neutral', 'positive', 'undefined'] as const, value),
    ),
    languages: list('languages'),
    tags: list('tags'),
    starred: params['starred'] === 'true',
    span: has(spans, span) ? span : 'all',
    fromDay,
    toDay,
    text: params['text'] ?? '',
  };
}
