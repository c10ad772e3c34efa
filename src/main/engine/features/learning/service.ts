import type { Arrival } from '../../collect/arrivals.ts';
import type { Ports } from '../../ports.ts';
import type { Jobs } from '../../jobs.ts';
import type { MakeService, ServiceContext } from '../../services.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { learnFromLabels, publishHead, waitingSince } from './head.ts';
import { ActiveModels, brandsToLearn, learnBrand, rankArrivals } from './ranking.ts';

/** Somebody who corrects one mention often corrects the next: learning waits until they pause. */
const PAUSE_MS = 10_000;

/** The job that learns, one at a time for each workspace. */
const running = new WeakMap<Workspace, string>();
const modelsOf = new WeakMap<Workspace, ActiveModels>();

/** The classifiers in use, kept between batches. */
export function activeModels(workspace: Workspace): ActiveModels {
  const known = modelsOf.get(workspace) ?? new ActiveModels();
  modelsOf.set(workspace, known);
  return known;
}

export interface Learning {
  workspace: Workspace;
  ports: Ports;
  jobs: Jobs;
  emitChanged: ServiceContext['emitChanged'];
}

/** Learns whatever is new, or joins the job that does. @returns the job's id */
export function startLearning({ workspace, ports, jobs, emitChanged }: Learning): string {
  const known = running.get(workspace);
  if (known !== undefined && jobs.isRunning(known)) return known;
  const jobId = jobs.start('learn', async (signal) => {
    // A turn of the event loop, so that the caller has its answer before the first progress event.
    await new Promise<void>((resolve) => setImmediate(resolve));
    const now = ports.clock.now();
    try {
      if (waitingSince(workspace.read) !== null) await learnFromLabels(workspace, ports.judge, now, signal);
      for (const brand of brandsToLearn(workspace.read, now)) await learnBrand(workspace, brand, now, signal);
    } finally {
      emitChanged(['learning']);
    }
  });
  running.set(workspace, jobId);
  return jobId;
}

/** Judges with what was learned, ranks what arrives and what a changed query finds, and learns a moment after somebody has taught something. */
export const learnByItself: MakeService = (context) => {
  const { workspace, ports } = context;
  publishHead(workspace.read, ports.judge);
  const rank = (_workspace: Workspace, arrivals: readonly Arrival[]): void =>
    rankArrivals(workspace, activeModels(workspace), arrivals);
  return {
    onArrivals: rank,
    onFound: rank,
    tick(now) {
      const newest = waitingSince(workspace.read);
      const due = newest !== null && newest <= now - PAUSE_MS;
      if (due || brandsToLearn(workspace.read, now - PAUSE_MS).length > 0) startLearning(context);
    },
  };
};
