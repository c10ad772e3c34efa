/**
 * How well counts are forecast, on brand series of the Numenta Anomaly Benchmark (tweets per five minutes):
 *   npm run bench -- forecast [folder, default ../shared/data/spikes]
 * Rolling origins: the next 24 hours once a day after three weeks, the next 7 days every day after 28. MASE is
 * the mean absolute error ÷ that of the seasonal naive forecast within the history (24 hours, 7 days); beside it
 * what that forecast reaches itself. Says so where the series are missing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  dailyForecast,
  Forecaster,
  hourlyForecast,
  naiveError,
  type ForecastSettings,
} from '#engine/understand/forecast.ts';

const STEPS_AN_HOUR = 12;

interface Task {
  name: string;
  settings: ForecastSettings;
  /** Steps of the series that make one step of the task. */
  sum: number;
  /** In steps of the task: the first origin, the distance of origins, and how far each looks ahead. */
  first: number;
  every: number;
  ahead: number;
  bar: number;
}

const tasks: readonly Task[] = [
  {
    name: 'hourly, next 24 h',
    settings: hourlyForecast,
    sum: STEPS_AN_HOUR,
    first: 21 * 24,
    every: 24,
    ahead: 24,
    bar: 0.75,
  },
  {
    name: 'daily, next 7 d',
    settings: dailyForecast,
    sum: 24 * STEPS_AN_HOUR,
    first: 28,
    every: 1,
    ahead: 7,
    bar: 0.77,
  },
];

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../shared/data/spikes'));
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.csv')) : [];
if (files.length === 0) console.log(`SKIPPED: no series in ${folder}; nothing was measured.`);
else report(files.toSorted());

function report(names: readonly string[]): void {
  const series = names.map(parse);
  console.log(`MASE over rolling origins, ${names.map((name) => name.replace('.csv', '')).join(' ')}`);
  for (const task of tasks) {
    const each = series.map((counts) => backtest(grouped(counts, task.sum), task));
    const origins = each.flat();
    const ours = meanOf(origins.map((one) => one.ours));
    const naive = meanOf(origins.map((one) => one.naive));
    const apart = each.map((some) => meanOf(some.map((one) => one.ours)).toFixed(2)).join(' ');
    console.log(
      `  ${task.name.padEnd(18)} ${ours.toFixed(3)}   (${apart})   seasonal naive ${naive.toFixed(3)}, ` +
        `${origins.length} origins; bar ≤ ${task.bar}: ${ours <= task.bar ? 'held' : 'MISSED'}`,
    );
    if (ours > task.bar) process.exitCode = 1;
  }
}

function parse(file: string): number[] {
  const rows = readFileSync(join(folder, file), 'utf8').trim().split('\n').slice(1);
  return rows.map((row) => Number(row.split(',')[1]));
}

/** Sums of `size` values each; a rest at the end is left out. */
function grouped(counts: readonly number[], size: number): number[] {
  return Array.from({ length: Math.floor(counts.length / size) }, (_, index) =>
    counts.slice(index * size, (index + 1) * size).reduce((sum, count) => sum + count, 0),
  );
}

function backtest(counts: readonly number[], task: Task): { ours: number; naive: number }[] {
  const { settings, first, every, ahead } = task;
  const { season } = settings;
  const forecaster = new Forecaster(settings);
  const results: { ours: number; naive: number }[] = [];
  counts.forEach((count, index) => {
    forecaster.observe(count);
    const origin = index + 1;
    if (origin < first || (origin - first) % every !== 0 || origin + ahead > counts.length) return;
    const history = counts.slice(0, origin);
    const actual = counts.slice(origin, origin + ahead);
    const scale = naiveError(history, season);
    const error = (expected: readonly number[]): number =>
      meanOf(actual.map((value, step) => Math.abs(value - (expected[step] ?? 0)))) / scale;
    const repeated = Array.from(
      { length: ahead },
      (_, step) => history[origin - season + (step % season)] ?? 0,
    );
    results.push({ ours: error(forecaster.predict(ahead)), naive: error(repeated) });
  });
  return results;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
