import { createContext, use, useMemo, type ReactNode } from 'react';

export interface Format {
  /** One known BCP 47 tag: lists of tags from the system may hold ones that Intl refuses. */
  locale: string;
  /** IANA zone of the workspace. */
  zone: string;
  number(value: number): string;
  /** 18k, 1.2M: for estimates, where digits would pretend to be exact. */
  rough(value: number): string;
  /** "34%" of a part 0…1. */
  percent(part: number): string;
  /** "+5", "−3", "0": a difference. */
  signed(value: number): string;
  bytes(value: number): string;
  /** 14:02 today, "21 Nov" this year, "21 Nov 2024" before. `at` in UTC milliseconds. */
  moment(at: number, now?: number): string;
  /** The whole date and time. `at` in UTC milliseconds. */
  full(at: number): string;
  /** "Tue 24 Nov, 09:00": a time ahead. `at` in UTC milliseconds. */
  slot(at: number): string;
  /** The workspace's day at a time in UTC milliseconds, as YYYY-MM-DD. */
  dayAt(at: number): string;
  /** "21 Nov" of a day written as YYYY-MM-DD. */
  day(day: string): string;
  /** "in 2 minutes", "3 hours ago"; negative is the past. */
  distance(millis: number): string;
}

const locales: Record<string, string> = { en: 'en-GB', ro: 'ro-RO' };

function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** Numbers and times as a language and a zone write them. An unknown zone becomes UTC. */
export function createFormat(language: string, wantedZone: string): Format {
  const locale = locales[language] ?? 'en-GB';
  const zone = knownZone(wantedZone);
  const at = (options: Intl.DateTimeFormatOptions, timeZone = zone): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const clock = at({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const short = at({ day: 'numeric', month: 'short' });
  const withYear = at({ day: 'numeric', month: 'short', year: 'numeric' });
  const full = at({ dateStyle: 'full', timeStyle: 'short' });
  const slot = at({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const key = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  const plain = at({ day: 'numeric', month: 'short' }, 'UTC');
  const number = new Intl.NumberFormat(locale);
  const rough = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

  return {
    locale,
    zone,
    number: (value) => number.format(value),
    rough: (value) => rough.format(value),
    percent: (part) => percent.format(part),
    signed: (value) => signed.format(value).replace('-', '−'),
    bytes: (value) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
      const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: units[power] ?? 'byte',
        maximumFractionDigits: power === 0 ? 0 : 1,
      }).format(value / 1000 ** power);
    },
    moment: (time, now = Date.now()) => {
      const [day, today] = [key.format(time), key.format(now)];
      if (day === today) return clock.format(time);
      return day.slice(0, 4) === today.slice(0, 4) ? short.format(time) : withYear.format(time);
    },
    full: (time) => full.format(time),
    slot: (time) => slot.format(time),
    dayAt: (time) => key.format(time),
    day: (day) => {
      const time = Date.parse(`${day}T00:00:00Z`);
      return Number.isNaN(time) ? day : plain.format(time);
    },
    distance: (millis) => {
      const minutes = Math.round(millis / 60_000);
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
      const hours = Math.round(minutes / 60);
      if (Math.abs(hours) < 48) return relative.format(hours, 'hour');
      return relative.format(Math.round(hours / 24), 'day');
    },
  };
}

const FormatContext = createContext<Format>(createFormat('en', 'UTC'));

export function FormatProvider(props: { language: string; zone: string; children: ReactNode }): ReactNode {
  const value = useMemo(() => createFormat(props.language, props.zone), [props.language, props.zone]);
  return <FormatContext value={value}>{props.children}</FormatContext>;
}

export const useFormat = (): Format => use(FormatContext);
