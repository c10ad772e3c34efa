const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface SpanPart {
  unit: 'days' | 'hours' | 'minutes';
  count: number;
}

/** A duration in milliseconds in its two largest units: 1 day 3 hours, 2 hours 5 minutes, 0 minutes. */
export function spanParts(millis: number): SpanPart[] {
  const minutes = Math.max(0, Math.floor(millis / MINUTE)) * MINUTE;
  const parts: SpanPart[] = [
    { unit: 'days', count: Math.floor(minutes / DAY) },
    { unit: 'hours', count: Math.floor((minutes % DAY) / HOUR) },
    { unit: 'minutes', count: Math.floor((minutes % HOUR) / MINUTE) },
  ];
  const first = parts.findIndex(({ count }) => count > 0);
  const shown = first === -1 ? [] : parts.slice(first, first + 2).filter(({ count }) => count > 0);
  return shown.length > 0 ? shown : parts.slice(2);
}

/** A time as the field `datetime-local` writes it, in an IANA zone. @param at UTC milliseconds */
export function wallText(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * What `wallText` wrote, as UTC milliseconds; null when it is no time. An hour that a clock change repeats is
 * the first one, one that it skips becomes the hour after it.
 */
export function wallTime(text: string, zone: string): number | null {
  const wanted = Date.parse(`${text}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) || Number.isNaN(wanted)) return null;
  const offsetAt = (at: number): number => Date.parse(`${wallText(at, zone)}Z`) - at;
  // Clock changes move a zone by a few hours at most: one of these two offsets is the one in force.
  const guesses = [wanted - offsetAt(wanted - DAY), wanted - offsetAt(wanted + DAY)];
  const fitting = guesses.filter((guess) => guess + offsetAt(guess) === wanted);
  return fitting.length > 0 ? Math.min(...fitting) : Math.max(...guesses);
}
