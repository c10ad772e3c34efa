/**
 * How well spikes are found, on brand series of the Numenta Anomaly Benchmark (tweets per five minutes):
 *   npm run bench -- spikes [folder, default ../shared/data/spikes]
 * The folder holds `*.csv` (timestamp,value) and `windows.json` (labelled spans by file name). Scored as NAB
 * does, standard profile, normalised on the windows of the series that are there. Says so where it is missing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { sensitivities, SpikeDetector, type Sensitivity } from '#engine/understand/spikes.ts';

const STEP = 5 * 60_000;
const STEPS_AN_HOUR = 12;
/** NAB's standard profile: a window found 1, a window missed −1, a false alarm −0.11. */
const COST = { miss: 1, falseAlarm: 0.11 };
const BAR = 68;

interface Series {
  name: string;
  times: number[];
  counts: number[];
  /** Index of the first and last reading of each labelled window. */
  windows: [number, number][];
}

interface Score {
  raw: number;
  found: number;
  falseAlarms: number;
  windows: number;
}

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../shared/data/spikes'));
const series = load();
if (series.length === 0) {
  console.log(`SKIPPED: no series with windows.json in ${folder}; nothing was measured.`);
} else {
  report();
}

function load(): Series[] {
  const labels = join(folder, 'windows.json');
  if (!existsSync(labels)) return [];
  const spans = JSON.parse(readFileSync(labels, 'utf8')) as Record<string, [string, string][]>;
  const byFile = new Map(Object.entries(spans).map(([path, windows]) => [basename(path), windows]));
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  for (const missing of [...byFile.keys()].filter((file) => !files.includes(file)))
    console.log(`SKIPPED: ${missing} is not in ${folder}`);
  return files.toSorted().flatMap((file) => {
    const windows = byFile.get(file);
    if (windows !== undefined) return [parse(file, windows)];
    console.log(`SKIPPED: ${file} has no windows in windows.json`);
    return [];
  });
}

function parse(file: string, spans: readonly [string, string][]): Series {
  const rows = readFileSync(join(folder, file), 'utf8').trim().split('\n').slice(1);
  const times = rows.map((row) => utc(row.split(',')[0] ?? ''));
  return {
    name: file.replace(/^Twitter_volume_|\.csv$/g, ''),
    times,
    counts: rows.map((row) => Number(row.split(',')[1])),
    windows: spans.map(([from, to]) => [
      times.findIndex((time) => time >= utc(from)),
      times.findLastIndex((time) => time <= utc(to)),
    ]),
  };
}

function utc(text: string): number {
  return Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`);
}

/** Indexes at which the detector would raise an alert. */
function detect({ times, counts }: Series, sensitivity: Sensitivity): number[] {
  const detector = new SpikeDetector({ perHour: STEPS_AN_HOUR, sensitivity });
  const told: number[] = [];
  let hour = 0;
  counts.forEach((count, index) => {
    hour += count - (counts[index - STEPS_AN_HOUR] ?? 0);
    if (index < STEPS_AN_HOUR - 1) return;
    if (detector.observe((times[index] ?? 0) + STEP, hour).tell) told.push(index);
  });
  return told;
}

/** NAB's scaled sigmoid: 1 early in a window, 0 at its end, −1 three widths and more behind it. */
function sigmoid(position: number): number {
  return position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
}

function score({ times, windows }: Series, told: readonly number[]): Score {
  const probation = Math.min(Math.floor(0.15 * times.length), 750);
  const best = windows.map(() => -Infinity);
  const result: Score = { raw: 0, found: 0, falseAlarms: 0, windows: windows.length };
  for (const at of told) {
    if (at < probation) continue;
    const within = windows.findIndex(([from, to]) => at >= from && at <= to);
    const [from, to] = windows[within] ?? [0, 0];
    if (within >= 0) {
      const early = sigmoid(-(to - at + 1) / (to - from + 1)) / sigmoid(-1);
      best[within] = Math.max(best[within] ?? -Infinity, early);
      continue;
    }
    result.falseAlarms += 1;
    const before = windows.findLast(([, end]) => end < at);
    result.raw += COST.falseAlarm * (before ? sigmoid((at - before[1]) / (before[1] - before[0])) : -1);
  }
  for (const value of best) {
    if (value > -Infinity) result.found += 1;
    result.raw += value > -Infinity ? value : -COST.miss;
  }
  return result;
}

/** 0 for a detector that finds nothing, 100 for one that finds every window at its first reading. */
function normalised(scores: readonly Score[]): number {
  const windows = scores.reduce((sum, one) => sum + one.windows, 0);
  const raw = scores.reduce((sum, one) => sum + one.raw, 0);
  return (100 * (raw + windows)) / (2 * windows);
}

function report(): void {
  const started = performance.now();
  const all = sensitivities.map((sensitivity) => ({
    sensitivity,
    scores: series.map((one) => score(one, detect(one, sensitivity))),
  }));
  const millis = (performance.now() - started) / sensitivities.length;
  console.log(`NAB score, standard profile, ${series.map(({ name }) => name).join(' ')}`);
  for (const { sensitivity, scores } of all) {
    const each = scores.map((one) => normalised([one]).toFixed(0).padStart(3)).join(' ');
    const found = scores.reduce((sum, one) => sum + one.found, 0);
    const windows = scores.reduce((sum, one) => sum + one.windows, 0);
    const alarms = scores.reduce((sum, one) => sum + one.falseAlarms, 0);
    const days = series.reduce((sum, { times }) => sum + times.length / (24 * STEPS_AN_HOUR), 0);
    console.log(
      `  ${sensitivity.padEnd(7)} ${normalised(scores).toFixed(1)}   (${each})   windows ${found}/${windows}, ` +
        `false alarms ${alarms}, one in ${(days / Math.max(1, alarms)).toFixed(0)} days a brand`,
    );
  }
  console.log(`  leave one series out, sensitivity chosen on the others: ${leaveOneOut(all).toFixed(1)}`);
  const readings = series.reduce((sum, { counts }) => sum + counts.length, 0);
  console.log(`  ${((readings / millis) * 1000).toFixed(0)} readings a second`);
  const usual = all.find(({ sensitivity }) => sensitivity === 'normal');
  const value = normalised(usual?.scores ?? []);
  console.log(`  bar, default sensitivity: ≥ ${BAR}: ${value >= BAR ? 'held' : 'MISSED'}`);
  if (value < BAR) process.exitCode = 1;
}

function leaveOneOut(all: readonly { scores: readonly Score[] }[]): number {
  return normalised(
    series.flatMap((_, left) => {
      const others = ({ scores }: { scores: readonly Score[] }): number =>
        normalised(scores.filter((_score, index) => index !== left));
      const chosen = [...all].toSorted((a, b) => others(b) - others(a))[0]?.scores[left];
      return chosen === undefined ? [] : [chosen];
    }),
  );
}
