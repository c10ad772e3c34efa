import type { Output } from '#shared/contract/index.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { dayName } from '../../storage/zone.ts';
import type { TodayBrand } from './waiting.ts';

const DAYS = 30;
const WEEK = 7;

interface DayRow {
  day: number;
  n: number;
  negative: number;
  reach: number;
}

/** Mentions a day from the roll-ups; costs days, not mentions. */
function dayRows(read: ReadHandle, brand: number, from: number): Map<number, DayRow> {
  const rows = read.all<DayRow>(
    `SELECT day, sum(negative + neutral + positive + undefined) AS n, sum(negative) AS negative, sum(reach) AS reach
     FROM mention_day WHERE brand = ? AND day >= ? GROUP BY day`,
    [brand, from],
  );
  return new Map(rows.map((row) => [row.day, row]));
}

/** What moved: thirty days of every brand asked for, and its last week against the one before. */
export function movement(
  read: ReadHandle,
  brands: readonly TodayBrand[],
  today: number,
): Pick<Output<'today.summary'>, 'days' | 'series' | 'week'> {
  const first = today - DAYS + 1;
  const days = Array.from({ length: DAYS }, (_, index) => first + index);
  const perBrand = brands.map((brand) => ({ id: brand.id, rows: dayRows(read, brand.key, first) }));
  return {
    days: days.map(dayName),
    series: perBrand.map(({ id, rows }) => ({
      brandId: id,
      counts: days.map((day) => rows.get(day)?.n ?? 0),
      negative: days.map((day) => rows.get(day)?.negative ?? 0),
    })),
    week: perBrand.map(({ id, rows }) => {
      const over = (from: number, to: number, value: (row: DayRow) => number): number =>
        [...rows.values()]
          .filter(({ day }) => day >= from && day <= to)
          .reduce((sum, row) => sum + value(row), 0);
      return {
        brandId: id,
        now: over(today - WEEK + 1, today, ({ n }) => n),
        before: over(today - 2 * WEEK + 1, today - WEEK, ({ n }) => n),
        reach: over(today - WEEK + 1, today, ({ reach }) => reach),
      };
    }),
  };
}
