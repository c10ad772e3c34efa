/**
 * How well mentions are forecast, on the brand volumes of the shared data:
 *   npm run bench -- forecast [folder, default ../shared/data/spikes]
 * Rolling origins: every 24 hours after three weeks of hours, a day ahead; every day after four weeks, a week ahead.
 * Error is MASE, the mean over the series of each one's mean, scaled by the history before each origin; the seasonal
 * naive forecast stands beside it, and last the same scaled by the whole series, under which a naive forecast has
 * about 1. Ends with 1 when a bar is missed, and says so where data is missing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { daily, expected, hourly, mase, outlook, type ForecastShape } from '#engine/understand/forecast.ts';

const HOUR = 3_600_000;
const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../shared/data/spikes'));
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.csv')) : [];

if (files.length === 0) {
  console.log(`SKIPPED: no volumes in ${folder}; nothing was measured.`);
} else {
  const series = files.map((file) => ({ name: file.replace('.csv', ''), hours: readHours(file) }));
  const day = measure('24 hours ahead', 0.75, series, {
    shape: hourly,
    season: 24,
    horizon: 24,
    first: 504,
    step: 24,
    counts: (hours) => hours,
  });
  const week = measure('7 days ahead', 0.77, series, {
    shape: daily,
    season: 7,
    horizon: 7,
    first: 28,
    step: 1,
    counts: toDays,
  });
  coverage(series.map(({ hours }) => toDays(hours)));
  process.exitCode = day && week ? 0 : 1;
}

/** Counts an hour, from the first whole hour to the last; hours without a line are 0. */
function readHours(file: string): number[] {
  const sums = new Map<number, number>();
  for (const line of readFileSync(join(folder, file), 'utf8').trim().split('\n').slice(1)) {
    const [time = '', value = ''] = line.split(',');
    const hour = Math.floor(Date.parse(`${time.replace(' ', 'T')}Z`) / HOUR);
    sums.set(hour, (sums.get(hour) ?? 0) + Number(value));
  }
  const first = Math.min(...sums.keys()) + 1;
  const last = Math.max(...sums.keys()) - 1;
  return Array.from({ length: last - first + 1 }, (_, index) => sums.get(first + index) ?? 0);
}

function toDays(hours: readonly number[]): number[] {
  return Array.from({ length: Math.floor(hours.length / 24) }, (_, day) =>
    hours.slice(day * 24, day * 24 + 24).reduce((sum, count) => sum + count, 0),
  );
}

interface Setting {
  shape: ForecastShape;
  season: number;
  horizon: number;
  first: number;
  step: number;
  counts: (hours: readonly number[]) => readonly number[];
}

function measure(
  what: string,
  bar: number,
  series: readonly { name: string; hours: readonly number[] }[],
  { shape, season, horizon, first, step, counts }: Setting,
): boolean {
  console.log(`${what}: MASE (seasonal naive), bar ${bar}`);
  const ours: number[] = [];
  const plain: number[] = [];
  const whole: number[] = [];
  for (const { name, hours } of series) {
    const all = counts(hours);
    const errors: number[] = [];
    const naive: number[] = [];
    const scaled: number[] = [];
    for (let origin = first; origin + horizon <= all.length; origin += step) {
      const history = all.slice(0, origin);
      const actual = all.slice(origin, origin + horizon);
      const forecast = expected(history, horizon, shape);
      const error = mase(forecast, actual, history, season);
      const usual = mase(history.slice(-season), actual, history, season);
      if (error === null || usual === null) continue;
      errors.push(error);
      naive.push(usual);
      scaled.push(mase(forecast, actual, all, season) ?? 0);
    }
    ours.push(mean(errors));
    plain.push(mean(naive));
    whole.push(mean(scaled));
    console.log(
      `  ${name.padEnd(22)} ${String(errors.length).padStart(3)} origins  ${mean(errors).toFixed(3)} (${mean(naive).toFixed(3)})`,
    );
  }
  console.log(`  scaled by the whole series: ${mean(whole).toFixed(3)}`);
  const held = mean(ours) <= bar;
  console.log(`  mean ${mean(ours).toFixed(3)} (${mean(plain).toFixed(3)})  ${held ? 'holds' : 'MISSED'}`);
  return held;
}

/** How often the true count lies in the band that is drawn, a week ahead. */
function coverage(series: readonly (readonly number[])[]): void {
  let [inside, all, drawn, asked] = [0, 0, 0, 0];
  for (const counts of series) {
    for (let origin = 28; origin + 7 <= counts.length; origin += 1) {
      asked += 1;
      const { days } = outlook(counts.slice(0, origin), 14);
      if (days === null) continue;
      drawn += 1;
      days.slice(0, 7).forEach(({ low, high }, ahead) => {
        const count = counts[origin + ahead] ?? 0;
        all += 1;
        if (count >= low && count <= high) inside += 1;
      });
    }
  }
  console.log(
    `Band of 80 %: ${((100 * inside) / Math.max(1, all)).toFixed(1)} % of days inside; drawn at ${drawn} of ${asked} origins`,
  );
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
