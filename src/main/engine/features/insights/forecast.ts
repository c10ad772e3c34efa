import type { Output } from '#shared/contract/index.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { dayName } from '../../storage/zone.ts';
import { forecastDaily } from '../../understand/forecast.ts';

const PAST_DAYS = 180;
const AHEAD_DAYS = 14;

/**
 * A brand's mentions a day and what may come, from the daily sums. The day that is not over is left out of the
 * past and is the first of the forecast. @param today local day number
 */
export function forecastOf(read: ReadHandle, brandKey: number, today: number): Output<'insights.forecast'> {
  const rows = read.all<{ day: number; n: number }>(
    `SELECT day, sum(negative + neutral + positive + undefined) AS n FROM mention_day
     WHERE brand = ? AND day >= ? AND day < ? GROUP BY day HAVING n > 0 ORDER BY day`,
    [brandKey, today - PAST_DAYS, today],
  );
  // Before its first mention a brand was not listened to: those days are no quiet ones.
  const first = rows[0]?.day ?? today;
  const byDay = new Map(rows.map(({ day, n }) => [day, n]));
  const days = Array.from({ length: today - first }, (_, at) => first + at);
  const counts = days.map((day) => byDay.get(day) ?? 0);
  const forecast = forecastDaily(counts, AHEAD_DAYS);
  return {
    days: days.map(dayName),
    counts,
    ahead: forecast.ok ? forecast.points.map((point, at) => ({ day: dayName(today + at), ...point })) : [],
    mase: forecast.ok ? forecast.mase : null,
    reason: forecast.ok ? null : forecast.reason,
  };
}
