import type { AlertKind, AlertWhy } from '#shared/contract/alerts.ts';
import type { Workspace } from '../../storage/workspace.ts';
import {
  sigmaFactors,
  STORY_HOURS,
  StoryGate,
  thresholdProbability,
  thresholds,
} from '../../understand/spikes.ts';
import { HISTORY_HOURS, HOUR, loadHours, type Measure } from './hours.ts';
import { risingQueries } from './rising-queries.ts';
import { risingWords } from './rising-words.ts';
import { mostTelling, scan, scanShare, type Found } from './scan.ts';
import type { WatchedBrand } from './settings.ts';
import { insertAlert, lastAlert, prolong, reason, toldOf, type Subject } from './store.ts';
import { newsItems, type CountedItem } from './window-items.ts';

const KEPT_ITEMS = 20;

/** A brand that is watched under the settings of an own brand: itself, or its competitor. */
export interface About {
  key: number;
  id: string;
  name: string;
}

export interface SpikeRun {
  /** UTC hours, `to` exclusive. */
  span: { from: number; to: number };
  now: number;
  /** Alerts of the past, which nobody is told about. */
  past?: boolean;
}

/** Raises what is to be raised of one kind. @returns how many alerts */
export function raiseSpikes(
  workspace: Workspace,
  kind: AlertKind & ('volumeSpike' | 'negativeSpike' | 'competitorSpike'),
  brand: WatchedBrand,
  about: About,
  run: SpikeRun,
): number {
  const { write } = workspace;
  const measure: Measure = kind === 'negativeSpike' ? 'negative' : 'total';
  const counts = loadHours(write, about.key, run.span.from - HISTORY_HOURS, run.span.to);
  const found = [
    ...scan(counts, measure, run.span, brand.settings),
    ...(measure === 'negative' ? scanShare(counts, run.span, brand.settings) : []),
  ].sort((a, b) => a.to - b.to || b.departure.excess - a.departure.excess);
  const subject: Subject = { kind, brandId: brand.id, aboutId: about.id, storyKey: '' };
  let last = lastAlert(write, subject);
  const gate = new StoryGate(toldOf(last));
  let raised = 0;
  for (let index = 0; index < found.length; index += 1) {
    const first = found[index];
    if (first === undefined) break;
    // The roll-ups count copies and old items, too: what they do not let through is not looked at closely.
    if (!gate.lets(first.to * HOUR, first.departure)) {
      gate.passes(first.to * HOUR, first.departure);
      if (last !== null && first.to * HOUR >= last.why.to) prolong(write, last.id, first.to * HOUR);
      continue;
    }
    // Of what one look finds at once, the whole day is told, not the first sign of it.
    const day = found.slice(index).filter(({ to }) => to - first.to < STORY_HOURS);
    const one = mostTelling(day) ?? first;
    const at = one.to * HOUR;
    const items = newsItems(write, about.key, measure, one.from * HOUR, at);
    const departure = one.judge(items.length);
    if (!gate.passes(at, departure)) continue;
    const why = whySpike({ ...one, departure }, brand, about, items, workspace);
    insertAlert(write, subject, why, {
      at: run.past === true ? at : Math.min(at, run.now),
      last,
      ...(run.past === true ? { state: 'closed', told: true } : {}),
    });
    last = lastAlert(write, subject);
    raised += 1;
    index = found.indexOf(one);
  }
  return raised;
}

function whySpike(
  found: Found,
  brand: WatchedBrand,
  about: About,
  items: readonly CountedItem[],
  workspace: Workspace,
): AlertWhy {
  const { sensitivity } = brand.settings;
  const { observed, expected, logTail, excess } = found.departure;
  const from = found.from * HOUR;
  const ids = items.map(({ id }) => id);
  const loudest = items.reduce<CountedItem | null>(
    (best, item) => (best === null || item.influence > best.influence ? item : best),
    null,
  );
  return reason({
    method: found.method,
    sensitivity,
    from,
    to: found.to * HOUR,
    observed,
    expected,
    tail: logTail / Math.LN10,
    threshold: thresholdOf(found, sensitivity),
    excess,
    itemIds: ids.slice(0, KEPT_ITEMS),
    words: risingWords(workspace.write, about, ids, from),
    queries: risingQueries(workspace.write, about.key, ids, from),
    influence: loudest?.influence ?? null,
    reach: loudest?.reach ?? null,
    share: found.share,
  });
}

/** As `AlertWhy.threshold` says it for each method. */
function thresholdOf(
  { method, departure, from, to }: Found,
  sensitivity: WatchedBrand['settings']['sensitivity'],
): number {
  if (method === 'meanSigma') return sigmaFactors[sensitivity];
  if (method === 'share') return thresholds[sensitivity].probability;
  return thresholdProbability(departure.expected, to - from, sensitivity);
}
