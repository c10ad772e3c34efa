const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Minutes east of UTC. Only names that mean one thing in practice; an unknown name counts as UTC. */
const ZONES: Readonly<Record<string, number>> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  bst: 60,
  wet: 0,
  west: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ist: 330,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

const ISO =
  /^(\d{4})-?(\d{2})(?:-?(\d{2}))?(?:[T\s]+(\d{1,2})(?::?(\d{2}))?(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s*(.{0,12}))?$/i;
const RFC822 =
  /^(?:\p{L}{2,12}\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3,12})\.?[\s-]+(\d{2}|\d{4})(?:,?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d{1,9})?)?\s*(.{0,20}))?$/iu;
const US =
  /^(?:\p{L}{2,12}\.?,?\s+)?(\p{L}{3,12})\.?\s+(\d{1,2}),?\s+(?:(\d{4}),?\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?\s*(?:([a-z]{1,5}|[+-]\d{2}:?\d{2})\s*)?(\d{4})?$/iu;

/** 1 January 1990: anything older is a default value, not a date of publication. */
const OLDEST = 631_152_000_000;
const NEWEST = 4_102_444_800_000;

/**
 * A date as feeds and HTTP headers write it (ISO 8601, RFC 822 with odd zones, asctime, seconds or milliseconds
 * since 1970) as UTC milliseconds. A missing or unknown zone counts as UTC. Null when it cannot be a date
 * between 1990 and 2100.
 */
export function parseDate(input: string): number | null {
  const text = input.slice(0, 100).replace(/\s+/g, ' ').trim();
  const at = iso(text) ?? rfc822(text) ?? us(text) ?? epoch(text);
  return at !== null && at >= OLDEST && at < NEWEST ? at : null;
}

function iso(text: string): number | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day = '1', hour, minute, second, fraction = '', zone] = match;
  const ms = Number(`0.${fraction || '0'}`) * 1000;
  const base = assemble(Number(year), Number(month) - 1, Number(day), hour, minute, second, zone);
  return base === null ? null : base + Math.floor(ms);
}

function rfc822(text: string): number | null {
  const match = RFC822.exec(text);
  if (!match) return null;
  const [, day, monthName = '', yearText = '', hour, minute, second, zone] = match;
  return assemble(fullYear(yearText), monthOf(monthName), Number(day), hour, minute, second, zone);
}

function us(text: string): number | null {
  const match = US.exec(text);
  if (!match) return null;
  const [, monthName = '', day, yearBefore, hourText, minute, second, half, zone, yearAfter] = match;
  let hour = Number(hourText);
  if (half !== undefined) hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const year = Number(yearBefore ?? yearAfter ?? Number.NaN);
  return assemble(year, monthOf(monthName), Number(day), String(hour), minute, second, zone);
}

function epoch(text: string): number | null {
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  return /^\d{12,13}$/.test(text) ? Number(text) : null;
}

function assemble(
  year: number,
  month: number,
  day: number,
  hour = '0',
  minute = '0',
  second = '0',
  zone = '',
): number | null {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  // 24:00 and a leap second occur in the wild; Date.UTC rolls both over.
  if (!(month >= 0 && month < 12 && day >= 1 && day <= 31 && h <= 24 && m < 60 && s <= 60)) return null;
  const at = Date.UTC(year, month, day, h, m, s);
  if (!Number.isFinite(at) || new Date(Date.UTC(year, month, day)).getUTCMonth() !== month) return null;
  return at - zoneMinutes(zone) * 60_000;
}

function zoneMinutes(zone: string): number {
  const text = zone.trim().toLowerCase();
  const offset = /^(?:gmt|utc|ut|z)?\s*([+-])(\d{1,2}):?(\d{2})?\b/.exec(text);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes > 14 * 60) return 0;
    return offset[1] === '-' ? -minutes : minutes;
  }
  const name = /^[a-z]+/.exec(text)?.[0];
  return name === undefined ? 0 : (ZONES[name] ?? 0);
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase());
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
