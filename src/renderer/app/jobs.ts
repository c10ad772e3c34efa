import { create } from 'zustand';
import type { EventPayload } from '#shared/contract/events.ts';
import { onEvent, queryClient } from '#renderer/client/index.ts';

export type Job = EventPayload<'job.progress'>;

interface Jobs {
  /** The last word of each job of this session, oldest first. */
  byId: ReadonlyMap<string, Job>;
}

export const useJobs = create<Jobs>()(() => ({ byId: new Map() }));
const keptJobs = 20;

/** Follows the progress of long jobs. Called once. */
export function followJobs(): () => void {
  return onEvent('job.progress', (job) => {
    const byId = new Map(useJobs.getState().byId).set(job.jobId, job);
    for (const id of byId.keys()) {
      if (byId.size <= keptJobs) break;
      byId.delete(id);
    }
    useJobs.setState({ byId });
    if (job.state !== 'running') void queryClient.invalidateQueries({ queryKey: ['collect.status'] });
  });
}

/** The job of a kind that is running now, if any. */
export function useRunningJob(kind: Job['kind']): Job | undefined {
  return useJobs(({ byId }) =>
    [...byId.values()].findLast((job) => job.kind === kind && job.state === 'running'),
  );
}
