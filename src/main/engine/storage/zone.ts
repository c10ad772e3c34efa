const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Days in one IANA zone. Offsets are looked up once an hour of data, since Intl is slow and data comes in runs. */
export class ZoneDays {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  /** @throws RangeError when the zone does not exist */
  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  }

  /** Number of the local day: days since 1970-01-01 on the zone's calendar. */
  day(ms: number): number {
    return Math.floor((ms + this.#offset(ms)) / DAY);
  }

  /** UTC milliseconds at which local day `day` begins. */
  start(day: number): number {
    const local = day * DAY;
    // The offset at the guess may belong to the other side of a clock change; the second look settles it.
    const guess = local - this.#offset(local);
    return local - this.#offset(guess);
  }

  #offset(ms: number): number {
    const hour = Math.floor(ms / HOUR);
    const known = this.#offsets.get(hour);
    if (known !== undefined) return known;
    const at = hour * HOUR;
    const part = new Map(this.#format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const local = Date.UTC(
      part.get('year') ?? 1970,
      (part.get('month') ?? 1) - 1,
      part.get('day') ?? 1,
      part.get('hour') ?? 0,
      part.get('minute') ?? 0,
    );
    const offset = local - at;
    if (this.#offsets.size > 50_000) this.#offsets.clear();
    this.#offsets.set(hour, offset);
    return offset;
  }
}

/** `2026-11-23` for a local day number. */
export const dayName = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The local day number of `2026-11-23`. */
export const dayNumber = (name: string): number => Math.floor(Date.parse(`${name}T00:00:00Z`) / DAY);
