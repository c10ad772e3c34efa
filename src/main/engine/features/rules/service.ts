import type { MakeService } from '../../services.ts';
import { runOnArrival } from './arrivals.ts';
import { takeNotices } from './notices.ts';

/** Runs the rules over what arrives, and tells what a rule wants told once it is committed and its time has come. */
export const rulesOnArrival: MakeService = ({ workspace, ports, emit, emitChanged }) => {
  let soon: NodeJS.Immediate | null = null;
  const tell = (now: number): void => {
    for (const notice of takeNotices(workspace, now)) emit('rules.noticed', notice);
  };
  return {
    onArrivals(_workspace, arrivals, now) {
      if (!runOnArrival(workspace, arrivals, now)) return;
      // After the transaction: it is synchronous, so that by then it has ended, well or not, and what was rolled back
      // is not there to be told.
      soon ??= setImmediate(() => {
        soon = null;
        tell(ports.clock.now());
        emitChanged(['tags', 'people', 'history', 'rules']);
      });
    },
    tick: tell,
    stop() {
      if (soon !== null) clearImmediate(soon);
    },
  };
};
